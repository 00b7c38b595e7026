"""What a study is called when nobody says: kind, world, and what else was asked differently.

The shipped question keeps the plain name (`compare-kainuu`); any other has what differs in its
name, so that its report never takes the place of another's.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from talkoot.scenarios.names import YAML

from .compose import Composed

LONGEST = 56
"""Characters, so that a suffix of ours (`-worlds`) still makes a name."""
HOW = frozenset(
    [
        "study", "results", "engine", "processes", "threads", "scheduler", "keep", "dry_run",
        "limit_s", "replications", "robustness", "trace", "csv", "write", "draws", "sets", "design",
        "samples",
    ]
)  # fmt: skip
"""Keys that say how exactly, where or by what a question is answered, not which one it is."""


def study_name(
    made: Composed, stem: str, told: Sequence[str] = (), swept: Mapping[str, Any] | None = None
) -> str:
    """Return the name of a study: how it begins, and what else was given that differs.

    ``told`` are keys whose choice the stem tells already, ``swept`` has the values of keys that
    take several.

    >>> from .compose import composed
    >>> from .given import Given
    >>> asked = composed("compare", [Given("months", 60), Given("region.firms", 500)])
    >>> study_name(asked, "compare-kainuu")
    'compare-kainuu-months-60-firms-500'
    >>> study_name(composed("compare", [Given("months", 120)]), "compare-kainuu")
    'compare-kainuu'
    """
    differs = dict(swept or {})
    for key, value in sorted(made.given.items()):
        if key.split(".")[0] not in HOW and key not in told and made.usual.get(key) != value:
            differs[key] = value
    if not differs:
        return stem
    words = [
        word for key, value in differs.items() for word in (key.split(".")[-1], *name_words(value))
    ]
    whole = "-".join([stem, *words])
    name = re.sub(r"[^a-z0-9_-]", "", re.sub(r"[\s,./]+", "_", whole.lower()))
    if len(name) <= LONGEST and name == whole.replace(".", "_"):
        return name
    exact = json.dumps(differs, sort_keys=True, default=str).encode()
    mark = hashlib.sha256(exact).hexdigest()[:6]
    return f"{name[: LONGEST - len(mark) - 1].rstrip('-_')}-{mark}"


def name_words(value: Any) -> list[str]:
    """Return the words of a name that stand for a value.

    >>> name_words(["pbas", "./mine.yaml"]), name_words(2.5), name_words(True)
    (['pbas', 'mine'], ['2.5'], ['true'])
    """
    if isinstance(value, list | tuple):
        return [word for one in value for word in name_words(one)]
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return [PurePath(text).stem if text.endswith(YAML) else text]
