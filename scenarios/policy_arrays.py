"""A policy as the engine reads it: phases of the configuration become columns."""

from collections import namedtuple
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.columns import ASSETS, NOBODY, SECTORS, VENTURE_TOPICS
from talkoot.agents.elements import ELEMENTS
from talkoot.agents.setting import VentureTypes
from talkoot.agents.topics import TOPICS
from talkoot.agents.venture import CONTACTS_ABROAD

from .schema import Asset, VentureConfig
from .schema_policy import Facilitation, Phase
from .sectors import MONTHS

NO_END = 1_000_000
AnyPolicy = TypeVar("AnyPolicy", bound=Facilitation)

if TYPE_CHECKING:

    class Policy:
        """Facilitation as the engine reads it: one array (arms, phases) per field of Phase.

        Months are counted from a group's start; a phase holds up to, not including, ``to_month``.
        """

        def __init__(self, **columns: NDArray[Any]) -> None: ...
        def __getattr__(self, name: str) -> NDArray[Any]: ...
else:
    Policy = namedtuple("Policy", list(Phase.model_fields), module=__name__)


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
    for name, field in Phase.model_fields.items():
        of_floats = field.annotation is float
        columns[name] = np.zeros(shape, np.float64 if of_floats else np.int64)
        for a, arm in enumerate(arms):
            for k, phase in enumerate(arm.phases):
                columns[name][a, k] = _number(getattr(phase, name))
    return Policy(**columns)


def _number(value: Any) -> float:
    """Return a value of a phase as the engine reads it: a word as its place among the choices."""
    if value is None:  # to_month: the phase goes on to the end
        return NO_END
    return list(type(value)).index(value) if isinstance(value, Enum) else value


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
        chance=np.array([chance_by_month(v) for v in ventures]).reshape(-1, 12),
        open_months=np.array([v.open_months for v in ventures], np.int64),
        sells=np.array([in_months(v.sells_in) for v in ventures]).reshape(-1, 12),
        trades=np.array(
            [sum(1 << SECTORS.index(t) for t in set(v.trades)) for v in ventures], np.int64
        ),
        asks_members=np.array([v.asks_members for v in ventures], np.int64),
        closeness=np.array([v.closeness for v in ventures], np.float64),
    )


def in_months(chosen: list[str]) -> NDArray[np.float64]:
    """Return 1 for the months chosen, 0 for others, (12,)."""
    return np.array([month in chosen for month in MONTHS], np.float64)


def chance_by_month(venture: VentureConfig) -> NDArray[np.float64]:
    """Return the chance to come upon a kind of venture in each month, (12,); a year's is its own.

    >>> bakery = {"name": "bakery", "purpose": "Bake.", "partners_min": 2, "partners_max": 4,
    ...     "months": 5, "hours_per_month": 6.0, "stake_share": 0.2, "topics": ["finance"],
    ...     "times_per_year": 0.25, "comes_in": ["may", "jun"]}
    >>> chance_by_month(VentureConfig.model_validate(bakery))[[3, 4, 5, 6]].tolist()
    [0.0, 0.125, 0.125, 0.0]
    """
    months = in_months(venture.comes_in)
    return venture.times_per_year * months / months.sum()


def bits_of_trades(chosen: list[str]) -> int:
    """Return a bit mask of trades.

    >>> bits_of_trades(["primary_food", "construction"])
    5
    """
    return sum(1 << SECTORS.index(trade) for trade in set(chosen))


def asset_bit(asset: Asset) -> int:
    """Return the bit of an asset in the firms' masks, 0 for none.

    >>> asset_bit(Asset.none), asset_bit(Asset.production_space), asset_bit(Asset.contacts_abroad)
    (0, 4, 32)
    """
    if asset == Asset.none:
        return 0
    return CONTACTS_ABROAD if asset == Asset.contacts_abroad else 1 << ASSETS.index(asset)
