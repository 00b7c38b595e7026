"""Business ties: one object that both ends hold."""

from math import exp, sqrt
from typing import Any

import mesa

from talkoot.agents.columns import N_TIES, NEVER, NOBODY, TIES_MADE
from talkoot.agents.purposes import INTRODUCE_ELSEWHERE, TAKE_UP, TIE_ELSEWHERE


class Tie:
    """A tie between two owners."""

    def __init__(self, one: Any, other: Any, strength: float, month: int) -> None:
        self.ends = (one, other)
        self.strength, self.month = strength, month

    def beyond(self, f: Any) -> Any:
        """Return the other end."""
        return self.ends[1] if self.ends[0] is f else self.ends[0]


def take_over(model: mesa.Model) -> None:
    """Make the ties that the columns hold; ``bonds`` are in the order in which they arose."""
    made: dict[frozenset[int], Tie] = {}
    for f in model.firms:
        f.bonds = []
        held = zip(f.tie_to, f.tie_strength, f.tie_month, strict=True)
        for row, strength, month in held:
            if row == NOBODY:
                continue
            pair = frozenset((f.row, row))
            if pair not in made:
                made[pair] = Tie(f, model.firms[row], strength, month)
            f.bonds.append(made[pair])


def write_down(f: Any) -> None:
    """Put ties into the form of columns."""
    empty = N_TIES - len(f.bonds)
    f.tie_to = [tie.beyond(f).row for tie in f.bonds] + [NOBODY] * empty
    f.tie_strength = [tie.strength for tie in f.bonds] + [0.0] * empty
    f.tie_month = [tie.month for tie in f.bonds] + [NEVER] * empty


def between(f: Any, other: Any) -> Tie | None:
    """Return the tie of two, if there is one."""
    return next((tie for tie in f.bonds if tie.beyond(f) is other), None)


def contacts(f: Any) -> list[Any]:
    """Return those to whom somebody is tied."""
    return [tie.beyond(f) for tie in f.bonds]


def end(tie: Tie) -> None:
    """End a tie."""
    for f in tie.ends:
        f.bonds.remove(tie)
        f.ties -= 1


def make(m: Any, f: Any, other: Any) -> None:
    """Tie two who are not tied; in a full list the weakest gives way."""
    if between(f, other) is not None:
        return
    for one in (f, other):
        if len(one.bonds) == N_TIES:
            end(min(one.bonds, key=lambda tie: tie.strength))
    tie = Tie(f, other, m.p.tie_start, m.month)
    for one in (f, other):
        one.bonds.append(tie)
        one.ties += 1
        m.events[TIES_MADE] += 1


def grow(m: Any, tie: Tie) -> None:
    """Let a tie grow by a talk."""
    tie.strength = tie.strength + m.p.tie_growth * (1.0 - tie.strength)


def at_turn(f: Any, turn: float) -> Any:
    """Return the contact who lies at a place of the line of strengths."""
    found = None
    for tie in f.bonds:
        if turn >= 0.0:
            found = tie.beyond(f)
        turn -= tie.strength
    return found


def held(f: Any) -> float:
    """Return the strength of all ties together."""
    total = 0.0
    for tie in f.bonds:
        total += tie.strength
    return total


def new_contact(m: Any, f: Any, other: Any, ready: float, u: float, introducing: float) -> Any:
    """Return who becomes a contact by a talk: the other, or whom the other introduces."""
    if between(f, other) is not None:
        if introducing >= m.p.introduction:
            return None
        other = at_turn(other, introducing / m.p.introduction * held(other))
        if other is f or between(f, other) is not None:
            return None
        ready = m.p.tie_chance_elsewhere * m.p.acquaintance_trust
    return other if u < chance(m, f, other, ready) else None


def chance(m: Any, f: Any, other: Any, ready: float) -> float:
    """Return the chance that a talk ties two."""
    p = m.p
    age = f.owner_age_years - other.owner_age_years + (other.founded - f.founded) / 12.0
    alike = exp(-abs(age) / p.tie_age_years)
    if f.sector != other.sector:
        alike *= p.tie_other_trade
    if f.woman != other.woman:
        alike *= p.tie_other_sex
    east, north = f.east_km - other.east_km, f.north_km - other.north_km
    near = exp(-(p.road_per_line * sqrt(east * east + north * north)) / p.tie_reach_km)
    shared = sum(one in contacts(other) for one in contacts(f))
    return min(ready * alike * near * (1.0 + p.tie_closure * shared), 1.0)


def keep_up(m: Any, talked: list[tuple[Any, Any]]) -> None:
    """After talks outside meetings: ties grow, and new ones are made in keyed order."""
    for f, other in talked:
        tie = between(f, other)
        if tie is not None:
            grow(m, tie)
    ready = m.p.tie_chance_elsewhere * m.p.acquaintance_trust
    found = []
    for f, other in talked:
        introducing, u = m.draw(f, INTRODUCE_ELSEWHERE), m.draw(f, TIE_ELSEWHERE)
        contact = new_contact(m, f, other, ready, u, introducing)
        if contact is not None:
            found.append((m.draw(f, TAKE_UP), f.row, f, contact))
    for _, _, f, contact in sorted(found, key=lambda one: one[:2]):
        make(m, f, contact)


def meet_partners(m: Any) -> None:
    """Let partners of ventures at work deal with each other."""
    for v in m.ventures:
        if v.type == NOBODY or m.month < v.first_month:
            continue
        for a in range(v.size):
            for b in range(a):
                tie = between(v.partner[a], v.partner[b])
                if tie is None:
                    make(m, v.partner[a], v.partner[b])
                else:
                    grow(m, tie)


def loosen(m: Any) -> None:
    """Let ties fade, and end those that have become too weak."""
    everywhere = {id(tie): tie for f in m.active() for tie in f.bonds}
    for tie in everywhere.values():
        tie.strength = tie.strength * (1.0 - m.p.tie_fading)
        if tie.strength < m.p.tie_least:
            end(tie)
