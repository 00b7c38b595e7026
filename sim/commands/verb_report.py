"""`talkoot report`: the page of a study, of one scenario of a sweep, or of several studies."""

from pathlib import Path

HELP = """\
Write the report of a study, or of one scenario of a sweep, and print its answer; of several
studies, their answers and one table of effects side by side.

usage: talkoot report [study=NAME] [study=[a,b]] [scenario=NUMBER] [results=FOLDER]

  study=            folder in results, or several; empty = the studies there are
  scenario=         of a sweep, as its table numbers them; empty = the whole study
  results=results   folder of all studies"""


def main(typed: list[str]) -> int:
    """Write reports and print answers."""
    from .studies import print_studies, studies_meant

    meant = studies_meant(typed, "report", {"scenario": None})
    if not meant.folders:
        print_studies(meant.results, "report")
    for folder in meant.folders:
        report(folder, meant.others["scenario"])
    if len(meant.folders) > 1:
        from talkoot.sim.show.side_by_side import print_side_by_side

        print_side_by_side(meant.folders)
    return 0


def report(folder: Path, scenario: int | None = None, worlds: Path | None = None) -> None:
    """Write a study's report, or a sweep's table and picture; print the answer."""
    from talkoot.sim.answers.answer import answer_of
    from talkoot.sim.answers.robustness import robustness
    from talkoot.sim.experiment.store.folder import read_study
    from talkoot.sim.show.report import write_report
    from talkoot.sim.show.sweep_files import write_sweep
    from talkoot.sim.show.table_answer import print_answer
    from talkoot.sim.show.table_sweep import print_sweep

    if scenario is None and read_study(folder)["swept"]:
        print_sweep(write_sweep(folder))
        print(f"Table: {folder / 'effects.csv'}\nPicture: {folder / 'sweep.png'}")
        return
    found = robustness(worlds) if worlds else None
    answer = answer_of(folder, scenario or 0)
    written = write_report(answer, found, numbered=scenario is not None)
    print_answer(answer, found)
    folders = [str(one) for one in (folder, worlds) if one]
    print(f"Report: {written}\nTables: {', '.join(folders)}")
