"""`import talkoot`: few names, quick, each of them documented and where its types say."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import talkoot

NAMES = [name for name in talkoot.__all__ if name != "__version__"]
ASKING = ("compare", "sweep", "run", "trial")


def test_nothing_but_the_names_is_shown():
    assert dir(talkoot) == sorted(talkoot.__all__)
    assert len(NAMES) < 15
    with pytest.raises(AttributeError, match="no attribute 'comparre'"):
        talkoot.comparre  # noqa: B018


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_what_type_checkers_are_told(name):
    source = ast.parse(Path(talkoot.__file__).read_text("utf-8"))
    told = {
        alias.asname or alias.name: (node.module, alias.name)
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom) and node.module.startswith("talkoot.")
        for alias in node.names
    }
    assert sorted(told) == sorted(NAMES)
    found = getattr(talkoot, name)
    assert (found.__module__, found.__name__) == told[name]
    assert inspect.getdoc(found)
    assert name in (talkoot.__doc__ or "")


def test_importing_loads_nothing_heavy():
    script = "import sys, talkoot; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert not {"numpy", "pandas", "hydra", "numba", "rich", "mesa"} & set(done.stdout.split())
    script = "import time; t = time.perf_counter(); import talkoot; print(time.perf_counter() - t)"
    run = [sys.executable, "-c", script]
    seconds = min(
        float(subprocess.run(run, capture_output=True, text=True).stdout) for _ in range(7)
    )
    assert seconds < 0.03


@pytest.mark.parametrize("name", ASKING)
def test_help_teaches_every_key(name):
    asking = getattr(talkoot, name)
    taught = inspect.getdoc(asking)
    arguments = set(inspect.signature(asking).parameters) - {"progress", "more", "over"}
    assert {a for a in arguments if f"\n  {a}=" not in taught} == set()
    assert "=null" not in taught and "dry_run" not in taught
    assert "Raises" in taught and ">>>" in taught


def test_what_can_be_chosen_is_told():
    assert "kainuu" in talkoot.names("region") and "rivalry" in talkoot.names("element")
    with pytest.raises(talkoot.InputError, match="no kind 'regions'; expected 'region'"):
        talkoot.names("regions")
    table = talkoot.parameters()
    assert table.loc["wage_eur", "unit"] == "EUR/month/FTE"
    assert ((table["low"] <= table["value"]) & (table["value"] <= table["high"])).all()
