"""What happens is counted and told here, in one call, so that figures and events cannot part.

A line is written only where the ledger has room for it; only a traced run has any.
"""

from talkoot.agents.columns import EVENTS, LINE, NOBODY, Ledger
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
    "group_over",
    "memo_read",
    "refused",
    "supplier_lost",
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
    GROUP_OVER,
    MEMO_READ,
    REFUSED,
    SUPPLIER_LOST,
) = range(len(EVENTS), len(EVENTS) + len(ASIDES))

MONTH, KIND, WHO, OTHER, GROUP, SUBJECT, MINUTES, CHANGE = range(len(LINE))


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
    ledger.lines[line, MONTH] = ledger.written[1]
    ledger.lines[line, KIND] = kind
    ledger.lines[line, WHO] = i
    ledger.lines[line, OTHER] = other
    ledger.lines[line, GROUP] = g
    ledger.lines[line, SUBJECT] = subject
    ledger.lines[line, MINUTES] = minutes
    ledger.lines[line, CHANGE] = change
