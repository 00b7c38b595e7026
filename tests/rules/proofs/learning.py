"""Learning in talk: Nooteboom's inverted U, fading, solving problems."""

from math import e, sqrt

from talkoot.agents.learning import (
    adoption_pace,
    any_topic,
    copies,
    created_together,
    example_after_month,
    expertise_after_month,
    freshness_after_evening,
    freshness_after_month,
    learnt_by_explaining,
    learnt_from_facilitator,
    learnt_from_memo,
    learnt_from_stranger,
    practice_after_adoption,
    practice_after_month,
    quality_of_contact,
    thinking_together,
    tips_after_month,
    tips_from_channel,
    tips_from_talk,
    topic_of_talk,
    understanding,
)

from ..proof import Proof, between, eg, near
from ..strategies import SHARE, span, whole

# A teacher who knows 0.4 more is at the best distance; own know-how of 0.2 leaves 0.8 to gain.
TALK = {"own": 0.2, "trust": 0.5, "novelty": 1.0, "learning_rate": 0.1, "best_distance": 0.4}
TACIT = {"literal_transfer": 0.0}
COPIED = {"literal_transfer": 1.0}
FOUND = {"own": 0.5, "partner": 0.8, "trust": 0.5, "same_sector": False, "co_creation": 0.05}
FIRST = {"need_first_share": 0.5}
ALONE = {"learning_rate": 0.1, "best_distance": 0.4, "literal_transfer": 0.0}
PASSED = {"tips_per_talk": 0.2, "rival_sharing": 0.5}

PROOFS = (
    Proof(
        thinking_together,
        [
            # at the peak 0.1 x 0.5 x 0.8; half way up sqrt(e)/2 of it, at twice the distance 2/e
            eg(0.04, partner=0.6, **TALK, **TACIT),
            eg(0.04 * sqrt(e) / 2.0, partner=0.4, **TALK, **TACIT),
            eg(0.04 * 2.0 / e, partner=1.0, **TALK, **TACIT),
            eg(0.02, partner=0.6, **TALK | {"novelty": 0.5}, **TACIT),
            eg(0.0, partner=0.2, **TALK, **TACIT),
            eg(0.0, partner=0.1, **TALK, **TACIT),
            # copied: a tenth of the distance, whoever is trusted
            eg(0.08, partner=1.0, **TALK, **COPIED),
            eg(0.04, partner=1.0, **TALK | {"trust": 0.0, "novelty": 0.5}, **COPIED),
            eg(0.0, partner=0.1, **TALK, **COPIED),
            # near by: an eighth of it, by e to the 7/8
            eg(0.04 / 8.0 * e**0.875, partner=0.25, **TALK, **TACIT),
            # the rival theory is on when nearer to 1 than to 0
            eg(0.04 * 2.0 / e, partner=1.0, **TALK, literal_transfer=0.5),
            eg(0.08, partner=1.0, **TALK, literal_transfer=0.51),
        ],
        rises_with="trust novelty learning_rate",
        between=(0.0, 0.2),
        claims={
            "nobody learns from who knows no more": lambda c, share: (
                c(partner=share * c.own) == 0.0
            ),
            "no farther distance teaches more than the best": lambda c: (
                c(literal_transfer=0.0)
                <= c.learning_rate * c.trust * (1.0 - c.own) * c.novelty + 1e-12
            ),
            "up to the best distance the more the better": lambda c, share: (
                c(own=0.0, literal_transfer=0.0, partner=share * c.best_distance)
                <= c(own=0.0, literal_transfer=0.0, partner=c.best_distance) + 1e-12
            ),
            "beyond it the less the better": lambda c, share: (
                c(own=0.0, literal_transfer=0.0, partner=1.0)
                <= c(own=0.0, literal_transfer=0.0, partner=1 - share * (1 - c.best_distance))
                + 1e-12
            ),
            "copying knows no trust": lambda c: (
                c(literal_transfer=1.0, trust=0.0) == c(literal_transfer=1.0)
            ),
            "copying never overshoots": lambda c: (
                c.own + c(literal_transfer=1.0) <= max(c.own, c.partner)
            ),
        },
    ),
    Proof(
        understanding,
        [
            eg(0.6, awareness=0.0, explicit_share=0.6, **TACIT),
            eg(0.7, awareness=0.25, explicit_share=0.6, **TACIT),  # and a quarter of the tacit 0.4
            eg(1.0, awareness=1.0, explicit_share=0.6, **TACIT),
            eg(1.0, awareness=0.0, explicit_share=0.6, **COPIED),
            eg(0.6, awareness=0.0, explicit_share=0.6, literal_transfer=0.5),
            eg(1.0, awareness=0.0, explicit_share=0.6, literal_transfer=0.51),
        ],
        rises_with="awareness explicit_share literal_transfer",
        between=(0.0, 1.0),
        claims={
            "words carry their part at least": lambda c: c() >= c.explicit_share,
            "under literal transfer all of it": lambda c: c(literal_transfer=1.0) == 1.0,
        },
    ),
    Proof(
        created_together,
        [
            # 0.05 x 0.5 x 0.5 x 0.8, of the 0.2 that the better one lacks
            eg(0.002, **FOUND, **TACIT),
            eg(0.0, **FOUND | {"same_sector": True}, **TACIT),
            eg(0.0, **FOUND, **COPIED),
            eg(0.002, **FOUND | {"own": 0.8, "partner": 0.5}, **TACIT),
            eg(0.002, **FOUND, literal_transfer=0.5),
            eg(0.0, **FOUND, literal_transfer=0.51),
        ],
        rises_with="trust co_creation",
        falls_with="same_sector literal_transfer",
        between=(0.0, 0.05),
        swaps=("own", "partner"),
        claims={
            "nothing is made of nothing": lambda c: c(own=0.0) == 0.0,
            "nothing is left to find": lambda c: c(own=1.0) == 0.0,
            "only where one trusts": lambda c: c(trust=0.0) == 0.0,
        },
    ),
    Proof(
        learnt_by_explaining,
        [
            eg(0.004, own=0.6, partner=0.2, explaining_gain=0.01),  # 1 % of the gap of 0.4
            eg(0.0, own=0.6, partner=0.6, explaining_gain=0.01),
            eg(0.0, own=0.6, partner=0.9, explaining_gain=0.01),
        ],
        rises_with="explaining_gain",
        falls_with="partner",
        between=(0.0, 0.02),
        claims={
            "who knows all has nothing to gain": lambda c: c(own=1.0) == 0.0,
            "how much less the other knows does not matter": lambda c, share: (
                c(own=0.9, partner=0.8 * share) == c(own=0.9, partner=0.0)
            ),
        },
    ),
    Proof(
        tips_from_talk,
        [
            eg(0.04, trust=0.5, novelty=0.4, rivals=False, **PASSED),
            eg(0.02, trust=0.5, novelty=0.4, rivals=True, **PASSED),
            eg(0.2, trust=1.0, novelty=1.0, rivals=False, **PASSED),
        ],
        rises_with="trust novelty tips_per_talk rival_sharing",
        falls_with="rivals",
        between=(0.0, 0.3),
        swaps=("trust", "novelty"),
        claims={"nothing new, no tips": lambda c: c(novelty=0.0) == 0.0},
    ),
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
        copies,
        [
            eg(False, literal_transfer=0.0),
            eg(False, literal_transfer=0.5),
            eg(True, literal_transfer=0.51),
            eg(True, literal_transfer=1.0),
        ],
        rises_with="literal_transfer",
    ),
    Proof(
        quality_of_contact,
        [eg(1.0, apart=False, online_learning=0.85), eg(0.85, apart=True, online_learning=0.85)],
        rises_with="online_learning",
        falls_with="apart",
        between=(0.7, 1.0),
    ),
    Proof(
        tips_from_channel,
        [eg(0.06, trust=0.4, channel_tips=0.15)],
        rises_with="trust channel_tips",
        between=(0.0, 0.5),
        claims={"of whom nobody trusts, nothing": lambda c: c(trust=0.0) == 0.0},
    ),
    Proof(
        tips_after_month,
        [eg(1.8, tips=2.0, tips_fading=0.1)],
        rises_with="tips",
        falls_with="tips_fading",
        between=(0.0, 10.0),
        claims={"in the end all are stale": lambda c: near(c.again("tips", 400), 0.0)},
    ),
    Proof(
        example_after_month,
        [eg(0.54, example=0.6, tips_fading=0.1)],
        rises_with="example",
        falls_with="tips_fading",
        between=(0.0, 1.0),
        claims={"in the end none is left": lambda c: near(c.again("example", 400), 0.0)},
    ),
    Proof(
        learnt_from_memo,
        # at the best distance 0.1 x 0.8, of which a memo carries a quarter
        [
            eg(0.02, own=0.2, level=0.6, memo_learning=0.25, **ALONE),
            eg(0.0, own=0.6, level=0.2, memo_learning=0.25, **ALONE),
        ],
        rises_with="memo_learning learning_rate",
        between=(0.0, 0.2),
        claims={"what it says is known already": lambda c: c(level=c.own) == 0.0},
        where={"level": SHARE},
    ),
    Proof(
        learnt_from_stranger,
        # at the best distance 0.1 x 0.8, at a trust of 0.5 and through a screen
        [eg(0.032, own=0.2, partner=0.6, request_trust=0.5, online_learning=0.8, **ALONE)],
        rises_with="request_trust online_learning learning_rate",
        between=(0.0, 0.2),
        claims={"nobody learns from who knows no more": lambda c: c(partner=c.own) == 0.0},
    ),
    Proof(
        learnt_from_facilitator,
        # at the best distance 0.1 x 0.8, at a trust of 0.5
        [eg(0.04, own=0.2, known=0.6, facilitator_trust=0.5, **ALONE)],
        rises_with="facilitator_trust learning_rate",
        between=(0.0, 0.2),
        claims={"nobody learns from who knows no more": lambda c: c(known=c.own) == 0.0},
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
