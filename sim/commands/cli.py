"""The command `talkoot`: finds the verb, says what is wrong with an input, returns the exit code.

Exit codes: 0 all done, 1 something failed (listed; the rest is kept), 2 bad input (nothing has run
or been written), 130 interrupted, 143 ended by SIGTERM, 129 by a terminal that closed (what was
finished is kept).
"""

import os
import shlex
import sys
import threading
from importlib import import_module

from talkoot import __version__
from talkoot.sim.experiment.ending import obedient, say_how_to_go_on
from talkoot.sim.show.lines import UNKNOWN, columns, fit_to_width, fitted

VERBS = {
    "compare": "compare facilitation policies for a region: ranked table, report, Parquet",
    "sweep": "the same over many scenarios: regions, parameters, designs; one table, one picture",
    "status": "how far a study is, what failed, the line that resumes it",
    "verify": "check every part of a study, to the bit",
    "report": "the report of a study, or of one scenario of a sweep",
    "run": "simulate one policy once and show it month by month",
    "trial": "replay a field experiment (T1 Cai and Szeidl, T2 Colombia, T3 Kenya): estimate, bias",
    "power": "how likely a real evaluation of this size would see the effect",
    "table1": "the eleven activities of a community of practice, counted, with examples",
    "survey": "what lists, forms and interviews would show, beside what is true",
    "story": "one entrepreneur's life under two policies, and where they part",
    "validate": "every target of the evidence, replayed: simulated, band, source, verdict",
    "calibrate": "find parameters from the targets again, and what the targets do not pin down",
    "ensemble": "the worlds in which headlines have to stand: admissible sets, transport",
    "credibility": "how far the simulation can be trusted, factor by factor",
    "list": "what can be chosen by name: regions, policies, economies, scenarios, theories, …",
    "explain": "what a line would do: each value with its origin; a policy as a timeline",
    "new": "a region of your own, from a commented template",
    "roster": "check a list of your own entrepreneurs",
    "parameters": "every parameter with value, unit, range, status and source",
    "fields": "every table and column that runs leave behind, with unit and meaning",
    "odd": "the description of the model (ODD+D), generated from the code",
    "schema": "JSON schema of the YAML files, for editors",
    "schedule": "what happens in a month, in order",
}

HELP = f"""\
Talkoot {__version__}
Which way of facilitating peer networks of micro-entrepreneurs in sparsely populated
regions is worth its public money?

usage: talkoot VERB [key=value ...]

{chr(10).join(f"  {verb:<13}{purpose}" for verb, purpose in VERBS.items())}

examples
  talkoot compare
      the five policies for Kainuu, 60 replications of ten years, and in other worlds
  talkoot compare policies=[pbas,joint_handover] replications=30 study=mine
      two policies against the status quo (the baseline is always run)
  talkoot compare parameters.meeting_hours=2.5 region.firms=2000 seed=2
      another parameter, another region size, other luck
  talkoot compare scenario=microentre_2015_2019
      the case: 13 groups in five regions, as one question with a name
  talkoot compare region=lapland economy=pandemic budget_neutral=true
      another region, shocks from outside, the same public money for every policy
  talkoot trial trial=colombia replications=10
      consulting trial replayed: estimate beside the published one, truth, bias, balance
  talkoot power groups=13 controls=300 months=12
      would an evaluation of that size see the effect?
  talkoot sweep -m parameters.wage_eur=3000,3300 'policy=glob(joint*)' dry_run=true
      what a sweep would run, in time and disk; without dry_run it runs
  talkoot run policy=self_organised months=60
      one network's life, month by month
  talkoot story policies=[one_on_one,pbas]
      one entrepreneur's life with and without a group

Results go to results/<study>/; the same line typed again reuses what is finished.
`talkoot VERB --help` explains the keys of a verb.
"""


def main() -> int:
    """Run what was typed; a reader that has seen enough (`talkoot list | head`) is no error."""
    code = 0
    try:
        with obedient(), fitted():
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
    if typed[:1] in (["-h"], ["--help"], ["help"]) and set(typed[1:2]) & set(VERBS):
        typed = [typed[1], "--help"]
    if not typed or typed[0] in {"-h", "--help", "help"}:
        return taught(HELP)
    if typed[0] == "--version":
        print(f"talkoot {__version__}")
        return 0
    verb, rest = typed[0], typed[1:]
    if verb.startswith("-") or "=" in verb:
        return complain(f"talkoot: {verb}: a verb comes first; expected {_with_verb(typed)}")
    if verb not in VERBS:
        return complain(f"talkoot: no verb {verb!r}; expected {_nearest(verb)}")
    module = import_module(f"talkoot.sim.commands.verb_{verb}")
    if {"-h", "--help"} & set(rest):
        return taught(module.help_text())
    return _run(module, rest)


def _run(module: object, typed: list[str]) -> int:
    from talkoot.scenarios.errors import InputError, TalkootError

    try:
        code: int = module.main(typed) or 0  # type: ignore[attr-defined]
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
    return code


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
    return shlex.join(["talkoot", next((w for w in typed if w in VERBS), "compare"), *keys])


def _nearest(verb: str) -> str:
    from talkoot.scenarios.errors import nearest

    return nearest(verb, VERBS)
