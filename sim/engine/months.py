"""The month, compiled: the schedule of month.py. Made by `make docs` from that: change it there."""

from talkoot.agents.columns import Array
from talkoot.agents.compiled import entry
from talkoot.agents.parameters import Parameters

from . import (
    process_accounts,
    process_acquaintances,
    process_activities,
    process_advice,
    process_closing,
    process_consulting,
    process_contacts,
    process_evening,
    process_fading,
    process_hiring,
    process_hours,
    process_joint_work,
    process_leaving,
    process_market,
    process_meeting,
    process_memos,
    process_online,
    process_opening,
    process_opportunities,
    process_problems,
    process_programme,
    process_quarrels,
    process_recruitment,
    process_requests,
    process_suppliers,
    process_talks,
    process_ties,
    process_time,
    process_ventures,
    tracker_region,
)
from .month import State


@entry
def run_months(p: Parameters, first: int, state: State, record: Array) -> None:
    """Advance by ``record.shape[0]`` months from month ``first``; (months, METRICS) float64."""
    environment, policy, types, firms, groups, ventures, ledger, scratch = state
    for m in range(record.shape[0]):
        month = first + m
        process_programme.run_programme(p, month, environment, policy, groups, ledger)
        process_opening.found_firms(month, firms, ledger)
        # Rows of all who will ever be founded exist from the start; loops see the living only.
        active = scratch.active[: process_opening.list_active(firms, scratch)]
        process_time.begin_month(p, month, active, types, firms, ventures, ledger)
        process_contacts.size_up_market(p, month, active, firms)
        process_recruitment.plan_outreach(p, active, policy, firms, groups)
        process_recruitment.invite_and_join(p, month, active, firms, groups, ledger, scratch)
        process_programme.call_meetings(p, month, policy, firms, groups, ledger)
        process_meeting.choose_hosts(p, month, firms, groups, ledger)
        process_meeting.set_themes(policy, firms, groups)
        process_meeting.attend(p, month, environment, policy, firms, groups, ledger, scratch)
        process_meeting.sit_down(month, firms, groups, ledger, scratch)
        process_ventures.size_up_opportunities(p, types, firms, groups, ventures)
        process_activities.hold_activities(p, month, firms, groups, ledger, scratch)
        process_talks.learn_together(p, month, policy, firms, groups, ledger, scratch)
        process_evening.build_trust(p, month, firms, groups)
        process_quarrels.quarrel(p, month, firms, groups, ledger)
        process_evening.note_evening(p, month, firms, groups, ledger)
        process_memos.get_to_know(p, groups)
        process_acquaintances.talk_with_acquaintances(
            p, month, active, environment, firms, groups, ledger, scratch
        )
        process_ties.loosen_ties(p, active, firms, ledger)
        process_suppliers.lose_suppliers(p, month, active, firms, ledger)
        process_suppliers.find_suppliers(p, month, active, environment, firms, groups, ledger)
        process_advice.queue_for_advice(p, month, active, firms, groups, scratch)
        process_advice.advise_one_on_one(p, month, firms, groups, ledger, scratch)
        process_online.use_channel(p, month, policy, firms, groups, ledger, scratch)
        process_online.read_site(p, month, firms, groups)
        process_requests.answer_requests(p, month, policy, firms, groups, ledger)
        process_consulting.consult_members(p, month, policy, environment, firms, groups, ledger)
        process_hours.settle_hours(p, month, policy, groups, ledger)
        process_ventures.propose_ventures(firms, groups, ventures)
        process_ventures.gather_partners(p, month, types, firms, groups, ventures, ledger, scratch)
        process_ventures.start_ventures(p, month, types, firms, groups, ventures, ledger)
        process_joint_work.work_in_ventures(month, types, firms, ventures)
        process_ties.meet_partners(p, month, firms, ventures, ledger)
        process_problems.meet_problems(p, month, active, environment, firms, ledger)
        process_opportunities.meet_opportunities(p, month, active, types, firms)
        process_opportunities.need_assets(p, month, active, firms)
        process_opportunities.develop_products(p, month, active, firms, ledger)
        process_market.adopt_practices(p, active, environment, firms)
        process_hiring.lose_staff(p, month, active, firms, ledger)
        process_hiring.take_on_for_season(p, month, active, environment, firms)
        process_market.attract_demand(p, month, active, environment, firms)
        process_joint_work.ask_for_ventures(month, environment, types, firms, ventures)
        process_suppliers.order_from_contacts(p, active, environment, firms)
        process_market.sell(p, month, active, environment, firms, ledger)
        process_suppliers.pay_contacts(p, active, environment, firms, ledger)
        process_joint_work.share_out_profits(
            p, month, environment, types, firms, groups, ventures, ledger
        )
        process_accounts.settle_accounts(p, month, active, environment, firms, ledger)
        process_hiring.change_staff(p, month, active, environment, firms, ledger, scratch)
        process_hiring.call_away(p, month, active, environment, firms, ledger, scratch)
        process_market.enter_export(p, month, active, firms, ledger)
        process_closing.close_firms(
            p, month, active, environment, types, firms, groups, ventures, ledger
        )
        process_leaving.leave_groups(p, month, firms, groups, ledger)
        process_fading.fade(p, active, firms)
        process_fading.grow_apart(p, month, firms, groups)
        tracker_region.observe(p, month, active, firms, groups, ledger, record[m])
