"""Where groups have their seats: chosen from reach, so that most inhabitants can come."""

import numpy as np
from numpy.typing import NDArray

from talkoot.agents.joining import seats_enough, within_reach
from talkoot.agents.parameters import Parameters


def choose_seats(
    p: Parameters,
    population: NDArray[np.int64],
    road_km: NDArray[np.float64],
    groups: int | None = None,
) -> list[int]:
    """Return rows of seat towns, (n_groups,), the largest town first.

    Each next seat is the largest town that has no seat within reach and brings enough inhabitants
    within reach who had none, so that groups sit in central places and their reaches hardly
    overlap. With ``groups`` given, towns without a seat within reach come first however few live
    there; when there are none left, a group is added where one serves most inhabitants.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(reach_km=50, seat_inhabitants=8000)
    >>> km = np.array([[0.0, 30.0, 90.0], [30.0, 0.0, 80.0], [90.0, 80.0, 0.0]])
    >>> choose_seats(p, np.array([9000, 5000, 7000]), km)
    [0]
    >>> choose_seats(p, np.array([9000, 5000, 7000]), km, groups=3)
    [0, 2, 0]
    """
    within: NDArray[np.bool_] = np.asarray(within_reach(p, road_km))
    seats: list[int] = []
    for town in np.argsort(-population, kind="stable").tolist():
        unserved: NDArray[np.bool_] = np.asarray(~within[:, seats].any(1))
        gained = population[within[:, town] & unserved].sum()
        enough = seats_enough(p, gained) or groups is not None or not seats
        if unserved[town] and enough and len(seats) != groups:
            seats.append(town)
    for _ in range(0 if groups is None else groups - len(seats)):
        seats.append(most_crowded(population, road_km, within, seats))
    return seats


def most_crowded(
    population: NDArray[np.int64],
    road_km: NDArray[np.float64],
    within: NDArray[np.bool_],
    seats: list[int],
) -> int:
    """Return the seat town whose groups serve most inhabitants each."""
    towns = sorted(set(seats))
    nearest = np.array(towns)[road_km[:, towns].argmin(1)]
    reached = within[np.arange(population.size), nearest]
    served = {t: int(population[reached & (nearest == t)].sum()) for t in towns}
    return max(towns, key=lambda t: (served[t] / seats.count(t), -t))
