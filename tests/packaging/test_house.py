"""Files stay small rooms, and imports go down the floors only."""

import re
import subprocess
from pathlib import Path

from talkoot.scenarios import errors

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 400


def too_long(paths):
    return [path.name for path in paths if len(path.read_text().splitlines()) > MOST_LINES]


def test_no_file_is_longer_than_a_room():
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.yaml", "*.toml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert len(listed) > 40
    assert too_long([ROOT / name for name in listed]) == []


def test_a_file_too_long_is_found(tmp_path):
    long = tmp_path / "long.py"
    long.write_text("x = 1\n" * (MOST_LINES + 1))
    assert too_long([long]) == ["long.py"]


def test_the_tree_of_exceptions_lists_each_of_them():
    told = errors.__doc__
    found = {
        name
        for path in (*(ROOT / "scenarios").glob("*.py"), *(ROOT / "sim").rglob("*.py"))
        for name in re.findall(r"^class (\w+Error)\(", path.read_text("utf-8"), re.M)
    }
    assert found == set(re.findall(r"\w+Error", told)) - {"IndexError"}
