"""The cells that every table of a made-up study must have, from pandas' own figures."""

from collections.abc import Callable

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
OUTCOMES = [heading for heading, _, _ in SHOWN.values()]
GROUPS = ["pbas", "joint_handover"]
BASIS = {
    frozenset({"no_support", "one_on_one"}): "pinned by C14",
}


def signed(value: float, digits: int = 0) -> str:
    return f"{value:+z,.{digits}f}"


def bracketed(mean: float, low: float, high: float) -> str:
    return f"{signed(mean)} [{signed(low)} to {signed(high)}]"


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


def differences(scope: str) -> Callable[[MadeUp], Cells]:
    def cells(made: MadeUp) -> Cells:
        rows = [["policy", *(heading.replace(", ", " ") for heading in OUTCOMES)]]
        for p in of_scope(made.own, scope):
            figures = []
            for outcome, (_, scale, digits) in SHOWN.items():
                mean, low, high = made.own.told(p, outcome, scope, scale=scale)
                figures.append(f"{signed(mean, digits)} ±{(high - low) / 2.0:,.{digits}f}")
            rows.append([p, *figures])
        return rows

    return cells


def differences_page(scope: str) -> Callable[[MadeUp], Cells]:
    def cells(made: MadeUp) -> Cells:
        rows = [["policy", *OUTCOMES]]
        for p in of_scope(made.own, scope):
            figures = []
            for outcome, (_, scale, digits) in SHOWN.items():
                told = made.own.told(p, outcome, scope, scale=scale)
                figures.append(small(*told, digits) + " (unsure)" * bool(told[1] <= 0.0 <= told[2]))
            rows.append([p, *figures])
        return rows

    return cells


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
