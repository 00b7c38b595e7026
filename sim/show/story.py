"""One entrepreneur's life under two policies, side by side, and where they part."""

from typing import NamedTuple

import pandas as pd

from talkoot.agents.columns import STATUSES, Firms
from talkoot.sim.answers.trace import TracedRun

from .event_sentences import ANSWERED, IN_A_LIFE, Narrator


class Story(NamedTuple):
    """Months in which something happened under either policy, and the first that differs."""

    rows: list[tuple[int, str, str]]  # month, what happened under the first, under the second
    parts: int | None
    endings: list[tuple[str, str, str]]  # what, under the first, under the second


def story(row: int, one: TracedRun, other: TracedRun, words: Narrator) -> Story:
    """Return the life of entrepreneur ``row`` under two policies of the same replication."""
    lives = [life_by_month(row, lived.events, words) for lived in (one, other)]
    months = sorted(set(lives[0]) | set(lives[1]))
    rows = [(m, lives[0].get(m, ""), lives[1].get(m, "")) for m in months]
    parts = next((m for m, a, b in rows if a != b), None)
    ours, theirs = (ending(row, lived.state.firms) for lived in (one, other))
    return Story(rows, parts, [(what, ours[what], theirs[what]) for what in ours])


def life_by_month(row: int, events: pd.DataFrame, words: Narrator) -> dict[int, str]:
    """Return what befell an entrepreneur, month by month, in words."""
    own = (events["entrepreneur"] == row) & events["kind"].isin(IN_A_LIFE)
    answered = (events["other"] == row) & events["kind"].isin(ANSWERED)
    clauses_of: dict[int, list[str]] = {}
    for event in events[own | answered].to_dict("records"):
        clauses_of.setdefault(int(event["month"]), []).append(words.life(event, row))
    return {month: "; ".join(clauses) for month, clauses in clauses_of.items()}


def ending(row: int, firms: Firms) -> dict[str, str]:
    """Return how an entrepreneur fares in the end."""
    return {
        "status": STATUSES[firms.status[row]].replace("_", " "),
        "turnover since month 0, EUR": f"{firms.turnover_total_eur[row]:,.0f}",
        "employees": f"{firms.employees[row]}",
        "expertise, mean": f"{firms.expertise[row].mean():.3f}",
        "practice quality": f"{firms.quality[row]:.3f}",
        "confidence": f"{firms.confidence[row]:.2f}",
        "willingness to employ": f"{firms.attitude[row]:.2f}",
        "business contacts": f"{firms.ties[row]}",
        "ventures joined": f"{firms.ventures[row]}",
    }


def most_parted(one: TracedRun, other: TracedRun) -> int:
    """Return the entrepreneur with most of a life that only one of the two policies has.

    Of equals the lowest number.
    """
    lives = [lived.events[lived.events["kind"].isin(IN_A_LIFE)] for lived in (one, other)]
    counts = [events.groupby("entrepreneur").size() for events in lives]
    apart = counts[0].sub(counts[1], fill_value=0.0).abs()
    apart = apart[apart.index >= 0]
    return int(apart.index.to_numpy()[apart.to_numpy().argmax()]) if len(apart) else 0
