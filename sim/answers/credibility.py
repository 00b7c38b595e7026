"""The credibility card: how far the simulation can be trusted, factor by factor.

After NASA-STD-7009A, with its scale from 0 (insufficient) to 4; the facts are read from the code,
the parameter table and the last full validation (``sim/evidence/validated.csv``).
"""

import csv
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from talkoot.agents.parameters import ABOUT
from talkoot.sim.evidence.targets import TARGETS
from talkoot.sim.evidence.variants import admissible_sets, transports

from .robustness import Robustness
from .three_words import EQUAL, STANDS, TURNED, UNTOLD

VALIDATED = Path(str(files("talkoot.sim.evidence"))) / "validated.csv"


class Factor(NamedTuple):
    """One line of the card."""

    factor: str
    level: int
    why: str


VERIFICATION = Factor(
    "Verification",
    3,
    "A second implementation agrees bit for bit, the books close to half a cent, and relations "
    "that must hold are shown to break on planted faults, in every test run. Nobody outside the "
    "project has verified it.",
)
USE = Factor(
    "Use",
    1,
    "For weighing facilitation models before money is spent, and for planning evaluations. No "
    "decision has rested on it yet; it does not reconstruct what happened in a given network.",
)
CHANCE_ONLY = (
    "Intervals cover chance only: which entrepreneurs, which draws. Parameters are at one point."
)


def card(robust: Robustness | None = None) -> list[Factor]:
    """Return the card of the model, or of one study with what other worlds say of it."""
    carried = (
        f"Intervals cover chance; {len(admissible_sets())} admissible parameter sets carry what "
        "the targets leave open. The form of the rules is taken as given."
    )
    uncertainty = (2, carried) if robust else (1, CHANCE_ONLY)
    return [
        _pedigree(),
        VERIFICATION,
        _validation(),
        Factor("Uncertainty", *uncertainty),
        _robustness(robust),
        USE,
    ]


def _pedigree() -> Factor:
    counts = Counter(about.status for about in ABOUT.values())
    read = sum(target.mark == "S" for target in TARGETS)
    return Factor(
        "Data pedigree",
        2,
        f"Of {len(ABOUT)} parameters {counts['evidence']} are read in sources, "
        f"{counts['calibrated']} calibrated, {counts['assumed']} assumed; {read} of {len(TARGETS)} "
        "targets were read in their source, the rest derived or second-hand. Settlements and "
        "registers are real.",
    )


def _validation() -> Factor:
    parts: dict[str, list[dict[str, str]]] = {}
    for row in validated():
        parts.setdefault(row["id"], []).append(row)
    failing = [id for id, rows in parts.items() if any(r["verdict"] != "holds" for r in rows)]
    emergent = [id for id, rows in parts.items() if all(r["role"] == "emergent" for r in rows)]
    fails = f" Not in band: {', '.join(failing)}." if failing else ""
    return Factor(
        "Validation",
        2,
        f"{len(parts) - len(failing)} of {len(parts)} targets lie in their bands; neither put in "
        f"nor calibrated: {', '.join(emergent) or 'none'}.{fails} They are registers and trials "
        "elsewhere: no causal estimate of the case exists.",
    )


def _robustness(robust: Robustness | None) -> Factor:
    asked = (
        f"two theories, {len(transports())} transports and {len(admissible_sets())} admissible sets"
    )
    if robust is None:
        return Factor("Robustness", 1, f"To be asked of each study: {asked}.")
    pairs, same, turned = len(robust.contrasts), robust.pairs(STANDS, EQUAL), robust.pairs(TURNED)
    level = 1 if not same + turned else 3 if same == pairs else 2
    others = f"with {robust.replications} replications in each the other {robust.pairs(UNTOLD)}"
    untold = f"; {others} cannot be told" if robust.pairs(UNTOLD) else ""
    return Factor(
        "Robustness",
        level,
        f"Over {asked}, {same} of {pairs} pairs of policies stand or are equal in every world, "
        f"{turned} turned{untold}.",
    )


def validated() -> list[dict[str, str]]:
    """Return the last full validation, a row per target (`talkoot validate write=true`)."""
    return list(csv.DictReader(VALIDATED.read_text("utf-8").splitlines()))
