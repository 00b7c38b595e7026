"""`talkoot table1`: the eleven activities of a community of practice in one run."""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot table1 --help` prints."""
    return keys_of(
        "table1", "Count the eleven activities in the meetings of one run, with an example each."
    )


def main(typed: list[str]) -> None:
    """Run one policy, count activities, print the table and keep it as CSV."""
    from pathlib import Path

    from talkoot.sim.answers.trace import live
    from talkoot.sim.api.progress import say_if_compiling
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table
    from talkoot.sim.experiment.work.single import place_of
    from talkoot.sim.show.table1 import table1
    from talkoot.sim.show.terminal import terminal, titled
    from talkoot.sim.show.words import Words

    from .configure import run_from

    config = run_from(typed, "table1")
    say_if_compiling()
    place = place_of(config)
    kinds = [venture.name for venture in config.ventures]
    lived = live(place, place.under(config.policy), config.months, kinds)
    found = table1(lived.events, Words(place.region, lived.state))
    title = f"{place.region.title}, {config.policy.name}, {config.months} months"
    table = titled(title, lines=True)
    for heading in ("activity", "count", "share", "of minutes", "example"):
        table.add_column(heading, justify="left" if heading in ("activity", "example") else "right")
    for _, row in found.iterrows():
        table.add_row(
            row["activity"].replace("_", " "),
            f"{row['count']:,}",
            f"{100 * row['share']:.1f} %",
            f"{100 * row['share_of_minutes']:.1f} %",
            row["example"],
        )
    terminal().print(table)
    folder = Path(config.results) / config.study
    write_table(folder, "table1", found, config.csv, provenance(config.seed))
    print(f"The table as CSV: {folder / 'table1.csv'}")
