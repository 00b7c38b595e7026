"""`talkoot VERB | head -1`: whoever reads may leave early, and nothing is said about it."""

import os
import subprocess
import sys

import pytest

from .test_bad_input import ROOT


@pytest.mark.parametrize(
    "typed", ["--help", "--version", "compare --help", "show", "show parameters"]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_is_no_error(typed, unbuffered):
    reading, writing = os.pipe()
    os.close(reading)  # it has left before the first word
    done = subprocess.run(
        [sys.executable, "-m", "talkoot", *typed.split()],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=300,
        check=False,
    )
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 0
