"""`talkoot validate`: does the simulation agree with the evidence, target by target?"""

from math import isfinite
from typing import TYPE_CHECKING

from .teach import keys_of

if TYPE_CHECKING:
    import pandas as pd

    from talkoot.sim.show.terminal import Sheet


def help_text() -> str:
    """Return what `talkoot validate --help` prints."""
    return keys_of(
        "validate",
        "Replay every target of the evidence (sim/evidence/targets.csv): value, band, source,\n"
        "verdict, a line each. Exit code 1 if a target that is said to hold does not.",
    )


def main(typed: list[str]) -> int:
    """Simulate what the targets are about; print a line per target; return the exit code."""
    from pathlib import Path

    from talkoot.scenarios.changes import chosen_parameters
    from talkoot.sim.answers.credibility import VALIDATED
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.evidence.targets import TARGETS
    from talkoot.sim.evidence.verdict import FULL, QUICK, by_id, verdicts
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.table_files import as_csv
    from talkoot.sim.show.terminal import terminal

    from .configure import validate_from

    config = validate_from(typed)
    say_if_compiling()
    chosen = [t for t in TARGETS if not config.targets or t.id in config.targets]
    with progress("simulated worlds") as tell:
        found = verdicts(
            chosen_parameters(config),
            config.seed,
            QUICK if config.quick else FULL,
            chosen,
            tell,
            config.threads,
        )
    terminal().print(verdicts_table(found))
    told = by_id(found)
    roles = told.groupby("role")["holds"].agg(["sum", "size"])
    by_role = ", ".join(f"{row['sum']} of {row['size']} {role}" for role, row in roles.iterrows())
    print(f"{told['holds'].sum()} of {len(told)} targets hold: {by_role}")
    broken = found[(found["claim"] == "holds") & (found["verdict"] == "fails")]
    for _, row in found[found["claim"] != "holds"].iterrows():
        print(f"{row['id']} {row['part']} is not said to hold: {row['claim']}")
    path = Path(config.results) / config.study / "validate.csv"
    write_whole(path, as_csv(found, config.csv))
    print(f"The table as CSV: {path}")
    if config.write:
        write_whole(VALIDATED, found.to_csv(index=False, float_format="%.6g").encode())
        print(f"Written into {VALIDATED}, on which the credibility card rests")
    return 1 if len(broken) else 0


def verdicts_table(found: "pd.DataFrame") -> "Sheet":
    """Return a row per target: id, what, simulated, band, unit, verdict, where it is from."""
    from talkoot.sim.show.terminal import titled

    table = titled("", key=2)
    for heading in ("", "target", "simulated", "in", "unit", "source", "verdict"):
        table.add_column(heading, justify="right" if heading in ("simulated", "in") else "left")
    for _, row in found.iterrows():
        ends = (f"{row[end]:g}" if isfinite(row[end]) else "" for end in ("low", "high"))
        table.add_row(
            row["id"],
            f"{row['title']}{': ' + row['part'] if row['part'] else ''}",
            f"{row['simulated']:.4g} ±{row['error']:.1g}",
            "..".join(ends),
            row["unit"],
            f"{row['role']}, {row['mark']}: {row['source']}",
            row["verdict"],
        )
    return table
