"""Two regions simulated as one equal each alone; what happens outside is the same for policies."""

from dataclasses import replace

import numpy as np
import pytest

from talkoot.agents.parameters import parameters
from talkoot.agents.rows import NAME_FIRMS
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.economy import economy_table
from talkoot.scenarios.names import shipped
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import Region, read_region
from talkoot.scenarios.schema import EconomyConfig, RegionConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS

MONTHS = 10
NOT_COMPARED = {"settlement", "catchment", "group", "seat", "ring"}
# Rows differ in a larger whole.
NOT_COMPARED |= set(NAME_FIRMS)


def alone(name):
    return read_region(read_named("region", name, RegionConfig).model_copy(update={"firms": 150}))


def together(one: Region, other: Region) -> Region:
    """Return two regions as one, each at its own place on the plane."""
    n, arrays = len(one.settlements), {}
    for name in ("settlement_id", "population", "latitude", "longitude", "births_per_month",
                 "closing_level", "closing_trend", "jobless_level", "size_edges", "size_moved",
                 "east_km"):  # fmt: skip
        arrays[name] = np.concatenate([getattr(one, name), getattr(other, name)])
    arrays["north_km"] = np.concatenate([one.north_km, other.north_km])
    return replace(
        one,
        settlements=one.settlements + other.settlements,
        part=np.concatenate([one.part, other.part + 1]),
        firms=one.firms + other.firms,
        seats=one.seats + tuple(seat + n for seat in other.seats),
        start_months=one.start_months + other.start_months,
        **arrays,
    )


def lived(place, economy="baseline", policy="pbas"):
    kinds = venture_table([read_named("venture", n, VentureConfig) for n in shipped("venture")])
    outside = read_named("economy", economy, EconomyConfig)
    start = warm_up(parameters(), place, read_sectors(), 4, 0, MONTHS, outside)
    state = begin_policy(start, policy_table(read_named("policy", policy, PolicyConfig)), kinds)
    record = np.zeros((MONTHS, len(METRICS)))
    run_months(parameters(), 0, state, record)
    return state, record


def by_key(firms, keys):
    order = {key: row for row, key in enumerate(firms.key.tolist())}
    rows = [order[key] for key in keys]
    return {n: c[rows] for n, c in firms._asdict().items() if n not in NOT_COMPARED}


def differing(apart, whole):
    keys = apart.firms.key.tolist()
    if not np.isin(apart.firms.key, whole.firms.key).all():
        return ["key"]  # somebody did not live through the warm-up
    one, other = by_key(apart.firms, keys), by_key(whole.firms, keys)
    return [name for name in one if not np.array_equal(one[name], other[name])]


def test_two_regions_together_equal_each_alone():
    kainuu, soria = alone("kainuu"), alone("soria")
    assert np.abs(kainuu.north_km.min() - soria.north_km.max()) > 1000.0
    whole, _ = lived(together(kainuu, soria))
    for place in (kainuu, soria):
        apart, _ = lived(place)
        assert apart.firms.joined_month.max() >= 0
        assert differing(apart, whole) == []
    wrong = replace(
        together(kainuu, soria), part=np.zeros(len(whole.environment.pool_eur), np.int64)
    )
    assert differing(apart, lived(wrong)[0]) != []


def test_the_case_is_one_network_over_five_regions():
    place = read_region(read_named("region", "microentre", RegionConfig))
    assert len(place.seats) == 13
    assert place.part.max() == 4
    assert place.firms == 4080 + 11870 + 21750 + 4540 + 9220
    assert len(set(place.start_months)) > 6


@pytest.mark.parametrize("economy", ["downturn", "pandemic"])
def test_when_a_shock_begins_is_luck_and_not_policy(economy):
    config = read_named("economy", economy, EconomyConfig)
    shock = config.shocks[0]
    begins = []
    for replication in range(200):
        table = economy_table(config, 1, replication, 120)
        begins.append(int(np.argmax(table.climate.min(1) < 1.0)) - 1)
        again = economy_table(config, 1, replication, 90)
        assert np.array_equal(table.climate[:91], again.climate)
    assert min(begins) == shock.from_month
    assert max(begins) == shock.latest_month
    assert np.std(begins) == pytest.approx(
        (shock.latest_month - shock.from_month) / 12**0.5, rel=0.15
    )


def test_a_shock_moves_sales_by_what_it_says():
    config = EconomyConfig.model_validate(
        {"name": "x", "purpose": "x", "shocks": [{"from_month": 6, "months": 99, "demand": 0.8}]}
    )
    place = alone("kainuu")
    told = {}
    for name, outside in (
        ("calm", read_named("economy", "baseline", EconomyConfig)),
        ("struck", config),
    ):
        start = warm_up(parameters(), place, read_sectors(), 4, 0, MONTHS, outside)
        state = begin_policy(
            start, policy_table(read_named("policy", "no_support", PolicyConfig)), venture_table([])
        )
        record = np.zeros((MONTHS, len(METRICS)))
        run_months(parameters(), 0, state, record)
        told[name] = record[:, METRICS.index("turnover_eur")]
    assert (told["calm"][:6] == told["struck"][:6]).all()
    assert 0.78 < told["struck"][6] / told["calm"][6] < 0.86  # soft capacity: the full lose less


def test_founders_of_a_boom_are_the_calm_ones_and_some_more():
    place = alone("lapland")
    calm, busy = (lived(place, economy)[0].firms for economy in ("baseline", "boom"))
    assert set(calm.key.tolist()) <= set(busy.key.tolist())
