"""The cells that every table of a made-up study must have, from pandas' own figures."""

from collections.abc import Callable
from typing import NamedTuple

from .conftest import MadeUp
from .made_up import POLICIES
from .pandas_own import TURNED, Own, OwnWorlds
from .reading import Cells

SHOWN = {
    "firms": ("firms", 1.0, 1),
    "jobs_fte": ("jobs, FTE", 1.0, 1),
    "turnover_eur": ("turnover, kEUR/a", 1e3, 0),
    "ventures": ("ventures", 1.0, 1),
    "expertise": ("expertise, points of 100", 0.01, 2),
    "public_pv_eur": ("public cost, kEUR", 1e3, 0),
}
"""Outcomes in tables of differences: heading with unit, size of the unit, digits."""
LINES = {
    "region": "all",
    "region_small": "small by nature",
    "region_large": "large by nature",
}
GROUPS = ["pbas", "joint_handover"]
BASIS = {
    frozenset({"no_support", "one_on_one"}): "pinned by C14",
}


def signed(value: float, digits: int = 0) -> str:
    return f"{value:+z,.{digits}f}"


def bracketed(mean: float, low: float, high: float, digits: int = 0) -> str:
    return f"{signed(mean, digits)} [{signed(low, digits)} to {signed(high, digits)}]"


def small(mean: float, low: float, high: float, digits: int = 0) -> str:
    """A mean above its interval in small print, as a page has it."""
    return f"{signed(mean, digits)} {signed(low, digits)} to {signed(high, digits)}"


def withheld(own: Own, policy: str) -> str:
    """Why there is no price of an FTE-year, if there is none."""
    _, low, high = own.told(policy, "job_years_pv")
    return "" if low > 0.0 else "work falls" if high < 0.0 else "not distinguishable"


def price(own: Own, policy: str) -> str:
    return withheld(own, policy) or "{:,.0f} [{:,.0f} to {:,.0f}]".format(*own.price(policy))


def benefit_cells(own: Own, policy: str) -> list[str]:
    if policy == "one_on_one":
        return ["0 (baseline)", ""]
    return [bracketed(*own.benefit(policy)), price(own, policy)]


WORTH = ["net benefit, kEUR [95 %]", "EUR per FTE-year"]


def ranking(made: MadeUp) -> Cells:
    own = made.own
    rows = [
        [p, *benefit_cells(own, p), f"{own.best_in(p):.0f} %", own.against_first(p)]
        for p in own.ranked
    ]
    return [["policy", *WORTH, "best in", "first vs this"], *rows]


def ranking_page(made: MadeUp) -> Cells:
    own = made.own
    units = ["net benefit, kEUR", "work, FTE-years", "EUR per FTE-year"]
    rows = [["policy", *units, "best in", "first vs this"]]
    for p in own.ranked:
        name, cells = f"{p} (baseline)", ["0", "0", ""]
        if p != "one_on_one":
            name, work = p, own.told(p, "job_years_pv")
            dear = withheld(own, p) or "{:,.0f} {:,.0f} to {:,.0f}".format(*own.price(p))
            cells = [small(*own.benefit(p)), small(*work, digits=1), dear]
        rows.append([name, *cells, f"{own.best_in(p):.0f} %", own.against_first(p)])
    return rows


def pairs(made: MadeUp) -> Cells:
    own = made.own
    rows = [
        [a, b, bracketed(*own.benefit(a, b)), own.word(a, b), f"{own.needed(a, b):,}"]
        for a, b in own.pairs
    ]
    return [["policy", "against", "kEUR [95 %]", "word", "needed"], *rows]


def pairs_page(made: MadeUp) -> Cells:
    own = made.own
    units = ["net benefit, kEUR", "more public cost, kEUR"]
    rows = [["policy", "against", *units, "word", "replications needed"]]
    for a, b in own.pairs:
        dearer = own.told(a, "public_pv_eur", "region", b, scale=1e3)[0]
        figures = [small(*own.benefit(a, b)), signed(dearer), own.word(a, b)]
        rows.append([a, b, *figures, f"{own.needed(a, b):,}"])
    return rows


def lines(made: MadeUp) -> Cells:
    rows = [["policy", "firms", "FTE-years [95 %]", "sd"]]
    for p in of_scope(made.own, "region"):
        for k, (scope, line) in enumerate(LINES.items()):
            work = bracketed(*made.own.told(p, "job_years_pv", scope), digits=1)
            sd = made.own.difference(p, "job_years_pv", scope).std()
            rows.append(["" if k else p, line, work, f"{sd:,.1f}"])
    return rows


def lines_page(made: MadeUp) -> Cells:
    rows = [["policy", "all firms", "small by nature", "large by nature"]]
    for p in of_scope(made.own, "region"):
        cells = []
        for scope in LINES:
            told = made.own.told(p, "job_years_pv", scope)
            sd = made.own.difference(p, "job_years_pv", scope).std()
            cells.append(f"{small(*told, 1)} sd {sd:,.1f}" + unsure(told))
        rows.append([p, *cells])
    return rows


def unsure(told: list[float]) -> str:
    """The mark of a grey cell: the interval holds zero."""
    return " (unsure)" * bool(told[1] <= 0.0 <= told[2])


class Column(NamedTuple):
    """What must stand in a column: heading, mean with interval, and how they are written."""

    heading: str
    told: Callable[[Own, str], list[float]]
    digits: int
    sign: str = "+"


def of(heading: str, outcome: str, scope: str, scale: float = 1.0, digits: int = 1) -> Column:
    return Column(heading, lambda own, p: own.told(p, outcome, scope, scale=scale), digits)


def percent(heading: str, outcome: str) -> Column:
    return Column(heading, lambda own, p: own.share(p, outcome), 1)


def gain(heading: str, outcome: str, digits: int = 1, sign: str = "+") -> Column:
    return Column(heading, lambda own, p: own.gain(p, outcome), digits, sign)


def number(heading: str, outcome: str, digits: int = 1) -> Column:
    return Column(heading, lambda own, p: own.gain(p, outcome, 1.0), digits, "")


def shown(scope: str) -> list[Column]:
    return [of(heading, name, scope, *how) for name, (heading, *how) in SHOWN.items()]


TYPICAL = [
    percent("turnover, sum, %", "turnover_eur"),
    gain("mean, log points", "turnover_log_mean"),
    gain("median, log points", "turnover_log_median"),
    gain("lower decile", "turnover_log_p10"),
    gain("upper decile", "turnover_log_p90"),
    gain("unchanged, %", "turnover_unchanged", 0, ""),
]
STAFF = [
    percent("employees, sum, %", "employees"),
    gain("members with more, %", "staff_more", 0, ""),
    gain("with fewer, %", "staff_fewer", 0, ""),
    gain("with as many, %", "staff_unchanged", 0, ""),
]
ORIGINS = [
    of("hired: unemployed", "hired_jobless", "region"),
    of("hired: region's firms", "hired_from_firms", "region"),
    of("hired: other jobs", "hired_from_other_jobs", "region"),
    of("hired: elsewhere", "hired_from_elsewhere", "region"),
    of("gross: members' jobs, FTE", "jobs_fte", "members"),
    of("net: region's jobs, FTE", "jobs_fte", "region"),
]
UNPAID = [
    of("owners' hours", "owner_hours", "region", 1.0, 0),
    of("travel, kEUR", "travel_eur", "region", 1e3, 1),
]
NETWORK = [
    number("ties of a member", "ties_mean"),
    number("with members", "ties_among"),
    gain("no tie, %", "ties_none", 0, ""),
    gain("into other groups, %", "ties_across", 0, ""),
    gain("clustering, %", "ties_clustering", 0, ""),
    gain("by chance", "ties_clustering_random", 0, ""),
    gain("by chance in groups", "ties_clustering_in_groups", 0, ""),
    number("by trade, -1 to 1", "ties_trade", 2),
]
REACH = [
    number("parts", "ties_parts", 0),
    gain("in the largest, %", "ties_largest", 0, ""),
    number("steps in it", "ties_path"),
    number("by chance", "ties_path_random"),
]
SECTIONS = [
    (shown("region"), "region"),
    (shown("members"), "members"),
    (TYPICAL, "members"),
    (STAFF, "members"),
    (ORIGINS, "region"),
    (UNPAID, "region"),
    (NETWORK, "members"),
    (REACH, "members"),
]
"""Columns of each table of differences, in the order of the tables, and of whom its rows are."""


def differences(columns: list[Column], scope: str) -> Callable[[MadeUp], Cells]:
    def cells(made: MadeUp) -> Cells:
        rows = [["policy", *(column.heading.replace(", ", " ") for column in columns)]]
        for p in of_scope(made.own, scope):
            figures = []
            for column in columns:
                mean, low, high = column.told(made.own, p)
                half = f"{(high - low) / 2.0:,.{column.digits}f}"
                figures.append(f"{mean:{column.sign}z,.{column.digits}f} ±{half}")
            rows.append([p, *without_members(p, columns, figures)])
        return rows

    return cells


def differences_page(columns: list[Column], scope: str) -> Callable[[MadeUp], Cells]:
    def cells(made: MadeUp) -> Cells:
        rows = [["policy", *(column.heading for column in columns)]]
        for p in of_scope(made.own, scope):
            figures = []
            for column in columns:
                told = column.told(made.own, p)
                mean, low, high = (f"{x:{column.sign}z,.{column.digits}f}" for x in told)
                figures.append(f"{mean} {low} to {high}" + unsure(told))
            rows.append([p, *without_members(p, columns, figures)])
        return rows

    return cells


def without_members(policy: str, columns: list[Column], figures: list[str]) -> list[str]:
    """The same, and nothing about members where there are none."""
    if policy in GROUPS:
        return figures
    pairs = zip(columns, figures, strict=True)
    return ["" if "members" in column.heading else figure for column, figure in pairs]


def of_scope(own: Own, scope: str) -> list[str]:
    known = GROUPS if scope == "members" else POLICIES
    return [p for p in own.ranked if p in known and p != "one_on_one"]


def budgets(made: MadeUp) -> Cells:
    head = ["policy", "as written, kEUR", "hours added a month*", "planned, kEUR", "spent, kEUR"]
    return [head, *budget_rows(made, ["0", "none: costs nothing, left as it is", "0", "0"])]


def budgets_page(made: MadeUp) -> Cells:
    hours = "hours added per catchment and month"
    head = ["policy", "as written, kEUR", hours, "planned, kEUR", "spent, kEUR"]
    spent = made.own.values("no_support", "public_pv_eur").mean() / 1e3
    free = ["0.0", "exempt: costs nothing", "0.0", f"{spent:,.1f}"]
    return [head, *budget_rows(made, free)]


def budget_rows(made: MadeUp, free: list[str]) -> Cells:
    rows = []
    for budget in made.budgets:  # whose own numbers are those of tests/worlds/test_budget.py
        planned = [f"{budget.planned_pv_eur / 1e3:,.1f}", f"{budget.added_hours:,.1f}"]
        spent = made.own.values(budget.policy, "public_pv_eur").mean() / 1e3
        given = [f"{budget.budget_pv_eur / 1e3:,.1f}", f"{spent:,.1f}"]
        rows.append([budget.policy, *(free if not budget.budget_pv_eur else planned + given)])
    return rows


def contrasts(made: MadeUp) -> Cells:
    heads = ["policy", "against", "rests on", "kEUR, from", "to", "more in", "word"]
    rows = []
    for a, b, rests_on, c in over_worlds(made.worlds):
        ends = [signed(c.low), signed(c.high)]
        rows.append([a, b, rests_on, *ends, f"{c.more} of 32", c.word])
    return [heads, *rows]


def contrasts_page(made: MadeUp) -> Cells:
    ends = ["net benefit, kEUR: least to most", "sure beyond", "more in", "word"]
    rows = [["policy", "against", "rests on", *ends]]
    for a, b, rests_on, c in over_worlds(made.worlds):
        more = f"{c.more} of 32 surely more in {c.above}, less in {c.below}"
        turned = f" surely more: {c.sure_more} surely less: {c.sure_less}"
        word = c.word + turned * (c.word == TURNED)
        span = f"{signed(c.low)} to {signed(c.high)}"
        rows.append([a, b, rests_on, span, f"{c.beyond:,.0f}", more, word])
    return rows


def over_worlds(worlds: OwnWorlds):
    ranked = worlds.ranked
    for k, a in enumerate(ranked):
        for b in ranked[k + 1 :]:
            yield a, b, BASIS.get(frozenset({a, b}), "assumption"), worlds.contrast(a, b)


def worlds_table(made: MadeUp) -> Cells:
    best = made.worlds.best()
    rows = [[world, p, signed(keur)] for world, p, keur in best if "transport" in world]
    sets = [(p, keur) for world, p, keur in best if "transport" not in world]
    for policy in sorted({p for p, _ in sets}):
        keur = [figure for p, figure in sets if p == policy]
        ends = f"{signed(min(keur))} to {signed(max(keur))}"
        rows.append([f"{len(keur)} of {len(sets)} admissible sets", policy, ends])
    return [["world", "policy", "net benefit, kEUR"], *rows]


def worlds_page(made: MadeUp) -> Cells:
    rows = [[world, policy, signed(keur)] for world, policy, keur in made.worlds.best()]
    return [["world", "policy", "net benefit, kEUR"], *rows]


def by_scenario(made: MadeUp) -> Cells:
    rows = [["", "scenario", "policy", *WORTH, "first vs this"]]
    for number, (label, own) in enumerate(made.swept.items()):
        for k, p in enumerate(own.ranked):
            start = [f"{number}", label] if k == 0 else ["", ""]
            rows.append([*start, p, *benefit_cells(own, p), own.against_first(p)])
    return rows
