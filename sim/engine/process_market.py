"""The market: practice, demand shared with rivals (displacement), sales, export."""

from talkoot.agents.accounts import (
    CUSTOMERS,
    ELSEWHERE,
    FIRMS,
)
from talkoot.agents.chance import laplace, uniform
from talkoot.agents.columns import EXPORT_ENTRIES, Array, Firms, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.contact_kinds import ABROAD
from talkoot.agents.contact_kinds import CUSTOMERS as TO_CUSTOMERS
from talkoot.agents.contacts import attraction_by_contacts
from talkoot.agents.learning import adoption_pace, practice_after_adoption
from talkoot.agents.market import (
    capacity,
    chance_to_export,
    demand_after_rivals,
    demand_before_rivals,
    entrant_lack,
    jump,
    lasting_after_month,
    lasting_target,
    load_after_month,
    local_demand,
    open_part,
    open_share_of_exporter,
    sales,
    share_of_local_pool,
    share_served,
    shock_scale,
    transitory_after_month,
    usual_after_jump,
    usual_after_turning_away,
    work_fte,
)
from talkoot.agents.owner_time import work_lost
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import (
    EXPORT,
    JUMP,
    NOISE,
)
from talkoot.agents.setting import Environment, row_of_month
from talkoot.agents.suppliers import delivered, order_after_rivals
from talkoot.agents.topics import EXPORTING, N_TOPICS

from .tracker_events import count_event


@kernel
def adopt_practices(p: Parameters, active: Array, environment: Environment, firms: Firms) -> None:
    """Let owners come to do what they know, topic by topic; renew practice quality Q."""
    for i in active:
        pace = adoption_pace(p, firms.confidence[i], firms.example[i])
        for t in range(N_TOPICS):
            firms.practice[i, t] = practice_after_adoption(
                pace, firms.practice[i, t], firms.expertise[i, t]
            )
        quality = 0.0
        for t in range(N_TOPICS):
            quality += environment.topic_weight[firms.sector[i], t] * firms.practice[i, t]
        firms.quality[i] = quality


@kernel
def attract_demand(
    p: Parameters, month: int, active: Array, environment: Environment, firms: Firms
) -> None:
    """Move each firm's attraction and add up what is asked of every local pool."""
    environment.asked_eur[:] = 0.0
    now = row_of_month(month)
    for i in active:
        key = firms.key[i]
        scale = shock_scale(p, firms.log_usual_eur[i], firms.transitory[i])
        jumped = jump(p, uniform(key, month, JUMP))
        noise = laplace(uniform(key, month, NOISE))
        firms.log_usual_eur[i] = usual_after_jump(p, firms.log_usual_eur[i], scale, jumped)
        firms.transitory[i] = transitory_after_month(p, firms.transitory[i], scale, jumped, noise)
        target = lasting_target(
            p,
            firms.quality[i],
            float(firms.ties[i]),
            firms.products[i],
            firms.intention[i],
            firms.severity[i],
        )
        firms.lasting[i] = lasting_after_month(p, firms.lasting[i], target)
        lack = entrant_lack(p, month - firms.founded[i])
        opened = attraction_by_contacts(p, firms.contacts[i, TO_CUSTOMERS])
        sector = firms.sector[i]
        season = environment.season[sector, month % 12] * environment.climate[now, sector]
        firms.demand_eur[i] = demand_before_rivals(
            p,
            firms.log_usual_eur[i],
            firms.transitory[i] + firms.lasting[i] + opened - lack,
            season,
        )
        # What nobody here can serve takes no customer from a rival.
        work = work_fte(p, firms.owner_fte[i], firms.employees[i], 0)
        usual_eur = capacity(p, firms.productivity[i], work, firms.quality[i])
        served = share_served(p, firms.demand_eur[i] / season, usual_eur)
        local_eur = served * local_demand(firms.open_share[i], firms.demand_eur[i], season)
        environment.asked_eur[firms.settlement[i], sector] += local_eur


@kernel
def sell(
    p: Parameters, month: int, active: Array, environment: Environment, firms: Firms, ledger: Ledger
) -> None:
    """Share the local pools of demand and sell what capacity allows."""
    sold_eur = 0.0
    sold_elsewhere_eur = 0.0
    local_level = environment.local_level[row_of_month(month)]
    for i in active:
        # Below 1 where sellers ask for more than the pool holds: this is the displacement.
        local_factor = 1.0
        if environment.unlimited[0] == 0:
            local_factor = share_of_local_pool(
                p,
                environment.pool_eur[firms.settlement[i], firms.sector[i]] * local_level,
                environment.asked_eur[firms.settlement[i], firms.sector[i]],
            )
        ordered_eur = order_after_rivals(p, firms.ordered_eur[i], local_factor)
        demand_eur = (
            demand_after_rivals(firms.open_share[i], firms.demand_eur[i], local_factor)
            + ordered_eur
        )
        at_work = firms.owner_fte[i] - work_lost(p, firms.hours_beside[i], firms.hours_used[i])
        work = work_fte(p, at_work, firms.employees[i], firms.seasonal[i])
        capacity_eur = capacity(p, firms.productivity[i], work, firms.quality[i])
        own_sales = sales(p, demand_eur, capacity_eur)
        firms.turnover_eur[i] = own_sales
        firms.delivered_eur[i] = delivered(own_sales, ordered_eur, demand_eur)
        to_others = own_sales - firms.delivered_eur[i]
        sold_eur += to_others
        sold_elsewhere_eur += to_others * open_part(firms.open_share[i], local_factor)
        load = demand_eur / capacity_eur
        is_new = month == firms.founded[i]
        firms.load[i] = load_after_month(p, firms.load[i], load, is_new)
        firms.log_usual_eur[i] = usual_after_turning_away(p, firms.log_usual_eur[i], firms.load[i])
    ledger.flow_eur[CUSTOMERS, FIRMS] += sold_eur - sold_elsewhere_eur
    ledger.flow_eur[ELSEWHERE, FIRMS] += sold_elsewhere_eur


@kernel
def enter_export(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Find customers abroad: rare, likelier with practice in export and contacts abroad."""
    for i in active:
        if firms.exporting[i] == 1:
            continue
        chance = chance_to_export(p, firms.practice[i, EXPORTING], firms.contacts[i, ABROAD])
        if uniform(firms.key[i], month, EXPORT) < chance:
            win_customers_abroad(p, i, firms, ledger)


@kernel
def win_customers_abroad(p: Parameters, i: int, firms: Firms, ledger: Ledger) -> None:
    """Make a firm an exporter: customers abroad take the place of some local demand.

    Whoever passed on a contact is told with it, while the contact lives.
    """
    firms.exporting[i] = 1
    firms.open_share[i] = open_share_of_exporter(p, firms.open_share[i])
    count_event(ledger, EXPORT_ENTRIES, i, firms.group[i], other=firms.abroad_from[i])
