"""The sentences with numbers that a made-up study must say, from pandas' own figures."""

from .conftest import MadeUp
from .own_cells import of_scope, over_worlds, signed
from .pandas_own import TURNED


def best(made: MadeUp) -> str:
    own, first = made.own, made.own.ranked[0]
    level = own.values(first, "turnover_eur", "members_under_baseline").mean()
    more = own.told(first, "turnover_eur", "members", scale=level / 100.0)
    work = own.told(first, "job_years_pv")
    mean, *ends = own.benefit(first)
    narrow = own.told(first, "job_years_pv", "region_small")
    times = (work[2] - work[1]) / (narrow[2] - narrow[1])
    return (
        f"In Kainuu, Finland, over 10 years, {first} does best: {signed(mean)} kEUR "
        f"[{signed(ends[0])} to {signed(ends[1])}] of net benefit against one_on_one. Under "
        f"{first}, members' turnover in the last year differs by {signed(more[0], 1)} % "
        f"[{signed(more[1], 1)} to {signed(more[2], 1)}] from what the same entrepreneurs have "
        "under one_on_one; for the whole region, net of displacement, work differs by "
        f"{signed(work[0], 1)} FTE-years [{signed(work[1], 1)} to {signed(work[2], 1)}]. A few "
        f"large firms make that interval {times:.1f} times as wide as the one of firms small by "
        f"nature, whose work differs by {signed(narrow[0], 1)} FTE-years [{signed(narrow[1], 1)} "
        f"to {signed(narrow[2], 1)}]. "
        f"One FTE-year is valued at EUR {own.worth_eur:,.0f}, an assumption."
    )


def carried(made: MadeUp) -> str:
    """The share of the sum that the top carry, policy by policy."""
    shares = {}
    for p in of_scope(made.own, "members"):
        total = made.own.difference(p, "turnover_eur", "members").mean()
        top = made.own.values(p, "top_gain_eur", "members").mean()
        shares[p] = float(100 * top / total)
    clauses = [
        f"{share:.0f} % of the sum under {p}" + " (the others lose on balance)" * (share > 100.0)
        for p, share in shares.items()
    ]
    return f"members who gain most in turnover carry {' and '.join(clauses)}."


def worlds(made: MadeUp) -> str:
    worlds = made.worlds
    firsts = [policy for _, policy, _ in worlds.best()]
    counts = sorted({p: firsts.count(p) for p in firsts}.items(), key=lambda item: -item[1])
    told = [c for *_, c in over_worlds(worlds)]
    n = {word: sum(c.word == word for c in told) for word in ("stands", "equal", "turned")}
    beyond = [c.beyond for c in told]
    untold = len(told) - sum(n.values())
    return (
        f"the highest mean is that of {' and '.join(f'{p} in {k}' for p, k in counts)}. Pairs of "
        f"policies whose order stands in every world: {n['stands']} of {len(told)}; equal in every "
        f"world: {n['equal']}; turned: {n['turned']}; cannot be told: {untold} (chance only: in "
        f"one world a difference is sure beyond {min(beyond):,.0f} to {max(beyond):,.0f} kEUR)."
    )


def turned(made: MadeUp) -> str:
    turned = [(a, b, c) for a, b, _, c in over_worlds(made.worlds) if c.word == TURNED]
    clauses = [
        f"{a} surely has more net benefit than {b} in the world ({c.sure_more}) and surely less "
        f"in ({c.sure_less})"
        for a, b, c in turned
    ]
    return f"Rank reversal between worlds: {'; '.join(clauses)}."


def swept(made: MadeUp) -> str:
    firsts = [own.ranked[0] for own in made.swept.values()]
    counts = sorted({p: firsts.count(p) for p in firsts}.items(), key=lambda item: -item[1])
    sure = sum(
        all(own.word(own.ranked[0], other) == "stands" for other in own.ranked[1:])
        for own in made.swept.values()
    )
    return (
        f"Over 4 scenarios, the highest mean net benefit is that of "
        f"{' and '.join(f'{p} in {k}' for p, k in counts)}. It is surely ahead of every other "
        f"policy in {sure} of 4; elsewhere others are equal or cannot be told from it."
    )


def margin(made: MadeUp) -> str:
    return f"One job's worth: ±{made.own.margin:,.0f} kEUR."


def worth(made: MadeUp) -> str:
    return f"worth to the public (EUR {made.own.worth_eur:,.0f} per full-time year"


def idle(made: MadeUp) -> str:
    paid, idle = (made.own.values("pbas", f"group_hours_{k}").mean() for k in ("paid", "unused"))
    return f"pbas: of {paid:,.0f} hours paid for groups, {idle:,.0f} ({100 * idle / paid:.0f} %)"
