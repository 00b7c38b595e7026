"""`talkoot verify`: is every part of a study as it was written?"""


def help_text() -> str:
    """Return what `talkoot verify --help` prints."""
    return (
        "Check every part of a study against its checksum, name what is torn or changed.\n\n"
        "usage: talkoot verify [study=NAME] [results=FOLDER]      without a name: the studies\n\n"
        "Looks only; typing the study's line again computes damaged parts again.\n"
        "Exit codes: 0 whole, 1 something is damaged."
    )


def main(typed: list[str]) -> int:
    """Print what is wrong with a study's files."""
    from talkoot.sim.api.running import as_line
    from talkoot.sim.experiment.store.status import flaws

    from .study_named import print_studies, study_named

    named = study_named(typed, "verify")
    if named.folder is None:
        print_studies(named.results, "verify")
        return 0
    folder = named.folder
    checked, found, line = flaws(folder)
    for flaw in found:
        print(flaw)
    if found:
        print(f"{len(found)} damaged of {checked:,} files; to put it right:  {as_line(line)}")
        return 1
    print(f"{folder}: {checked:,} files, all whole")
    return 0
