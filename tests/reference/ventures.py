"""Joint ventures begin: proposed, chosen, joined, stakes paid in."""

from typing import Any

from talkoot.agents.accounts import FIRMS, VENTURES
from talkoot.agents.columns import NOBODY, PARTNERS, VENTURES_PER_GROUP, VENTURES_STARTED
from talkoot.agents.owner_time import hours_left
from talkoot.agents.purposes import ACCEPT, VENTURE_SUCCESS, VENTURE_TYPE
from talkoot.agents.venture import (
    brings_asset,
    chance_to_accept,
    chance_to_succeed,
    fit_of_type,
    hoped_gain,
    share_by_stake,
    stake,
    turn_of_type,
)

from .hours import can_promise


def of_type(m: Any, kind: int, name: str) -> Any:
    """Return what the data say of a type."""
    return getattr(m.types, name)[kind].item()


def propose(m: Any) -> None:
    """Let who planned something together take the group's first free place."""
    for g in m.groups:
        g.proposal = None
        own = m.ventures[g.row * VENTURES_PER_GROUP : (g.row + 1) * VENTURES_PER_GROUP]
        free = [venture for venture in own if venture.type == NOBODY]
        if g.proposer is not None and free:
            g.proposal = free[0]
            free[0].partner = [g.proposer, *[None] * (PARTNERS - 1)]
            free[0].size = 1


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


def choose(m: Any) -> None:
    """Let proposers choose a type that fits who came."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        proposer, people, turns = v.partner[0], g.attendees(), []
        for kind in range(m.types.months.size):
            share = of_type(m, kind, "stake_share")
            poor = proposer.cash_eur <= stake(share, proposer.usual_value_eur)
            busy = not can_promise(m, proposer, of_type(m, kind, "hours"))
            if poor or busy or len(people) < of_type(m, kind, "fewest"):
                continue
            fit = fit_of_type(m.p, coverage(m, kind, people), equipped(m, kind, people))
            if fit > 0.0:
                turns.append((turn_of_type(m.draw(proposer, VENTURE_TYPE, kind), fit), kind))
        v.type = min(turns)[1] if turns else NOBODY
        if not turns:
            g.proposal = None


def gather(m: Any) -> None:
    """Ask fellow attendees, the most trusted first."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        proposer, kind = v.partner[0], v.type
        others = [f for f in g.attendees() if f is not proposer]
        others.sort(key=lambda f: (-g.trust[proposer.seat][f.seat], f.seat))
        for f in others:
            if v.size == of_type(m, kind, "most"):
                break
            gain = hoped_gain(
                of_type(m, kind, "sales_share"),
                of_type(m, kind, "cost_share"),
                of_type(m, kind, "saving_share"),
                f.value_share,
            )
            chance = chance_to_accept(
                m.p,
                g.trust[f.seat][proposer.seat],
                gain,
                stake(of_type(m, kind, "stake_share"), f.usual_value_eur),
                f.cash_eur,
                of_type(m, kind, "hours"),
                hours_left(m.p, f.hours_beside, f.hours_promised),
            )
            if not can_promise(m, f, of_type(m, kind, "hours")):
                chance = 0.0
            if m.draw(f, ACCEPT, 0, proposer) < chance:
                v.partner[v.size] = f
                v.size += 1
        if v.size < of_type(m, kind, "fewest"):
            g.proposal = None
            v.type = NOBODY


def start(m: Any) -> None:
    """Pay in the stakes and draw whether it will pay off."""
    for g in m.groups:
        v = g.proposal
        if v is None:
            continue
        partners = v.partner[: v.size]
        stakes = [stake(of_type(m, v.type, "stake_share"), f.usual_value_eur) for f in partners]
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
