"""A YAML file is a valid configuration, or refused with file, key, line and what was expected."""

import pytest
from hypothesis import HealthCheck, given, seed, settings

from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.yaml_file import dotted

from .files import Changed, changed_files
from .schemas import SHAPES
from .sound import faults_of

QUIET = {"database": None, "deadline": None, "suppress_health_check": list(HealthCheck)}


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    """Where files are written and read."""
    return tmp_path_factory.mktemp("files")


def faults(changed: Changed, folder) -> list[str]:
    """Return what is wrong with how a file is taken."""
    file = folder / "mine.yaml"
    file.write_text(changed.text, "utf-8")
    try:
        config = read_named(changed.kind, str(file), SHAPES[changed.kind])
    except InputError as error:
        found = list(faults_of(error))
        placed = [(one.key, one.line) for one in error.complaints]
        if any(str(one.file) != str(file) for one in error.complaints):
            found.append("another file is named")
        at = dotted(changed.place)
        if changed.refused and not any(
            f"{key}.".startswith(f"{at}.") and line == changed.line for key, line in placed
        ):
            found.append(f"{at} in line {changed.line} is not named, but {placed}")
        lost = [one for one, line in placed if line is None and "." in one]
        return found + [f"{one}: no line" for one in lost]
    return [f"accepted: {config!r}"] if changed.refused else []


def check(count, number, folder):
    @seed(number)
    @settings(max_examples=count, **QUIET)
    @given(changed_files())
    def each(changed):
        assert faults(changed, folder) == []

    each()


def test_a_file_with_one_thing_changed_is_read_or_refused_in_words(here):
    check(1400, 1, here)


@pytest.mark.torture
@pytest.mark.parametrize("number", range(2, 18))
def test_eighty_thousand_files(here, number):
    check(5_000, number, here)
