"""A user's CSV file: encoding, separator and decimal comma are found, headings may be Finnish.

Every bad row is named with its line and reason; nothing of a file with a mistake is used.
"""

import csv
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from charset_normalizer import from_bytes
from pydantic import BaseModel, ValidationError

from .errors import Complaint, InputError, cut, nearest
from .wording import expected_of, found_and_expected

MOST_BYTES = 50_000_000
SEPARATORS = ",;\t|"
EMPTY = {"", "-", "–", "na", "n/a", "nan", "null", "none", "ei tietoa", "unknown"}
NUMBER = re.compile(r"[-+]?[\d\s.,']*\d[\d\s.,']*")
Row = TypeVar("Row", bound=BaseModel)


class TextTable(NamedTuple):
    """A table as text: known columns by our names, the line of each row, what is wrong so far."""

    columns: list[str]
    rows: list[dict[str, str]]
    lines: list[int]
    encoding: str
    separator: str
    ignored: list[str]
    complaints: list[Complaint]


def plain_heading(heading: str) -> str:
    """Return a heading without case, accents, units in brackets and punctuation.

    >>> plain_heading(" Henkilöstömäärä (kpl)"), plain_heading("Turnover, EUR")
    ('henkilostomaara', 'turnovereur')
    """
    bare = re.sub(r"[\(\[].*?[\)\]]", "", heading)
    letters = unicodedata.normalize("NFKD", bare.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)


def read_text(path: Path, synonyms: Mapping[str, str], needed: tuple[str, ...]) -> TextTable:
    """Return a CSV file's known columns as text.

    Rows that do not fit the heading are complained about and left out, so that the others can be
    judged in the same round.

    Parameters
    ----------
    synonyms : our name of a column by the plain heading it may have
    needed : our names of the columns that must be there

    Raises
    ------
    InputError
        The file cannot be read, or has no rows.
    """
    text, encoding = decoded(path)
    separator = separator_of(text)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        records = [(reader.line_num, record) for record in reader]
    except csv.Error as error:
        complaint = Complaint(str(path), "", f"{error}", "a whole CSV file", reader.line_num)
        raise InputError([complaint]) from None
    filled = [(line, record) for line, record in records if any(cell.strip() for cell in record)]
    if len(filled) < 2:
        raise InputError([Complaint(str(path), "", "no rows", "a heading and at least one row")])
    head_line, head = filled[0]
    columns = [synonyms.get(plain_heading(cell), "") for cell in head]
    ignored = [cell.strip() for cell, name in zip(head, columns, strict=True) if not name]
    complaints = []
    for k, name in enumerate(columns):
        if name and name in columns[:k]:
            found = f"a second column of {name}"
            complaints.append(Complaint(str(path), head[k].strip(), found, "one", head_line))
            columns[k] = ""
    complaints += _missing(columns, ignored, path, synonyms, needed)
    rows, lines = [], []
    for line, record in filled[1:]:
        if len(record) != len(head):
            found = f"{len(record)} cells"
            expected = f"{len(head)}, as in the heading (quotes around text with {separator!r})"
            complaints.append(Complaint(str(path), "", found, expected, line))
            continue
        rows.append({n: cell.strip() for n, cell in zip(columns, record, strict=True) if n})
        lines.append(line)
    known = [name for name in columns if name]
    return TextTable(known, rows, lines, encoding, separator, ignored, complaints)


def _missing(
    columns: list[str],
    ignored: list[str],
    path: Path,
    synonyms: Mapping[str, str],
    needed: tuple[str, ...],
) -> list[Complaint]:
    """Return a complaint for each needed column that no heading stands for."""
    complaints = []
    for name in needed:
        if name not in columns:
            spellings = [spelling for spelling, of in synonyms.items() if of == name]
            near = nearest(plain_heading(ignored[0]), spellings) if ignored else name
            expected = f"a heading such as {near}"
            complaints.append(Complaint(str(path), name, "column is missing", expected, 1))
    return complaints


def decoded(path: Path) -> tuple[str, str]:
    """Return a file's text and its encoding: UTF-8 if it can be, else the likeliest."""
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            raw = file.read(MOST_BYTES + 1) if size <= MOST_BYTES else b""
    except OSError as error:
        found = error.strerror or "cannot be read"
        raise InputError([Complaint(str(path), "", found, "a CSV file")]) from None
    if max(size, len(raw)) > MOST_BYTES:
        found, expected = f"{max(size, len(raw)):,} bytes", f"at most {MOST_BYTES:,}"
        raise InputError([Complaint(str(path), "", found, expected)])
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        found = "not text (a spreadsheet?)"
        raise InputError([Complaint(str(path), "", found, "a CSV file: save it as CSV first")])
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    best = from_bytes(raw, cp_isolation=["cp1252", "utf_16"]).best()
    if best is None:
        raise InputError([Complaint(str(path), "", "no known encoding", "UTF-8 text")])
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


def rows_in_shape(
    table: TextTable, path: Path, shape: type[Row], numbers: set[str]
) -> tuple[list[Row | None], list[Complaint]]:
    """Return each row in its shape, or None and a complaint for each cell that is not in it."""
    shaped: list[Row | None] = []
    complaints: list[Complaint] = []
    for line, row in zip(table.lines, table.rows, strict=True):
        cells: dict[str, Any] = {
            name: number_of(text) if name in numbers else text
            for name, text in row.items()
            if text.casefold() not in EMPTY
        }
        try:
            shaped.append(shape.model_validate(cells, strict=False))
        except ValidationError as error:
            shaped.append(None)
            of_row = [_complaint(one, path, row, line) for one in error.errors(include_url=False)]
            complaints += [complaint for complaint in of_row if complaint.key in table.columns]
    return shaped, complaints


def in_order(complaints: list[Complaint]) -> list[Complaint]:
    """Return complaints in the order of the file's lines."""
    return sorted(complaints, key=lambda complaint: complaint.line or 0)


def _complaint(error: Any, path: Path, row: dict[str, str], line: int) -> Complaint:
    key = str(error["loc"][0]) if error["loc"] else ""
    if error["type"] == "missing":
        return Complaint(str(path), key, "empty", "a value", line)
    if error["type"] == "value_error":
        return Complaint(str(path), key, *found_and_expected(error), line)
    return Complaint(str(path), key, cut(repr(row.get(key, "")), 70), expected_of(error), line)
