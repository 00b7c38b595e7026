"""What is watched every month: the region, its groups, the programme. Watching changes nothing."""

from talkoot.agents.accounts import (
    BANKS,
    CUSTOMERS,
    ELSEWHERE,
    FIRMS,
    FUNDER,
    FUNDERS,
    OWNERS,
    TRAVEL,
    VENTURES,
    WORKERS,
)
from talkoot.agents.columns import ACTIVE, EVENTS, NEVER, NOBODY, Array, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.market import work_fte
from talkoot.agents.parameters import Parameters
from talkoot.agents.people import is_growth_oriented, is_lifestyle, is_start_up
from talkoot.agents.topics import N_TOPICS

STOCKS = (
    "firms",
    "micro_firms",
    "fte",
    "employees",
    "fixed_term",
    "seasonal",
    "vacancies",
    "turnover_eur",
    "value_added_eur",
    "expertise",
    "practice_quality",
    "confidence",
    "open_problems",
    "exporters",
    "one_person_firms",
    "start_ups",
    "lifestyle_firms",
    "family_firms",
    "growth_oriented_firms",
    "women",
    "members",
    "groups_meeting",
    "groups_over",
    "ties",
    "suppliers",
    "from_contacts_eur",
)
(
    FIRMS_NOW,
    MICRO_FIRMS,
    FTE,
    EMPLOYEES,
    FIXED_TERM,
    SEASONAL,
    VACANCIES,
    TURNOVER_EUR,
    VALUE_ADDED_EUR,
    EXPERTISE,
    PRACTICE_QUALITY,
    CONFIDENCE,
    OPEN_PROBLEMS,
    EXPORTERS,
    ONE_PERSON_FIRMS,
    START_UPS,
    LIFESTYLE_FIRMS,
    FAMILY_FIRMS,
    GROWTH_ORIENTED_FIRMS,
    WOMEN,
    MEMBERS,
    GROUPS_MEETING,
    GROUPS_OVER,
    TIES,
    SUPPLIERS,
    FROM_CONTACTS_EUR,
) = range(len(STOCKS))
FLOWS = {
    "wages_eur": (FIRMS, WORKERS),
    "travel_eur": (FIRMS, TRAVEL),
    "owner_draw_eur": (FIRMS, OWNERS),  # what is left at closing included
    "owner_capital_eur": (OWNERS, FIRMS),
    "written_off_eur": (BANKS, FIRMS),
    "venture_stakes_eur": (FIRMS, VENTURES),
    "venture_income_eur": (VENTURES, FIRMS),
    "venture_sales_local_eur": (CUSTOMERS, VENTURES),
    "venture_sales_elsewhere_eur": (ELSEWHERE, VENTURES),
}
METRICS = STOCKS + tuple(f"public_{funder}_eur" for funder in FUNDERS) + tuple(FLOWS) + EVENTS
_N_STOCKS = len(STOCKS)
_N_FUNDERS = len(FUNDERS)
_FLOWS = tuple(FLOWS.values())
_N_BEFORE_EVENTS = _N_STOCKS + _N_FUNDERS + len(FLOWS)


@kernel
def observe(
    p: Parameters,
    month: int,
    active: Array,
    firms: Firms,
    groups: Groups,
    ledger: Ledger,
    record: Array,
) -> None:
    """Write one row of METRICS; ``record`` is the month's row, (METRICS,) float64."""
    record[:] = 0.0
    knowing = 0.0
    for i in active:
        if firms.status[i] != ACTIVE:
            continue
        record[FIRMS_NOW] += 1
        record[MICRO_FIRMS] += 1 if firms.grown_month[i] == NEVER else 0
        record[FTE] += work_fte(p, firms.owner_fte[i], firms.employees[i], firms.seasonal[i])
        record[EMPLOYEES] += firms.employees[i]
        record[FIXED_TERM] += firms.fixed_term[i]
        record[SEASONAL] += firms.seasonal[i]
        record[VACANCIES] += firms.vacancies[i]
        record[TURNOVER_EUR] += firms.turnover_eur[i]
        record[VALUE_ADDED_EUR] += firms.value_share[i] * firms.turnover_eur[i]
        known = 0.0
        for t in range(N_TOPICS):
            known += firms.expertise[i, t]
        knowing += known / N_TOPICS
        record[PRACTICE_QUALITY] += firms.quality[i]
        record[CONFIDENCE] += firms.confidence[i]
        record[OPEN_PROBLEMS] += 1 if firms.need_topic[i] != NOBODY else 0
        record[EXPORTERS] += firms.exporting[i]
        record[ONE_PERSON_FIRMS] += 1 if firms.employees[i] == 0 else 0
        record[START_UPS] += 1 if is_start_up(p, month - firms.founded[i]) else 0
        record[LIFESTYLE_FIRMS] += 1 if is_lifestyle(p, firms.intention[i]) else 0
        record[FAMILY_FIRMS] += firms.kin[i]
        record[GROWTH_ORIENTED_FIRMS] += 1 if is_growth_oriented(p, firms.intention[i]) else 0
        record[WOMEN] += firms.woman[i]
        record[TIES] += firms.ties[i]
        record[SUPPLIERS] += firms.suppliers[i]
        record[FROM_CONTACTS_EUR] += firms.from_contacts_eur[i]
    firms_now = max(record[FIRMS_NOW], 1.0)
    record[EXPERTISE] = knowing / firms_now
    record[PRACTICE_QUALITY] /= firms_now
    record[CONFIDENCE] /= firms_now
    for g in range(groups.key.size):
        record[MEMBERS] += groups.size[g]
        record[GROUPS_MEETING] += groups.met[g]
        record[GROUPS_OVER] += groups.over[g]
    for f in range(_N_FUNDERS):
        spent_eur = 0.0
        for payee in range(ledger.flow_eur.shape[1]):
            spent_eur += ledger.flow_eur[FUNDER + f, payee]
        record[_N_STOCKS + f] = spent_eur
    for n in range(len(_FLOWS)):
        payer, payee = _FLOWS[n]
        record[_N_STOCKS + _N_FUNDERS + n] = ledger.flow_eur[payer, payee]
    for e in range(ledger.events.size):
        record[_N_BEFORE_EVENTS + e] = ledger.events[e]
