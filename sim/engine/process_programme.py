"""Programme: each group's phase this month, facilitators' hours, public money."""

from talkoot.agents.accounts import FACILITATORS, FUNDER, SERVICES
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, OWNER_HOURS, SEATS, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.facilitator import facilitation
from talkoot.agents.group import chance_to_volunteer
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import ORGANISE
from talkoot.agents.setting import Policy


@kernel
def run_programme(
    p: Parameters, month: int, policy: Policy, groups: Groups, ledger: Ledger
) -> None:
    """Set each group's phase and process quality; book what the phase costs and who pays."""
    ledger.flow_eur[:] = 0.0
    ledger.events[:] = 0.0
    for g in range(groups.key.size):
        arm = groups.arm[g]
        age = month - groups.start_month[g]
        groups.phase[g] = NOBODY
        groups.process[g] = 0.0
        for k in range(policy.first.shape[1]):
            if policy.first[arm, k] <= age < policy.last[arm, k]:
                groups.phase[g] = k
        k = groups.phase[g]
        if k == NOBODY:
            continue
        advice_eur = policy.one_on_one_hours[arm, k] * p.adviser_hour_eur
        ledger.flow_eur[FUNDER + policy.one_on_one_funder[arm, k], FACILITATORS] += advice_eur
        if groups.over[g] == 1:
            continue
        adviser = policy.adviser_hours[arm, k]
        researcher = policy.researcher_hours[arm, k]
        groups.process[g] = facilitation(p, adviser + researcher)
        funder = FUNDER + policy.facilitator_funder[arm, k]
        hours_eur = adviser * p.adviser_hour_eur + researcher * p.researcher_hour_eur
        ledger.flow_eur[funder, FACILITATORS] += hours_eur
        ledger.flow_eur[funder, SERVICES] += policy.running_eur[arm, k]


@kernel
def call_meetings(
    p: Parameters, month: int, policy: Policy, firms: Firms, groups: Groups, ledger: Ledger
) -> None:
    """Decide which groups meet: a facilitator calls, or a member volunteers to organise.

    When several volunteer, the work is done once.
    """
    for g in range(groups.key.size):
        groups.met[g] = 0
        k = groups.phase[g]
        if k == NOBODY or groups.over[g] == 1:
            continue
        interval = policy.interval[groups.arm[g], k]
        if interval == 0 or (month - groups.start_month[g]) % interval != 0:
            continue
        if groups.process[g] > 0.0:
            groups.met[g] = 1
            continue
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            chance = chance_to_volunteer(
                p, firms.belonging[i], firms.confidence[i], firms.spare_hours[i]
            )
            if uniform(firms.key[i], month, ORGANISE) < chance:
                groups.met[g] = 1
        if groups.met[g] == 1:
            ledger.events[OWNER_HOURS] += p.organising_hours
