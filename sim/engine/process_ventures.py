"""Joint ventures begin: weighed before the evening, proposed at it, partners gathered and asked
again as others agree, stakes paid in.
"""

from talkoot.agents.accounts import FIRMS, VENTURES
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    NOBODY,
    SEATS,
    VENTURE_TOPICS,
    VENTURES_PER_GROUP,
    VENTURES_STARTED,
    Array,
    Firms,
    Groups,
    Ledger,
    Ventures,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.owner_time import hours_left
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACCEPT, VENTURE_SUCCESS
from talkoot.agents.scratch import Scratch
from talkoot.agents.setting import VentureTypes
from talkoot.agents.venture import (
    brings_asset,
    chance_to_accept,
    chance_to_succeed,
    eagerness_to_ask,
    hoped_gain,
    may_propose,
    prospect,
    share_by_stake,
    share_still_lacking,
    stake,
    takes_part,
)

from .process_time import can_promise
from .tracker_events import PARTNER_STARTED, REFUSED, count_event, trace_event

IS_IN = -1
"""Stands in the marks of who was asked by seat, where others have the round of asking."""


@kernel
def size_up_opportunities(
    p: Parameters, types: VentureTypes, firms: Firms, groups: Groups, ventures: Ventures
) -> None:
    """See which opportunities of those at the table the group could seize: ``firms.prospect``.

    It takes enough people of fitting trades, who came or, for a kind of which all are asked, are
    members; a finder with the stake and the hours; and a free place among the group's ventures.
    """
    for g in range(groups.key.size):
        free = free_place(g, ventures)
        for a in range(groups.came[g]):
            i = groups.table[g, a]
            kind = firms.opportunity_kind[i]
            if kind == NOBODY:
                continue
            fitting = 0
            equipped = False
            for s in range(SEATS):
                if can_be_asked(types, kind, g, s, firms, groups):
                    fitting += 1
                    equipped = equipped or brings(types, kind, groups.member[g, s], firms)
            fewest = types.fewest[kind]
            own_eur = stake(types.stake_share[kind], firms.usual_value_eur[i], 1, fewest)
            enough = (
                free != NOBODY
                and may_propose(fitting, fewest, firms.cash_eur[i], own_eur)
                and can_promise(p, i, types.hours[kind], firms)
            )
            firms.prospect[i] = prospect(p, enough, equipped)


@kernel
def free_place(g: int, ventures: Ventures) -> int:
    """Return a group's first free venture row, NOBODY if it has as many as it can run."""
    for v in range(g * VENTURES_PER_GROUP, (g + 1) * VENTURES_PER_GROUP):
        if ventures.type[v] == NOBODY:
            return v
    return NOBODY


@kernel
def can_be_asked(
    types: VentureTypes, kind: int, g: int, s: int, firms: Firms, groups: Groups
) -> bool:
    """Tell whether who has a seat can be asked: came, or all members are asked, and of the trade.

    A proposer who came is counted too.
    """
    i = groups.member[g, s]
    if i == NOBODY or not takes_part(types.trades[kind], firms.sector[i]):
        return False
    return groups.attended[g, s] == 1 or types.asks_members[kind] == 1


@kernel
def brings(types: VentureTypes, kind: int, i: int, firms: Firms) -> bool:
    """Tell whether somebody has the asset that a kind needs."""
    return brings_asset(types.asset[kind], firms.assets[i], firms.exporting[i])


@kernel
def propose_ventures(firms: Firms, groups: Groups, ventures: Ventures) -> None:
    """Turn the evening's plan into a proposal; the opportunity is taken up, whatever comes of it.

    The proposal stands in the group's first free venture row: partner 0 and ``size`` 1.
    """
    for g in range(groups.key.size):
        groups.proposal[g] = NOBODY
        proposer = groups.proposer[g]
        if proposer == NOBODY:
            continue
        v = free_place(g, ventures)
        groups.proposal[g] = v
        ventures.type[v] = firms.opportunity_kind[proposer]
        ventures.partner[v, :] = NOBODY
        ventures.partner[v, 0] = proposer
        ventures.size[v] = 1
        firms.opportunity[proposer] = 0
        firms.opportunity_kind[proposer] = NOBODY


@kernel
def coverage(types: VentureTypes, kind: int, rows: Array, n: int, firms: Firms) -> float:
    """Return how well the first ``n`` rows know what a type hangs on, each topic by the best."""
    known = 0.0
    needed = 0
    for k in range(VENTURE_TOPICS):
        t = types.topics[kind, k]
        if t == NOBODY:
            continue
        best = 0.0
        for a in range(n):
            best = max(best, firms.expertise[rows[a], t])
        known += best
        needed += 1
    return known / needed


@kernel
def is_equipped(types: VentureTypes, kind: int, rows: Array, n: int, firms: Firms) -> bool:
    """Tell whether one of the first ``n`` rows has the asset that a type needs."""
    equipped = False
    for a in range(n):
        equipped = equipped or brings(types, kind, rows[a], firms)
    return equipped


@kernel
def gather_partners(
    p: Parameters,
    month: int,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
    scratch: Scratch,
) -> None:
    """Ask until nobody more agrees; who refused may agree once others have (Granovetter 1978)."""
    for g in range(groups.key.size):
        v = groups.proposal[g]
        if v == NOBODY:
            continue
        kind = ventures.type[v]
        asked = scratch.begun
        asked[:] = 0
        turn = 1
        while ask_round(p, month, v, g, turn, asked, types, firms, groups, ventures):
            turn += 1
        for s in range(SEATS):
            if asked[s] > 0:
                i = groups.member[g, s]
                trace_event(ledger, REFUSED, i, g, other=ventures.partner[v, 0], subject=kind)
        if ventures.size[v] < types.fewest[kind]:
            groups.proposal[g] = NOBODY
            ventures.type[v] = NOBODY


@kernel
def ask_round(
    p: Parameters,
    month: int,
    v: int,
    g: int,
    turn: int,
    asked: Array,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
) -> bool:
    """Ask everybody who is not in once; tell whether somebody agreed.

    Each has one draw for a proposal, so who refused agrees later only for those who have joined.
    """
    kind = ventures.type[v]
    proposer = ventures.partner[v, 0]
    agreed = False
    for _ in range(SEATS):
        s = next_to_ask(v, g, turn, asked, types, firms, groups, ventures)
        if s == NOBODY or ventures.size[v] == types.most[kind]:
            break
        asked[s] = turn
        j = groups.member[g, s]
        trust = groups.trust[g, s, firms.seat[proposer]]
        chance = chance_of_partner(p, month, v, j, trust, types, firms, ventures)
        if uniform(firms.key[j], month, ACCEPT, 0, firms.key[proposer]) < chance:
            ventures.partner[v, ventures.size[v]] = j
            ventures.size[v] += 1
            asked[s] = IS_IN
            agreed = True
    return agreed


@kernel
def next_to_ask(
    v: int,
    g: int,
    turn: int,
    asked: Array,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
) -> int:
    """Return the seat of whom the proposer asks next in this round, NOBODY if all were asked."""
    kind = ventures.type[v]
    proposer = ventures.partner[v, 0]
    lacks = not is_equipped(types, kind, ventures.partner[v], ventures.size[v], firms)
    following = NOBODY
    most = -1.0
    for s in range(SEATS):
        j = groups.member[g, s]
        out = asked[s] != IS_IN and asked[s] < turn
        if not out or j == proposer or not can_be_asked(types, kind, g, s, firms, groups):
            continue
        eager = eagerness_to_ask(
            groups.trust[g, firms.seat[proposer], s], lacks and brings(types, kind, j, firms)
        )
        if eager > most:
            following = s
            most = eager
    return following


@kernel
def chance_of_partner(
    p: Parameters,
    month: int,
    v: int,
    j: int,
    trust: float,
    types: VentureTypes,
    firms: Firms,
    ventures: Ventures,
) -> float:
    """Return the chance that somebody joins those who are in, who has time for it."""
    kind = ventures.type[v]
    if not can_promise(p, j, types.hours[kind], firms):
        return 0.0
    fewest = types.fewest[kind]
    partners = ventures.size[v] + 1
    selling_months = 0
    for k in range(types.months[kind]):
        selling_months += int(types.sells[kind, (month + 1 + k) % 12])
    gain = hoped_gain(
        types.sales_share[kind],
        types.cost_share[kind],
        types.saving_share[kind],
        firms.value_share[j],
        types.months[kind],
        selling_months,
    )
    return chance_to_accept(
        p,
        trust,
        gain,
        share_still_lacking(partners, fewest),
        stake(types.stake_share[kind], firms.usual_value_eur[j], partners, fewest),
        firms.cash_eur[j],
        types.hours[kind],
        hours_left(p, firms.hours_beside[j], firms.hours_promised[j]),
    )


@kernel
def start_ventures(
    p: Parameters,
    month: int,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Pay in the stakes and agree on shares by stake; work begins next month.

    Whether it pays off hangs on know-how and asset among the partners, the trust between them, and
    how well the group is facilitated.
    """
    for g in range(groups.key.size):
        v = groups.proposal[g]
        if v == NOBODY:
            continue
        kind = ventures.type[v]
        size = ventures.size[v]
        paid_in_eur = 0.0
        trust = 0.0
        for a in range(size):
            i = ventures.partner[v, a]
            firms.ventures[i] += 1
            stake_eur = stake(
                types.stake_share[kind], firms.usual_value_eur[i], size, types.fewest[kind]
            )
            firms.cash_eur[i] -= stake_eur
            ventures.share[v, a] = stake_eur
            paid_in_eur += stake_eur
            for b in range(size):
                if a != b:
                    trust += groups.trust[g, firms.seat[i], firms.seat[ventures.partner[v, b]]]
        for a in range(size):
            ventures.share[v, a] = share_by_stake(ventures.share[v, a], paid_in_eur, size)
        ledger.flow_eur[FIRMS, VENTURES] += paid_in_eur
        ventures.received_eur[v, :] = 0.0
        ventures.paid_in_eur[v] = paid_in_eur
        ventures.cash_eur[v] = paid_in_eur
        know_how = coverage(types, kind, ventures.partner[v], size, firms)
        equipped = is_equipped(types, kind, ventures.partner[v], size, firms)
        # Whether it pays off is settled at the start and shows at the end.
        mean_trust = trust / (size * (size - 1))
        chance = chance_to_succeed(p, know_how, equipped, mean_trust, groups.process[g])
        proposer = ventures.partner[v, 0]
        pays_off = uniform(firms.key[proposer], month, VENTURE_SUCCESS, kind) < chance
        ventures.works[v] = 1 if pays_off else 0
        ventures.first_month[v] = month + 1
        ventures.months_left[v] = types.months[kind]
        count_event(ledger, VENTURES_STARTED, proposer, g, subject=kind, change=size)
        for a in range(1, size):
            i = ventures.partner[v, a]
            trace_event(ledger, PARTNER_STARTED, i, g, other=proposer, subject=kind, change=size)
