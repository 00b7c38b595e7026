"""Lists of entrepreneurs as spreadsheets save them, with one cell changed or broken."""

import csv
import io
from typing import NamedTuple

from hypothesis import strategies as st

from talkoot.scenarios.roster import HEADINGS

TOWNS = ("Kajaani", "Kuhmo", "Sotkamo", "Suomussalmi")
SOUND = {
    "settlement": st.sampled_from([*TOWNS, "kajaani", " KUHMO "]),
    "sector": st.sampled_from(["kauppa", "4711", "I 56.10", "Taksiliikenne", "trade"]),
    "founded": st.sampled_from(["1998", "2009-03-12", "12.3.2009", "", "-"]),
    "employees": st.sampled_from(["0", "3", "9", "", "n/a"]),
    "turnover_eur": st.sampled_from(["50000", "412 000", "31500,5", ""]),
    "owner_age": st.sampled_from(["45", "61", ""]),
    "spare_hours": st.sampled_from(["0.5", "20", "12,5", ""]),
    "exporting": st.sampled_from(["kyllä", "no", "x", ""]),
}
BROKEN = {
    "settlement": ["Atlantis", "Kajani", "123", ""],
    "sector": ["poetry", "00", "Vitamin C", "=cmd|' /C calc'!A0", ""],
    "founded": ["1850", "soon", "2999", "1.1", "-5", "20099"],
    "employees": ["-1", "many", "10001", "2.5", "1e9"],
    "turnover_eur": ["-5", "much", "3", "1e400", "99999999999"],
    "owner_age": ["7", "95", "x", "inf"],
    "spare_hours": ["0", "401", "some", "-1"],
    "exporting": ["maybe", "2", "joskus"],
}
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
MUST = ("settlement", "sector")


class Listed(NamedTuple):
    """A list as bytes; line and column of what is broken in it: a cell, or a second heading."""

    content: bytes
    broken: tuple[int, str] | None


@st.composite
def rosters(draw: st.DrawFn) -> Listed:
    """Draw a list in which at most one cell cannot be used."""
    others = draw(st.lists(st.sampled_from(sorted(SOUND.keys() - set(MUST))), unique=True))
    columns = draw(st.permutations([*MUST, *others]))
    row = st.fixed_dictionaries({column: SOUND[column] for column in columns})
    rows = draw(st.lists(row, min_size=1, max_size=5))
    broken = None
    if draw(st.booleans()):
        k, column = draw(st.integers(0, len(rows) - 1)), draw(st.sampled_from(columns))
        rows[k][column] = draw(st.sampled_from(BROKEN[column]))
        broken = k + 2, column
    head = [draw(st.sampled_from(HEADINGS[column])) for column in columns]
    cells = [[row[c] for c in columns] for row in rows]
    if not broken and draw(st.booleans()):
        head.append(draw(st.sampled_from(HEADINGS[draw(st.sampled_from(columns))])))
        cells = [[*row, "x"] for row in cells]
        broken = 1, head[-1]
    return Listed(saved(draw, head, cells), broken)


def saved(draw: st.DrawFn, head: list[str], rows: list[list[str]]) -> bytes:
    """Return a table as some spreadsheet saves it."""
    text = io.StringIO()
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    separator = draw(st.sampled_from([";", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    writer = csv.writer(text, delimiter=separator, quoting=quoting, lineterminator=end)
    writer.writerows([head, *rows])
    return text.getvalue().encode(draw(st.sampled_from(ENCODINGS)))


@st.composite
def garbled(draw: st.DrawFn) -> bytes:
    """Draw a list in which some bytes are others, too many, or missing."""
    content = bytearray(draw(rosters()).content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        content[at : at + draw(st.integers(0, 2))] = draw(st.binary(max_size=2))
    return bytes(content)
