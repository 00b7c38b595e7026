"""Attendance: what an evening takes, and who comes."""

from math import inf, log

from talkoot.agents.attendance import chance_to_attend, evening_hours, relevance_of_theme

from ..proof import Proof, between, eg

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
}

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
        ],
        rises_with="belonging relevance trust reminder attend_base attend_distance_km",
        falls_with="time_scarcity distance_km winter daytime attend_time",
        between=(0.0, 1.0),
        claims={
            "a pull and a push alike cancel out": lambda c, share: (
                abs(
                    c(trust=share, attend_by_trust=1.0, time_scarcity=share, attend_time=1.0)
                    - c(trust=0.0, time_scarcity=0.0)
                )
                < 1e-9
            )
        },
    ),
    Proof(
        relevance_of_theme,
        [
            eg(0.8, theme=2, need_topic=2, severity=0.6, own_expertise=0.9),  # half and half of 0.6
            eg(0.05, theme=2, need_topic=1, severity=0.6, own_expertise=0.9),  # half of the gap 0.1
            eg(0.5, theme=2, need_topic=-1, severity=0.0, own_expertise=0.0),
        ],
        rises_with="severity",
        falls_with="own_expertise",
        between=(0.0, 1.0),
        claims={
            "a need comes before any gap": lambda c: c(need_topic=c.theme) >= c(need_topic=-1),
            "who knows all and needs nothing stays cold": lambda c: (
                c(need_topic=-1, own_expertise=1.0) == 0.0
            ),
            "the severest need concerns in full": lambda c: (
                c(need_topic=c.theme, severity=1.0) == 1.0
            ),
            "more than a need's half": lambda c: between(c(need_topic=c.theme), 0.5, 1.0),
        },
    ),
)
