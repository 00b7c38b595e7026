"""`talkoot survey`: what the programme's own fieldwork would show, beside what is true."""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot survey --help` prints."""
    return keys_of(
        "survey",
        "Collect lists of participants, feedback forms and interviews in one run, with people who\n"
        "do not sign, answer or remember, and compare what they show with what is true.",
    )


def main(typed: list[str]) -> None:
    """Live the policy with fieldwork; print what it shows, keep all that was collected."""
    from pathlib import Path

    from talkoot.sim.answers.fieldwork import collect
    from talkoot.sim.answers.measured import measured
    from talkoot.sim.api.progress import say_if_compiling
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table
    from talkoot.sim.experiment.work.single import place_of
    from talkoot.sim.show.terminal import terminal, titled

    from .configure import survey_from

    config = survey_from(typed)
    say_if_compiling()
    place = place_of(config)
    work = collect(place, config.policy, config.baseline, config.months)
    found = measured(work)
    title = f"{place.region.title}, {config.policy.name}, {config.months} months"
    table = titled(title)
    for heading in ("measure", "told", "asked", "answered", "true", "effect"):
        table.add_column(heading, justify="left" if heading == "measure" else "right")
    for _, row in found.iterrows():
        told, true, effect = (_figure(row[name]) for name in ("told", "true", "effect"))
        what = f"{row['measure']} ({row['unit']})"
        table.add_row(what, told, f"{row['n_asked']}", f"{row['n_answered']}", true, effect)
    terminal().print(table)
    print(
        "told: what the programme would report, from those who answered\n"
        "true: the same of everybody who ever joined and is still in business\n"
        f"effect: how far they differ from themselves under {config.baseline.name}"
    )
    folder = Path(config.results) / config.study
    tables = {
        "measured": found,
        "participants": work.attendances,
        "feedback": work.feedback,
        "interviews": work.interviews,
    }
    for name, frame in tables.items():
        write_table(folder, f"survey/{name}", frame, config.csv, provenance(config.seed))
    print(f"All that was collected, as CSV and Parquet: {folder}")


def _figure(value: float) -> str:
    """Return a figure, nothing if there is none."""
    return f"{value:.1f}" if value == value else ""
