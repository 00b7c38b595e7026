"""Problems: how they arise, and how they go."""

from talkoot.agents.problems import (
    chance_of_problem,
    chance_to_solve,
    severity_after_advice,
    severity_after_answer,
    severity_after_help,
    severity_at_start,
)

from ..proof import Proof, between, eg, near, reads

SOLVING = {
    "solving_alone": 0.08,
    "solving_by_know_how": 0.16,
    "solving_light": 3.0,
    "way_known": True,
}

PROOFS = (
    Proof(
        severity_after_help,
        [eg(0.49, severity=0.5, helper_expertise=0.4, trust=0.25, help_rate=0.2)],  # 2 % of it
        rises_with="severity",
        falls_with="helper_expertise trust help_rate",
        between=(0.0, 1.0),
        swaps=("helper_expertise", "trust"),
        claims={
            "who knows nothing takes nothing away": lambda c: c(helper_expertise=0.0) == c.severity,
            "it never grows": lambda c: c() <= c.severity,
        },
    ),
    Proof(
        chance_to_solve,
        [
            # 0.08 + 0.16 x 0.5 for the severest, three times that for the lightest
            eg(0.16, expertise=0.5, severity=1.0, **SOLVING),
            eg(0.48, expertise=0.5, severity=0.0, **SOLVING),
            eg(0.32, expertise=0.5, severity=0.5, **SOLVING),
            eg(0.08, expertise=0.0, severity=1.0, **SOLVING),
            eg(1.0, expertise=1.0, severity=0.0, **SOLVING | {"solving_alone": 0.5}),  # 3 x 0.66
            # the way not known: a quarter of it
            eg(
                0.04,
                expertise=0.5,
                severity=1.0,
                **SOLVING | {"way_known": False, "general_help": 0.25},
            ),
        ],
        rises_with="expertise way_known solving_alone solving_by_know_how solving_light "
        "general_help",
        falls_with="severity",
        between=(0.0, 1.0),
        claims={
            "light ones go so much sooner than the severest": lambda c: near(
                c(severity=0.0), min(c.solving_light * c(severity=1.0), 1.0)
            ),
            "who knows the way needs no general know-how beside": lambda c: (
                c(way_known=True, general_help=0.2) == c(way_known=True, general_help=0.9)
            ),
        },
    ),
    reads(chance_of_problem, problem_rate=0.08),
    Proof(
        severity_at_start,
        # draws below 0.1 brought it: evenly from the least of 0.3 to 1
        [
            eg(0.3, u=0.0, severity_least=0.3, problem_rate=0.1),
            eg(0.65, u=0.05, severity_least=0.3, problem_rate=0.1),
            eg(1.0, u=0.1, severity_least=0.3, problem_rate=0.1),
        ],
        rises_with="u",
        falls_with="problem_rate",
        claims={
            "between the least and the severest": lambda c, share: between(
                c(u=share * c.problem_rate), c.severity_least, 1.0
            ),
            "in the middle on average": lambda c: near(
                c(u=0.5 * c.problem_rate), 0.5 * (c.severity_least + 1.0)
            ),
        },
    ),
    Proof(
        severity_after_advice,
        [eg(0.49, severity=0.5, known=0.4, facilitator_trust=0.25, help_rate=0.2)],  # 2 % of it
        rises_with="severity",
        falls_with="known facilitator_trust help_rate",
        between=(0.0, 1.0),
        claims={"who knows nothing takes nothing away": lambda c: c(known=0.0) == c.severity},
    ),
    Proof(
        severity_after_answer,
        [eg(0.49, severity=0.5, known=0.4, request_trust=0.25, help_rate=0.2)],
        rises_with="severity",
        falls_with="known request_trust help_rate",
        between=(0.0, 1.0),
        claims={"who knows nothing takes nothing away": lambda c: c(known=0.0) == c.severity},
    ),
)
