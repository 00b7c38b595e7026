"""Everything a reader learns of a study, computed once for the terminal and the report."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from talkoot.agents.public_money import worth_of_job_year
from talkoot.scenarios.budget import Budget
from talkoot.scenarios.changes import chosen_parameters
from talkoot.sim.experiment.plan.orders import config_from
from talkoot.sim.experiment.plan.plan import budgets_of
from talkoot.sim.experiment.store.folder import read_study
from talkoot.sim.experiment.store.view import config_of, read

from .compare import effects
from .ranking import ranking
from .three_words import STANDS, margin_eur, pairs_in_words

CAVEATS = (
    "No causal estimate of the case exists: every effect is transported from elsewhere or assumed.",
    "Intervals show chance (which entrepreneurs, which draws), not the uncertainty of parameters.",
    "Members of long-lived groups gain more than trial T1, whose groups met for a year, can show: "
    "how long peers' help goes on is assumed (saturation).",
    "What facilitators' hours do for a group is assumed; a difference between two facilitated "
    "policies follows from that assumption.",
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
    pairs: pd.DataFrame
    budgets: list[dict[str, Any]]

    @property
    def baseline(self) -> str:
        """Name of the policy that the others are compared with."""
        return str(self.config["baseline"])

    @property
    def margin_eur(self) -> float:
        """Difference in net benefit that does not matter, EUR."""
        return margin_eur(self.job_year_value_eur, self.config["months"])

    @property
    def ties(self) -> pd.DataFrame:
        """Pairs of the first policy with each that may be as good: equal, or not told apart."""
        of_first = self.pairs["policy"] == self.ranking["policy"][0]
        return self.pairs[of_first & (self.pairs["word"] != STANDS)]

    @property
    def saved_keur(self) -> dict[str, float]:
        """The first policy and its ties, cheapest first: public money less than the first, kEUR."""
        saved = {str(self.ranking["policy"][0]): 0.0}
        for _, row in self.ties.iterrows():
            saved[row["other"]] = round(row["cost_eur"] / 1e3)
        return dict(sorted(saved.items(), key=lambda item: -item[1]))

    def policies(self, scope: str = "region") -> list[str]:
        """Return the policies but the baseline, best first; of ``members``: those that had any."""
        there = set(self.effects.loc[self.effects["scope"] == scope, "policy"])
        return [policy for policy in self.ranking["policy"] if policy in there]

    @property
    def networks(self) -> list[str]:
        """Policies under which somebody was a member, best first."""
        return self.policies("members")

    def effect(self, policy: str, scope: str, outcome: str) -> pd.Series:
        """Return one row of the effects."""
        rows = self.effects
        chosen = (rows["policy"] == policy) & (rows["scope"] == scope)
        return rows[chosen & (rows["outcome"] == outcome)].iloc[0]


def answer_of(folder: Path, scenario: int = 0) -> Answer:
    """Read a study and compare its policies, in one scenario if it has several."""
    config = config_of(folder, scenario)
    outcomes = read(folder, "outcomes", scenario)
    return compare_outcomes(config, outcomes, read_study(folder)["provenance"], folder, scenario)


def compare_outcomes(
    config: dict[str, Any],
    outcomes: pd.DataFrame,
    provenance: dict[str, Any],
    folder: Path,
    scenario: int = 0,
) -> Answer:
    """Compare the policies in a table of outcomes."""
    whole = config_from(config)
    worth_eur = worth_of_job_year(chosen_parameters(whole))
    ranked = ranking(outcomes, config["baseline"], worth_eur, config["months"])
    order = ranked["policy"].tolist()
    return Answer(
        folder=folder,
        scenario=scenario,
        config=config,
        provenance=provenance,
        job_year_value_eur=worth_eur,
        outcomes=outcomes,
        effects=effects(outcomes, config["baseline"], worth_eur),
        ranking=ranked,
        pairs=pairs_in_words(outcomes, order, worth_eur, config["months"]),
        budgets=with_spending(budgets_of(whole), outcomes),
    )


def with_spending(budgets: list[Budget], outcomes: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the budgets with ``spent_pv_eur``: what was spent, mean over replications."""
    spent = outcomes[outcomes["scope"] == "region"].groupby("policy")["public_pv_eur"].mean()
    return [{**b._asdict(), "spent_pv_eur": float(spent[b.policy])} for b in budgets]
