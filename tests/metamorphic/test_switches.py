"""A mechanism that is switched off does not happen, and what hangs on it alone does not either."""

import numpy as np
import pytest

from talkoot.agents.activity_list import ACTIVITIES

from ..reference import (
    acquaintances,
    activities,
    activities_of_knowing,
    business,
    evening,
    exits,
    links,
    meeting,
    opportunities,
    recruitment,
    staff,
    suppliers,
    ties,
)
from .faults import afterwards, every_group, everybody, instead
from .relation import ROADS, asked, relation
from .worlds import NOTHING, differing, phase, policy

MANY_GAPS = {"problem_rate": 0.5, "kind_exponent": 0.0, "at_home_share": 0.0}


def never(live, *metrics, but=None, **changed):
    """Return the metrics that count something although it is switched off."""
    told = live(*([but] if but else []), **changed)
    return [name for name in metrics if told[name].any()]


def befriend(m, g):
    """Make contacts of any two."""
    for one, other in zip(g.seated(), g.seated()[1:], strict=False):
        ties.make(m, one, other)


@relation(afterwards(evening, "learn", every_group(befriend)))
def no_chance_of_ties_no_ties(live):
    off = ("tie_chance", "tie_chance_elsewhere", "find_chance", "opportunity_frequency")
    return never(live, "ties_made", "ties", **dict.fromkeys(off, 0.0))


@relation(afterwards(business, "problems", everybody("need_topic", 0)))
def no_problems_no_advice(live):
    return never(live, "open_problems", "advice_sessions", "solved_together", problem_rate=0.0)


@relation(instead(staff, "chance_of_first_hire", lambda *a: 0.5))
def no_chance_to_hire_no_first_hire(live):
    return never(live, "first_hires", hire_chance=0.0)


@relation(instead(exits, "hazard_of_giving_up", lambda *a: 5.0))
def no_hazard_nobody_gives_up(live):
    rates = {"closing_year_1": 0.0, "closing_years_2_5": 0.0, "closing_later": 0.0}
    return never(live, "gave_up", **rates)


@relation(instead(exits, "hazard_of_retiring", lambda *a: 2.0))
def no_retirement_nobody_retires(live):
    return never(live, "retired", retirement_rate=0.0)


@relation(instead(business, "chance_to_export", lambda *a: 0.5))
def no_export_rate_no_export(live):
    return never(live, "export_entries", export_rate=0.0)


@relation(afterwards(opportunities, "assets", everybody("asset_need", 1)))
def nothing_lacking_nothing_lent(live):
    return never(live, "assets_shared", "did_reusing_assets", asset_need_rate=0.0)


@relation(afterwards(opportunities, "opportunities", everybody("opportunity", 3)))
def no_opportunity_no_venture(live):
    return never(live, "ventures_started", "did_coordination", opportunity_frequency=0.0)


@relation(afterwards(suppliers, "find", everybody("suppliers", 1)))
def no_supplier_nothing_bought_of_members(live):
    bought = ("suppliers", "suppliers_found", "from_contacts_eur")
    return never(live, *bought, supplier_rate=0.0)


@relation(afterwards(opportunities, "products", everybody("idea", 0.5)))
def no_idea_no_product(live):
    return never(live, "ideas", "products_launched", "did_discussing_developments", idea_rate=0.0)


@relation(instead(activities_of_knowing, "strength_to_write", lambda *a: 1.0))
def nobody_writes_nothing_is_written(live):
    unwritten = policy(phase(documentation=False))
    return never(live, "memos_written", "did_documenting", but=unwritten, member_writes=0.0)


def link(m, g):
    """Link a group whatever the policy says."""
    g.linked = 1


@relation(afterwards(recruitment, "programme", every_group(link)))
def unlinked_groups_make_and_answer_no_requests(live):
    alone = policy(phase(links=False))
    return never(live, "requests_made", "requests_answered", but=alone, **MANY_GAPS)


def chatter(m, g):
    """Pass contacts although none are told."""
    for f in g.members() if m.phase_of(g, "channel") else []:
        f.contacts[0] += 0.1


@relation(afterwards(links, "channel", every_group(chatter)))
def a_channel_that_tells_nothing_is_no_channel(live):
    silent = live(policy(phase(channel=False)))
    return differing(live(contacts_from_channel=0.0, channel_feedback=0.0), silent)


@relation(instead(evening, "thinking_together", lambda *a: 0.01))
def without_learning_knowledge_is_that_of_no_support(live):
    with_groups, without = live(learning_rate=0.0), live(NOTHING, learning_rate=0.0)
    assert with_groups["members"].any()
    return differing({"e": with_groups["Firms.expertise"]}, {"e": without["Firms.expertise"]})


@relation(instead(evening, "trust_after_evening", lambda p, trust, pace, shown: trust + 0.01))
def where_trust_does_not_grow_it_stays_below_its_start(live):
    told = live(trust_learning=0.0, trust_by_help=0.0, venture_trust_change=0.0)
    return ["trust"] if told["Groups.trust"].max() > 0.4 + 1e-12 else []


@relation(instead(evening, "awareness_after_contact", lambda aware, gain: aware + 0.01))
def without_contact_that_tells_nobody_is_aware(live):
    told = live(aware_by_talk=0.0, aware_by_visit=0.0, aware_by_mapping=0.0, aware_by_memo=0.0)
    return ["aware"] if told["Groups.aware"].any() else []


@relation(afterwards(acquaintances, "talk", everybody("invited_trust", 0.9)))
def without_outreach_and_word_of_mouth_nobody_joins(live):
    closed = policy(phase(outreach=0.0))
    return never(live, "joined", but=closed, word_of_mouth=0.0)


@relation(
    afterwards(meeting, "attend", lambda m: setattr(m, "p", m.p._replace(winter_reluctance=9.0)))
)
def without_reluctance_winter_is_a_month_like_others(live):
    def summer(start):
        return start._replace(
            environment=start.environment._replace(winter=0.0 * start.environment.winter)
        )

    return differing(live(winter_reluctance=0.0), live(winter_reluctance=0.0, change=summer))


@relation(
    afterwards(business, "problems", lambda m: setattr(m, "p", m.p._replace(problem_drag=0.3)))
)
def a_problem_without_drag_costs_no_customers(live):
    def relieved(state):
        state.firms.severity[:] *= 0.5

    one, other = live(NOTHING, months=1, problem_drag=0.0), None
    other = live(NOTHING, months=1, problem_drag=0.0, after=relieved)
    return differing({"d": one["Firms.demand_eur"]}, {"d": other["Firms.demand_eur"]})


test_relations = asked(__name__)


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_an_activity_nobody_is_inclined_to_never_occurs(activity, road, monkeypatch):
    from .worlds import lived

    if road == "fault planted":
        monkeypatch.setattr(
            activities, "propensity", lambda p, kind, strength, *rest: float(strength > 0.0)
        )
    told = lived(road != "engine", **{f"inclination_{activity}": 0.0})
    happened = np.any(told[f"did_{activity}"])
    assert happened == (road == "fault planted")
    assert told["meetings"].any()
