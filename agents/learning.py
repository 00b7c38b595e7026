"""Learning: knowledge is redeveloped in talk, not copied; practice follows know-how; both fade."""

from math import exp

from .compiled import rule
from .parameters import Parameters


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
    if p.literal_transfer > 0.5:
        return p.learning_rate * distance * novelty
    d = distance / p.best_distance
    return p.learning_rate * d * exp(1.0 - d) * trust * (1.0 - own) * novelty


@rule
def understanding(p: Parameters, awareness: float) -> float:
    """Return the share of a partner's know-how that gets across.

    Words carry the explicit part; the tacit part needs repeated co-presence, of which
    ``awareness`` (what one knows of the other) is the trace.
    """
    if p.literal_transfer > 0.5:
        return 1.0
    return p.explicit_share + (1.0 - p.explicit_share) * awareness


@rule
def created_together(
    p: Parameters, own: float, partner: float, trust: float, same_sector: bool
) -> float:
    """Return know-how that neither had, made by trusted people who see it from different trades."""
    if same_sector or p.literal_transfer > 0.5:
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
def freshness_after_month(p: Parameters, freshness: float) -> float:
    """Return how much peers have to tell again, a month later."""
    return freshness + p.freshness_recovery * (1.0 - freshness)


@rule
def severity_after_help(
    p: Parameters, severity: float, helper_expertise: float, trust: float
) -> float:
    """Return a problem's severity after a talk about it with somebody who knows the topic."""
    return severity * (1.0 - p.help_rate * helper_expertise * trust)


@rule
def chance_to_solve(p: Parameters, expertise: float, severity: float) -> float:
    """Return the monthly chance that the owner puts the problem behind; light ones go sooner."""
    return (p.solving_alone + p.solving_by_know_how * expertise) * (2.0 - severity)


@rule
def topic_of_talk(u: float, on_theme: float, need: int, theme: int, topics: int) -> int:
    """Return what a talk is about: a need (half of the time) or the theme, else just anything."""
    if u < on_theme:
        if need >= 0 and u < 0.5 * on_theme:
            return need
        return theme
    return min(int((u - on_theme) / (1.0 - on_theme) * topics), topics - 1)
