"""Facts are told honestly, distances are right, seats are chosen from reach, nothing drifts."""

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.distance import by_road
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.facts import FACTS, sparse_means
from talkoot.scenarios.names import shipped
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.schema_world import RegionTrend
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS

REGIONS = shipped("region")
STATUSES = {"evidence", "derived", "assumed"}


def region(name, **changed):
    return read_region(read_named("region", name, RegionConfig).model_copy(update=changed))


def test_figures_that_nobody_found_are_the_sparse_mean_and_say_so():
    table = pd.read_csv(FACTS / "regions.csv").set_index("region")
    means = sparse_means()
    for figure, mean in (("birth", means.birth_rate_annual), ("death", means.death_rate_annual)):
        assumed = table[table[f"{figure}_status"] == "assumed"]
        assert len(assumed) == 7
        assert assumed[f"{figure}_rate_annual"].to_numpy() == pytest.approx(mean, abs=5e-5)
    assumed = table[table["stock_status"] == "assumed"]
    expected = assumed["population"] * means.firms_per_inhabitant
    assert assumed["enterprise_stock"].to_numpy() == pytest.approx(expected.to_numpy(), abs=5.0)
    for column in ("stock_status", "birth_status", "death_status", "unemployment_status"):
        assert set(table[column]) <= STATUSES
    assert table["mark"].notna().all()


@pytest.mark.parametrize("name", REGIONS)
def test_distances_on_the_plane_are_those_on_the_globe(name):
    place = region(name)
    lat, lon = np.radians(place.latitude), np.radians(place.longitude)
    half = np.sin((lat[:, None] - lat) / 2) ** 2
    half += np.cos(lat)[:, None] * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    globe_km = by_road(parameters(), 2 * 6371.0 * np.arcsin(np.sqrt(half)))
    near = (globe_km > 1.0) & (globe_km < 100.0)
    assert near.any()
    assert place.road_km(parameters())[near] == pytest.approx(globe_km[near], rel=0.035)


@pytest.mark.parametrize("name", [n for n in REGIONS if n != "microentre"])
def test_no_town_worth_a_group_is_out_of_reach(name):
    p, place = parameters(), region(name)
    km = place.road_km(parameters())
    reached = (km[:, list(place.seats)] <= p.reach_km).any(1)
    for town in np.flatnonzero(~reached):
        around = (km[:, town] <= p.reach_km) & ~reached
        assert place.population[around].sum() < p.seat_inhabitants, place.settlements[town]
    seats = km[np.ix_(place.seats, place.seats)] + 1e9 * np.eye(len(place.seats))
    assert (seats > p.reach_km).all(), "two groups where one reaches both"


def test_groups_are_as_many_as_asked_for_and_further_reach_needs_fewer():
    assert len(region("lapland", groups=9).seats) == 9
    assert set(region("lapland").seats) < set(region("lapland", groups=9).seats)
    config = read_named("region", "north_ostrobothnia", RegionConfig)
    near, far = (read_region(config, parameters(reach_km=km)) for km in (40.0, 80.0))
    assert len(far.seats) < len(near.seats)


@pytest.mark.parametrize(
    ("knob", "value"), [("density_per_km2", 2.0), ("inhabitants", 160_000), ("distance_km", 40.0)]
)
def test_the_knobs_of_the_made_up_region_do_what_they_say(knob, value):
    config = read_named("region", "nordic_sparse", RegionConfig)
    plain = read_region(config)
    turned = config.synthetic.model_copy(update={knob: value})
    other = read_region(config.model_copy(update={"synthetic": turned}))
    assert len(other.settlements) == pytest.approx(
        len(plain.settlements) * {"distance_km": 2.25}.get(knob, 2.0), abs=1.0
    )
    people = 2.0 if knob == "inhabitants" else 1.0
    assert other.population.sum() == pytest.approx(people * plain.population.sum(), rel=0.01)
    between = other.road_km(parameters()) + 1e9 * np.eye(len(other.settlements))
    assert between.min(1) == pytest.approx(turned.distance_km, rel=0.02)


@pytest.mark.parametrize("name", REGIONS)
@pytest.mark.draws
def test_without_support_the_stock_of_every_region_stays(name, reseed):
    """3,000 firms, ten years, mean of four: within 5 % of the register, halves alike within 2 %.

    Under region.trend=stationary. Chance moves the second five years against the first by 0.5 % (a
    standard error). Uusimaa, with the most births, loses 1.4 % by itself: four cannot tell.
    """
    p, sectors = parameters(), read_sectors()
    place = region(name, firms=3000, trend=RegionTrend.stationary)
    nothing = policy_table(read_named("policy", "no_support", PolicyConfig))
    years, replications = np.zeros(10), 16 if name == "uusimaa" else 4
    for replication in range(replications):
        state = begin_policy(
            warm_up(p, place, sectors, 2 + reseed, replication, 120), nothing, venture_table([])
        )
        record = np.zeros((120, len(METRICS)))
        run_months(p, 0, state, record)
        years += record[:, METRICS.index("firms")].reshape(10, 12).mean(1) / replications
    assert years.mean() == pytest.approx(3000, rel=0.05)
    assert years[5:].mean() == pytest.approx(years[:5].mean(), rel=0.02)
