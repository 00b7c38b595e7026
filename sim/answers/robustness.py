"""Rank reversal: is the order of two policies the same in other worlds? A word for each pair.

A pair *stands* if it surely has the same order in every world, *turned* if it surely has the one
order in one world and the other in another, and is *equal* if its difference surely does not matter
in any (``three_words``). Few replications are run in each of many worlds, so the spread of
paired differences within worlds is pooled over them, and what is sure is so with 95 % in all of
them together (Bonferroni): otherwise two equal policies would turn in every third study. Most pairs
therefore cannot be told, and that is not the same as an order that stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from talkoot.agents.public_money import worth_of_job_year
from talkoot.scenarios.changes import chosen_parameters
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.evidence.variants import AS_CALIBRATED
from talkoot.sim.experiment.plan.orders import config_from
from talkoot.sim.experiment.store.folder import read_study
from talkoot.sim.experiment.store.view import read_all, scenarios

from .answer import Answer
from .basis import basis
from .compare import CONFIDENCE, rows_of, t_quantile, with_net_benefit
from .display import NET_BENEFIT
from .headline import headline, in_a_row
from .three_words import EQUAL, STANDS, TURNED, UNTOLD, margin_eur, word

CONTRASTS = (
    *("policy", "other", "basis", "low", "high", "beyond", "more", "worlds"),
    *("above", "below", "word", "sure_more", "sure_less"),
)


@dataclass(frozen=True)
class Robustness:
    """What other worlds say.

    Attributes
    ----------
    worlds : a row per world: world, kind (theory or ensemble), best, net_benefit_keur of the best
    benefits : a row per world and policy: world, kind, policy, net_benefit_keur (mean difference to
        the baseline)
    contrasts : a row per pair of policies: policy, other, basis, low and high (least and most mean
        difference over all worlds, kEUR), beyond (half of a world's interval, kEUR), more and
        worlds (of how many worlds the policy has the higher mean), above and below (worlds in which
        it surely has more, less), word, sure_more and sure_less (two worlds between which it
        turned, or empty)
    """

    replications: int
    worlds: pd.DataFrame
    benefits: pd.DataFrame
    contrasts: pd.DataFrame

    @property
    def reversals(self) -> pd.DataFrame:
        """Rank reversals: pairs whose order surely turned between two worlds."""
        return self.contrasts[self.contrasts["word"] == TURNED]

    def pairs(self, *words: str) -> int:
        """Return how many pairs have one of these words."""
        return int(self.contrasts["word"].isin(words).sum())


def robustness(folder: Path) -> Robustness:
    """Read a study of other worlds (``variants``) and compare its policies in each."""
    page = read_study(folder)
    config = page["config"]
    known = scenarios(folder).set_index("scenario")
    policies = [PolicyConfig.model_validate(policy) for policy in config["policies"]]
    worlds, benefits = [], []
    gains: dict[str, dict[str, pd.Series[float]]] = {}
    for number, rows in read_all(folder, "outcomes").groupby("scenario", sort=True):
        world = known.loc[number]
        p = chosen_parameters(config_from({**config, **world["changes"]}))
        worth_eur = worth_of_job_year(p)
        margin_keur = margin_eur(worth_eur, config["months"]) / 1e3
        table = with_net_benefit(rows, worth_eur)
        values = {
            one.name: rows_of(table, one.name, "region")[NET_BENEFIT] / 1e3 for one in policies
        }
        baseline = values[config["baseline"]].mean()
        means = {name: float(value.mean() - baseline) for name, value in values.items()}
        best = max(means, key=lambda name: means[name])
        kind = "theory" if world["set"] == "-" else "ensemble"
        name = world_in_words(dict(world))
        worlds.append((name, kind, best, means[best]))
        benefits += [(name, kind, policy, mean) for policy, mean in means.items()]
        gains[name] = values
    ranked = pd.DataFrame(benefits, columns=["world", "kind", "policy", "net_benefit_keur"])
    means_over = ranked.groupby("policy")["net_benefit_keur"].mean()
    policies.sort(key=lambda policy: -means_over[policy.name])
    contrasts = [
        contrast(one, other, gains, margin_keur) for one, other in combinations(policies, 2)
    ]
    return Robustness(
        replications=int(config["replications"]),
        worlds=pd.DataFrame(worlds, columns=["world", "kind", "best", "net_benefit_keur"]),
        benefits=ranked,
        contrasts=pd.DataFrame(contrasts, columns=list(CONTRASTS)),
    )


def world_in_words(world: Mapping[str, Any]) -> str:
    """Return a world as a reader knows it.

    >>> world_in_words({"theory": "literal_transfer", "transport": "0.3", "set": "-"})
    'literal transfer, transport 0.3'
    """
    if world["set"] != "-":
        return f"admissible set {world['set']}"
    theory = str(world["theory"]).replace("_", " ")
    return f"{theory}, transport {world['transport']}"


def contrast(
    one: PolicyConfig,
    other: PolicyConfig,
    gains: Mapping[str, Mapping[str, "pd.Series[float]"]],
    margin_keur: float,
) -> dict[str, object]:
    """Return a row of ``Robustness.contrasts``; kEUR by world, policy and replication."""
    differences = [(values[one.name] - values[other.name]).dropna() for values in gains.values()]
    arrays = [np.asarray(difference, np.float64) for difference in differences]
    means = np.array([array.mean() if array.size else np.nan for array in arrays])
    wide = half_widths(arrays)
    low, high = means - wide, means + wide
    verdict = word(low, high, margin_keur)
    names = list(gains)
    return {
        "policy": one.name,
        "other": other.name,
        "basis": basis(one, other),
        "low": float(np.nanmin(means)),
        "high": float(np.nanmax(means)),
        "beyond": float(wide.max()),
        "more": int((means > 0.0).sum()),
        "worlds": len(gains),
        "above": int((low > 0.0).sum()),
        "below": int((high < 0.0).sum()),
        "word": verdict,
        "sure_more": names[int(np.nanargmax(low))] if verdict == TURNED else "",
        "sure_less": names[int(np.nanargmin(high))] if verdict == TURNED else "",
    }


def half_widths(differences: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """Return per world half of the interval of its mean paired difference, all surely in theirs.

    Infinite where one difference per world, or none, tells nothing of chance.

    >>> half_widths([np.array([4.0, 5.0, 6.0]), np.array([0.0, 1.0])]).round(1).tolist()
    [2.2, 2.7]
    """
    sizes = np.array([one.size for one in differences])
    freedom = int(np.maximum(sizes - 1, 0).sum())
    if freedom == 0:
        return np.full(sizes.size, np.inf)
    within = sum(float(((one - one.mean()) ** 2).sum()) for one in differences if one.size)
    beyond = t_quantile(1.0 - (1.0 - CONFIDENCE) / (2.0 * sizes.size), freedom)
    with np.errstate(divide="ignore"):
        return np.asarray(beyond * np.sqrt(within / freedom / sizes), np.float64)


def first_words(robust: Robustness, front: list[str]) -> str:
    """Return in how many worlds the front runners come first, and for how many pairs that is sure.

    ``front`` are the policies that may be best in the study itself; they are always counted.
    """
    n = len(robust.worlds)
    first = robust.worlds["best"].value_counts()
    counted = [*first.index, *(name for name in front if name not in first.index)]
    counts = in_a_row([f"{name} in {first.get(name, 0)}" for name in counted])
    asked = (
        f"Simulated again in {n} other worlds (two theories of learning, transport "
        f"{AS_CALIBRATED}, 0.3, 0.6 and 1.0, admissible parameters), {robust.replications} "
        f"replications in each: the highest mean is that of {counts}."
    )
    return f"{asked} {pairs_in_worlds(robust)}" if len(robust.contrasts) else asked


def pairs_in_worlds(robust: Robustness) -> str:
    """Return how many pairs have which word, and from where on a difference would be seen."""
    turned = f"turned: {robust.pairs(TURNED)}; " if robust.pairs(TURNED) else ""
    beyond = robust.contrasts["beyond"]
    return (
        f"Pairs of policies whose order stands in every world: {robust.pairs(STANDS)} of "
        f"{len(robust.contrasts)}; equal in every world: {robust.pairs(EQUAL)}; {turned}cannot be "
        f"told: {robust.pairs(UNTOLD)} (chance only: in one world a difference is sure beyond "
        f"{beyond.min():,.0f} to {beyond.max():,.0f} kEUR)."
    )


def reversals_in_words(robust: Robustness) -> str:
    """Return between which worlds the order of which policies turned."""
    clauses = [
        f"{row['policy']} surely has more net benefit than {row['other']} in the world "
        f"({row['sure_more']}) and surely less in ({row['sure_less']})"
        for _, row in robust.reversals.iterrows()
    ]
    return f"Rank reversal between worlds: {'; '.join(clauses)}."


def opening(answer: Answer, robust: Robustness | None) -> list[str]:
    """Return the first sentences of an answer; where an order turned, that comes first."""
    if robust is None:
        return [headline(answer)]
    sentences = [headline(answer), first_words(robust, list(answer.saved_keur))]
    return sentences if robust.reversals.empty else [reversals_in_words(robust), *sentences]
