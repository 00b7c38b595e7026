"""Firms close: insolvency, retirement, giving up. Growing out of the micro class is no closing."""

from talkoot.agents.accounts import BANKS, FIRMS, OWNERS
from talkoot.agents.chance import uniform
from talkoot.agents.columns import (
    ACTIVE,
    GAVE_UP,
    GAVE_UPS,
    GROWN_OUT,
    INSOLVENCIES,
    INSOLVENT,
    NEVER,
    NOBODY,
    RETIRED,
    RETIREMENTS,
    Array,
    Firms,
    Groups,
    Ledger,
    Ventures,
)
from talkoot.agents.compiled import entry, kernel
from talkoot.agents.firm_closing import (
    chance_in_month,
    chance_of_insolvency,
    hazard_of_giving_up,
    hazard_of_retiring,
    highest_hazard,
    income_shortfall,
)
from talkoot.agents.hiring import grows_out
from talkoot.agents.money import is_overdrawn, owner_income
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import CLOSE, INSOLVENCY
from talkoot.agents.setting import Environment, VentureTypes, row_of_trend

from .process_joint_work import buy_out
from .process_leaving import leave_group
from .process_ties import end_ties
from .tie_columns import ties_of
from .tracker_events import count_event


@kernel
def close_firms(
    p: Parameters,
    month: int,
    active: Array,
    environment: Environment,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Close firms; the year's end brings most closures. Growing out is success, not exit."""
    season = environment.closing_season[month % 12]
    trend = environment.closing_trend[row_of_trend(month)]
    for i in active:
        age = month - firms.founded[i]
        if firms.grown_month[i] == NEVER and grows_out(p, firms.employees[i]):
            firms.grown_month[i] = month
            count_event(ledger, GROWN_OUT, i, firms.group[i], change=firms.employees[i])
            leave_group(p, i, firms, groups)
        overdrawn = is_overdrawn(p, firms.cash_eur[i], firms.usual_value_eur[i])
        if overdrawn and uniform(firms.key[i], month, INSOLVENCY) < chance_of_insolvency(p):
            count_event(ledger, INSOLVENCIES, i, firms.group[i], subject=INSOLVENT)
            close_firm(p, i, month, INSOLVENT, types, firms, groups, ventures, ledger)
            continue
        owner_years = firms.owner_age_years[i] + age / 12.0
        retiring = chance_in_month(hazard_of_retiring(p, owner_years), season)
        # One draw for two risks, stacked: below the first retired, between them gave up. Most
        # firms lie above the highest hazard and need no closer look.
        u = uniform(firms.key[i], month, CLOSE)
        if u < retiring:
            count_event(ledger, RETIREMENTS, i, firms.group[i], subject=RETIRED)
            close_firm(p, i, month, RETIRED, types, firms, groups, ventures, ledger)
            continue
        level = environment.closing_level[firms.settlement[i]]
        often = environment.closing_ratio[firms.sector[i]] * trend[firms.settlement[i]]
        if u >= retiring + chance_in_month(highest_hazard(p, age, level, often), season):
            continue
        shortfall = income_shortfall(
            p, firms.usual_income_eur[i], owner_income(p, firms.usual_profit_eur[i])
        )
        hazard = hazard_of_giving_up(p, age, firms.quality[i], shortfall, level, often)
        if u < retiring + chance_in_month(hazard, season):
            count_event(ledger, GAVE_UPS, i, firms.group[i], subject=GAVE_UP)
            close_firm(p, i, month, GAVE_UP, types, firms, groups, ventures, ledger)


@kernel
def close_firm(
    p: Parameters,
    i: int,
    month: int,
    status: int,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Close one firm: shares in ventures are bought out, staff and ties go, the seat clears.

    The owner takes home the cash that is left; a bank writes off a debt.
    """
    if firms.ventures[i] > 0:
        buy_out(p, month, i, types, firms, groups, ventures, ledger)
    ledger.flow_eur[FIRMS, OWNERS] += max(firms.cash_eur[i], 0.0)
    ledger.flow_eur[BANKS, FIRMS] += max(-firms.cash_eur[i], 0.0)
    firms.cash_eur[i] = 0.0
    firms.status[i] = status
    firms.exit_month[i] = month
    firms.employees[i] = 0
    firms.fixed_term[i] = 0
    firms.seasonal[i] = 0
    firms.vacancies[i] = 0
    firms.called_away[i] = 0
    firms.turnover_eur[i] = 0.0
    end_ties(i, ties_of(firms), ledger)
    firms.suppliers[i] = 0
    firms.supplier[i, :] = NOBODY
    leave_group(p, i, firms, groups)


@entry
def close_by_hand(
    p: Parameters,
    month: int,
    i: int,
    types: VentureTypes,
    firms: Firms,
    groups: Groups,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Close an active firm from outside the model, between two months."""
    if firms.status[i] == ACTIVE:
        close_firm(p, i, month, GAVE_UP, types, firms, groups, ventures, ledger)
