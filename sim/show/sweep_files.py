"""What a sweep leaves in its folder: effects, ranking, a picture."""

from pathlib import Path

from talkoot.sim.answers.sweep import SweepAnswer, sweep_answer
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.table_files import csv_of, write_table


def write_sweep(folder: Path) -> SweepAnswer:
    """Write effects, ranking and sweep.png into a sweep's folder; return the answer."""
    from talkoot.sim.show.figure_sweep import sweep_figure
    from talkoot.sim.show.style import as_png

    answer = sweep_answer(folder)
    for name, table in (("effects", answer.effects), ("ranking", answer.ranking)):
        write_table(folder, name, table, csv_of(answer.config), answer.provenance)
    write_whole(folder / "sweep.png", as_png(sweep_figure(answer), answer.provenance))
    return answer
