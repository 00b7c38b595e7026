"""Every number an analyst reads is the one that pandas finds in the raw Parquet parts, in its unit.

``TABLES`` and ``SENTENCES`` here, and ``FIGURES`` in ``test_drawn_numbers``, have a row for each
thing that is shown. A table or figure that is shown without a row makes a test fail.
"""

import contextlib
import io
import re
from collections.abc import Callable
from typing import NamedTuple

import pytest

from talkoot.sim.show.report import page
from talkoot.sim.show.table_answer import print_answer
from talkoot.sim.show.table_sweep import print_sweep

from . import own_cells as cells
from . import own_sentences as sentences
from .conftest import MadeUp
from .pandas_own import TURNED
from .reading import Cells, PageTables, terminal_tables


class Shown(NamedTuple):
    """A table: where it stands, its title, and the cells that it must have."""

    where: str
    title: str
    cells: Callable[[MadeUp], Cells]


WORTH_IT = "Worth its public money? Against one_on_one"
RANKED = "Ranked by net monetary benefit, against one_on_one"
BY_POLICY = "Policy by policy, after 30 replications: difference in net benefit"
SAME_MONEY = "The same public money, present value: what is left buys one-on-one hours"
REGION = "Whole region, net of displacement: difference to one_on_one"
MEMBERS = "Members of the groups: difference to the same entrepreneurs under one_on_one"
MEMBERS_PAGE = "Members, against the same entrepreneurs under one_on_one"
WORK = "Work added, discounted, and whose: difference to one_on_one"
TYPICAL = "What members gain: the typical member beside the sum"
STAFF = "and who has more"
ORIGINS = "Where the work comes from"
UNPAID = "What owners give and nobody pays"
NETWORK = "The members' network"
REACH = "How far the members' network reaches"
PAGES = [
    "The whole region, net of displacement",
    MEMBERS_PAGE,
    TYPICAL,
    f"Members' employees: the sum, {STAFF}",
    ORIGINS,
    UNPAID,
    NETWORK,
    REACH,
]
TERMINALS = [
    REGION,
    MEMBERS,
    f"{TYPICAL}, turnover against one_on_one",
    f"Members' employees against one_on_one: the sum, {STAFF}",
    f"{ORIGINS}: difference to one_on_one",
    f"{UNPAID}: difference to one_on_one",
    f"{NETWORK} at the end",
    REACH,
]
OVER_WORLDS = "Difference in net benefit between policies, over all worlds"
TABLES = [
    Shown("terminal", WORTH_IT, cells.ranking),
    Shown("terminal", BY_POLICY, cells.pairs),
    Shown("terminal", SAME_MONEY, cells.budgets),
    Shown("terminal", WORK, cells.lines),
    *(
        Shown("terminal", title, cells.differences(*section))
        for title, section in zip(TERMINALS, cells.SECTIONS, strict=True)
    ),
    Shown("terminal", OVER_WORLDS, cells.contrasts),
    Shown("terminal", "The highest mean in each world", cells.worlds_table),
    Shown("report", RANKED, cells.ranking_page),
    Shown("report", "Policy by policy", cells.pairs_page),
    Shown("report", "The same public money", cells.budgets_page),
    Shown("report", "Whose work it is", cells.lines_page),
    *(
        Shown("report", title, cells.differences_page(*section))
        for title, section in zip(PAGES, cells.SECTIONS, strict=True)
    ),
    Shown("report", "In other worlds", cells.contrasts_page),
    Shown("report", "In other worlds (2)", cells.worlds_page),
    Shown("sweep", WORTH_IT, cells.by_scenario),
]
WITHOUT_OUTCOMES = {"How credible is this?", "What was compared", "How it was made"}
"""Tables of the report that show no outcome."""


@pytest.fixture(scope="module")
def texts(made):
    """What is shown, by place."""
    return {
        "terminal": said(print_answer, made.study.answer, made.study.robustness),
        "report": page(made.study.answer, {}, made.study.robustness),
        "sweep": said(print_sweep, made.swept_study.compared_scenarios),
    }


def said(show, *about, **environment):
    """What is printed, without a terminal."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown):
            show(*about)
    return shown.getvalue()


@pytest.fixture(scope="module")
def tables(texts):
    """The tables by place and title; the second under a heading of the report is numbered."""
    found = {place: terminal_tables(texts[place]) for place in ("terminal", "sweep")}
    on_page = PageTables(texts["report"]).tables
    found["report"] = {
        f"{heading} ({k})" if k > 1 else heading: table
        for heading, those in on_page.items()
        for k, table in enumerate(those, start=1)
    }
    return found


@pytest.mark.parametrize("one", TABLES, ids=lambda one: f"{one.where}: {one.title}")
def test_every_cell_is_pandas_own_figure_in_its_unit(made, tables, one):
    assert tables[one.where][one.title] == one.cells(made)


def test_every_table_that_is_shown_has_a_row_here(tables):
    for place, found in tables.items():
        listed = {one.title for one in TABLES if one.where == place}
        assert set(found) == listed | (WITHOUT_OUTCOMES if place == "report" else set())


SENTENCES = [
    ("terminal", sentences.best),
    ("report", sentences.best),
    ("terminal", sentences.worlds),
    ("report", sentences.worlds),
    ("terminal", sentences.turned),
    ("report", sentences.turned),
    ("terminal", sentences.carried),
    ("report", sentences.carried),
    ("sweep", sentences.swept),
    ("terminal", sentences.margin),
    ("report", sentences.margin),
    ("report", sentences.worth),
    ("terminal", sentences.idle),
    ("report", sentences.idle),
]


@pytest.mark.parametrize(("where", "sentence"), SENTENCES)
def test_every_sentence_with_a_number_says_pandas_own(made, texts, where, sentence):
    text = texts[where].replace("&#39;", "'")
    assert sentence(made) in " ".join(text.split())


def test_what_may_be_chance_is_dim_in_the_terminal(made):
    shown = said(print_answer, made.study.answer, FORCE_COLOR="1")
    tables = [cells.lines_page, *(cells.differences_page(*one) for one in cells.SECTIONS)]
    expected = [
        cell.removesuffix(" (unsure)").split(" ")[0]
        for table in tables
        for row in table(made)[1:]
        for cell in row[1:]
        if cell.endswith("(unsure)")
    ]
    dim = re.findall(r"\x1b\[2m([-+]?[\d,.]+) (?:±[\d,.]+|\[[^\]]+\])\x1b\[0m", shown)
    assert dim == expected != []
    assert any("+" not in cell and "-" not in cell for cell in expected), "a share, too"


def test_the_made_up_worlds_hold_what_can_be_told_and_what_cannot(made):
    words = {c.word for *_, c in cells.over_worlds(made.worlds)}
    assert {"stands", TURNED} <= words
    assert {made.own.word(*pair) for pair in made.own.pairs} >= {"stands"}
