"""Firm entry: how many start a firm, who, when, where and with what, the same for all policies."""

from math import exp, log

from talkoot.agents.arithmetic import pick_by_share
from talkoot.agents.chance import key_of, poisson, uniform
from talkoot.agents.columns import ACTIVE, BEFORE, Array, Firms
from talkoot.agents.compiled import entry, kernel
from talkoot.agents.firm_closing import hazard_of_the_past
from talkoot.agents.founding import (
    as_in_country,
    assets_at_founding,
    circles_at_founding,
    drawn_size,
    employ_attitude_at_founding,
    exports_at_founding,
    growth_intention_at_founding,
    is_small,
    never_hosts,
    offset_km,
    open_demand_share,
    owner_age_at_founding,
    productivity_at_founding,
    size_at_founding,
    spare_hours_at_founding,
    staff_at_founding,
    sustained_skill,
    usual_confidence,
)
from talkoot.agents.kinds import lived_at_founding
from talkoot.agents.market import lasting_at_founding, owner_fte
from talkoot.agents.money import value_added_share
from talkoot.agents.parameters import Parameters
from talkoot.agents.people import children_from_years, is_woman, works_with_kin
from talkoot.agents.purposes import AGE_AT_START, FOUNDERS, SECTOR
from talkoot.agents.setting import row_of_month
from talkoot.agents.topics import EXPORTING, N_TOPICS

from .sectors import Sectors


@kernel
def sector_of(key: int, sectors: Sectors) -> int:
    """Return the trade in which somebody founds a firm."""
    return pick_by_share(uniform(key, 0, SECTOR), sectors.share)


@kernel
def survives_to(p: Parameters, key: int, age_months: int, level: float, trade: float) -> bool:
    """Tell whether a firm of the past is thought to have lived until the warm-up begins.

    Ordinary hazards, what distress adds to them, and retirement; the warm-up does the rest.
    """
    owner_years = owner_age_at_founding(p, key)
    lives = 1.0
    for year in range(age_months // 12):
        lives *= exp(-hazard_of_the_past(p, 12 * year, owner_years + year, level, trade))
    return uniform(key, 0, AGE_AT_START) < lives


@entry
def list_founders(
    p: Parameters,
    seed: int,
    replication: int,
    settlement_id: Array,
    births_per_month: Array,
    birth_season: Array,
    births_level: Array,
    closing_level: Array,
    sectors: Sectors,
    first: int,
    warm_from: int,
    last: int,
    founders: Array,
) -> int:
    """Write (key, settlement row, founding month) of everybody founded in [first, last).

    ``births_level`` is the economy's, (1 + months,); ``closing_level`` (settlements,) as in World.
    ``founders`` is (room, 3) uint64 with months counted from ``first``; returns how many there are,
    also when there is no room to write them. Order: month, settlement, ordinal.
    """
    count = 0
    for month in range(first, last):
        for s in range(settlement_id.size):
            season = birth_season[month % 12] * births_level[row_of_month(month)]
            mean = births_per_month[s] * season
            home = key_of(seed, replication, settlement_id[s], 0, 0)
            births = poisson(home, month, FOUNDERS, mean)
            for ordinal in range(births):
                key = key_of(seed, replication, settlement_id[s], month, ordinal + 1)
                age = warm_from - month
                if age > 0:
                    trade = sectors.closing_ratio[sector_of(key, sectors)]
                    if not survives_to(p, key, age, closing_level[s], trade):
                        continue
                if count < founders.shape[0]:
                    founders[count, 0] = key
                    founders[count, 1] = s
                    founders[count, 2] = month - first
                count += 1
    return count


@entry
def endow(
    p: Parameters,
    warm_from: int,
    sectors: Sectors,
    east_km: Array,
    north_km: Array,
    size_edges: Array,
    size_moved: Array,
    firms: Firms,
) -> None:
    """Give every founder what identity decides: trade, place, size, skills, mind, time.

    ``size_edges`` and ``size_moved`` (settlements, classes) as in Region.
    """
    for i in range(firms.key.size):
        key = firms.key[i]
        home = firms.settlement[i]
        sector = sector_of(key, sectors)
        firms.sector[i] = sector
        firms.east_km[i] = east_km[home] + offset_km(p, key, 0)
        firms.north_km[i] = north_km[home] + offset_km(p, key, 1)
        firms.owner_age_years[i] = owner_age_at_founding(p, key)
        z_size = as_in_country(drawn_size(p, key), size_edges[home], size_moved[home])
        size = size_at_founding(p, z_size)
        firms.size_fte[i] = size
        firms.small_by_nature[i] = 1 if is_small(p, size) else 0
        woman = is_woman(p, key, sectors.women_share[sector], z_size)
        kin = works_with_kin(p, key)
        firms.woman[i] = 1 if woman else 0
        firms.kin[i] = 1 if kin else 0
        firms.children_from_years[i] = children_from_years(p, key)
        productivity = productivity_at_founding(p, key, sectors.turnover_ratio[sector])
        usual_eur = size * productivity
        firms.log_usual_eur[i] = log(usual_eur)
        firms.productivity[i] = productivity
        firms.owner_fte[i] = owner_fte(p, size, woman, kin)
        firms.value_share[i] = value_added_share(p, productivity)
        firms.open_share[i] = open_demand_share(p, key, sectors.open_share[sector])
        quality = 0.0
        for t in range(N_TOPICS):
            skill = sustained_skill(p, key, t, z_size)
            firms.sustained[i, t] = skill
            firms.expertise[i, t] = skill
            firms.practice[i, t] = skill
            quality += sectors.topic_weight[sector, t] * skill
        firms.quality[i] = quality
        before = max(warm_from - firms.founded[i], 0)
        for t in range(N_TOPICS):
            weight = sectors.topic_weight[sector, t]
            firms.lived[i, t] = lived_at_founding(p, key, sector, t, before, quality, weight)
        firms.lasting[i] = lasting_at_founding(p, quality)
        firms.intention[i] = growth_intention_at_founding(p, key, z_size)
        firms.usual_confidence[i] = usual_confidence(p, key)
        firms.confidence[i] = firms.usual_confidence[i]
        firms.attitude[i] = employ_attitude_at_founding(p, key, z_size)
        firms.usual_attitude[i] = firms.attitude[i]
        firms.spare_hours[i] = spare_hours_at_founding(p, key)
        firms.never_hosts[i] = 1 if never_hosts(p, key) else 0
        firms.assets[i] = assets_at_founding(p, key)
        firms.acquaintances[i] = circles_at_founding(p, key)
        exports = exports_at_founding(p, key, firms.practice[i, EXPORTING])
        firms.exporting[i] = 1 if exports else 0
        of_the_past = firms.founded[i] < warm_from
        firms.employees[i] = staff_at_founding(
            p,
            size,
            firms.owner_fte[i],
            firms.value_share[i] * productivity,
            firms.attitude[i],
            of_the_past,
        )
        if firms.employees[i] > 0:
            firms.first_hire_month[i] = BEFORE
        if of_the_past:
            firms.status[i] = ACTIVE
