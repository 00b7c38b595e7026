"""How rules and kernels are compiled, and where compiled code is kept.

A *rule* is a small pure function of numbers: plain Python that Numba compiles into whichever kernel
calls it. A *kernel* owns a loop. Numba's own disk cache looks only at a kernel's own file, so an
edited rule would keep returning old results; the cache therefore lives in a folder named by a hash
of all sources (docs/decisions/003-compiled-cache.md).
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba
from numba.extending import register_jitable

from .activity_list import ACTIVITY_LIST
from .parameters import ABOUT

F = TypeVar("F", bound=Callable[..., Any])

_AGENTS = Path(__file__).resolve().parent
_ENGINE = _AGENTS.parent / "sim" / "engine"
_PHASE = _AGENTS.parent / "scenarios" / "schema_policy.py"


def sources_hash() -> str:
    """Return 16 hex digits that change whenever a rule or the engine changes.

    Kernels know parameters, activities and a policy's levers by their places in tables and shapes,
    so these count as well.

    >>> len(sources_hash())
    16
    """
    digest = hashlib.sha256(repr((list(ABOUT), ACTIVITY_LIST)).encode())
    for path in (*sorted(_AGENTS.glob("*.py")), *sorted(_ENGINE.glob("*.py")), _PHASE):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def cache_folder() -> Path:
    """Return the folder of compiled kernels for exactly these sources."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "talkoot" / sources_hash()


_numba_config: Any = numba.config  # its settings are made at run time
_njit: Any = numba.njit  # not all of its options are in its stubs

if not os.environ.get("NUMBA_CACHE_DIR"):
    _numba_config.CACHE_DIR = str(cache_folder())

_OPTIONS = {"cache": True, "nogil": True, "error_model": "numpy", "no_cfunc_wrapper": True}
_OWNS_NOTHING = {"_nrt": False}
"""Nothing is allocated in a month: without this, each call counts references to all columns."""


def rule(function: F) -> F:
    """Mark a pure function of numbers that kernels may call; it stays plain Python."""
    return register_jitable(function)


def kernel(function: F) -> F:
    """Compile a loop over columns that other kernels call; keeps IEEE arithmetic in order.

    It has no door for Python: building one for each kernel doubles the time to compile. It may
    not allocate: room to work in is in `Scratch`.
    """
    return cast(F, _njit(**_OPTIONS, **_OWNS_NOTHING, no_cpython_wrapper=True)(function))


def part(function: F) -> F:
    """Compile a part of one kernel, put in place where it is called, so that state is not copied.

    For functions with one place of calling: passing all columns costs more than a short loop.
    """
    placed = {"no_cpython_wrapper": True, "forceinline": True}
    return cast(F, _njit(**_OPTIONS, **_OWNS_NOTHING, **placed)(function))


def entry(function: F) -> F:
    """Compile a loop over columns that Python calls; releases the GIL."""
    return cast(F, _njit(**_OPTIONS, **_OWNS_NOTHING)(function))


def is_compiled() -> bool:
    """Tell whether the kernels for these sources are already on disk (start-up takes a second).

    The month is compiled last; without it whoever compiled before was stopped on the way.
    """
    folder = Path(_numba_config.CACHE_DIR)
    return any(folder.rglob("months.run_months*.nbc")) if folder.exists() else False
