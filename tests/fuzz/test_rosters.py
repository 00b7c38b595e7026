"""A list of entrepreneurs is read, or refused with file, line, column and what was expected."""

import pytest
from hypothesis import given, seed, settings

from talkoot.scenarios.errors import InputError
from talkoot.scenarios.roster import read_roster

from .rosters import BROKEN, TOWNS, garbled, rosters
from .sound import faults_of
from .test_files import QUIET


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """The list's place."""
    return tmp_path_factory.mktemp("rosters") / "list.csv"


def refusals(content, file):
    """Return line and column of each complaint, after what is wrong with how it is said."""
    file.write_bytes(content)
    try:
        rows = read_roster(file, TOWNS).rows
    except InputError as error:
        assert list(faults_of(error, whole_files=True)) == []
        assert {str(one.file) for one in error.complaints} == {str(file)}
        return {(one.line, one.key) for one in error.complaints}
    assert rows
    return set()


def check(count, number, file):
    @seed(number)
    @settings(max_examples=count, **QUIET)
    @given(rosters())
    def one_cell(listed):
        assert refusals(listed.content, file) == ({listed.broken} if listed.broken else set())

    @seed(number)
    @settings(max_examples=count, **QUIET)
    @given(garbled())
    def some_bytes(content):
        refusals(content, file)

    one_cell()
    some_bytes()


def test_a_list_with_one_cell_broken_is_refused_in_words(file):
    check(250, 1, file)


@pytest.mark.parametrize("column", BROKEN)
def test_each_cell_that_cannot_be_used_is_named(file, column):
    sound = {"settlement": "Kuhmo", "sector": "kauppa"}
    for wrong in BROKEN[column]:
        cells = sound | {column: wrong}
        lines = [";".join(cells), ";".join(f'"{cell}"' for cell in cells.values())]
        assert refusals("\n".join(lines).encode(), file) == {(2, column)}, wrong


@pytest.mark.torture
@pytest.mark.parametrize("number", range(2, 6))
def test_sixteen_thousand_lists(file, number):
    check(2_000, number, file)
