"""A study's folder: whole parts of tables, and the page that says which parts belong to it.

A part is written under a temporary name in its folder, forced to disk and then renamed, so a torn
part never carries its final name. ``outcomes`` is written last: a block that has it is finished.

TalkootError
└── StoreError      the folder of a study cannot be used as asked
"""

import json
import os
import re
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talkoot.scenarios.errors import TalkootError

from .plan import Block

if TYPE_CHECKING:
    import pandas as pd

TABLES = ("places", "months", "members", "outcomes")  # in the order of writing
STUDY_FILE = "study.json"
PART = re.compile(r"outcomes-(\d+)-(\d+)-([0-9a-f]{16})\.parquet")


class StoreError(TalkootError):
    """The folder of a study cannot be used as asked."""


def part_path(folder: Path, table: str, block: Block) -> Path:
    """Return where a block's part of a table is kept."""
    name = f"{table}-{block.first:07d}-{block.last:07d}-{block.key}.parquet"
    return folder / "parts" / name


def tables_of(block: Block) -> tuple[str, ...]:
    """Return the tables that a block has; only the first has the map."""
    return TABLES if block.first == 0 else TABLES[1:]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that its name never stands on half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{uuid.uuid4().hex}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_block(folder: Path, block: Block, tables: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep a block's tables, ``outcomes`` last."""
    for table in tables_of(block):
        write_whole(part_path(folder, table, block), as_parquet(table, tables[table]))


def as_parquet(table: str, columns: Mapping[str, Any]) -> bytes:
    """Return a table as the bytes of a Parquet file; the metrics of ``months`` as float32."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrays = {name: pa.array(values) for name, values in columns.items()}
    for name, array in arrays.items():
        if pa.types.is_null(array.type):  # no row, so nothing tells that it is text
            arrays[name] = array.cast(pa.string())
        elif table == "months" and pa.types.is_float64(array.type):
            arrays[name] = array.cast(pa.float32(), safe=False)
    text = [name for name, array in arrays.items() if pa.types.is_string(array.type)]
    sink = pa.BufferOutputStream()
    options = {"compression": "zstd", "use_dictionary": text, "write_page_checksum": True}
    pq.write_table(pa.table(arrays), sink, **options)
    return bytes(sink.getvalue().to_pybytes())


def is_finished(folder: Path, block: Block) -> bool:
    """Tell whether all of a block's parts are there and can be read whole, checksums included."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        for table in reversed(tables_of(block)):
            pq.read_table(part_path(folder, table, block), page_checksum_verification=True)
    except (OSError, pa.ArrowException):
        return False
    return True


def blocks_on_disk(folder: Path) -> list[Block]:
    """Return every block whose last table is in the folder, of this configuration or another."""
    names = sorted(path.name for path in (folder / "parts").glob("outcomes-*.parquet"))
    found = [match for name in names if (match := PART.fullmatch(name))]
    return [Block(int(match[1]), int(match[2]), match[3]) for match in found]


def write_study(folder: Path, study: Mapping[str, Any], blocks: Sequence[Block]) -> None:
    """Write the page of a study: its configuration, provenance and the blocks that belong to it."""
    page = {**study, "blocks": [block._asdict() for block in blocks]}
    text = json.dumps(page, indent=1, ensure_ascii=False) + "\n"
    write_whole(folder / STUDY_FILE, text.encode())


def read_study(folder: Path) -> dict[str, Any]:
    """Return the page of a study: config, provenance, blocks."""
    path = folder / STUDY_FILE
    try:
        page = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{folder}: no study here; `talkoot compare` makes one") from None
    except (ValueError, OSError) as error:
        raise StoreError(f"{path}: cannot be read ({error}); run the study again") from None
    return dict(page)


def finished_blocks(folder: Path) -> list[Block]:
    """Return the study's blocks that have their last table, in order of replication."""
    listed = [Block(**block) for block in read_study(folder)["blocks"]]
    there = set(blocks_on_disk(folder))
    return sorted(block for block in listed if block in there)


def read(folder: Path, table: str) -> "pd.DataFrame":
    """Return a table of the present study, sorted by policy (configured order) and replication."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    parts = [block for block in finished_blocks(folder) if table in tables_of(block)]
    if not parts:
        raise StoreError(f"{folder}: no finished part of {table!r} (tables: {', '.join(TABLES)})")
    try:
        pieces = [
            pq.read_table(part_path(folder, table, block), page_checksum_verification=True)
            for block in parts
        ]
    except (OSError, pa.ArrowException) as error:
        raise StoreError(f"{folder}: a part is damaged; run the study again ({error})") from None
    frame: pd.DataFrame = pa.concat_tables(pieces).to_pandas()
    if "policy" not in frame:
        return frame
    order = [policy["name"] for policy in read_study(folder)["config"]["policies"]]
    rank = frame["policy"].map({name: k for k, name in enumerate(order)})
    by = frame.assign(_rank=rank).sort_values(["_rank", "replication"], kind="stable")
    return by.drop(columns="_rank").reset_index(drop=True)
