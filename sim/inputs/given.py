"""What is asked, key by key, whichever door it came through: the command line or Python."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from talkoot.sim.experiment.plan.orders import as_typed

POLICIES = ("policy", "policies")
"""Two words for one key: a question that compares takes several, one that looks takes one."""


@dataclass(frozen=True)
class Several:
    """Values of a key that make a scenario each."""

    values: list[Any]


@dataclass(frozen=True)
class Interval:
    """Values of a key from low to high, of which a design takes some; whole numbers if asked."""

    low: float
    high: float
    whole: bool = False


class Given(NamedTuple):
    """A key and what was said of it: a plain value, several, or an interval."""

    key: str
    value: Any
    text: str = ""
    """As it was typed."""

    @property
    def head(self) -> str:
        """The first part of the key: region of region.firms."""
        return self.key.split(".")[0]

    @property
    def makes_scenarios(self) -> bool:
        """Whether it makes several scenarios."""
        return isinstance(self.value, Several | Interval)


def own_word(key: str, known: Iterable[str]) -> str:
    """Return a key as the question calls it: policies or policy, whichever it has.

    >>> own_word("policy", ["policies"]), own_word("months", ["months"])
    ('policies', 'months')
    """
    return next((k for k in POLICIES if k in known), key) if key in POLICIES else key


def from_python(keys: Mapping[str, Any], known: Collection[str]) -> list[Given]:
    """Return what keyword arguments say; None is what is asked when nothing is said."""
    given = {own_word(k, known): _plain(v) for k, v in keys.items() if v is not None}
    return [Given(key, value, f"{key}={_written(value)}") for key, value in given.items()]


def _written(value: Any) -> str:
    """Return a value as Hydra's grammar writes it.

    >>> _written(Several([1, ["a"]])), _written(Interval(0.5, 2.0))
    ('choice(1,[a])', 'interval(0.5,2.0)')
    """
    if isinstance(value, Several):
        return f"choice({','.join(map(as_typed, value.values))})"
    return f"interval({value.low},{value.high})" if isinstance(value, Interval) else as_typed(value)


def _plain(value: Any) -> Any:
    """Return NumPy's numbers and arrays, tuples and paths as what a file would hold."""
    if isinstance(value, Several):
        return Several([_plain(one) for one in value.values])
    if hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        return value.item()
    if hasattr(value, "__fspath__"):
        return value.__fspath__()
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str | Interval):
        return [_plain(one) for one in value]
    return value
