"""What a contrast between two policies rests on: a trial, or an assumption."""

from talkoot.scenarios.schema_policy import PolicyConfig

BY_MEETINGS = "persuasion, C12"
BY_CONSULTING = "pinned by C14"
ASSUMED = "assumption"
BASES = {
    BY_MEETINGS: "groups that meet with little help against no groups: T1 measured what becomes of "
    "members' sales (C12); what becomes of work also rests on the parameter persuasion, how far an "
    "argument moves an owner's mind about a first hire, which is assumed",
    BY_CONSULTING: "single clients with more or fewer hours, as in T2 (C14)",
    ASSUMED: "what facilitators' hours, venue, agenda or phases do to a group, and persuasion: no "
    "trial says",
}
LIGHT_HOURS = 12.0
"""Facilitators' hours per group and month up to which a group is as in T1."""


def basis(policy: PolicyConfig, other: PolicyConfig) -> str:
    """Return what the contrast of two policies rests on.

    >>> from talkoot.scenarios.catalogue import read_named
    >>> named = ("one_on_one", "no_support", "pbas")
    >>> one, none, pbas = (read_named("policy", name, PolicyConfig) for name in named)
    >>> basis(one, none), basis(pbas, one)
    ('pinned by C14', 'assumption')
    """
    meets, other_meets = _meets(policy), _meets(other)
    if not meets and not other_meets:
        return BY_CONSULTING
    if meets and other_meets:
        return ASSUMED
    return BY_MEETINGS if _is_light(policy if meets else other) else ASSUMED


def _meets(policy: PolicyConfig) -> bool:
    return any(phase.interval_months > 0 for phase in policy.phases)


def _is_light(policy: PolicyConfig) -> bool:
    return all(
        phase.adviser_hours + phase.researcher_hours <= LIGHT_HOURS for phase in policy.phases
    )
