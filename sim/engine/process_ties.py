"""Business ties: they arise where people talk, grow with talks, fade without, and end at both ends.

A tie stands in the lists of both, with one strength. Lists are in the order in which ties arose, so
that nothing hangs on the rows of firms.
"""

from math import inf

from talkoot.agents.arithmetic import in_one_word, second_of
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    N_TIES,
    NEVER,
    NOBODY,
    TIES_MADE,
    Array,
    Firms,
    Ledger,
    Ventures,
)
from talkoot.agents.compiled import kernel, part
from talkoot.agents.distance import road_km
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import INTRODUCE_ELSEWHERE, TAKE_UP, TIE_ELSEWHERE
from talkoot.agents.scratch import Scratch
from talkoot.agents.ties import (
    chance_of_tie,
    is_introduced,
    likeness,
    nearness,
    readiness_elsewhere,
    strength_after_month,
    strength_after_talk,
    strength_of_new_tie,
    tie_ends,
    trust_in_contact,
    turn_of_introduced,
    years_between,
)

from .tie_columns import People, Ties, people_of, ties_of
from .tracker_events import TIE_LOST, count_event, trace_event
from .waiting_line import sort_by_line


@part
def place_of_tie(i: int, j: int, to: Array, number: Array) -> int:
    """Return where in the list of ``i`` the tie with ``j`` stands, -1 = there is none."""
    for slot in range(number[i]):
        if to[i, slot] == j:
            return slot
    return NOBODY


@part
def strengthen(p: Parameters, i: int, slot: int, ties: Ties) -> None:
    """Let a tie grow by a talk, at both ends alike; ``slot`` is its place, -1 = there is none."""
    if slot == NOBODY:
        return
    j = ties.to[i, slot]
    strength = strength_after_talk(p, ties.strength[i, slot])
    ties.strength[i, slot] = strength
    ties.strength[j, place_of_tie(j, i, ties.to, ties.number)] = strength


@part
def introduced_by(p: Parameters, u: float, j: int, i: int, ties: Ties) -> int:
    """Return whom ``j`` brings ``i`` together with: one of j's ties, by strength; -1 = nobody."""
    strength = 0.0
    for slot in range(ties.number[j]):
        strength += ties.strength[j, slot]
    turn = turn_of_introduced(p, u, strength)
    k = NOBODY
    for slot in range(ties.number[j]):
        if turn >= 0.0:
            k = ties.to[j, slot]
        turn -= ties.strength[j, slot]
    if k == i or place_of_tie(i, k, ties.to, ties.number) != NOBODY:
        return NOBODY
    return k


@part
def tie_arises(
    p: Parameters, u: float, readiness: float, i: int, j: int, ties: Ties, people: People
) -> bool:
    """Tell whether a talk ties two who have been no business contacts of each other.

    Contacts in common are looked at first: most draws then need no closer look at the two.
    """
    in_common = 0
    for slot in range(ties.number[i]):
        if place_of_tie(j, ties.to[i, slot], ties.to, ties.number) != NOBODY:
            in_common += 1
    if u >= chance_of_tie(p, readiness, 1.0, 1.0, in_common):
        return False
    alike = likeness(
        p,
        people.sector[i] == people.sector[j],
        people.woman[i] == people.woman[j],
        years_between(
            people.age_years[i], people.founded[i], people.age_years[j], people.founded[j]
        ),
    )
    east_km = people.east_km[i] - people.east_km[j]
    north_km = people.north_km[i] - people.north_km[j]
    near = nearness(p, road_km(p, east_km, north_km))
    return u < chance_of_tie(p, readiness, alike, near, in_common)


@part
def new_contact(
    p: Parameters,
    u: float,
    introducing: float,
    readiness: float,
    i: int,
    j: int,
    slot: int,
    ties: Ties,
    people: People,
) -> int:
    """Return who becomes a contact of ``i`` by a talk with ``j``, -1 = nobody.

    That is ``j``; if they are contacts already (``slot``), somebody whom ``j`` brings ``i``
    together with. ``u`` and ``introducing`` are draws.
    """
    k = j
    if slot != NOBODY:
        if not is_introduced(p, introducing):
            return NOBODY
        k = introduced_by(p, introducing, j, i, ties)
        readiness = readiness_elsewhere(p, trust_in_contact(p, 0.0))
    if k == NOBODY:
        return NOBODY
    # At the table most draws lie above the chance of two wholly alike who share all contacts.
    if u >= chance_of_tie(p, readiness, 1.0, 1.0, min(ties.number[i], ties.number[k])):
        return NOBODY
    return k if tie_arises(p, u, readiness, i, k, ties, people) else NOBODY


@kernel
def make_tie(p: Parameters, month: int, i: int, j: int, ties: Ties, ledger: Ledger) -> None:
    """Make two business contacts of each other, unless they are; a full list drops its weakest."""
    if place_of_tie(i, j, ties.to, ties.number) != NOBODY:
        return
    give_way(i, ties, ledger)
    give_way(j, ties, ledger)
    strength = strength_of_new_tie(p)
    hold(strength, month, i, j, ties, ledger)
    hold(strength, month, j, i, ties, ledger)


@kernel
def hold(strength: float, month: int, i: int, j: int, ties: Ties, ledger: Ledger) -> None:
    """Put a new tie at the end of one's list."""
    slot = ties.number[i]
    ties.to[i, slot] = j
    ties.strength[i, slot] = strength
    ties.month[i, slot] = month
    ties.number[i] = slot + 1
    count_event(ledger, TIES_MADE, i, ties.group[i], other=j)


@kernel
def give_way(i: int, ties: Ties, ledger: Ledger) -> None:
    """End the weakest tie of a full list."""
    if ties.number[i] < N_TIES:
        return
    weakest = 0
    least = inf
    for slot in range(N_TIES):
        if ties.strength[i, slot] < least:
            weakest = slot
            least = ties.strength[i, slot]
    j = ties.to[i, weakest]
    drop(i, weakest, ties, ledger)
    drop(j, place_of_tie(j, i, ties.to, ties.number), ties, ledger)


@kernel
def drop(i: int, slot: int, ties: Ties, ledger: Ledger) -> None:
    """Take a tie out of one's list; later ones move up."""
    trace_event(ledger, TIE_LOST, i, ties.group[i], other=ties.to[i, slot])
    last = ties.number[i] - 1
    for place in range(slot, last):
        ties.to[i, place] = ties.to[i, place + 1]
        ties.strength[i, place] = ties.strength[i, place + 1]
        ties.month[i, place] = ties.month[i, place + 1]
    ties.to[i, last] = NOBODY
    ties.strength[i, last] = 0.0
    ties.month[i, last] = NEVER
    ties.number[i] = last


@kernel
def end_ties(i: int, ties: Ties, ledger: Ledger) -> None:
    """End all ties of one who closes; it is the others who lose a contact."""
    for slot in range(ties.number[i]):
        j = ties.to[i, slot]
        drop(j, place_of_tie(j, i, ties.to, ties.number), ties, ledger)
    ties.to[i, :] = NOBODY
    ties.strength[i, :] = 0.0
    ties.month[i, :] = NEVER
    ties.number[i] = 0


@part
def keep_up(
    p: Parameters, month: int, talks: int, firms: Firms, ledger: Ledger, scratch: Scratch
) -> None:
    """Let talks outside meetings strengthen ties, lead to introductions, and make new ties.

    ``scratch.rows`` have talked with ``scratch.partner``, who stand at ``scratch.slot`` in their
    lists. New ties are made once all is known, in keyed order: who comes first may take the last
    place in somebody's list.
    """
    ties = ties_of(firms)
    people = people_of(firms)
    found = 0
    for a in range(talks):
        i = scratch.rows[a]
        strengthen(p, i, scratch.slot[a], ties)
    sought = readiness_elsewhere(p, trust_in_contact(p, 0.0))
    for a in range(talks):
        i = scratch.rows[a]
        introducing = uniform(firms.key[i], month, INTRODUCE_ELSEWHERE)
        u = uniform(firms.key[i], month, TIE_ELSEWHERE)
        j = scratch.partner[a]
        k = new_contact(p, u, introducing, sought, i, j, scratch.slot[a], ties, people)
        if k != NOBODY:
            scratch.rows[found] = i
            scratch.partner[found] = k
            scratch.priority[found] = uniform(firms.key[i], month, TAKE_UP)
            scratch.heard[found] = in_one_word(0, found)
            found += 1
    sort_by_line(found, scratch.heard, scratch.priority)
    for a in range(found):
        first = second_of(scratch.heard[a])
        make_tie(p, month, scratch.rows[first], scratch.partner[first], ties, ledger)


@kernel
def meet_partners(
    p: Parameters, month: int, firms: Firms, ventures: Ventures, ledger: Ledger
) -> None:
    """Let partners of a venture at work deal with each other: that makes ties, and keeps them."""
    ties = ties_of(firms)
    for v in range(ventures.type.size):
        if ventures.type[v] == NOBODY or month < ventures.first_month[v]:
            continue
        for a in range(ventures.size[v]):
            for b in range(a):
                i = ventures.partner[v, a]
                j = ventures.partner[v, b]
                strengthen(p, i, place_of_tie(i, j, ties.to, ties.number), ties)
                make_tie(p, month, i, j, ties, ledger)


@kernel
def loosen_ties(p: Parameters, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Let ties fade; one that has become too weak ends, at both ends in the same month."""
    for i in active:
        weakest = 1.0
        for slot in range(firms.ties[i]):
            strength = strength_after_month(p, firms.tie_strength[i, slot])
            firms.tie_strength[i, slot] = strength
            weakest = min(weakest, strength)
        if not tie_ends(p, weakest):
            continue
        kept = 0
        for slot in range(firms.ties[i]):
            if tie_ends(p, firms.tie_strength[i, slot]):
                trace_event(ledger, TIE_LOST, i, firms.group[i], other=firms.tie_to[i, slot])
                continue
            firms.tie_to[i, kept] = firms.tie_to[i, slot]
            firms.tie_strength[i, kept] = firms.tie_strength[i, slot]
            firms.tie_month[i, kept] = firms.tie_month[i, slot]
            kept += 1
        for slot in range(kept, firms.ties[i]):
            firms.tie_to[i, slot] = NOBODY
            firms.tie_strength[i, slot] = 0.0
            firms.tie_month[i, slot] = NEVER
        firms.ties[i] = kept
