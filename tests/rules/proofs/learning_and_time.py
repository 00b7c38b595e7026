"""Learning from month to month: practice follows know-how, both fade; what a talk is about."""

from talkoot.agents.learning import (
    adoption_pace,
    any_topic,
    example_after_month,
    expertise_after_month,
    freshness_after_evening,
    freshness_after_month,
    practice_after_adoption,
    practice_after_month,
    topic_of_talk,
)

from ..proof import Proof, between, eg, near
from ..strategies import span, whole

FIRST = {"need_first_share": 0.5}

PROOFS = (
    Proof(
        adoption_pace,
        [
            eg(0.07, confidence=0.5, example=0.2, adoption_rate=0.1, example_pull=2.0),
            eg(0.05, confidence=0.5, example=0.0, adoption_rate=0.1, example_pull=1.0),
            eg(
                1.0, confidence=1.0, example=1.0, adoption_rate=0.5, example_pull=3.0
            ),  # at most all
        ],
        rises_with="confidence example adoption_rate example_pull",
        between=(0.0, 1.0),
        claims={"the timid do not begin": lambda c: c(confidence=0.0) == 0.0},
    ),
    Proof(
        practice_after_adoption,
        [
            eg(0.44, pace=0.1, practice=0.4, expertise=0.8),  # a tenth of the gap of 0.4
            eg(0.8, pace=1.0, practice=0.4, expertise=0.8),
            eg(0.6, pace=0.5, practice=0.6, expertise=0.3),
        ],
        rises_with="pace practice expertise",
        between=(0.0, 1.0),
        claims={
            "what is done is not undone": lambda c: c() >= c.practice,
            "nobody does better than he knows how": lambda c: (
                c() <= max(c.practice, c.expertise) + 1e-12
            ),
            "in the end what is known is done": lambda c: near(
                c.again("practice", 300, pace=0.2, practice=0.0), c.expertise
            ),
        },
    ),
    Proof(
        expertise_after_month,
        [
            # above the sustained 0.5 a hundredth of the gap fades, below a fiftieth comes back
            eg(0.698, expertise=0.7, sustained=0.5, expertise_fading=0.01, expertise_growth=0.02),
            eg(0.5495, expertise=0.55, sustained=0.5, expertise_fading=0.01, expertise_growth=0.02),
            eg(0.304, expertise=0.3, sustained=0.5, expertise_fading=0.01, expertise_growth=0.02),
        ],
        rises_with="expertise sustained",
        between=(0.0, 1.0),
        claims={
            "what own work sustains stays": lambda c: c(expertise=c.sustained) == c.sustained,
            "never past it": lambda c: between(c(), c.expertise, c.sustained),
            "in the end what is sustained, from above": lambda c: near(
                c.again("expertise", 900, expertise=1.0, expertise_fading=0.05), c.sustained
            ),
            "and from below": lambda c: near(
                c.again("expertise", 900, expertise=0.0, expertise_growth=0.05), c.sustained
            ),
        },
    ),
    Proof(
        practice_after_month,
        [
            eg(0.698, practice=0.7, sustained=0.5, practice_fading=0.01),
            eg(0.3, practice=0.3, sustained=0.5, practice_fading=0.01),
        ],
        rises_with="practice sustained",
        falls_with="practice_fading",
        between=(0.0, 1.0),
        claims={
            "it only falls": lambda c: c() <= c.practice,
            "never under what own work sustains": lambda c: (
                c() >= min(c.practice, c.sustained) - 1e-12
            ),
            "in the end what is sustained": lambda c: near(
                c.again("practice", 900, practice=1.0, practice_fading=0.05), c.sustained
            ),
        },
    ),
    Proof(
        freshness_after_month,
        [eg(0.72, freshness=0.6, freshness_recovery=0.3)],  # 0.3 of the gap of 0.4
        rises_with="freshness freshness_recovery",
        between=(0.0, 1.0),
        claims={
            "all new stays all new": lambda c: c(freshness=1.0) == 1.0,
            "in the end there is all to tell again": lambda c: near(
                c.again("freshness", 300, freshness_recovery=0.1), 1.0
            ),
        },
    ),
    Proof(
        topic_of_talk,
        [
            # 40 % on theme: the first half of it on the need, else on the theme
            eg(3, u=0.19, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(0, u=0.19, on_theme=0.4, need=0, theme=5, **FIRST),
            eg(5, u=0.21, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(5, u=0.39, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(5, u=0.19, on_theme=0.4, need=-1, theme=5, **FIRST),
            # the rest is shared out evenly: 0.6 / 8 = 0.075 for each topic
            eg(5, u=0.2, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(0, u=0.4, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(0, u=0.41, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(0, u=0.474, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(1, u=0.476, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(7, u=0.99, on_theme=0.4, need=3, theme=5, **FIRST),
            eg(7, u=1.0, on_theme=0.4, need=3, theme=5, **FIRST),
        ],
        between=(0, 7),
        claims={
            "all on theme": lambda c: c(on_theme=1.0, need=-1) == c.theme,
            "none on theme is just anything": lambda c: c(on_theme=0.0) == int(8.0 * c.u),
        },
        where={"need": whole(-1, 7), "on_theme": span(0.0, 0.99)},
    ),
    Proof(
        example_after_month,
        [eg(0.54, example=0.6, example_fading=0.1)],
        rises_with="example",
        falls_with="example_fading",
        between=(0.0, 1.0),
        claims={
            "in the end none is left": lambda c: near(
                c.again("example", 400, example_fading=0.1), 0.0
            )
        },
    ),
    Proof(
        freshness_after_evening,
        [eg(0.54, freshness=0.6, freshness_use=0.9)],
        rises_with="freshness freshness_use",
        between=(0.0, 1.0),
        claims={"it never grows by telling": lambda c: c() <= c.freshness},
    ),
    Proof(
        any_topic,
        [eg(k, u=k / 8.0 + 0.01) for k in range(8)] + [eg(7, u=0.999), eg(7, u=1.0)],
        rises_with="u",
        between=(0, 7),
        claims={"alike likely": lambda c: c() == int(8.0 * c.u)},
    ),
)
