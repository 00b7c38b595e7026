"""`talkoot list`: what can be chosen by name."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from talkoot.scenarios.errors import Complaint

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


def help_text() -> str:
    """Return what `talkoot list --help` prints."""
    return f"What can be chosen by name.\n\nusage: talkoot list [{'|'.join(KINDS)} ...]"


def main(typed: list[str]) -> int:
    """Print the names of the kinds asked for, all of them by default, with their purposes.

    A file of one's own that cannot be used has its place in the list; what is wrong with it is told
    at the end, and the exit code is 1.
    """
    from talkoot.agents.elements import ELEMENTS
    from talkoot.scenarios.catalogue import names
    from talkoot.scenarios.errors import Complaint, InputError, nearest

    from .cli import complain

    wrong = [Complaint("list", kind, "no such kind", nearest(kind, KINDS)) for kind in typed]
    wrong = [complaint for complaint in wrong if complaint.key not in KINDS]
    if wrong:
        raise InputError(wrong)
    for kind in typed or KINDS:
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


def purpose_of(kind: str, name: str) -> tuple[str, list["Complaint"]]:
    """Return what a choice is for, or that it cannot be used and why."""
    from talkoot.scenarios.catalogue import read_named
    from talkoot.scenarios.errors import InputError
    from talkoot.scenarios.schema import NAMED
    from talkoot.sim.trials.protocol import TrialConfig

    try:
        chosen: Any = read_named(kind, name, NAMED.get(kind, TrialConfig))
    except InputError as error:
        return f"cannot be used: {error.complaints[0]}", error.complaints
    return str(chosen.purpose), []
