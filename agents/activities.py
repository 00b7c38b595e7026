"""The eleven activities of a community of practice (Wenger 1998): how long, how likely, what for.

What is done in an evening emerges: an activity is possible only if somebody present has what it
takes; among the possible ones chance decides, by needs, trust and who leads the evening.
"""

from .activity_list import ACTIVITY_LIST, DECISION, SUBJECTS, TOPIC
from .activity_numbers import inclination
from .at_the_table import FIRST_HIRE
from .compiled import rule
from .parameters import Parameters
from .topics import HIRING

SHOWS_WEAKNESS = tuple(activity.shows_weakness for activity in ACTIVITY_LIST)
METHODICAL = tuple(activity.methodical for activity in ACTIVITY_LIST)
WORKED_ON = ("", *sorted({activity.works_on for activity in ACTIVITY_LIST} - {""}))
WORKS_ON = tuple(WORKED_ON.index(activity.works_on) for activity in ACTIVITY_LIST)
PROBLEM = WORKED_ON.index("problem")
SUBJECT_OF = tuple(SUBJECTS.index(activity.subject) for activity in ACTIVITY_LIST)


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
    if SHOWS_WEAKNESS[activity]:
        weight *= p.openness_alone + (1.0 - p.openness_alone) * trust
    if METHODICAL[activity]:
        weight *= 1.0 + p.structure * process
    return weight


@rule
def topic_of_activity(activity: int, subject: int, theme: int) -> int:
    """Return the topic people talk about during an activity: its subject, else the theme."""
    if SUBJECT_OF[activity] == DECISION and subject == FIRST_HIRE:
        return HIRING
    if subject < 0 or SUBJECT_OF[activity] != TOPIC:
        return theme
    return subject


@rule
def is_about_a_problem(activity: int) -> bool:
    """Tell whether an activity puts a member's open problem on the table."""
    return WORKS_ON[activity] == PROBLEM


@rule
def looks_at_the_same(activity: int, other: int) -> bool:
    """Tell whether one activity may have changed what another looks for, or is the same."""
    return activity == other or (WORKS_ON[activity] > 0 and WORKS_ON[activity] == WORKS_ON[other])
