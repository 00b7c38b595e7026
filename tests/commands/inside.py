"""Lines said in this process: a new interpreter takes two seconds to be told that it is wrong."""

import io
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from talkoot.sim.commands import cli


class Answered(NamedTuple):
    """Exit code and what was said, as of a finished process."""

    returncode: int
    stdout: str
    stderr: str


def answered(*typed: str, cwd: Path = Path()) -> Answered:
    """Say a line, of a kind that computes nothing; return the answer."""
    out, complaints = io.StringIO(), io.StringIO()
    with chdir(cwd), redirect_stdout(out), redirect_stderr(complaints):
        code = cli._main(list(typed))
    return Answered(code, out.getvalue(), complaints.getvalue())
