"""`talkoot validate`: does the simulation agree with the evidence, target by target?"""

from pathlib import Path

CREDIBILITY = "show=credibility"


def main(typed: list[str]) -> int:
    """Simulate what the targets are about; print a line per target; return the exit code."""
    from talkoot.scenarios.changes import chosen_parameters
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.evidence.targets import TARGETS
    from talkoot.sim.evidence.verdict import FULL, QUICK, by_id, verdicts
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.table_files import as_csv
    from talkoot.sim.show.pages import credibility
    from talkoot.sim.show.table_evidence import verdicts_table
    from talkoot.sim.show.terminal import terminal

    from .asking import question_asked
    from .package import into_package, refuse_outside_a_checkout

    if typed == [CREDIBILITY]:
        print(credibility(), end="")
        return 0
    _, config = question_asked("validate", typed)
    refuse_outside_a_checkout(config.write)
    say_if_compiling()
    chosen = [t for t in TARGETS if not config.targets or t.id in config.targets]
    replications = QUICK if config.quick else FULL
    p = chosen_parameters(config)
    with progress("simulated worlds") as tell:
        table = verdicts(p, config.seed, replications, chosen, tell, config.threads)
    terminal().print(verdicts_table(table))
    targets = by_id(table)
    roles = targets.groupby("role")["holds"].agg(["sum", "size"])
    by_role = ", ".join(f"{row['sum']} of {row['size']} {role}" for role, row in roles.iterrows())
    print(f"{targets['holds'].sum()} of {len(targets)} targets hold: {by_role}")
    for _, row in table[table["claim"] != "holds"].iterrows():
        print(f"{row['id']} {row['part']} is not said to hold: {row['claim']}")
    path = Path(config.results) / config.study / "validate.csv"
    write_whole(path, as_csv(table, config.csv))
    print(f"The table as CSV: {path}\nThe credibility card: talkoot validate {CREDIBILITY}")
    if config.write:
        text = table.to_csv(index=False, float_format="%.6g")
        written = into_package("sim/evidence/validated.csv", text)
        print(f"Written into {written}, on which the credibility card rests")
    return int(((table["claim"] == "holds") & (table["verdict"] == "fails")).any())
