"""The month in the region: the schedule. This page *is* the model.

``SCHEDULE`` lists what happens, in order (``talkoot show schedule`` prints it). Each process takes
what its parameters name: the month, rows of active firms, parts of the state. ``months.py`` is this
list as flat code, made by ``make docs``; a test compares.
"""

from typing import NamedTuple

from talkoot.agents.columns import Firms, Groups, Ledger, Ventures
from talkoot.agents.scratch import Scratch
from talkoot.agents.setting import Environment, VentureTypes
from talkoot.scenarios.policy_arrays import Policy

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

SCHEDULE = (
    ("1 programme", process_programme.run_programme),
    ("2 entry and recruitment", process_opening.found_firms),
    ("2 entry and recruitment", process_opening.list_active),
    ("2 entry and recruitment", process_time.begin_month),
    ("2 entry and recruitment", process_contacts.size_up_market),
    ("2 entry and recruitment", process_recruitment.plan_outreach),
    ("2 entry and recruitment", process_recruitment.invite_and_join),
    ("3 meeting", process_programme.call_meetings),
    ("3 meeting", process_meeting.choose_hosts),
    ("3 meeting", process_meeting.set_themes),
    ("3 meeting", process_meeting.attend),
    ("3 meeting", process_meeting.sit_down),
    ("3 meeting", process_ventures.size_up_opportunities),
    ("3 meeting", process_activities.hold_activities),
    ("3 meeting", process_talks.learn_together),
    ("3 meeting", process_evening.build_trust),
    ("3 meeting", process_quarrels.quarrel),
    ("3 meeting", process_evening.note_evening),
    ("3 meeting", process_memos.get_to_know),
    ("4 between meetings", process_acquaintances.talk_with_acquaintances),
    ("4 between meetings", process_ties.loosen_ties),
    ("4 between meetings", process_suppliers.lose_suppliers),
    ("4 between meetings", process_suppliers.find_suppliers),
    ("4 between meetings", process_advice.queue_for_advice),
    ("4 between meetings", process_advice.advise_one_on_one),
    ("4 between meetings", process_online.use_channel),
    ("4 between meetings", process_online.read_site),
    ("4 between meetings", process_requests.answer_requests),
    ("4 between meetings", process_consulting.consult_members),
    ("4 between meetings", process_hours.settle_hours),
    ("5 ventures", process_ventures.propose_ventures),
    ("5 ventures", process_ventures.gather_partners),
    ("5 ventures", process_ventures.start_ventures),
    ("5 ventures", process_joint_work.work_in_ventures),
    ("5 ventures", process_ties.meet_partners),
    ("6 business", process_problems.meet_problems),
    ("6 business", process_opportunities.meet_opportunities),
    ("6 business", process_opportunities.need_assets),
    ("6 business", process_opportunities.develop_products),
    ("6 business", process_market.adopt_practices),
    ("6 business", process_hiring.lose_staff),
    ("6 business", process_hiring.take_on_for_season),
    ("6 business", process_market.attract_demand),
    ("6 business", process_joint_work.ask_for_ventures),
    ("6 business", process_suppliers.order_from_contacts),
    ("6 business", process_market.sell),
    ("6 business", process_suppliers.pay_contacts),
    ("6 business", process_joint_work.share_out_profits),
    ("6 business", process_accounts.settle_accounts),
    ("6 business", process_hiring.change_staff),
    ("6 business", process_hiring.call_away),
    ("6 business", process_market.enter_export),
    ("7 exit", process_closing.close_firms),
    ("7 exit", process_leaving.leave_groups),
    ("8 fading", process_fading.fade),
    ("8 fading", process_fading.grow_apart),
    ("9 observe", tracker_region.observe),
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
