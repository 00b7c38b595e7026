"""The trace of a run: who did what, when, with whom, and what changed; an observer, nothing more.

The engine tells of each thing where it counts it (`sim/engine/tracker_events.py`), so every count
is the number of its events. A traced run ends in the same bits as an untraced one.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from talkoot.agents.rows import copy, ledger
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.work.single import StartedRegion

from .events import table_of


class TracedRun(NamedTuple):
    """A traced run: METRICS by month, events, and how it ended."""

    months: pd.DataFrame
    events: pd.DataFrame
    state: State


def run_traced(place: StartedRegion, state: State, months: int, types: list[str]) -> TracedRun:
    """Advance ``months`` months and trace them; ``types`` names the kinds of ventures.

    A twin lives first, untraced, to tell how many lines there will be.
    """
    twin = State._make(map(copy, state))._replace(ledger=ledger())
    untraced(place, twin, months)
    traced = state._replace(ledger=ledger(room=int(twin.ledger.written[0])))
    table = untraced(place, traced, months)
    return TracedRun(table, table_of(traced.ledger, types), traced)


def untraced(place: StartedRegion, state: State, months: int) -> pd.DataFrame:
    """Advance ``months`` months; return METRICS with a column for the month."""
    record = np.zeros((months, len(METRICS)))
    run_months(place.p, 0, state, record)
    table = pd.DataFrame(record, columns=list(METRICS))
    table.insert(0, "month", range(months))
    return table
