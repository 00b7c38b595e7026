"""The ledger needs no checksum of its own: no flipped bit changes unseen what counts."""

import json
from dataclasses import asdict

from talkoot.sim.experiment.store.folder import damaged
from talkoot.sim.experiment.store.ledger import LEDGER, add_line, read_ledger
from talkoot.sim.experiment.store.parts import PARTS, Part, files_of, part_id, write_files

UNITS = {"0123456789abcdef": [[0, 4], [7, 7]]}
CONTENTS = {"months": b"of months", "outcomes": b"of outcomes"}


def kept(folder):
    """Keep a part of two files and one without units, and return the first."""
    (folder / PARTS).mkdir()
    name = part_id(UNITS)
    part = Part(name, UNITS, files_of(name, CONTENTS), 1.5)
    write_files(folder, part.files, CONTENTS)
    add_line(folder, asdict(part))
    add_line(folder, asdict(Part("f" * 16, {}, (), 0.5)))
    return part


def test_a_flipped_bit_of_the_ledger_is_seen_or_decides_nothing(tmp_path):
    part = kept(tmp_path)
    sound = (tmp_path / LEDGER).read_bytes()
    seen = 0
    for place in range(sound.index(b"\n") + 1):
        for bit in range(8):
            flipped = bytearray(sound)
            flipped[place] ^= 1 << bit
            (tmp_path / LEDGER).write_bytes(flipped)
            ledger = read_ledger(tmp_path)
            if ledger.damaged or damaged(tmp_path, ledger.parts.values()):
                seen += 1
                continue
            read = ledger.parts[part.id]
            assert (read.units, read.files) == (part.units, part.files), flipped
    assert seen > 0.95 * 8 * place  # the rest are digits of the seconds


def test_a_torn_ledger_costs_its_last_line_only(tmp_path):
    part = kept(tmp_path)
    sound = (tmp_path / LEDGER).read_bytes()
    for end in range(sound.index(b"\n") + 1, len(sound)):
        (tmp_path / LEDGER).write_bytes(sound[:end])
        ledger = read_ledger(tmp_path)
        assert list(ledger.parts) == [part.id]
        assert ledger.damaged == (() if sound[:end].endswith(b"\n") else (2,))


def test_a_part_that_is_called_by_what_another_holds_does_not_count(tmp_path):
    part = kept(tmp_path)
    entry = json.loads((tmp_path / LEDGER).read_bytes().splitlines()[0])
    entry["units"] = {"0123456789abcdef": [[0, 5]]}
    (tmp_path / LEDGER).write_text(json.dumps(entry) + "\n")
    assert part.id == entry["id"] and read_ledger(tmp_path).damaged == (1,)
