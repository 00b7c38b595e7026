"""`talkoot run`: one policy, lived once; what is shown of it is chosen by show=."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from talkoot.scenarios.errors import Complaint, InputError

if TYPE_CHECKING:
    import pandas as pd

    from talkoot.scenarios.question_run import RunConfig, StoryConfig, SurveyConfig, Table1Config


def main(typed: list[str]) -> None:
    """Live what was asked for; print it, and keep its tables."""
    from talkoot.sim.api.progress import say_if_compiling

    from .asking import question_asked

    question, config = question_asked("run", typed)
    say_if_compiling()
    SHOW[question](config)


def show_months(config: "RunConfig") -> None:
    """Print a month of each quarter, keep all months and, if asked, events and memos."""
    from talkoot.sim.api.run import Run
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.show.table_network import network_table
    from talkoot.sim.show.table_run import quarters
    from talkoot.sim.show.terminal import terminal

    run = Run(config)
    traced = run.events if config.trace else None  # first, so that the months are those traced
    terminal().print(quarters(run.months, run.title))
    if run.months["members"].any():
        terminal().print(network_table(run.network))
    print("\n".join(run.notes), end="\n" if run.notes else "")
    folder = _keep(config, {"run/months": run.months})
    if traced is None:
        print(f"All months, all figures: {folder / 'months.csv'}")
        return
    _keep(config, {"run/events": traced, "run/entrepreneurs": run.entrepreneurs})
    write_whole(folder / "memos.md", run.memos.encode())
    print(f"{len(traced):,} events, memos, all months: {folder}")


def show_table1(config: "Table1Config") -> None:
    """Count activities, print the table and keep it as CSV."""
    from talkoot.sim.api.run import Run
    from talkoot.sim.show.terminal import terminal, titled

    run = Run(config)
    headings = "activity", ">count", ">share", ">of minutes", "example"
    table = titled(f"{run.title}, {config.months} months", *headings, lines=True)
    for _, row in run.table1.iterrows():
        table.add_row(
            row["activity"].replace("_", " "),
            f"{row['count']:,}",
            f"{100 * row['share']:.1f} %",
            f"{100 * row['share_of_minutes']:.1f} %",
            row["example"],
        )
    terminal().print(table)
    print(f"The table as CSV: {_keep(config, {'table1': run.table1}) / 'table1.csv'}")


def show_survey(config: "SurveyConfig") -> None:
    """Print what fieldwork shows beside what is true; keep all that was collected."""
    from talkoot.sim.answers.fieldwork import collect
    from talkoot.sim.answers.measured import measured
    from talkoot.sim.experiment.work.single import started_region
    from talkoot.sim.show.terminal import terminal, titled

    place = started_region(config)
    work = collect(place, config.policy, config.baseline, config.months)
    measures = measured(work)
    headings = "measure", ">told", ">asked", ">answered", ">true", ">effect"
    title = f"{place.region.title}, {config.policy.name}, {config.months} months"
    table = titled(title, *headings)
    for _, row in measures.iterrows():
        told, true, effect = (_figure(row[name]) for name in ("told", "true", "effect"))
        what = f"{row['measure']} ({row['unit']})"
        table.add_row(what, told, f"{row['n_asked']}", f"{row['n_answered']}", true, effect)
    terminal().print(table)
    print(
        "told: what the programme would report, from those who answered\n"
        "true: the same of everybody who ever joined and is still in business\n"
        f"effect: how far they differ from themselves under {config.baseline.name}"
    )
    tables = {
        "survey/measured": measures,
        "survey/participants": work.attendances,
        "survey/feedback": work.feedback,
        "survey/interviews": work.interviews,
    }
    print(f"All that was collected, as CSV and Parquet: {_keep(config, tables)}")


def show_story(config: "StoryConfig") -> None:
    """Print one entrepreneur's two lives side by side, and where they part."""
    from talkoot.sim.answers.trace import run_traced
    from talkoot.sim.experiment.work.single import started_region
    from talkoot.sim.show.event_sentences import Narrator
    from talkoot.sim.show.story import most_parted, story
    from talkoot.sim.show.terminal import terminal, titled

    place = started_region(config)
    known = place.start.firms.key.size
    if config.entrepreneur is not None and config.entrepreneur >= known:
        wrong, expected = f"{config.entrepreneur}", f"a number below {known}"
        raise InputError([Complaint("conf/story.yaml", "entrepreneur", wrong, expected)])
    kinds = [venture.name for venture in config.ventures]
    one, other = (
        run_traced(place, place.under(policy), config.months, kinds) for policy in config.policies
    )
    row = config.entrepreneur if config.entrepreneur is not None else most_parted(one, other)
    words = Narrator(place.region, one.state)
    lives = story(row, one, other, words)
    name = words.name(row)
    under = (f"under {policy.name}" for policy in config.policies)
    table = titled(f"{name[0].upper()}{name[1:]}", "month", *under, lines=True)
    for month, a, b in lives.rows:
        table.add_row(f"{month} ←" if month == lives.parts else f"{month}", a, b)
    for what, a, b in lives.endings:
        table.add_row("end", f"{what}: {a}", f"{what}: {b}")
    terminal().print(table)
    same = f"are the same for {config.months} months."
    print("The two lives", same if lives.parts is None else f"part in month {lives.parts} (←).")


SHOW: Any = {"run": show_months, "table1": show_table1, "survey": show_survey, "story": show_story}


def _keep(config: Any, tables: dict[str, "pd.DataFrame"]) -> Path:
    """Write tables as CSV and Parquet into the study's folder; return the folder."""
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table

    folder = Path(config.results) / config.study
    for name, table in tables.items():
        write_table(folder, name, table, config.csv, provenance(config.seed))
    return folder


def _figure(value: float) -> str:
    """Return a figure, nothing if there is none."""
    return f"{value:.1f}" if value == value else ""
