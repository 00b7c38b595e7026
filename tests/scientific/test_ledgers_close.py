"""Every euro has two ends, and every facilitator's hour one, in any month of any configuration.

Regions of 60-200 firms over 12-24 months under policies drawn at random (who facilitates with how
many hours, who pays), with parameters drawn anywhere in their ranges.
"""

import numpy as np
import pytest

from talkoot.agents.accounts import ACCOUNTS, FIRMS, VENTURES
from talkoot.agents.columns import ACTIVE, EVENTS
from talkoot.agents.parameters import ABOUT, parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import names
from talkoot.scenarios.schema_policy import Funder, PolicyConfig
from talkoot.sim.engine.tracker_region import METRICS

from .books import (
    disorder,
    gaps,
    gaps_between_firms,
    gaps_of_hours,
    gaps_of_owners,
    kept_hours,
    month_of,
    opened,
    overworked,
    owners_hours_had,
    paid_hours,
    public_eur,
)

FUNDERS = [funder.value for funder in Funder]
BUSY = {
    "opportunity_frequency": 12.0,
    "asset_need_rate": 0.2,
    "closing_later": 0.1,
    "insolvency_chance": 0.5,
    "credit_months": 3.0,
}


def a_phase(rng, first, last):
    interval = int(rng.integers(0 if first else 1, 4))
    meets = float(interval > 0)
    return {
        "from_month": first,
        "to_month": last,
        "adviser_hours": meets * float(rng.choice([0, rng.uniform(0, 40)])),
        "researcher_hours": float(rng.choice([0, rng.uniform(0, 8), rng.uniform(0, 40)])),
        "running_eur": float(rng.uniform(0, 2000)),
        "interval_months": interval,
        "venue": str(rng.choice(["own_premises", "agency_room", "online", "hybrid"])),
        "documentation": bool(rng.random() < 0.5),
        "channel": bool(rng.random() < 0.5),
        "links": bool(rng.random() < 0.5),
        "steering": bool(rng.random() < 0.5),
        "diagnosis": bool(rng.random() < 0.3),
        "outreach": meets * float(rng.uniform(0, 80)),
        "one_on_one_hours": float(rng.choice([0, 20, 80, 400])),
        "facilitator_funder": str(rng.choice(FUNDERS)),
        "one_on_one_funder": str(rng.choice(FUNDERS)),
    }


def configuration(number):
    """Draw a policy (shipped or made up), parameters, size and length."""
    rng = np.random.default_rng([2019, number])
    if rng.random() < 0.4:
        policy = read_named("policy", str(rng.choice(names("policy"))), PolicyConfig)
    else:
        change = int(rng.integers(1, 12))
        phases = [a_phase(rng, 0, change), a_phase(rng, change, None)]
        drawn = {"name": "drawn", "purpose": "Drawn at random.", "phases": phases}
        policy = PolicyConfig.model_validate(drawn)
    share = rng.choice([0.0, 0.2, 1.0])
    changed = {
        about.name: float(rng.uniform(about.low, about.high))
        for about in ABOUT.values()
        if rng.random() < share
    }
    if rng.random() < 0.5:
        changed |= BUSY
    return policy, parameters(**changed), int(rng.integers(60, 201)), int(rng.integers(12, 25))


def audited(number):
    """Live a configuration; return all that is wrong, month by month, and the sum of METRICS."""
    policy, p, firms, months = configuration(number)
    state = opened(p, policy, firms, months, seed=number)
    wrong, happened = [], np.zeros(len(METRICS))
    for month in range(months):
        open_accounts, record = month_of(p, month, state)
        wrong += [(month, name, gap) for name, gap in open_accounts.items()]
        wrong += [(month, what) for what in disorder(state) + overworked(p, state)]
        happened += record
    return wrong, happened


def test_the_books_close_in_every_month():
    happened = np.zeros(len(METRICS))
    for number in range(12):
        wrong, record = audited(number)
        assert wrong == [], f"configuration {number}"
        happened += record
    moved = {
        name: happened[METRICS.index(name)]
        for name in METRICS
        if name.endswith("_eur") or "_hours_" in name
    }
    assert min(moved.values()) > 0.0, "some kind of flow was never tried"


@pytest.mark.torture
@pytest.mark.parametrize("block", range(20))
def test_the_books_close_in_every_month_of_many_configurations(block):
    for number in range(1000 + 10 * block, 1010 + 10 * block):
        assert audited(number)[0] == [], f"configuration {number}"


@pytest.fixture(scope="module")
def busy():
    """A month with every kind of flow, and what it began with."""
    p = parameters(**BUSY)
    policy = read_named("policy", "joint_handover", PolicyConfig)
    state = opened(p, policy, firms=200, months=24, seed=3)
    for month in range(12):
        assert month_of(p, month, state)[0] == {}
    cash = state.firms.cash_eur.sum(), state.ventures.cash_eur.sum()
    over, kept = state.groups.over.copy(), kept_hours(state)
    assert month_of(p, 12, state)[0] == {}
    public, paid = public_eur(p, 12, state, over), paid_hours(12, state, over)
    return p, state, cash, public, (kept, paid)


@pytest.mark.parametrize("account", [FIRMS, VENTURES])
def test_a_flow_left_out_is_found(busy, account):
    p, state, cash, public, _ = busy
    flow = state.ledger.flow_eur
    tried = 0
    for payer, payee in np.argwhere(flow > 0.01):
        if account in (payer, payee) and payer != payee:
            kept, flow[payer, payee] = flow[payer, payee], 0.0
            assert ACCOUNTS[account] in gaps(p, state, cash, public)
            flow[payer, payee] = kept
            tried += 1
    assert tried >= (8 if account == FIRMS else 4)
    assert gaps(p, state, cash, public) == {}


def test_a_public_euro_left_out_is_found(busy):
    p, state, cash, public, _ = busy
    public[0] += 0.01
    assert list(gaps(p, state, cash, public)) == ["public money"]
    public[0] -= 0.01


def test_a_cent_that_falls_from_the_sky_is_found(busy):
    p, state, cash, public, _ = busy
    firm = np.flatnonzero(state.firms.status == ACTIVE)[0]
    state.firms.cash_eur[firm] += 0.01
    assert list(gaps(p, state, cash, public)) == ["firms"]
    state.firms.cash_eur[firm] -= 0.01


@pytest.mark.parametrize("event", [name for name in EVENTS if "_hours_" in name])
def test_an_hour_that_is_told_wrongly_is_found(busy, event):
    _, state, _, _, (kept, paid) = busy
    assert gaps_of_hours(state, kept, paid) == {}
    state.ledger.events[EVENTS.index(event)] += 0.01
    whose = event.partition("_")[0]
    assert f"{whose} hours" in gaps_of_hours(state, kept, paid)
    state.ledger.events[EVENTS.index(event)] -= 0.01


def test_hours_and_ways_of_owners_that_are_told_wrongly_are_found(busy):
    state = busy[1]
    alive = state.firms.status == ACTIVE
    owner = np.flatnonzero(alive)[-1]
    before = gaps_of_owners(state, alive)
    state.firms.hours_used[owner] += 0.01
    state.firms.travel_eur[owner] += 0.01
    after = gaps_of_owners(state, alive)
    for what in ("owners' hours", "ways"):
        assert before.get(what, 0.0) - after[what] == pytest.approx(0.01)
    state.firms.hours_used[owner] -= 0.01
    state.firms.travel_eur[owner] -= 0.01


def test_disorder_is_found(busy):
    state = busy[1]
    assert disorder(state) == []
    venture = np.flatnonzero(state.ventures.type >= 0)[0]
    partner = state.ventures.partner[venture, 1]
    state.firms.status[partner] = ACTIVE + 1
    assert set(disorder(state)) == {"a partner has closed", "a closed firm has cash"}
    state.firms.status[partner] = ACTIVE
    state.ventures.share[venture, 0] += 0.01
    assert disorder(state) == ["shares"]
    state.ventures.share[venture, 0] -= 0.01


def test_an_owner_who_gives_hours_that_are_not_there_is_found(busy):
    p, state = busy[:2]
    owner = np.flatnonzero(state.firms.status == ACTIVE)[-1]
    used, had = state.firms.hours_used[owner], owners_hours_had(p, state)[owner]
    state.firms.hours_used[owner] = had
    assert overworked(p, state) == []
    for wrong in (had + 0.01, -0.01):
        state.firms.hours_used[owner] = wrong
        assert overworked(p, state) == ["an owner gives hours that are not there"]
    state.firms.hours_used[owner] = used


def test_a_purchase_in_one_account_only_is_found(busy):
    """Planted: what one member bought, or sold, is a euro more than what was paid."""
    _, state, *_ = busy
    alive = state.firms.status == ACTIVE
    assert state.firms.from_contacts_eur.sum() > 0.0
    for column in ("from_contacts_eur", "delivered_eur"):
        values = getattr(state.firms, column)
        before = gaps_between_firms(state, alive)
        i = np.flatnonzero(alive & (values > 0.0))[0]
        values[i] += 1.0
        assert gaps_between_firms(state, alive) != before
        values[i] -= 1.0
