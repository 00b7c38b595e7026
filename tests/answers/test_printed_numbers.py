"""Every number an analyst reads is the one that pandas finds in the table of outcomes."""

import contextlib
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from talkoot.sim.answers.answer import compare_outcomes
from talkoot.sim.answers.headline import headline
from talkoot.sim.show.report import page
from talkoot.sim.show.table_answer import print_answer
from tests.lines import study_from

N = 30
BASELINE = "one_on_one"
POLICIES = ["no_support", BASELINE, "pbas", "joint_handover"]
WORTH_EUR = 20_000.0
# outcome: (level, effect, luck), each unlike the others; the unit it is shown in, and its size
MADE_UP = {
    "firms": (4100.0, 3.0, 0.7),
    "jobs_fte": (9990.0, 41.0, 5.0),
    "job_years_pv": (89_000.0, 160.0, 11.0),
    "turnover_eur": (1.8e9, 7.3e6, 1.1e6),
    "ventures": (400.0, 52.0, 4.0),
    "expertise": (0.41, 0.037, 0.004),
    "practice": (0.52, -0.028, 0.003),
    "public_pv_eur": (4.0e6, 5.0e5, 3.0e4),
}
SHOWN = {
    "firms": ("firms", 1.0, 1),
    "jobs_fte": ("jobs, FTE", 1.0, 1),
    "turnover_eur": ("turnover, kEUR/a", 1e3, 0),
    "ventures": ("ventures", 1.0, 1),
    "expertise": ("expertise, points of 100", 0.01, 2),
    "public_pv_eur": ("public cost, kEUR", 1e3, 0),
}
HOURS = {
    "group_hours_paid": 4320.0,
    "group_hours_unused": 864.0,
    "advice_hours_paid": 0.0,
    "advice_hours_unused": 0.0,
}
SIZES = {"no_support": -0.35, "pbas": 1.3, "joint_handover": 1.17}  # of the effects
THE_LESS = 0.6  # of members' effects is left for the region


def outcomes(sizes, replications=N):
    """Return a table in which every policy, scope and outcome differs by an amount of its own."""
    luck = np.random.default_rng(5)
    rows = []
    for r in range(replications):
        base = {
            name: level + 10.0 * noise * luck.normal()
            for name, (level, _, noise) in MADE_UP.items()
        }
        base |= HOURS
        rows.append({"policy": BASELINE, "scope": "region", "members": 0, **base})
        for policy, size in sizes.items():
            moved = {
                name: size * effect + noise * luck.normal()
                for name, (_, effect, noise) in MADE_UP.items()
            }
            region = {name: base[name] + THE_LESS * moved[name] for name in MADE_UP} | HOURS
            members = {name: base[name] / 7.0 + moved[name] for name in MADE_UP} | HOURS
            before = {name: base[name] / 7.0 for name in MADE_UP} | HOURS
            n = 0 if policy == "no_support" else 290
            for scope, values in (
                ("region", region),
                ("members", members),
                ("members_under_baseline", before),
            ):
                rows.append({"policy": policy, "scope": scope, "members": n, **values})
        for row in rows[-(1 + 3 * len(sizes)) :]:
            row["replication"] = r
    return pd.DataFrame(rows)


@pytest.fixture(scope="module")
def table():
    return outcomes(SIZES)


@pytest.fixture(scope="module")
def answer(table):
    return answer_from(table)


def answer_from(table):
    """Return the answer to a made-up table of outcomes."""
    policies = [name for name in POLICIES if name in set(table["policy"])]
    typed = [
        f"policies=[{','.join(policies)}]",
        f"replications={max(table['replication'].nunique(), 2)}",
        f"parameters.job_year_value_eur={WORTH_EUR}",
    ]
    config = study_from(typed).model_dump(mode="json")
    return compare_outcomes(config, table, {"version": "made up"}, Path("nowhere"))


@pytest.fixture(scope="module")
def printed(answer):
    """What the terminal shows, as lines."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "140")
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown):
            print_answer(answer)
    return shown.getvalue().splitlines()


def difference(table, policy, outcome, scope="region", other=BASELINE):
    """Return paired differences by replication, as pandas finds them."""
    worth = WORTH_EUR * table["job_years_pv"] - table["public_pv_eur"]
    rows = table.assign(net_benefit_eur=worth)
    rows = rows.set_index(["policy", "scope", "replication"]).sort_index()
    against = (policy, "members_under_baseline") if scope == "members" else (other, "region")
    return rows.loc[(policy, scope), outcome] - rows.loc[against, outcome]


def told(values, scale=1.0):
    """Return mean, low and high of a difference, shown by ``scale``."""
    found = stats.ttest_1samp(values / scale, 0.0)
    interval = found.confidence_interval(0.95)
    return (values / scale).mean(), interval.low, interval.high


def numbers(text):
    """Return the numbers in a text."""
    return [float(n.replace(",", "")) for n in re.findall(r"[-+]?\d[\d,]*(?:\.\d+)?", text)]


def rows_below(lines, title):
    """Return the rows of a printed table by policy (or policy and other): the text behind them."""
    start = next(k for k, line in enumerate(lines) if line.startswith(title))
    found = {}
    for line in lines[start + 1 :]:
        if re.match(r"\s*$", line) and found:
            break
        names = re.match(rf"\s*((?:(?:{'|'.join(POLICIES)})\s+)+)", f"{line} ")
        if names:
            found[" ".join(names[1].split())] = line[names.end() - 1 :]
    return found


class Tables(HTMLParser):
    """The tables of a page: rows of cells as text, by the heading above them."""

    def __init__(self, text):
        super().__init__()
        self.tables, self.heading, self.into = {}, "", None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "h2":
            self.heading, self.into = "", "h2"
        elif tag == "tr":
            self.tables.setdefault(self.heading, []).append([])
        elif tag in ("td", "th"):
            self.tables[self.heading][-1].append("")
            self.into = "cell"

    def handle_endtag(self, tag):
        if tag in ("h2", "td", "th"):
            self.into = None

    def handle_data(self, data):
        if self.into == "h2":
            self.heading += data
        elif self.into == "cell":
            self.tables[self.heading][-1][-1] += f" {data}"


@pytest.fixture(scope="module")
def shown(answer):
    return Tables(page(answer, {})).tables


@pytest.mark.parametrize("scope", ["region", "members"])
def test_a_table_of_differences_shows_what_pandas_finds_in_its_unit(
    table, answer, printed, shown, scope
):
    titles = {
        "region": ("Whole region", "The whole region, net of displacement"),
        "members": (
            "Members of the groups",
            f"Members, against the same entrepreneurs under {BASELINE}",
        ),
    }
    in_terminal = rows_below(printed, titles[scope][0])
    head, *in_report = shown[titles[scope][1]]
    policies = [p for p in SIZES if scope == "region" or p != "no_support"]
    assert set(in_terminal) == {row[0].strip() for row in in_report} == set(policies)
    assert [cell.strip() for cell in head[1:]] == [heading for heading, _, _ in SHOWN.values()]
    for row in in_report:
        policy = row[0].strip()
        expected_in_terminal = []
        for cell, (outcome, (_, scale, digits)) in zip(row[1:], SHOWN.items(), strict=True):
            mean, low, high = told(difference(table, policy, outcome, scope), scale)
            assert numbers(cell) == pytest.approx([mean, low, high], abs=0.5001 * 10.0**-digits)
            expected_in_terminal += [(mean, digits), ((high - low) / 2.0, digits)]
        found = numbers(in_terminal[policy])
        for got, (value, digits) in zip(found, expected_in_terminal, strict=True):
            assert got == pytest.approx(value, abs=0.5001 * 10.0**-digits), policy


def test_the_ranking_shows_net_benefit_and_the_cost_of_a_year_of_work(table, printed, shown):
    in_terminal = rows_below(printed, "Worth its public money?")
    ranked = shown[f"Ranked by net monetary benefit, against {BASELINE}"]
    rows = {row[0].strip(): row for row in ranked}
    for policy in SIZES:
        benefit = told(difference(table, policy, "net_benefit_eur"), 1e3)
        work = told(difference(table, policy, "job_years_pv"))
        assert numbers(in_terminal[policy])[:3] == pytest.approx(benefit, abs=0.5001)
        assert numbers(rows[policy][1]) == pytest.approx(benefit, abs=0.5001)
        assert numbers(rows[policy][2]) == pytest.approx(work, abs=0.05001)
        cost = difference(table, policy, "public_pv_eur").mean()
        if policy == "no_support":
            assert "work falls" in in_terminal[policy] and rows[policy][3].strip() == "work falls"
            continue
        assert numbers(in_terminal[policy])[3] == pytest.approx(cost / work[0], abs=0.5001)
        assert numbers(rows[policy][3])[0] == pytest.approx(cost / work[0], abs=0.5001)


def test_pairs_show_their_paired_difference_word_and_price(table, answer, printed, shown):
    in_terminal = rows_below(printed, "Policy by policy")
    margin = WORTH_EUR * 10.0 / 1e3
    _, *in_report = shown["Policy by policy"]
    assert len(in_report) == len(in_terminal) == len(POLICIES) * (len(POLICIES) - 1) / 2
    words = set()
    for row in in_report:
        policy, other = (cell.strip() for cell in row[:2])
        low_high = told(difference(table, policy, "net_benefit_eur", other=other), 1e3)
        cost = difference(table, policy, "public_pv_eur", other=other).mean() / 1e3
        assert numbers(row[2]) == pytest.approx(low_high, abs=0.5001)
        assert numbers(row[3]) == pytest.approx([cost], abs=0.5001)
        _, low, high = low_high
        inside = -margin < low and high < margin
        word = "equal" if inside else "stands" if low > 0 or high < 0 else "cannot be told"
        assert row[4].strip() == word
        assert word in in_terminal[f"{policy} {other}"]
        assert numbers(in_terminal[f"{policy} {other}"])[:3] == pytest.approx(low_high, abs=0.5001)
        words.add(word)
    assert "stands" in words


def test_hours_that_nobody_used_are_said_as_they_are(answer, printed):
    said = "pbas: of 4,320 hours paid for groups, 864 (20 %) were not used."
    assert said in " ".join(" ".join(printed).split())
    assert said in page(answer, {})


def test_the_headline_says_the_numbers_of_the_policy_it_names(table, answer):
    said = headline(answer)
    first, second = "pbas", "joint_handover"
    mean, low, high = told(difference(table, first, "net_benefit_eur"), 1e3)
    interval = f"{mean:+,.0f} kEUR [{low:+,.0f} to {high:+,.0f}]"
    assert f"{first} does best: {interval} of net benefit against {BASELINE}" in said
    assert second not in said
    before = table[(table["policy"] == first) & (table["scope"] == "members_under_baseline")]
    level = before["turnover_eur"].mean()
    mean, low, high = told(difference(table, first, "turnover_eur", "members"), level / 100.0)
    assert f"differs by {mean:+.1f} % [{low:+.1f} to {high:+.1f}]" in said
    mean, low, high = told(difference(table, first, "job_years_pv"))
    assert f"work differs by {mean:+.1f} FTE-years [{low:+.1f} to {high:+.1f}]" in said
