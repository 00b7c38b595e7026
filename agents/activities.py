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
from .at_the_table import FIRST_HIRE
from .compiled import rule
from .parameters import Parameters
from .topics import HIRING

SHOWS_WEAKNESS = (PROBLEM_SOLVING, EXPERIENCE, ARGUMENT, CONFIDENCE, DEVELOPMENTS)
METHODICAL = (PROBLEM_SOLVING, EXPERIENCE, DEVELOPMENTS, MAPPING)


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
def topic_of_activity(activity: int, subject: int, theme: int) -> int:
    """Return the topic people talk about during an activity: its subject, else the theme."""
    if activity == ARGUMENT and subject == FIRST_HIRE:
        return HIRING
    if subject < 0 or activity in (ARGUMENT, ASSETS_REUSED):
        return theme
    return subject
