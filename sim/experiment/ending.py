"""How a signal that asks for the end is obeyed: Ctrl-C, SIGTERM, a terminal that closes.

An exception raised wherever Python happens to be is lost or changed by what it passes: imports,
compilers, callbacks of libraries. So a signal ends the process where it stands, which costs nothing
that is finished (files get their names when they are whole). Only who has workers to tell has
signals noted, and looks at them between two steps; a second one ends the process at once.
"""

import os
import shlex
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")  # the last is unknown to Windows
SIGNALS = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
SHOW_CURSOR = b"\x1b[?25h"  # which a progress bar hides

_heeding: list[bool] = []
_asked: list[int] = []


class EndedError(KeyboardInterrupt):
    """The end was asked for; the exit code is a shell's for the signal: 130, 143, 129."""

    def __init__(self, number: int) -> None:
        self.exit_code = 128 + number
        super().__init__(signal.Signals(number).name)


@contextmanager
def obedient(for_good: bool = False) -> Iterator[None]:
    """Answer signals that ask for the end, for good or for a while; nohup's stays ignored."""
    if not _in_main_thread():
        yield
        return
    answered = [number for number in SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _answer) for number in answered}
    try:
        yield
    finally:
        _asked.clear()
        for number, how in before.items() if not for_good else ():
            signal.signal(number, how)


@contextmanager
def noted() -> Iterator[None]:
    """Have signals noted: whoever asks for this calls `obey` every moment."""
    if not _in_main_thread():
        yield
        return
    _heeding.append(True)
    try:
        yield
    finally:
        _heeding.pop()
    obey()


def obey() -> None:
    """Raise EndedError if the end was asked for."""
    if _asked and _in_main_thread():
        raise EndedError(_asked[0])


def say_how_to_go_on() -> None:
    """Say it past Python's buffers, which a signal may have found half filled."""
    line = shlex.join(["talkoot", *sys.argv[1:]])
    with suppress(OSError):  # of a terminal that is gone
        os.write(2, f"\ntalkoot: interrupted; to go on:  {line}\n".encode())


def _answer(number: int, frame: FrameType | None) -> None:
    if _heeding and not _asked:
        _asked.append(number)
        return
    with suppress(OSError):
        if os.isatty(2):
            os.write(2, SHOW_CURSOR)
    say_how_to_go_on()
    os._exit(128 + number)


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
