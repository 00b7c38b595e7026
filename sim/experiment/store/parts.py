"""A part: what one worker computed at a stretch, one Parquet file per table.

A file is written under a temporary name in its folder, forced to disk and then renamed, so that no
name ever stands on half a file. ``outcomes`` comes last. The ledger says which parts count.
"""

import hashlib
import json
import os
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from talkoot.scenarios.question_compare import Table

from .fields import field_of

Ranges = list[list[int]]  # first and last replication, both included
Contents = Mapping[str, bytes]  # Parquet by table
TABLES = tuple(table.value for table in Table)
FAILURES = "failures"
PARTS = "parts"
OF_SCENARIO = "scenario"


@dataclass(frozen=True)
class File:
    """A file as it was written."""

    name: str  # <table>-<part>.parquet
    bytes: int
    sha256: str

    @property
    def table(self) -> str:
        """Name of the table."""
        return self.name.partition("-")[0]


@dataclass(frozen=True)
class Part:
    """What the ledger knows of a part."""

    id: str  # follows from units, so that neither can change unseen (`part_id`)
    units: dict[str, Ranges]  # replications by key of their scenario
    files: tuple[File, ...]
    seconds: float  # that the work took


def part_id(units: Mapping[str, Ranges]) -> str:
    """Return the name of a part: it follows from what the part holds."""
    return hashlib.sha256(json.dumps(units, sort_keys=True).encode()).hexdigest()[:16]


def ranges_of(numbers: Iterable[int]) -> Ranges:
    """Return ascending numbers as ranges.

    >>> ranges_of([0, 1, 2, 5])
    [[0, 2], [5, 5]]
    """
    found: Ranges = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def as_parquet(table: str, columns: Mapping[str, Any], about: Mapping[str, Any]) -> bytes:
    """Return a table as the bytes of a Parquet file; the metrics of ``months`` as float32.

    ``about`` goes into the file's metadata under the key ``talkoot``, as JSON; each field's
    metadata tells its ``unit`` and ``meaning``.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrays = {name: pa.array(values) for name, values in columns.items()}
    for name, array in arrays.items():
        # without a row nothing tells that it is text; pandas has text as large strings
        if pa.types.is_null(array.type) or pa.types.is_large_string(array.type):
            arrays[name] = array.cast(pa.string())
        elif table == "months" and pa.types.is_float64(array.type):
            arrays[name] = array.cast(pa.float32(), safe=False)
    text = [name for name, array in arrays.items() if pa.types.is_string(array.type)]
    told = [(name, array.type, field_of(table, name)) for name, array in arrays.items()]
    fields = [
        pa.field(name, kind, metadata=known and {"unit": known.unit, "meaning": known.meaning})
        for name, kind, known in told
    ]
    schema = pa.schema(fields, metadata={"talkoot": json.dumps(about)})
    sink = pa.BufferOutputStream()
    whole = pa.table(list(arrays.values()), schema=schema)
    pq.write_table(whole, sink, compression="zstd", use_dictionary=text)
    return bytes(sink.getvalue().to_pybytes())


def file_of(name: str, content: bytes) -> File:
    """Return how a file with this content is remembered."""
    return File(name, len(content), hashlib.sha256(content).hexdigest())


def files_of(part: str, contents: Contents) -> tuple[File, ...]:
    """Return how the files of a part are called and what they hold."""
    return tuple(file_of(f"{table}-{part}.parquet", made) for table, made in contents.items())


def write_files(folder: Path, files: Iterable[File], contents: Contents) -> None:
    """Put a part's files into a study's folder."""
    for file in files:
        write_whole(folder / PARTS / file.name, contents[file.table], force_folder=False)
    force(folder / PARTS)


def is_whole(folder: Path, file: File) -> bool:
    """Tell whether a file is in a folder as it was written, to the bit."""
    path = folder / file.name
    try:
        if path.stat().st_size != file.bytes:
            return False
        with path.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest() == file.sha256
    except OSError:
        return False


def write_whole(path: Path, content: bytes, *, force_folder: bool = True) -> None:
    """Write a file so that its name never stands on half of it, not even when the power fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:  # a full disk does not say by itself where
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)
    if force_folder:
        force(path.parent)


def force(folder: Path) -> None:
    """Force the names in a folder to disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
