"""`talkoot compare`: run, rank, report."""

from pathlib import Path

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot compare --help` prints."""
    return keys_of("compare", "Compare facilitation policies: ranked table, report, Parquet.")


def main(typed: list[str]) -> None:
    """Compare the policies that were asked for; print the answer, write the report."""
    from talkoot.sim.answers.report import write_report
    from talkoot.sim.answers.table import print_answer
    from talkoot.sim.experiment.run import run_study

    from .configure import study_from
    from .progress import progress, say_if_compiling

    config = study_from(typed)
    say_if_compiling()
    with progress("replications") as tell:
        folder = run_study(config, tell)
    report = write_report(folder)
    print_answer(folder)
    print(f"Report: {shown(report)}\nTables: {shown(folder)}")


def shown(path: Path) -> str:
    """Return a path as short as it can be told."""
    return str(path)
