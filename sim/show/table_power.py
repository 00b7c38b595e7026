"""Power in the terminal: one sentence, one table."""

import numpy as np
from rich.table import Table

from talkoot.sim.trials.power import Power, PowerConfig, design_effect

from .terminal import terminal, titled


def print_power(config: PowerConfig, power: Power) -> None:
    """Print the answer to a planner."""
    console = terminal()
    console.print(f"\n{power_sentence(config, power)}\n", highlight=False)
    console.print(power_table(config, power))
    console.notes(power_notes(config, power))


def power_sentence(config: PowerConfig, power: Power) -> str:
    """Return the answer for the evaluation asked for."""
    row = power.table.set_index("groups").loc[config.groups]
    return (
        f"{config.groups} groups of {config.members} and {config.controls} controls see an effect "
        f"of {100 * config.effect:.0f} log points on yearly sales with "
        f"{100 * row['power']:.0f} % power; with 80 % they see one of "
        f"{100 * row['detectable_effect']:.0f}."
    )


def power_table(config: PowerConfig, power: Power) -> Table:
    """Return power by number of groups."""
    title = "Power by number of groups, controls in the same proportion; effects in log points"
    sees = f">sees {100 * config.effect:.0f} points"
    headings = (">groups", ">members", ">controls", sees, ">80 % see", ">model's own effect")
    shown = titled(title, *headings, ">seen in", ">by formula")
    for row in power.table.to_dict("records"):
        lived = not np.isnan(row["simulated_power"])
        seen = f"{100 * row['simulated_power']:.0f} ±{100 * row['simulated_power_se']:.0f} %"
        shown.add_row(
            f"{row['groups']:.0f}",
            f"{row['members']:.0f}",
            f"{row['controls']:.0f}",
            f"{100 * row['power']:.0f} %",
            f"{100 * row['detectable_effect']:.1f}",
            f"{100 * row['true_effect']:+.1f}" if lived else "",
            seen if lived else "",
            percent_or_empty(row["power_at_true_effect"]),
        )
    return shown


def percent_or_empty(value: float) -> str:
    """Return a share in per cent, nothing if there is none.

    >>> percent_or_empty(0.314), percent_or_empty(float("nan"))
    ('31 %', '')
    """
    return "" if np.isnan(value) else f"{100 * value:.0f} %"


def power_notes(config: PowerConfig, power: Power) -> list[str]:
    """Return what the figures rest on."""
    sd = "given" if config.growth_sd is not None else "measured in the simulation"
    icc = "given" if config.icc is not None else "measured in the simulation, not below 0"
    factor = design_effect(config.members, power.icc)
    return [
        f"Sd of log growth of yearly sales {power.growth_sd:.2f} ({sd}); correlation within groups "
        f"{power.icc:.3f} ({icc}), so the design effect is {factor:.2f}.",
        f"Two-sided test at {config.alpha:g}; the formula counts everybody, in the simulation "
        f"{100 * power.answered:.0f} % are still in business.",
        "Seen in: share of simulated evaluations with p below that, at the model's own effect, "
        "transported from other countries; by formula: what the formula says of that effect.",
        "Members and controls are drawn by lot among the willing. A real programme has volunteers.",
    ]
