"""Joint ventures begin: proposed among attendees, partners gathered, stakes paid in."""

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
from talkoot.agents.purposes import ACCEPT, VENTURE_SUCCESS, VENTURE_TYPE
from talkoot.agents.setting import VentureTypes
from talkoot.agents.venture import (
    brings_asset,
    chance_to_accept,
    chance_to_succeed,
    eagerness_to_ask,
    fit_of_type,
    hoped_gain,
    may_propose,
    share_by_stake,
    stake,
    turn_of_type,
)

from .process_time import can_promise
from .tracker_events import PARTNER_STARTED, count_event, trace_event


@kernel
def propose_ventures(groups: Groups, ventures: Ventures) -> None:
    """Turn the evening's plan into a proposal, if the group has not too many ventures already.

    The proposal stands in the group's first free venture row: partner 0 and ``size`` 1.
    """
    for g in range(groups.key.size):
        groups.proposal[g] = NOBODY
        if groups.proposer[g] == NOBODY:
            continue
        for v in range(g * VENTURES_PER_GROUP, (g + 1) * VENTURES_PER_GROUP):
            if ventures.type[v] == NOBODY and groups.proposal[g] == NOBODY:
                groups.proposal[g] = v
                ventures.partner[v, :] = NOBODY
                ventures.partner[v, 0] = groups.proposer[g]
                ventures.size[v] = 1


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
    for a in range(n):
        i = rows[a]
        if brings_asset(types.asset[kind], firms.assets[i], firms.exporting[i]):
            return True
    return False


@kernel
def choose_types(
    p: Parameters, month: int, types: VentureTypes, firms: Firms, groups: Groups, ventures: Ventures
) -> None:
    """Let proposers choose a type that fits who came: know-how, assets, numbers, own cash.

    ``ventures.type`` of the proposal holds the choice; without one the proposal is dropped.
    """
    for g in range(groups.key.size):
        v = groups.proposal[g]
        if v == NOBODY:
            continue
        proposer = ventures.partner[v, 0]
        came = groups.came[g]
        chosen = NOBODY
        first = 0.0
        for kind in range(types.months.size):
            stake_eur = stake(types.stake_share[kind], firms.usual_value_eur[proposer])
            if not may_propose(came, types.fewest[kind], firms.cash_eur[proposer], stake_eur):
                continue
            if not can_promise(p, proposer, types.hours[kind], firms):
                continue
            know_how = coverage(types, kind, groups.table[g], came, firms)
            equipped = is_equipped(types, kind, groups.table[g], came, firms)
            fit = fit_of_type(p, know_how, equipped)
            if fit <= 0.0:
                continue
            turn = turn_of_type(uniform(firms.key[proposer], month, VENTURE_TYPE, kind), fit)
            if chosen == NOBODY or turn < first:
                chosen = kind
                first = turn
        ventures.type[v] = chosen
        if chosen == NOBODY:
            groups.proposal[g] = NOBODY


@kernel
def gather_partners(
    p: Parameters, month: int, types: VentureTypes, firms: Firms, groups: Groups, ventures: Ventures
) -> None:
    """Ask fellow attendees, those whom the proposer trusts most first, until there are enough."""
    for g in range(groups.key.size):
        v = groups.proposal[g]
        if v == NOBODY:
            continue
        proposer = ventures.partner[v, 0]
        kind = ventures.type[v]
        for _ in range(groups.came[g]):
            asked = NOBODY
            most = -1.0
            for s in range(SEATS):
                if groups.attended[g, s] == 1 and groups.member[g, s] != proposer:
                    eager = eagerness_to_ask(groups.trust[g, firms.seat[proposer], s])
                    if eager > most:
                        asked = s
                        most = eager
            if asked == NOBODY or ventures.size[v] == types.most[kind]:
                break
            # 2 marks who has been asked; it is set back to 1 below.
            groups.attended[g, asked] = 2
            j = groups.member[g, asked]
            gain = hoped_gain(
                types.sales_share[kind],
                types.cost_share[kind],
                types.saving_share[kind],
                firms.value_share[j],
            )
            chance = chance_to_accept(
                p,
                groups.trust[g, asked, firms.seat[proposer]],
                gain,
                stake(types.stake_share[kind], firms.usual_value_eur[j]),
                firms.cash_eur[j],
                types.hours[kind],
                hours_left(p, firms.hours_beside[j], firms.hours_promised[j]),
            )
            if not can_promise(p, j, types.hours[kind], firms):
                chance = 0.0
            if uniform(firms.key[j], month, ACCEPT, 0, firms.key[proposer]) < chance:
                ventures.partner[v, ventures.size[v]] = j
                ventures.size[v] += 1
        for s in range(SEATS):
            if groups.attended[g, s] == 2:
                groups.attended[g, s] = 1
        if ventures.size[v] < types.fewest[kind]:
            groups.proposal[g] = NOBODY
            ventures.type[v] = NOBODY


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
            stake_eur = stake(types.stake_share[kind], firms.usual_value_eur[i])
            firms.cash_eur[i] -= stake_eur
            ventures.share[v, a] = stake_eur
            paid_in_eur += stake_eur
            for b in range(size):
                if a != b:
                    trust += groups.trust[g, firms.seat[i], firms.seat[ventures.partner[v, b]]]
        for a in range(size):
            ventures.share[v, a] = share_by_stake(ventures.share[v, a], paid_in_eur, size)
        ledger.flow_eur[FIRMS, VENTURES] += paid_in_eur
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
