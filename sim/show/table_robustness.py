"""Other worlds in the terminal: pairs of policies, what they rest on, who comes first where."""

from rich.table import Table

from talkoot.sim.answers.basis import BASES
from talkoot.sim.answers.robustness import Robustness
from talkoot.sim.answers.three_words import TURNED

from .terminal import titled

WORDS = (
    "More in: worlds in which the mean is higher. The word is for all worlds together; cannot be "
    "told means that these replications do not decide, not that the order is robust."
)


def contrast_notes() -> list[str]:
    """Return how the table of contrasts is read."""
    return [WORDS, *(f"{name}: {meaning}." for name, meaning in BASES.items())]


def contrasts_table(robust: Robustness) -> Table:
    """Return pairs of policies: how their difference ranges over worlds, and its basis."""
    title = "Difference in net benefit between policies, over all worlds"
    headings = ("policy", "against", "rests on", ">kEUR, from", ">to", ">more in", "word")
    table = titled(title, *headings, key=2)
    for _, row in robust.contrasts.iterrows():
        table.add_row(
            row["policy"],
            row["other"],
            row["basis"],
            f"{row['low']:+z,.0f}",
            f"{row['high']:+z,.0f}",
            f"{row['more']} of {row['worlds']}",
            row["word"],
            style="bold" if row["word"] == TURNED else "",
        )
    return table


def worlds_table(robust: Robustness) -> Table:
    """Return who has the highest mean in each world; admissible sets counted together."""
    table = titled("The highest mean in each world", "world", "policy", ">net benefit, kEUR")
    named = robust.worlds[robust.worlds["kind"] == "theory"]
    for _, row in named.iterrows():
        table.add_row(row["world"], row["best"], f"{row['net_benefit_keur']:+z,.0f}")
    sets = robust.worlds[robust.worlds["kind"] == "ensemble"]
    for best, rows in sets.groupby("best"):
        gain = rows["net_benefit_keur"]
        benefits = f"{gain.min():+z,.0f} to {gain.max():+z,.0f}"
        table.add_row(f"{len(rows)} of {len(sets)} admissible sets", str(best), benefits)
    return table
