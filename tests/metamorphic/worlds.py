"""Small worlds, lived by the engine or by the plain Mesa model, told by identity and not by row."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from talkoot.agents.parameters import Parameters, parameters
from talkoot.agents.rows import NAME_FIRMS
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import names
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import RegionConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import Start, begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS

from ..reference.people import as_columns
from ..reference.region import ReferenceModel

FIRMS, MONTHS = 140, 7
BUSY = {
    "opportunity_frequency": 12.0,
    "asset_need_rate": 0.1,
    "idea_rate": 0.2,
    "tie_chance": 0.1,
    "find_chance": 0.8,
    "hire_chance": 0.3,
    "export_rate": 0.3,
    "closing_later": 0.2,
}
ROWS = {
    *NAME_FIRMS,
    "settlement",
    "catchment",
    "group",
    "seat",
    "host",
    "organiser",
}
ROWS |= {"proposer", "initiator", "partner", "member", "table", "proposal"}
"""Columns that name rows, which mean nothing in another world."""

Told = dict[str, np.ndarray]
Live = Callable[..., Told]


def phase(**changed: Any) -> dict[str, Any]:
    """Return a phase with much going on."""
    busy = {
        "from_month": 0,
        "adviser_hours": 40.0,
        "researcher_hours": 20.0,
        "running_eur": 500.0,
        "interval_months": 1,
        "documentation": True,
        "channel": True,
        "links": True,
        "outreach": 60.0,
        "one_on_one_hours": 30.0,
    }
    return busy | changed


def policy(*phases: dict[str, Any]) -> PolicyConfig:
    """Return a policy of these phases."""
    content = {"name": "tried", "purpose": "Tried.", "phases": list(phases or (phase(),))}
    return PolicyConfig.model_validate(content)


NOTHING = policy({"from_month": 0})


@lru_cache(maxsize=64)
def start_of(p: Parameters, replication: int, months: int, starts: tuple[int, int]) -> Start:
    """Return a warmed-up small Kainuu; never write to it."""
    return warm_up(p, small(starts), read_sectors(), 3, replication, months)


@lru_cache(maxsize=8)
def small(starts: tuple[int, int] = (0, 0)) -> Region:
    """Return Kainuu with few firms and two seats."""
    config = read_named("region", "kainuu", RegionConfig)
    return replace(read_region(config.model_copy(update={"firms": FIRMS})), start_months=starts)


def begun(start: Start, *arms: PolicyConfig) -> State:
    """Return a state under one policy for all groups, or an arm for each group in turn."""
    kinds = [read_named("venture", name, VentureConfig) for name in names("venture")]
    state = begin_policy(start, policy_table(*arms), venture_table(kinds))
    state.groups.arm[:] = np.arange(state.groups.arm.size) % len(arms)
    return state


def lived(
    reference: bool,
    *arms: PolicyConfig,
    months: int = MONTHS,
    horizon: int = MONTHS,
    starts: tuple[int, int] = (0, 0),
    replication: int = 0,
    change: Callable[[Start], Start] | None = None,
    after: Callable[[State], None] | None = None,
    **changed: float,
) -> Told:
    """Live some months; ``change`` alters the start, ``after`` the state before month 0."""
    p = parameters(**(BUSY | changed))
    start = start_of(p, replication, horizon, starts)
    state = begun(change(start) if change else start, *(arms or (policy(),)))
    if after:
        after(state)
    if not reference:
        record = np.zeros((months, len(METRICS)))
        run_months(p, 0, state, record)
        columns = {
            f"{type(kind).__name__}.{name}": column
            for kind in (state.firms, state.groups)
            for name, column in kind._asdict().items()
        }
    else:
        model = ReferenceModel(p, state)
        told = []
        for _ in range(months):
            model.step()
            told.append(model.metrics())
        record, columns = np.array(told), as_columns(model)
    return by_identity(columns) | {name: record[:, k] for k, name in enumerate(METRICS)}


def by_identity(columns: Told) -> Told:
    """Return firms' and groups' columns in the order of keys, without those that name rows."""
    told = {}
    for name, column in columns.items():
        kind, _, field = name.partition(".")
        if kind in ("Firms", "Groups") and field not in ROWS:
            told[name] = column[np.argsort(columns[f"{kind}.key"], kind="stable")]
    return told


def differing(one: Told, other: Told, but: set[str] = frozenset(), rtol: float = 0.0) -> list[str]:
    """Return the names of what differs, beyond a relative tolerance; ``but`` is not compared."""
    assert one.keys() == other.keys()
    names_ = [name for name in one if name not in but]
    return [
        name
        for name in names_
        if one[name].shape != other[name].shape
        or not np.allclose(one[name], other[name], rtol=rtol, atol=rtol, equal_nan=True)
    ]
