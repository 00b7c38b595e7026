"""The rows, one file for each file of agents/ that holds rules."""

from importlib import import_module
from pkgutil import iter_modules

from ..proof import Proof

PROOFS: tuple[Proof, ...] = tuple(
    proof
    for found in iter_modules(__path__)
    for proof in import_module(f"{__name__}.{found.name}").PROOFS
)
