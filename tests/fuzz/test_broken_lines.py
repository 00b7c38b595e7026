"""A line with one key that cannot be used is refused, and the key is named."""

import pytest
from hypothesis import given, seed, settings

from talkoot.scenarios.errors import InputError

from .broken_lines import broken_lines
from .sound import faults_of
from .test_files import QUIET
from .test_lines import READ


def faults(typed):
    """Return what is wrong with how a line is taken."""
    verb, *words = typed.words
    try:
        config = READ[verb](words)
    except InputError as error:
        found = list(faults_of(error))
        keys = [one.key for one in error.complaints]
        if not any(f"{key}.".startswith(f"{typed.key}.") for key in keys):
            found.append(f"{typed.key} is not named, but {keys}")
        return found
    return [f"accepted: {config!r:.300}"]


def check(count, number):
    @seed(number)
    @settings(max_examples=count, **QUIET)
    @given(broken_lines())
    def each(typed):
        assert faults(typed) == []

    each()


def test_a_line_with_one_key_broken_is_refused_by_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check(60, 1)


@pytest.mark.torture
@pytest.mark.parametrize("number", range(2, 10))
def test_four_thousand_lines_with_one_key_broken(tmp_path, monkeypatch, number):
    monkeypatch.chdir(tmp_path)
    check(500, number)
