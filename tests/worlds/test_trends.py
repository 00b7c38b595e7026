"""Regions as data: births, deaths and sizes are the register's, or the region says what else."""

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.columns import ACTIVE, SECTORS
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.economy import economy_table
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.facts import FACTS
from talkoot.scenarios.names import shipped
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.population import environment_of, found_population
from talkoot.scenarios.region import read_region
from talkoot.scenarios.region_figures import ASSUMED
from talkoot.scenarios.schema import NOTHING_HAPPENS, EconomyConfig, RegionConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.schema_world import FEWEST_BIRTHS, FEWEST_DEATHS, MOST_BIRTHS, RegionTrend
from talkoot.scenarios.sectors import read_sectors
from talkoot.scenarios.size_mix import size_mix
from talkoot.scenarios.stationary_closings import closing_trend
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.evidence.targets import TARGETS
from tests.lines import study_from

YEARS = 5
CLOSINGS = ("insolvencies", "gave_up", "retired")
RATES = ("birth_rate_annual", "death_rate_annual")
REGISTER = pd.read_csv(FACTS / "regions.csv").set_index("region")
SOON = ("kainuu", "lapland", "uusimaa")
"""Asked before each commit: the calibrated region, the one that few close in, the urban one."""
WITH_DEATHS = list(REGISTER.index[REGISTER["death_status"] != ASSUMED])
WITHOUT_DEATHS = list(REGISTER.index[REGISTER["death_status"] == ASSUMED])


def place_of(name, **changed):
    return read_region(read_named("region", name, RegionConfig).model_copy(update=changed))


def lived(place, seed, replication, months=12 * YEARS):
    """Return the state at the end and METRICS by month, without support."""
    nothing = policy_table(read_named("policy", "no_support", PolicyConfig))
    start = warm_up(parameters(), place, read_sectors(), seed, replication, months)
    state = begin_policy(start, nothing, venture_table([]))
    record = np.zeros((months, len(METRICS)))
    run_months(parameters(), 0, state, record)
    return state, record


def rates_of(place, records):
    """Return births, % of the register's stock in a year, and deaths, % of the stock there is."""
    column = {name: np.array([r[:, METRICS.index(name)] for r in records]) for name in METRICS}
    births = 1200.0 * column["births"].mean(1) / place.firms
    closed = sum(column[name].mean(1) for name in CLOSINGS)
    return births, 1200.0 * closed / column["firms"].mean(1)


@pytest.mark.draws
@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=[] if n in SOON else pytest.mark.torture) for n in WITH_DEATHS],
)
def test_births_and_deaths_are_the_registers(name, reseed):
    """First five years, 4,000 firms, mean of four: within 0.3 points and three standard errors.

    Some 1,200 closings a replication; the four together have an error of 1.5 %, 0.1 points.
    """
    place = place_of(name, firms=4000)
    records = [lived(place, 5 + reseed, replication)[1] for replication in range(4)]
    for found, column in zip(rates_of(place, records), RATES, strict=True):
        register = 100.0 * REGISTER.loc[name, column]
        events = 4 * YEARS * 4000 * register / 100.0
        assert found.mean() == pytest.approx(register, abs=0.3 + 3.0 * register / events**0.5)


@pytest.mark.draws
def test_the_fewest_deaths_come_out_because_owners_retire_all_the_same(reseed):
    """Half the births: what is left of giving up is a quarter, not a half."""
    place = place_of("kainuu", firms=4000, death_rate_annual=FEWEST_DEATHS)
    records = [lived(place, 5 + reseed, replication)[1] for replication in range(2)]
    assert rates_of(place, records)[1].mean() == pytest.approx(100.0 * FEWEST_DEATHS, abs=0.4)


def test_hires_lean_on_unemployment_of_the_region_by_that_of_its_country():
    north_karelia, soria = place_of("north_karelia"), place_of("soria")
    p, sectors = parameters(), read_sectors()
    outside = economy_table(NOTHING_HAPPENS, 1, 0, 12)
    for place, expected in ((north_karelia, 13.8 / 7.9), (soria, 1.0)):
        firms = found_population(p, place, sectors, 1, 0, 12, outside)
        found = environment_of(p, place, sectors, firms, 12, outside).jobless_level
        assert found == pytest.approx(np.full(len(place.settlements), expected))


def test_where_nobody_knows_the_deaths_the_stock_stays_and_says_so():
    for name in WITHOUT_DEATHS:
        place = place_of(name)
        assert (place.closing_trend == 1.0).all()
        assert [one.deaths.status for one in place.figures] == [ASSUMED]
        assert place.figures[0].deaths.value == place.figures[0].births.value
    assert (place_of("nordic_sparse").closing_trend == 1.0).all()
    assert (place_of("nordic_sparse", death_rate_annual=0.05).closing_trend < 0.9).all()


def test_a_trend_is_the_registers_unless_births_are_typed_or_none_is_wanted():
    def trend(**changed):
        return place_of("lapland", **changed).closing_trend[0]

    assert trend() == closing_trend(0.063, 0.054)
    assert trend(trend=RegionTrend.stationary) == 1.0
    assert trend(birth_rate_annual=0.08) == 1.0  # deaths of the facts belong to births of the facts
    assert trend(birth_rate_annual=0.08, death_rate_annual=0.07) == closing_trend(0.08, 0.07)
    assert trend(death_rate_annual=0.08) > 1.0
    parts = place_of("microentre")
    own = {n: place_of(n).closing_trend[0] for n in REGISTER.index}
    named = read_named("region", "microentre", RegionConfig).facts
    assert parts.closing_trend.tolist() == [own[named[k]] for k in parts.part]


@pytest.mark.parametrize(
    ("economy", "whose"),
    [("baseline", "region"), ("boom", "region"), ("pandemic", "region"), ("depopulation", "none")],
)
def test_an_economy_with_a_trend_of_births_takes_the_place_of_the_regions(economy, whose):
    p, place, sectors = parameters(), place_of("lapland", firms=200), read_sectors()
    outside = economy_table(read_named("economy", economy, EconomyConfig), 1, 0, 12)
    firms = found_population(p, place, sectors, 1, 0, 12, outside)
    trend = environment_of(p, place, sectors, firms, 12, outside).closing_trend
    assert (trend[0] == 1.0).all()
    assert (trend[1] == (place.closing_trend if whose == "region" else 1.0)).all()


def test_the_past_is_stationary_whatever_the_trend():
    """The stock at month 0 is the same firm by firm; then more close, or fewer."""
    keys, alive = [], []
    for deaths in (0.04, 0.08):
        state, record = lived(place_of("kainuu", firms=600, death_rate_annual=deaths), 3, 0, 36)
        keys.append(state.firms.key[state.firms.founded < 0])
        alive.append(record[-1, METRICS.index("firms")])
    assert np.array_equal(*keys)
    assert alive[0] > 1.08 * alive[1]


@pytest.mark.parametrize("births", [FEWEST_BIRTHS, 0.09, MOST_BIRTHS])
def test_the_fewest_deaths_that_are_accepted_leave_some_who_give_up(births):
    assert 0.0 < closing_trend(births, FEWEST_DEATHS) < 1.0


REFUSED = [
    (0, "0; expected at least 0.03: so many owners retire or fail, nearly"),
    (0.02, "0.02; expected at least 0.03: so many owners retire or fail, nearly"),
    ("nan", "nan; expected at least 0.03: so many owners retire or fail, nearly"),
    (0.2, "0.2; expected at most 0.16: closings cannot be more"),
]


@pytest.mark.parametrize(("rate", "expected"), REFUSED)
def test_deaths_that_cannot_be_are_refused(rate, expected):
    with pytest.raises(InputError) as caught:
        study_from([f"region.death_rate_annual={rate}"])
    assert str(caught.value) == f"command line: region.death_rate_annual: {expected}"
    with pytest.raises(InputError, match=r"region: death_rate_annual: "):
        place_of("kainuu", death_rate_annual=float(rate))


def test_deaths_far_above_births_are_refused():
    """Twice as many as are founded: those who close easily are gone, and the rate is not kept."""
    with pytest.raises(InputError) as caught:
        place_of("kainuu", death_rate_annual=0.12)
    told = "at most 0.085, births and 0.02: who closes easily is soon gone"
    assert str(caught.value) == f"region: death_rate_annual: 0.12; expected {told}"
    place_of("kainuu", birth_rate_annual=0.11, death_rate_annual=0.12)


def test_a_trend_is_one_of_two_words():
    assert study_from(["region.trend=stationary"]).region.trend is RegionTrend.stationary
    with pytest.raises(InputError, match="register"):
        study_from(["region.trend=growing"])


def test_the_country_of_the_sizes_is_what_the_model_is_calibrated_to():
    known = {one.id: one.value for one in TARGETS}
    country = size_mix("the country")
    assert country["without_staff"].value == known["C5"]
    assert country["under_ten"].value == known["C6"]


@pytest.mark.draws
def test_firms_are_as_large_as_the_region_says(reseed):
    """Differences to Finland: Cuenca's firms without staff, and those of ten or more."""
    small, micro = [], []
    for name in ("kainuu", "cuenca"):
        place = place_of(name, firms=6000, trend=RegionTrend.stationary)
        runs = [lived(place, 7 + reseed, replication, 12)[0].firms for replication in range(3)]
        staff = np.concatenate([f.employees[f.status == ACTIVE] for f in runs])
        small.append((staff == 0).mean())
        micro.append((staff < 10).mean())
    asked = size_mix("cuenca")["without_staff"].value - size_mix("kainuu")["without_staff"].value
    assert small[1] - small[0] == pytest.approx(asked, abs=0.04)
    assert micro[1] == pytest.approx(micro[0], abs=0.015)


def test_trades_together_leave_survival_of_new_firms_as_calibrated():
    """As many of each trade as are founded: mean giving up 1, so C1 and C2 do not move."""
    trades = read_sectors()
    assert trades.share @ trades.closing_ratio == pytest.approx(1.0, abs=0.001)


@pytest.mark.draws
def test_trades_close_in_the_registers_order_and_size(reseed):
    """Ten years of 20,000 firms: each trade's closings to all trades' as in the register.

    Within 8 % and three standard errors: from 6 % in primary production to 15 % in transport.
    """
    table = pd.read_csv(FACTS / "sectors.csv").set_index("sector").loc[list(SECTORS)]
    place = place_of("kainuu", firms=20_000, trend=RegionTrend.stationary)
    firms = lived(place, 9 + reseed, 0, 120)[0].firms
    last = np.where(firms.exit_month < 0, 120, firms.exit_month)
    years = np.bincount(firms.sector, np.maximum(last - np.maximum(firms.founded, 0), 0) / 12.0)
    closed = np.bincount(firms.sector, firms.status != ACTIVE)
    found = closed / years / (closed.sum() / years.sum())
    register = table["closings"].to_numpy()
    register = register / np.average(register, weights=years)
    assert (np.abs(found / register - 1.0) < 0.08 + 3.0 / np.sqrt(closed)).all()


@pytest.mark.torture
def test_the_table_of_all_regions(capsys):
    """Births, deaths and sizes of every shipped region beside their source; prints the table."""
    rows = []
    for name in shipped("region"):
        place = place_of(name)
        runs = [lived(place, 1, replication) for replication in range(2)]
        births, deaths = rates_of(place, [record for _, record in runs])
        staff = np.concatenate([s.firms.employees[s.firms.status == ACTIVE] for s, _ in runs])
        stock = np.array([one.firms.value for one in place.figures])
        mix = [stock @ [one.sizes[k].value for one in place.figures] for k in (0, 1)] / stock.sum()
        asked = [stock @ [f.births.value for f in place.figures] / stock.sum(),
                 stock @ [f.deaths.value for f in place.figures] / stock.sum(), *mix]  # fmt: skip
        found = [births.mean(), deaths.mean(), 100 * (staff == 0).mean(), 100 * (staff < 10).mean()]
        how = [place.figures[0].deaths.status, place.figures[0].sizes[0].status]
        pairs = [f"{100 * a:.1f}/{b:.1f}" for a, b in zip(asked, found, strict=True)]
        rows.append((name, *pairs, *how))
        assert found[1] == pytest.approx(100 * asked[1], abs=0.5)
        assert found[2] == pytest.approx(100 * asked[2], abs=5.0)
    with capsys.disabled():
        heads = ["region", "births", "deaths", "without staff", "micro", "deaths are", "sizes are"]
        print(pd.DataFrame(rows, columns=heads).to_string(index=False))
