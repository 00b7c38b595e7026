"""Places in line are what their definition says, whoever waits, ties included."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from talkoot.agents.columns import Firms
from talkoot.agents.compiled import entry
from talkoot.agents.rows import allocate
from talkoot.agents.scratch import scratch
from talkoot.sim.engine.waiting_line import count_those_before

MOST = 2000


@entry
def places(waiting, firms, room):
    count_those_before(waiting, firms, room)


def by_definition(line, priority):
    """Compare everybody with everybody."""
    ahead = (priority[None, :] < priority[:, None]) & (line[None, :] == line[:, None])
    return ahead.sum(1)


def found(line, priority, rows):
    """Let firms at ``rows`` wait with these catchments and priorities; return their places."""
    firms, room = allocate(Firms, MOST), scratch(MOST)
    room.heard[:], room.place[:] = -7, -7  # what others left there
    n = line.size
    firms.catchment[rows] = line
    room.rows[:n], room.priority[:n] = rows, priority
    places(n, firms, room)
    assert (room.rows[:n] == rows).all()
    assert (room.place[n:] == -7).all()
    return room.place[:n]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=60), st.randoms())
@settings(deadline=None, max_examples=300)
def test_places_are_those_of_the_definition(waiting, luck):
    line = np.array([g for g, _ in waiting], np.int32)
    priority = np.array([k / 10.0 for _, k in waiting])
    rows = np.array(sorted(luck.sample(range(MOST), len(waiting))), np.int32)
    assert (found(line, priority, rows) == by_definition(line, priority)).all()


def test_places_in_long_lines():
    rng = np.random.default_rng(1)
    for lines in (1, 3, 1000):
        line = rng.integers(0, lines, MOST).astype(np.int32)
        priority = rng.random(MOST)
        priority[::7] = priority[::-7]
        rows = np.arange(MOST, dtype=np.int32)
        assert (found(line, priority, rows) == by_definition(line, priority)).all()
