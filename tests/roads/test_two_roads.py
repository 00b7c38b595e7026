"""Two roads, one model: engine and plain Mesa agree bit for bit, with all phases on."""

from typing import Any

import numpy as np
import pytest

from talkoot.agents.columns import EVENTS
from talkoot.agents.parameters import Parameters, parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.schema import EconomyConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.month import State
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.tracker_region import METRICS

from ..lives import begun
from ..reference.people import as_columns
from ..reference.region import ReferenceModel

MONTHS = 24
LIVELY = {
    "accept_base": 0.6,
    "venture_base": -2.6,
    "opportunity_frequency": 12.0,
    "asset_need_rate": 0.1,
    "find_chance": 0.8,
    "idea_rate": 0.2,
    "skill_mean": 0.25,
    "export_rate": 0.1,
    "problem_rate": 0.3,
    "kind_exponent": 0.2,
    "at_home_share": 0.1,
    "request_answered": 0.2,
    "post_answered": 1.0,
    "solving_together": 1.0,
    "tie_chance": 0.1,
    "tie_fading": 0.06,
    "introduction": 0.45,
    "belonging_loss": 0.3,
    "leave_below": 0.4,
    "insolvency_chance": 0.5,
    "credit_months": 3.0,
    "quorum": 5.0,
    "dissolve_months": 4.0,
    "hire_chance": 0.3,
    "leave_rate": 0.03,
    "refill_chance": 0.8,
    "spare_hours_median": 40.0,
    "quarrel_rate": 0.08,
    "agenda_drift": 0.1,
    "researcher_leaves": 0.15,
    "adviser_leaves": 0.05,
    "post_filled": 0.5,
    "retirement_rate": 0.4,
    "retirement_age_years": 58.0,
}
HANDED_OVER = {
    "name": "handed_over",
    "purpose": "Launch, hand-over, then nobody.",
    "phases": [
        {
            "from_month": 0,
            "to_month": 8,
            "adviser_hours": 30.0,
            "researcher_hours": 20.0,
            "interval_months": 1,
            "documentation": True,
            "channel": True,
            "links": True,
            "outreach": 60.0,
            "one_on_one_hours": 40.0,
        },
        {
            "from_month": 8,
            "to_month": 14,
            "adviser_hours": 10.0,
            "interval_months": 2,
            "venue": "agency_room",
            "time_of_day": "daytime",
            "agenda": "facilitator",
            "steering": True,
            "outreach": 10.0,
        },
        {"from_month": 14, "interval_months": 1},
    ],
}
ONLINE = {
    "name": "online",
    "purpose": "Online, in business hours, the facilitator sets the theme.",
    "phases": [
        {
            "from_month": 1,
            "adviser_hours": 20.0,
            "interval_months": 1,
            "venue": "online",
            "time_of_day": "daytime",
            "agenda": "facilitator",
            "outreach": 40.0,
            "one_on_one_hours": 12.0,
        }
    ],
}

HYBRID = {
    "name": "hybrid",
    "purpose": "In the room or from home, linked.",
    "phases": [
        {
            "from_month": 0,
            "adviser_hours": 30.0,
            "researcher_hours": 20.0,
            "interval_months": 1,
            "venue": "hybrid",
            "documentation": True,
            "channel": True,
            "links": True,
            "outreach": 60.0,
        }
    ],
}
RARE = {"grown_out"}
"""Events that few firms live to see."""
SELF_ORGANISED = read_named("policy", "self_organised", PolicyConfig)


CALM = read_named("economy", "baseline", EconomyConfig)
STORM = EconomyConfig.model_validate(
    {
        "name": "storm",
        "purpose": "Everything at once.",
        "local_trend_annual": -0.1,
        "births_trend_annual": 0.2,
        "shocks": [
            {
                "from_month": 3,
                "latest_month": 9,
                "months": 6,
                "recovery_months": 5,
                "demand": 0.7,
                "demand_by_sector": {"trade": 1.3},
                "births": 2.0,
                "rooms_closed_months": 5,
            }
        ],
    }
)


def beginning(policy: dict | PolicyConfig, p, firms: int = 250, economy=CALM) -> State:
    region: dict[str, Any] = {"firms": firms, "seat_start_months": [0, 2]}
    if economy is STORM:  # and giving up in later years is not the ordinary one either
        region["birth_rate_annual"] = 0.08
    return begun(p, PolicyConfig.model_validate(policy), MONTHS, 5, 1, economy, **region)


def disagreements(state: State, reference: ReferenceModel) -> list[str]:
    engine = {
        f"{type(kind).__name__}.{name}": column
        for kind in (state.firms, state.groups, state.ventures)
        for name, column in kind._asdict().items()
    }
    engine["Ledger.flow_eur"] = state.ledger.flow_eur
    told = as_columns(reference)
    assert engine.keys() == told.keys()
    return [name for name, column in engine.items() if not same_bits(column, told[name])]


def agree(p: Parameters, state: State, months: int) -> set[str]:
    """Assert that both roads live the same months bit for bit; return events that never came."""
    reference = ReferenceModel(p, state)
    record = np.zeros((1, len(METRICS)))
    happened = np.zeros(len(METRICS))
    for month in range(months):
        run_months(p, month, state, record)
        reference.step()
        assert disagreements(state, reference) == [], f"month {month}"
        told = dict(zip(METRICS, reference.metrics(), strict=True))
        assert dict(zip(METRICS, record[0], strict=True)) == told, f"month {month}"
        happened += record[0]
    return {event for event in EVENTS if happened[METRICS.index(event)] == 0.0}


def same_bits(column: np.ndarray, told: np.ndarray) -> bool:
    """Tell whether two columns are one, the sign of zero included."""
    return np.array_equal(column, told) and column.tobytes() == told.astype(column.dtype).tobytes()


@pytest.mark.parametrize(
    ("policy", "changed", "economy"),
    [
        (HANDED_OVER, {}, CALM),
        (HANDED_OVER, LIVELY, CALM),
        (ONLINE, LIVELY, CALM),
        (HYBRID, LIVELY, STORM),
        (SELF_ORGANISED, LIVELY, STORM),
    ],
    ids=["ordinary", "lively", "online", "hybrid", "self_organised"],
)
def test_engine_and_plain_mesa_agree_bit_for_bit(policy, changed, economy):
    p = parameters(**changed)
    missing = agree(p, beginning(policy, p, economy=economy), MONTHS)
    if changed and policy is HANDED_OVER:
        assert missing - RARE == set()


def test_a_planted_fault_is_found():
    p = parameters()
    state = beginning(HANDED_OVER, p)
    reference = ReferenceModel(p, state)
    record = np.zeros((1, len(METRICS)))
    run_months(p, 0, state, record)
    reference.step()
    member = next(f for f in reference.firms if f.group is not None)
    member.belonging = np.nextafter(member.belonging, 1.0)
    assert disagreements(state, reference) == ["Firms.belonging"]
