"""The report of a small study, opened in a real browser: nothing fails, nothing comes from outside.

Chromium is the system's (`.ci/run` installs it); playwright downloads none.
"""

import shutil

import pandas as pd
import pytest
from playwright.sync_api import Page, sync_playwright

from talkoot.sim.api.study import Study
from talkoot.sim.commands.verb_compare import main
from talkoot.sim.show.figure_worlds import worlds_figure
from talkoot.sim.show.style import as_data_uri
from tests.answers.own_cells import SHOWN, signed, small

SMALL = (
    *("region.firms=150", "months=12", "replications=3", "policies=[no_support,pbas]"),
    *("robustness=2", "study=small"),
)
PICTURES = {
    "Effects of each policy with intervals": "effects",
    "Monthly differences to the baseline": "time",
    "Cost-effectiveness plane": "plane",
    "Map of firms, seats and members": "map",
}
WORLDS = "Net benefit of each policy in every other world"
WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """A small study, compared as one types it."""
    results = tmp_path_factory.mktemp("results")
    assert main([*SMALL, f"results={results}"]) == 0
    return Study(results / "small", worlds=results / "small-worlds")


@pytest.fixture(scope="module")
def chromium():
    """A browser without a window."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    assert found, "no chromium on the PATH: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found)
        yield browser
        browser.close()


class Visit:
    """A page opened, with all that it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.failed: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("request", lambda request: self.asked.append(request.url))

    def cells(self, heading: str) -> list[list[str]]:
        """The cells of the first table below a heading, as a reader sees them."""
        table = self.page.locator(f"xpath=//h2[.='{heading}']/following::table[1]")
        rows = table.locator("tr").all()
        return [
            [" ".join(cell.inner_text().split()) for cell in row.locator("th, td").all()]
            for row in rows
        ]


@pytest.fixture(scope="module", params=WIDTHS)
def visit(request, study, chromium, tmp_path_factory):
    """The report on a screen of some width, with a picture of it for whoever wants to look."""
    width, height = WIDTHS[request.param]
    page = chromium.new_page(viewport={"width": width, "height": height})
    visit = Visit(page)
    page.goto((study.folder / "report.html").as_uri(), wait_until="load")
    picture = tmp_path_factory.mktemp("screens") / f"{request.param}.png"
    page.screenshot(path=picture, full_page=True)
    yield visit
    page.close()


def test_nothing_fails_and_nothing_is_asked_from_outside(visit, study):
    assert (visit.said, visit.failed) == ([], [])
    page, *others = visit.asked
    assert page == (study.folder / "report.html").as_uri()
    assert all(url.startswith("data:image/png;base64,") for url in others)


def test_every_picture_is_drawn_and_shows_what_its_words_say(visit, study):
    shown = visit.page.evaluate(
        "[...document.images].map(i => [i.alt, i.src, i.naturalWidth, i.naturalHeight, i.width])"
    )
    figures = {words: study.plot(kind) for words, kind in PICTURES.items()}
    figures[WORLDS] = worlds_figure(study.answer, study.robustness)
    assert [alt for alt, *_ in shown] == [*PICTURES, WORLDS]
    for alt, source, width, height, wide in shown:
        inches = figures[alt].get_size_inches()
        assert (width, height) == tuple(150 * inches), alt
        assert wide > 300, alt
        assert source == as_data_uri(figures[alt], study.answer.provenance), alt


@pytest.mark.parametrize(
    ("scope", "heading"),
    [
        ("region", "The whole region, net of displacement"),
        ("members", "Members, against the same entrepreneurs under one_on_one"),
    ],
)
def test_cells_of_the_tables_are_those_of_effects_csv(visit, study, scope, heading):
    effects = pd.read_csv(study.folder / "effects.csv")
    effects = effects[effects["scope"] == scope].set_index(["policy", "outcome"])
    head, *rows = visit.cells(heading)
    assert head == ["policy", *(title for title, _, _ in SHOWN.values())]
    assert {row[0] for row in rows} == set(effects.index.get_level_values("policy"))
    for policy, *cells in rows:
        for cell, (outcome, (_, scale, digits)) in zip(cells, SHOWN.items(), strict=True):
            told = effects.loc[(policy, outcome), ["difference", "low", "high"]] / scale
            certain = told["low"] == told["high"]
            mean = signed(told["difference"], digits)
            assert cell == (mean if certain else small(*told, digits)), (policy, outcome)


def test_cells_of_the_ranking_are_those_of_ranking_csv(visit, study):
    ranking = pd.read_csv(study.folder / "ranking.csv").set_index("policy")
    _, *rows = visit.cells("Ranked by net monetary benefit, against one_on_one")
    assert [row[0].removesuffix(" (baseline)") for row in rows] == list(ranking.index)
    for name, benefit, work, _, best, word in rows:
        row = ranking.loc[name.removesuffix(" (baseline)")]
        ends = ("", "_low", "_high")
        keur = small(*(row[f"net_benefit{end}_eur"] / 1e3 for end in ends))
        years = small(*(row[f"job_years_pv{end}"] for end in ends), 1)
        baseline = name.endswith("(baseline)")
        assert (benefit, work) == (("0", "0") if baseline else (keur, years))
        assert best == f"{100 * row['probability_best']:,.0f} %"
        assert word == row["against_first"]


def test_the_page_fits_its_screen(visit):
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= visit.page.viewport_size["width"]


def test_no_markup_is_left_in_the_words(visit):
    """Found by looking at the page: asterisks of Markdown around three words."""
    assert not set("*{}`") & set(visit.page.locator("body").inner_text())
