"""Worlds in which a headline has to stand: rival theories, transport, admissible parameters.

*Theory*: every theory of conf/theory. *Transport*: how much of what firms of 36 workers gain in T1
firms of 0-2 persons gain; the mechanisms' own coefficients are scaled until it is so
(``transport.csv``). *Ensemble*: parameter sets that agree with the
evidence, facilitation drawn from its priors (``ensemble.csv``). Both are made by
`talkoot calibrate ensemble=true`.
"""

from importlib.resources import files
from pathlib import Path
from typing import Any

from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.facts import text_rows
from talkoot.scenarios.names import shipped
from talkoot.scenarios.question_compare import StudyConfig
from talkoot.scenarios.schema import TheoryConfig
from talkoot.sim.trials.mechanisms import MECHANISMS

FOLDER = Path(str(files(__package__)))
AS_CALIBRATED = "as calibrated"
Variant = tuple[dict[str, Any], dict[str, Any]]


def _rows(name: str) -> list[dict[str, float]]:
    return [{key: float(value) for key, value in row.items()} for row in text_rows(FOLDER / name)]


def transports() -> dict[str, float]:
    """Return the factor on the mechanisms by transport, 1 for the calibrated world.

    >>> transports()["as calibrated"]
    1.0
    """
    told = {f"{row['transport']:g}": row["factor"] for row in _rows("transport.csv")}
    return {AS_CALIBRATED: 1.0} | told


def admissible_sets() -> list[dict[str, float]]:
    """Return the admissible parameter sets."""
    return _rows("ensemble.csv")


def other_worlds(base: StudyConfig) -> list[Variant]:
    """Return (label, changes) of all worlds: theories by transports, then the ensemble.

    What the user changed by hand stays changed in all of them. A theory of one's own is among them
    if it was asked for; one that merely lies in ``my/`` is not.
    """
    found: list[Variant] = []
    own = [] if base.theory.name in shipped("theory") else [base.theory]
    theories = [read_named("theory", name, TheoryConfig) for name in shipped("theory")]
    for chosen in [*theories, *own]:
        p = chosen_parameters(base.model_copy(update={"theory": chosen}))
        for transport, factor in transports().items():
            scaled = {name: factor * getattr(p, name) for name in MECHANISMS if factor != 1.0}
            label = {"theory": chosen.name, "transport": transport, "set": "-"}
            found.append((label, {"theory": chosen, "parameters": scaled | base.parameters}))
    for number, values in enumerate(admissible_sets()):
        label = {"theory": base.theory.name, "transport": AS_CALIBRATED, "set": f"{number}"}
        found.append((label, {"parameters": values | base.parameters}))
    return found
