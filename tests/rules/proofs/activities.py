"""The activities of an evening (Wenger 1998): how likely each is, what it is about."""

from math import inf

from talkoot.agents.activities import (
    is_about_a_problem,
    looks_at_the_same,
    propensity,
    topic_of_activity,
)
from talkoot.agents.activity_list import ACTIVITIES, number_of
from talkoot.agents.at_the_table import FIRST_HIRE, GROWTH
from talkoot.agents.topics import EXPORTING, HIRING, PRICING

from ..proof import Proof, eg, near
from ..strategies import MEANING

# Whoever does one of these shows what he lacks; a leader brings those to the table (MODEL.md 4).
OPENS_UP = (
    "problem_solving seeking_experience building_argument growing_confidence "
    "discussing_developments"
)
LED = "problem_solving seeking_experience discussing_developments mapping_knowledge"
ELEVEN = (
    "problem_solving requests_for_information seeking_experience reusing_assets coordination "
    "building_argument growing_confidence discussing_developments documenting visits "
    "mapping_knowledge"
)
KINDS = {name: number_of(name) for name in ELEVEN.split()}
INCLINED = {f"inclination_{name}": 1.0 for name in ACTIVITIES}
PLAIN = {
    "strength": 1.0,
    "trust": 1.0,
    "process": 0.0,
    "times": 0,
    "repetition": 0.5,
    "openness_alone": 0.4,
    "structure": 0.6,
    **INCLINED,
}
ALONE = {"trust": 0.0, "openness_alone": 0.0}

PROOFS = (
    Proof(
        propensity,
        [
            # no trust and no openness: nothing that shows weakness; all else as pressing as it is
            *(
                eg(float(name not in OPENS_UP), activity=k, **PLAIN | ALONE)
                for name, k in KINDS.items()
            ),
            # full leading adds the structure of 0.6 to what leaders bring
            *(
                eg(1.6 if name in LED else 1.0, activity=k, **PLAIN | {"process": 1.0})
                for name, k in KINDS.items()
            ),
            # 1.2 as inclined, half as pressing, twice done: 1.2 x 0.5 x 0.5 x 0.5
            eg(
                0.15,
                activity=KINDS["visits"],
                **PLAIN | {"inclination_visits": 1.2, "strength": 0.5, "times": 2},
            ),
            # half trusted: 0.4 + 0.6 x 0.5
            eg(0.7, activity=KINDS["growing_confidence"], **PLAIN | {"trust": 0.5}),
            # half led: 1 + 0.6 x 0.5
            eg(1.3, activity=KINDS["mapping_knowledge"], **PLAIN | {"process": 0.5}),
        ],
        rises_with="strength trust process openness_alone structure repetition",
        falls_with="times",
        between=(0.0, inf),
        claims={
            "nothing at stake, nothing begun": lambda c: c(strength=0.0) == 0.0,
            "never done when nobody is inclined": lambda c: c(**dict.fromkeys(INCLINED, 0.0)) == 0,
            "the full trusted are shown all": lambda c: near(
                c(trust=1.0), c(trust=1.0, openness_alone=1.0)
            ),
        },
    ),
    Proof(
        topic_of_activity,
        [
            eg(HIRING, activity=KINDS["building_argument"], subject=FIRST_HIRE, theme=EXPORTING),
            eg(EXPORTING, activity=KINDS["building_argument"], subject=GROWTH, theme=EXPORTING),
            eg(
                EXPORTING, activity=KINDS["reusing_assets"], subject=2, theme=EXPORTING
            ),  # an asset's number
            eg(EXPORTING, activity=KINDS["reusing_assets"], subject=0, theme=EXPORTING),
            eg(PRICING, activity=KINDS["problem_solving"], subject=PRICING, theme=EXPORTING),
            eg(0, activity=KINDS["problem_solving"], subject=0, theme=EXPORTING),
            eg(EXPORTING, activity=KINDS["visits"], subject=-1, theme=EXPORTING),
        ],
        between=(0, 7),
        claims={
            "without a subject it is the theme": lambda c: c(subject=-1) == c.theme,
            "what is on the table is talked about": lambda c, topic: (
                c(activity=KINDS["seeking_experience"], subject=topic) == topic
            ),
        },
    ),
    Proof(
        is_about_a_problem,
        [
            eg(name in ("problem_solving", "seeking_experience"), activity=k)
            for name, k in KINDS.items()
        ],
        claims={
            "what is about one works on it, and the other way round": lambda c: (
                c() is looks_at_the_same(c.activity, KINDS["problem_solving"])
            )
        },
    ),
    Proof(
        looks_at_the_same,
        # whoever has solved a problem leaves none to be told of; a visit changes no other's need
        [
            eg(True, activity=KINDS["problem_solving"], other=KINDS["seeking_experience"]),
            eg(True, activity=KINDS["seeking_experience"], other=KINDS["problem_solving"]),
            eg(True, activity=KINDS["visits"], other=KINDS["visits"]),
            eg(False, activity=KINDS["visits"], other=KINDS["documenting"]),
            eg(False, activity=KINDS["visits"], other=KINDS["problem_solving"]),
            eg(False, activity=KINDS["problem_solving"], other=KINDS["visits"]),
        ],
        swaps=("activity", "other"),
        claims={"itself": lambda c: c(other=c.activity) is True},
        where={"other": MEANING["activity"]},
    ),
)
