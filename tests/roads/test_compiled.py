"""Compiled loops own nothing: what would count references in every call is refused."""

import numpy as np
import pytest
from numba.core.errors import NumbaError

from talkoot.agents import compiled
from talkoot.agents.compiled import entry
from talkoot.agents.parameters import ABOUT


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


@pytest.mark.parametrize("name", ["ABOUT", "ACTIVITY_LIST"])
def test_another_order_of_a_list_is_compiled_anew(monkeypatch, name):
    """Kernels know parameters and activities by place: an old one would read another's value."""
    before = compiled.sources_hash()
    listed = getattr(compiled, name)
    turned = dict(reversed(listed.items())) if isinstance(listed, dict) else listed[::-1]
    monkeypatch.setattr(compiled, name, turned)
    assert compiled.sources_hash() != before


def test_another_value_of_a_parameter_is_not(monkeypatch):
    before = compiled.sources_hash()
    changed = ABOUT | {"wage_eur": ABOUT["wage_eur"]._replace(value=3301.0)}
    monkeypatch.setattr(compiled, "ABOUT", changed)
    assert compiled.sources_hash() == before
