"""The answer in the terminal: a sentence, ranked tables, caveats."""

from pathlib import Path

import numpy as np
import pandas as pd
from rich import box
from rich.console import Console
from rich.table import Table

from .answer import CAVEATS, Answer, answer_of, headline
from .compare import OUTCOMES

WIDTH = 110
SHOWN = ("firms", "jobs_fte", "turnover_eur", "ventures", "expertise", "public_pv_eur")
SHORT = {
    "firms": "firms",
    "jobs_fte": "jobs, FTE",
    "turnover_eur": "turnover, kEUR/a",
    "ventures": "ventures",
    "expertise": "expertise, points",
    "public_pv_eur": "public cost, kEUR",
}
TITLES = {
    "region": "Whole region, net of displacement: difference to {baseline}",
    "members": "Members of the groups: difference to the same entrepreneurs under {baseline}",
}


def print_answer(folder: Path) -> None:
    """Print a study's answer."""
    answer = answer_of(folder)
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH)
    console.print(f"\n{headline(answer)}\n", highlight=False)
    console.print(worth(answer))
    for scope in ("region", "members"):
        console.print(differences(answer, scope))
    for caveat in CAVEATS:
        console.print(f"- {caveat}", style="dim", highlight=False)


def worth(answer: Answer) -> Table:
    """Return the ranking by net monetary benefit."""
    table = Table(
        title=f"Worth its public money? Against {answer.baseline}",
        title_justify="left",
        box=box.SIMPLE_HEAD,
    )
    table.add_column("policy", no_wrap=True)
    headings = ("net benefit, kEUR [95 %]", "EUR per net FTE-year", "best in", "pairing gain")
    for heading in headings:
        table.add_column(heading, justify="right")
    for _, row in answer.ranking.iterrows():
        if row["policy"] == answer.baseline:
            table.add_row(f"{row['policy']} (baseline)", "0", "", share(row), "")
            continue
        ratio = row["eur_per_job_year"]
        gain = answer.effect(row["policy"], "region", "job_years_pv")["pairing_gain"]
        said = "not distinguishable" if np.isnan(ratio) else f"{ratio:,.0f}"
        table.add_row(
            row["policy"],
            f"{row['net_benefit_keur']:+,.0f} [{row['low']:+,.0f} to {row['high']:+,.0f}]",
            said,
            share(row),
            "" if np.isnan(gain) else f"{gain:,.0f}×",
        )
    return table


def share(row: "pd.Series[float]") -> str:
    """Return the share of replications in which a policy is best, in words."""
    return f"{100 * row['probability_best']:.0f} %"


def differences(answer: Answer, scope: str) -> Table:
    """Return mean differences with intervals, a row per policy; dim where zero is inside."""
    title = TITLES[scope].format(baseline=answer.baseline)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("policy", no_wrap=True)
    for name in SHOWN:
        table.add_column(SHORT[name], justify="right")
    for policy in answer.ranking["policy"]:
        if policy == answer.baseline or (scope == "members" and policy not in answer.networks):
            continue
        cells = []
        for name in SHOWN:
            row = answer.effect(policy, scope, name)
            digits = OUTCOMES[name].digits
            half = (row["high"] - row["low"]) / 2.0
            text = f"{row['difference']:+,.{digits}f} ±{half:,.{digits}f}"
            cells.append(text if row["distinguishable"] else f"[dim]{text}[/dim]")
        table.add_row(policy, *cells)
    return table
