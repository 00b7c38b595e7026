"""`talkoot compare`: run, rank, report."""

from .teach import keys_of

WHAT = ("replications", "other worlds")


def help_text() -> str:
    """Return what `talkoot compare --help` prints."""
    return keys_of("compare", "Compare facilitation policies: ranked table, report, Parquet.")


def main(typed: list[str]) -> int:
    """Compare the policies that were asked for; print the answer, write the report."""
    from talkoot.sim.api.running import run

    from .configure import comparison_from
    from .estimate import print_estimate

    asked = comparison_from(typed)
    plans = [asked.plan, asked.worlds] if asked.worlds else [asked.plan]
    if asked.dry_run:
        for plan in plans:
            print_estimate(plan)
        return 0
    from talkoot.sim.answers.answer import answer_of
    from talkoot.sim.answers.robustness import robustness
    from talkoot.sim.show.report import write_report
    from talkoot.sim.show.table import print_answer

    outcomes = [run(plan, what) for plan, what in zip(plans, WHAT, strict=False)]
    if not all(outcome.done for outcome in outcomes):
        return 1
    folder = outcomes[0].folder
    found = robustness(outcomes[1].folder) if asked.worlds else None
    answer = answer_of(folder)
    report = write_report(answer, found)
    print_answer(answer, found)
    print(f"Report: {report}\nTables: {', '.join(str(outcome.folder) for outcome in outcomes)}")
    return 1 if any(outcome.failed for outcome in outcomes) else 0
