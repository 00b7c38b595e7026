"""The activities of an evening (Wenger 1998): how long, how likely, what they do."""

from math import inf

from talkoot.agents.activities import (
    FIRST_HIRE,
    GROWTH,
    awareness_after_contact,
    chance_to_solve_together,
    closeness,
    idea_after_feedback,
    inclination,
    minutes_of,
    opinion_after_argument,
    propensity,
    severity_after_experience,
    strength_to_write,
    tips_on_request,
    topic_of_activity,
    weight_of_argument,
)
from talkoot.agents.activity_names import (
    ACTIVITIES,
    ARGUMENT,
    ASSETS_REUSED,
    CONFIDENCE,
    DEVELOPMENTS,
    EXPERIENCE,
    MAPPING,
    PROBLEM_SOLVING,
    VISITS,
)
from talkoot.agents.topics import EXPORTING, HIRING, PRICING

from ..proof import Proof, between, eg, near

KINDS = range(len(ACTIVITIES))
MINUTES = {f"minutes_{name}": 20.0 + k for k, name in enumerate(ACTIVITIES)}
INCLINED = {f"inclination_{name}": 1.0 + k / 10 for k, name in enumerate(ACTIVITIES)}
# Whoever does one of these shows what he lacks; a leader brings those to the table (MODEL.md 4).
OPENS_UP = {PROBLEM_SOLVING, EXPERIENCE, ARGUMENT, CONFIDENCE, DEVELOPMENTS}
LED = {PROBLEM_SOLVING, EXPERIENCE, DEVELOPMENTS, MAPPING}
PLAIN = {
    "strength": 1.0,
    "trust": 1.0,
    "process": 0.0,
    "times": 0,
    "repetition": 0.5,
    "openness_alone": 0.4,
    "structure": 0.6,
    **dict.fromkeys(INCLINED, 1.0),
}
ALONE = {"trust": 0.0, "openness_alone": 0.0}
TABLE = {"solving_together": 0.6, "breadth_floor": 0.5, "structure": 0.6}
HEARD = {"argument_bound": 0.3, "argument_by_experience": 1.5, "trust": 0.8, "opinion": 0.2}


PROOFS = (
    Proof(
        minutes_of,
        [eg(20.0 + k, activity=k, **MINUTES) for k in KINDS],
        between=(5.0, 90.0),
    ),
    Proof(
        inclination,
        [eg(1.0 + k / 10, activity=k, **INCLINED) for k in KINDS],
        between=(0.0, 5.0),
    ),
    Proof(
        propensity,
        [
            # no trust and no openness: nothing that shows weakness; all else as pressing as it is
            *(eg(0.0 if k in OPENS_UP else 1.0, activity=k, **PLAIN | ALONE) for k in KINDS),
            # full leading adds the structure of 0.6 to what leaders bring
            *(eg(1.6 if k in LED else 1.0, activity=k, **PLAIN | {"process": 1.0}) for k in KINDS),
            # 1.2 as inclined, half as pressing, twice done: 1.2 x 0.5 x 0.5 x 0.5
            eg(
                0.15,
                activity=VISITS,
                **PLAIN | {"inclination_visits": 1.2, "strength": 0.5, "times": 2},
            ),
            # half trusted: 0.4 + 0.6 x 0.5
            eg(0.7, activity=CONFIDENCE, **PLAIN | {"trust": 0.5}),
            # half led: 1 + 0.6 x 0.5
            eg(1.3, activity=MAPPING, **PLAIN | {"process": 0.5}),
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
        chance_to_solve_together,
        [
            # 0.6 x (0.8 x (0.5 + 0.5 x 0.5)) x 0.5; led in full 1.6 times that
            eg(0.18, best=0.8, breadth=0.5, trust=0.5, process=0.0, **TABLE),
            eg(0.288, best=0.8, breadth=0.5, trust=0.5, process=1.0, **TABLE),
            # the best alone: half; with everybody else: all of it
            eg(0.3, best=1.0, breadth=0.0, trust=1.0, process=0.0, **TABLE),
            eg(0.6, best=1.0, breadth=1.0, trust=1.0, process=0.0, **TABLE),
            # 1 x 1.6 would be more than sure
            eg(
                1.0,
                best=1.0,
                breadth=1.0,
                trust=1.0,
                process=1.0,
                **TABLE | {"solving_together": 1.0},
            ),
        ],
        rises_with="best breadth trust process solving_together breadth_floor structure",
        between=(0.0, 1.0),
        claims={
            "nobody knows, nothing is solved": lambda c: c(best=0.0) == 0.0,
            "no trust, nothing is solved": lambda c: c(trust=0.0) == 0.0,
        },
    ),
    Proof(
        closeness,
        [
            eg(1.0, same_sector=True, other_sector_closeness=0.6),
            eg(0.6, same_sector=False, other_sector_closeness=0.6),
        ],
        rises_with="same_sector other_sector_closeness",
        between=(0.0, 1.0),
    ),
    Proof(
        severity_after_experience,
        # 0.25 x 0.6 x 0.4 = 6 % of it goes
        [eg(0.47, severity=0.5, close=0.6, trust=0.4, experience_help=0.25)],
        rises_with="severity",
        falls_with="close trust experience_help",
        between=(0.0, 1.0),
        claims={
            "it never grows": lambda c: c() <= c.severity,
            "a stranger's case helps nobody": lambda c: c(trust=0.0) == c.severity,
            "no problem stays none": lambda c: c(severity=0.0) == 0.0,
        },
    ),
    Proof(
        tips_on_request,
        [
            # one contact gives half of what can be had, three give three quarters
            eg(0.2, contacts=1.0, trust=0.8, rivals=False, tips_on_request=0.5, rival_sharing=0.4),
            eg(0.3, contacts=3.0, trust=0.8, rivals=False, tips_on_request=0.5, rival_sharing=0.4),
            eg(0.08, contacts=1.0, trust=0.8, rivals=True, tips_on_request=0.5, rival_sharing=0.4),
        ],
        rises_with="contacts trust tips_on_request rival_sharing",
        falls_with="rivals",
        between=(0.0, 2.0),
        claims={
            "nobody has a contact, no lead": lambda c: c(contacts=0.0) == 0.0,
            "nobody is trusted, no lead": lambda c: c(trust=0.0) == 0.0,
            "there is only so much to have": lambda c: c(contacts=1e9) <= c.tips_on_request,
        },
    ),
    Proof(
        weight_of_argument,
        [
            eg(0.8, other=0.45, experienced=False, **HEARD),  # 0.25 away, heard up to 0.3
            eg(0.0, other=0.52, experienced=False, **HEARD),
            # who has done it reaches 0.3 x 2.5 = 0.75 far and weighs 2.5 times as much
            eg(2.0, other=0.9, experienced=True, **HEARD),
            eg(0.0, other=0.96, experienced=True, **HEARD),
            eg(
                0.8,
                other=0.25,
                experienced=False,
                **HEARD | {"opinion": 0.5, "argument_bound": 0.25},
            ),
        ],
        rises_with="trust experienced argument_bound argument_by_experience",
        between=(0.0, 4.0),
        swaps=("opinion", "other"),
        claims={
            "at one, the most is heard": lambda c: c(other=c.opinion) >= c(),
            "whoever agrees is heard": lambda c: near(
                c(other=c.opinion, experienced=False), c.trust
            ),
        },
    ),
    Proof(
        opinion_after_argument,
        [eg(0.23, opinion=0.2, others=0.4, persuasion=0.15)],  # 15 % of the way from 0.2 to 0.4
        rises_with="opinion others",
        between=(0.0, 1.0),
        claims={
            "no farther than the others": lambda c: between(c(), c.opinion, c.others),
            "unanimity lasts": lambda c: near(c(others=c.opinion), c.opinion),
            "in the end one opinion": lambda c: near(
                c.again("opinion", 400, persuasion=0.1), c.others
            ),
        },
    ),
    Proof(
        idea_after_feedback,
        # half of know-how, trust 0.8: 0.3 x 0.4 = 12 % of the doubt of 0.7
        [eg(0.384, promise=0.3, know_how=0.5, trust=0.8, idea_feedback=0.3)],
        rises_with="promise know_how trust idea_feedback",
        between=(0.0, 1.0),
        claims={
            "feedback never harms": lambda c: c() >= c.promise,
            "nobody knows, nothing is added": lambda c: c(know_how=0.0) == c.promise,
            "nobody is trusted, nothing is added": lambda c: c(trust=0.0) == c.promise,
            "what is sure stays sure": lambda c: c(promise=1.0) == 1.0,
        },
    ),
    Proof(
        topic_of_activity,
        [
            eg(HIRING, activity=ARGUMENT, subject=FIRST_HIRE, theme=EXPORTING),
            eg(EXPORTING, activity=ARGUMENT, subject=GROWTH, theme=EXPORTING),
            eg(EXPORTING, activity=ASSETS_REUSED, subject=2, theme=EXPORTING),  # an asset's number
            eg(EXPORTING, activity=ASSETS_REUSED, subject=0, theme=EXPORTING),
            eg(PRICING, activity=PROBLEM_SOLVING, subject=PRICING, theme=EXPORTING),
            eg(0, activity=PROBLEM_SOLVING, subject=0, theme=EXPORTING),
            eg(EXPORTING, activity=VISITS, subject=-1, theme=EXPORTING),
        ],
        between=(0, 7),
        claims={
            "without a subject it is the theme": lambda c: c(subject=-1) == c.theme,
            "what is on the table is talked about": lambda c, topic: (
                c(activity=EXPERIENCE, subject=topic) == topic
            ),
        },
    ),
    Proof(
        awareness_after_contact,
        [eg(0.44, awareness=0.2, gain=0.3), eg(1.0, awareness=0.2, gain=1.0)],  # 0.3 of the gap 0.8
        rises_with="awareness gain",
        between=(0.0, 1.0),
        claims={
            "without a gain it stays": lambda c: c(gain=0.0) == c.awareness,
            "who knows all learns no more": lambda c: c(awareness=1.0) == 1.0,
            "the order of two contacts is the same": lambda c, share: near(
                c(awareness=c(gain=share)), c(awareness=c(), gain=share)
            ),
        },
    ),
    Proof(
        strength_to_write,
        [eg(0.12, belonging=0.5, confidence=0.8, member_writes=0.3)],
        rises_with="belonging confidence member_writes",
        between=(0.0, 1.0),
        swaps=("belonging", "confidence"),
        claims={"strangers do not write": lambda c: c(belonging=0.0) == 0.0},
    ),
)
