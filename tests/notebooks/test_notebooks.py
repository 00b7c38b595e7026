"""Notebooks run from top to bottom, and the executed one beside a source is made from it."""

from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
SOURCES = sorted(NOTEBOOKS.glob("*.py"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_notebook_runs(source, tmp_path):
    notebook, here = jupytext.read(source), tmp_path / "notebooks"
    here.mkdir()
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": here}}).execute()
    shown = [
        out.data for cell in notebook.cells for out in cell.get("outputs", []) if "data" in out
    ]
    assert any("image/png" in data for data in shown), "figures show without a setting"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_the_executed_one_is_of_this_source(source):
    executed = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    cells = [cell.source for cell in jupytext.read(source).cells]
    assert [cell.source for cell in executed.cells] == cells
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in code)
    assert not any(out.output_type == "error" for cell in code for out in cell.outputs)
