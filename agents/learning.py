"""Learning: two theories of how know-how moves; practice follows know-how; both fade.

*Thinking together* (Pyrko, Doerfler and Eden 2017; Polanyi's tacit knowledge): words carry the
explicit part of what somebody knows and no more, through any channel. The tacit part is made anew
by both who think about a real problem in one room, if they trust each other somewhat; it can exceed
what either knew. *Literal transfer* (as in SKIN): what is told is copied, whoever tells, wherever
it is read.
"""

from math import exp

from .compiled import rule
from .parameters import Parameters
from .topics import N_TOPICS


@rule
def copies(p: Parameters) -> bool:
    """Tell whether know-how is simply copied: the rival theory of literal transfer (SKIN)."""
    return p.literal_transfer > 0.5


@rule
def learnt(p: Parameters, own: float, level: float, trust: float, novelty: float) -> float:
    """Return the gain in one topic towards a level of know-how that somebody puts before one.

    Inverted U in the cognitive distance, peak 1 at ``best_distance`` (Nooteboom et al. 2007); less
    the more the learner knows already; ``novelty`` is how much there is still to be told. Under the
    rival theory of literal transfer (as in SKIN) a share of the distance is simply copied.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters()
    >>> learnt(p, own=0.5, level=0.4, trust=1.0, novelty=1.0)
    0.0
    >>> near, best, far = (learnt(p, 0.1, 0.1 + d, 1.0, 1.0) for d in (0.1, 0.35, 0.9))
    >>> near < best > far
    True
    """
    distance = level - own
    if distance <= 0.0:
        return 0.0
    if copies(p):
        return p.learning_rate * distance * novelty
    d = distance / p.best_distance
    gain = p.learning_rate * d * exp(1.0 - d) * trust * (1.0 - own) * novelty
    return min(gain, distance)


@rule
def level_of_words(p: Parameters, known: float) -> float:
    """Return the level of know-how that words carry, said or written: the explicit part.

    >>> from talkoot.agents.parameters import parameters
    >>> level_of_words(parameters(explicit_share=0.6), 0.8)
    0.48
    """
    return known if copies(p) else p.explicit_share * known


@rule
def level_thought_together(p: Parameters, own: float, partner: float, alike: bool) -> float:
    """Return the level that two reach who think about a problem together; it can exceed both.

    What the lesser one knows adds to the greater one's, more if they are of different trades.
    Under literal transfer there is nothing but what one of them knows.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(remade_share=0.5, remade_alike=0.5)
    >>> level_thought_together(p, 0.5, 0.4, False), level_thought_together(p, 0.4, 0.5, True)
    (0.6, 0.55)
    """
    greater = max(own, partner)
    if copies(p):
        return greater
    seen_anew = p.remade_share * (p.remade_alike if alike else 1.0)
    return greater + seen_anew * min(own, partner) * (1.0 - greater)


@rule
def problem_is_shared(topic: int, own: int, partner: int, host: int, on_table: int) -> bool:
    """Tell whether a talk's topic is a real problem of somebody: of the two, the host, the table.

    The others are the topics of open problems, -1 for none.
    """
    of_the_two = own == topic or partner == topic
    return of_the_two or host == topic or on_table == topic


@rule
def think_together(p: Parameters, shared_problem: bool, apart: bool, trust: float) -> bool:
    """Tell whether a talk is thinking together: a real problem, in one room, some trust.

    Under literal transfer there is no such thing: what is known is told.
    """
    if copies(p):
        return False
    return shared_problem and not apart and trust >= p.trust_to_think


@rule
def told(p: Parameters, own: float, known: float, trust: float, novelty: float) -> float:
    """Return the gain in one topic from being told by somebody who knows it so well."""
    return learnt(p, own, level_of_words(p, known), trust, novelty)


@rule
def thinking_together(
    p: Parameters, own: float, partner: float, trust: float, novelty: float, alike: bool
) -> float:
    """Return one's gain in one topic from thinking about a problem with another.

    It is what words would give at least.
    """
    level = level_thought_together(p, own, partner, alike)
    return max(learnt(p, own, level, trust, novelty), told(p, own, partner, trust, novelty))


@rule
def quality_of_contact(p: Parameters, apart: bool) -> float:
    """Return how well a talk carries words, 1 = in one room; ``apart``: one is online."""
    return p.online_learning if apart else 1.0


@rule
def example_after_month(p: Parameters, example: float) -> float:
    """Return the example set by peers met lately; it fades."""
    return example * (1.0 - p.example_fading)


@rule
def learnt_from_text(p: Parameters, own: float, level: float) -> float:
    """Return the gain in one topic from reading what somebody who knows it so well has said."""
    return told(p, own, level, p.memo_learning, 1.0)


@rule
def learnt_from_stranger(p: Parameters, own: float, partner: float) -> float:
    """Return the gain from an answer, sent by a member of a linked group."""
    return told(p, own, partner, p.request_trust, p.online_learning)


@rule
def learnt_from_lecture(p: Parameters, own: float, known: float) -> float:
    """Return the gain in one topic from a facilitator who speaks about it to a group."""
    return told(p, own, known, p.facilitator_trust, 1.0)


@rule
def learnt_in_session(p: Parameters, own: float, known: float) -> float:
    """Return the gain in one topic from work on the owner's own firm with somebody who knows it."""
    return thinking_together(p, own, known, p.facilitator_trust, 1.0, False)


@rule
def adoption_pace(p: Parameters, confidence: float, example: float) -> float:
    """Return the share of the gap between knowing and doing that an owner closes in a month.

    ``example`` is the practice quality of trusted peers met lately, in [0, 1].
    """
    return min(p.adoption_rate * confidence * (1.0 + p.example_pull * example), 1.0)


@rule
def practice_after_adoption(pace: float, practice: float, expertise: float) -> float:
    """Return practice in one topic after a month: owners come to do what they know, up to it."""
    return practice + pace * max(expertise - practice, 0.0)


@rule
def expertise_after_month(p: Parameters, expertise: float, sustained: float) -> float:
    """Return expertise a month later: what own work sustains stays, the rest fades."""
    gap = expertise - sustained
    return expertise - (p.expertise_fading if gap > 0.0 else p.expertise_growth) * gap


@rule
def practice_after_month(p: Parameters, practice: float, sustained: float) -> float:
    """Return practice a month later; what own work does not sustain falls out of use."""
    return practice - p.practice_fading * max(practice - sustained, 0.0)


@rule
def freshness_after_evening(p: Parameters, freshness: float) -> float:
    """Return how much peers have to tell after an evening of telling."""
    return freshness * p.freshness_use


@rule
def freshness_after_month(p: Parameters, freshness: float) -> float:
    """Return how much peers have to tell again, a month later."""
    return freshness + p.freshness_recovery * (1.0 - freshness)


@rule
def any_topic(u: float) -> int:
    """Turn a uniform draw into a topic, each alike likely.

    >>> any_topic(0.0), any_topic(0.99), any_topic(1.0)
    (0, 7, 7)
    """
    return min(int(u * N_TOPICS), N_TOPICS - 1)


@rule
def topic_of_talk(p: Parameters, u: float, on_theme: float, need: int, theme: int) -> int:
    """Return what a talk is about: an open problem, the theme, or just anything.

    ``on_theme`` is the share of talks on problem or theme; ``need`` is -1 without a problem.
    """
    if u < on_theme:
        if need >= 0 and u < p.need_first_share * on_theme:
            return need
        return theme
    return any_topic((u - on_theme) / (1.0 - on_theme))
