"""What a sweep says: the effects of each policy in each scenario, in one tidy table."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from talkoot.agents.public_money import worth_of_job_year
from talkoot.scenarios.changes import chosen_parameters
from talkoot.sim.experiment.plan.orders import config_from
from talkoot.sim.experiment.store.folder import read_study
from talkoot.sim.experiment.store.view import read_all, scenarios

from .compare import effects
from .ranking import ranking


@dataclass(frozen=True)
class SweepAnswer:
    """A sweep read and compared, scenario by scenario."""

    folder: Path
    config: dict[str, Any]  # what all scenarios share
    provenance: dict[str, Any]
    swept: list[str]
    scenarios: pd.DataFrame  # number and swept values
    effects: pd.DataFrame  # scenario, swept values, then as in a comparison
    ranking: pd.DataFrame  # likewise

    @property
    def baseline(self) -> str:
        """Name of the policy that the others are compared with."""
        return str(self.config["baseline"])

    def label(self, number: int) -> str:
        """Return a scenario's swept values in words, short.

        Scenarios are told by what they change: "wage_eur=3000 firms=500".
        """
        row = self.scenarios.set_index("scenario").loc[number]
        return " ".join(f"{key.split('.')[-1]}={short_value(row[key])}" for key in self.swept)


def short_value(value: Any) -> str:
    """Return a swept value as short as it can be told.

    >>> short_value(3000.0), short_value(0.123456), short_value("kainuu")
    ('3000', '0.1235', 'kainuu')
    """
    if not isinstance(value, float):
        return str(value)
    return f"{value:.4g}" if value % 1 else f"{value:.6g}"


def sweep_answer(folder: Path) -> SweepAnswer:
    """Read a sweep and compare its policies in each scenario that has finished replications."""
    page = read_study(folder)
    config, swept = page["config"], list(page["swept"])
    known = scenarios(folder)
    compared: list[pd.DataFrame] = []
    ranked: list[pd.DataFrame] = []
    for number, rows in read_all(folder, "outcomes").groupby("scenario", sort=True):
        values = known.set_index("scenario").loc[number]
        whole = config_from({**config, **values["changes"]})
        worth_eur = worth_of_job_year(chosen_parameters(whole))
        compared.append(effects(rows, config["baseline"], worth_eur))
        ranked.append(ranking(rows, config["baseline"], worth_eur, whole.months))
        for table in (compared[-1], ranked[-1]):
            for k, key in enumerate(swept):
                table.insert(k, key, values[key])
            table.insert(0, "scenario", number)
    return SweepAnswer(
        folder=folder,
        config=config,
        provenance=page["provenance"],
        swept=swept,
        scenarios=known,
        effects=pd.concat(compared, ignore_index=True),
        ranking=pd.concat(ranked, ignore_index=True),
    )
