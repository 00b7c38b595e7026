"""Which tests reach what is measured in a sound checkout, whatever is left to another run."""

from pathlib import Path

from .reach import _covered
from .sample import ROOT


def test_a_file_whose_tests_all_take_long_is_no_failure_and_reaches_nothing(tmp_path: Path) -> None:
    assert _covered(tmp_path, ROOT, "tests/scientific/test_network.py") == (0.0, {})


def test_a_file_that_cannot_be_collected_is_red(tmp_path: Path) -> None:
    assert _covered(tmp_path, ROOT, "tests/scientific/test_nothing_of_the_kind.py") == (0.0, None)
