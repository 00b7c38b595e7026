"""Parameters of activities, by number. Made by `make docs` from activities.csv: change that."""

from .compiled import rule
from .parameters import Parameters


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
