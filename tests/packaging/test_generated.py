"""What is made from the code is as the code makes it, and Hydra composes what Talkoot reads."""

import pytest
from hydra import compose, initialize_config_module
from omegaconf import OmegaConf

from talkoot.scenarios import question_compare
from talkoot.sim.engine import month
from talkoot.sim.inputs.compose import composed
from talkoot.sim.inputs.declarations import GROUPS, QUESTIONS, keys_of, page
from talkoot.sim.inputs.given import Given

from .flat_code import FLAT, month_by_month
from .generated import PAGES, ROOT

MADE = FLAT | PAGES


@pytest.mark.parametrize("name", MADE)
def test_what_is_made_is_up_to_date(name):
    assert (ROOT / name).read_text("utf-8") == MADE[name](), "run: make docs"


def test_a_changed_schedule_makes_the_month_stale(monkeypatch):
    before = month_by_month()
    swapped = (*month.SCHEDULE[:2], *month.SCHEDULE[3:5], month.SCHEDULE[2], *month.SCHEDULE[5:])
    monkeypatch.setattr(month, "SCHEDULE", swapped)
    assert sorted(month_by_month().splitlines()) == sorted(before.splitlines())
    assert month_by_month() != before


def test_a_changed_declaration_makes_the_page_stale(monkeypatch):
    before = page("compare", "talkoot compare")
    keys_of.cache_clear()
    monkeypatch.setattr(question_compare.CompareConfig.model_fields["months"], "default", 99)
    try:
        assert "months: 99 #" in page("compare", "talkoot compare") != before
    finally:
        keys_of.cache_clear()


WORDS = {
    "compare": ["months=24", "region=lapland", "region.firms=500", "parameters.wage_eur=3000"],
    "story": ["economy=pandemic", "theory=literal_transfer", "seed=7"],
    "power": ["groups=26", "months=24"],
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_hydra_composes_what_talkoot_reads(question):
    words = WORDS.get(question, [])
    with initialize_config_module("talkoot.conf", version_base=None):
        theirs = OmegaConf.to_container(compose(question, overrides=_hydras(words)))
    given = [Given(*_pair(word)) for word in words]
    ours = composed(question, given).content
    for key in keys_of(question).values():
        if key.name in GROUPS:
            assert theirs[key.name]["name"] == _name(ours[key.name])
        elif key.shape is None:
            assert theirs[key.name] == ours[key.name], key.name
        elif key.listed:
            assert theirs[key.name] == [one.name for one in ours[key.name]]
    if "region.firms=500" in words:
        assert theirs["region"]["firms"] == ours["region"]["firms"] == 500


def _hydras(words):
    """The same words for Hydra, to which a key that a file leaves out is new."""
    return [f"+{word}" if "." in word.partition("=")[0] else word for word in words]


def _pair(word):
    key, _, value = word.partition("=")
    return key, int(value) if value.isdecimal() else value


def _name(chosen):
    return chosen["name"] if isinstance(chosen, dict) else chosen.name
