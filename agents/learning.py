"""Learning: knowledge is redeveloped in talk, not copied; practice follows know-how; both fade."""

from math import exp

from .compiled import rule
from .parameters import Parameters
from .topics import N_TOPICS


@rule
def copies(p: Parameters) -> bool:
    """Tell whether know-how is simply copied: the rival theory of literal transfer (SKIN)."""
    return p.literal_transfer > 0.5


@rule
def thinking_together(
    p: Parameters, own: float, partner: float, trust: float, novelty: float
) -> float:
    """Return the gain in one topic from one talk with a partner who knows more.

    Inverted U in the cognitive distance, peak 1 at ``best_distance`` (Nooteboom et al. 2007); less
    the more the learner knows already; ``novelty`` is how much there is still to be told. Under the
    rival theory of literal transfer (as in SKIN) a share of the distance is simply copied.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters()
    >>> thinking_together(p, own=0.5, partner=0.4, trust=1.0, novelty=1.0)
    0.0
    >>> near, best, far = (
    ...     thinking_together(p, 0.1, 0.1 + d, 1.0, 1.0) for d in (0.1, 0.35, 0.9)
    ... )
    >>> near < best > far
    True
    """
    distance = partner - own
    if distance <= 0.0:
        return 0.0
    if copies(p):
        return p.learning_rate * distance * novelty
    d = distance / p.best_distance
    return p.learning_rate * d * exp(1.0 - d) * trust * (1.0 - own) * novelty


@rule
def quality_of_contact(p: Parameters, apart: bool) -> float:
    """Return how well a talk carries know-how, 1 = in one room; ``apart``: one is online."""
    return p.online_learning if apart else 1.0


@rule
def understanding(p: Parameters, awareness: float) -> float:
    """Return the share of a partner's know-how that gets across.

    Words carry the explicit part; the tacit part needs repeated co-presence, of which
    ``awareness`` (what one knows of the other) is the trace.
    """
    if copies(p):
        return 1.0
    return p.explicit_share + (1.0 - p.explicit_share) * awareness


@rule
def created_together(
    p: Parameters, own: float, partner: float, trust: float, same_sector: bool
) -> float:
    """Return know-how that neither had, made by trusted people who see it from different trades."""
    if same_sector or copies(p):
        return 0.0
    return p.co_creation * trust * own * partner * (1.0 - max(own, partner))


@rule
def learnt_by_explaining(p: Parameters, own: float, partner: float) -> float:
    """Return what one learns by explaining to a partner who knows less."""
    if partner >= own:
        return 0.0
    return p.explaining_gain * (1.0 - own)


@rule
def tips_from_talk(p: Parameters, trust: float, novelty: float, rivals: bool) -> float:
    """Return perishable tips (leads) from one talk; rivals keep more to themselves."""
    sharing = p.rival_sharing if rivals else 1.0
    return p.tips_per_talk * trust * novelty * sharing


@rule
def tips_from_channel(p: Parameters, trust: float) -> float:
    """Return the leads from a month in the closed group online; ``trust``: the others' in one."""
    return p.channel_tips * trust


@rule
def tips_after_month(p: Parameters, tips: float) -> float:
    """Return leads a month later; some have gone stale."""
    return tips * (1.0 - p.tips_fading)


@rule
def example_after_month(p: Parameters, example: float) -> float:
    """Return the example set by peers met lately; it fades as leads do."""
    return example * (1.0 - p.tips_fading)


@rule
def learnt_from_memo(p: Parameters, own: float, level: float) -> float:
    """Return the gain in one topic from reading memos; ``level``: the explicit know-how in them."""
    return thinking_together(p, own, level, p.memo_learning, 1.0)


@rule
def learnt_from_stranger(p: Parameters, own: float, partner: float) -> float:
    """Return the gain from an answer, sent by a member of a linked group."""
    return p.online_learning * thinking_together(p, own, partner, p.request_trust, 1.0)


@rule
def learnt_from_facilitator(p: Parameters, own: float, known: float) -> float:
    """Return the gain in one topic from one talk with a facilitator who knows it so well."""
    return thinking_together(p, own, known, p.facilitator_trust, 1.0)


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
