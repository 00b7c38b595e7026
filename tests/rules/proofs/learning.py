"""Learning: two theories of how know-how moves."""

from math import e, sqrt

from talkoot.agents.learning import (
    copies,
    learnt,
    learnt_from_lecture,
    learnt_from_stranger,
    learnt_from_text,
    learnt_in_session,
    level_of_words,
    level_thought_together,
    problem_is_shared,
    quality_of_contact,
    think_together,
    thinking_together,
    told,
)

from ..proof import Case, Proof, eg, near
from ..strategies import NO_TOPIC, SHARE, span

# A level 0.4 above one's own is at the best distance; own know-how of 0.2 leaves 0.8 to gain.
TALK = {"own": 0.2, "trust": 0.5, "novelty": 1.0, "learning_rate": 0.1, "best_distance": 0.4}
REMADE = {"remade_share": 0.5, "remade_alike": 0.5}
FULL = {"trust": 1.0, "novelty": 1.0, "best_distance": 0.4}
TACIT = {"literal_transfer": 0.0}
COPIED = {"literal_transfer": 1.0}
THINKS = {"trust_to_think": 0.3} | TACIT
ALONE = {"learning_rate": 0.1, "best_distance": 0.4, "literal_transfer": 0.0}
INSIDE = span(0.05, 0.95)  # who knows something, and not all


def knows_the_words(c: Case, share: float, **changed: float) -> float:
    """Return what somebody learns from words who knows their explicit part, or more, already."""
    least = level_of_words(c.p._replace(literal_transfer=0.0), 1.0)
    known = share * (1.0 - least)
    return c(own=least + known, literal_transfer=0.0, **changed)


def both_gain(c: Case, own: float, partner: float) -> bool:
    """Tell whether the better as well as the lesser of two gains."""
    said = {"literal_transfer": 0.0, "remade_share": 0.3, "remade_alike": 0.5, "trust": 0.5}
    said |= {"novelty": 1.0}
    return min(c(own=own, partner=partner, **said), c(own=partner, partner=own, **said)) > 0.0


PROOFS = (
    Proof(
        learnt,
        [
            # at the peak 0.1 x 0.5 x 0.8; half way up sqrt(e)/2 of it, at twice the distance 2/e
            eg(0.04, level=0.6, **TALK, **TACIT),
            eg(0.04 * sqrt(e) / 2.0, level=0.4, **TALK, **TACIT),
            eg(0.04 * 2.0 / e, level=1.0, **TALK, **TACIT),
            eg(0.02, level=0.6, **TALK | {"novelty": 0.5}, **TACIT),
            eg(0.0, level=0.2, **TALK, **TACIT),
            eg(0.0, level=0.1, **TALK, **TACIT),
            # copied: a tenth of the distance, whoever is trusted
            eg(0.08, level=1.0, **TALK, **COPIED),
            eg(0.04, level=1.0, **TALK | {"trust": 0.0, "novelty": 0.5}, **COPIED),
            eg(0.0, level=0.1, **TALK, **COPIED),
            # near by: an eighth of it, by e to the 7/8
            eg(0.04 / 8.0 * e**0.875, level=0.25, **TALK, **TACIT),
            # the rival theory is on when nearer to 1 than to 0
            eg(0.04 * 2.0 / e, level=1.0, **TALK, literal_transfer=0.5),
            eg(0.08, level=1.0, **TALK, literal_transfer=0.51),
            # a hundredth above one's own, at a slope of 0.2 e / 0.4 = 1.36: all of it, no more
            eg(0.01, own=0.0, level=0.01, learning_rate=0.2, **FULL, **TACIT),
        ],
        rises_with="trust novelty learning_rate",
        between=(0.0, 0.2),
        claims={
            "nobody learns from what he knows": lambda c, share: c(level=share * c.own) == 0.0,
            "no farther distance teaches more than the best": lambda c: (
                c(literal_transfer=0.0)
                <= c.learning_rate * c.trust * (1.0 - c.own) * c.novelty + 1e-12
            ),
            "up to the best distance the more the better": lambda c, share: (
                c(own=0.0, literal_transfer=0.0, level=share * c.best_distance)
                <= c(own=0.0, literal_transfer=0.0, level=c.best_distance) + 1e-12
            ),
            "beyond it the less the better": lambda c, share: (
                c(own=0.0, literal_transfer=0.0, level=1.0)
                <= c(own=0.0, literal_transfer=0.0, level=1 - share * (1 - c.best_distance)) + 1e-12
            ),
            "copying knows no trust": lambda c: (
                c(literal_transfer=1.0, trust=0.0) == c(literal_transfer=1.0)
            ),
            "nobody overshoots, by copying or not": lambda c, literal_transfer: (
                c.own + c(literal_transfer=literal_transfer) <= max(c.own, c.level) + 1e-12
            ),
        },
        where={"level": SHARE},
    ),
    Proof(
        level_of_words,
        [
            eg(0.48, known=0.8, explicit_share=0.6, **TACIT),
            eg(0.8, known=0.8, explicit_share=0.6, **COPIED),
            eg(0.48, known=0.8, explicit_share=0.6, literal_transfer=0.5),
            eg(0.8, known=0.8, explicit_share=0.6, literal_transfer=0.51),
        ],
        rises_with="known explicit_share literal_transfer",
        between=(0.0, 1.0),
        claims={
            "words carry their part and no more": lambda c: near(
                c(literal_transfer=0.0), c.explicit_share * c.known
            ),
            "under literal transfer all of it": lambda c: c(literal_transfer=1.0) == c.known,
        },
    ),
    Proof(
        level_thought_together,
        [
            # half of the lesser one's 0.4, of the 0.5 that the greater one lacks
            eg(0.6, own=0.5, partner=0.4, alike=False, **REMADE, **TACIT),
            eg(0.6, own=0.4, partner=0.5, alike=False, **REMADE, **TACIT),
            eg(0.55, own=0.4, partner=0.5, alike=True, **REMADE, **TACIT),
            eg(0.5, own=0.5, partner=0.4, alike=False, **REMADE, **COPIED),
            eg(0.5, own=0.4, partner=0.5, alike=False, **REMADE, **COPIED),
            eg(
                0.68, own=0.2, partner=0.6, alike=False, remade_share=1.0, remade_alike=0.5, **TACIT
            ),
        ],
        rises_with="own partner remade_share remade_alike",
        falls_with="alike literal_transfer",
        between=(0.0, 1.0),
        swaps=("own", "partner"),
        claims={
            "it exceeds what either knew": lambda c, know_how, known: (
                c(own=know_how, partner=known, literal_transfer=0.0, remade_share=0.3, alike=False)
                > max(know_how, known)
            ),
            "never under what one of them knows": lambda c: c() >= max(c.own, c.partner),
            "nothing is made of nothing": lambda c: c(own=0.0) == c.partner,
            "nothing is left to find": lambda c: c(own=1.0) == 1.0,
            "copying makes nothing new": lambda c: c(literal_transfer=1.0) == max(c.own, c.partner),
        },
        where={"know_how": INSIDE, "known": INSIDE},
    ),
    Proof(
        problem_is_shared,
        [
            eg(True, topic=2, own=2, partner=-1, host=-1, on_table=-1),
            eg(True, topic=2, own=-1, partner=2, host=-1, on_table=-1),
            eg(True, topic=2, own=-1, partner=-1, host=2, on_table=-1),
            eg(True, topic=2, own=-1, partner=-1, host=-1, on_table=2),
            eg(True, topic=2, own=2, partner=2, host=2, on_table=2),
            eg(False, topic=2, own=1, partner=3, host=4, on_table=5),
            eg(False, topic=0, own=-1, partner=-1, host=-1, on_table=-1),
        ],
        swaps=("own", "partner"),
        claims={
            "nobody has a problem": lambda c: c(own=-1, partner=-1, host=-1, on_table=-1) is False,
            "whoever has it": lambda c: c(host=c.topic) and c(on_table=c.topic),
        },
        where=dict.fromkeys(("own", "partner", "host", "on_table"), NO_TOPIC),
    ),
    Proof(
        think_together,
        [
            eg(True, shared_problem=True, apart=False, trust=0.3, **THINKS),
            eg(False, shared_problem=True, apart=False, trust=0.29, **THINKS),
            eg(False, shared_problem=True, apart=True, trust=1.0, **THINKS),
            eg(False, shared_problem=False, apart=False, trust=1.0, **THINKS),
            # the rival theory knows nothing but telling
            eg(
                False,
                shared_problem=True,
                apart=False,
                trust=1.0,
                trust_to_think=0.3,
                **COPIED,
            ),
        ],
        rises_with="shared_problem trust",
        falls_with="apart trust_to_think literal_transfer",
        claims={
            "not through a screen, whatever trust": lambda c: c(apart=True, trust=1.0) is False,
            "not without a real problem": lambda c: c(shared_problem=False, trust=1.0) is False,
            "not with whom nobody trusts": lambda c: c(trust=0.0) is False,
            "not where all is told": lambda c: c(trust=1.0, literal_transfer=1.0) is False,
        },
    ),
    Proof(
        told,
        [
            # 0.75 of what the other knows is explicit: a level of 0.6 at the best distance
            eg(0.04, known=0.8, explicit_share=0.75, **TALK, **TACIT),
            eg(0.02, known=0.8, explicit_share=0.75, **TALK | {"novelty": 0.5}, **TACIT),
            # in words it is 0.15, which one knows already
            eg(0.0, known=0.25, explicit_share=0.6, **TALK, **TACIT),
            eg(0.06, known=0.8, explicit_share=0.75, **TALK, **COPIED),
        ],
        rises_with="trust novelty learning_rate",
        between=(0.0, 0.2),
        claims={
            "who knows the explicit part learns nothing from words": lambda c, share: (
                knows_the_words(c, share) == 0.0
            ),
            "words lift nobody above the explicit part": lambda c: (
                c.own + c(literal_transfer=0.0) <= max(c.own, c.explicit_share * c.known) + 1e-12
            ),
            "a copy is one whoever tells": lambda c, share: (
                c(literal_transfer=1.0, trust=share) == c(literal_transfer=1.0)
            ),
        },
    ),
    Proof(
        thinking_together,
        [
            # together they reach 0.6 + 0.5 x 0.2 x 0.4 = 0.64, 1.1 best distances away
            eg(0.04 * 1.1 * e**-0.1, partner=0.6, alike=False, **TALK, **REMADE, **TACIT),
            eg(0.04 * 1.05 * e**-0.05, partner=0.6, alike=True, **TALK, **REMADE, **TACIT),
            # from a lesser one's 0.1: 0.2 + 0.5 x 0.1 x 0.8 = 0.24, a tenth of the best distance
            eg(0.04 * 0.1 * e**0.9, partner=0.1, alike=False, **TALK, **REMADE, **TACIT),
            # too far above to follow, 2 e to the -1; but words carry 0.6 of it, the best distance
            eg(0.04, partner=1.0, alike=False, explicit_share=0.6, **TALK, **REMADE, **TACIT),
            eg(0.04, partner=0.6, alike=False, **TALK, **REMADE, **COPIED),
            eg(0.0, partner=0.1, alike=False, **TALK, **REMADE, **COPIED),
        ],
        rises_with="trust novelty learning_rate",
        between=(0.0, 0.2),
        claims={
            "both gain, the better one too": lambda c, know_how, known: both_gain(
                c, know_how, known
            ),
            "where the tacit part counts for nothing, only the lesser one gains": lambda c, share: (
                c(literal_transfer=1.0, partner=share * c.own) == 0.0
            ),
            "a copy is one whoever is with one": lambda c, share: (
                c(literal_transfer=1.0, trust=share, alike=not c.alike) == c(literal_transfer=1.0)
            ),
            "never less than words give": lambda c: (
                c() >= told(c.p, c.own, c.partner, c.trust, c.novelty)
            ),
            "nobody thinks with whom he does not trust": lambda c: (
                c(trust=0.0, literal_transfer=0.0) == 0.0
            ),
        },
        where={"know_how": INSIDE, "known": INSIDE},
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
        learnt_from_text,
        # at the best distance 0.1 x 0.8, of which a memo carries a quarter
        [
            eg(0.02, own=0.2, level=0.8, memo_learning=0.25, explicit_share=0.75, **ALONE),
            eg(0.0, own=0.6, level=0.6, memo_learning=0.25, explicit_share=0.75, **ALONE),
            eg(0.0, own=0.5, level=0.6, memo_learning=0.25, explicit_share=0.75, **ALONE),
        ],
        rises_with="memo_learning learning_rate",
        between=(0.0, 0.2),
        claims={
            "what it says is known already": lambda c: c(level=c.own) == 0.0,
            "who knows the explicit part learns nothing": lambda c, share: (
                knows_the_words(c, share) == 0.0
            ),
            "under literal transfer as good as having been there": lambda c, trust: (
                c(literal_transfer=1.0)
                == told(c.p._replace(literal_transfer=1.0), c.own, c.level, trust, 1.0)
            ),
        },
        where={"level": SHARE},
    ),
    Proof(
        learnt_from_stranger,
        # at the best distance 0.1 x 0.8, at a trust of 0.5 and through a screen
        [
            eg(
                0.032,
                own=0.2,
                partner=0.8,
                request_trust=0.5,
                online_learning=0.8,
                explicit_share=0.75,
                **ALONE,
            )
        ],
        rises_with="request_trust online_learning learning_rate",
        between=(0.0, 0.2),
        claims={
            "nobody learns from who knows no more": lambda c: c(partner=c.own) == 0.0,
            "an answer is words": lambda c, share: knows_the_words(c, share) == 0.0,
        },
    ),
    Proof(
        learnt_from_lecture,
        # at the best distance 0.1 x 0.8, at a trust of 0.5
        [eg(0.04, own=0.2, known=0.8, facilitator_trust=0.5, explicit_share=0.75, **ALONE)],
        rises_with="facilitator_trust learning_rate",
        between=(0.0, 0.2),
        claims={
            "nobody learns from who knows no more": lambda c: c(known=c.own) == 0.0,
            "a lecture is words": lambda c, share: knows_the_words(c, share) == 0.0,
        },
    ),
    Proof(
        learnt_in_session,
        [
            eg(0.04 * 1.1 * e**-0.1, own=0.2, known=0.6, facilitator_trust=0.5, **REMADE, **ALONE),
            eg(0.04 * 0.1 * e**0.9, own=0.2, known=0.1, facilitator_trust=0.5, **REMADE, **ALONE),
        ],
        rises_with="facilitator_trust learning_rate",
        between=(0.0, 0.2),
        claims={
            "an adviser who knows nothing is no help": lambda c: c(known=0.0) == 0.0,
            "and on one's own firm, more than words": lambda c: (
                c(own=0.6, known=0.9, literal_transfer=0.0, facilitator_trust=0.5)
                > learnt_from_lecture(
                    c.p._replace(literal_transfer=0.0, explicit_share=0.6), 0.6, 0.9
                )
            ),
        },
    ),
)
