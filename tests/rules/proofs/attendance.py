"""Attendance: what an evening takes, and who comes."""

from math import inf, log

from talkoot.agents.attendance import (
    chance_from_home,
    chance_to_attend,
    evening_hours,
    evening_minutes,
    hours_of_evening,
    relevance_of_theme,
    takes_place,
)

from ..proof import Proof, eg, reads
from ..strategies import whole

WAY = {"meeting_hours": 2.5, "travel_speed_kmh": 60.0}
# Odds of 3 to 1 are a logit of log 3; half of log 9 is the same.
FOR = {
    "belonging": "attend_by_belonging",
    "relevance": "attend_by_relevance",
    "trust": "attend_by_trust",
    "reminder": "attend_by_reminder",
}
AGAINST = {
    "time_scarcity": "attend_time",
    "winter": "winter_reluctance",
    "daytime": "daytime_reluctance",
}
NOTHING = {
    **dict.fromkeys([*FOR, *FOR.values(), *AGAINST, *AGAINST.values(), "attend_base"], 0.0),
    "distance_km": 0.0,
    "attend_distance_km": 60.0,
    "others": 1,
    "attend_by_being_missed": 0.0,
}

# A light problem concerns by 0.4, and 0.6 of the rest if so severe; a gap in full by 0.3.
CONCERNS = {"need_relevance": 0.4, "gap_relevance": 0.3}

PROOFS = (
    Proof(
        evening_hours,
        [
            eg(4.0, distance_km=45.0, online=False, **WAY),  # 45 minutes there, 45 back
            eg(2.5, distance_km=45.0, online=True, **WAY),
            eg(2.5, distance_km=0.0, online=False, **WAY),
        ],
        rises_with="distance_km meeting_hours",
        falls_with="online travel_speed_kmh",
        between=(2.5, inf),
        claims={"next door is like online": lambda c: c(distance_km=0.0) == c(online=True)},
    ),
    Proof(
        chance_to_attend,
        [
            eg(0.5, **NOTHING),
            eg(0.25, **NOTHING | {"attend_base": -log(3.0)}),
            *(eg(0.75, **NOTHING | {name: 1.0, by: log(3.0)}) for name, by in FOR.items()),
            *(eg(0.75, **NOTHING | {name: 0.5, by: log(9.0)}) for name, by in FOR.items()),
            *(eg(0.25, **NOTHING | {name: 1.0, by: log(3.0)}) for name, by in AGAINST.items()),
            *(eg(0.25, **NOTHING | {name: 0.5, by: log(9.0)}) for name, by in AGAINST.items()),
            # a distance of attend_distance_km costs one logit
            eg(0.25, **NOTHING | {"distance_km": 60.0 * log(3.0)}),
            # one of two is missed in full, one of three by half as much
            eg(0.75, **NOTHING | {"attend_by_being_missed": log(3.0)}),
            eg(0.75, **NOTHING | {"others": 2, "attend_by_being_missed": log(9.0)}),
            eg(0.75, **NOTHING | {"others": 0, "attend_by_being_missed": log(3.0)}),
        ],
        rises_with="belonging relevance trust reminder attend_base attend_distance_km "
        "attend_by_belonging attend_by_relevance attend_by_trust attend_by_reminder "
        "attend_by_being_missed",
        falls_with="others time_scarcity distance_km winter daytime attend_time winter_reluctance "
        "daytime_reluctance",
        between=(0.0, 1.0),
        claims={
            "a pull and a push alike cancel out": lambda c, share: (
                abs(
                    c(trust=share, attend_by_trust=1.0, time_scarcity=share, attend_time=1.0)
                    - c(trust=0.0, time_scarcity=0.0)
                )
                < 1e-9
            ),
            "in a crowd nobody is missed": lambda c: (
                abs(c(others=10**9) - c(attend_by_being_missed=0.0)) < 1e-6
            ),
        },
        where={"others": whole(0, 27)},
    ),
    Proof(
        relevance_of_theme,
        [
            eg(0.76, theme=2, need_topic=2, severity=0.6, own_expertise=0.9, **CONCERNS),
            eg(0.03, theme=2, need_topic=1, severity=0.6, own_expertise=0.9, **CONCERNS),
            eg(0.3, theme=2, need_topic=-1, severity=0.0, own_expertise=0.0, **CONCERNS),
        ],
        rises_with="severity need_relevance gap_relevance",
        falls_with="own_expertise",
        between=(0.0, 1.0),
        claims={
            "who knows all and needs nothing stays cold": lambda c: (
                c(need_topic=-1, own_expertise=1.0) == 0.0
            ),
            "the severest need concerns in full": lambda c: (
                c(need_topic=c.theme, severity=1.0) == 1.0
            ),
            "a light problem concerns by its share": lambda c: (
                c(need_topic=c.theme, severity=0.0) == c.need_relevance
            ),
        },
    ),
    reads(hours_of_evening, meeting_hours=2.75),
    Proof(
        chance_from_home,
        [eg(0.54, chance_online=0.6, hybrid_appeal=0.9)],
        rises_with="chance_online hybrid_appeal",
        between=(0.0, 1.0),
        claims={"never likelier than if all were online": lambda c: c() <= c.chance_online},
    ),
    Proof(
        takes_place,
        [eg(True, came=4, quorum=4.0), eg(False, came=3, quorum=4.0), eg(True, came=9, quorum=4.0)],
        rises_with="came",
        falls_with="quorum",
    ),
    Proof(
        evening_minutes,
        [eg(150.0, meeting_hours=2.5), eg(165.0, meeting_hours=2.75)],
        rises_with="meeting_hours",
        between=(150.0, 180.0),
    ),
)
