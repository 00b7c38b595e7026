"""One tidy view over all parts of a study: DuckDB joins them with the study's scenarios."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .folder import SCENARIOS_FILE, StoreError, parts_of, read_page, read_study
from .parts import FAILURES, PARTS, TABLES, File, is_whole

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

SCOPES = "['region', 'region_small', 'region_large', 'members', 'members_under_baseline']"
ORDER = {
    "places": ("firm",),
    "months": ("month",),
    "members": ("firm",),
    "outcomes": (f"list_position({SCOPES}, scope)",),
}


def read(folder: Path, table: str, scenario: int = 0) -> "pd.DataFrame":
    """Return a table of one scenario, sorted by policy (configured order) and replication.

    A comparison has one scenario, number 0. `read_all` gives all scenarios of a sweep.
    """
    return read_all(folder, table, scenario).drop(columns="scenario")


def read_all(folder: Path, table: str, scenario: int | None = None) -> "pd.DataFrame":
    """Return a table in its one order; of one scenario (without swept values), or of all."""
    if table not in ORDER:
        raise StoreError(f"{folder}: no table {table!r} (tables: {', '.join(TABLES)})")
    swept = [f'"{name}"' for name in read_study(folder)["swept"]]
    with study_view(folder, [table]) as view:
        if table not in _views(view):
            raise StoreError(f"{folder}: no finished part of {table!r}")
        chosen = "" if scenario is None else f"WHERE scenario = {scenario:d}"
        ranked = [] if table == "places" else ["policy_rank"]
        order = ["scenario", *ranked, *(["replication"] if ranked else []), *ORDER[table]]
        columns = ["scenario", *(swept if scenario is None else [])]
        query = (
            f"SELECT {', '.join(columns)}, * EXCLUDE ({', '.join(['scenario', *swept, *ranked])}) "
            f"FROM {table} {chosen} ORDER BY {', '.join(order)}"
        )
        return _frame(view, query)


def _frame(view: "duckdb.DuckDBPyConnection", query: str) -> "pd.DataFrame":
    return view.sql(query).to_arrow_table().to_pandas()


def scenario_keys(folder: Path) -> list[str]:
    """Return the scenarios' keys, in order of their numbers."""
    return [str(key) for key in _scenarios(folder)["scenario"]]


def _scenarios(folder: Path) -> "pd.DataFrame":
    import pandas as pd

    file = File(**read_page(folder)["scenarios_file"])
    if not is_whole(folder, file):
        raise StoreError(f"{folder / file.name}: missing or damaged; run the study again")
    return pd.read_parquet(folder / file.name)


def scenarios(folder: Path) -> "pd.DataFrame":
    """Return the scenarios: `scenario` (number), swept values, `changes` (a dictionary each)."""
    found = _scenarios(folder)
    found["changes"] = found["changes"].map(json.loads)
    return found.drop(columns="scenario").rename(columns={"number": "scenario"})


def config_of(folder: Path, scenario: int) -> dict[str, Any]:
    """Return a scenario's whole configuration, plain."""
    page = read_study(folder)
    if not 0 <= scenario < page["scenarios"]:
        raise StoreError(f"{folder}: scenario {scenario}; it has 0 to {page['scenarios'] - 1}")
    changes = scenarios(folder)["changes"].iloc[scenario]
    return {**page["config"], **changes}


def failures(folder: Path) -> "pd.DataFrame":
    """Return what failed last time and has not been computed since, with the command to look."""
    with study_view(folder, ["outcomes", FAILURES]) as view:
        query = f"FROM {FAILURES} ORDER BY scenario, replication"
        if FAILURES not in _views(view):
            query = "SELECT NULL AS scenario, NULL AS replication WHERE false"
        return _frame(view, query)


def study_view(
    folder: Path, tables: Sequence[str] = (*TABLES, FAILURES)
) -> "duckdb.DuckDBPyConnection":
    """Return a connection with a view per table, and `scenarios`.

    The views hold the present study only: parts of other configurations stay out, and so do
    replications beyond its number. `scenario` is the scenario's number. StoreError names parts that
    are missing or damaged.
    """
    import duckdb

    page = read_page(folder)
    keys = set(scenario_keys(folder))
    parts = [part for part in parts_of(folder) if not part.units or keys & part.units.keys()]
    swept = "".join(f', s."{name}"' for name in page["swept"])
    policies = [policy["name"] for policy in page["config"].get("policies", [])]
    view = duckdb.connect()
    view.execute(f"CREATE VIEW scenarios AS FROM read_parquet({_text(folder / SCENARIOS_FILE)})")
    for table in tables:
        files = [file for part in parts for file in part.files if file.table == table]
        wrong = [file.name for file in files if not is_whole(folder / PARTS, file)]
        if wrong:
            found = f"{folder}: damaged: {', '.join(wrong[:5])}"
            raise StoreError(f"{found}; run the study again, or `talkoot studies verify=true`")
        if not files:
            continue
        listed = ", ".join(_text(folder / PARTS / file.name) for file in files)
        rank = "" if table in ("places", FAILURES) else f", list_position({policies}, t.policy)"
        named = ", filename = true" if table == FAILURES else ""
        name = f"all_{table}" if table == FAILURES else table
        kept = "" if table == "places" else f"AND t.replication < {page['replications']}"
        view.execute(
            f"CREATE VIEW {name} AS SELECT s.number AS scenario{swept}, t.* EXCLUDE (scenario)"
            f"{rank and rank + ' AS policy_rank'} FROM read_parquet([{listed}]{named}) t "
            f"JOIN scenarios s ON t.scenario = s.scenario {kept}"
        )
    _latest_failures(view)
    return view


def _views(view: "duckdb.DuckDBPyConnection") -> set[str]:
    return {row[0] for row in view.sql("SELECT view_name FROM duckdb_views()").fetchall()}


def _text(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _latest_failures(view: "duckdb.DuckDBPyConnection") -> None:
    """Add the view `failures`: what failed last time and has not been computed since."""
    if f"all_{FAILURES}" not in _views(view):
        return
    since = "outcomes" if "outcomes" in _views(view) else f"(FROM all_{FAILURES} LIMIT 0)"
    view.execute(
        f"CREATE VIEW {FAILURES} AS SELECT * EXCLUDE (filename) FROM ("
        f"FROM all_{FAILURES} QUALIFY row_number() OVER "
        "(PARTITION BY scenario, replication ORDER BY filename DESC) = 1) f "
        f"ANTI JOIN {since} o ON f.scenario = o.scenario AND f.replication = o.replication"
    )
