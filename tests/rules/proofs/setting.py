"""What surrounds the actors."""

from talkoot.agents.setting import row_of_month, row_of_trend

from ..proof import Proof, eg

PROOFS = (
    Proof(
        row_of_month,
        # one row for the whole past, then one for each month
        [eg(0, month=-180), eg(0, month=-1), eg(1, month=0), eg(8, month=7)],
        rises_with="month",
        between=(0, 241),
        claims={
            "the past is one row": lambda c: c(month=-1 - abs(c.month)) == 0,
            "each month has its own": lambda c: (
                c(month=abs(c.month) + 1) == c(month=abs(c.month)) + 1
            ),
        },
    ),
    Proof(
        row_of_trend,
        # before month 0 as the past was, from then on the region's own
        [eg(0, month=-180), eg(0, month=-1), eg(1, month=0), eg(1, month=119)],
        rises_with="month",
        between=(0, 1),
        claims={
            "the past is one row": lambda c: c(month=-1 - abs(c.month)) == 0,
            "all that comes is the other": lambda c: c(month=abs(c.month)) == 1,
        },
    ),
)
