"""Several studies side by side: one table of their policies' worth, one CSV file."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from talkoot.sim.answers.answer import Answer, answer_of
from talkoot.sim.experiment.store.folder import read_study
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.table_files import as_csv, csv_of

from .table_answer import WORTH
from .table_sweep import cells
from .terminal import Sheet, terminal, titled


def print_side_by_side(folders: Sequence[Path]) -> None:
    """Print net benefit per study and policy; keep all effects in side_by_side.csv beside them."""
    answers = [answer_of(folder) for folder in folders if not read_study(folder)["swept"]]
    if len(answers) < 2:
        return
    terminal().print(worth(answers))
    names = [answer.folder.name for answer in answers]
    kept = pd.concat([answer.effects for answer in answers], keys=names, names=["study"])
    path = folders[0].parent / "side_by_side.csv"
    write_whole(path, as_csv(kept.reset_index("study"), csv_of(answers[0].config)))
    print(f"Effects of all: {path}")


def worth(answers: Sequence[Answer]) -> Sheet:
    """Return a row per study and policy, policies in the order of each study."""
    title = "Side by side: worth its public money?"
    table = titled(title, "study", "policy", "against", *WORTH, "first vs this", key=2)
    for answer in answers:
        for k, (_, row) in enumerate(answer.ranking.iterrows()):
            study = "" if k else answer.folder.name
            table.add_row(study, row["policy"], answer.baseline, *cells(row, answer.baseline))
        table.add_section()
    return table
