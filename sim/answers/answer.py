"""Everything a reader is told about a study, computed once for the terminal and the report."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from talkoot.agents.parameters import parameters
from talkoot.sim.experiment.store import read, read_study

from .compare import effects, ranking

CAVEATS = (
    "No causal estimate of the case exists: every effect is transported from elsewhere or assumed.",
    "Intervals show chance (which entrepreneurs, which luck), not the uncertainty of parameters.",
    "What facilitators' hours do to a group is assumed; a contrast between facilitated policies "
    "is that assumption worked out.",
)


@dataclass(frozen=True)
class Answer:
    """A study read and compared."""

    folder: Path
    config: dict[str, Any]
    provenance: dict[str, Any]
    job_year_value_eur: float
    outcomes: pd.DataFrame
    effects: pd.DataFrame
    ranking: pd.DataFrame

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


def answer_of(folder: Path) -> Answer:
    """Read a study and compare its policies."""
    study = read_study(folder)
    config = study["config"]
    p = parameters(**config["parameters"])
    outcomes = read(folder, "outcomes")
    return Answer(
        folder=folder,
        config=config,
        provenance=study["provenance"],
        job_year_value_eur=p.job_year_value_eur,
        outcomes=outcomes,
        effects=effects(outcomes, config["baseline"], p.job_year_value_eur),
        ranking=ranking(outcomes, config["baseline"], p.job_year_value_eur),
    )


def headline(answer: Answer) -> str:
    """Return the answer in two sentences."""
    baseline = answer.baseline
    first = answer.ranking.iloc[0]
    years = answer.config["months"] / 12.0
    place = answer.config["region"]["title"]
    if first["policy"] == baseline:
        best = f"no policy returns more than it costs beyond {baseline}"
    else:
        sure = "" if first["low"] > 0.0 else ", which chance alone could explain"
        best = (
            f"{first['policy']} does best: {first['net_benefit_keur']:+,.0f} kEUR net benefit "
            f"[{first['low']:+,.0f} to {first['high']:+,.0f}] against {baseline}{sure}"
        )
    text = f"In {place}, over {years:.3g} years, {best}."
    if answer.networks:
        name = answer.networks[0]
        row = answer.effect(name, "members", "turnover_eur")
        net = answer.effect(name, "region", "job_years_pv")
        said = "distinguishable from zero" if net["distinguishable"] else "not distinguishable"
        text += (
            f" Under {name} members sell {100 * row['difference'] / row['baseline']:+.1f} % "
            f"in the last year; for the whole region that leaves {net['difference']:+.1f} "
            f"FTE-years of work ({said}), with one FTE-year valued at "
            f"EUR {answer.job_year_value_eur:,.0f}."
        )
    return text
