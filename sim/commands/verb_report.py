"""`talkoot report`: the page of a study, or of one scenario of a sweep."""


def help_text() -> str:
    """Return what `talkoot report --help` prints."""
    return (
        "Write the report of a study, or of one scenario of a sweep, and print its answer.\n\n"
        "usage: talkoot report [study=NAME] [scenario=NUMBER] [results=FOLDER]\n\n"
        "  study=NAME        folder in results; empty = the studies there are\n"
        "  scenario=NUMBER   of a sweep, as its table numbers them; empty = the whole study\n"
        "  results=results   folder of all studies"
    )


def main(typed: list[str]) -> int:
    """Write the report and print the answer."""
    from talkoot.sim.answers.answer import answer_of
    from talkoot.sim.experiment.store.folder import read_study
    from talkoot.sim.show.report import write_report
    from talkoot.sim.show.sweep_files import write_sweep
    from talkoot.sim.show.table_answer import print_answer
    from talkoot.sim.show.table_sweep import print_sweep

    from .study_named import print_studies, study_named

    named = study_named(typed, "report", with_scenario=True)
    if named.folder is None:
        print_studies(named.results, "report")
        return 0
    folder = named.folder
    scenario = named.scenario
    if scenario is None and read_study(folder)["swept"]:
        print_sweep(write_sweep(folder))
        print(f"Table: {folder / 'effects.csv'}\nPicture: {folder / 'sweep.png'}")
        return 0
    answer = answer_of(folder, scenario or 0)
    report = write_report(answer, numbered=scenario is not None)
    print_answer(answer)
    print(f"Report: {report}")
    return 0
