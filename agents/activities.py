"""The eleven activities of a community of practice (Wenger 1998): how long, how likely, what for.

What is done in an evening emerges: an activity is possible only if somebody present has what it
takes; among the possible ones chance decides, by needs, trust and who leads the evening.
"""

from .activity_names import (
    ARGUMENT,
    ASSETS_REUSED,
    CONFIDENCE,
    DEVELOPMENTS,
    EXPERIENCE,
    MAPPING,
    PROBLEM_SOLVING,
)
from .compiled import rule
from .parameters import Parameters
from .topics import HIRING

SHOWS_WEAKNESS = (PROBLEM_SOLVING, EXPERIENCE, ARGUMENT, CONFIDENCE, DEVELOPMENTS)
METHODICAL = (PROBLEM_SOLVING, EXPERIENCE, DEVELOPMENTS, MAPPING)

FIRST_HIRE, GROWTH = 0, 1
"""What an argument is about."""


@rule
def minutes_of(p: Parameters, activity: int) -> float:
    """Return how many minutes of an evening an activity takes."""
    minutes = (
        p.minutes_problem_solving,
        p.minutes_requests_for_information,
        p.minutes_seeking_experience,
        p.minutes_reusing_assets,
        p.minutes_coordination,
        p.minutes_building_argument,
        p.minutes_growing_confidence,
        p.minutes_discussing_developments,
        p.minutes_documenting,
        p.minutes_visits,
        p.minutes_mapping_knowledge,
    )
    return minutes[activity]


@rule
def inclination(p: Parameters, activity: int) -> float:
    """Return how readily a group takes up an activity that is possible; 0 = never."""
    readiness = (
        p.inclination_problem_solving,
        p.inclination_requests_for_information,
        p.inclination_seeking_experience,
        p.inclination_reusing_assets,
        p.inclination_coordination,
        p.inclination_building_argument,
        p.inclination_growing_confidence,
        p.inclination_discussing_developments,
        p.inclination_documenting,
        p.inclination_visits,
        p.inclination_mapping_knowledge,
    )
    return readiness[activity]


@rule
def propensity(
    p: Parameters, activity: int, strength: float, trust: float, process: float, times: int
) -> float:
    """Return the weight of an activity among those possible now.

    ``strength`` is how pressing it is for whoever would begin, ``trust`` that person's mean trust
    in the others: weakness is shown to those one trusts. A leader (``process`` in [0, 1]) brings
    problems, experience, developments and a round of who knows what to the table. What has been
    done ``times`` times this evening already is less likely to be done again.
    """
    weight = inclination(p, activity) * strength
    for _ in range(times):
        weight *= p.repetition
    if activity in SHOWS_WEAKNESS:
        weight *= p.openness_alone + (1.0 - p.openness_alone) * trust
    if activity in METHODICAL:
        weight *= 1.0 + p.structure * process
    return weight


@rule
def chance_to_solve_together(
    p: Parameters, best: float, breadth: float, trust: float, process: float
) -> float:
    """Return the chance that a group solves a member's problem at the table.

    ``best`` is the best expertise present in the topic, ``breadth`` the share of the others who
    know more of it than the owner, ``trust`` the owner's in them, ``process`` the leading.
    """
    known = best * (p.breadth_floor + (1.0 - p.breadth_floor) * breadth)
    return min(p.solving_together * known * trust * (1.0 + p.structure * process), 1.0)


@rule
def closeness(p: Parameters, same_sector: bool) -> float:
    """Return how close a peer's case is to one's own."""
    return 1.0 if same_sector else p.other_sector_closeness


@rule
def severity_after_experience(p: Parameters, severity: float, close: float, trust: float) -> float:
    """Return a problem's severity after hearing from somebody who has lived through one."""
    return severity * (1.0 - p.experience_help * close * trust)


@rule
def tips_on_request(p: Parameters, contacts: float, trust: float, rivals: bool) -> float:
    """Return the leads that a request brings; one contact is enough, rivals hold back."""
    sharing = p.rival_sharing if rivals else 1.0
    return p.tips_on_request * contacts / (1.0 + contacts) * trust * sharing


@rule
def weight_of_argument(
    p: Parameters, opinion: float, other: float, trust: float, experienced: bool
) -> float:
    """Return the weight of another's opinion: bounded confidence, trust, having done it oneself.

    Hegselmann and Krause 2002: opinions farther away than ``argument_bound`` are not heard, but
    the word of those who have done it carries farther.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(argument_bound=0.3)
    >>> weight_of_argument(p, 0.0, 0.9, 1.0, False)
    0.0
    """
    reach = p.argument_bound * (1.0 + p.argument_by_experience if experienced else 1.0)
    if abs(other - opinion) > reach:
        return 0.0
    return trust * (1.0 + p.argument_by_experience if experienced else 1.0)


@rule
def opinion_after_argument(p: Parameters, opinion: float, others: float) -> float:
    """Return an opinion moved towards the weighted mean of those that were heard."""
    return opinion + p.persuasion * (others - opinion)


@rule
def idea_after_feedback(p: Parameters, promise: float, know_how: float, trust: float) -> float:
    """Return a product idea's promise (chance to succeed) after peers' feedback."""
    return promise + p.idea_feedback * know_how * trust * (1.0 - promise)


@rule
def topic_of_activity(activity: int, subject: int, theme: int) -> int:
    """Return the topic people talk about during an activity: its subject, else the theme."""
    if activity == ARGUMENT and subject == FIRST_HIRE:
        return HIRING
    if subject < 0 or activity in (ARGUMENT, ASSETS_REUSED):
        return theme
    return subject


@rule
def awareness_after_contact(awareness: float, gain: float) -> float:
    """Return how much one knows of another's skills, assets and needs after a contact."""
    return awareness + gain * (1.0 - awareness)


@rule
def strength_to_write(p: Parameters, belonging: float, confidence: float) -> float:
    """Return how ready a member is to write the memo when no facilitator does."""
    return p.member_writes * belonging * confidence
