"""What can be chosen by name: the shipped files in conf/, and the user's own in ./my/.

A file of one's own may also be named by its path (``./region.yaml``).
"""

import os
from importlib.resources import files
from pathlib import Path

from .errors import Complaint, InputError, nearest

CONF = Path(str(files("talkoot.conf")))
MY = Path("my")
"""The user's own choices: my/region, my/policy, … in the current folder."""
YAML = (".yaml", ".yml")


def shipped(kind: str) -> list[str]:
    """Return the names that come with Talkoot of a kind (a folder of conf/)."""
    return sorted(path.stem for path in (CONF / kind).glob("*.yaml"))


def own(kind: str) -> list[str]:
    """Return the names of the user's own files of a kind."""
    return sorted(path.stem for path in (MY / kind).glob("*.yaml"))


def names(kind: str) -> list[str]:
    """Return the names of a kind: ``region``, ``policy``, ``economy``, ``venture``, …

    >>> "pbas" in names("policy")
    True
    """
    return sorted({*shipped(kind), *own(kind)})


def place_of(kind: str, name: str) -> tuple[Path, str]:
    """Return where a choice is kept and what complaints call it.

    Raises
    ------
    InputError
        No such name (the nearest is given), or a name of one's own that is taken.
    """
    if name.endswith(YAML):
        if not os.path.isfile(name):  # false also of what can be no path
            raise InputError([Complaint(name, kind, "no such file", "the path of a YAML file")])
        return Path(name), name
    mine = MY / kind / f"{name}.yaml"
    if name in own(kind) and name in shipped(kind):
        found = f"the name {name!r} is taken by a {kind} that comes with Talkoot"
        raise InputError([Complaint(str(mine), "name", found, "another file name")])
    if name in own(kind):
        return mine, str(mine)
    if name in shipped(kind):
        return CONF / kind / f"{name}.yaml", f"conf/{kind}/{name}.yaml"
    found = f"no {kind} {name!r}"
    raise InputError([Complaint(f"conf/{kind}/", kind, found, nearest(name, names(kind)))])
