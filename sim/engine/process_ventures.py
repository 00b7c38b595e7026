"""Joint ventures: proposed among attendees, worked on, paying off or not."""

from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    NOBODY,
    OWNER_HOURS,
    SEATS,
    VENTURES_FAILED,
    VENTURES_PAID_OFF,
    VENTURES_PER_GROUP,
    VENTURES_STARTED,
    Firms,
    Groups,
    Ledger,
    Ventures,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ACCEPT, VENTURE_SUCCESS, VENTURE_TYPE
from talkoot.agents.setting import VentureTypes
from talkoot.agents.trust import trust_after_venture
from talkoot.agents.venture import chance_to_accept, chance_to_succeed


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
def gather_partners(
    p: Parameters, month: int, types: VentureTypes, firms: Firms, groups: Groups, ventures: Ventures
) -> None:
    """Ask fellow attendees, those whom the proposer trusts most first, until there are enough."""
    for g in range(groups.key.size):
        v = groups.proposal[g]
        if v == NOBODY:
            continue
        proposer = ventures.partner[v, 0]
        kind = int(uniform(firms.key[proposer], month, VENTURE_TYPE) * types.months.size)
        for _ in range(groups.came[g]):
            asked = NOBODY
            most = -1.0
            for s in range(SEATS):
                if groups.attended[g, s] == 1 and groups.member[g, s] != proposer:
                    trust = groups.trust[g, firms.seat[proposer], s]
                    if trust > most:
                        asked = s
                        most = trust
            if asked == NOBODY or ventures.size[v] == types.most[kind]:
                break
            groups.attended[g, asked] = 2
            j = groups.member[g, asked]
            chance = chance_to_accept(
                p,
                groups.trust[g, asked, firms.seat[proposer]],
                types.stake_share[kind] * firms.usual_value_eur[j],
                firms.cash_eur[j],
                types.hours[kind],
                firms.spare_hours[j],
            )
            if uniform(firms.key[j], month, ACCEPT, 0, firms.key[proposer]) < chance:
                ventures.partner[v, ventures.size[v]] = j
                ventures.size[v] += 1
        for s in range(SEATS):
            if groups.attended[g, s] == 2:
                groups.attended[g, s] = 1
        if ventures.size[v] < types.fewest[kind]:
            groups.proposal[g] = NOBODY
        else:
            ventures.type[v] = kind


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
    """Pay the stakes; whether it pays off hangs on the best know-how and the trust gathered."""
    for g in range(groups.key.size):
        v = groups.proposal[g]
        if v == NOBODY:
            continue
        kind = ventures.type[v]
        proposer = ventures.partner[v, 0]
        know_how = 0.0
        trust = 0.0
        for a in range(ventures.size[v]):
            i = ventures.partner[v, a]
            know_how = max(know_how, firms.expertise[i, types.topic[kind]])
            firms.ventures[i] += 1
            firms.cash_eur[i] -= types.stake_share[kind] * firms.usual_value_eur[i]
            if a > 0:
                trust += groups.trust[g, firms.seat[i], firms.seat[proposer]]
        chance = chance_to_succeed(p, know_how, trust / (ventures.size[v] - 1))
        pays_off = uniform(firms.key[proposer], month, VENTURE_SUCCESS, kind) < chance
        ventures.works[v] = 1 if pays_off else 0
        ventures.months_left[v] = types.months[kind]
        ledger.events[VENTURES_STARTED] += 1


@kernel
def work_ventures(
    p: Parameters,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Work a month in every venture: hours, extra sales or cheaper purchases; end those done."""
    firms.saving_share[:] = 0.0
    firms.venture_eur[:] = 0.0
    for v in range(ventures.type.size):
        kind = ventures.type[v]
        if kind == NOBODY:
            continue
        for a in range(ventures.size[v]):
            i = ventures.partner[v, a]
            if firms.status[i] != ACTIVE:
                continue
            ledger.events[OWNER_HOURS] += types.hours[kind]
            if ventures.works[v] == 1:
                firms.saving_share[i] += types.saving_share[kind]
                firms.venture_eur[i] += types.sales_share[kind] * firms.turnover_eur[i]
        ventures.months_left[v] -= 1
        if ventures.months_left[v] == 0:
            end_venture(p, v, firms, groups, ventures, ledger)


@kernel
def end_venture(
    p: Parameters, v: int, firms: Firms, groups: Groups, ventures: Ventures, ledger: Ledger
) -> None:
    """Close a venture; partners still in the same group trust each other more, or less."""
    worked = ventures.works[v] == 1
    ledger.events[VENTURES_PAID_OFF if worked else VENTURES_FAILED] += 1
    for a in range(ventures.size[v]):
        i = ventures.partner[v, a]
        for b in range(ventures.size[v]):
            j = ventures.partner[v, b]
            g = firms.group[i]
            if a == b or g == NOBODY or firms.group[j] != g:
                continue
            s = firms.seat[i]
            o = firms.seat[j]
            groups.trust[g, s, o] = trust_after_venture(p, groups.trust[g, s, o], worked)
    ventures.type[v] = NOBODY
