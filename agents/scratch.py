"""Room to work in: a kernel may not allocate, so what it needs for a while is here."""

from typing import NamedTuple

import numpy as np

from .activity_list import ACTIVITIES
from .columns import SEATS, Array
from .topics import N_TOPICS


class Scratch(NamedTuple):
    """Room for one evening and one queue; holds nothing from month to month."""

    active: Array  # (firms + 1,) uint32, rows of active firms (unsigned: no wrap-around)
    rows: Array  # (firms + 1,) int32, rows in line
    priority: Array  # (firms,) float64, keyed priority of those rows
    place: Array  # (firms,) int32, how many stand before each
    partner: Array  # (firms,) int32, whom those in line have talked with
    slot: Array  # (firms,) int32, where in their lists of ties that one stands, -1 = nowhere
    heard: Array  # (firms + SEATS,) int64, news heard in a talk (bit mask), or who waits where
    hours: Array  # (SEATS,) float64, what an evening takes of each
    way_km: Array  # (SEATS,) float64, how far each has come
    gain: Array  # (SEATS, topics) float64, know-how gained this evening, by place at the table
    begun: Array  # (SEATS,) int64, bit mask of activities begun this evening, by place
    times: Array  # (ACTIVITIES,) int64, how often each was done this evening
    stale: Array  # (ACTIVITIES,) int64, 1 = has to be looked for again
    weight: Array  # (ACTIVITIES,) float64, propensity of each as things stand
    strength: Array  # (ACTIVITIES,) float64, how pressing each is now, 0 = impossible
    trusting: Array  # (ACTIVITIES,) float64, trust of who would begin it in the others
    who: Array  # (ACTIVITIES,) int64, place of who would begin it, -1 a facilitator
    whom: Array  # (ACTIVITIES,) int64, place of who would answer, -1 nobody
    about: Array  # (ACTIVITIES,) int64, its subject


def scratch(n_firms: int) -> Scratch:
    """Return working room for ``n_firms`` rows."""
    n = len(ACTIVITIES)
    return Scratch(
        active=np.zeros(n_firms + 1, np.uint32),
        rows=np.zeros(n_firms + 1, np.int32),
        priority=np.zeros(n_firms),
        place=np.zeros(n_firms, np.int32),
        partner=np.zeros(n_firms, np.int32),
        slot=np.zeros(n_firms, np.int32),
        heard=np.zeros(n_firms + SEATS, np.int64),
        hours=np.zeros(SEATS),
        way_km=np.zeros(SEATS),
        gain=np.zeros((SEATS, N_TOPICS)),
        begun=np.zeros(SEATS, np.int64),
        times=np.zeros(n, np.int64),
        stale=np.zeros(n, np.int64),
        weight=np.zeros(n),
        strength=np.zeros(n),
        trusting=np.zeros(n),
        who=np.zeros(n, np.int64),
        whom=np.zeros(n, np.int64),
        about=np.zeros(n, np.int64),
    )
