"""A change of words does not invalidate a study; a change of a rule, a fact or a value does."""

import pytest

from talkoot.sim.experiment.plan import content
from talkoot.sim.experiment.plan.content import Keys, deciding_files, digest_of
from tests.lines import study_from

RULE = '''"""What happens."""

def grow(x: float) -> float:
    """Grow by a tenth."""
    return 1.1 * x  # assumed
'''


def digest(tmp_path, text, name="rule.py"):
    path = tmp_path / name
    path.write_text(text)
    return digest_of(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Grow by a tenth.", "Grow, by a tenth."),
        ("# assumed", "# (Somebody, 2020)"),
        ('    """Grow by a tenth."""\n', ""),
        ("\n\ndef", "\n\n\n\ndef"),
        ("1.1 * x", "(1.1 * x)"),
    ],
)
def test_words_and_layout_do_not_count(tmp_path, old, new):
    assert digest(tmp_path, RULE.replace(old, new)) == digest(tmp_path, RULE)


@pytest.mark.parametrize(("old", "new"), [("1.1", "1.2"), ("* x", "+ x"), ("grow", "shrink")])
def test_a_rule_counts(tmp_path, old, new):
    assert digest(tmp_path, RULE.replace(old, new)) != digest(tmp_path, RULE)


def test_every_room_that_decides_numbers_is_looked_at():
    rooms = {path.parent.name for path in deciding_files()}
    assert rooms == {"agents", "scenarios", "engine", "facts", "work"}
    names = {path.name for path in deciding_files()}
    assert {"market.py", "population.py", "month.py", "settlements.csv", "outcomes.py"} <= names
    assert not names & {"run.py", "store.py", "local.py"}


def key(*typed):
    return Keys().of(study_from(list(typed)))


def test_a_key_changes_with_what_decides_and_not_with_how_it_is_run():
    same = key("months=12")
    for typed in ("replications=7", "study=x", "threads=1", "engine=dask", "keep=[outcomes]"):
        assert key("months=12", typed) == same, typed
    others = ["seed=2", "parameters.wage_eur=3000", "without=[rivalry]", "region.firms=50"]
    others += ["policies=[pbas]", "ventures=[joint_purchasing]", "baseline=pbas"]
    keys = [key("months=12", typed) for typed in others]
    assert len({same, *keys}) == len(others) + 1


@pytest.mark.parametrize("what", ["numba", "np"])
def test_another_compiler_is_another_key(monkeypatch, what):
    before = key()
    content.code_digest.cache_clear()
    monkeypatch.setattr(getattr(content, what), "__version__", "99.0")
    after = key()
    content.code_digest.cache_clear()
    assert before != after
