"""A world made by hand: a few entrepreneurs in a village, as many villages as a count needs.

Nothing happens in it that a test does not switch on (``STILL``).
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from talkoot.agents.chance import key_of
from talkoot.agents.columns import ACTIVE, N_CIRCLES, N_SECTORS, Array, Firms, Groups
from talkoot.agents.parameters import parameters
from talkoot.agents.rows import allocate, ledger
from talkoot.agents.setting import Environment
from talkoot.agents.topics import N_TOPICS
from talkoot.scenarios.policy_arrays import policy_table, venture_table
from talkoot.scenarios.schema import VentureConfig
from talkoot.scenarios.schema_policy import Facilitation
from talkoot.sim.engine.months import run_months
from talkoot.sim.engine.start import no_policy, state_of
from talkoot.sim.engine.tracker_region import METRICS

from .still import STILL

USUAL_EUR = 5000.0
ORDINARY = {
    "founded": -240,
    "status": ACTIVE,
    "owner_age_years": 20.0,
    "log_usual_eur": np.log(USUAL_EUR),
    "productivity": 1e9,  # sells whatever is asked of it
    "owner_fte": 0.8,
    "value_share": 0.6,
    "sustained": 0.45,
    "expertise": 0.45,
    "practice": 0.45,
    "quality": 0.45,
    "usual_confidence": 0.5,
    "confidence": 0.5,
    "intention": 0.5,
    "attitude": 0.5,
    "usual_attitude": 0.5,
    "spare_hours": 40.0,
    "children_from_years": np.inf,
    "acquaintances": 1,
    "catchment": -1,
    "usual_value_eur": 3000.0,
    "usual_profit_eur": 2550.0,
    "usual_income_eur": 2295.0,
}
"""A firm that sells for EUR 5,000 a month, of which 3,000 is value added and 450 fixed cost."""


class World:
    """``villages`` of ``n`` entrepreneurs each, all members of their village's group if it has one.

    ``phases`` are those of a policy, without ``from_month`` if there is one; ``types`` are kinds of
    ventures; whatever else is named changes a parameter.
    """

    def __init__(
        self,
        n: int,
        villages: int = 1,
        phases: tuple[dict[str, Any], ...] = (),
        types: tuple[dict[str, Any], ...] = (),
        seed: int = 1,
        **changed: float,
    ) -> None:
        self.p = parameters(**(STILL | changed))
        self.month = 0
        rows = n * villages
        firms = allocate(Firms, rows)
        for name, value in ORDINARY.items():
            getattr(firms, name)[:] = value
        firms.settlement[:] = np.arange(rows) // n
        for i in range(rows):
            firms.key[i] = key_of(seed, 0, 0, i // n, i % n)
        groups = allocate(Groups, villages if phases else 0)
        environment = _plain(n, villages)
        policy = policy_table(_facilitation(phases)) if phases else no_policy()
        kinds = venture_table([_venture(kind) for kind in types])
        self.state = state_of(environment, policy, kinds, firms, groups)
        if phases:
            for g in range(villages):
                groups.key[g] = key_of(seed, 0, 1, g, 0)
            _seat(self.p.trust_start, n, firms, groups)
            groups.fit[:] = self.p.trust_mean

    @property
    def firms(self) -> Firms:
        """All entrepreneurs, village by village."""
        return self.state.firms

    @property
    def groups(self) -> Groups:
        """The villages' groups."""
        return self.state.groups

    def live(self, months: int = 1) -> dict[str, Array]:
        """Live some months in the compiled month; return METRICS, each (months,)."""
        record = np.zeros((months, len(METRICS)))
        run_months(self.p, self.month, self.state, record)
        self.month += months
        return {name: record[:, k] for k, name in enumerate(METRICS)}

    def by_village(self, column: Array) -> Array:
        """Return a column of the firms as (villages, n, ...)."""
        villages = self.state.environment.pool_eur.shape[0]
        return column.reshape(villages, -1, *column.shape[1:])

    def tie(self, one: ArrayLike, other: ArrayLike, strength: float) -> None:
        """Make two, or each pair of rows, business contacts of each other."""
        for i, j in zip(np.ravel(one).tolist(), np.ravel(other).tolist(), strict=True):
            for a, b in ((i, j), (j, i)):
                slot = self.firms.ties[a]
                self.firms.tie_to[a, slot] = b
                self.firms.tie_strength[a, slot] = strength
                self.firms.tie_month[a, slot] = self.month
                self.firms.ties[a] = slot + 1

    def limit_pools(self, eur: float) -> None:
        """Let each village's customers spend so much a month in each trade."""
        self.state.environment.unlimited[0] = 0
        self.state.environment.pool_eur[:] = eur

    def trace(self, lines: int) -> None:
        """Keep a line for each thing that happens."""
        self.state = self.state._replace(ledger=ledger(lines))

    def lines(self) -> Array:
        """Return the lines written, (lines, LINE)."""
        kept = self.state.ledger
        assert kept.written[0] <= len(kept.lines), "no room for all lines"
        return kept.lines[: kept.written[0]]


def _plain(n: int, villages: int, months: int = 1200) -> Environment:
    """Return villages without seasons, each with a ring on which everybody knows the next."""
    rows = np.arange(n * villages)
    following = rows // n * n + (rows + 1) % n
    return Environment(
        topic_weight=np.full((N_SECTORS, N_TOPICS), 1.0 / N_TOPICS),
        season=np.ones((N_SECTORS, 12)),
        closing_season=np.ones(12),
        winter=np.zeros(12),
        discount=np.ones(months),
        pool_eur=np.zeros((villages, N_SECTORS)),
        asked_eur=np.zeros((villages, N_SECTORS)),
        unlimited=np.ones(1, np.int64),
        bought_share=np.zeros((N_SECTORS, N_SECTORS)),
        ring=np.repeat(following[:, None], N_CIRCLES, 1).astype(np.int32),
        closing_level=np.ones(villages),
        closing_trend=np.ones((2, villages)),
        closing_ratio=np.ones(N_SECTORS),
        jobless_level=np.ones(villages),
        climate=np.ones((1 + months, N_SECTORS)),
        local_level=np.ones(1 + months),
        rooms_closed=np.zeros(1 + months, np.int64),
    )


def _facilitation(phases: tuple[dict[str, Any], ...]) -> Facilitation:
    content = [{"from_month": 0} | phase for phase in phases]
    return Facilitation.model_validate({"name": "tried", "purpose": "Tried.", "phases": content})


def _venture(kind: dict[str, Any]) -> VentureConfig:
    least = {"partners_min": 2, "partners_max": 4, "months": 6, "stake_share": 0.0}
    least |= {"hours_per_month": 6.0, "topics": ["finance"]}
    return VentureConfig.model_validate({"name": "tried", "purpose": "Tried."} | least | kind)


def _seat(trust: float, n: int, firms: Firms, groups: Groups) -> None:
    """Make everybody a member of the village's group, who trusts the others as a new one does."""
    firms.group[:] = firms.catchment[:] = firms.settlement
    firms.seat[:] = np.arange(firms.key.size) % n
    firms.belonging[:] = 0.5
    groups.size[:] = n
    groups.member[:, :n] = np.arange(firms.key.size).reshape(-1, n)
    groups.trust[:] = trust
