"""Linked groups made by hand: so many members each, of one trade or of all, who only meet.

Their owners have been in business for ten years; problems come and go as in the table of
parameters, and evenings are for problems, experience, memos and who knows what.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from talkoot.agents.kinds import lived_at_founding
from talkoot.agents.parameters import ABOUT
from talkoot.agents.topics import N_TOPICS
from talkoot.scenarios.sectors import read_sectors

from ..mechanisms.world import World

YEARS_IN_BUSINESS = 10
MEMBERS, MONTHS = 240, 36
MEMBER_YEARS = MEMBERS * MONTHS / 12.0
OF_THE_TABLE = [
    "problem_rate",
    "solving_alone",
    "solving_by_know_how",
    "help_rate",
    "general_help",
    "structure",
    "inclination_problem_solving",
    "inclination_seeking_experience",
    "inclination_mapping_knowledge",
    "inclination_documenting",
    "aware_by_talk",
    "aware_fading",
    "learning_rate",
]
PHASE = {
    "interval_months": 1,
    "adviser_hours": 30.0,
    "documentation": True,
    "venue": "agency_room",
}


def network(
    size: int, members: int, alike: bool, links: bool, seed: int, **changed: float
) -> World:
    """Return ``members`` in groups of a size, linked or not; else the same in every respect."""
    rules = {name: ABOUT[name].value for name in OF_THE_TABLE} | {"find_chance": 0.0}
    phase = PHASE | {"links": links}
    world = World(size, members // size, (phase,), seed=seed, trust_start=0.5, **rules | changed)
    firms, weight = world.firms, read_sectors().topic_weight
    world.state.environment.topic_weight[:] = weight
    rows = np.arange(members)
    firms.sector[:] = (rows // size if alike else rows + rows // size) % len(weight)
    for i in rows:
        s = firms.sector[i]
        known = float(weight[s] @ firms.expertise[i])
        for t in range(N_TOPICS):
            months = 12 * YEARS_IN_BUSINESS
            key = firms.key[i]
            firms.lived[i, t] = lived_at_founding(world.p, key, s, t, months, known, weight[s, t])
    return world


class Found(NamedTuple):
    """What links do in one network: problem months saved, requests, answers, ties across groups."""

    saved: float  # share of the problem months without links
    asked: float  # requests per member and year
    answered: float  # share of these
    ties: float  # per member


@lru_cache(maxsize=64)
def found(size: int, alike: bool, seed: int, **changed: float) -> Found:
    """Return it of groups of a size, of one trade each or of all."""
    linked, alone = (
        network(size, MEMBERS, alike, links, seed, **changed) for links in (True, False)
    )
    told, untold = linked.live(MONTHS), alone.live(MONTHS)
    assert untold["requests_made"].sum() == untold["requests_answered"].sum() == 0.0
    asked = told["requests_made"].sum()
    return Found(
        saved=1.0 - told["open_problems"].sum() / untold["open_problems"].sum(),
        asked=asked / MEMBER_YEARS,
        answered=told["requests_answered"].sum() / max(asked, 1.0),
        ties=linked.firms.ties.mean(),
    )
