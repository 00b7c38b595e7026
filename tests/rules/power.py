"""How many small faults in rules their proofs notice: `python -m tests.rules.power` prints it."""

from typing import Any, NamedTuple

from .equivalent import judged
from .mutants import Mutant, is_noticed, mutants
from .proof import Proof, look_at
from .proofs import PROOFS

JUDGED = set(judged())
POINTS = 10
"""At which properties are looked at for each fault: most faults fall to the examples."""


class Power(NamedTuple):
    """What became of the faults planted in one rule."""

    noticed: int
    equivalent: list[Mutant]  # judged by hand to be no faults
    unnoticed: list[Mutant]


def points(proof: Proof) -> list[dict[str, Any]]:
    """Return the points at which the properties are looked at, the same every time."""
    drawn: list[dict[str, Any]] = []
    look_at(proof, POINTS, drawn.append)
    return drawn


def power_of(proof: Proof) -> Power:
    """Plant every small fault in a rule and look who notices."""
    looked_at = points(proof)
    planted = list(mutants(proof))
    missed = [one for one in planted if not is_noticed(proof, one, looked_at)]
    equivalent = [one for one in missed if (one.name, one.change) in JUDGED]
    unnoticed = [one for one in missed if (one.name, one.change) not in JUDGED]
    return Power(len(planted) - len(missed), equivalent, unnoticed)


def main() -> None:
    """Print the figures of all rules, and each fault that nobody noticed."""
    found = {proof.name: power_of(proof) for proof in PROOFS}
    noticed = sum(power.noticed for power in found.values())
    equivalent = sum(len(power.equivalent) for power in found.values())
    unnoticed = [fault for power in found.values() for fault in power.unnoticed]
    planted = noticed + equivalent + len(unnoticed)
    print(f"{len(found)} rules, {planted} faults planted, {equivalent} judged to be none")
    print(f"noticed: {noticed} of {planted - equivalent} = {noticed / (planted - equivalent):.1%}")
    for fault in unnoticed:
        print(f"  {fault.name}: {fault.change}")


if __name__ == "__main__":
    main()
