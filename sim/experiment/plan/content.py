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
from pydantic_core import to_jsonable_python

from talkoot.agents.compiled import cache_folder
from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.question_compare import StudyConfig

KEPT = {"study", "results", "scenario", "keep", "csv"}
COMPUTED = {"replications", "engine", "processes", "threads", "limit_s", "scheduler"}
CONTENT = [name for name in StudyConfig.model_fields if name not in KEPT | COMPUTED]
"""Keys that decide numbers: not how they are kept or computed."""
PLAIN = (str, int, float)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)
DECIDING = (
    *("agents/*.py", "scenarios/*.py", "scenarios/facts/*.csv", "sim/engine/*.py"),
    *(f"sim/experiment/work/{name}.py" for name in ("block", "gains", "outcomes")),
)
LIBRARIES = ("pandas", "scipy", "statsmodels")  # by which trials and evidence are measured


class Keys:
    """Keys of many scenarios; a value that several of them share is digested once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, config: StudyConfig) -> str:
        """Return 16 hex digits."""
        values = config.__dict__
        told = [f"{name} {self._text(values[name])}" for name in CONTENT]
        roster = config.region.roster  # whose path alone would not tell
        listed = "" if roster is None else short_digest(Path(roster).read_bytes())
        whole = [code_digest(), *told, listed]
        return short_digest("\n".join(whole).encode())

    def _text(self, value: Any) -> str:
        if value is None or isinstance(value, PLAIN):
            return repr(value)
        if isinstance(value, dict):
            return _json(value)
        known = self._known.get(id(value))
        if known is None or known[0] is not value:
            known = self._known[id(value)] = (value, short_digest(_json(value).encode()))
        return known[1]


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
    return short_digest(_json(about).encode())


def _kept_digests(paths: list[Path]) -> list[str]:
    """Return digests of sources, which are parsed once: kept beside the kernels, by their bytes."""
    whole = b"\0".join(part for path in paths for part in (path.name.encode(), path.read_bytes()))
    kept = cache_folder() / f"digests-{short_digest(whole)}.json"
    with suppress(OSError, ValueError):
        return [str(digest) for digest in json.loads(kept.read_text("utf-8"))]
    digests = [digest_of(path) for path in paths]
    with suppress(OSError):  # a folder that is not ours to write to
        kept.parent.mkdir(parents=True, exist_ok=True)
        begun = kept.with_suffix(f".{os.getpid()}")
        begun.write_text(json.dumps(digests), "utf-8")
        begun.replace(kept)
    return digests


def content_key(decides: Any, sources: Iterable[Path]) -> str:
    """Return 16 hex digits that change with what decides a number, with sources or libraries."""
    libraries = {name: version(name) for name in LIBRARIES}
    whole = [decides, code_digest(), [digest_of(path) for path in sorted(sources)], libraries]
    return short_digest(_json(whole).encode())


def deciding_files() -> list[Path]:
    """Return the sources and facts that decide numbers."""
    rooms = Path(__file__).resolve().parents[3]
    return [path for pattern in DECIDING for path in rooms.glob(pattern)]


def digest_of(path: Path) -> str:
    """Return a digest of a file; of Python sources without comments, docstrings and layout."""
    content = path.read_bytes()
    if path.suffix == ".py":
        tree = ast.parse(content)
        for node in ast.walk(tree):
            if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
                del node.body[0]
        content = ast.dump(tree).encode()
    return f"{path.name} {short_digest(content)}"


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=to_jsonable_python)


def short_digest(content: bytes) -> str:
    """Return 16 hex digits."""
    return hashlib.sha256(content).hexdigest()[:16]
