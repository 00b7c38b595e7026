"""What tells the two theories of knowledge apart: what a memo and a screen give, beside a meeting.

Where what is told is copied, a memo and a screen do nearly as well. Where tacit know-how is remade
by two who think about a shared problem, a memo carries the part that words can hold, and a screen
no thinking together.
"""

from typing import NamedTuple

import numpy as np

from talkoot.agents.parameters import parameters
from talkoot.agents.rows import ledger
from talkoot.scenarios.names import names
from talkoot.sim.answers.events import table_of
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import begun

MONTHS, ROOM = 36, 400_000
THEORIES = {"thinking_together": 0.0, "literal_transfer": 1.0}


class Ratios(NamedTuple):
    """Know-how that one gets, over what an evening in a room gives whoever comes."""

    memo: float  # who misses an evening, by the memo
    reader: float  # who reads it
    online: float  # who comes to an evening on a screen


def ratios(theory: str, seed: int, replication: int, **changed: float) -> Ratios:
    """Return them for Kainuu's groups over three years."""
    p = parameters(literal_transfer=THEORIES[theory], **changed)
    given = {}
    for policy in ("joint_handover", "online"):
        state = begun(p, policy, MONTHS, seed, replication)._replace(ledger=ledger(ROOM))
        run_months(p, 0, state, np.zeros((MONTHS, len(METRICS))))
        assert state.ledger.written[0] <= ROOM, "no room for all lines"
        ledger_now = state.ledger._replace(lines=state.ledger.lines[: state.ledger.written[0]])
        told = table_of(ledger_now, names("venture")).groupby("kind")["change"].agg(["sum", "size"])
        came, asked = told.loc[["attended", "invited"], "size"]
        given[policy] = told.loc["conversation", "sum"] / came
        if policy == "joint_handover":
            memo, readers = told.loc["memo_read"]
            missed = asked - came
    room = given["joint_handover"]
    return Ratios(memo / missed / room, memo / readers / room, given["online"] / room)
