"""Meetings: when they are due, who organises, who talks with whom."""

from math import inf

from talkoot.agents.meeting import (
    chance_to_volunteer,
    hours_to_organise,
    is_called,
    is_time_to_meet,
    keenness,
    neighbour,
    organised_after_month,
    share_on_agenda,
    talks_in_evening,
)

from ..proof import Proof, eg, near, reads
from ..strategies import PART, span, whole

ASKED = {"volunteer_rate": 0.12, "volunteer_spare_hours": 40.0, "tiring": 0.5}

PROOFS = (
    Proof(
        is_time_to_meet,
        [
            *(eg(age in (0, 3, 6), interval=3, age_months=age) for age in range(8)),
            eg(True, interval=1, age_months=5),
            eg(False, interval=0, age_months=0),
        ],
        claims={
            "the first month is one": lambda c: c(age_months=0) is (c.interval > 0),
            "once in an interval": lambda c: (
                sum(c(age_months=c.age_months + k) for k in range(c.interval)) == min(c.interval, 1)
            ),
        },
    ),
    Proof(
        chance_to_volunteer,
        [
            # 0.12 x 0.5 x 0.8, with half of the 40 hours that are plenty
            eg(0.024, belonging=0.5, confidence=0.8, spare_hours=20.0, organised=0.0, **ASKED),
            eg(0.048, belonging=0.5, confidence=0.8, spare_hours=40.0, organised=0.0, **ASKED),
            eg(0.048, belonging=0.5, confidence=0.8, spare_hours=100.0, organised=0.0, **ASKED),
            eg(0.12, belonging=1.0, confidence=1.0, spare_hours=40.0, organised=0.0, **ASKED),
            # two evenings organised lately: half as ready, four: a third
            eg(0.06, belonging=1.0, confidence=1.0, spare_hours=40.0, organised=2.0, **ASKED),
            eg(0.04, belonging=1.0, confidence=1.0, spare_hours=40.0, organised=4.0, **ASKED),
        ],
        rises_with="belonging confidence spare_hours volunteer_rate",
        falls_with="volunteer_spare_hours organised tiring",
        between=(0.0, 0.3),
        swaps=("belonging", "confidence"),
        claims={
            "no time, no evening": lambda c: c(spare_hours=0.0) == 0.0,
            "the timid do not": lambda c: c(confidence=0.0) == 0.0,
            "never above the rate": lambda c: c() <= c.volunteer_rate,
            "where nobody tires, as ready as ever": lambda c: c(tiring=0.0) == c(organised=0.0),
        },
        where={"organised": span(0.0, 30.0)},
    ),
    Proof(
        organised_after_month,
        [eg(4.6, organised=5.0, rest=0.08), eg(0.0, organised=0.0, rest=0.08)],
        rises_with="organised",
        falls_with="rest",
        between=(0.0, 30.0),
        claims={
            "in the end one is rested": lambda c: near(c.again("organised", 400, rest=0.1), 0.0)
        },
        where={"organised": span(0.0, 30.0)},
    ),
    Proof(
        neighbour,
        [
            eg(1, place=0, talk=0, came=5),  # right, left, second right, second left
            eg(4, place=0, talk=1, came=5),
            eg(2, place=0, talk=2, came=5),
            eg(3, place=0, talk=3, came=5),
            eg(0, place=4, talk=0, came=5),
            eg(1, place=4, talk=2, came=5),
            eg(2, place=4, talk=3, came=5),
            eg(1, place=0, talk=4, came=5),  # and from the beginning
            *(eg(1, place=0, talk=talk, came=2) for talk in range(4)),  # two have each other
        ],
        claims={
            "somebody who is there": lambda c: 0 <= c() < c.came,
            "everybody else in turn": lambda c: (
                {c(talk=talk) for talk in range(c.came - 1)} == set(range(c.came)) - {c.place}
            ),
            "after everybody one begins again": lambda c: c(talk=c.talk + c.came - 1) == c(),
            "my right neighbour's left one am I": lambda c: (
                c(place=c(talk=2 * (c.talk // 2)), talk=2 * (c.talk // 2) + 1) == c.place
            ),
            "the table is round": lambda c: (
                c(place=c.place + 1 if c.place + 1 < c.came else 0) == (c() + 1) % c.came
            ),
        },
        where={"place": whole(0, 6), "came": whole(7, 28), "talk": whole(0, 5)},
    ),
    Proof(
        keenness,
        [eg(0.2, u=0.02, chance=0.1), eg(0.5, u=0.05, chance=0.1)],
        rises_with="u",
        falls_with="chance",
        between=(0.0, inf),
        claims={"among volunteers all alike": lambda c, share: near(c(u=share * c.chance), share)},
        where={"chance": PART},
    ),
    reads(hours_to_organise, organising_hours=5.0),
    Proof(
        talks_in_evening,
        [
            eg(6, came=12, activities=9, conversations=6.0),
            eg(6, came=2, activities=9, conversations=6.0),  # two talk all evening
            eg(6, came=4, activities=9, conversations=6.4),
            eg(2, came=12, activities=2, conversations=6.0),
            eg(0, came=1, activities=9, conversations=6.0),  # nobody is there to talk with
        ],
        rises_with="came activities conversations",
        between=(0, 12),
        claims={
            "one in each activity": lambda c: c() <= c.activities,
            "two talk as often as any company": lambda c: c(came=2) == c(came=28),
        },
        where={"came": whole(1, 28)},
    ),
    Proof(
        share_on_agenda,
        [
            eg(1.0, process=0.0, came=2, agenda_drift=0.25),
            eg(0.8, process=0.0, came=3, agenda_drift=0.25),  # a quarter of it is chat
            eg(1.0 / 3.0, process=0.0, came=10, agenda_drift=0.25),
            eg(2.0 / 3.0, process=0.5, came=10, agenda_drift=0.25),  # half of what drifts away
            eg(1.0, process=1.0, came=10, agenda_drift=0.25),
        ],
        rises_with="process",
        falls_with="came agenda_drift",
        between=(0.0, 1.0),
        claims={
            "two have each other's ear": lambda c: c(came=2) == 1.0,
            "who leads well keeps all at it": lambda c: near(c(process=1.0), 1.0),
            "half a leader brings back half of what drifts": lambda c: near(
                2.0 * c(process=0.5), c(process=0.0) + 1.0
            ),
            "a company without a leader drifts": lambda c: (
                c(process=0.0, came=12, agenda_drift=0.3) < 0.5
            ),
        },
    ),
    Proof(
        is_called,
        [eg(False, process=0.0), eg(True, process=0.01), eg(True, process=1.0)],
        rises_with="process",
    ),
)
