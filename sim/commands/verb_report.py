"""`talkoot report`: the page of a study, of one scenario of a sweep, or of several studies."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkoot.sim.api.study import Study

HELP = """\
Write the report of a study, or of one scenario of a sweep, and print its answer; of several
studies, their answers and one table of effects side by side.

usage: talkoot report [study=NAME] [study=[a,b]] [scenario=NUMBER] [results=FOLDER]

  study=            folder in results, or several; empty = the studies there are
  scenario=         of a sweep, as its table numbers them; empty = the whole study
  results=results   folder of all studies"""


def main(typed: list[str]) -> int:
    """Write reports and print answers."""
    from talkoot.sim.api.study import Study

    from .studies import print_studies, studies_meant

    meant = studies_meant(typed, "report", {"scenario": None})
    if not meant.folders:
        print_studies(meant.results, "report")
    for folder in meant.folders:
        report(Study(folder, meant.others["scenario"]))
    if len(meant.folders) > 1:
        from talkoot.sim.show.side_by_side import print_side_by_side

        print_side_by_side(meant.folders)
    return 0


def report(study: "Study") -> None:
    """Write a study's report, or a sweep's table and picture; print the answer."""
    from talkoot.sim.show.table_answer import print_answer
    from talkoot.sim.show.table_sweep import print_sweep

    written = study.report()
    if study.swept:
        print_sweep(study.compared_scenarios)
        print(f"Table: {study.folder / 'effects.csv'}\nPicture: {written}")
        return
    print_answer(study.answer, study.robustness)
    folders = [str(one) for one in (study.folder, study.worlds) if one]
    print(f"Report: {written}\nTables: {', '.join(folders)}")
