"""A made-up study, the same in other worlds, and a made-up sweep, with pandas' own figures."""

from typing import NamedTuple

import pytest

from talkoot.scenarios.budget import Budget
from talkoot.sim.api.study import Study
from talkoot.sim.commands.asking import comparison
from talkoot.sim.experiment.plan.plan import budgets_of

from .made_up import POLICIES, REPLICATIONS, WORTH_EUR, run_made_up
from .pandas_own import Own, OwnWorlds


class MadeUp(NamedTuple):
    """What is asked, and what pandas finds in the parts."""

    study: Study
    own: Own
    worlds: OwnWorlds
    budgets: list[Budget]
    swept_study: Study
    swept: dict[str, Own]


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> MadeUp:
    """Studies that the store has written."""
    results = f"results={tmp_path_factory.mktemp('made_up')}"
    policies = f"policies=[{','.join(POLICIES)}]"
    worth = f"parameters.job_year_value_eur={WORTH_EUR}"
    how = (
        worth,
        f"replications={REPLICATIONS}",
        "budget_neutral=true",
        "study=one",
        "robustness=3",
    )
    asked = comparison([policies, results, *how])
    folder, worlds = run_made_up(asked.plan), run_made_up(asked.worlds)
    over = (
        "parameters.job_year_value_eur=20000,30000",
        "months=60,120",
        "replications=6",
        "engine=threads",
    )
    swept = run_made_up(comparison([policies, results, *over, "study=swept"]).plan)
    points = [(months, worth) for months in (60, 120) for worth in (20_000.0, 30_000.0)]
    return MadeUp(
        Study(folder, worlds=worlds),
        Own(folder, WORTH_EUR, 120),
        OwnWorlds(worlds, WORTH_EUR, 120),
        budgets_of(asked.plan.base),
        Study(swept),
        {
            f"months={months} job_year_value_eur={worth:.0f}": Own(swept, worth, months, k)
            for k, (months, worth) in enumerate(points)
        },
    )
