"""Every verb is readable on a terminal of any width and in a pipe: no name or number is broken.

Each verb speaks into a pipe and in a real pseudo-terminal. Every word of the pipe has to stand
whole at every width, and the other way round; no line may be longer than the terminal is wide, but
for a single word that is longer.
"""

import re

import pandas as pd
import pytest

from talkoot.sim.show.lines import fit_to_width
from talkoot.sim.show.terminal import titled

from ..answers.reading import page_of
from .speaking import heard

WIDTHS = [60, 80, 100, 140]
SMALL = "region.firms=60 replications=2"
CHEAP = [
    "compare parameters.job_year_value_eur=15000,25000 months=6 engine=threads study=s " + SMALL,
    "compare parameters.job_year_value_eur=15000,25000 dry_run=true months=6 " + SMALL,
    "run months=9 region.firms=60",
    "story months=12 region.firms=60",
    "table1 months=6 region.firms=60",
    "survey months=6 region.firms=60",
    "trial trial=colombia sample=60 replications=2",
    "power growth_sd=0.5 icc=0.02 simulate=[]",
    "list",
    "show compare scenario=empty_north",
    "show policies=[joint_handover,one_on_one]",
    "show region=kainuu",
    "parameters",
    "status",
    "status study=s",
    "verify study=s",
    "schedule",
    "schema policy",
    "credibility",
    "--help",
    *(f"{verb} --help" for verb in ("compare", "sweep", "trial", "roster", "new", "explain")),
]
DEAR = ["compare months=12 robustness=2 study=a " + SMALL, "report study=a", "odd"]
TAKES_NO_RESULTS = ("list", "show compare", "show region", "parameters", "schedule", "schema")
TAKES_NO_RESULTS += ("credibility", "odd", "story")


def words(text):
    """Return what must not be broken: all between spaces that holds a letter or a digit."""
    timeless = re.sub(r"(?m)^time .*|\d\d:\d\d", "", text)  # a dry run's, and of the day
    return {word for word in timeless.split() if any(letter.isalnum() for letter in word)}


def check(lines, results):
    """Say lines, each at its widths, and compare what a terminal has with what a pipe has."""
    placed = {}
    for line, widths in lines.items():
        alone = line.startswith(TAKES_NO_RESULTS) or line.endswith("--help")
        placed[line if alone else f"{line} results={results}"] = widths
    piped = heard([(0, line) for line in placed], terminal=False)
    told = heard([(width, line) for line, widths in placed.items() for width in widths])
    for (width, line), (code, text) in told.items():
        piped_code, page = piped[0, line]
        assert code == piped_code == 0 and page.strip(), line
        torn = words(page) ^ words(text)
        assert not torn, (line, width, sorted(torn))
        for said in text.split("\n"):
            too_long = len(said.rstrip()) > width and " " in said.strip()
            assert not too_long, (line, width, said)


def test_every_verb_at_every_width_and_in_a_pipe(tmp_path):
    check({DEAR[0]: [80], **dict.fromkeys(CHEAP, WIDTHS), "report study=s": [60]}, tmp_path)


@pytest.mark.torture
def test_what_takes_long_at_every_width(tmp_path):
    check(dict.fromkeys(DEAR, WIDTHS), tmp_path)


@pytest.mark.parametrize("width", [40, *WIDTHS])
def test_what_takes_long_to_find_is_told_at_every_width(width):
    from talkoot.sim.answers.credibility import VALIDATED
    from talkoot.sim.show.table_evidence import posterior_table, verdicts_table

    row = {"sought_low": 0.2, "sought_high": 1.0, "found": 0.782, "low": 0.7, "high": 0.85}
    rows = [{"parameter": "closing_years_2_5_annual", **row, "pinned": False, "left": 0.6}]
    found = posterior_table("A register.", pd.DataFrame(rows))
    for told in (found, verdicts_table(pd.read_csv(VALIDATED, keep_default_na=False))):
        text = page_of(told, width)
        assert words(page_of(told, 200)) == words(text)
        assert max(len(line.rstrip()) for line in text.split("\n")) <= width


def test_what_does_not_fit_beside_goes_on_below():
    table = titled("Three")
    for heading in ("policy", "gain", "cost"):
        table.add_column(heading, justify="left" if heading == "policy" else "right")
    table.add_row("joint_facilitator_agenda", "+1,234,567 ±12", "+9,876,543 ±98")
    lines = [line.split() for line in page_of(table, 45).split("\n")]
    assert lines.count(["policy", "gain"]) == lines.count(["policy", "cost"]) == 1
    assert ["joint_facilitator_agenda", "+9,876,543", "±98"] in lines


def test_a_command_that_is_broken_can_still_be_copied():
    text = fit_to_width("to go on:  talkoot compare 'without=[a, b]' region.firms=60 months=12", 46)
    assert text.split("\n") == [
        "to go on:  talkoot compare 'without=[a, b]' \\",
        "  region.firms=60 months=12",
    ]
