"""Whatever a script passes to the model is used as asked or refused in words."""

import random

import numpy as np
import pytest

from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.names import shipped
from talkoot.sim.engine.model import PeerNetworkModel

from .sound import faults_of

ANYTHING = [0, -1, 1, 2.5, float("nan"), float("inf"), 1e308, -1e308, 2**63, 2**70, True, None, "",
            "kainuu", "3", "\x00", b"x", [], ["pbas"], {}, {"a": 1}, (1, 2), ..., np.int64(4),
            np.float64("nan"), np.array([1.0, 2.0]), np.array(3), 1j, len, "x" * 500]  # fmt: skip
NAMED = ("region", "policy", "economy", "theory")
SAID = (
    *NAMED,
    *["months", "firms", "seed", "rng", "replication", "ventures", "without", "wage_eurr", "polcy"],
)
FIRMS = 30


def arguments(number: int, seed: int) -> dict[str, object]:
    """Return a random call's arguments; about half of the calls are sound."""
    chance = random.Random(f"{seed}/{number}")
    given: dict[str, object] = {"firms": FIRMS, "months": chance.randint(1, 3), "seed": number}
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        name = chance.choice([*SAID, *chance.sample(list(ABOUT), 8)])
        given[name] = chance.choice(ANYTHING) if chance.random() < 0.6 else meant(chance, name)
    return given


def meant(chance: random.Random, name: str) -> object:
    """Return a value that could be meant."""
    if name in ABOUT:
        about = ABOUT[name]
        return about.low + chance.uniform(-0.2, 1.2) * (about.high - about.low)
    if name in NAMED:
        return chance.choice(shipped(name))
    if name == "ventures":
        return chance.sample(shipped("venture"), 2)
    if name == "without":
        return [chance.choice(list(ELEMENTS))]
    return chance.randint(0, 40)


def faults(given: dict[str, object]) -> list[str]:
    """Return what is wrong with how a call is taken."""
    try:
        model = PeerNetworkModel(**given)
        model.step()
    except InputError as error:
        return list(faults_of(error))
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    wrong = [
        name
        for name, about in ABOUT.items()
        if name in given and not about.low <= getattr(model.p, name) <= about.high
    ]
    figures = model.datacollector.get_model_vars_dataframe()
    return wrong + [name for name in figures if not np.all(np.isfinite(figures[name]))]


def wrong_among(count: int, seed: int) -> list[tuple[object, list[str]]]:
    calls = (arguments(number, seed) for number in range(count))
    return [(given, found) for given in calls if (found := faults(given))]


def test_random_calls_are_used_as_asked_or_refused_in_words():
    assert not wrong_among(100, 1)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(2, 12))
def test_five_thousand_random_calls(seed):
    assert not wrong_among(500, seed)
