"""`talkoot studies`: what there is, how far a study is, whether its files are whole."""

from pathlib import Path

HELP = """\
The studies there are; of one, how far it is, what failed, and the line that resumes it.

usage: talkoot studies [study=NAME] [verify=true] [results=FOLDER]

  study=            folder in results; empty = all: when, how far, what was asked
  verify=false      true checks every part against its checksum, names what is torn or changed
  results=results   folder of all studies

Looks only: it can be asked while the study runs. Typing the study's line again goes on, and
computes damaged parts again. Exit codes: 0 all done or whole, 1 not all, or something damaged."""


def main(typed: list[str]) -> int:
    """Print all studies, or the state of those that are named."""
    from .studies import print_studies, studies_meant

    meant = studies_meant(typed, "studies", {"verify": False})
    if not meant.folders:
        print_studies(meant.results, "studies")
        return 0
    tell = verify if meant.others["verify"] else status
    return max(tell(folder) for folder in meant.folders)


def status(folder: Path) -> int:
    """Print how far a study is; return 0 if all is done."""
    from talkoot.scenarios.memory import in_bytes
    from talkoot.sim.api.running import as_line, failure_lines
    from talkoot.sim.experiment.store.status import status_of

    found = status_of(folder)
    share = 100 * found.done / found.total
    print(f"{folder}: {'running' if found.running else 'not running'}")
    print(f"  scenarios     {found.scenarios:,}, {found.scenarios_done:,} of them complete")
    print(f"  replications  {found.done:,} of {found.total:,} done ({share:.0f} %)")
    if found.failed:
        print(f"  failed        {found.failed:,}; the same line tries them again")
        print("\n".join(failure_lines(folder)))
    print(f"  parts         {found.parts:,}, {in_bytes(found.bytes)}")
    if found.other_bytes:
        print(f"  other         {in_bytes(found.other_bytes)} of earlier configurations, not read")
    print(f"  work          {found.seconds:,.0f} s of computing")
    if found.done < found.total and not found.running:
        print(f"to go on:  {as_line(tuple(found.typed))}")
    return 0 if found.done == found.total else 1


def verify(folder: Path) -> int:
    """Print what is wrong with a study's files; return 0 if they are whole."""
    from talkoot.sim.api.running import as_line
    from talkoot.sim.experiment.store.status import flaws

    checked, damaged, line = flaws(folder)
    for flaw in damaged:
        print(flaw)
    if damaged:
        print(f"{len(damaged)} damaged of {checked:,} files; to put it right:  {as_line(line)}")
        return 1
    print(f"{folder}: {checked:,} files, all whole")
    return 0
