"""Torn, flipped, lost files are named and computed again; a full or read-only disk is told."""

import os
import random
import re
import subprocess
import sys

import pytest

from talkoot.sim.commands import verb_studies
from talkoot.sim.experiment.store.folder import StoreError
from talkoot.sim.experiment.store.ledger import LEDGER
from talkoot.sim.experiment.store.view import read_all

from .sweeping import HANG_S, ROOT, as_bytes, sweep

ONE = ("engine=threads", "threads=1", "replications=40")


def talkoot(*typed, **given):
    """Run the real command."""
    command = [sys.executable, "-m", "talkoot", *typed]
    return subprocess.run(
        command, cwd=ROOT, text=True, capture_output=True, timeout=HANG_S, check=False, **given
    )


def flip(path, rng):
    """Change one bit of a file; of the ledger in a part's id (test_ledger.py has all)."""
    content = bytearray(path.read_bytes())
    where = content.index(b'"id": "') + 7 if path.name == LEDGER else 0
    content[where + rng.randrange(16 if where else len(content))] ^= 1 << rng.randrange(7)
    path.write_bytes(content)


def tear(path, rng):
    """Leave the first part of a file."""
    path.write_bytes(path.read_bytes()[: rng.randrange(path.stat().st_size)])


def lose(path, rng):
    """Take a file away."""
    path.unlink()


@pytest.mark.parametrize("damage", [flip, tear, lose])
@pytest.mark.parametrize("what", ["outcomes", "months", LEDGER])
def test_damage_is_named_and_only_its_part_computed_again(tmp_path, capsys, damage, what):
    def verified():
        code = verb_studies.main(["verify=true", "study=tiny", f"results={tmp_path}"])
        return code, capsys.readouterr().out

    sweep(tmp_path, "sound", *ONE)
    folder = tmp_path / "tiny"
    expected = as_bytes(tmp_path)
    victims = [folder / LEDGER] if what == LEDGER else sorted(folder.glob(f"parts/{what}-*"))
    rng = random.Random(f"{damage.__name__} {what}")
    damage(rng.choice(victims), rng)

    if (what, damage) != (LEDGER, lose):
        code, said = verified()
        assert code == 1
        assert ("line" if what == LEDGER else f"parts/{what}-") in said
    if what != LEDGER:
        with pytest.raises(StoreError, match=f"damaged: {what}-"):
            read_all(folder, what)

    named = []
    outcome = sweep(tmp_path, "sound", *ONE, damaged=named.extend)
    assert outcome.done == 80
    assert as_bytes(tmp_path) == expected
    assert verified()[0] == 0
    if (what, damage) != (LEDGER, lose):
        assert len(named) == 1


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 288 kB; skipped where nobody may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=288k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def remounted(place, options):
    subprocess.run(["mount", "-o", f"remount,{options}", str(place)], check=True)


REAL = ("compare", "region.firms=40", "months=3", "policies=[pbas]", "seed=1,2", "study=full")


def test_a_full_disk_is_told_and_what_was_finished_stays_readable(small_disk):
    typed = (*REAL, "replications=60", "engine=processes", f"results={small_disk}")
    full = talkoot(*typed)
    assert full.returncode == 1, full.stderr
    assert "cannot write (No space left on device); what was finished is kept" in full.stderr
    assert "Traceback" not in full.stderr
    kept = read_all(small_disk / "full", "outcomes")
    assert 0 < kept.groupby("scenario")["replication"].nunique().sum() < 120
    assert talkoot("studies", "verify=true", "study=full", f"results={small_disk}").returncode == 0

    remounted(small_disk, "size=50m")
    again = talkoot(*typed)
    assert again.returncode == 0, again.stderr
    whole = read_all(small_disk / "full", "outcomes")
    before = whole.merge(kept[["scenario", "replication"]].drop_duplicates())
    assert before[list(kept.columns)].equals(kept)


def test_a_read_only_folder_is_told_and_can_be_read(small_disk):
    typed = (*REAL, "replications=4", "engine=threads", "keep=[outcomes]", f"results={small_disk}")
    assert talkoot(*typed).returncode == 0
    remounted(small_disk, "ro")
    again = talkoot(*typed)
    assert again.returncode == 2
    assert "cannot write here (Read-only file system)" in again.stderr
    assert "Traceback" not in again.stderr
    assert talkoot("studies", "study=full", f"results={small_disk}").returncode == 0
    assert talkoot("studies", "verify=true", "study=full", f"results={small_disk}").returncode == 0


def test_a_disk_too_full_for_tables_and_report_is_told(small_disk):
    typed = (*REAL, "replications=2", "engine=threads", "keep=[outcomes]", f"results={small_disk}")
    assert talkoot(*typed).returncode == 0
    disk = os.statvfs(small_disk)
    used = (disk.f_blocks - disk.f_bfree) * disk.f_frsize
    remounted(small_disk, f"size={used + 16_384}")
    again = talkoot(*typed)
    assert again.returncode == 2
    assert re.search(r"^talkoot: \S+/full/\S+: No space left on device$", again.stderr, re.M)
    assert "Traceback" not in again.stderr
