"""What goes to a worker: small enough to pass a pipe in one piece.

A worker may be killed while it reads or writes. What fits into a pipe at once (64 kB in, 4 kB out)
cannot leave the other side waiting for the rest.
"""

import json
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_jsonable_python

from talkoot.scenarios.question_compare import StudyConfig

SIMPLE = re.compile(r"(?!(true|false|null|nan|inf)$)[a-z_./][\w./-]*", re.I)
"""Text that Hydra's grammar reads as it stands."""
MOST_BYTES = 40_000  # of an order


@dataclass(frozen=True, slots=True)
class Task:
    """A block of replications of one scenario."""

    key: str  # of the scenario
    changes: str  # JSON of the fields in which it differs from the study's base
    first: int
    last: int
    line: str  # the command that runs one of them again, without policy and replication

    def __len__(self) -> int:
        return self.last - self.first + 1

    @property
    def size(self) -> int:
        """Bytes it takes in an order, about."""
        return len(self.key) + len(self.changes) + len(self.line) + 60


Order = tuple[Task, ...]


def changes_as_json(changes: Mapping[str, Any]) -> str:
    """Return changed fields of a configuration as JSON."""
    return json.dumps(changes, default=to_jsonable_python)


def config_from(base: Mapping[str, Any], changes: str = "{}") -> StudyConfig:
    """Return a scenario's configuration from the study's page and its own changes."""
    return StudyConfig.model_validate_json(json.dumps({**base, **json.loads(changes)}))


def run_line(fixed: Iterable[str], label: Mapping[str, Any]) -> str:
    """Return `talkoot run` with what a scenario fixes; policy and replication are still to come.

    >>> run_line(["months=12"], {"parameters.wage_eur": 3000, "without": ["rivalry", "links"]})
    "talkoot run months=12 parameters.wage_eur=3000 'without=[rivalry,links]'"
    """
    swept = (f"{key}={as_typed(value)}" for key, value in label.items())
    return shlex.join(["talkoot", "run", *fixed, *swept])


def as_typed(value: Any) -> str:
    """Return a value as Hydra's grammar writes it.

    >>> as_typed(["pbas", True, None, 0.5, "it's 3"])
    '[pbas,true,null,0.5,"it\\'s 3"]'
    """
    if isinstance(value, list):
        return f"[{','.join(map(as_typed, value))}]"
    if isinstance(value, bool) or value is None:
        return {None: "null", True: "true", False: "false"}[value]
    text = str(value)
    if isinstance(value, int | float) or SIMPLE.fullmatch(text):
        return text
    quote = "'" if '"' in text else '"'
    return quote + text.replace(quote, f"\\{quote}") + quote
