"""`talkoot compare`: run, rank, report; several values of a key make it a sweep."""


def main(typed: list[str]) -> int:
    """Compare the policies that were asked for; print the answer, write the report."""
    from talkoot.sim.api.compare import compared

    from .asking import comparison
    from .estimate import print_estimate
    from .verb_report import report

    asked = comparison(typed)
    if asked.dry_run:
        for plan in filter(None, (asked.plan, asked.worlds)):
            print_estimate(plan)
        return 0
    study, failed = compared(asked)
    if study.done:
        report(study)
    return 1 if failed else 0
