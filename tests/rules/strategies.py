"""What an argument may be, by its name: a name means the same in every rule of agents/.

Numbers are drawn on a fine grid that holds both ends, so that a failing case reads well.
"""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from talkoot.agents.activity_list import ACTIVITIES
from talkoot.agents.contacts import N_CONTACTS
from talkoot.agents.parameters import ABOUT
from talkoot.agents.topics import N_TOPICS

STEPS = 1000


def span(low: float, high: float) -> SearchStrategy[float]:
    """Return numbers from ``low`` to ``high``, both ends often among them."""
    grid = st.integers(0, STEPS).map(lambda k: low + (high - low) * k / STEPS)
    return st.one_of(st.sampled_from([low, high]), grid)


def whole(low: int, high: int) -> SearchStrategy[int]:
    """Return whole numbers from ``low`` to ``high``."""
    return st.integers(low, high)


SHARE = span(0.0, 1.0)
PART = span(0.001, 1.0)  # a share that something is divided by
OPEN_SHARE = st.integers(1, 10**6 - 1).map(lambda k: k / 10**6)  # a draw: never 0, never 1
EUR = st.integers(0, 10**9).map(lambda cents: cents / 100.0)
SOME_EUR = st.integers(100, 10**9).map(lambda cents: cents / 100.0)
PROFIT = st.integers(-(10**8), 10**8).map(lambda cents: cents / 100.0)
HOURS = span(0.0, 200.0)
SOME_HOURS = span(0.25, 200.0)
KM = span(0.0, 400.0)
KEY = whole(0, 2**64 - 1)
MONTH = whole(-180, 240)
YES = st.booleans()
FLAG = st.sampled_from([0, 1])
LOGS = span(-5.0, 5.0)
STAFF = whole(0, 60)
BITS = whole(0, 31)
TOPIC = whole(0, N_TOPICS - 1)
NO_TOPIC = whole(-1, N_TOPICS - 1)


def named(strategy: SearchStrategy, names: str) -> dict[str, SearchStrategy]:
    """Return one strategy for several names."""
    return dict.fromkeys(names.split(), strategy)


MEANING: dict[str, SearchStrategy] = {
    **named(SHARE, "attitude awareness belonging best bought_share breadth chance_online close"),
    **named(SHARE, "confidence contact cost_share daytime draw example experience expertise"),
    **named(SHARE, "export_practice followed free_riding frequency freshness gain"),
    **named(SHARE, "helper_expertise hiring_practice in_member intention know_how known lacking"),
    **named(SHARE, "leaving liking mean_awareness near need novelty on_theme open_share opinion"),
    **named(SHARE, "other other_opinion others own own_expertise pace partner practice process"),
    **named(SHARE, "product promise prospect quality readiness relevance relief reminder sales"),
    **named(SHARE, "sales_share saving_share sector_open_share sector_share sells severity share"),
    **named(SHARE, "stake_share strength support sustained trust truth usefulness usual weight"),
    **named(SHARE, "winter"),
    **named(PART, "fit local_factor rate value_share"),
    **named(OPEN_SHARE, "u"),
    **named(EUR, "asked_eur bought_eur cash_eur demand_eur eur from_contacts_eur income"),
    **named(EUR, "job_year_eur lent_eur ordered_eur paid_in_eur pool_eur public_eur purchases_eur"),
    **named(EUR, "rented_eur sales_eur sold_eur stake_eur travel_eur turnover_eur usual_income"),
    **named(EUR, "usual_value value_eur value_per_worker_eur wages_eur"),
    **named(SOME_EUR, "capacity_eur productivity usual_value_eur"),
    **named(PROFIT, "income_eur recent shared_out_eur supplier_value_eur usual_eur usual_profit"),
    **named(PROFIT, "usual_profit_eur value"),
    **named(HOURS, "adviser_hours beside had hours left researcher_hours used wanted"),
    **named(SOME_HOURS, "needed one_takes spare_hours"),
    **named(KM, "distance_km east_km km line_km north_km"),
    **named(span(-60.0, 60.0), "age_gap_years"),
    **named(whole(-600, 240), "founded other_founded"),
    **named(span(0.0, 12.0), "turn"),
    **named(whole(3, 6), "acquaintances"),
    **named(KEY, "actor_key key other_key partner_key z"),
    **named(MONTH, "month"),
    **named(whole(0, 480), "age_months idle_months months months_since_hosting"),
    **named(whole(0, 255), "mask purpose trades unknown"),
    **named(whole(0, 4095), "n"),
    **named(YES, "agenda_of_host alike apart brings_lacking by_outreach documents enough equipped"),
    **named(YES, "experienced has_children has_problem hosted informed is_new is_problem kin led"),
    **named(YES, "lived looks_abroad meets of_host of_the_past online recruits rivals same_sector"),
    **named(YES, "same_sex same_trade shared_problem steered together way_known woman worked"),
    **named(YES, "works written"),
    **named(FLAG, "about agenda axis exporting steering"),
    **named(LOGS, "attraction jump lasting noise target transitory"),
    **named(span(0.0, 20.0), "log_usual_eur"),
    **named(span(0.0, 2.0), "closeness scale shortfall"),
    **named(span(0.0, 3.0), "level load yearly_hazard"),
    **named(span(0.1, 3.0), "season sector_ratio"),
    **named(span(0.0, 10.0), "contacts customers held products size_fte suppliers ties"),
    **named(span(0.0, 10.0), "time_scarcity work_fte worth"),
    **named(span(18.0, 90.0), "age from_years other_age owner_age_years owner_years"),
    **named(span(-3.2, 3.2), "z_size"),
    **named(span(0.2, 4.0), "jobless_level trade"),
    **named(STAFF, "called_away employees fixed_term hired members seasonal vacancies"),
    **named(BITS, "assets"),
    **named(TOPIC, "theme topic"),
    **named(NO_TOPIC, "need_topic subject"),
    **named(whole(0, len(ACTIVITIES) - 1), "activity"),
    **named(whole(0, 7), "bit item kind sector"),
    **named(whole(0, 12), "activities interval talk times"),
    **named(whole(0, 3), "venue"),
    **named(whole(0, N_CONTACTS - 1), "contact_kind"),
    **named(span(0.0, 30.0), "given taken turns"),
    **named(span(1.0, 60.0), "workers"),
    **named(whole(0, 4), "task"),
    **named(whole(1, 300), "eligible"),
    **named(span(0.0, 60.0), "invited"),
    **named(span(0.0, 20000.0), "newly_within_reach"),
    **named(span(0.01, 0.2), "birth_rate_annual"),
    **named(span(0.0, 40.0), "usual_years"),
    **named(span(0.0, 1.3), "owner_fte"),
    **named(whole(2, 28), "came fitting"),
    **named(whole(1, 12), "partners"),
    **named(whole(-1, 20), "group lender"),
}


def meaning(name: str) -> SearchStrategy:
    """Return what an argument or a parameter of this name may be."""
    if name in MEANING:
        return MEANING[name]
    if name in ABOUT:
        return span(ABOUT[name].low, ABOUT[name].high)
    raise KeyError(f"say in tests/rules/strategies.py what the argument {name!r} may be")
