"""`talkoot list`: what can be chosen by name."""

from typing import Any

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


def main(typed: list[str]) -> None:
    """Print the names of the kinds asked for, all of them by default, with their purposes."""
    from talkoot.agents.elements import ELEMENTS
    from talkoot.scenarios.catalogue import names, read_named
    from talkoot.scenarios.errors import Complaint, InputError, nearest
    from talkoot.scenarios.schema import NAMED
    from talkoot.sim.trials.protocol import TrialConfig

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
            shape = NAMED.get(KINDS[kind], TrialConfig)
            chosen: Any = read_named(KINDS[kind], name, shape)
            print(f"  {name:<26}{chosen.purpose}")
