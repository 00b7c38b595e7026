"""A user's CSV file: encoding, separator and decimal comma are found, headings may be Finnish.

Every bad row is named with its line and reason; nothing of a file with a mistake is used.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from charset_normalizer import from_bytes
from pydantic import BaseModel, ValidationError

from .errors import Complaint, InputError, cut, nearest
from .facts import FACTS, text_rows
from .wording import expected_of, found_and_expected

MOST_BYTES = 50_000_000
SEPARATORS = ",;\t|"
EMPTY = {"", "-", "–", "na", "n/a", "nan", "null", "none", "ei tietoa", "unknown"}
NUMBER = re.compile(r"[-+]?[\d\s.,']*\d[\d\s.,']*")
Row = TypeVar("Row", bound=BaseModel)


class CsvTable(NamedTuple, Generic[Row]):
    """A file read: what was understood of it, as text and in shape, and what is wrong with it."""

    columns: list[str]
    cells: dict[int, dict[str, str]]
    """By line, text by our names of the columns."""
    shaped: dict[int, Row]
    """By line, the rows in which nothing is wrong by themselves."""
    encoding: str
    separator: str
    ignored: list[str]
    complaints: list[Complaint]

    @property
    def rows(self) -> list[Row]:
        """The rows in which nothing is wrong, in the file's order."""
        return list(self.shaped.values())


def headings(table: str) -> dict[str, tuple[str, ...]]:
    """Return the headings that stand for each of our columns of a table (facts/headings.csv)."""
    listed = text_rows(FACTS / "headings.csv")
    return {r["column"]: tuple(r["words"].split("|")) for r in listed if r["table"] == table}


def plain_heading(heading: str) -> str:
    """Return a heading without case, accents, units in brackets and punctuation.

    >>> plain_heading(" Henkilöstömäärä (kpl)"), plain_heading("Turnover, EUR")
    ('henkilostomaara', 'turnovereur')
    """
    bare = re.sub(r"[\(\[].*?[\)\]]", "", heading)
    letters = unicodedata.normalize("NFKD", bare.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)


def read_table(
    path: Path, known: Mapping[str, tuple[str, ...]], shape: type[Row], numbers: set[str]
) -> CsvTable[Row]:
    """Return a CSV file's known columns; a row that does not fit the heading is left out.

    ``known`` are headings by our name of a column, ``numbers`` the columns of numbers. InputError
    tells of a file that cannot be read; what else is wrong is among the table's complaints.
    """
    text, encoding = decoded(path)
    separator = separator_of(text)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        records = [(reader.line_num, record) for record in reader]
    except csv.Error as error:
        complaint = Complaint(path, "", f"{error}", "a whole CSV file", reader.line_num)
        raise InputError([complaint]) from None
    filled = [(line, record) for line, record in records if any(cell.strip() for cell in record)]
    if len(filled) < 2:
        raise InputError([Complaint(path, "", "no rows", "a heading and at least one row")])
    head_line, head = filled[0]
    synonyms = {plain_heading(word): name for name, words in known.items() for word in words}
    columns = [synonyms.get(plain_heading(cell), "") for cell in head]
    ignored = [cell.strip() for cell, name in zip(head, columns, strict=True) if not name]
    table = CsvTable[Row]([], {}, {}, encoding, separator, ignored, [])
    for cell, name in zip(head, columns, strict=True):
        if name in table.columns:
            found = f"a second column of {name}"
            table.complaints.append(Complaint(path, cell.strip(), found, "one", head_line))
        elif name:
            table.columns.append(name)
    for name, field in shape.model_fields.items():
        if field.is_required() and name not in columns:
            spellings = [spelling for spelling, of in synonyms.items() if of == name]
            near = nearest(plain_heading(ignored[0]), spellings) if ignored else name
            expected = f"a heading such as {near}"
            table.complaints.append(Complaint(path, name, "column is missing", expected, 1))
    for line, record in filled[1:]:
        if len(record) != len(head):
            found = f"{len(record)} cells"
            expected = f"{len(head)}, as in the heading (quotes around text with {separator!r})"
            table.complaints.append(Complaint(path, "", found, expected, line))
            continue
        row: dict[str, str] = {}
        for name, cell in zip(columns, record, strict=True):
            row.setdefault(name, cell.strip())
        row.pop("", None)
        table.cells[line] = row
        _shape(table, path, line, shape, numbers)
    return table


def _shape(
    table: CsvTable[Row], path: Path, line: int, shape: type[Row], numbers: set[str]
) -> None:
    """Put a line into its shape, or complain about each cell that is not in it."""
    row = table.cells[line]
    values = {
        name: number_of(text) if name in numbers else text
        for name, text in row.items()
        if text.casefold() not in EMPTY
    }
    try:
        table.shaped[line] = shape.model_validate(values, strict=False)
    except ValidationError as error:
        wrong = [_complaint(one, path, row, line) for one in error.errors(include_url=False)]
        table.complaints.extend(one for one in wrong if one.key in table.columns)


def told_twice(
    values: Iterable[tuple[int, Any, Any]], path: Path, key: str, expected: str
) -> list[Complaint]:
    """Complain about values that stand in two lines: (line, as compared, as it is shown)."""
    before: dict[Any, int] = {}
    complaints = []
    for line, value, shown in values:
        if value in before:
            found = f"{shown!r} stands in line {before[value]} too"
            complaints.append(Complaint(path, key, found, expected, line))
        before.setdefault(value, line)
    return complaints


def refuse(complaints: list[Complaint]) -> None:
    """Raise InputError with complaints in the order of the file's lines, if there are any."""
    if complaints:
        raise InputError(sorted(complaints, key=lambda complaint: complaint.line or 0))


def decoded(path: Path) -> tuple[str, str]:
    """Return a file's text and its encoding: UTF-8 if it can be, else the likeliest."""
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            raw = file.read(MOST_BYTES + 1) if size <= MOST_BYTES else b""
    except OSError as error:
        found = error.strerror or "cannot be read"
        raise InputError([Complaint(path, "", found, "a CSV file")]) from None
    if max(size, len(raw)) > MOST_BYTES:
        found, expected = f"{max(size, len(raw)):,} bytes", f"at most {MOST_BYTES:,}"
        raise InputError([Complaint(path, "", found, expected)])
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = "not text (a spreadsheet?)"
        raise InputError([Complaint(path, "", found, "a CSV file: save it as CSV first")])
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    best = from_bytes(raw, cp_isolation=["cp1252", "utf_16"]).best()
    if best is None:
        raise InputError([Complaint(path, "", "no known encoding", "UTF-8 text")])
    return str(best), best.encoding


def separator_of(text: str) -> str:
    """Return what stands between the cells.

    >>> separator_of("kunta;liikevaihto\\nKajaani;12,5\\n")
    ';'
    """
    sample = text[:20_000]
    try:
        return csv.Sniffer().sniff(sample, SEPARATORS).delimiter
    except csv.Error:
        head = sample.splitlines()[0] if sample else ""
        return max(SEPARATORS, key=head.count)


def number_of(text: str) -> str:
    """Return a number with a decimal point, without separators of thousands; else the text.

    A single comma or point followed by three digits separates thousands only if it stands twice or
    beside the other one; "1.234" alone is ambiguous and kept as it is read in English.

    >>> [number_of(text) for text in ("12,5", "1 234,50", "1.234,50", "1,234.50", "12 000 €")]
    ['12.5', '1234.50', '1234.50', '1234.50', '12000']
    """
    bare = re.sub(r"[\s\u00a0\u202f'’]", "", text)
    bare = re.sub(r"(?i)(€|eur|euroa)$", "", bare).replace("−", "-")
    if not re.fullmatch(r"[-+]?[\d.,]+", bare):
        return text
    if "," in bare and "." in bare:
        decimal = max(",.", key=bare.rindex)
        thousands = "," if decimal == "." else "."
        return bare.replace(thousands, "").replace(decimal, ".")
    if bare.count(",") > 1 or bare.count(".") > 1:
        return bare.replace(",", "").replace(".", "")
    return bare.replace(",", ".")


def _complaint(error: Any, path: Path, row: dict[str, str], line: int) -> Complaint:
    key = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "missing":
        return Complaint(path, key, "empty", "a value", line)
    if error["type"] == "value_error":
        return Complaint(path, key, *found_and_expected(error), line)
    return Complaint(path, key, cut(repr(row.get(key, "")), 70), expected_of(error), line)
