"""The command `talkoot`: finds the verb, says what is wrong with an input, returns the exit code.

Exit codes: 0 all done, 1 something failed (listed; the rest is kept), 2 bad input (nothing has run
or been written), 130 interrupted, 143 ended by SIGTERM, 129 by a terminal that closed (what was
finished is kept).
"""

import atexit
import gc
import os
import shlex
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn

from talkoot import __version__
from talkoot.scenarios.errors import InputError, TalkootError, nearest
from talkoot.sim.experiment.ending import obedient, say_how_to_go_on
from talkoot.sim.show.lines import UNKNOWN, columns, fit_to_width, fitted

from .help import of_all, of_verb
from .verbs import EARLIER, PURPOSES, QUESTIONS, as_now


def entry() -> NoReturn:
    """Run what a shell typed, and end the process where it stands.

    Taking apart what was loaded would take another second, in which a signal finds nobody.
    """
    gc.set_threshold(100_000, 50, 100)  # imports make many objects, of which hardly any is garbage
    code = main(for_good=True)
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def main(for_good: bool = False) -> int:
    """Run what was typed; a reader that has seen enough (`talkoot show | head`) is no error."""
    code = 0
    try:
        with obedient(for_good), fitted():
            code = _main(sys.argv[1:])
        sys.stdout.flush()  # here, where a closed pipe can be caught
    except KeyboardInterrupt as asked:
        say_how_to_go_on()
        return _leave(getattr(asked, "exit_code", 130))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except SystemExit as left:
        if not isinstance(left.__context__, BrokenPipeError):  # what rich makes of it
            raise
    return code


def _main(typed: list[str]) -> int:
    """Run the verb that was typed; return the exit code."""
    asks_help = bool({"-h", "--help"} & set(typed)) or typed[:1] == ["help"]
    words = [word for word in typed if word not in ("-h", "--help", "help")]
    if words[:1] and words[0] in EARLIER:
        words = as_now(words)
        print(f"talkoot: {typed[0]} is now:  {shlex.join(['talkoot', *words])}", file=sys.stderr)
    if words == ["--version"]:
        print(f"talkoot {__version__}")
        return 0
    if not words:
        return taught(of_all())
    verb, rest = words[0], words[1:]
    if verb.startswith("-") or "=" in verb:
        return complain(f"talkoot: {verb}: a verb comes first; expected {_with_verb(words)}")
    if verb not in PURPOSES:
        return complain(f"talkoot: no verb {verb!r}; expected {nearest(verb, PURPOSES)}")
    module: Any = import_module(f"talkoot.sim.commands.verb_{verb}")
    if asks_help:
        return _run(lambda typed: taught(_help(verb, module, typed)), rest)
    if verb in QUESTIONS and (shown := _hydras(rest)) is not None:
        from .show_line import as_yaml

        return _run(lambda words: print(as_yaml(verb, words), end=""), shown)
    return _run(module.main, rest)


def _help(verb: str, module: Any, typed: list[str]) -> str:
    if verb in QUESTIONS:
        return of_verb(verb, typed)
    return str(module.HELP if hasattr(module, "HELP") else module.help_text())


def _hydras(typed: list[str]) -> list[str] | None:
    """Return the other words of a line with Hydra's `--cfg job`; None if it has none."""
    line = [word for word in typed if word not in ("--cfg=job", "-c=job")]
    for k, word in enumerate(line):
        if word in ("--cfg", "-c") and line[k + 1 : k + 2] == ["job"]:
            line = [*line[:k], *line[k + 2 :]]
            break
    return line if len(line) < len(typed) else None


def _run(do: Callable[[list[str]], int | None], typed: list[str]) -> int:
    try:
        return do(typed) or 0
    except InputError as error:
        count = len(error.complaints)
        return complain(f"talkoot: {count} thing{'s' * (count > 1)} to put right\n{error}")
    except TalkootError as error:
        complain(f"talkoot: {error}")
        return getattr(error, "exit_code", 2)
    except OSError as error:  # a folder that is none, not ours to write to, or full
        if error.filename is None:
            raise
        return complain(f"talkoot: {error.filename}: {error.strerror}")


def _leave(code: int) -> int:
    """Return the code, or end now if a run is under way in a thread: it cannot be stopped."""
    if any(thread.name.startswith("talkoot") for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def taught(text: str) -> int:
    """Print a help text, broken at the terminal's edge."""
    print(fit_to_width(text, columns(sys.stdout) or UNKNOWN))
    return 0


def complain(text: str) -> int:
    """Say what is wrong on the error stream; return the exit code for it."""
    print(text, file=sys.stderr)
    return 2


def _with_verb(typed: list[str]) -> str:
    keys = [word for word in typed if "=" in word and not word.startswith("-")]
    return shlex.join(["talkoot", next((w for w in typed if w in PURPOSES), "compare"), *keys])
