"""Who facilitates: how long, and how well."""

from talkoot.agents.facilitator_posts import (
    ADVISER,
    RESEARCHER,
    chance_to_fill_post,
    chance_to_leave_post,
    skill_to_lead,
)
from talkoot.agents.purposes import SKILL_TO_LEAD

from ..draws import MEDIAN, ONE_ABOVE, ONE_BELOW, about, key_drawing
from ..proof import Proof, eg, reads
from ..strategies import FLAG, KEY, whole

TURNOVER = {"adviser_leaves": 0.008, "researcher_leaves": 0.023}
SKILLED = {"lead_skill": 0.7, "lead_skill_sd": 0.2}


def post(u: float, role: int, holder: int) -> dict[str, int]:
    """Return the post in which a holder's skill is drawn as ``u``."""
    key = key_drawing(u, SKILL_TO_LEAD, role, month=holder)
    return {"group_key": key, "role": role, "holder": holder}


PROOFS = (
    Proof(
        chance_to_leave_post,
        [eg(0.008, role=ADVISER, **TURNOVER), eg(0.023, role=RESEARCHER, **TURNOVER)],
        rises_with="adviser_leaves researcher_leaves",
        between=(0.0, 0.04),
        claims={
            "each role its own": lambda c: (
                c(role=ADVISER, researcher_leaves=0.0) == c.adviser_leaves
            )
        },
        where={"role": FLAG},
    ),
    reads(chance_to_fill_post, post_filled=0.15),
    Proof(
        skill_to_lead,
        [
            # a deviation of 0.2 above or below 0.7, whichever post and whoever's turn
            eg(about(0.9), **post(ONE_ABOVE, ADVISER, 0), **SKILLED),
            eg(about(0.5), **post(ONE_BELOW, RESEARCHER, 0), **SKILLED),
            eg(about(0.7), **post(MEDIAN, ADVISER, 3), **SKILLED),
            eg(1.0, **post(ONE_ABOVE, RESEARCHER, 2), **SKILLED | {"lead_skill": 0.9}),
            eg(0.0, **post(ONE_BELOW, ADVISER, 1), **SKILLED | {"lead_skill": 0.1}),
        ],
        rises_with="lead_skill",
        between=(0.0, 1.0),
        claims={
            "where all are alike, so are they": lambda c: c(lead_skill_sd=0.0) == c.lead_skill,
            "the next one is another": lambda c: (
                c(lead_skill=0.5, lead_skill_sd=0.01)
                != c(lead_skill=0.5, lead_skill_sd=0.01, holder=c.holder + 1)
            ),
        },
        where={"group_key": KEY, "role": FLAG, "holder": whole(0, 9)},
    ),
)
