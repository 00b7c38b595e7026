"""Entry: firms whose founding month has come are opened; who is active is listed.

How many are founded, and when, is drawn before month 0 (`scenarios/firm_entry.py`), the same under
every policy.
"""

import numpy as np

from talkoot.agents.columns import ACTIVE, BIRTHS, NOBODY, Firms, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.scratch import Scratch

from .tracker_events import count_event


@kernel
def found_firms(month: int, firms: Firms, ledger: Ledger) -> None:
    """Open the firms whose founding month has come; they are the same under every policy."""
    i = int(np.searchsorted(firms.founded, month + 1)) - 1
    while i >= 0 and firms.founded[i] == month:
        firms.status[i] = ACTIVE
        count_event(ledger, BIRTHS, i, NOBODY)
        i -= 1


@kernel
def list_active(firms: Firms, scratch: Scratch) -> int:
    """List the rows of active firms in order, so that kernels see no others; return how many."""
    count = 0
    for i in range(firms.key.size):
        scratch.active[count] = i
        count += 1 if firms.status[i] == ACTIVE else 0
    return count
