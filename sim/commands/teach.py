"""What a verb's keys mean, read from the comments of its configuration file."""

from importlib.resources import files

EXPLAINED = ("compare", "run", "story", "table1", "survey")
"""Verbs whose lines `talkoot explain` explains."""
KINDS = {"trial": ("trial", "theory"), "power": ("theory",)}
"""What can be chosen by name, of verbs that do not choose region and policy."""


def keys_of(root: str, purpose: str) -> str:
    """Return a help text: the keys of conf/<root>.yaml with defaults and meanings.

    >>> "replications" in keys_of("compare", "Compare policies.")
    True
    """
    conf = files("talkoot.conf")
    lines = [purpose, "", f"usage: talkoot {root} [key=value ...]", ""]
    for line in (conf / f"{root}.yaml").read_text("utf-8").splitlines():
        setting, _, meaning = line.partition(" # ")
        setting = setting.strip().removeprefix("- ")
        if not meaning or setting.startswith("#"):
            continue
        key, _, value = setting.partition(":")
        lines.append(f"  {key.strip()}={value.strip()}")
        lines.append(f"      {meaning}")
    for kind in KINDS.get(root, ("region", "policy", "economy", "scenario", "theory")):
        names = sorted(p.name[:-5] for p in (conf / kind).iterdir() if p.name.endswith(".yaml"))
        lines += ["", f"{kind + ':':<11}{', '.join(names)}"]
    return "\n".join(lines)
