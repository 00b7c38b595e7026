"""Compiled loops own nothing: what would count references in every call is refused."""

import numpy as np
import pytest
from numba.core.errors import NumbaError

from talkoot.agents.compiled import entry


def room_in_scratch(room):
    room[:] = 1.0
    return room.sum()


def room_of_its_own(room):
    return np.ones(room.size).sum()


def test_a_loop_that_allocates_does_not_compile():
    room = np.zeros(3)
    assert entry(room_in_scratch)(room) == 3.0
    with pytest.raises(NumbaError, match="returning of array passed"):
        entry(room_of_its_own)(room)
