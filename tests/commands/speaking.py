"""Commands said to one terminal that changes its width: python -m tests.commands.speaking.

A line of the standard input is a width and a command. What the command prints stands after MARK,
and before MARK and its exit code.
"""

import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
import threading
from pathlib import Path

MARK = "\x1e"
ROOT = Path(__file__).resolve().parents[2]
STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


Said = tuple[int, str]
"""A width, 0 for a pipe, and a command."""


def say(lines: list[Said]) -> None:
    """Say each line at its width; the size is set on the terminal itself, if there is one."""
    from talkoot.sim.commands import cli

    for width, line in lines:
        if sys.stdout.isatty():
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
        print(MARK, end="", flush=True)
        sys.argv = ["talkoot", *shlex.split(line)]
        code = cli.main()
        print(f"{MARK}{code}", flush=True)


def heard(lines: list[Said], *, terminal: bool = True) -> dict[Said, tuple[int, str]]:
    """Return exit code and text of each line, on a terminal or in a pipe."""
    reading, writing = pty.openpty() if terminal else os.pipe()
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.commands.speaking"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    pieces: list[bytes] = []
    reader = threading.Thread(target=_drain, args=(reading, pieces))
    reader.start()
    typed = "\n".join(f"{width} {line}" for width, line in lines)
    _, complaint = child.communicate(typed.encode(), timeout=600)
    reader.join(timeout=60)
    os.close(reading)
    assert child.returncode == 0, complaint.decode()
    text = STYLE.sub("", b"".join(pieces).decode()).replace("\r\n", "\n")
    parts = text.split(MARK)[1:]
    told = zip(parts[::2], parts[1::2], strict=True)
    return {said: (int(code), page) for said, (page, code) in zip(lines, told, strict=True)}


def _drain(stream: int, pieces: list[bytes]) -> None:
    while True:
        try:
            piece = os.read(stream, 65536)
        except OSError:  # how a terminal says that nobody is left at its other end
            return
        if not piece:
            return
        pieces.append(piece)


if __name__ == "__main__":
    asked = [line.partition(" ") for line in sys.stdin.read().split("\n")]
    say([(int(width), line) for width, _, line in asked])
