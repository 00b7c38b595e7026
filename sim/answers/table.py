"""The answer in the terminal: a sentence, ranked tables, caveats."""

import numpy as np
import pandas as pd
from rich.table import Table

from .answer import CAVEATS, Answer
from .compare import NET_BENEFIT, OUTCOMES, as_shown
from .hours import unused_in
from .ranking import benefit_keur, ratio_withheld
from .robustness import Robustness, opening
from .robustness_table import notes, tables
from .terminal import terminal, titled

SHOWN = ("firms", "jobs_fte", "turnover_eur", "ventures", "expertise", "public_pv_eur")
SHORT = {
    "firms": "firms",
    "jobs_fte": "jobs, FTE",
    "turnover_eur": "turnover, kEUR/a",
    "ventures": "ventures",
    "expertise": "expertise, points of 100",
    "public_pv_eur": "public cost, kEUR",
}
NOTES = (
    "± is half of a 95 % interval; dim where the interval holds zero.",
    "Members' joint ventures count once per partner, the region's once; public cost is the whole "
    "programme's in both tables.",
    "Best in: share of replications with the highest net benefit, the baseline taking part.",
)
TITLES = {
    "region": "Whole region, net of displacement: difference to {baseline}",
    "members": "Members of the groups: difference to the same entrepreneurs under {baseline}",
}


def print_answer(answer: Answer, found: Robustness | None = None) -> None:
    """Print a study's answer, or that of one scenario of a sweep, and what other worlds say."""
    console = terminal()
    for said in opening(answer, found):
        console.print(f"\n{said}", highlight=False, markup=False)
    console.print()
    console.print(worth(answer))
    for said in unused_in(answer):
        console.print(said, highlight=False, markup=False)
    if answer.budgets:
        console.print(same_money(answer))
    for scope in ("region", "members") if answer.networks else ("region",):
        console.print(differences(answer, scope))
    for table in tables(found) if found else ():
        console.print(table)
    for caveat in (*NOTES, *(notes() if found else ()), *CAVEATS):
        console.print(f"- {caveat}", style="dim", highlight=False)


def worth(answer: Answer) -> Table:
    """Return the ranking by net monetary benefit."""
    table = titled(f"Worth its public money? Against {answer.baseline}")
    table.add_column("policy", overflow="fold")
    headings = ("net benefit, kEUR [95 %]", "EUR per FTE-year", "best in", "pairing gain")
    for heading in headings:
        table.add_column(heading, justify="right")
    for _, row in answer.ranking.iterrows():
        if row["policy"] == answer.baseline:
            table.add_row(row["policy"], "0 (baseline)", "", share(row), "")
            continue
        gain = answer.effect(row["policy"], "region", NET_BENEFIT)["pairing_gain"]
        benefit, low, high = benefit_keur(row)
        table.add_row(
            row["policy"],
            f"{benefit:+z,.0f} [{low:+z,.0f} to {high:+z,.0f}]",
            ratio_withheld(row) or ratio(row),
            share(row),
            "" if np.isnan(gain) else f"{gain:,.0f}×",
        )
    return table


def same_money(answer: Answer) -> Table:
    """Return what each policy was given so that all cost the same public money."""
    table = titled("The same public money, present value: what is left buys one-on-one hours")
    table.add_column("policy", overflow="fold")
    for heading in ("as written, kEUR", "hours added a month*", "planned, kEUR", "spent, kEUR"):
        table.add_column(heading, justify="right")
    for budget in answer.budgets:
        if budget["budget_pv_eur"] == 0.0:
            table.add_row(budget["policy"], "0", "none: costs nothing, left as it is", "0", "0")
            continue
        keur = {key: f"{budget[key] / 1e3:,.1f}" for key in budget if key.endswith("_eur")}
        hours = f"{budget['added_hours']:,.1f}"
        told = (keur["planned_pv_eur"], hours, keur["budget_pv_eur"], keur["spent_pv_eur"])
        table.add_row(budget["policy"], *told)
    table.caption = "* per group's catchment; money of groups that dissolve stays unspent"
    table.caption_justify = "left"
    return table


def ratio(row: "pd.Series[float]") -> str:
    """Return the cost per year of work with its interval, EUR."""
    told = [row[f"eur_per_job_year{end}"] for end in ("", "_low", "_high")]
    return "{:,.0f} [{:,.0f} to {:,.0f}]".format(*told)


def share(row: "pd.Series[float]") -> str:
    """Return the share of replications in which a policy is best, in words."""
    return f"{100 * row['probability_best']:.0f} %"


def differences(answer: Answer, scope: str) -> Table:
    """Return mean differences with intervals, a row per policy; dim where zero is inside."""
    title = TITLES[scope].format(baseline=answer.baseline)
    table = titled(title)
    table.add_column("policy", overflow="fold")
    for name in SHOWN:
        table.add_column(SHORT[name].replace(", ", "\n"), justify="right", no_wrap=True)
    for policy in answer.ranking["policy"]:
        if policy == answer.baseline or (scope == "members" and policy not in answer.networks):
            continue
        cells = []
        for name in SHOWN:
            row = as_shown(answer.effect(policy, scope, name))
            digits = OUTCOMES[name].digits
            text = f"{row['difference']:+z,.{digits}f}"
            if row["high"] > row["low"]:
                text += f" ±{(row['high'] - row['low']) / 2.0:,.{digits}f}"
            cells.append(text if row["distinguishable"] else f"[dim]{text}[/dim]")
        table.add_row(policy, *cells)
    return table
