"""Problems, practice, demand, sales, money, staff, export, firm by firm."""

from typing import Any

from talkoot.agents.accounts import (
    CUSTOMERS,
    ELSEWHERE,
    FIRMS,
    OWNERS,
    SERVICES,
    SUPPLIERS,
    TRAVEL,
    WORKERS,
)
from talkoot.agents.arithmetic import moving_average
from talkoot.agents.chance import laplace
from talkoot.agents.columns import EXPORT_ENTRIES, PROBLEMS_SOLVED
from talkoot.agents.contact_kinds import ABROAD
from talkoot.agents.contact_kinds import CUSTOMERS as CUSTOMERS_KIND
from talkoot.agents.contact_kinds import SUPPLIERS as SUPPLIERS_KIND
from talkoot.agents.contacts import attraction_by_contacts, saving_by_contacts
from talkoot.agents.kinds import kind_of_problem
from talkoot.agents.learning import adoption_pace, practice_after_adoption
from talkoot.agents.market import (
    capacity,
    chance_to_export,
    demand_before_rivals,
    entrant_lack,
    jump,
    lasting_target,
    open_part,
    sales,
    share_of_local_pool,
    shock_scale,
    transitory_after_month,
    usual_after_jump,
    usual_after_turning_away,
)
from talkoot.agents.money import owner_draw, purchases, rent
from talkoot.agents.problems import chance_to_solve
from talkoot.agents.purposes import EXPORT, JUMP, KIND, NOISE, PROBLEM, PROBLEM_KIND, SOLVE
from talkoot.agents.suppliers import delivered, order_after_rivals
from talkoot.agents.topics import EXPORTING, N_TOPICS

from .people import put_behind


def problems(m: Any) -> None:
    """Let problems arise and be solved."""
    for f in m.active():
        if f.need_topic < 0:
            u = m.draw(f, PROBLEM)
            if u < m.p.problem_rate:
                kind = m.draw(f, PROBLEM_KIND)
                weights = m.topic_weight[f.sector]
                t, below = 0, weights[0]
                while kind >= below and t < N_TOPICS - 1:
                    t += 1
                    below += weights[t]
                f.need_topic = t
                f.need_kind = kind_of_problem(m.p, m.draw(f, KIND))
                f.way_known = f.lived[t] >> f.need_kind & 1
                least = m.p.severity_least
                f.severity = least + (1.0 - least) * u / m.p.problem_rate
            continue
        chance = chance_to_solve(m.p, f.expertise[f.need_topic], f.severity, f.way_known == 1)
        if m.draw(f, SOLVE) < chance:
            put_behind(f)
            m.events[PROBLEMS_SOLVED] += 1


def adopt(m: Any) -> None:
    """Let owners come to do what they know."""
    for f in m.active():
        pace = adoption_pace(m.p, f.confidence, f.example)
        f.practice = [
            practice_after_adoption(pace, done, known)
            for done, known in zip(f.practice, f.expertise, strict=True)
        ]
        quality = 0.0
        for weight, done in zip(m.topic_weight[f.sector], f.practice, strict=True):
            quality += weight * done
        f.quality = quality


def attract(m: Any) -> None:
    """Move attraction; add up what is asked of the local pools."""
    m.asked = {}
    for f in m.active():
        scale = shock_scale(m.p, f.log_usual_eur, f.transitory)
        jumped = jump(m.p, m.draw(f, JUMP))
        noise = laplace(m.draw(f, NOISE))
        f.log_usual_eur = usual_after_jump(m.p, f.log_usual_eur, scale, jumped)
        f.transitory = transitory_after_month(m.p, f.transitory, scale, jumped, noise)
        target = lasting_target(m.p, f.quality, float(f.ties), f.products, f.intention, f.severity)
        f.lasting += m.p.lasting_adjustment * (target - f.lasting)
        lack = entrant_lack(m.p, m.month - f.founded)
        season = m.season[f.sector][m.month % 12] * m.climate[m.month + 1][f.sector]
        opened = attraction_by_contacts(m.p, f.contacts[CUSTOMERS_KIND])
        attraction = f.transitory + f.lasting + opened - lack
        f.demand_eur = demand_before_rivals(m.p, f.log_usual_eur, attraction, season)
        work = f.owner_fte + m.p.employee_fte * f.employees
        usual = capacity(m.p, f.productivity, work, f.quality)
        ordinary = f.demand_eur / season
        served = sales(m.p, ordinary, usual) / ordinary if ordinary > 0.0 else 1.0
        local = served * ((1.0 - f.open_share) * f.demand_eur / season)
        place = (f.settlement, f.sector)
        m.asked[place] = m.asked.get(place, 0.0) + local


def sell(m: Any) -> None:
    """Share local demand; sell what capacity allows."""
    sold = elsewhere = 0.0
    for f in m.active():
        place = (f.settlement, f.sector)
        pool = m.pool_eur[f.settlement][f.sector] * m.local_level[m.month + 1]
        factor = share_of_local_pool(m.p, pool, m.asked[place])
        ordered = order_after_rivals(m.p, f.ordered_eur, factor)
        demand = f.demand_eur * (f.open_share + (1.0 - f.open_share) * factor) + ordered
        lost = max(f.hours_used - f.hours_beside, 0.0) / m.p.full_time_hours
        work = f.owner_fte - lost + m.p.employee_fte * (f.employees + f.seasonal)
        able = capacity(m.p, f.productivity, work, f.quality)
        f.turnover_eur = sales(m.p, demand, able)
        f.delivered_eur = delivered(f.turnover_eur, ordered, demand)
        sold += f.turnover_eur - f.delivered_eur
        elsewhere += (f.turnover_eur - f.delivered_eur) * open_part(f.open_share, factor)
        load = demand / able
        f.load = (
            load if m.month == f.founded else moving_average(f.load, load, m.p.load_memory_months)
        )
        f.log_usual_eur = usual_after_turning_away(m.p, f.log_usual_eur, f.load)
    m.pay(CUSTOMERS, FIRMS, sold - elsewhere)
    m.pay(ELSEWHERE, FIRMS, elsewhere)


def settle(m: Any) -> None:
    """Pay suppliers, wages, fixed costs and the owner."""
    p, discount, counted = m.p, m.environment.discount[m.month].item(), 1.0 / 12.0
    paid = {"bought": 0.0, "wages": 0.0, "fixed": 0.0, "drawn": 0.0, "capital": 0.0}
    travelled_eur = 0.0
    rented_eur = lent_eur = 0.0
    for f in m.active():
        sold = f.turnover_eur - f.venture_sales_eur
        saved = saving_by_contacts(p, f.contacts[SUPPLIERS_KIND], 1.0 + f.employees)
        bought = purchases(sold, f.value_share, f.saving_share + saved) - f.from_contacts_eur
        bought = max(bought, 0.0)
        lender = -1 if f.lender is None else f.lender.row
        rented = rent(p, f.asset_need, lender, f.usual_value_eur)
        value = sold - (bought + f.from_contacts_eur) - rented - f.travel_eur
        value += f.lending_eur
        value += f.venture_eur
        wages = p.wage_eur * p.employee_fte * (f.employees + f.seasonal)
        if m.month == f.founded:
            f.usual_value_eur = value
            f.usual_profit_eur = value * (1.0 - p.fixed_cost_share) - wages
            f.usual_income_eur = p.draw_share * f.usual_profit_eur
            f.recent_profit_eur = f.usual_profit_eur
            f.cash_eur += p.cash_cushion_months * value
            paid["capital"] += p.cash_cushion_months * value
        fixed = p.fixed_cost_share * f.usual_value_eur
        profit = value - fixed - wages
        f.usual_value_eur = moving_average(f.usual_value_eur, value, p.accounts_memory_months)
        f.usual_profit_eur = moving_average(f.usual_profit_eur, profit, p.accounts_memory_months)
        f.recent_profit_eur = moving_average(f.recent_profit_eur, profit, p.recall_months)
        income = p.draw_share * f.usual_profit_eur
        f.usual_income_eur = moving_average(f.usual_income_eur, income, p.income_memory_months)
        drawn = owner_draw(p, f.usual_profit_eur, f.cash_eur, f.usual_value_eur)
        f.cash_eur += profit - drawn
        paid["bought"] += bought
        travelled_eur += f.travel_eur
        rented_eur += rented if f.lender is None else 0.0
        lent_eur += f.lending_eur
        paid["wages"] += wages
        paid["fixed"] += fixed
        paid["drawn" if drawn > 0.0 else "capital"] += abs(drawn)
        work = f.owner_fte + p.employee_fte * (f.employees + f.seasonal)
        f.fte_years += work * counted
        f.fte_years_pv += work * counted * discount
        f.turnover_total_eur += 12.0 * counted * f.turnover_eur
    m.pay(FIRMS, SUPPLIERS, paid["bought"])
    m.pay(FIRMS, TRAVEL, travelled_eur)
    m.pay(FIRMS, WORKERS, paid["wages"])
    m.pay(FIRMS, SERVICES, paid["fixed"] + rented_eur)
    m.pay(FIRMS, FIRMS, lent_eur)
    m.pay(FIRMS, OWNERS, paid["drawn"])
    m.pay(OWNERS, FIRMS, paid["capital"])


def export(m: Any) -> None:
    """Find customers abroad."""
    for f in m.active():
        chance = chance_to_export(m.p, f.practice[EXPORTING], f.contacts[ABROAD])
        if f.exporting == 0 and m.draw(f, EXPORT) < chance:
            win_customers_abroad(m, f)


def win_customers_abroad(m: Any, f: Any) -> None:
    """Make a firm an exporter."""
    f.exporting = 1
    f.open_share += m.p.export_open_share * (1.0 - f.open_share)
    m.events[EXPORT_ENTRIES] += 1
