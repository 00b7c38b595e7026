"""Five small studies and what is kept of them: a hash of each column, a total of each figure.

``make golden`` writes them anew. A line that changes there needs one in CHANGELOG.md, which says
why results change.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from talkoot.agents.columns import ACTIVE, Array, Firms
from talkoot.agents.news import RIVAL_ITEMS
from talkoot.agents.parameters import parameters
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import begun

KEPT = Path(__file__).with_name("kept.json")
FIRMS, MONTHS, REPLICATIONS = 400, 48, 2
DIGITS = 10
"""Digits that count: the last few differ between processors' mathematical libraries."""


def told_news(firms: Firms) -> None:
    """Tell every fourth firm a rival item of news, every third another that is not."""
    rows = np.flatnonzero(firms.status == ACTIVE)
    key = firms.key[rows]
    firms.news[rows[key % np.uint64(4) == 0]] |= 1
    firms.news[rows[key % np.uint64(3) == 0]] |= 1 << RIVAL_ITEMS


class Golden(NamedTuple):
    """A study: one policy in Kainuu with few firms; the last with evenings to which few come."""

    policy: str
    changed: dict[str, float]
    seeded: Callable[[Firms], None] | None = None


FEW_COME = {"attend_base": -1.5, "quorum": 10.0, "kind_exponent": 0.0}
"""So few that a group lacks what another knows."""
STUDIES = {
    "one_on_one": Golden("one_on_one", {}),
    "joint_handover": Golden("joint_handover", {}),
    "self_organised": Golden("self_organised", {}),
    "literal_transfer": Golden("pbas", {"literal_transfer": 1.0}),
    "told_news": Golden("hybrid", FEW_COME, told_news),
}


def lived(golden: Golden, replication: int) -> tuple[State, Array]:
    """Return the end of one replication and its METRICS, (months, METRICS)."""
    p = parameters(**golden.changed)
    state = begun(p, golden.policy, MONTHS, replication=replication, firms=FIRMS)
    if golden.seeded:
        golden.seeded(state.firms)
    record = np.zeros((MONTHS, len(METRICS)))
    run_months(p, 0, state, record)
    return state, record


def hashed(array: Array) -> str:
    """Return 12 hex digits of a column's numbers, as far as they count."""
    if array.dtype.kind == "f":
        written = [f"{number:.{DIGITS - 1}e}" for number in (array + 0.0).ravel().tolist()]
        return hashlib.sha256("\n".join(written).encode()).hexdigest()[:12]
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()[:12]


def kept_of(golden: Golden) -> dict[str, Any]:
    """Return what is kept of a study: hashes of all columns at the end, totals of all figures."""
    lives = [lived(golden, replication) for replication in range(REPLICATIONS)]
    kept: dict[str, Any] = {}
    for kind in ("firms", "groups", "ventures"):
        ends = [getattr(state, kind) for state, _ in lives]
        for column in ends[0]._fields:
            together = np.concatenate([getattr(end, column).ravel() for end in ends])
            kept[f"{kind}.{column}"] = hashed(together)
    for k, name in enumerate(METRICS):
        kept[name] = float(f"{sum(record[:, k].sum() for _, record in lives):.{DIGITS}g}")
        kept[f"{name}, by month"] = hashed(np.concatenate([record[:, k] for _, record in lives]))
    return kept


if __name__ == "__main__":
    found = {name: kept_of(golden) for name, golden in STUDIES.items()}
    KEPT.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
