"""`talkoot status`: how far a study is."""


def help_text() -> str:
    """Return what `talkoot status --help` prints."""
    return (
        "How far a study is, what failed, how much it holds, and the line that resumes it.\n\n"
        "usage: talkoot status [study=NAME] [results=FOLDER]\n\n"
        "Without a name, all studies: when, how far, what was asked.\n"
        "Looks only: it can be asked while the study runs. Exit codes: 0 all done, 1 not all."
    )


def main(typed: list[str]) -> int:
    """Print the state of a study."""
    from talkoot.sim.api.running import as_line, failure_lines
    from talkoot.sim.engine.memory import size
    from talkoot.sim.experiment.store.status import status_of

    from .study_named import print_studies, study_named

    named = study_named(typed, "status")
    if named.folder is None:
        print_studies(named.results, "status")
        return 0
    folder = named.folder
    status = status_of(folder)
    share = 100 * status.done / status.total
    print(f"{folder}: {'running' if status.running else 'not running'}")
    print(f"  scenarios     {status.scenarios:,}, {status.scenarios_done:,} of them complete")
    print(f"  replications  {status.done:,} of {status.total:,} done ({share:.0f} %)")
    if status.failed:
        print(f"  failed        {status.failed:,}; the same line tries them again")
        print("\n".join(failure_lines(folder)))
    print(f"  parts         {status.parts:,}, {size(status.bytes)}")
    if status.other_bytes:
        print(f"  other         {size(status.other_bytes)} of earlier configurations, not read")
    print(f"  work          {status.seconds:,.0f} s of computing")
    if status.done < status.total and not status.running:
        print(f"to go on:  {as_line(tuple(status.typed))}")
    return 0 if status.done == status.total else 1
