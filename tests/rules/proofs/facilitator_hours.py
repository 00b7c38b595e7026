"""Facilitators' hours: which task takes how many."""

from math import inf

from talkoot.agents.facilitator_hours import (
    FOLLOWING,
    RECRUITING,
    covered,
    hours_after,
    hours_eur,
    hours_in_post,
    hours_of_client,
    hours_of_session,
    hours_of_task,
    is_called_for,
    kept_for_later,
    sessions_in,
)

from ..proof import Proof, eg, near, reads
from ..strategies import FLAG, span

HOURS = {
    "leading_hours": 6.0,
    "recruiting_hours": 8.0,
    "preparing_hours": 5.0,
    "documenting_hours": 4.0,
    "following_hours": 0.3,
}
PAY = {"adviser_hour_eur": 42.0, "researcher_hour_eur": 50.0}

PROOFS = (
    Proof(
        covered,
        [
            eg(0.5, hours=3.0, needed=6.0),
            eg(1.0, hours=6.0, needed=6.0),
            eg(1.0, hours=9.0, needed=6.0),
            eg(1.0, hours=0.0, needed=0.0),  # nothing is needed
        ],
        rises_with="hours",
        falls_with="needed",
        between=(0.0, 1.0),
        claims={
            "no hours, nothing": lambda c: c(hours=0.0, needed=c.needed + 1.0) == 0.0,
            "enough is enough": lambda c: c(hours=c.needed) == 1.0,
        },
        where={"needed": span(0.0, 200.0)},
    ),
    Proof(
        sessions_in,
        [
            eg(2, hours=11.0, one_takes=4.0),
            eg(3, hours=12.0, one_takes=4.0),
            eg(0, hours=3.9, one_takes=4.0),
        ],
        rises_with="hours",
        falls_with="one_takes",
        between=(0, inf),
        claims={
            "all fit": lambda c: c() * c.one_takes <= c.hours + 1e-9,
            "one more does not": lambda c: (c() + 1) * c.one_takes > c.hours - 1e-9,
        },
    ),
    Proof(
        kept_for_later,
        [eg(3.0, left=3.0, one_takes=4.0), eg(4.0, left=11.0, one_takes=4.0)],
        rises_with="left one_takes",
        between=(0.0, inf),
        claims={
            "no more than there was": lambda c: c() <= c.left,
            "no more than one session": lambda c: c() <= c.one_takes,
            "keeping twice keeps the same": lambda c: c(left=c()) == c(),
        },
    ),
    Proof(
        is_called_for,
        # whether it meets, recruits, documents, and its members: which of the five tasks arise
        [
            eg(called, task=task, meets=meets, recruits=recruits, documents=writes, members=members)
            for (meets, recruits, writes, members), row in {
                (True, False, False, 10): (True, False, True, False, True),
                (True, True, True, 0): (True, True, True, True, False),
                (True, False, True, 1): (True, False, True, True, True),
                (False, True, True, 10): (False, True, False, False, False),
                (False, False, False, 10): (False, False, False, False, False),
            }.items()
            for task, called in enumerate(row)
        ],
        rises_with="meets recruits documents members",
        claims={
            "without an evening there is recruiting at most": lambda c: (
                c(meets=False) is (c.task == RECRUITING and c.recruits)
            )
        },
    ),
    Proof(
        hours_of_task,
        [
            eg(hours, task=task, members=10, **HOURS)
            for task, hours in enumerate((6.0, 8.0, 5.0, 4.0, 3.0))
        ],
        rises_with="members",
        between=(0.0, inf),
        claims={
            "only following up hangs on how many there are": lambda c: (
                c.task == FOLLOWING or c(members=0) == c()
            ),
            "nobody to follow up": lambda c: c(task=FOLLOWING, members=0) == 0.0,
        },
    ),
    Proof(
        hours_after,
        [
            eg(4.0, left=10.0, wanted=6.0),
            eg(0.0, left=3.0, wanted=6.0),
            eg(0.0, left=6.0, wanted=6.0),
        ],
        rises_with="left",
        falls_with="wanted",
        between=(0.0, inf),
        claims={
            "who wants nothing takes nothing": lambda c: c(wanted=0.0) == c.left,
            "nobody adds hours": lambda c: c() <= c.left,
        },
    ),
    Proof(
        hours_eur,
        [
            eg(570.0, adviser_hours=10.0, researcher_hours=3.0, **PAY),  # 420 and 150
            eg(420.0, adviser_hours=10.0, researcher_hours=0.0, **PAY),
        ],
        rises_with="adviser_hours researcher_hours adviser_hour_eur researcher_hour_eur",
        between=(0.0, inf),
        claims={
            "nobody works, nobody pays": lambda c: (
                c(adviser_hours=0.0, researcher_hours=0.0) == 0.0
            ),
            "two months cost twice one": lambda c: near(
                c(adviser_hours=2.0 * c.adviser_hours, researcher_hours=2.0 * c.researcher_hours),
                2.0 * c(),
            ),
        },
    ),
    Proof(
        hours_in_post,
        [eg(20.0, hours=20.0, vacant=0), eg(0.0, hours=20.0, vacant=1)],
        rises_with="hours",
        falls_with="vacant",
        between=(0.0, inf),
        claims={"none from nobody": lambda c: c(vacant=1) == 0.0},
        where={"vacant": FLAG},
    ),
    reads(hours_of_session, consulting_session_hours=4.0),
    reads(hours_of_client, client_hours=45.7),
)
