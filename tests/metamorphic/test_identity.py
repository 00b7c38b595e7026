"""Who somebody is decides their luck: not rows, towns' numbers, horizons or the neighbours."""

import numpy as np

from talkoot.agents.columns import NOBODY, Firms, Groups
from talkoot.agents.parameters import parameters
from talkoot.agents.rows import select_firms
from talkoot.sim.engine.start import Start

from ..reference import staff
from .faults import instead, luck_by
from .relation import asked, relation
from .worlds import BUSY, MONTHS, differing, phase, policy, start_of

SEATED = {f"Groups.{name}" for name in ("attended", "read", "remote", "trust", "fit", "aware")}
"""Tables by seat; who joins in the same month sits in the order of rows."""

APART = policy(phase(links=False))


@relation(luck_by(lambda model, who: len(model.firms)))
def a_longer_horizon_leaves_the_first_months_as_they_are(live):
    short, long = live(), live(horizon=24)
    known = np.isin(long["Firms.key"], short["Firms.key"])
    assert known.sum() == short["Firms.key"].size < known.size
    long = {k: v[known] if k.startswith("Firms.") else v for k, v in long.items()}
    return differing(short, long)


def shuffled(start: Start) -> Start:
    """Put the firms of the past in other rows."""
    past = int((start.firms.founded < 0).sum())
    order = np.arange(start.firms.key.size)
    order[:past] = np.random.default_rng(5).permutation(past)
    row = np.argsort(order)
    firms = select_firms(start.firms, order)
    ring = row[start.environment.ring[order]].astype(np.int32)
    return start._replace(firms=firms, environment=start.environment._replace(ring=ring))


@relation(luck_by(lambda model, who: who.row))
def rows_mean_nothing(live):
    return differing(live(), live(change=shuffled), SEATED, rtol=1e-9)


def renumbered(start: Start) -> Start:
    """Give the towns other numbers."""
    environment, firms, groups = start
    towns = environment.pool_eur.shape[0]
    number = np.random.default_rng(6).permutation(towns)
    pool, asked_eur = np.empty_like(environment.pool_eur), np.empty_like(environment.asked_eur)
    pool[number], asked_eur[number] = environment.pool_eur, environment.asked_eur
    return Start(
        environment._replace(pool_eur=pool, asked_eur=asked_eur),
        firms._replace(settlement=number[firms.settlement].astype(np.int32)),
        groups._replace(settlement=number[groups.settlement].astype(np.int32)),
    )


@relation(luck_by(lambda model, who: getattr(who, "settlement", 0)))
def towns_numbers_mean_nothing(live):
    return differing(live(), live(change=renumbered))


def beside(start: Start, other: Start) -> Start:
    """Put two regions far apart into one world."""
    n, towns = start.firms.key.size, start.environment.pool_eur.shape[0]
    groups = start.groups.key.size
    to = other.firms.tie_to
    moved = other.firms._replace(
        settlement=other.firms.settlement + towns,
        catchment=other.firms.catchment + groups,
        tie_to=np.where(to == NOBODY, NOBODY, to + n),
    )
    order = np.argsort(np.concatenate([start.firms.founded, moved.founded]), kind="stable")
    row = np.argsort(order)
    together = Firms(*(np.concatenate(pair) for pair in zip(start.firms, moved, strict=True)))
    both = select_firms(together, order)
    ring = row[np.concatenate([start.environment.ring, other.environment.ring + n])][order].astype(
        np.int32
    )
    environment = start.environment._replace(
        ring=np.ascontiguousarray(ring),
        pool_eur=np.concatenate([start.environment.pool_eur, other.environment.pool_eur]),
        asked_eur=np.concatenate([start.environment.asked_eur, other.environment.asked_eur]),
        closing_level=np.concatenate(
            [start.environment.closing_level, other.environment.closing_level]
        ),
        closing_trend=np.concatenate(
            [start.environment.closing_trend, other.environment.closing_trend], axis=1
        ),
        jobless_level=np.concatenate(
            [start.environment.jobless_level, other.environment.jobless_level]
        ),
    )
    seats = Groups(*(np.concatenate(pair) for pair in zip(start.groups, other.groups, strict=True)))
    return Start(environment, both, seats)


def part_of(told, keys):
    """Return what is told of the firms and groups of one region."""
    found = {}
    for name, column in told.items():
        kind = name.partition(".")[0]
        if kind in ("Firms", "Groups"):
            found[name] = column[np.isin(told[f"{kind}.key"], keys[kind])]
    return found


@relation(luck_by(lambda model, who: len(model.groups)))
def two_regions_together_are_each_alone(live):
    one, other = live(APART), live(APART, replication=1)

    def joined(start):
        return beside(start, start_of(parameters(**BUSY), 1, MONTHS, (0, 0)))

    both = live(APART, change=joined)
    wrong = []
    for alone in (one, other):
        keys = {kind: alone[f"{kind}.key"] for kind in ("Firms", "Groups")}
        wrong += differing(part_of(alone, keys), part_of(both, keys))
    return wrong


def doubled(live):
    """Return worlds in which every euro of one is two of the other."""
    p = parameters()
    money = ("wage_eur", "productivity_median_eur", "volatility_reference_eur", "travel_eur_per_km")
    return live(), live(**{name: 2.0 * getattr(p, name) for name in money})


def wants_ten_thousand(p, load, employees, profit, cash_eur):
    """Hire only those firms that own ten thousand euro."""
    return load > 1.0 and cash_eur > 10_000.0


@relation(instead(staff, "willing_to_hire", wants_ten_thousand))
def the_size_of_a_euro_decides_nothing(live):
    one, other = doubled(live)
    decided = [
        *("Firms.status", "Firms.employees", "Firms.expertise", "Firms.confidence"),
        *("Firms.exporting", "Groups.trust", "firms", "joined", "ventures_started", "ties_made"),
    ]
    wrong = differing({k: one[k] for k in decided}, {k: other[k] for k in decided}, rtol=1e-6)
    money = ("turnover_eur", "value_added_eur")
    return wrong + differing(
        {k: 2.0 * one[k] for k in money}, {k: other[k] for k in money}, rtol=1e-6
    )


test_relations = asked(__name__)
