"""Several studies side by side: one table of their policies' worth, one CSV file."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from talkoot.sim.answers.answer import Answer, answer_of
from talkoot.sim.experiment.store.folder import read_study
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.table_files import as_csv, csv_of

from .table_sweep import cells
from .terminal import Sheet, terminal, titled


def print_side_by_side(folders: Sequence[Path]) -> None:
    """Print net benefit per study and policy; keep all effects in side_by_side.csv beside them."""
    answers = [answer_of(folder) for folder in folders if not read_study(folder)["swept"]]
    if len(answers) < 2:
        return
    terminal().print(worth(answers))
    kept = pd.concat([answer.effects.assign(study=answer.folder.name) for answer in answers])
    kept.insert(0, "study", kept.pop("study"))
    first = answers[0]
    path = folders[0].parent / "side_by_side.csv"
    write_whole(path, as_csv(kept, csv_of(first.config)))
    print(f"Effects of all: {path}")


def worth(answers: Sequence[Answer]) -> Sheet:
    """Return a row per study and policy, policies in the order of each study."""
    table = titled("Side by side: worth its public money?", key=2)
    for heading in ("study", "policy", "against"):
        table.add_column(heading)
    for heading in ("net benefit, kEUR [95 %]", "EUR per FTE-year"):
        table.add_column(heading, justify="right")
    table.add_column("first against it")
    for answer in answers:
        for k, (_, row) in enumerate(answer.ranking.iterrows()):
            start = (answer.folder.name, row["policy"], answer.baseline)
            shown = start if k == 0 else ("", *start[1:])
            table.add_row(*shown, *cells(row, answer.baseline))
        table.add_section()
    return table
