"""T1's diffusion experiment (C13): who hears of a rival and a non-rival item from fellows.

Half of the groups, drawn anew for each item, have half of their members told on the day of the
baseline. Some months later those not told in any way are asked. Taking up is hearing: whether one
who has heard applies is not modelled.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import statsmodels.api as sm

from talkoot.agents.columns import ACTIVE, Firms
from talkoot.agents.news import RIVAL_ITEMS
from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named

from .assignment import Assignment, assign, generator
from .place import BASELINE, Baseline, advance, baseline_of
from .protocol import TrialConfig
from .trial import start_trial, ventures_of

ITEMS = {"rival": 0, "non_rival": RIVAL_ITEMS}
TELLING = 6
MONTHS = 6
TERMS = ("told", "rivals", "told x rivals")


@dataclass(frozen=True)
class Diffusion:
    """What became of the items.

    Attributes
    ----------
    answers : members not told, by item (firm, group, item, heard, told, rivals): ``told`` is 1 if
        somebody in the group was told, ``rivals`` the share of competitors among the fellows
    regression : by item and term (told, rivals, told x rivals): coefficient, se, p, low, high
    """

    answers: pd.DataFrame
    regression: pd.DataFrame

    def coefficient(self, item: str, term: str) -> float:
        """Return one coefficient of the linear probability model."""
        table = self.regression
        found = table[(table["item"] == item) & (table["term"] == term)]
        return float(found["coefficient"].iloc[0])


def run_diffusion(
    p: Parameters,
    seed: int,
    replication: int,
    months: int = MONTHS,
    trial: TrialConfig | None = None,
    size: str | None = None,
) -> Diffusion:
    """Run T1 (or a changed ``trial``) up to ``months`` after members were told, and ask.

    C13: ``coefficient("rival", "told x rivals")`` is negative, that of the non-rival item is not.
    """
    trial = trial or read_named("trial", "cai_szeidl", TrialConfig)
    baseline = baseline_of(p, trial, size, seed, replication)
    assignment = assign(baseline)
    state = start_trial(baseline, assignment, ventures_of())
    told = {name: tell(baseline, assignment, state.firms, name) for name in ITEMS}
    advance(baseline.p, state, BASELINE, BASELINE + months)
    answers = pd.concat(
        [ask_members(assignment, state.firms, name, told[name]) for name in ITEMS],
        ignore_index=True,
    )
    fits = [regress(answers[answers["item"] == name]).assign(item=name) for name in ITEMS]
    return Diffusion(answers, pd.concat(fits, ignore_index=True))


def tell(baseline: Baseline, assignment: Assignment, firms: Firms, name: str) -> set[int]:
    """Tell an item to half of the members of half of the groups; return the rows told."""
    luck = generator(baseline, TELLING + 10 * ITEMS[name])
    chosen = luck.permutation(len(assignment.groups))[: len(assignment.groups) // 2]
    told: set[int] = set()
    for g in sorted(chosen.tolist()):
        rows = luck.permutation(assignment.groups[g].rows)
        told |= set(rows[: rows.size // 2].tolist())
    firms.news[sorted(told)] |= 1 << ITEMS[name]
    return told


def ask_members(assignment: Assignment, firms: Firms, name: str, told: set[int]) -> pd.DataFrame:
    """Return the answers of members in business who were not told."""
    asked = []
    for g, seating in enumerate(assignment.groups):
        rows = seating.rows
        was_told = float(any(row in told for row in rows.tolist()))
        for row in rows.tolist():
            if row in told or firms.status[row] != ACTIVE:
                continue
            fellows = rows[rows != row]
            heard = (int(firms.news[row]) >> ITEMS[name]) & 1
            rivals = float(np.mean(firms.sector[fellows] == firms.sector[row]))
            asked.append((row, g, name, heard, was_told, rivals))
    return pd.DataFrame(asked, columns=["firm", "group", "item", "heard", "told", "rivals"])


def regress(answers: pd.DataFrame) -> pd.DataFrame:
    """Return the linear probability model ``heard ~ told * rivals``, errors clustered by group."""
    x = sm.add_constant(answers[["told", "rivals"]])
    x["told x rivals"] = x["told"] * x["rivals"]
    fit = sm.OLS(answers["heard"].astype(float), x).fit(
        cov_type="cluster", cov_kwds={"groups": answers["group"].to_numpy()}, use_t=True
    )
    with np.errstate(invalid="ignore"):  # of a few alike groups an error may not be told: NaN
        columns = {"unit": "0-1", "coefficient": fit.params, "se": fit.bse, "p": fit.pvalues}
        interval = fit.conf_int().set_axis(["low", "high"], axis=1)
    table = pd.DataFrame(columns, index=list(TERMS)).join(interval)
    return table.reset_index(names="term")
