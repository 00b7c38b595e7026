"""`talkoot compare`: run, rank, report."""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot compare --help` prints."""
    return keys_of("compare", "Compare facilitation policies: ranked table, report, Parquet.")


def main(typed: list[str]) -> int:
    """Compare the policies that were asked for; print the answer, write the report."""
    from talkoot.sim.answers.report import write_report
    from talkoot.sim.answers.table import print_answer

    from .configure import comparison_from
    from .estimate import print_estimate
    from .running import run

    plan, dry_run = comparison_from(typed)
    if dry_run:
        print_estimate(plan)
        return 0
    outcome = run(plan)
    if not outcome.done:
        return 1
    report = write_report(outcome.folder)
    print_answer(outcome.folder)
    print(f"Report: {report}\nTables: {outcome.folder}")
    return 1 if outcome.failed else 0
