"""`talkoot validate`: does the simulation agree with the evidence, target by target?"""

from typing import Any

from .teach import keys_of


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

    from talkoot.sim.evidence.targets import TARGETS
    from talkoot.sim.evidence.verdict import FULL, QUICK, by_id, verdicts
    from talkoot.sim.experiment.check import check_changes, chosen_parameters
    from talkoot.sim.experiment.store import write_whole

    from .configure import validate_from
    from .progress import progress, say_if_compiling

    config = validate_from(typed)
    check_changes(config)
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
    for _, row in found.iterrows():
        print(line(row))
    told = by_id(found)
    emergent = told[told["role"] != "input"]
    print(
        f"{told['holds'].sum()} of {len(told)} targets hold; "
        f"{emergent['holds'].sum()} of {len(emergent)} of those that are not put in"
    )
    broken = found[(found["claim"] == "holds") & (found["verdict"] == "fails")]
    for _, row in found[found["claim"] != "holds"].iterrows():
        print(f"{row['id']} {row['part']} is not said to hold: {row['claim']}")
    path = Path(config.results) / config.study / "validate.csv"
    write_whole(path, found.to_csv(index=False).encode())
    print(f"The table as CSV: {path}")
    return 1 if len(broken) else 0


def line(row: Any) -> str:
    """Return a target in a line: id, what, simulated, band, unit, role, mark, source, verdict."""
    low = f"{row['low']:g}" if row["low"] > -10 else ""
    high = f"{row['high']:g}" if row["high"] != 10 else ""
    simulated = f"{row['simulated']:.4g} ±{row['error']:.1g}"
    band = f"{low}..{high} {row['unit']}"
    what = f"{row['title']}{': ' + row['part'] if row['part'] else ''}"
    about = f"{row['role']}, {row['mark']}: {row['source']}"
    return f"{row['id']:<5}{what:<56}{simulated:>17}  in {band:<20} {about:<58} {row['verdict']}"
