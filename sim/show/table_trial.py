"""A trial in the terminal: estimates beside the published ones, truth, balance, attrition."""

import numpy as np
import pandas as pd
from rich.table import Table

from talkoot.sim.trials.protocol import ArmConfig
from talkoot.sim.trials.study import Study, TrialRunConfig
from talkoot.sim.trials.survey import MEANING

from .table_power import percent_or_empty
from .terminal import terminal, titled

IN_POINTS = ("practices",)
NOTES = (
    "Effects are log points, 100 x natural log (contacts: of 1 + their number; profit: where "
    "positive; workers: owner included), on practices points of 100. ± is the Monte-Carlo standard "
    "error.",
    "Truth: the same people in the same replication with nobody treated, among those who answer.",
    "Power: share of replications with p < 0.05. Coverage: share of 95 % intervals holding the "
    "truth.",
    "Spill: what the treatment of others did to the control group, in the same unit.",
)


def print_trial(config: TrialRunConfig, study: Study) -> None:
    """Print what the replications of a trial gave."""
    console = terminal()
    trial = config.trial
    console.print(f"\n{trial.title} ({config.size}): {trial.purpose}", highlight=False)
    console.print(f"{trial.source}\n", style="dim", highlight=False)
    for arm in trial.arms:
        console.print(effects_table(study.summary, arm))
    console.print(balance_table(study.balance))
    console.print(attrition_table(study.attrition))
    console.print(facts_in_words(study.facts), highlight=False)
    console.notes((*NOTES, *(f"Assumed: {assumed}." for assumed in trial.assumed)))
    if trial.not_simulated:
        console.notes([f"Not simulated: {', '.join(trial.not_simulated)}."])


def unit(outcome: str) -> float:
    """Return what an outcome's effect is multiplied with to be shown.

    >>> unit("log_sales"), unit("practices")
    (100.0, 1.0)
    """
    return 1.0 if outcome in IN_POINTS else 100.0


def effects_table(summary: pd.DataFrame, arm: ArmConfig) -> Table:
    """Return one arm's estimates, truth, bias and power by outcome and month of wave."""
    figures = "month", "published", "estimate", "truth", "bias", "power", "coverage", "spill"
    headings = ("outcome", *(f">{name}" for name in figures))
    table = titled(f"Effects of {arm.name}: {arm.purpose}", *headings, key=2)
    for row in summary[summary["arm"] == arm.name].to_dict("records"):
        k = unit(row["outcome"])
        table.add_row(
            MEANING[row["outcome"]],
            f"{row['month']}",
            "" if np.isnan(row["published"]) else f"{k * row['published']:+.1f}",
            f"{k * row['estimate']:+.2f} ±{k * row['estimate_mc_se']:.2f}",
            f"{k * row['truth']:+.2f}",
            f"{k * row['bias']:+.2f}",
            percent_or_empty(row["power"]),
            percent_or_empty(row["coverage"]),
            f"{k * row['spill_over']:+.2f}",
        )
    return table


def balance_table(balance: pd.DataFrame) -> Table:
    """Return baseline means and how often randomisation left a significant difference."""
    headings = ("arm", "value", ">treated", ">control", ">difference / sd", ">p < 0.05 in")
    table = titled("Balance at the baseline, means over replications", *headings, key=2)
    for row in balance.to_dict("records"):
        table.add_row(
            row["arm"],
            MEANING[row["outcome"]],
            f"{row['treated']:.2f}",
            f"{row['control']:.2f}",
            f"{row['normalised']:+.3f}",
            percent_or_empty(row["share_p_below_0.05"]),
        )
    return table


def attrition_table(attrition: pd.DataFrame) -> Table:
    """Return who answered, had closed, or kept silent."""
    headings = ("arm", ">month", ">answered", ">closed", ">in business, silent")
    table = titled("Attrition", *headings, key=2)
    for row in attrition.to_dict("records"):
        shares = (row[f"share_{name}"] for name in ("answered", "closed", "silent"))
        table.add_row(row["arm"], f"{row['month']}", *(f"{100 * share:.1f} %" for share in shares))
    return table


def facts_in_words(facts: pd.DataFrame) -> str:
    """Return the sample and the programme in words."""
    mean = facts.drop(columns="replication").mean()
    lines = [
        f"Sample: {mean['mean_workers']:.1f} workers on average, open share of demand "
        f"{mean['mean_open_share']:.2f}, sd of log growth {mean['sd_log_growth']:.2f}, "
        f"intra-group correlation of growth {mean['icc_growth']:+.3f}.",
        f"Programme: {mean['meetings']:.0f} meetings held, attendance "
        f"{100 * mean['attendance']:.0f} %; of {mean['hours_paid']:,.0f} facilitators' hours paid, "
        f"{mean['hours_unused']:,.0f} were not used.",
    ]
    for name in mean.index:
        if not name.startswith("hours_per_firm_"):
            continue
        arm = name.removeprefix("hours_per_firm_")
        cost = mean[f"cost_per_firm_{arm}"]
        paid = f", cost {cost:,.0f} a firm" if cost else ""
        lines.append(f"Facilitators' hours a firm, {arm}: {mean[name]:.0f}{paid}.")
    return "\n".join(lines)
