"""Owners' time: what a month has, what ventures were promised of it, what the network uses."""

from talkoot.agents.columns import NOBODY, OWNER_HOURS, Array, Firms, Ledger, Ventures
from talkoot.agents.compiled import kernel, part
from talkoot.agents.owner_time import fits, hours_beside_work, hours_had
from talkoot.agents.parameters import Parameters
from talkoot.agents.people import has_children
from talkoot.agents.setting import VentureTypes


@kernel
def begin_month(
    p: Parameters,
    month: int,
    active: Array,
    types: VentureTypes,
    firms: Firms,
    ventures: Ventures,
    ledger: Ledger,
) -> None:
    """Count every owner's hours beside work and family; what ventures were promised comes first."""
    for i in active:
        owner_years = firms.owner_age_years[i] + (month - firms.founded[i]) / 12.0
        firms.hours_beside[i] = hours_beside_work(
            p, firms.spare_hours[i], has_children(p, owner_years, firms.children_from_years[i])
        )
        firms.hours_used[i] = 0.0
        firms.hours_promised[i] = 0.0
        firms.travel_eur[i] = 0.0
    for v in range(ventures.type.size):
        if ventures.type[v] == NOBODY or month < ventures.first_month[v]:
            continue
        for a in range(ventures.size[v]):
            i = ventures.partner[v, a]
            use_hours(i, types.hours[ventures.type[v]], firms, ledger)
            firms.hours_promised[i] += types.hours[ventures.type[v]]


@part
def has_time(p: Parameters, i: int, hours: float, firms: Firms) -> bool:
    """Tell whether an owner can still use so many hours this month."""
    had = hours_had(p, firms.hours_beside[i], firms.owner_fte[i])
    return fits(firms.hours_used[i], hours, had)


@part
def use_hours(i: int, hours: float, firms: Firms, ledger: Ledger) -> None:
    """Take hours of an owner's month for the network."""
    firms.hours_used[i] += hours
    ledger.events[OWNER_HOURS] += hours


@part
def can_promise(p: Parameters, i: int, hours: float, firms: Firms) -> bool:
    """Tell whether an owner can promise hours of every month: also with children at home."""
    beside = hours_beside_work(p, firms.spare_hours[i], True)
    return fits(firms.hours_promised[i], hours, hours_had(p, beside, firms.owner_fte[i]))
