"""The answer in the terminal: a sentence, ranked tables, caveats."""

import pandas as pd
from rich.table import Table

from talkoot.sim.answers.answer import CAVEATS, Answer
from talkoot.sim.answers.hours import unused_in
from talkoot.sim.answers.lines import work_by_line
from talkoot.sim.answers.ranking import benefit_keur, ratio_withheld
from talkoot.sim.answers.robustness import Robustness, opening
from talkoot.sim.answers.three_words import difference_keur, needed_in_words
from talkoot.sim.answers.typical import carried_in_words

from .sections import FURTHER, REGION_AND_MEMBERS, TYPICAL, Cell, Section, cell
from .table_robustness import contrast_notes, contrasts_table, worlds_table
from .terminal import terminal, titled

WORTH = (">net benefit, kEUR [95 %]", ">EUR per FTE-year")
NOTES = (
    "± is half of a 95 % interval; dim where the interval includes zero.",
    "Members' joint ventures count once per partner, the region's once; public cost is the whole "
    "programme's in both tables.",
    "Best in: share of replications with the highest net benefit, the baseline included.",
    "Small by nature: market at founding below ten full-time workers and, of firms already there, "
    "fewer than ten employees at the start; small and large add up to all firms. sd: between "
    "replications.",
)
THREE_WORDS = (
    "Words for a pair, about chance only: equal, the 95 % interval of the difference lies within "
    "one full-time job's worth over the horizon; stands, it excludes zero; cannot be told, neither."
)
NEEDED = (
    "One job's worth: ±{margin:,.0f} kEUR. Needed: replications that would make the word stands or "
    "equal if mean and spread of the difference stay as they are."
)


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
    if len(answer.effects):
        console.print(lines_table(answer))
    for section in (*REGION_AND_MEMBERS, *FURTHER):
        if section.policies(answer):
            console.print(differences_table(answer, section))
        if section is TYPICAL:
            for sentence in carried_in_words(answer):
                console.print(f"{sentence}\n", highlight=False, markup=False)
    for table in (contrasts_table(robust), worlds_table(robust)) if robust else ():
        console.print(table)
    needed = NEEDED.format(margin=answer.margin_eur / 1e3)
    of_worlds = contrast_notes() if robust else ()
    further = [section.note.format(baseline=answer.baseline) for section in FURTHER]
    console.notes((*NOTES, *further, THREE_WORDS, needed, *of_worlds, *CAVEATS))


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


def between(mean: float, low: float, high: float, digits: int = 0) -> str:
    """Return a mean with its 95 % interval, if it has one."""
    told, *ends = (f"{value:+z,.{digits}f}" for value in (mean, low, high))
    return told + (f" [{' to '.join(ends)}]" if low <= high else "")


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


def lines_table(answer: Answer) -> Table:
    """Return the work that each policy adds: all firms, then the two lines that add up to them."""
    title = f"Work added, discounted, and whose: difference to {answer.baseline}"
    table = titled(title, "policy", "firms", ">FTE-years [95 %]", ">sd", key=2)
    for policy in answer.policies():
        for k, (line, row) in enumerate(work_by_line(answer, policy).items()):
            text = between(row["difference"], row["low"], row["high"], 1)
            work = text if row["distinguishable"] else f"[dim]{text}[/dim]"
            sd = f"{row['sd']:,.1f}" if row["sd"] >= 0.0 else ""
            table.add_row("" if k else policy, line, work, sd)
        table.add_section()
    return table


def differences_table(answer: Answer, section: Section) -> Table:
    """Return mean differences with intervals, a row per policy; dim where zero is inside."""
    headings = [f">{column.heading}".replace(", ", "\n") for column in section.columns]
    table = titled(section.title.format(baseline=answer.baseline), "policy", *headings)
    for policy in section.policies(answer):
        table.add_row(policy, *(told(cell(answer, policy, one)) for one in section.columns))
    return table


def told(shown: Cell | None) -> str:
    """Return a cell as a terminal has it; half of its interval stands behind it."""
    if shown is None:
        return ""
    text = shown.number(shown.mean)
    if shown.high > shown.low:
        text += f" ±{(shown.high - shown.low) / 2.0:,.{shown.digits}f}"
    return text if shown.distinguishable else f"[dim]{text}[/dim]"
