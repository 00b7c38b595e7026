"""Hegselmann and Krause 2002 (JASSS 5(3)2), replayed with the rules of an argument."""

from itertools import pairwise

import pytest

from talkoot.agents.at_the_table import opinion_after_argument, weight_of_argument
from talkoot.agents.parameters import parameters

PEOPLE = 51


def argue(bound: float, rounds: int = 40) -> list[float]:
    """Let evenly spread opinions move, all at once, to the mean of those that each one hears."""
    p = parameters(argument_bound=bound, persuasion=1.0)
    opinions = [k / (PEOPLE - 1) for k in range(PEOPLE)]
    for _ in range(rounds):
        moved = []
        for mine in opinions:
            weights = [weight_of_argument(p, mine, other, 1.0, False) for other in opinions]
            heard = sum(w * x for w, x in zip(weights, opinions, strict=True)) / sum(weights)
            moved.append(opinion_after_argument(p, mine, heard))
        assert moved == sorted(moved)  # nobody overtakes anybody
        assert opinions[0] <= moved[0] + 1e-12 and moved[-1] - 1e-12 <= opinions[-1]
        opinions = moved
    return opinions


@pytest.mark.parametrize(
    ("bound", "fewest", "most"),
    [(0.05, 5, 10), (0.15, 2, 3), (0.25, 1, 1)],
    ids=["plurality", "polarisation", "consensus"],
)
def test_the_wider_the_bound_the_fewer_camps(bound: float, fewest: int, most: int):
    camps = sorted({round(opinion, 6) for opinion in argue(bound)})
    assert fewest <= len(camps) <= most
    assert all(b - a > bound for a, b in pairwise(camps))  # deaf to each other
