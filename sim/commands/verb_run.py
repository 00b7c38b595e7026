"""`talkoot run`: one policy, once, month by month."""

from typing import Any

from .teach import keys_of

SHOWN = ("firms", "fte", "expertise", "members", "ties")
FLOWS = ("births", "meetings", "attendances")


def help_text() -> str:
    """Return what `talkoot run --help` prints."""
    return keys_of("run", "Simulate one policy once; the months go to results/<study>/months.csv.")


def main(typed: list[str]) -> None:
    """Run one policy, print a month of each quarter, keep all months and, if asked, events."""
    from pathlib import Path

    from talkoot.sim.answers.events import people
    from talkoot.sim.answers.hours import unused
    from talkoot.sim.answers.trace import run_traced, untraced
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table
    from talkoot.sim.experiment.work.single import place_of
    from talkoot.sim.show.memos import memos
    from talkoot.sim.show.sentences import Narrator

    from .configure import run_from
    from .progress import say_if_compiling

    config = run_from(typed)
    say_if_compiling()
    place = place_of(config)
    state = place.under(config.policy)
    folder, about = Path(config.results) / config.study, provenance(config.seed)
    if not config.trace:
        months = untraced(place, state, config.months)
        show(months, f"{place.region.title}: {config.policy.name}")
        say(unused(config.policy.name, months.sum()))
        write_table(folder, "run/months", months, config.csv, about)
        print(f"All months, all figures: {folder / 'months.csv'}")
        return
    lived = run_traced(place, state, config.months, [v.name for v in config.ventures])
    show(lived.months, f"{place.region.title}: {config.policy.name}")
    say(unused(config.policy.name, lived.months.sum()))
    words = Narrator(place.region, lived.state)
    write_table(folder, "run/months", lived.months, config.csv, about)
    write_table(folder, "run/events", lived.events, config.csv, about)
    known = people(lived.state.firms, place.region)
    write_table(folder, "run/entrepreneurs", known, config.csv, about)
    write_whole(folder / "memos.md", memos(lived.events, place.region, words).encode())
    print(f"{len(lived.events):,} events, memos, all months: {folder}")


def say(sentences: list[str]) -> None:
    """Print sentences, a line each."""
    for said in sentences:
        print(said)


def show(months: Any, title: str) -> None:
    """Print the last month of each quarter and the quarter's flows."""
    from talkoot.sim.show.terminal import terminal, titled

    table = titled(title)
    for name in ("month", *SHOWN, *FLOWS):
        table.add_column(name.replace("_", " "), justify="right")
    for _, row in months.iloc[2::3].iterrows():
        cells = [f"{row['month']:.0f}"]
        cells += [f"{row[name]:.3f}" if row[name] < 1 else f"{row[name]:,.0f}" for name in SHOWN]
        quarter = months[(months["month"] > row["month"] - 3) & (months["month"] <= row["month"])]
        cells += [f"{quarter[name].sum():.0f}" for name in FLOWS]
        table.add_row(*cells)
    terminal().print(table)
