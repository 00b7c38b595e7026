"""`talkoot show`: what can be chosen by name, and what a line, a policy or a parameter means."""

from typing import Any

from talkoot.scenarios.errors import Complaint, InputError, nearest

from .verbs import QUESTIONS

KINDS = {
    "regions": "region",
    "policies": "policy",
    "economies": "economy",
    "scenarios": "scenario",
    "theories": "theory",
    "ventures": "venture",
    "trials": "trial",
    "elements": "",
}
SCHEMAS = ("region", "policy", "economy", "venture", "scenario", "theory")
HELP = f"""\
What can be chosen by name, and what anything means before it is run.

usage: talkoot show                              all names, with a sentence each
       talkoot show KIND ...                     {", ".join(KINDS)}
       talkoot show VERB [key=value ...]         each value of a line, with file and line
       talkoot show policy=NAME,NAME             phases as a timeline, here and as a picture
       talkoot show region=NAME                  settlements, firms, where groups have their seats
       talkoot show parameters [WORD ...]        value, unit, range, status and source
       talkoot show schedule                     what happens in a month, in order
       talkoot show fields                       tables and columns that runs leave, as Markdown
       talkoot show schema KIND                  JSON schema of a YAML file, for editors
       talkoot show odd                          the description of the model (ODD+D), as Markdown

A VERB is one that asks a question: compare, run, evaluate, validate, calibrate. In VS Code (YAML
extension) a file that begins with this line is completed and checked while you type:
  # yaml-language-server: $schema=../../docs/schema/policy.json

examples
  talkoot show policies
  talkoot show compare scenario=microentre_2015_2019 months=48
  talkoot show policy=joint_handover
  talkoot show parameters trust"""


def main(typed: list[str]) -> int | None:
    """Show what was asked for."""
    if not typed or typed[0] in KINDS:
        return show_names(typed)
    head, *rest = typed
    key = head.partition("=")[0]
    if head in QUESTIONS:
        from .show_line import show_line

        show_line(head, rest)
        return None
    if key in ("region", "policy", "policies"):
        from . import show_place

        (show_place.show_region if key == "region" else show_place.show_policies)(typed)
        return None
    from . import show_model

    if head in show_model.PAGES:
        show_model.PAGES[head](rest)
    else:
        known = [*KINDS, *QUESTIONS, *show_model.PAGES, "policy=NAME", "region=NAME"]
        raise InputError([Complaint("show", head, "nothing of that name", nearest(head, known))])
    return None


def show_names(kinds: list[str]) -> int:
    """Print the names of the kinds asked for, all of them by default, with their purposes.

    A file of one's own that cannot be used has its place in the list; what is wrong with it is told
    at the end, and the exit code is 1.
    """
    from talkoot.agents.elements import ELEMENTS
    from talkoot.scenarios.names import names

    from .cli import complain

    unknown = [kind for kind in kinds if kind not in KINDS]
    wrong = [Complaint("show", kind, "no such kind", nearest(kind, KINDS)) for kind in unknown]
    if wrong:
        raise InputError(wrong)
    for kind in kinds or KINDS:
        print(kind)
        if kind == "elements":
            for element in ELEMENTS.values():
                print(f"  {element.name:<26}{element.kind:<10}{element.meaning}")
            continue
        for name in names(KINDS[kind]):
            purpose, complaints = purpose_of(KINDS[kind], name)
            print(f"  {name:<26}{purpose}")
            wrong += complaints
    if wrong:
        complain(f"talkoot: cannot be used until put right\n{InputError(wrong)}")
    return 1 if wrong else 0


def purpose_of(kind: str, name: str) -> tuple[str, list[Complaint]]:
    """Return what a choice is for, or that it cannot be used and why.

    What comes with Talkoot is in shape, which tests hold; a file of one's own is checked.
    """
    from talkoot.scenarios.names import CONF, place_of
    from talkoot.scenarios.yaml_file import read_yaml

    try:
        path, shown = place_of(kind, name)
        if CONF in path.parents:
            return str(read_yaml(path, shown).content["purpose"]), []
        from talkoot.scenarios.catalogue import read_named
        from talkoot.scenarios.schema import NAMED

        chosen: Any = read_named(kind, name, NAMED[kind])
    except InputError as error:
        return f"cannot be used: {error.complaints[0]}", error.complaints
    return str(chosen.purpose), []
