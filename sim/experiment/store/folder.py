"""A study's folder: what asks for it, which parts it has, and the lock that keeps runs apart.

study.json          configuration, provenance, the command line
scenarios.parquet   one row per scenario
ledger.jsonl        one line per whole part
parts/              <table>-<part>.parquet
.lock               held by the one process that writes
"""

import errno
import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from talkoot.scenarios.errors import TalkootError

from .ledger import LEDGER, add_line, mend, read_ledger
from .parts import PARTS, File, Part, Ranges, as_parquet, file_of, is_whole, write_whole

FORMAT = 5
STUDY_FILE, SCENARIOS_FILE, LOCK_FILE = "study.json", "scenarios.parquet", ".lock"
NO_ROOM = {errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EACCES}
OURS = re.compile(r"\.?[a-z]+-[0-9a-f]{16}\.parquet(\.[0-9a-f]{32}\.tmp)?")


class StoreError(TalkootError):
    """The folder of a study cannot be used as asked."""


class FullError(StoreError):
    """Writing stopped half-way; what was finished is kept."""

    exit_code = 1


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, so that two starts cannot mix; say so if another holds it.

    The lock is the operating system's: it vanishes with the process that holds it, however that
    ends, so there is no stale lock to remove.
    """
    from filelock import FileLock, Timeout

    try:
        (folder / PARTS).mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK_FILE, timeout=0).acquire()
    except Timeout:
        found = f"{folder}: another run is at work in this folder"
        raise StoreError(f"{found}; wait, or choose study=<name>") from None
    except OSError as error:
        raise StoreError(f"{folder}: cannot write here ({error.strerror})") from None
    with lock:
        yield


def is_running(folder: Path) -> bool:
    """Tell whether a process holds the folder's lock now."""
    from filelock import FileLock, Timeout

    if not (folder / LOCK_FILE).exists():
        return False
    try:
        with FileLock(folder / LOCK_FILE, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:  # a folder that cannot be written to has no run in it
        return False


@dataclass
class Store:
    """The parts of a study while it runs; made by ``opened``, which holds the folder's lock."""

    folder: Path
    parts: dict[str, Part]
    redone: list[str] = field(default_factory=list)  # what was damaged, in words

    def add(self, part: Part) -> None:
        """Count a part whose files are whole in the folder."""
        self.parts[part.id] = part  # first: else an interruption here would cost its files
        add_line(self.folder, asdict(part))

    def drop(self, parts: Iterable[Part]) -> None:
        """Count parts no longer, and take their files away."""
        for part in parts:
            add_line(self.folder, {"drop": part.id})
            del self.parts[part.id]
            self._remove(file.name for file in part.files)

    def clear(self) -> None:
        """Take away what workers left half-way when they were stopped."""
        self._remove(unlisted(self.folder, self.parts.values()))

    def _remove(self, names: Iterable[str]) -> None:
        for name in names:
            (self.folder / PARTS / name).unlink(missing_ok=True)


def finished(parts: Iterable[Part]) -> dict[str, Ranges]:
    """Return which replications parts hold, by key of their scenario, ascending."""
    found: dict[str, Ranges] = {}
    for part in parts:
        for key, ranges in part.units.items():
            found.setdefault(key, []).extend(ranges)
    for ranges in found.values():
        ranges.sort()
    return found


@contextmanager
def opened(folder: Path, keep: Iterable[str] = ()) -> Iterator[Store]:
    """Lock a folder and open its store: damaged and unfinished parts are cleared away.

    Parts without a table of ``keep`` are cleared away too: what they hold is computed again. Raise
    StoreError if the folder cannot be used, or writing stopped half-way.
    """
    with alone_in(folder):
        ledger = read_ledger(folder)
        store = Store(folder, ledger.parts)
        try:
            if ledger.damaged:
                mend(folder, store.parts.values())
                store.redone.append(f"{LEDGER}: {len(ledger.damaged)} damaged lines")
            wrong = damaged(folder, store.parts.values())
            store.redone += [f"{PARTS}/{file.name}: missing or damaged" for _, file in wrong]
            store.drop({part.id: part for part, _ in wrong}.values())
            store.drop(lacking(store.parts.values(), set(keep)))
            store.drop(overlapping(store.parts.values()))
            store.clear()
            yield store
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            found = f"{folder}: cannot write ({error.strerror})"
            raise FullError(f"{found}; what was finished is kept") from error
        finally:
            with suppress(OSError):
                store.clear()


def damaged(folder: Path, parts: Iterable[Part]) -> list[tuple[Part, File]]:
    """Return files that are not on disk as they were written, each with its part."""
    listed = [(part, file) for part in parts for file in part.files]
    with ThreadPoolExecutor() as pool:
        whole = pool.map(lambda pair: is_whole(folder / PARTS, pair[1]), listed)
        return [pair for pair, fine in zip(listed, whole, strict=True) if not fine]


def lacking(parts: Iterable[Part], keep: set[str]) -> list[Part]:
    """Return parts without a wanted table; the map belongs to replication 0 only."""
    found = []
    for part in parts:
        has_map = any(ranges[0][0] == 0 for ranges in part.units.values())
        there = {file.table for file in part.files} | (set() if has_map else {"places"})
        if part.units and keep - there:
            found.append(part)
    return found


def overlapping(parts: Iterable[Part]) -> list[Part]:
    """Return parts that hold a replication which an earlier part holds too."""
    listed = list(parts)
    held: dict[str, list[tuple[int, int, int]]] = {}
    for k, part in enumerate(listed):
        for key, ranges in part.units.items():
            held.setdefault(key, []).extend((first, last, k) for first, last in ranges)
    found: set[int] = set()
    for ranges_of_key in held.values():
        end, holder = -1, -1
        for first, last, k in sorted(ranges_of_key):
            if first <= end:
                found.add(max(k, holder))
            if last > end:
                end, holder = last, k
    return [listed[k] for k in sorted(found)]


def unlisted(folder: Path, parts: Iterable[Part]) -> list[str]:
    """Return files of ours in the parts' folder that belong to no part."""
    known = {file.name for part in parts for file in part.files}
    names = sorted(path.name for path in (folder / PARTS).glob("*"))
    return [name for name in names if name not in known and OURS.fullmatch(name)]


def write_study(
    folder: Path,
    about: Mapping[str, Any],
    labels: Sequence[Mapping[str, Any]],
    scenarios: Mapping[str, list[str]],
) -> None:
    """Write the pages of a study: what asks for it, and its scenarios.

    The first never stands beside another line's scenarios, whenever this is interrupted.

    Parameters
    ----------
    about : ``typed``, ``config``, ``replications`` (of each scenario), ``provenance``, ``design``
    labels : what was swept in each scenario, as it was typed
    scenarios : ``scenario`` (its key) and ``changes`` (JSON), a value per scenario
    """
    swept = {column_of(key): _one_type([label[key] for label in labels]) for key in labels[0]}
    number = {"number": list(range(len(labels)))}
    columns = {"scenario": scenarios["scenario"], **number, **swept, **scenarios}
    content = as_parquet("scenarios", columns, {"format": FORMAT})
    page = {
        "format": FORMAT,
        **about,
        "swept": list(swept),
        "scenarios": len(labels),
        "scenarios_file": asdict(file_of(SCENARIOS_FILE, content)),
    }
    path = folder / SCENARIOS_FILE
    if not path.exists() or path.read_bytes() != content:
        (folder / STUDY_FILE).unlink(missing_ok=True)
        write_whole(path, content)
    text = json.dumps(page, indent=1, ensure_ascii=False) + "\n"
    write_whole(folder / STUDY_FILE, text.encode())


def column_of(key: str) -> str:
    """Return the column of a swept key; it stays clear of the table's own.

    >>> column_of("parameters.wage_eur"), column_of("scenario")
    ('parameters.wage_eur', 'scenario_name')
    """
    return f"{key}_name" if key in ("scenario", "number", "changes") else key


def _one_type(values: list[Any]) -> list[Any]:
    """Return values as numbers if all are, else as text."""
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return [float(value) for value in values]
    return [str(value) for value in values]


def read_study(folder: Path) -> dict[str, Any]:
    """Return the page of a comparison or sweep; raise StoreError if there is none."""
    page = read_page(folder)
    if "policies" not in page["config"]:
        raise StoreError(f"{folder}: holds no comparison, but `{shlex.join(page['typed'])}`")
    return page


def read_page(folder: Path) -> dict[str, Any]:
    """Return the page of any study: config, provenance, the command line that asks for it."""
    path = folder / STUDY_FILE
    try:
        page = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise StoreError(f"{folder}: no study here; `talkoot compare` makes one") from None
    except (ValueError, OSError) as error:
        raise StoreError(f"{path}: cannot be read ({error}); run the study again") from None
    if page.get("format") != FORMAT:
        found = f"format {page.get('format', 1)}, this version reads {FORMAT}"
        raise StoreError(f"{path}: {found}; run the study again")
    return dict(page)


def parts_of(folder: Path) -> list[Part]:
    """Return the parts that count, in the order of writing."""
    return list(read_ledger(folder).parts.values())
