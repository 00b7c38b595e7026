"""Meetings: when they are due, who organises, who talks with whom."""

from talkoot.agents.meeting import chance_to_volunteer, is_time_to_meet, neighbour

from ..proof import Proof, eg
from ..strategies import whole

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
            eg(0.024, belonging=0.5, confidence=0.8, spare_hours=20.0, volunteer_rate=0.12),
            eg(0.048, belonging=0.5, confidence=0.8, spare_hours=40.0, volunteer_rate=0.12),
            eg(0.048, belonging=0.5, confidence=0.8, spare_hours=100.0, volunteer_rate=0.12),
            eg(0.12, belonging=1.0, confidence=1.0, spare_hours=40.0, volunteer_rate=0.12),
        ],
        rises_with="belonging confidence spare_hours volunteer_rate",
        between=(0.0, 0.3),
        swaps=("belonging", "confidence"),
        claims={
            "no time, no evening": lambda c: c(spare_hours=0.0) == 0.0,
            "the timid do not": lambda c: c(confidence=0.0) == 0.0,
            "never above the rate": lambda c: c() <= c.volunteer_rate,
        },
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
        ],
        claims={
            "somebody who is there": lambda c: 0 <= c() < c.came,
            "everybody else in turn": lambda c: (
                {c(talk=talk) for talk in range(c.came - 1)} == set(range(c.came)) - {c.place}
            ),
            "my right neighbour's left one am I": lambda c: (
                c(place=c(talk=2 * (c.talk // 2)), talk=2 * (c.talk // 2) + 1) == c.place
            ),
            "the table is round": lambda c: (
                c(place=c.place + 1 if c.place + 1 < c.came else 0) == (c() + 1) % c.came
            ),
        },
        where={"place": whole(0, 6), "came": whole(7, 28), "talk": whole(0, 5)},
    ),
)
