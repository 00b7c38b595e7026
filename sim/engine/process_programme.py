"""Programme: each group's phase this month, what is paid for it, who calls the meeting."""

from talkoot.agents.accounts import FACILITATORS, FUNDER, SERVICES
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, SEATS, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator_hours import hours_eur, hours_in_post
from talkoot.agents.facilitator_posts import ADVISER, RESEARCHER
from talkoot.agents.meeting import (
    chance_to_volunteer,
    hours_to_organise,
    is_called,
    is_time_to_meet,
    keenness,
)
from talkoot.agents.owner_time import hours_left
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ORGANISE
from talkoot.agents.setting import ONLINE, Environment, row_of_month
from talkoot.scenarios.policy_arrays import Policy

from .process_facilitators import change_facilitators
from .process_hours import receive_hours, spend_hours
from .process_time import has_time, use_hours


@kernel
def run_programme(
    p: Parameters,
    month: int,
    environment: Environment,
    policy: Policy,
    groups: Groups,
    ledger: Ledger,
) -> None:
    """Set each group's phase, place and what facilitators' hours suffice for; book who pays."""
    ledger.flow_eur[:] = 0.0
    ledger.events[:] = 0.0
    ledger.written[1] = month
    for g in range(groups.key.size):
        arm = groups.arm[g]
        age = month - groups.start_month[g]
        groups.phase[g] = NOBODY
        groups.process[g] = 0.0
        groups.linked[g] = 0
        groups.prepared[g] = 0.0
        groups.recruiting[g] = 0.0
        groups.documented[g] = 0.0
        groups.followed[g] = 0.0
        groups.given_hours[g] = 0.0
        groups.recruited_hours[g] = 0.0
        for k in range(policy.from_month.shape[1]):
            if policy.from_month[arm, k] <= age < policy.to_month[arm, k]:
                groups.phase[g] = k
        change_facilitators(p, month, g, policy, groups, ledger)
        receive_hours(g, policy, groups, ledger)
        k = groups.phase[g]
        if k == NOBODY:
            continue
        shut_out = environment.rooms_closed[row_of_month(month)] == 1
        groups.venue[g] = ONLINE if shut_out else policy.venue[arm, k]
        advice_eur = hours_eur(p, policy.one_on_one_hours[arm, k], 0.0)
        ledger.flow_eur[FUNDER + policy.one_on_one_funder[arm, k], FACILITATORS] += advice_eur
        if groups.over[g] == 1:
            continue
        groups.linked[g] = policy.links[arm, k]
        spend_hours(p, month, g, policy, groups)
        funder = FUNDER + policy.facilitator_funder[arm, k]
        paid_eur = hours_eur(
            p,
            hours_in_post(policy.adviser_hours[arm, k], groups.vacant[g, ADVISER]),
            hours_in_post(policy.researcher_hours[arm, k], groups.vacant[g, RESEARCHER]),
        )
        ledger.flow_eur[funder, FACILITATORS] += paid_eur
        ledger.flow_eur[funder, SERVICES] += policy.running_eur[arm, k]


@kernel
def call_meetings(
    p: Parameters, month: int, policy: Policy, firms: Firms, groups: Groups, ledger: Ledger
) -> None:
    """Decide which groups meet: a facilitator calls, or the keenest member volunteers."""
    for g in range(groups.key.size):
        groups.met[g] = 0
        groups.organiser[g] = NOBODY
        k = groups.phase[g]
        if k == NOBODY or groups.over[g] == 1:
            continue
        interval = policy.interval_months[groups.arm[g], k]
        if not is_time_to_meet(interval, month - groups.start_month[g]):
            continue
        if is_called(groups.process[g]):
            groups.met[g] = 1
            continue
        keenest = 1.0
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY or not has_time(p, i, hours_to_organise(p), firms):
                continue
            left = hours_left(p, firms.hours_beside[i], firms.hours_used[i])
            chance = chance_to_volunteer(
                p, firms.belonging[i], firms.confidence[i], left, firms.organised[i]
            )
            u = uniform(firms.key[i], month, ORGANISE)
            if u < chance and keenness(u, chance) < keenest:
                keenest = keenness(u, chance)
                groups.organiser[g] = i
        if groups.organiser[g] != NOBODY:
            groups.met[g] = 1
            firms.organised[groups.organiser[g]] += 1.0
            firms.given[groups.organiser[g]] += 1.0
            use_hours(groups.organiser[g], hours_to_organise(p), firms, ledger)
