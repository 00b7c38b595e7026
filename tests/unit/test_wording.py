"""What a shape refuses is told in our words, under keys that somebody wrote."""

import re

import pytest

from talkoot.scenarios.catalogue import in_shape
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.likeness import PolicyFile
from talkoot.scenarios.names import names, place_of
from talkoot.scenarios.schema import NAMED
from talkoot.scenarios.yaml_file import dotted, read_yaml
from talkoot.sim.trials.protocol import TrialConfig

BAD = (None, "", "x y", -1, 1e9, 0.5, 1e300, True, [], [[]], ["x y"], [1] * 2000, {}, {"x": {}})
THEIRS = re.compile(r"Input|String|should|valid |constrained|function-|_type|pydantic|\[key\]")
SHAPES = NAMED | {"policy": PolicyFile, "trial": TrialConfig}
FILES = [(kind, name) for kind in SHAPES for name in names(kind)[::4]]


def complaints_of(content, shape):
    """Return what the shape refuses in content."""
    try:
        in_shape(content, "mine.yaml", shape)
    except InputError as error:
        return error.complaints
    return []


def places(content, path=()):
    """Yield the path of every value of nested content."""
    yield path
    listed = content if isinstance(content, dict | list) else ()
    for key, value in listed.items() if isinstance(listed, dict) else enumerate(listed):
        yield from places(value, (*path, key))


def with_value(content, path, value):
    """Return a copy of nested content in which another value stands at a path."""
    if not path:
        return value
    copy = dict(content) if isinstance(content, dict) else list(content)
    copy[path[0]] = with_value(copy[path[0]], path[1:], value)
    return copy


@pytest.mark.parametrize(("kind", "name"), FILES)
def test_any_bad_value_is_told_in_plain_words_under_a_key_that_was_written(kind, name):
    sound = read_yaml(*place_of(kind, name)).content
    told = 0
    for path in places(sound):
        for value in BAD if path else ():
            content = with_value(sound, path, value)
            written = {dotted(there) for there in places(content)}
            for complaint in complaints_of(content, SHAPES[kind]):
                told += 1
                assert not THEIRS.search(f"{complaint.key} {complaint.expected}"), complaint
                around = complaint.key.rpartition(".")[0]  # what is missing stands nowhere
                assert complaint.key in written or around in written, complaint
    assert told > 20


def test_one_value_that_fits_none_of_several_kinds_is_one_complaint():
    region = {"name": "mine", "title": "x", "purpose": "x"}
    for facts in (5, {"a": 1}, [5], ["UP"]):
        assert len(complaints_of(region | {"facts": facts}, NAMED["region"])) == 1, facts
