"""Everything a reader is told about a study, computed once for the terminal and the report."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from talkoot.scenarios.budget import Budget
from talkoot.scenarios.changes import chosen_parameters
from talkoot.sim.experiment.orders import config_from
from talkoot.sim.experiment.plan import budgets_of
from talkoot.sim.experiment.store import read, read_study
from talkoot.sim.experiment.view import config_of

from .compare import effects
from .ranking import UNSURE, benefit_keur, ranking

CAVEATS = (
    "No causal estimate of the case exists: every effect is transported from elsewhere or assumed.",
    "Intervals show chance (which entrepreneurs, which luck), not the uncertainty of parameters.",
    "Members of long-lived groups gain more than trial T1, which met for a year, can tell of: how "
    "far peers' help goes on is assumed (saturation).",
    "What facilitators' hours do to a group is assumed; a contrast between facilitated policies "
    "is that assumption worked out.",
)


@dataclass(frozen=True)
class Answer:
    """A study read and compared."""

    folder: Path
    scenario: int
    config: dict[str, Any]
    provenance: dict[str, Any]
    job_year_value_eur: float
    outcomes: pd.DataFrame
    effects: pd.DataFrame
    ranking: pd.DataFrame
    budgets: list[dict[str, Any]]

    @property
    def baseline(self) -> str:
        """Name of the policy that the others are compared with."""
        return str(self.config["baseline"])

    @property
    def networks(self) -> list[str]:
        """Policies under which somebody was a member, best first."""
        with_members = set(self.effects.loc[self.effects["scope"] == "members", "policy"])
        return [policy for policy in self.ranking["policy"] if policy in with_members]

    def effect(self, policy: str, scope: str, outcome: str) -> pd.Series:
        """Return one row of the effects."""
        rows = self.effects
        chosen = (rows["policy"] == policy) & (rows["scope"] == scope)
        return rows[chosen & (rows["outcome"] == outcome)].iloc[0]


def answer_of(folder: Path, scenario: int = 0) -> Answer:
    """Read a study and compare its policies, in one scenario if it has several."""
    study = read_study(folder)
    config = config_of(folder, scenario)
    whole = config_from(config)
    p = chosen_parameters(whole)
    outcomes = read(folder, "outcomes", scenario)
    return Answer(
        folder=folder,
        scenario=scenario,
        config=config,
        provenance=study["provenance"],
        job_year_value_eur=p.job_year_value_eur,
        outcomes=outcomes,
        effects=effects(outcomes, config["baseline"], p.job_year_value_eur),
        ranking=ranking(outcomes, config["baseline"], p.job_year_value_eur),
        budgets=with_spending(budgets_of(whole), outcomes),
    )


def with_spending(budgets: list[Budget], outcomes: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the budgets with ``spent_pv_eur``: what was spent, mean over replications."""
    spent = outcomes[outcomes["scope"] == "region"].groupby("policy")["public_pv_eur"].mean()
    return [{**b._asdict(), "spent_pv_eur": float(spent[b.policy])} for b in budgets]


def headline(answer: Answer) -> str:
    """Return which policy does best, what members gain, and what that leaves for the region."""
    years = answer.config["months"] / 12.0
    said = [
        f"In {answer.config['region']['title']}, over {years:.3g} years, {best(answer)}.",
        *([groups(answer)] if answer.networks else []),
        f"One FTE-year is valued at EUR {answer.job_year_value_eur:,.0f}, an assumption.",
    ]
    return " ".join(said)


def best(answer: Answer) -> str:
    """Return the clause on the policy with the highest net monetary benefit."""
    first = answer.ranking.iloc[0]
    if first["policy"] == answer.baseline:
        return f"no policy returns more than it costs beyond {answer.baseline}"
    gain, low, high = benefit_keur(first)
    doubt = "" if low > 0.0 else "; chance alone could explain that"
    others = answer.ranking.loc[answer.ranking["may_be_best"], "policy"].tolist()[1:]
    if others and not doubt:
        doubt = (
            f"; {' and '.join(others)} may be as good: chance alone could explain the difference"
        )
    return (
        f"{first['policy']} does best "
        f"(in {100 * first['probability_best']:.0f} % of replications): "
        f"{gain:+z,.0f} kEUR net benefit "
        f"[{low:+z,.0f} to {high:+z,.0f}] against {answer.baseline}{doubt}"
    )


def groups(answer: Answer) -> str:
    """Return the sentence on the best policy that has groups."""
    name = answer.networks[0]
    turnover = answer.effect(name, "members", "turnover_eur")
    work = answer.effect(name, "region", "job_years_pv")
    return (
        f"The best policy with groups is {name}: members' turnover in the last year differs by "
        f"{with_doubt(turnover, *in_percent(turnover))} from what the same entrepreneurs have "
        f"under {answer.baseline}; for the whole region, net of displacement, work differs by "
        f"{with_doubt(work, 1.0, 'FTE-years')}."
    )


def in_percent(row: pd.Series) -> tuple[float, str]:
    """Return factor and unit that show a difference as a share of the baseline, if it has one."""
    return (100.0 / row["baseline"], "%") if row["baseline"] > 0.0 else (1.0, row["unit"])


def with_doubt(row: pd.Series, factor: float, unit: str) -> str:
    """Return a difference with its interval, and the words that it may be chance.

    >>> row = pd.Series({"difference": 1.0, "low": -1.0, "high": 3.0, "distinguishable": False})
    >>> with_doubt(row, 1.0, "FTE-years")
    '+1.0 FTE-years [-1.0 to +3.0, not distinguishable from zero]'
    """
    mean, low, high = (factor * row[key] for key in ("difference", "low", "high"))
    doubt = "" if row["distinguishable"] else f", {UNSURE} from zero"
    if not np.isfinite(low):
        return f"{mean:+z,.1f} {unit} [no interval]"
    return f"{mean:+z,.1f} {unit} [{low:+z,.1f} to {high:+z,.1f}{doubt}]"
