"""The page about the case: tables with intervals, made from runs; nothing in it is typed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy.stats import CensoredData, ecdf, sem
from scipy.stats import t as student

from talkoot.scenarios.names import names

from ..mutation.report import lines
from .elements import ELEMENTS, FULL
from .groups import MONTHS, POLICIES
from .networks import ALL, BEYOND, MEMBERS, TARGETS
from .theories import THEORIES
from .ventures import MANY, large_houses

Found = dict[tuple[Any, ...], list[Any]]
LINE_OF_WORDS = 0.06
AT = (12, 24, 36, 60, 120)
DIRECTION = {-1: "falls", 1: "rises"}
OPENING = """\
# The case as it was: what each part does

`make case ARGS="runs={runs}"` wrote this page. What was expected was written down before the runs
(`tests/case`); ± is half of a 95 % interval over replications, chance only. A comparison has the
same people and the same luck on both sides.
"""
ELEMENTS_OPENING = """\
## The elements, taken away one by one

Kainuu, 60 months, {runs} replications; `joint_handover` and the same without one element, judged by
the figure that the element should move. *Cannot be told*: the interval holds zero. An element none
of whose figures can be told is a decoration as far as this model knows, and README.md says so.
"""
THEORIES_OPENING = """\
## Two theories of knowledge

Know-how that one person gets, over what an evening in a room gives whoever comes ({runs}
replications of Kainuu, three years). A memo beside a meeting tells the theories apart; a screen
does less so.
"""
GROUPS_OPENING = """\
## How long groups live

The case's 13 groups, {runs} replications: the share that still meets (Kaplan-Meier, with its 95 %
interval; groups as if independent of each other). The paper tells of one launch in 13 that failed.

![Share of groups that go on, by month and policy](pictures/survival_of_groups.png)
"""
NETWORKS_OPENING = """\
## The network of owners

All firms of Kainuu at month 0, and members of five groups in two towns after three years, {runs}
replications; the random graph has as many firms and ties. S: read in the source, D: derived, A:
proposed on what was read. What a survey counts is not what a model counts: ranges are wide.
"""
VENTURES_OPENING = """\
## Joint ventures

`talkoot run scenario=microentre_2015_2019`, {runs} runs of 13 groups in five years. The case tells
of one exhibition house that ten owners built. Houses of {many} and more: {houses} in a run on
average ({each}).
"""
REQUESTS_OPENING = """\
## Requests to linked groups

240 members in groups of a size, of one trade each or mixed, three years, {runs} seeds. A request is
a problem of a kind that nobody at the table has lived through.
"""


def mean_and_half(values: Iterable[float]) -> tuple[float, float]:
    """Return the mean and half of its 95 % interval (t)."""
    sample = np.array(list(values), float)
    return float(sample.mean()), float(sem(sample) * student.ppf(0.975, sample.size - 1))


def told(values: Iterable[float], digits: int = 2) -> str:
    """Return a mean with half of its interval."""
    mean, half = mean_and_half(values)
    return f"{mean:.{digits}f} ± {half:.{digits}f}"


def verdict(expected: int, mean: float, half: float) -> str:
    """Return what a difference says of the expectation."""
    if not abs(mean) > half:
        return "cannot be told"
    return "as expected" if np.sign(mean) == expected else "the other way"


def table(heading: list[str], rows: Iterable[list[str]]) -> list[str]:
    """Return a table."""
    return [*lines([heading, ["---"] * len(heading), *rows]), ""]


def rows_of_elements(lives: list[Any]) -> list[list[str]]:
    """Return a row for each element, of every replication's figures."""
    rows = []
    for one in ELEMENTS:
        there = [life[FULL, one.figure] for life in lives]
        gone = [life[one.without, one.figure] for life in lives]
        change = [b - a for a, b in zip(there, gone, strict=True)]
        rows.append(
            [
                one.name,
                f"`{one.without}`",
                f"{one.figure} {DIRECTION[one.expected]}: {one.why}",
                f"{np.mean(there):.3f}",
                f"{np.mean(gone):.3f}",
                told(change, 3),
                verdict(one.expected, *mean_and_half(change)),
            ]
        )
    return rows


def of_elements(found: Found) -> list[str]:
    """Return the table of elements."""
    lives = found["elements",]
    heading = ["element", "without it", "expected, and why", "with", "without", "difference"]
    rows = rows_of_elements(lives)
    return [ELEMENTS_OPENING.format(runs=len(lives)), *table([*heading, "verdict"], rows)]


def of_theories(found: Found) -> list[str]:
    """Return the table of ratios."""
    rows = []
    for theory in THEORIES:
        here = found["theories", theory]
        columns = [[getattr(one, name) for one in here] for name in ("memo", "reader", "online")]
        rows.append([f"`{theory}`", *(told(column) for column in columns)])
    heading = ["theory", "memo, who missed the evening", "memo, who read it", "evening on a screen"]
    return [THEORIES_OPENING.format(runs=len(here)), *table(heading, rows)]


def survival(found: Found, policy: str) -> Any:
    """Return the survival function of a policy's groups."""
    lived = np.concatenate(found["groups", policy])
    goes_on = np.isinf(lived)
    censored = np.full(goes_on.sum(), MONTHS)
    return ecdf(CensoredData(uncensored=lived[~goes_on], right=censored)).sf


def of_groups(found: Found) -> list[str]:
    """Return the table of survival."""
    rows = []
    for policy in POLICIES:
        curve = survival(found, policy)
        band = curve.confidence_interval()
        rows.append([f"`{policy}`"])
        for month in AT:
            share, low, high = (
                float(one.evaluate(min(month, MONTHS - 1))) for one in (curve, band.low, band.high)
            )
            rows[-1].append(f"{share:.2f} [{low:.2f}, {high:.2f}]")
    heading = ["policy", *(f"month {month}" for month in AT)]
    runs = len(found["groups", POLICIES[0]])
    return [GROUPS_OPENING.format(runs=runs), *table(heading, rows)]


def draw_survival(found: Found, to: Path) -> None:
    """Draw the curves, each with its name at its end."""
    figure, axes = plt.subplots(figsize=(7.0, 3.8), layout="constrained")
    ends: list[tuple[float, str, str]] = []
    for policy in POLICIES:
        curve = survival(found, policy)
        months = np.arange(MONTHS)
        share, band = curve.evaluate(months), curve.confidence_interval()
        (line,) = axes.step(months, share, where="post")
        low, high = band.low.evaluate(months), band.high.evaluate(months)
        axes.fill_between(months, low, high, step="post", color=line.get_color(), alpha=0.15, lw=0)
        ends.append((share[-1], policy.replace("_", " "), line.get_color()))
    height = -1.0
    for share, words, colour in sorted(ends):
        height = max(float(share), height + LINE_OF_WORDS)
        axes.annotate(words, (MONTHS, height), color=colour, va="center")
    axes.set(xlim=(0, MONTHS + 22), ylim=(0, 1.02), xlabel="month", ylabel="share that goes on")
    axes.set_xticks(range(0, MONTHS + 1, 12))
    axes.set_title("Facilitated groups live longer, and not for ever", loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(to, dpi=110)
    plt.close(figure)


def of_networks(found: Found) -> list[str]:
    """Return the table of networks."""
    rows = []
    for one in TARGETS:
        here = [told_of[one.figure] for told_of in found["networks", one.who]]
        inside = one.low <= np.mean(here) <= one.high
        high = "" if one.high == BEYOND else f"{one.high:g}"
        place = "" if inside else " **outside**"
        rows.append([one.who, one.words, told(here) + place, f"{one.low:g}..{high}", one.source])
    heading = ["who", "figure", "found", "range", "source, mark"]
    page = [NETWORKS_OPENING.format(runs=len(here)), *table(heading, rows)]
    rows = [
        [who, *(told((of[name] for of in found["networks", who]), 3) for name in pair)]
        for who in (ALL, MEMBERS)
        for pair in [("ties_clustering", "random_clustering", "ties_path", "random_path")]
    ]
    heading = ["who", "clustering", "by chance", "mean path", "by chance"]
    return [*page, *table(heading, rows)]


def of_ventures(found: Found, kinds: list[str]) -> list[str]:
    """Return the table of ventures by kind."""
    runs = found["houses",]
    every = pd.concat(runs)
    houses = [large_houses(begun) for begun in runs]
    rows = []
    for kind in kinds:
        counts = [int((begun["kind"] == kind).sum()) for begun in runs]
        partners = every.loc[every["kind"] == kind, "partners"]
        span = f"{partners.median():.0f} ({partners.min()} to {partners.max()})"
        rows.append([f"`{kind}`", str(sum(counts)), told(counts, 1), span])
    opening = VENTURES_OPENING.format(
        runs=len(runs), many=MANY, houses=f"{np.mean(houses):.1f}", each=", ".join(map(str, houses))
    )
    return [opening, *table(["kind", "in all", "in a run", "partners, median (range)"], rows)]


def of_requests(found: Found) -> list[str]:
    """Return the table of requests by size and mix of groups."""
    rows = []
    for key in sorted(key for key in found if key[0] == "requests"):
        _, size, alike = key
        here = found[key]
        answered = [one.answered for one in here if one.asked > 0.0]
        rows.append([str(size), "one trade" if alike else "mixed"])
        rows[-1] += [told(one.asked for one in here), told(answered)]
        rows[-1] += [told(100.0 * one.saved for one in here), told(one.ties for one in here)]
    heading = ["members of a group", "trades", "requests per member and year", "share answered"]
    heading += ["problem months saved, %", "ties across groups per member"]
    return [REQUESTS_OPENING.format(runs=len(here)), *table(heading, rows)]


def written(found: Found, runs: int) -> str:
    """Return the page as Markdown."""
    page = [OPENING.format(runs=runs)]
    for part in (of_elements, of_theories, of_groups, of_networks):
        page += part(found)
    return "\n".join([*page, *of_ventures(found, names("venture")), *of_requests(found)])
