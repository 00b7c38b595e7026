"""What may be accepted, and how a refusal reads."""

import math
import re
from collections.abc import Iterator
from typing import Any

from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.errors import Complaint, InputError
from talkoot.scenarios.names import names
from talkoot.scenarios.shapes import Strict

LEAKS = re.compile(
    r"Input should|should match|constrained|list\[|dict\[|function-|pydantic|NoneType|Traceback"
    r"|object at 0x|<class|invalid literal|ForwardRef"
)


def nonsense_in(config: Strict) -> Iterator[str]:
    """Yield what an accepted configuration holds that no world has."""
    content = config.model_dump()
    for path, value in leaves(content):
        if isinstance(value, float) and not math.isfinite(value):
            yield f"{path}: {value}"
        if isinstance(value, str) and any(ord(letter) < 32 for letter in value):
            yield f"{path}: control characters"
    for name, value in content.get("parameters", {}).items():
        if name not in ABOUT or not ABOUT[name].low <= value <= ABOUT[name].high:
            yield f"parameters.{name}: {value}"
    for kind in ("region", "economy", "theory", "policy"):
        chosen = content.get(kind)
        if isinstance(chosen, dict) and chosen["name"] not in names(kind):
            yield f"{kind} is called {chosen['name']}"


def leaves(content: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the values of nested content with their paths."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from leaves(value, f"{path}.{key}")
    elif isinstance(content, list):
        for k, value in enumerate(content):
            yield from leaves(value, f"{path}.{k}")
    else:
        yield path, content


def faults_of(error: InputError, whole_files: bool = False) -> Iterator[str]:
    """Yield what is wrong with how something is refused; of ``whole_files`` no key need be told."""
    if not error.complaints:
        yield "nothing is said"
    for complaint in error.complaints:
        yield from _faults_of(complaint, whole_files)


def _faults_of(complaint: Complaint, whole_files: bool) -> Iterator[str]:
    said = str(complaint)
    if LEAKS.search(said):
        yield f"words of a library: {said!r}"
    if not (complaint.key or whole_files) or not complaint.found or not complaint.expected:
        yield f"no key, nothing found or nothing expected: {complaint!r}"
    if str(complaint.file).endswith((".yaml", ".csv")) and "/" not in str(complaint.file):
        yield f"no folder: {said!r}"
