"""How a rule's proof is stated in a row, and how a row is checked.

A row names arguments and parameters alike; each finds its place by the rule's signature, so that a
rule whose literal becomes a parameter keeps its row. A claim looks at one drawn ``case``: ``c()``
is the rule's value there, ``c(trust=0.0)`` with that changed, ``c.trust`` what was drawn; further
arguments of a claim are drawn too.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import floor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from talkoot.agents.parameters import ABOUT, Parameters, parameters

from .strategies import meaning

Values = Mapping[str, Any]
Rule = Callable[..., Any]
TOLERANCE = 1e-9
FEW = 20
"""Points at which the properties are looked at before a commit; torture takes many."""


def near(a: float, b: float, tolerance: float = TOLERANCE) -> bool:
    """Tell whether two numbers are the same but for rounding."""
    return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))


def between(x: float, one: float, other: float) -> bool:
    """Tell whether a number lies between two others, whichever is larger, but for rounding."""
    low, high = min(one, other), max(one, other)
    slack = TOLERANCE * max(1.0, abs(low), abs(high))
    return low - slack <= x <= high + slack


@dataclass(frozen=True)
class Example:
    """What a rule gives, worked out by hand: 0.2 means up to rounding, True and 3 exactly."""

    expected: Any
    given: Values


def eg(expected: Any, **given: Any) -> Example:
    """State an example."""
    return Example(expected, given)


class Case:
    """A rule at one point of what its arguments and parameters may be."""

    def __init__(self, rule: Rule, values: Values) -> None:
        self._rule, self._values = rule, values
        self._takes = inspect.signature(rule).parameters
        self._p = parameters(**self._of_table(values))

    @property
    def p(self) -> Parameters:
        """Return the parameters at this point, for another rule that a claim sets beside this."""
        return self._p

    def _of_table(self, values: Values) -> Values:
        return {k: v for k, v in values.items() if k in ABOUT and k not in self._takes}

    def __getattr__(self, name: str) -> Any:
        return self._values[name] if name in self._values else getattr(self._p, name)

    def __call__(self, **changed: Any) -> Any:
        new = self._of_table(changed)
        p = self._p._replace(**{name: float(v) for name, v in new.items()}) if new else self._p
        values = {**self._values, **changed, "p": p}
        unknown = changed.keys() - self._takes.keys() - new.keys()
        assert not unknown, f"neither argument nor parameter: {unknown}"
        return self._rule(**{name: values[name] for name in self._takes if name in values})

    def again(self, name: str, times: int, **changed: Any) -> Any:
        """Return the value after feeding it back as an argument, time after time."""
        there = Case(self._rule, {**self._values, **changed})
        value = getattr(there, name)
        for _ in range(times):
            value = there(**{name: value})
        return value


Claim = Callable[..., bool]


@dataclass(frozen=True)
class Proof:
    """One rule: executed examples, and properties that hold wherever it is defined."""

    rule: Rule
    examples: tuple[Example, ...]
    rises_with: str = ""  # never falls with these, nor
    falls_with: str = ""  # rises with those
    between: tuple[float, float] | None = None
    swaps: tuple[str, str] | None = None  # may change places
    claims: Mapping[str, Claim] = field(default_factory=dict)
    where: Mapping[str, SearchStrategy] = field(default_factory=dict)  # other than usual

    def __post_init__(self) -> None:
        object.__setattr__(self, "examples", tuple(self.examples))

    @property
    def name(self) -> str:
        """Return the rule's room and name."""
        return f"{self.rule.__module__.rpartition('.')[2]}.{self.rule.__name__}"

    @property
    def has_property(self) -> bool:
        """Tell whether more than examples is claimed."""
        stated = (self.rises_with, self.falls_with, self.between, self.swaps, self.claims)
        return any(stated)

    @cached_property
    def reads(self) -> set[str]:
        """Return the parameters that the rule reads, by itself or by rules that it calls."""
        return parameters_of(self.rule)

    @cached_property
    def moved(self) -> list[tuple[str, int]]:
        """Return the names along which the rule is claimed to go up or down."""
        up, down = self.rises_with.split(), self.falls_with.split()
        return [(name, 1) for name in up] + [(name, -1) for name in down]

    @cached_property
    def cases(self) -> SearchStrategy[dict[str, Any]]:
        """Return a strategy for the points at which the rule is looked at."""
        taken = [name for name in inspect.signature(self.rule).parameters if name != "p"]
        names = {*taken, *self.reads, *(extra for c in self.claims.values() for extra in extras(c))}
        drawn = {n: self.where[n] if n in self.where else meaning(n) for n in sorted(names)}
        others = {f"{name}'": drawn[name] for name, _ in self.moved}
        return st.fixed_dictionaries({**drawn, **others})


def reads(rule: Rule, gives: Any = None, **read: float) -> Proof:
    """State a rule that is one parameter, or what ``gives`` shows of it: the nearest whole one."""
    [(name, value)] = read.items()
    expected = value if gives is None else gives

    def is_the_parameter(c: Case) -> bool:
        value = getattr(c, name)
        return c() == (value if gives is None else floor(value + 0.5))

    return Proof(
        rule,
        (eg(expected, **read),),
        rises_with=name,
        claims={"it is the parameter": is_the_parameter},
    )


def extras(claim: Claim) -> list[str]:
    """Return what a claim draws besides the case."""
    return list(inspect.signature(claim).parameters)[1:]


def parameters_of(rule: Rule) -> set[str]:
    """Return the parameters that a rule and the rules it calls read."""
    names = set(rule.__code__.co_names)
    called = [rule.__globals__.get(name) for name in names]
    inner = [parameters_of(one) for one in called if inspect.isfunction(one) and one is not rule]
    return (names & ABOUT.keys()).union(*inner)


def check_example(rule: Rule, example: Example) -> None:
    """Raise AssertionError unless the example holds."""
    found, expected = Case(rule, example.given)(), example.expected
    alike = expected if not isinstance(expected, float) else pytest.approx(expected, rel=TOLERANCE)
    kind = bool if isinstance(expected, bool) else object
    assert isinstance(found, kind) and found == alike, f"{found!r}, by hand {expected!r}: {example}"


def check_properties(proof: Proof, rule: Rule, values: Values) -> None:
    """Raise AssertionError unless each property holds at one point."""
    case = Case(rule, values)
    found = case()
    if proof.between:
        low, high = proof.between
        assert low - TOLERANCE <= found <= high + TOLERANCE, f"{found!r} not in {proof.between}"
    for name, sign in proof.moved:
        low, high = sorted((values[name], values[f"{name}'"]))
        change = float(case(**{name: high})) - float(case(**{name: low}))
        slack = TOLERANCE * max(1.0, abs(found))
        assert sign * change >= -slack, f"{name} from {low} to {high} changes it by {change}"
    if proof.swaps:
        one, other = proof.swaps
        swapped = case(**{one: values[other], other: values[one]})
        assert near(found, swapped), f"{found!r}, with {one} and {other} swapped {swapped!r}"
    for words, claim in proof.claims.items():
        drawn = {name: values[name] for name in extras(claim)}
        assert claim(case, **drawn), f"not so: {words}"


def look_at(proof: Proof, points: int, seen: Callable[[dict[str, Any]], object]) -> None:
    """Show a rule's points to a function: the same every time, nothing is kept on disk."""

    @settings(
        max_examples=points,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(proof.cases)
    def look(values: dict[str, Any]) -> None:
        seen(values)

    look()
