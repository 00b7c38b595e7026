"""`talkoot run`: one policy, once, month by month."""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot run --help` prints."""
    return keys_of("run", "Simulate one policy once; the months go to results/<study>/months.csv.")


def main(typed: list[str]) -> None:
    """Run one policy, print a month of each quarter, keep all months and, if asked, events."""
    from pathlib import Path

    from talkoot.sim.api.progress import say_if_compiling
    from talkoot.sim.api.run import Run
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table
    from talkoot.sim.show.table_run import quarters
    from talkoot.sim.show.terminal import terminal

    from .configure import run_from

    config = run_from(typed)
    say_if_compiling()
    run, tables = Run(config), {}
    folder, about = Path(config.results) / config.study, provenance(config.seed)
    if config.trace:  # first, so that its months need no run of their own
        tables = {"run/events": run.events, "run/entrepreneurs": run.entrepreneurs}
        write_whole(folder / "memos.md", run.memos.encode())
    for name, table in {"run/months": run.months, **tables}.items():
        write_table(folder, name, table, config.csv, about)
    terminal().print(quarters(run.months, run.title))
    for sentence in run.notes:
        print(sentence)
    if config.trace:
        print(f"{len(run.events):,} events, memos, all months: {folder}")
    else:
        print(f"All months, all figures: {folder / 'months.csv'}")
