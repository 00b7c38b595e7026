"""Who facilitates: people of different skill, who leave their posts and are replaced in time."""

from .arithmetic import within
from .chance import normal, uniform
from .compiled import rule
from .parameters import Parameters
from .purposes import SKILL_TO_LEAD

POSTS = ("adviser", "researcher")
ADVISER, RESEARCHER = range(len(POSTS))


@rule
def chance_to_leave_post(p: Parameters, role: int) -> float:
    """Return the monthly chance that a facilitator leaves; researchers have project contracts."""
    return p.adviser_leaves if role == ADVISER else p.researcher_leaves


@rule
def chance_to_fill_post(p: Parameters) -> float:
    """Return the monthly chance that an empty post is filled."""
    return p.post_filled


@rule
def skill_to_lead(p: Parameters, group_key: int, role: int, holder: int) -> float:
    """Return how well a facilitator leads, in [0, 1]; ``holder`` counts those in the post."""
    z = normal(uniform(group_key, holder, SKILL_TO_LEAD, role))
    return within(p.lead_skill + p.lead_skill_sd * z, 0.0, 1.0)
