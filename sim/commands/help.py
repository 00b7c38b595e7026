"""What `--help` prints, made from the verbs and the declarations of their keys."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from talkoot import __version__

from .verbs import CHOOSING, PURPOSES, QUESTIONS, SHOWN, VERBS, question_as_typed, question_in

if TYPE_CHECKING:
    from talkoot.sim.inputs.declarations import Key

KINDS = ("region", "policy", "economy", "scenario", "theory", "trial", "calibration")
"""What is listed below the keys of a question that takes their names."""
MOST = 5  # names of a list
GRAMMAR = """
several values of a key make a scenario each (Hydra's grammar; -m before them may be left out):
  a,b,c  range(1,10)  range(0,1,0.25)  choice(a,b)  glob(joint*)  interval(2800,3600)
A shell wants quotes around brackets: 'policy=glob(joint*)'. Policies are compared in each scenario.
interval takes its values from design; int(interval(500,2000)) gives whole numbers.
  talkoot compare region.firms=500,2000 without=[],[rivalry] months=60,120

Results do not depend on engine, processes, stops or resumes. Ctrl-C keeps what is finished; the \
same line typed again goes on. A run that fails is listed with the command that shows it.
Exit codes: 0 all done, 1 some runs failed, 2 bad input, 130 interrupted, 143 by SIGTERM."""
EXAMPLES = """\
examples
  talkoot compare
      the five policies for Kainuu, 60 replications of ten years, and in other worlds
  talkoot compare policies=[pbas,joint_handover] replications=30 study=mine
      two policies against the status quo (the baseline is always run)
  talkoot compare region=kainuu,lapland 'policy=glob(joint*)' parameters.wage_eur=3000,3300
      a sweep: each policy in each of four scenarios
  talkoot compare scenario=microentre_2015_2019 dry_run=true
      the case: 13 groups in five regions; how long it would take
  talkoot compare region=lapland economy=pandemic budget_neutral=true
      another region, shocks from outside, the same public money for every policy
  talkoot run policy=self_organised months=60
      one network's life, month by month; show=story, table1 or survey for a closer look
  talkoot evaluate groups=13 controls=300
      would an evaluation of that size see the effect?

Results go to results/<study>/; the same line typed again reuses what is finished.
`talkoot VERB --help` explains the keys of a verb."""


def of_all() -> str:
    """Return what `talkoot --help` prints."""
    lines = [
        f"Talkoot {__version__}",
        "Which way of facilitating peer networks of micro-entrepreneurs in sparsely populated "
        "regions is worth its public money?",
        "",
        "usage: talkoot VERB [key=value ...]",
        "",
    ]
    for group, verbs in VERBS.items():
        lines += [group, *(f"  {verb:<12}{purpose}" for verb, purpose in verbs.items())]
    return "\n".join([*lines, "", EXAMPLES])


def of_verb(verb: str, typed: list[str]) -> str:
    """Return what `talkoot VERB … --help` prints: the keys of the question that is asked.

    >>> "entrepreneur=" in of_verb("run", ["show=story"])
    True
    """
    from talkoot.scenarios.names import shipped
    from talkoot.sim.inputs.declarations import keys_of, shape_of

    question, _ = question_in(verb, [word for word in typed if "=" in word])
    keys = keys_of(question).values()
    lines = _head(verb, shape_of(question).__doc__ or "", question_as_typed(question))
    if verb in CHOOSING:
        others = [question_as_typed(one) for one in QUESTIONS[verb] if one != question]
        word = f"show={'|'.join(SHOWN)}" if verb == "run" else "ensemble=true"
        lines += [f"  {word}", f"      what is asked; {others[0]} --help explains another", ""]
    lines += _about(keys)
    kinds = {key.kind for key in keys}
    lines += [f"\n{kind + ':':<13}{', '.join(shipped(kind))}" for kind in KINDS if kind in kinds]
    return "\n".join([*lines, GRAMMAR if verb == "compare" else ""]).rstrip()


def of_keys(verb: str, sentences: str, shape: type, examples: Iterable[str]) -> str:
    """Return the help of a verb that asks no question."""
    from talkoot.sim.inputs.declarations import keys_in

    lines = [*_head(verb, sentences, f"talkoot {verb}"), *_about(keys_in(shape).values())]
    return "\n".join([*lines, "", "examples", *(f"  {line}" for line in examples)])


def _head(verb: str, sentences: str, line: str) -> list[str]:
    purpose, told = PURPOSES[verb], sentences.strip().partition("\n\n")[0]
    usage = f"usage: {line} [key=value ...]"
    return [f"{purpose[0].upper()}{purpose[1:]}.", told, "", usage, ""]


def _about(keys: "Iterable[Key]") -> list[str]:
    return [line for k in keys for line in (f"  {k.name}={said(k.unsaid)}", f"      {k.meaning}")]


def said(value: object) -> str:
    """Return what is asked when nothing is said, as it would be typed.

    >>> said(None), said(False), said(["a", "b"])
    ('', 'false', '[a,b]')
    """
    if value is None:
        return ""
    if isinstance(value, list) and len(value) > MOST:
        return f"[{value[0]},{value[1]},…]"
    if isinstance(value, list):
        return f"[{','.join(said(one) for one in value)}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
