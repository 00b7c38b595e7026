"""What single activities of an evening do, and how pressing each is."""

from talkoot.agents.at_the_table import (
    FIRST_HIRE,
    GROWTH,
    chance_to_find_customer,
    chance_to_go_on,
    chance_to_lend,
    chance_to_solve_together,
    closeness,
    comes_to_mind,
    doubt_about_idea,
    hire_waits,
    idea_after_feedback,
    idea_after_post,
    know_how_of_ideas,
    new_in_memo,
    opinion_after_argument,
    pressing_at_table,
    severity_after_experience,
    speaks_from_experience,
    stands_idle,
    strength_to_map,
    strength_to_write,
    weight_of_argument,
)

from ..proof import Proof, between, eg, near, reads
from ..strategies import SHARE

TABLE = {"solving_together": 0.6, "breadth_floor": 0.5, "structure": 0.6}
HEARD = {"argument_bound": 0.3, "argument_by_experience": 1.5, "trust": 0.8, "opinion": 0.2}

PROOFS = (
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
        idea_after_post,
        # at the table 0.3 x 0.4 = 12 % of the doubt of 0.7; of that a quarter
        [
            eg(
                0.321,
                promise=0.3,
                know_how=0.5,
                trust=0.8,
                idea_feedback=0.3,
                channel_feedback=0.25,
            )
        ],
        rises_with="promise know_how trust idea_feedback channel_feedback",
        between=(0.0, 1.0),
        claims={
            "never better than at the table": lambda c: (
                c.promise <= c() <= idea_after_feedback(c.p, c.promise, c.know_how, c.trust) + 1e-12
            ),
            "in full as good": lambda c: near(
                c(channel_feedback=1.0), idea_after_feedback(c.p, c.promise, c.know_how, c.trust)
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
    Proof(
        pressing_at_table,
        [
            eg(0.9, severity=0.6, of_host=True, host_problem_weight=1.5),
            eg(0.6, severity=0.6, of_host=False, host_problem_weight=1.5),
        ],
        rises_with="severity of_host host_problem_weight",
        between=(0.0, 3.0),
        claims={"no problem does not press": lambda c: c(severity=0.0) == 0.0},
    ),
    Proof(
        chance_to_go_on,
        [
            eg(0.12, trust=0.4, followed=0.0, going_on=0.3),
            eg(0.18, trust=0.4, followed=0.5, going_on=0.3),  # half followed up: half as much more
            eg(0.24, trust=0.4, followed=1.0, going_on=0.3),
            eg(1.0, trust=0.9, followed=0.5, going_on=1.0),  # 1.35 is sure
        ],
        rises_with="trust followed going_on",
        between=(0.0, 1.0),
        claims={"strangers do not": lambda c: c(trust=0.0) == 0.0},
    ),
    Proof(
        comes_to_mind,
        [
            eg(0.1, awareness=0.0, aware_of_strangers=0.1),
            eg(0.6, awareness=0.5, aware_of_strangers=0.1),
        ],
        rises_with="awareness aware_of_strangers",
        between=(0.0, 1.5),
        claims={
            "the better known, the sooner": lambda c: c(awareness=1.0) == c(awareness=0.0) + 1.0
        },
    ),
    Proof(
        stands_idle,
        [
            eg(True, load=1.0, idle_load=1.1),
            eg(False, load=1.1, idle_load=1.1),
            eg(False, load=2.0, idle_load=1.1),
        ],
        rises_with="idle_load",
        falls_with="load",
    ),
    Proof(
        chance_to_lend,
        [eg(0.4, trust=0.4)],
        rises_with="trust",
        between=(0.0, 1.0),
        claims={"to nobody unless trusted": lambda c: c(trust=0.0) == 0.0},
    ),
    Proof(
        strength_to_map,
        [eg(0.7, mean_awareness=0.3)],
        falls_with="mean_awareness",
        between=(0.0, 1.0),
        claims={"who know all of each other do not": lambda c: c(mean_awareness=1.0) == 0.0},
    ),
    reads(chance_to_find_customer, find_chance=0.2),
    Proof(
        hire_waits,
        [
            eg(True, employees=0, load=1.1, first_hire_load=1.0),
            eg(False, employees=0, load=1.0, first_hire_load=1.0),
            eg(False, employees=1, load=1.1, first_hire_load=1.0),
        ],
        rises_with="load",
        falls_with="employees first_hire_load",
    ),
    Proof(
        speaks_from_experience,
        [
            eg(True, about=FIRST_HIRE, employees=1, products=0.0, launched_from=0.5),
            eg(False, about=FIRST_HIRE, employees=0, products=9.0, launched_from=0.5),
            eg(True, about=GROWTH, employees=0, products=0.6, launched_from=0.5),
            eg(False, about=GROWTH, employees=9, products=0.5, launched_from=0.5),
        ],
        rises_with="employees products",
        falls_with="launched_from",
    ),
    Proof(
        know_how_of_ideas,
        [eg(0.5, product=0.8, sales=0.2), eg(0.3, product=0.0, sales=0.6)],
        rises_with="product sales",
        between=(0.0, 1.0),
        swaps=("product", "sales"),
    ),
    Proof(
        doubt_about_idea,
        [eg(0.7, promise=0.3)],
        falls_with="promise",
        between=(0.0, 1.0),
        claims={"a sure thing needs no feedback": lambda c: c(promise=1.0) == 0.0},
    ),
    Proof(
        new_in_memo,
        [eg(0.3, known=0.7, level=0.4), eg(0.0, known=0.4, level=0.7)],
        rises_with="known",
        falls_with="level",
        between=(0.0, 1.0),
        claims={"what stands there already is not new": lambda c: c(level=c.known) == 0.0},
        where={"level": SHARE},
    ),
)
