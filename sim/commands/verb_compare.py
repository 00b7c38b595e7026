"""`talkoot compare`: run, rank, report; several values of a key make it a sweep."""


def main(typed: list[str]) -> int:
    """Compare the policies that were asked for; print the answer, write the report."""
    from .asking import comparison
    from .estimate import print_estimate
    from .running import run
    from .verb_report import report

    asked = comparison(typed)
    if asked.dry_run:
        for plan in filter(None, (asked.plan, asked.worlds)):
            print_estimate(plan)
        return 0
    outcomes = [run(asked.plan)]
    if asked.worlds:
        outcomes.append(run(asked.worlds, "other worlds"))
    if not all(outcome.done for outcome in outcomes):
        return 1
    report(asked.plan.folder, worlds=asked.worlds.folder if asked.worlds else None)
    return 1 if any(outcome.failed for outcome in outcomes) else 0
