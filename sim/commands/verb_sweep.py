"""`talkoot sweep`: many scenarios, one study."""

from .teach import keys_of

GRAMMAR = """
several values, in Hydra's grammar (a -m before them, as Hydra wants it, may be left out):
  a,b,c  range(1,10)  range(0,1,0.25)  choice(a,b)  glob(joint*)  interval(2800,3600)
A shell wants quotes around brackets: 'policy=glob(joint*)'.
interval takes its values from design; int(interval(500,2000)) gives whole numbers.
Any key of a scenario can have several:
  talkoot sweep region.firms=500,2000 without=[],[rivalry] months=60,120
Keys of Hydra itself (hydra.sweep.dir=, hydra/launcher=) are refused: results=, study= and engine= \
say where and how it runs.

Results do not depend on engine, processes, stops or resumes. Ctrl-C keeps what is finished; the \
same line typed again goes on. A run that fails is listed with the command that shows it.
Exit codes: 0 all done, 1 some runs failed, 2 bad input, 130 interrupted, 143 by SIGTERM."""


def help_text() -> str:
    """Return what `talkoot sweep --help` prints."""
    purpose = "Compare policies over many scenarios: one table, one picture, Parquet."
    return keys_of("sweep", purpose) + "\n" + GRAMMAR


def main(typed: list[str]) -> int:
    """Run the sweep that was asked for; print its table, write table and picture."""
    from talkoot.sim.api.running import run
    from talkoot.sim.show.sweep_files import write_sweep
    from talkoot.sim.show.sweep_table import print_sweep

    from .estimate import print_estimate
    from .sweeper import sweep_from

    plan, how = sweep_from(typed)
    if how.dry_run:
        print_estimate(plan)
        return 0
    outcome = run(plan)
    if not outcome.done:
        return 1
    answer = write_sweep(outcome.folder)
    print_sweep(answer)
    print(f"Table: {outcome.folder / 'effects.csv'}\nPicture: {outcome.folder / 'sweep.png'}")
    return 1 if outcome.failed else 0
