"""What happens is counted and told here, in one call, so that figures and events cannot part.

A line is written only where the ledger has room for it; only a traced run has any.
"""

from talkoot.agents.columns import EVENTS, NOBODY, Ledger
from talkoot.agents.compiled import part

ASIDES = (
    "problem",
    "idea_failed",
    "hired",
    "dismissed",
    "tie_lost",
    "partner_started",
    "partner_paid_off",
    "partner_failed",
    "bought_out",
)
"""What is told and not counted."""
(
    PROBLEM_MET,
    IDEA_FAILED,
    HIRED,
    DISMISSED,
    TIE_LOST,
    PARTNER_STARTED,
    PARTNER_PAID_OFF,
    PARTNER_FAILED,
    BOUGHT_OUT,
) = range(len(EVENTS), len(EVENTS) + len(ASIDES))


@part
def count_event(
    ledger: Ledger,
    event: int,
    i: int,
    g: int,
    other: int = NOBODY,
    subject: int = NOBODY,
    change: float = 0.0,
    minutes: float = 0.0,
) -> None:
    """Count one of EVENTS that befell entrepreneur ``i`` of group ``g``, and tell of it."""
    ledger.events[event] += 1
    trace_event(ledger, event, i, g, other, subject, change, minutes)


@part
def trace_event(
    ledger: Ledger,
    kind: int,
    i: int,
    g: int,
    other: int = NOBODY,
    subject: int = NOBODY,
    change: float = 0.0,
    minutes: float = 0.0,
) -> None:
    """Write the line of something that happened, if there is room."""
    line = ledger.written[0]
    ledger.written[0] = line + 1
    if line >= ledger.lines.shape[0]:
        return
    ledger.lines[line, 0] = ledger.written[1]
    ledger.lines[line, 1] = kind
    ledger.lines[line, 2] = i
    ledger.lines[line, 3] = other
    ledger.lines[line, 4] = g
    ledger.lines[line, 5] = subject
    ledger.lines[line, 6] = minutes
    ledger.lines[line, 7] = change
