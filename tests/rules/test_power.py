"""The proofs have teeth: small faults planted in a rule are noticed by its own row."""

import pytest

from .power import JUDGED, power_of
from .proof import Proof
from .proofs import PROOFS

by_room = {
    room: [proof for proof in PROOFS if proof.name.startswith(f"{room}.")]
    for room in dict.fromkeys(proof.name.partition(".")[0] for proof in PROOFS)
}


@pytest.mark.parametrize("room", by_room)
def test_small_faults_are_noticed(room: str):
    found = [power_of(proof) for proof in by_room[room]]
    unnoticed = [f"{one.name}: {one.change}" for power in found for one in power.unnoticed]
    assert sum(power.noticed for power in found) > 0
    assert not unnoticed, "sharpen the row, or judge it in equivalent.py:\n" + "\n".join(unnoticed)
    stated = {one for one in JUDGED if one[0].startswith(f"{room}.")}
    still = {(one.name, one.change) for power in found for one in power.equivalent}
    assert stated == still, f"judged, but noticed or gone: {stated - still}"


def test_a_row_without_teeth_is_told():
    """Planted: a row that claims too little, so that most faults slip through."""
    sharp = next(proof for proof in PROOFS if proof.name == "trust.trust_after_help")
    toothless = Proof(sharp.rule, (), between=(0.0, 2.0))
    assert power_of(sharp).unnoticed == []
    assert len(power_of(toothless).unnoticed) > power_of(toothless).noticed
