"""A policy as the engine reads it: phases of the configuration become columns."""

from collections import namedtuple
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.columns import ASSETS, NOBODY, VENTURE_TOPICS
from talkoot.agents.elements import ELEMENTS
from talkoot.agents.setting import VentureTypes
from talkoot.agents.topics import TOPICS
from talkoot.agents.venture import CONTACTS_ABROAD

from .schema import Asset, VentureConfig
from .schema_policy import Facilitation, Phase

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
