"""The answer in the terminal: a sentence, ranked tables, caveats."""

import pandas as pd
from rich.table import Table

from talkoot.sim.answers.answer import CAVEATS, Answer
from talkoot.sim.answers.compare import DISPLAY, as_shown
from talkoot.sim.answers.hours import unused_in
from talkoot.sim.answers.ranking import benefit_keur, ratio_withheld
from talkoot.sim.answers.robustness import Robustness, opening
from talkoot.sim.answers.three_words import difference_keur, needed_in_words

from .table_robustness import contrast_notes, contrasts_table, worlds_table
from .terminal import terminal, titled

WORTH = (">net benefit, kEUR [95 %]", ">EUR per FTE-year")
SHORT = {
    "firms": "firms",
    "jobs_fte": "jobs, FTE",
    "turnover_eur": "turnover, kEUR/a",
    "ventures": "ventures",
    "expertise": "expertise, points of 100",
    "public_pv_eur": "public cost, kEUR",
}
NOTES = (
    "± is half of a 95 % interval; dim where the interval includes zero.",
    "Members' joint ventures count once per partner, the region's once; public cost is the whole "
    "programme's in both tables.",
    "Best in: share of replications with the highest net benefit, the baseline included.",
)
THREE_WORDS = (
    "Words for a pair, about chance only: equal, the 95 % interval of the difference lies within "
    "one full-time job's worth over the horizon; stands, it excludes zero; cannot be told, neither."
)
NEEDED = (
    "One job's worth: ±{margin:,.0f} kEUR. Needed: replications that would make the word stands or "
    "equal if mean and spread of the difference stay as they are."
)
TITLES = {
    "region": "Whole region, net of displacement: difference to {baseline}",
    "members": "Members of the groups: difference to the same entrepreneurs under {baseline}",
}


def print_answer(answer: Answer, robust: Robustness | None = None) -> None:
    """Print a study's answer, or that of one scenario of a sweep, and what other worlds say."""
    console = terminal()
    for sentence in opening(answer, robust):
        console.print(f"\n{sentence}", highlight=False, markup=False)
    console.print()
    console.print(benefit_table(answer))
    for sentence in unused_in(answer):
        console.print(sentence, highlight=False, markup=False)
    if len(answer.pairs):
        console.print(pairs_table(answer))
    if answer.budgets:
        console.print(budget_table(answer))
    for scope in ("region", "members") if answer.networks else ("region",):
        console.print(differences_table(answer, scope))
    for table in (contrasts_table(robust), worlds_table(robust)) if robust else ():
        console.print(table)
    needed = NEEDED.format(margin=answer.margin_eur / 1e3)
    of_worlds = contrast_notes() if robust else ()
    console.notes((*NOTES, THREE_WORDS, needed, *of_worlds, *CAVEATS))


def benefit_table(answer: Answer) -> Table:
    """Return the ranking by net monetary benefit."""
    title = f"Worth its public money? Against {answer.baseline}"
    table = titled(title, "policy", *WORTH, ">best in", "first vs this")
    for _, row in answer.ranking.iterrows():
        if row["policy"] == answer.baseline:
            cells = ("0 (baseline)", "")
        else:
            cells = (between(*benefit_keur(row)), ratio_withheld(row) or ratio(row))
        best_in = f"{100 * row['probability_best']:.0f} %"
        table.add_row(row["policy"], *cells, best_in, row["against_first"])
    return table


def pairs_table(answer: Answer) -> Table:
    """Return how policies differ pair by pair, the word for it, and the replications it needs."""
    run = answer.pairs["replications"].max()
    title = f"Policy by policy, after {run:,.0f} replications: difference in net benefit"
    table = titled(title, "policy", "against", ">kEUR [95 %]", "word", ">needed", key=2)
    for _, row in answer.pairs.iterrows():
        needed = needed_in_words(row["replications_needed"])
        cells = (between(*difference_keur(row)), row["word"], needed)
        table.add_row(row["policy"], row["other"], *cells)
    return table


def between(mean: float, low: float, high: float) -> str:
    """Return a mean with its 95 % interval, if it has one."""
    return f"{mean:+z,.0f}" + (f" [{low:+z,.0f} to {high:+z,.0f}]" if low <= high else "")


def budget_table(answer: Answer) -> Table:
    """Return what each policy was given so that all cost the same public money."""
    title = "The same public money, present value: what is left buys one-on-one hours"
    headings = (">as written, kEUR", ">hours added a month*", ">planned, kEUR", ">spent, kEUR")
    table = titled(title, "policy", *headings)
    for budget in answer.budgets:
        if budget["budget_pv_eur"] == 0.0:
            table.add_row(budget["policy"], "0", "none: costs nothing, left as it is", "0", "0")
            continue
        keur = {key: f"{budget[key] / 1e3:,.1f}" for key in budget if key.endswith("_eur")}
        hours = f"{budget['added_hours']:,.1f}"
        cells = (keur["planned_pv_eur"], hours, keur["budget_pv_eur"], keur["spent_pv_eur"])
        table.add_row(budget["policy"], *cells)
    table.caption = "* per group's catchment; money of groups that dissolve stays unspent"
    table.caption_justify = "left"
    return table


def ratio(row: "pd.Series[float]") -> str:
    """Return the cost per year of work with its interval, EUR."""
    estimate_and_bounds = [row[f"eur_per_job_year{end}"] for end in ("", "_low", "_high")]
    return "{:,.0f} [{:,.0f} to {:,.0f}]".format(*estimate_and_bounds)


def differences_table(answer: Answer, scope: str) -> Table:
    """Return mean differences with intervals, a row per policy; dim where zero is inside."""
    headings = [f">{heading}".replace(", ", "\n") for heading in SHORT.values()]
    table = titled(TITLES[scope].format(baseline=answer.baseline), "policy", *headings)
    for policy in answer.policies(scope):
        cells = []
        for name in SHORT:
            row = as_shown(answer.effect(policy, scope, name))
            digits = DISPLAY[name].digits
            text = f"{row['difference']:+z,.{digits}f}"
            if row["high"] > row["low"]:
                text += f" ±{(row['high'] - row['low']) / 2.0:,.{digits}f}"
            cells.append(text if row["distinguishable"] else f"[dim]{text}[/dim]")
        table.add_row(policy, *cells)
    return table
