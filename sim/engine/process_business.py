"""Business: problems, adoption of practices, demand shared with rivals, sales, money, staff."""

from talkoot.agents.accounts import (
    CUSTOMERS,
    ELSEWHERE,
    FIRMS,
    OWNERS,
    SERVICES,
    SUPPLIERS,
    WORKERS,
)
from talkoot.agents.chance import laplace, uniform
from talkoot.agents.columns import (
    EXPORT_ENTRIES,
    FIRST_HIRES,
    N_TOPICS,
    NEVER,
    NOBODY,
    PROBLEMS_SOLVED,
    Array,
    Firms,
    Ledger,
)
from talkoot.agents.compiled import kernel
from talkoot.agents.learning import adoption_pace, chance_to_solve, practice_after_adoption
from talkoot.agents.market import (
    capacity,
    chance_to_dismiss,
    chance_to_export,
    chance_to_hire,
    demand_before_rivals,
    entrant_lack,
    laplace_or_nothing,
    lasting_target,
    moving_average,
    must_dismiss,
    open_part,
    owner_draw,
    purchases,
    rent,
    sales,
    share_of_local_pool,
    shock_scale,
    staff_step,
    transitory_after_month,
    willing_to_hire,
)
from talkoot.agents.parameters import Parameters
from talkoot.agents.purposes import (
    EXPORT,
    JUMP,
    NOISE,
    PROBLEM,
    PROBLEM_KIND,
    SOLVE,
    STAFF,
)
from talkoot.agents.setting import World, row_of_month

from .tracker_events import DISMISSED, HIRED, PROBLEM_MET, count, tell

HIRING_TOPIC, EXPORT_TOPIC = 3, 5


@kernel
def meet_problems(
    p: Parameters, month: int, active: Array, world: World, firms: Firms, ledger: Ledger
) -> None:
    """Let problems arise, mostly in the sector's important topics, and be solved by know-how."""
    for i in active:
        t = firms.need_topic[i]
        if t == NOBODY:
            u = uniform(firms.key[i], month, PROBLEM)
            if u < p.problem_rate:
                kind = uniform(firms.key[i], month, PROBLEM_KIND)
                sector = firms.sector[i]
                t = 0
                below = world.topic_weight[sector, 0]
                while kind >= below and t < N_TOPICS - 1:
                    t += 1
                    below += world.topic_weight[sector, t]
                firms.need_topic[i] = t
                firms.severity[i] = 0.3 + 0.7 * u / p.problem_rate
                tell(ledger, PROBLEM_MET, i, firms.group[i], subject=t, change=firms.severity[i])
            continue
        chance = chance_to_solve(p, firms.expertise[i, t], firms.severity[i])
        if uniform(firms.key[i], month, SOLVE) < chance:
            firms.need_topic[i] = NOBODY
            firms.severity[i] = 0.0
            firms.lived[i] |= 1 << t
            count(ledger, PROBLEMS_SOLVED, i, firms.group[i], subject=t)


@kernel
def adopt_practices(p: Parameters, active: Array, world: World, firms: Firms) -> None:
    """Let owners come to do what they know, topic by topic; renew practice quality Q."""
    for i in active:
        pace = adoption_pace(p, firms.confidence[i], firms.example[i])
        for t in range(N_TOPICS):
            firms.practice[i, t] = practice_after_adoption(
                pace, firms.practice[i, t], firms.expertise[i, t]
            )
        quality = 0.0
        for t in range(N_TOPICS):
            quality += world.topic_weight[firms.sector[i], t] * firms.practice[i, t]
        firms.quality[i] = quality


@kernel
def attract_demand(p: Parameters, month: int, active: Array, world: World, firms: Firms) -> None:
    """Move each firm's attraction and add up what is asked of every local pool."""
    world.asked_eur[:] = 0.0
    now = row_of_month(month)
    for i in active:
        key = firms.key[i]
        scale = shock_scale(p, firms.log_usual_eur[i], firms.transitory[i])
        jump = laplace_or_nothing(uniform(key, month, JUMP), p.jump_rate)
        noise = laplace(uniform(key, month, NOISE))
        firms.transitory[i] = transitory_after_month(p, firms.transitory[i], scale, jump, noise)
        target = lasting_target(
            p,
            firms.quality[i],
            firms.tips[i],
            float(firms.ties[i]),
            firms.products[i],
            firms.intention[i],
            firms.severity[i],
        )
        firms.lasting[i] += p.lasting_adjustment * (target - firms.lasting[i])
        lack = entrant_lack(p, month - firms.founded[i])
        sector = firms.sector[i]
        season = world.season[sector, month % 12] * world.climate[now, sector]
        firms.demand_eur[i] = demand_before_rivals(
            firms.log_usual_eur[i], firms.transitory[i] + firms.lasting[i] - lack, season
        )
        local_eur = (1.0 - firms.open_share[i]) * firms.demand_eur[i] / season
        world.asked_eur[firms.settlement[i], sector] += local_eur


@kernel
def sell(
    p: Parameters, month: int, active: Array, world: World, firms: Firms, ledger: Ledger
) -> None:
    """Share the local pools of demand and sell what capacity allows."""
    sold_eur = 0.0
    sold_elsewhere_eur = 0.0
    local_level = world.local_level[row_of_month(month)]
    for i in active:
        local_factor = 1.0
        if world.unlimited[0] == 0:
            local_factor = share_of_local_pool(
                p,
                world.pool_eur[firms.settlement[i], firms.sector[i]] * local_level,
                world.asked_eur[firms.settlement[i], firms.sector[i]],
            )
        demand_eur = firms.demand_eur[i] * (
            firms.open_share[i] + (1.0 - firms.open_share[i]) * local_factor
        )
        work_fte = firms.owner_fte[i] + p.employee_fte * firms.employees[i]
        capacity_eur = capacity(p, firms.productivity[i], work_fte, firms.quality[i])
        own_sales = sales(p, demand_eur, capacity_eur)
        firms.turnover_eur[i] = own_sales
        sold_eur += own_sales
        sold_elsewhere_eur += own_sales * open_part(firms.open_share[i], local_factor)
        load = demand_eur / capacity_eur
        is_new = month == firms.founded[i]
        firms.load[i] = load if is_new else moving_average(firms.load[i], load, 6.0)
    ledger.flow_eur[CUSTOMERS, FIRMS] += sold_eur - sold_elsewhere_eur
    ledger.flow_eur[ELSEWHERE, FIRMS] += sold_elsewhere_eur


@kernel
def settle_accounts(
    p: Parameters, month: int, active: Array, world: World, firms: Firms, ledger: Ledger
) -> None:
    """Pay suppliers, wages, fixed costs and the owner; all scaled to the firm's own past.

    A new firm's owner pays in the first capital; an owner whose firm loses money puts some back.
    """
    discount = world.discount[month] if month >= 0 else 0.0
    counted = 1.0 / 12.0 if month >= 0 else 0.0
    bought_eur = 0.0
    rented_eur = 0.0
    lent_eur = 0.0
    wages_eur = 0.0
    fixed_eur = 0.0
    drawn_eur = 0.0
    capital_eur = 0.0
    for i in active:
        turnover = firms.turnover_eur[i]
        sold = turnover - firms.venture_sales_eur[i]
        bought = purchases(sold, firms.value_share[i], firms.saving_share[i])
        rented = rent(p, firms.asset_need[i], firms.lender[i], firms.usual_value_eur[i])
        value_added = sold - bought - rented + firms.lending_eur[i] + firms.venture_eur[i]
        wages = p.wage_eur * p.employee_fte * firms.employees[i]
        usual_value = firms.usual_value_eur[i]
        usual_profit = firms.usual_profit_eur[i]
        usual_income = firms.usual_income_eur[i]
        if month == firms.founded[i]:
            usual_value = value_added
            usual_profit = value_added * (1.0 - p.fixed_cost_share) - wages
            usual_income = p.draw_share * usual_profit
            capital = p.cash_cushion_months * value_added
            firms.cash_eur[i] += capital
            capital_eur += capital
        fixed = p.fixed_cost_share * usual_value
        profit = value_added - fixed - wages
        usual_value = moving_average(usual_value, value_added, 12.0)
        usual_profit = moving_average(usual_profit, profit, 12.0)
        usual_income = moving_average(usual_income, p.draw_share * usual_profit, 36.0)
        firms.usual_value_eur[i] = usual_value
        firms.usual_profit_eur[i] = usual_profit
        firms.usual_income_eur[i] = usual_income
        drawn = owner_draw(p, usual_profit, firms.cash_eur[i], usual_value)
        firms.cash_eur[i] += profit - drawn
        bought_eur += bought
        rented_eur += rented if firms.lender[i] < 0 else 0.0
        lent_eur += firms.lending_eur[i]
        wages_eur += wages
        fixed_eur += fixed
        drawn_eur += max(drawn, 0.0)
        capital_eur += max(-drawn, 0.0)
        work_fte = firms.owner_fte[i] + p.employee_fte * firms.employees[i]
        firms.fte_years[i] += work_fte * counted
        firms.fte_years_pv[i] += work_fte * counted * discount
        firms.turnover_total_eur[i] += 12.0 * counted * turnover
    ledger.flow_eur[FIRMS, SUPPLIERS] += bought_eur
    ledger.flow_eur[FIRMS, WORKERS] += wages_eur
    ledger.flow_eur[FIRMS, SERVICES] += fixed_eur + rented_eur
    ledger.flow_eur[FIRMS, FIRMS] += lent_eur
    ledger.flow_eur[FIRMS, OWNERS] += drawn_eur
    ledger.flow_eur[OWNERS, FIRMS] += capital_eur


@kernel
def change_staff(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Hire under lasting overload if the owner is willing; dismiss under slack or losses."""
    for i in active:
        employees = firms.employees[i]
        load = firms.load[i]
        slack = must_dismiss(p, load, employees, firms.usual_profit_eur[i])
        wants = willing_to_hire(
            p,
            load,
            firms.attitude[i],
            employees,
            firms.usual_profit_eur[i],
            firms.cash_eur[i],
        )
        if not slack and not wants:
            continue
        u = uniform(firms.key[i], month, STAFF)
        step = staff_step(p, employees, load, firms.usual_profit_eur[i], u)
        if slack and u < chance_to_dismiss(p, employees):
            firms.employees[i] -= step
            tell(ledger, DISMISSED, i, firms.group[i], change=-step)
        elif wants and u < chance_to_hire(
            p, employees, firms.practice[i, HIRING_TOPIC], firms.confidence[i]
        ):
            firms.employees[i] += step
            tell(ledger, HIRED, i, firms.group[i], change=step)
            if employees == 0 and firms.first_hire_month[i] == NEVER:
                firms.first_hire_month[i] = month
                count(ledger, FIRST_HIRES, i, firms.group[i], change=step)


@kernel
def enter_export(p: Parameters, month: int, active: Array, firms: Firms, ledger: Ledger) -> None:
    """Find customers abroad: rare, and likelier the better export is understood in practice."""
    for i in active:
        if firms.exporting[i] == 1:
            continue
        if uniform(firms.key[i], month, EXPORT) < chance_to_export(
            p, firms.practice[i, EXPORT_TOPIC]
        ):
            win_customers_abroad(p, i, firms, ledger)


@kernel
def win_customers_abroad(p: Parameters, i: int, firms: Firms, ledger: Ledger) -> None:
    """Make a firm an exporter: customers abroad take the place of some local demand."""
    firms.exporting[i] = 1
    firms.open_share[i] += p.export_open_share * (1.0 - firms.open_share[i])
    count(ledger, EXPORT_ENTRIES, i, firms.group[i])
