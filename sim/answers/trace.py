"""The trace of a run: who did what, when, with whom, and what changed; an observer, nothing more.

After each month it compares the columns with the month before. A traced run ends in the same bits
as an untraced one. An entrepreneur's number is the row, the same person under every policy.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from talkoot.agents.activities import ACTIVITIES, ARGUMENT, ASSETS_REUSED, COORDINATION
from talkoot.agents.columns import ACTIVE, ASSETS, N_TIES, NOBODY, STATUSES, TOPICS, Array
from talkoot.sim.engine.month import State, run_months
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.single import Place

DECISIONS = ("first_hire", "growth")
UNITS = (
    *("severity", "leads", "severity", "lent", "proposal", "opinion", "confidence"),
    *("chance", "know-how", "know-how", "awareness"),
)
WATCHED = (
    *("status", "group", "employees", "need_topic", "idea", "products", "exporting"),
    "tie_to",
)


class Event(NamedTuple):
    """One thing that happened; -1 stands for nobody or no group."""

    month: int
    kind: str  # activity, meeting, or what befell the entrepreneur
    entrepreneur: int
    other: int
    group: int
    minutes: float
    subject: str
    change: float
    unit: str


class Lived(NamedTuple):
    """A traced run: METRICS by month, events, and how it ended."""

    months: pd.DataFrame
    events: pd.DataFrame
    state: State


def live(place: Place, state: State, months: int, types: list[str]) -> Lived:
    """Advance ``months`` months and trace them; ``types`` names the kinds of ventures."""
    record = np.zeros((months, len(METRICS)))
    events: list[Event] = []
    for month in range(months):
        before = {name: getattr(state.firms, name).copy() for name in WATCHED}
        ventures = state.ventures.type.copy()
        run_months(place.p, month, state, record[month : month + 1])
        events += evenings(month, state)
        events += lives(month, state, before)
        events += joint_work(month, state, ventures, types)
    return Lived(by_month(record), pd.DataFrame(events, columns=list(Event._fields)), state)


def untraced(place: Place, state: State, months: int) -> pd.DataFrame:
    """Advance ``months`` months; return METRICS by month."""
    record = np.zeros((months, len(METRICS)))
    run_months(place.p, 0, state, record)
    return by_month(record)


def by_month(record: Array) -> pd.DataFrame:
    """Return METRICS as a table with a column for the month."""
    table = pd.DataFrame(record, columns=list(METRICS))
    table.insert(0, "month", range(len(record)))
    return table


def subject_of(activity: int, subject: int) -> str:
    """Return what an activity was about, in a word.

    >>> subject_of(ARGUMENT, 0), subject_of(ASSETS_REUSED, 0), subject_of(0, 5)
    ('first_hire', 'vehicle', 'export')
    """
    if subject < 0 or activity == COORDINATION:
        return ""
    words = {ARGUMENT: DECISIONS, ASSETS_REUSED: ASSETS}.get(activity, TOPICS)
    return words[subject]


def evenings(month: int, state: State) -> list[Event]:
    """Return the meetings of a month and what was done in them, in order."""
    groups = state.groups
    found = []
    for g in np.flatnonzero(groups.came > 0).tolist():
        host, theme = int(groups.host[g]), TOPICS[groups.theme[g]]
        came = float(groups.came[g])
        found.append(Event(month, "meeting", host, NOBODY, g, 0.0, theme, came, "attendees"))
        for slot in range(int(groups.activities[g])):
            activity = int(groups.activity[g, slot])
            found.append(
                Event(
                    month,
                    ACTIVITIES[activity],
                    int(groups.initiator[g, slot]),
                    int(groups.partner[g, slot]),
                    g,
                    float(groups.minutes[g, slot]),
                    subject_of(activity, int(groups.subject[g, slot])),
                    float(groups.change[g, slot]),
                    UNITS[activity],
                )
            )
    return found


def lives(month: int, state: State, before: dict[str, Array]) -> list[Event]:
    """Return what befell single entrepreneurs this month."""
    f = state.firms
    found: list[Event] = []

    def tell(kind: str, rows: Array, other: Array | None = None, **more: Array) -> None:
        for i in np.flatnonzero(rows).tolist():
            subject = str(more["subject"][i]) if "subject" in more else ""
            change = float(more["change"][i]) if "change" in more else 0.0
            partner = NOBODY if other is None else int(other[i])
            group = int(max(f.group[i], before["group"][i]))
            found.append(Event(month, kind, i, partner, group, 0.0, subject, change, ""))

    was, now = before["status"], f.status
    topics = np.array([*TOPICS, ""])
    tell("founded", f.founded == month)
    tell("closed", f.exit_month == month, subject=np.array(STATUSES)[now])
    alive = now == ACTIVE
    new = (f.joined_month == month) | ((before["group"] == NOBODY) & (f.group != NOBODY))
    tell("joined", new)
    tell("left", alive & (before["group"] != NOBODY) & (f.group == NOBODY))
    grown = np.where(alive & (was == ACTIVE), f.employees - before["employees"], 0)
    first = f.first_hire_month == month
    tell("first_hire", first, change=grown)
    tell("hired", (grown > 0) & ~first, change=grown)
    tell("dismissed", grown < 0, change=grown)
    had, has = before["need_topic"], f.need_topic
    tell("problem_solved", (had != NOBODY) & (has != had), subject=topics[had])
    tell("problem", alive & (has != NOBODY) & (has != had), subject=topics[has])
    tell("idea", (before["idea"] == 0.0) & (f.idea > 0.0))
    tell("product_launched", f.products - before["products"] > 0.5)
    tell("export_entry", (before["exporting"] == 0) & (f.exporting == 1) & (was == ACTIVE))
    for slot in range(N_TIES):
        other = f.tie_to[:, slot]
        tell("tie", (other != NOBODY) & (other != before["tie_to"][:, slot]), other)
    return found


def joint_work(month: int, state: State, before: Array, types: list[str]) -> list[Event]:
    """Return the ventures that began or ended, one row per partner; ``other`` is the proposer."""
    ventures = state.ventures
    found = []
    for v in np.flatnonzero(ventures.type != before).tolist():
        began = before[v] == NOBODY
        kind = int(ventures.type[v] if began else before[v])
        paid = "venture_paid_off" if ventures.works[v] == 1 else "venture_failed"
        partners = ventures.partner[v, : ventures.size[v]].tolist()
        for i in partners:
            what = "venture_started" if began else paid
            group = int(state.firms.group[i])
            size = float(len(partners))
            found.append(
                Event(month, what, i, partners[0], group, 0.0, types[kind], size, "partners")
            )
    return found
