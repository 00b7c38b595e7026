"""Does the headline stand in other worlds? The first thing a reader is told.

A ranking flips between two worlds where one policy surely has the higher net benefit in the one
and surely the lower in the other. Few replications are run in each of many worlds, so the spread of
paired differences within worlds is pooled over them, and what is sure is so with 95 % in all of
them together (Bonferroni): otherwise two equal policies would flip in every third study.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.schema import PolicyConfig
from talkoot.sim.evidence.variants import AS_CALIBRATED
from talkoot.sim.experiment.orders import config_from
from talkoot.sim.experiment.store import read_all, read_study
from talkoot.sim.experiment.view import scenarios

from .answer import Answer, headline
from .basis import basis
from .compare import CONFIDENCE, NET_BENEFIT, rows_of, with_net_benefit


@dataclass(frozen=True)
class Robustness:
    """What other worlds say.

    Attributes
    ----------
    worlds : a row per world: world, kind (theory or ensemble), best, net_benefit_keur of the best
    benefits : a row per world and policy: world, kind, policy, net_benefit_keur (mean difference to
        the baseline)
    contrasts : a row per pair of policies: policy, other, basis, low and high (least and most mean
        difference over all worlds, kEUR), above, below (worlds in which it is surely so), flips
    """

    replications: int
    worlds: pd.DataFrame
    benefits: pd.DataFrame
    contrasts: pd.DataFrame

    @property
    def flips(self) -> pd.DataFrame:
        """Pairs of policies whose order flips between worlds."""
        return self.contrasts[self.contrasts["flips"]]


def robustness(folder: Path) -> Robustness:
    """Read a study of other worlds (``variants``) and compare its policies in each."""
    page = read_study(folder)
    config = page["config"]
    known = scenarios(folder).set_index("scenario")
    policies = [PolicyConfig.model_validate(policy) for policy in config["policies"]]
    worlds, benefits, gains = [], [], []
    for number, rows in read_all(folder, "outcomes").groupby("scenario", sort=True):
        told = known.loc[number]
        p = chosen_parameters(config_from({**config, **told["changes"]}))
        table = with_net_benefit(rows, p.job_year_value_eur)
        values = {
            one.name: rows_of(table, one.name, "region")[NET_BENEFIT] / 1e3 for one in policies
        }
        baseline = values[config["baseline"]].mean()
        means = {name: float(value.mean() - baseline) for name, value in values.items()}
        best = max(means, key=lambda name: means[name])
        kind = "theory" if told["set"] == "-" else "ensemble"
        name = world_in_words(dict(told))
        worlds.append((name, kind, best, means[best]))
        benefits += [(name, kind, policy, mean) for policy, mean in means.items()]
        gains.append(values)
    contrasts = [contrast(one, other, gains) for one, other in combinations(policies, 2)]
    return Robustness(
        replications=int(config["replications"]),
        worlds=pd.DataFrame(worlds, columns=["world", "kind", "best", "net_benefit_keur"]),
        benefits=pd.DataFrame(benefits, columns=["world", "kind", "policy", "net_benefit_keur"]),
        contrasts=pd.DataFrame(contrasts),
    )


def world_in_words(told: Mapping[str, Any]) -> str:
    """Return a world as a reader knows it.

    >>> world_in_words({"theory": "literal_transfer", "transport": "0.3", "set": "-"})
    'literal transfer, transport 0.3'
    """
    if told["set"] != "-":
        return f"admissible set {told['set']}"
    theory = str(told["theory"]).replace("_", " ")
    return f"{theory}, transport {told['transport']}"


def contrast(
    one: PolicyConfig, other: PolicyConfig, gains: list[dict[str, "pd.Series[float]"]]
) -> dict[str, object]:
    """Return a row of ``Robustness.contrasts``."""
    differences = [(values[one.name] - values[other.name]).dropna() for values in gains]
    means = [float(difference.mean()) for difference in differences]
    sure = sure_signs([np.asarray(difference, np.float64) for difference in differences])
    above, below = sure.count(1), sure.count(-1)
    return {
        "policy": one.name,
        "other": other.name,
        "basis": basis(one, other),
        "low": float(np.min(means)),
        "high": float(np.max(means)),
        "above": above,
        "below": below,
        "worlds": len(gains),
        "flips": above > 0 and below > 0,
    }


def sure_signs(differences: list[NDArray[np.float64]]) -> list[int]:
    """Return per world 1 or -1 where the mean of its paired differences is surely so, else 0.

    >>> sure_signs([np.array([4.0, 5.0, 6.0]), np.array([0.0, 1.0]), np.array([-9.0])])
    [1, 0, -1]
    """
    freedom = sum(max(one.size - 1, 0) for one in differences)
    if freedom == 0:
        return [0] * len(differences)
    within = sum(float(((one - one.mean()) ** 2).sum()) for one in differences if one.size)
    beyond = stats.t.ppf(1.0 - (1.0 - CONFIDENCE) / (2.0 * len(differences)), freedom)
    margin = [beyond * np.sqrt(within / freedom / max(one.size, 1)) for one in differences]
    means = [one.mean() if one.size else 0.0 for one in differences]
    return [
        int(np.sign(mean)) if abs(mean) > wide else 0
        for mean, wide in zip(means, margin, strict=True)
    ]


def first_words(found: Robustness, best: str) -> str:
    """Return what is said before anything else: where the ranking flips, or that it does not."""
    n = len(found.worlds)
    same = int((found.worlds["best"] == best).sum())
    if found.flips.empty:
        stands = f"The order of policies does not flip in any of {n} other worlds"
    else:
        pairs = "; ".join(
            f"{row['policy']} and {row['other']}" for _, row in found.flips.iterrows()
        )
        stands = f"The order flips between worlds for {pairs}"
    return (
        f"{stands} (two theories of learning, transport {AS_CALIBRATED}, 0.3, 0.6 and 1.0, "
        f"admissible parameters). {best} is best in {same} of {n}; "
        f"{found.replications} replications in each, so chance has a say."
    )


def opening(answer: Answer, found: Robustness | None) -> list[str]:
    """Return the first sentences of an answer; where the ranking flips, that comes first."""
    if found is None:
        return [headline(answer)]
    stands = first_words(found, str(answer.ranking["policy"][0]))
    said = [headline(answer), stands]
    return said if found.flips.empty else said[::-1]
