"""What is watched every month: the region, its groups, the programme. Watching changes nothing."""

from talkoot.agents.accounts import (
    BANKS,
    CUSTOMERS,
    ELSEWHERE,
    FIRMS,
    FUNDER,
    FUNDERS,
    OWNERS,
    VENTURES,
    WORKERS,
)
from talkoot.agents.columns import ACTIVE, EVENTS, NEVER, NOBODY, Array, Firms, Groups, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.parameters import Parameters
from talkoot.agents.topics import N_TOPICS

STOCKS = (
    "firms",
    "micro_firms",
    "fte",
    "employees",
    "turnover_eur",
    "value_added_eur",
    "expertise",
    "practice_quality",
    "confidence",
    "open_problems",
    "exporters",
    "one_person_firms",
    "members",
    "groups_meeting",
    "groups_over",
    "ties",
)
FLOWS = {
    "wages_eur": (FIRMS, WORKERS),
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
    p: Parameters, active: Array, firms: Firms, groups: Groups, ledger: Ledger, record: Array
) -> None:
    """Write one row of METRICS; ``record`` is the month's row, (METRICS,) float64."""
    record[:] = 0.0
    knowing = 0.0
    for i in active:
        if firms.status[i] != ACTIVE:
            continue
        record[0] += 1
        record[1] += 1 if firms.grown_month[i] == NEVER else 0
        record[2] += firms.owner_fte[i] + p.employee_fte * firms.employees[i]
        record[3] += firms.employees[i]
        record[4] += firms.turnover_eur[i]
        record[5] += firms.value_share[i] * firms.turnover_eur[i]
        known = 0.0
        for t in range(N_TOPICS):
            known += firms.expertise[i, t]
        knowing += known / N_TOPICS
        record[7] += firms.quality[i]
        record[8] += firms.confidence[i]
        record[9] += 1 if firms.need_topic[i] != NOBODY else 0
        record[10] += firms.exporting[i]
        record[11] += 1 if firms.employees[i] == 0 else 0
        record[15] += firms.ties[i]
    firms_now = max(record[0], 1.0)
    record[6] = knowing / firms_now
    record[7] /= firms_now
    record[8] /= firms_now
    for g in range(groups.key.size):
        record[12] += groups.size[g]
        record[13] += groups.met[g]
        record[14] += groups.over[g]
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
