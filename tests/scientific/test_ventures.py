"""Joint ventures: types are data, shares, pay-out, failure, buy-out, displacement, export."""

import numpy as np
import pytest

from talkoot.agents.columns import NOBODY, SECTORS
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import names
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import RegionConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import begin_policy, warm_up
from talkoot.sim.engine.tracker_region import METRICS

from ..case.ventures import large_houses, traced, ventures_begun
from .books import disorder

pytestmark = pytest.mark.draws
MONTHS = 24
MADE_UP = {
    "name": "village_bakery",
    "purpose": "Made up here: bake together, sell to passers-by.",
    "partners_min": 2,
    "partners_max": 4,
    "months": 5,
    "hours_per_month": 6.0,
    "stake_share": 0.2,
    "sales_share": 0.5,
    "elsewhere_share": 0.25,
    "cost_share": 0.4,
    "topics": ["pricing_offers"],
    "asset": "online_shop",
}


def small_kainuu(reseed, replication=0, **changed):
    """Return Kainuu with 400 firms at month 0."""
    region = read_named("region", "kainuu", RegionConfig).model_copy(update={"firms": 400})
    return warm_up(
        parameters(**changed), read_region(region), read_sectors(), 4 + reseed, replication, MONTHS
    )


@pytest.fixture(scope="module")
def start(reseed):
    """Kainuu with 400 firms at month 0."""
    return small_kainuu(reseed)


def life(start, *types, months=MONTHS, endless=False, **changed):
    """Yield the state and METRICS after each month under PBAS facilitation with these types.

    In ``endless`` pools nobody takes customers from anybody.
    """
    kinds = [VentureConfig.model_validate(MADE_UP | change) for change in types]
    policy = policy_table(read_named("policy", "pbas", PolicyConfig))
    state = begin_policy(start, policy, venture_table(kinds))
    if endless:
        state.environment.pool_eur[:] = 1e15
    p = parameters(opportunity_frequency=12.0, **changed)
    for month in range(months):
        record = np.zeros((1, len(METRICS)))
        run_months(p, month, state, record)
        yield state, dict(zip(METRICS, record[0], strict=True))


def total(months, name):
    return sum(record[name] for _, record in months)


def test_seven_types_are_shipped():
    shipped = [read_named("venture", name, VentureConfig) for name in names("venture")]
    assert len(shipped) == 7
    needed = venture_table(shipped)
    assert (needed.fewest <= needed.most).all()


def shipped_kinds(**changed):
    """Return what the shipped kinds say, each with some of it changed."""
    kinds = (read_named("venture", name, VentureConfig) for name in names("venture"))
    return [kind.model_dump(mode="json") | changed for kind in kinds]


def test_each_kind_is_of_its_trades_its_size_and_its_season(start):
    """Who finds one can take part, as can all partners; festivals are over in autumn."""
    kinds = shipped_kinds()
    bits = [{SECTORS.index(trade) for trade in kind["trades"]} for kind in kinds]
    begun_in = [set() for _ in kinds]
    for month, (state, _) in enumerate(life(start, *kinds)):
        firms, ventures = state.firms, state.ventures
        for kind, trades in enumerate(bits):
            assert set(firms.sector[firms.opportunity_kind == kind].tolist()) <= trades
        for v in np.flatnonzero((ventures.type != NOBODY) & (ventures.first_month == month + 1)):
            kind = ventures.type[v]
            assert kinds[kind]["partners_min"] <= ventures.size[v] <= kinds[kind]["partners_max"]
            assert set(firms.sector[ventures.partner[v, : ventures.size[v]]].tolist()) <= bits[kind]
            begun_in[kind].add(month % 12)
    by_name = dict(zip((kind["name"] for kind in kinds), begun_in, strict=True))
    assert {name for name, months in by_name.items() if not months} <= {"exhibition_house"}
    # Come upon in March or April, open for two months more.
    assert by_name["joint_campaign"] <= {3, 4, 5}


def test_a_house_of_many_partners_is_all_or_nothing(reseed):
    """Of easy-going people some build one; where too few agree nobody is left with a half of it."""
    [house] = [kind for kind in shipped_kinds() if kind["name"] == "exhibition_house"]
    often = house | {"times_per_year": 1.0, "months": 3}
    proposed = built = 0
    for replication in range(2):
        start = small_kainuu(reseed, replication)
        for month, (state, record) in enumerate(life(start, often, accept_base=-1.0)):
            proposed += record["did_coordination"]
            built += record["ventures_started"]
            new = state.ventures.size[state.ventures.months_left == 3]
            # One partner may close down in the very month.
            gone = min((state.firms.exit_month == month).sum(), 1)
            assert not new.size or new.min() + gone >= house["partners_min"]
    assert 0 < built < 0.7 * proposed


@pytest.mark.torture
def test_the_case_builds_about_one_house_and_every_kind_occurs(reseed):
    """13 groups in five years: one house of ten is told of; 0.3 to 3 is its order."""
    found = [ventures_begun(traced(1 + reseed, replication)) for replication in range(10)]
    houses = [large_houses(begun) for begun in found]
    kinds = set().union(*(begun["kind"] for begun in found))
    assert kinds == set(names("venture"))
    assert 0.3 <= np.mean(houses) <= 3.0, houses


def test_sales_stop_where_customers_are_away(start):
    """Bread for summer's guests: nothing is sold in other months, and partners know it before."""
    summer = {"sells_in": ["jun", "jul", "aug"], "months": 12, "elsewhere_share": 1.0}
    sold = [
        record["venture_sales_elsewhere_eur"]
        for _, record in life(start, summer, venture_base=3.0, months=24)
    ]
    months = np.flatnonzero(sold)
    assert set((months % 12).tolist()) == {5, 6, 7}


def test_a_type_is_data(start):
    months = list(life(start, {}, endless=True, outside_option=1.0))
    started, sales = total(months, "ventures_started"), total(months, "venture_sales_local_eur")
    assert started > 10
    assert sales > 0.0
    elsewhere = total(months, "venture_sales_elsewhere_eur")
    # Where nobody else asks, each euro that is asked of a pool sells for two.
    assert elsewhere / (elsewhere + sales) == pytest.approx(0.25 / (0.25 + 2.0 * 0.75))


def test_shares_go_by_stakes_and_work_begins_next_month(start):
    seen = [0, 0]
    for month, (state, _) in enumerate(life(start, {}, {"name": "free", "stake_share": 0.0})):
        assert disorder(state) == []
        ventures = state.ventures
        for v in np.flatnonzero((ventures.type != NOBODY) & (ventures.first_month == month + 1)):
            size = ventures.size[v]
            assert ventures.months_left[v] == MADE_UP["months"]
            if ventures.type[v] == 1:
                assert ventures.share[v, :size] == pytest.approx(1 / size)
                assert ventures.paid_in_eur[v] == 0.0
            else:
                stakes = ventures.share[v, :size] * ventures.paid_in_eur[v]
                assert stakes.sum() == pytest.approx(ventures.cash_eur[v])
                assert np.ptp(ventures.share[v, :size]) > 0.0
            seen[ventures.type[v]] += 1
    assert min(seen) > 3


def test_a_venture_that_fails_returns_little_and_one_that_works_pays(start):
    failing = list(life(start, {}, venture_base=-20, venture_by_know_how=0, venture_by_trust=0))
    working = list(life(start, {}, venture_base=3))
    stakes = total(failing, "venture_stakes_eur")
    assert stakes > 0.0
    assert 0.0 < total(failing, "venture_income_eur") < 0.25 * stakes
    assert total(working, "venture_income_eur") > 1.5 * total(working, "venture_stakes_eur")
    assert total(failing, "ventures_failed") > 5 * total(failing, "ventures_paid_off")


def test_partners_of_closing_firms_take_over_their_shares(start):
    hazards = {"closing_year_1": 0.3, "closing_years_2_5": 0.3, "closing_later": 0.1}
    bought_out = 0
    before = np.zeros(0)
    for state, _ in life(start, {"months": 24, "partners_max": 6}, **hazards):
        ventures = state.ventures
        if before.size:
            same = (ventures.type != NOBODY) & (ventures.months_left < 24)
            bought_out += int((same & (ventures.size < before)).sum())
        before = ventures.size.copy()
        assert disorder(state) == []
    assert bought_out > 0


def test_local_sales_of_ventures_displace_rivals(reseed):
    """Had the same ventures sold to nobody, all other sellers would have sold more at home."""
    joint = lost = 0.0
    for replication in range(8):
        start = small_kainuu(reseed, replication)
        for sales_share, sign in ((2.0, -1.0), (0.0, 1.0)):
            change = {"sales_share": sales_share, "elsewhere_share": 0.0, "asset": "none"}
            months = life(start, change, months=6, venture_base=3.0, accept_by_gain=0.0)
            firms = list(months)[-1][0].firms
            joint += firms.venture_sales_eur.sum()
            lost += sign * (firms.turnover_eur - firms.venture_sales_eur).sum()
    assert joint > 0.0
    assert 0.1 * joint < lost < joint


def test_sales_elsewhere_displace_nobody(start):
    own = []
    for sales_share in (2.0, 0.0):
        change = {"sales_share": sales_share, "elsewhere_share": 1.0, "asset": "none"}
        state, _ = list(life(start, change, months=3, venture_base=3.0, accept_by_gain=0.0))[-1]
        own.append(state.firms.turnover_eur - state.firms.venture_sales_eur)
    assert own[0] == pytest.approx(own[1])


def test_export_entry_wins_customers_abroad(start):
    known = {"asset": "contacts_abroad", "opens_export": 1.0}
    entries = [
        total(life(start, change, export_rate=0.0), "export_entries")
        for change in ({}, known, known | {"opens_export": 0.0})
    ]
    assert entries[1] > 5
    assert entries[0] == entries[2] == 0


def test_a_missing_asset_costs_success(reseed):
    works = []
    for share in (1.0, 0.0):
        paid_off = ended = 0.0
        for replication in range(4):
            bare = small_kainuu(
                reseed, replication, asset_share_shop=share, opportunity_frequency=12.0
            )
            months = list(life(bare, {}, asset_share_shop=share))
            paid_off += total(months, "ventures_paid_off")
            ended += total(months, "ventures_paid_off") + total(months, "ventures_failed")
        works.append(paid_off / ended)
    assert works[0] > works[1] + 0.15
