"""A policy as the engine reads it: phases of the configuration become columns."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.accounts import FUNDERS
from talkoot.agents.columns import ASSETS, NOBODY, VENTURE_TOPICS
from talkoot.agents.elements import ELEMENTS
from talkoot.agents.setting import AGENDAS, VENUES, Policy, VentureTypes
from talkoot.agents.topics import TOPICS
from talkoot.agents.venture import CONTACTS_ABROAD

from .schema import Asset, VentureConfig
from .schema_policy import Facilitation, Phase, TimeOfDay

NO_END = 1_000_000
AnyPolicy = TypeVar("AnyPolicy", bound=Facilitation)


def policy_without(policy: AnyPolicy, names: list[str]) -> AnyPolicy:
    """Return a policy in all phases of which elements are switched off (``agents/elements.csv``).

    >>> from talkoot.scenarios.catalogue import read_named
    >>> from talkoot.scenarios.schema import PolicyConfig
    >>> pbas = read_named("policy", "pbas", PolicyConfig)
    >>> {phase.documentation for phase in policy_without(pbas, ["documentation"]).phases}
    {False}
    """
    off: dict[str, Any] = {}
    for name in names:
        if ELEMENTS[name].kind == "policy":
            off |= {key: _value(text) for key, text in ELEMENTS[name].off.items()}
    phases = [phase.model_dump() | off for phase in policy.phases]
    return type(policy).model_validate(policy.model_dump() | {"phases": phases})


def _value(text: str) -> Any:
    """Return a value of the table of elements: a truth, a number or a word."""
    if text in ("true", "false"):
        return text == "true"
    return float(text) if text[0].isdigit() else text


def policy_table(*arms: Facilitation) -> Policy:
    """Return the phases of one policy per arm, (arms, phases); unused phases never begin."""
    shape = (len(arms), max(len(arm.phases) for arm in arms))
    columns: dict[str, NDArray[Any]] = {}
    for a, arm in enumerate(arms):
        for k, phase in enumerate(arm.phases):
            for name, value in _row(phase).items():
                whole = np.int64 if isinstance(value, int) else np.float64
                columns.setdefault(name, np.zeros(shape, whole))[a, k] = value
    return Policy(**columns)


def _row(phase: Phase) -> dict[str, int | float]:
    """Return a phase as the engine reads it: words as their numbers, hours and EUR as floats."""
    return {
        "first": phase.from_month,
        "last": NO_END if phase.to_month is None else phase.to_month,
        "adviser_hours": float(phase.adviser_hours),
        "researcher_hours": float(phase.researcher_hours),
        "running_eur": float(phase.running_eur),
        "interval": phase.interval_months,
        "venue": VENUES.index(phase.venue),
        "daytime": int(phase.time_of_day == TimeOfDay.daytime),
        "agenda": AGENDAS.index(phase.agenda),
        "documents": int(phase.documentation),
        "channel": int(phase.channel),
        "links": int(phase.links),
        "steering": int(phase.steering),
        "diagnosis": int(phase.diagnosis),
        "outreach": float(phase.outreach),
        "one_on_one_hours": float(phase.one_on_one_hours),
        "facilitator_funder": FUNDERS.index(phase.facilitator_funder),
        "one_on_one_funder": FUNDERS.index(phase.one_on_one_funder),
    }


def venture_table(ventures: list[VentureConfig]) -> VentureTypes:
    """Return the kinds of ventures, one row each, in the order given."""
    topics = np.full((len(ventures), VENTURE_TOPICS), NOBODY, np.int64)
    for k, venture in enumerate(ventures):
        topics[k, : len(venture.topics)] = [TOPICS.index(topic) for topic in venture.topics]
    return VentureTypes(
        fewest=np.array([v.partners_min for v in ventures], np.int64),
        most=np.array([v.partners_max for v in ventures], np.int64),
        months=np.array([v.months for v in ventures], np.int64),
        hours=np.array([v.hours_per_month for v in ventures], np.float64),
        stake_share=np.array([v.stake_share for v in ventures], np.float64),
        sales_share=np.array([v.sales_share for v in ventures], np.float64),
        elsewhere_share=np.array([v.elsewhere_share for v in ventures], np.float64),
        cost_share=np.array([v.cost_share for v in ventures], np.float64),
        saving_share=np.array([v.saving_share for v in ventures], np.float64),
        topics=topics,
        asset=np.array([asset_bit(v.asset) for v in ventures], np.int64),
        opens_export=np.array([v.opens_export for v in ventures], np.float64),
        closeness=np.array([v.closeness for v in ventures], np.float64),
    )


def asset_bit(asset: Asset) -> int:
    """Return the bit of an asset in the firms' masks, 0 for none.

    >>> asset_bit(Asset.none), asset_bit(Asset.production_space), asset_bit(Asset.contacts_abroad)
    (0, 4, 32)
    """
    if asset == Asset.none:
        return 0
    return CONTACTS_ABROAD if asset == Asset.contacts_abroad else 1 << ASSETS.index(asset)
