"""The month in the region: the schedule. This page *is* the model.

``SCHEDULE`` lists what happens, in order (``talkoot show schedule`` prints it); ``run_months`` runs
it, and a test proves that the two are one.
"""

from typing import NamedTuple

from talkoot.agents.columns import Array, Firms, Groups, Ledger, Scratch, Ventures
from talkoot.agents.compiled import entry
from talkoot.agents.parameters import Parameters
from talkoot.agents.setting import Environment, Policy, VentureTypes

from .process_accounts import settle_accounts
from .process_acquaintances import lose_ties, talk_with_acquaintances
from .process_activities import hold_activities
from .process_advice import advise_one_on_one, queue_for_advice
from .process_closing import close_firms
from .process_consulting import consult_members
from .process_evening import build_trust, note_evening
from .process_fading import fade, grow_apart
from .process_hiring import change_staff
from .process_hours import settle_hours
from .process_joint_work import ask_for_ventures, share_out_profits, work_in_ventures
from .process_leaving import leave_groups
from .process_market import adopt_practices, attract_demand, enter_export, sell
from .process_meeting import attend, choose_hosts, set_themes, sit_down
from .process_online import answer_requests, read_site, use_channel
from .process_opening import found_firms, list_active
from .process_opportunities import develop_products, meet_opportunities, need_assets
from .process_problems import meet_problems
from .process_programme import call_meetings, run_programme
from .process_recruitment import invite_and_join, plan_outreach
from .process_talks import learn_together
from .process_ventures import choose_types, gather_partners, propose_ventures, start_ventures
from .tracker_region import observe

SCHEDULE = (
    ("1 programme", run_programme),
    ("2 entry and recruitment", found_firms),
    ("2 entry and recruitment", list_active),
    ("2 entry and recruitment", plan_outreach),
    ("2 entry and recruitment", invite_and_join),
    ("3 meeting", call_meetings),
    ("3 meeting", choose_hosts),
    ("3 meeting", set_themes),
    ("3 meeting", attend),
    ("3 meeting", sit_down),
    ("3 meeting", hold_activities),
    ("3 meeting", learn_together),
    ("3 meeting", build_trust),
    ("3 meeting", note_evening),
    ("4 between meetings", talk_with_acquaintances),
    ("4 between meetings", lose_ties),
    ("4 between meetings", queue_for_advice),
    ("4 between meetings", advise_one_on_one),
    ("4 between meetings", use_channel),
    ("4 between meetings", read_site),
    ("4 between meetings", answer_requests),
    ("4 between meetings", consult_members),
    ("4 between meetings", settle_hours),
    ("5 ventures", propose_ventures),
    ("5 ventures", choose_types),
    ("5 ventures", gather_partners),
    ("5 ventures", start_ventures),
    ("5 ventures", work_in_ventures),
    ("6 business", meet_problems),
    ("6 business", meet_opportunities),
    ("6 business", need_assets),
    ("6 business", develop_products),
    ("6 business", adopt_practices),
    ("6 business", attract_demand),
    ("6 business", ask_for_ventures),
    ("6 business", sell),
    ("6 business", share_out_profits),
    ("6 business", settle_accounts),
    ("6 business", change_staff),
    ("6 business", enter_export),
    ("7 exit", close_firms),
    ("7 exit", leave_groups),
    ("8 fading", fade),
    ("8 fading", grow_apart),
    ("9 observe", observe),
)


class State(NamedTuple):
    """All that a run reads and writes."""

    environment: Environment
    policy: Policy
    types: VentureTypes
    firms: Firms
    groups: Groups
    ventures: Ventures
    ledger: Ledger
    scratch: Scratch


@entry
def run_months(p: Parameters, first: int, state: State, record: Array) -> None:
    """Advance by ``record.shape[0]`` months from month ``first``; (months, METRICS) float64."""
    environment, policy, types, firms, groups, ventures, ledger, scratch = state
    for m in range(record.shape[0]):
        month = first + m
        run_programme(p, month, environment, policy, groups, ledger)
        found_firms(month, firms, ledger)
        # Rows of all who will ever be founded exist from the start; loops see the living only.
        active = scratch.active[: list_active(firms, scratch)]
        plan_outreach(p, active, policy, firms, groups)
        invite_and_join(p, month, active, firms, groups, ledger, scratch)
        call_meetings(p, month, policy, firms, groups, ledger)
        choose_hosts(p, month, firms, groups, ledger)
        set_themes(policy, firms, groups)
        attend(p, month, environment, policy, firms, groups, ledger)
        sit_down(month, firms, groups, ledger, scratch)
        hold_activities(p, month, firms, groups, ledger, scratch)
        learn_together(p, month, policy, firms, groups, ledger, scratch)
        build_trust(p, firms, groups)
        note_evening(p, month, firms, groups)
        talk_with_acquaintances(p, month, active, environment, firms, groups, scratch)
        lose_ties(p, month, active, firms, ledger)
        queue_for_advice(p, month, active, firms, groups, scratch)
        advise_one_on_one(p, month, firms, groups, ledger, scratch)
        use_channel(p, month, policy, firms, groups)
        read_site(p, month, firms, groups)
        answer_requests(p, firms, groups, ledger)
        consult_members(p, month, policy, environment, firms, groups, ledger)
        settle_hours(p, month, policy, groups, ledger)
        propose_ventures(groups, ventures)
        choose_types(p, month, types, firms, groups, ventures)
        gather_partners(p, month, types, firms, groups, ventures)
        start_ventures(p, month, types, firms, groups, ventures, ledger)
        work_in_ventures(month, types, firms, ventures, ledger)
        meet_problems(p, month, active, environment, firms, ledger)
        meet_opportunities(p, month, active, firms)
        need_assets(p, month, active, firms)
        develop_products(p, month, active, firms, ledger)
        adopt_practices(p, active, environment, firms)
        attract_demand(p, month, active, environment, firms)
        ask_for_ventures(month, environment, types, firms, ventures)
        sell(p, month, active, environment, firms, ledger)
        share_out_profits(p, month, environment, types, firms, groups, ventures, ledger)
        settle_accounts(p, month, active, environment, firms, ledger)
        change_staff(p, month, active, firms, ledger)
        enter_export(p, month, active, firms, ledger)
        close_firms(p, month, active, environment, types, firms, groups, ventures, ledger)
        leave_groups(p, firms, groups, ledger)
        fade(p, active, firms)
        grow_apart(p, month, firms, groups)
        observe(p, active, firms, groups, ledger, record[m])
