"""Joint ventures begin: weighed, proposed, joined, stakes paid in."""

from typing import Any

from talkoot.agents.accounts import FIRMS, VENTURES
from talkoot.agents.columns import NOBODY, PARTNERS, VENTURES_PER_GROUP, VENTURES_STARTED
from talkoot.agents.owner_time import hours_left
from talkoot.agents.purposes import ACCEPT, VENTURE_SUCCESS
from talkoot.agents.venture import (
    brings_asset,
    chance_to_accept,
    chance_to_succeed,
    eagerness_to_ask,
    hoped_gain,
    prospect,
    share_by_stake,
    share_still_lacking,
    stake,
)

from .hours import can_promise


def of_type(m: Any, kind: int, name: str) -> Any:
    """Return what the data say of a type."""
    return getattr(m.types, name)[kind].item()


def seat_of(m: Any, g: Any, kind: int) -> list[Any]:
    """Return who can be asked: of a fitting trade, and came or all members are asked."""
    people = g.members() if of_type(m, kind, "asks_members") else g.attendees()
    return [f for f in people if of_type(m, kind, "trades") >> f.sector & 1]


def places(m: Any, g: Any) -> list[Any]:
    """Return the group's free places for ventures."""
    own = m.ventures[g.row * VENTURES_PER_GROUP : (g.row + 1) * VENTURES_PER_GROUP]
    return [venture for venture in own if venture.type == NOBODY]


def stake_of(m: Any, f: Any, kind: int, partners: int) -> float:
    """Return what one of so many partners pays in."""
    fewest = of_type(m, kind, "fewest")
    return stake(of_type(m, kind, "stake_share"), f.usual_value_eur, partners, fewest)


def size_up(m: Any) -> None:
    """See which opportunities at the table the group could seize."""
    for g in m.groups:
        for f in g.seated():
            kind = f.opportunity_kind
            if kind == NOBODY:
                continue
            people = seat_of(m, g, kind)
            enough = (
                bool(places(m, g))
                and len(people) >= of_type(m, kind, "fewest")
                and f.cash_eur > stake_of(m, f, kind, 1)
                and can_promise(m, f, of_type(m, kind, "hours"))
            )
            f.prospect = prospect(m.p, enough, equipped(m, kind, people))


def propose(m: Any) -> None:
    """Let who planned something together take the group's first free place."""
    for g in m.groups:
        g.proposal = None
        if g.proposer is not None:
            v = g.proposal = places(m, g)[0]
            v.type, v.size = g.proposer.opportunity_kind, 1
            v.partner = [g.proposer, *[None] * (PARTNERS - 1)]
            g.proposer.opportunity, g.proposer.opportunity_kind = 0, NOBODY


def coverage(m: Any, kind: int, people: list[Any]) -> float:
    """Return the mean over the needed topics of the best know-how among people."""
    needed = [t for t in m.types.topics[kind].tolist() if t != NOBODY]
    known = 0.0
    for t in needed:
        known += max(f.expertise[t] for f in people)
    return known / len(needed)


def equipped(m: Any, kind: int, people: list[Any]) -> bool:
    """Tell whether somebody has the needed asset."""
    asset = of_type(m, kind, "asset")
    return any(brings_asset(asset, f.assets, f.exporting) for f in people)


def gather(m: Any) -> None:
    """Ask, whoever has the lacking asset and the most trusted first; again while others agree."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        proposer, kind = v.partner[0], v.type
        while ask_round(m, g, v, [f for f in seat_of(m, g, kind) if f is not proposer]):
            pass
        if v.size < of_type(m, kind, "fewest"):
            g.proposal = None
            v.type = NOBODY


def ask_round(m: Any, g: Any, v: Any, people: list[Any]) -> bool:
    """Ask everybody who is not in once; tell whether somebody agreed."""
    proposer, agreed = v.partner[0], False
    waiting = [f for f in people if f not in v.partner]
    while waiting and v.size < of_type(m, v.type, "most"):
        lacks = not equipped(m, v.type, v.partner[: v.size])

        def eager(f: Any, lacks: bool = lacks) -> tuple[float, int]:
            first = lacks and equipped(m, v.type, [f])
            return eagerness_to_ask(g.trust[proposer.seat][f.seat], first), -f.seat

        f = max(waiting, key=eager)
        waiting.remove(f)
        if m.draw(f, ACCEPT, 0, proposer) < chance_of_partner(m, g, v, f):
            v.partner[v.size] = f
            v.size += 1
            agreed = True
    return agreed


def chance_of_partner(m: Any, g: Any, v: Any, f: Any) -> float:
    """Return the chance that somebody joins those who are in."""
    kind, months = v.type, of_type(m, v.type, "months")
    if not can_promise(m, f, of_type(m, kind, "hours")):
        return 0.0
    selling = sum(int(m.types.sells[kind, (m.month + 1 + k) % 12]) for k in range(months))
    gain = hoped_gain(
        of_type(m, kind, "sales_share"),
        of_type(m, kind, "cost_share"),
        of_type(m, kind, "saving_share"),
        f.value_share,
        months,
        selling,
    )
    return chance_to_accept(
        m.p,
        g.trust[f.seat][v.partner[0].seat],
        gain,
        share_still_lacking(v.size + 1, of_type(m, kind, "fewest")),
        stake_of(m, f, kind, v.size + 1),
        f.cash_eur,
        of_type(m, kind, "hours"),
        hours_left(m.p, f.hours_beside, f.hours_promised),
    )


def start(m: Any) -> None:
    """Pay in the stakes and draw whether it will pay off."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        partners = v.partner[: v.size]
        stakes = [stake_of(m, f, v.type, v.size) for f in partners]
        v.received_eur = [0.0] * PARTNERS
        v.paid_in_eur = trust = 0.0
        for f, eur in zip(partners, stakes, strict=True):
            f.ventures += 1
            f.cash_eur -= eur
            v.paid_in_eur += eur
            for other in partners:
                if other is not f:
                    trust += g.trust[f.seat][other.seat]
        v.share[: v.size] = [share_by_stake(eur, v.paid_in_eur, v.size) for eur in stakes]
        m.pay(FIRMS, VENTURES, v.paid_in_eur)
        v.cash_eur = v.paid_in_eur
        chance = chance_to_succeed(
            m.p,
            coverage(m, v.type, partners),
            equipped(m, v.type, partners),
            trust / (v.size * (v.size - 1)),
            g.process,
        )
        v.works = 1 if m.draw(partners[0], VENTURE_SUCCESS, v.type) < chance else 0
        v.first_month = m.month + 1
        v.months_left = of_type(m, v.type, "months")
        m.events[VENTURES_STARTED] += 1
