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

from .errors import Complaint, InputError, nearest

MOST_BYTES = 50_000_000
SEPARATORS = ",;\t|"
EMPTY = {"", "-", "–", "na", "n/a", "nan", "null", "none", "ei tietoa", "unknown"}
NUMBER = re.compile(r"[-+]?[\d\s.,']*\d[\d\s.,']*")
Row = TypeVar("Row", bound=BaseModel)


class TextTable(NamedTuple):
    """A table as text: known columns by our names, and the line of each row in the file."""

    columns: list[str]
    rows: list[dict[str, str]]
    lines: list[int]
    encoding: str
    separator: str
    ignored: list[str]


def plain(heading: str) -> str:
    """Return a heading without case, accents, units in brackets and punctuation.

    >>> plain(" Henkilöstömäärä (kpl)"), plain("Turnover, EUR")
    ('henkilostomaara', 'turnovereur')
    """
    bare = re.sub(r"[\(\[].*?[\)\]]", "", heading)
    letters = unicodedata.normalize("NFKD", bare.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)


def read_text(path: Path, synonyms: Mapping[str, str]) -> TextTable:
    """Return a CSV file's known columns as text; ``synonyms`` maps plain headings to our names.

    Raises
    ------
    InputError
        The file cannot be read, has no rows, or has a column twice.
    """
    text, encoding = decoded(path)
    separator = separator_of(text)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        records = [(reader.line_num, record) for record in reader]
    except csv.Error as error:
        told = Complaint(str(path), "", f"{error}", "a whole CSV file", reader.line_num)
        raise InputError([told]) from None
    filled = [(line, record) for line, record in records if any(cell.strip() for cell in record)]
    if len(filled) < 2:
        raise InputError([Complaint(str(path), "", "no rows", "a heading and at least one row")])
    head_line, head = filled[0]
    columns = [synonyms.get(plain(cell), "") for cell in head]
    complaints = [
        Complaint(str(path), head[k].strip(), f"a second column of {name}", "one", head_line)
        for k, name in enumerate(columns)
        if name and name in columns[:k]
    ]
    for line, record in filled[1:]:
        if len(record) != len(head):
            found = f"{len(record)} cells"
            expected = f"{len(head)}, as in the heading (quotes around text with {separator!r})"
            complaints.append(Complaint(str(path), "", found, expected, line))
    if complaints:
        raise InputError(complaints)
    rows = [
        {name: cell.strip() for name, cell in zip(columns, record, strict=True) if name}
        for _, record in filled[1:]
    ]
    ignored = [cell.strip() for cell, name in zip(head, columns, strict=True) if not name]
    lines = [line for line, _ in filled[1:]]
    return TextTable([c for c in columns if c], rows, lines, encoding, separator, ignored)


def decoded(path: Path) -> tuple[str, str]:
    """Return a file's text and its encoding: UTF-8 if it can be, else the likeliest."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        found = error.strerror or "cannot be read"
        raise InputError([Complaint(str(path), "", found, "a CSV file")]) from None
    if len(raw) > MOST_BYTES:
        raise InputError([Complaint(str(path), "", f"{len(raw):,} bytes", "below 50 MB")])
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
) -> tuple[list[Row], list[Complaint]]:
    """Return the rows in their shape and a complaint for each cell that is not in it."""
    found: list[Row] = []
    complaints: list[Complaint] = []
    for line, row in zip(table.lines, table.rows, strict=True):
        cells: dict[str, Any] = {
            name: number_of(text) if name in numbers else text
            for name, text in row.items()
            if text.casefold() not in EMPTY
        }
        try:
            found.append(shape.model_validate(cells, strict=False))
        except ValidationError as error:
            complaints += [
                _complaint(wrong, path, row, line) for wrong in error.errors(include_url=False)
            ]
    return found, complaints


def _complaint(wrong: Any, path: Path, row: dict[str, str], line: int) -> Complaint:
    key = str(wrong["loc"][0]) if wrong["loc"] else ""
    if wrong["type"] == "missing":
        return Complaint(str(path), key, "empty", "a value", line)
    if wrong["type"] == "value_error":
        found, _, expected = str(wrong["ctx"]["error"]).partition("; ")
        word = found.split(" ")[0]
        key = key or (word if word in row else "")
        return Complaint(str(path), key, found, expected or "a possible value", line)
    expected = wrong["msg"].removeprefix("Input should be ").removeprefix("String should ")
    expected = expected.split(", unable")[0]
    return Complaint(str(path), key, repr(row.get(key, "")), expected, line)


def missing_columns(
    table: TextTable, path: Path, needed: tuple[str, ...], synonyms: Mapping[str, str]
) -> list[Complaint]:
    """Return a complaint for each needed column that no heading stands for."""
    spellings = {name: [s for s, n in synonyms.items() if n == name] for name in needed}
    told = []
    for name in needed:
        if name not in table.columns:
            near = nearest(plain(table.ignored[0]), spellings[name]) if table.ignored else name
            told.append(
                Complaint(str(path), name, "column is missing", f"a heading such as {near}", 1)
            )
    return told
