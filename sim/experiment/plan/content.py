"""What decides a number: a scenario's key changes whenever one of its numbers could.

Comments and docstrings of the sources do not decide; rules, kernels, facts and compilers do
(docs/decisions/020-one-machinery.md).
"""

import ast
import hashlib
import json
import os
import platform
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numba
import numpy as np
from pydantic import BaseModel

from talkoot.agents.compiled import cache_folder
from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.schema_study import StudyConfig

NOT_CONTENT = frozenset(
    [
        "study",
        "scenario",
        "results",
        "replications",
        "engine",
        "processes",
        "threads",
        "limit_s",
        "scheduler",
        "keep",
        "csv",
    ]
)
CONTENT = [name for name in StudyConfig.model_fields if name not in NOT_CONTENT]
PLAIN = (str, int, float)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)
DECIDING = ("agents", "scenarios", "sim/engine")
LIBRARIES = ("pandas", "scipy", "statsmodels")  # by which trials and evidence are measured
DECIDING_FILES = [f"sim/experiment/work/{name}.py" for name in ("block", "members", "outcomes")]


class Keys:
    """Keys of many scenarios; a value that several of them share is digested once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, config: StudyConfig) -> str:
        """Return 16 hex digits."""
        values = config.__dict__
        parts = [f"{name} {self._text(values[name])}" for name in CONTENT]
        return _hex("\n".join([code_digest(), *parts, _listed(config.region.roster)]).encode())

    def _text(self, value: Any) -> str:
        if value is None or isinstance(value, PLAIN):
            return repr(value)
        if isinstance(value, dict):
            return json.dumps(value, sort_keys=True, default=_plain)
        known = self._known.get(id(value))
        if known is None or known[0] is not value:
            text = json.dumps(value, sort_keys=True, default=_plain)
            known = self._known[id(value)] = (value, _hex(text.encode()))
        return known[1]


def _listed(roster: str | None) -> str:
    """Return a digest of the user's list of entrepreneurs, whose path alone would not tell."""
    return "" if roster is None else _hex(Path(roster).read_bytes())


def _plain(value: BaseModel) -> Any:
    return value.model_dump(mode="json")


@cache
def code_digest() -> str:
    """Return 16 hex digits that change with any rule, default, fact or compiler."""
    about = {
        "sources": _kept_digests(sorted(deciding_files())),
        "defaults": {name: about.value for name, about in ABOUT.items()},
        "elements": {name: [e.kind, e.off] for name, e in ELEMENTS.items()},
        "machine": platform.machine(),
        "numba": numba.__version__,
        "numpy": np.__version__,
    }
    return _hex(json.dumps(about, sort_keys=True).encode())


def _kept_digests(paths: list[Path]) -> list[str]:
    """Return digests of sources, which are parsed once: kept beside the kernels, by their bytes."""
    whole = b"\0".join(part for path in paths for part in (path.name.encode(), path.read_bytes()))
    kept = cache_folder() / f"digests-{_hex(whole)}.json"
    with suppress(OSError, ValueError):
        return [str(digest) for digest in json.loads(kept.read_text("utf-8"))]
    digests = digests_of(paths)
    with suppress(OSError):  # a folder that is not ours to write to
        kept.parent.mkdir(parents=True, exist_ok=True)
        begun = kept.with_suffix(f".{os.getpid()}")
        begun.write_text(json.dumps(digests), "utf-8")
        begun.replace(kept)
    return digests


def key_of(decides: Any, sources: Iterable[Path]) -> str:
    """Return 16 hex digits that change with what decides a number, with sources or libraries."""
    libraries = {name: version(name) for name in LIBRARIES}
    whole = [decides, code_digest(), digests_of(sources), libraries]
    return _hex(json.dumps(whole, sort_keys=True, default=_plain).encode())


def deciding_files() -> list[Path]:
    """Return the sources and facts that decide numbers."""
    rooms = Path(__file__).resolve().parents[3]
    found: Iterable[Path] = [
        *(path for room in DECIDING for path in (rooms / room).glob("*.py")),
        *(rooms / "scenarios" / "facts").glob("*.csv"),
        *(rooms / name for name in DECIDING_FILES),
    ]
    return list(found)


def digests_of(paths: Iterable[Path]) -> list[str]:
    """Return a digest of each file, in the order of paths."""
    return [digest_of(path) for path in sorted(paths)]


def digest_of(path: Path) -> str:
    """Return a digest of a file; of Python sources without comments, docstrings and layout."""
    content = path.read_bytes()
    if path.suffix == ".py":
        content = ast.dump(_without_docstrings(ast.parse(content))).encode()
    return f"{path.name} {_hex(content)}"


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
    return tree


def _hex(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
