"""What pandas and SciPy find in the raw Parquet parts of a made-up study; nothing of ours."""

from functools import cache, cached_property
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

STANDS, EQUAL, UNTOLD, TURNED = "stands", "equal", "cannot be told", "turned"


class Own:
    """A scenario's own figures; EUR are shown as kEUR by whoever asks."""

    def __init__(self, folder: Path, worth_eur: float, months: int, scenario: int = 0) -> None:
        keys = pd.read_parquet(folder / "scenarios.parquet").set_index("number")["scenario"]
        self.folder, self.key = folder, keys[scenario]
        self.worth_eur, self.months = worth_eur, months
        self.margin = worth_eur * months / 12.0 / 1e3

    def raw(self, table: str) -> pd.DataFrame:
        """Return a table of this scenario, as its parts hold it."""
        parts = pd.concat(map(pd.read_parquet, self.folder.glob(f"parts/{table}-*.parquet")))
        return parts[parts["scenario"] == self.key]

    @cached_property
    def outcomes(self) -> pd.DataFrame:
        """Outcomes by policy, scope and replication."""
        rows = self.raw("outcomes")
        worth = self.worth_eur * rows["job_years_pv"] - rows["public_pv_eur"]
        rows = rows.assign(net_benefit_eur=worth)
        return rows.set_index(["policy", "scope", "replication"]).sort_index()

    def values(self, policy: str, outcome: str, scope: str = "region") -> pd.Series:
        """Return one outcome by replication."""
        return self.outcomes.loc[(policy, scope), outcome]

    def difference(
        self, policy: str, outcome: str, scope: str = "region", other: str = "one_on_one"
    ) -> pd.Series:
        """Return paired differences; members' to the same people under the baseline."""
        ours = self.values(policy, outcome, scope)
        if scope == "members":
            return ours - self.values(policy, outcome, "members_under_baseline")
        return ours - self.values(other, outcome, scope)

    def told(self, policy: str, outcome: str, *where: str, scale: float = 1.0) -> list[float]:
        """Return mean, low and high of a difference, shown by ``scale``."""
        return with_interval(self.difference(policy, outcome, *where) / scale)

    def share(self, policy: str, outcome: str) -> list[float]:
        """Return mean, low and high of a difference, % of the same members' under the baseline."""
        level = self.values(policy, outcome, "members_under_baseline").mean()
        return self.told(policy, outcome, "members", scale=level / 100.0)

    def gain(self, policy: str, outcome: str, times: float = 100.0) -> list[float]:
        """Return mean, low and high of what members' rows tell by themselves, in hundredths."""
        return with_interval(times * self.values(policy, outcome, "members"))

    def benefit(self, policy: str, other: str = "one_on_one") -> list[float]:
        """Return the net benefit against another policy with its interval, kEUR."""
        return self.told(policy, "net_benefit_eur", "region", other, scale=1e3)

    @cached_property
    def ranked(self) -> list[str]:
        """The policies by net benefit, best first."""
        means = self.outcomes.xs("region", level="scope").groupby("policy")["net_benefit_eur"]
        return list(means.mean().sort_values(ascending=False).index)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every pair of policies, the better one first."""
        return list(combinations(self.ranked, 2))

    def word(self, policy: str, other: str) -> str:
        """Return the word for a pair."""
        _, low, high = self.benefit(policy, other)
        if -self.margin < low and high < self.margin:
            return EQUAL
        return STANDS if low > 0.0 or high < 0.0 else UNTOLD

    def against_first(self, policy: str) -> str:
        """Return the word for the pair of the first policy with this one."""
        first = self.ranked[0]
        return "first" if policy == first else self.word(first, policy)

    def best_in(self, policy: str) -> float:
        """Return the share of replications in which a policy has the highest net benefit, %."""
        wide = self.outcomes["net_benefit_eur"].xs("region", level="scope").unstack("policy")
        return 100.0 * float((wide.idxmax(axis=1) == policy).mean())

    def price(self, policy: str) -> list[float]:
        """Return EUR per FTE-year with SciPy's bootstrap interval, of as many draws as ours."""
        cost = self.difference(policy, "public_pv_eur").to_numpy()
        work = self.difference(policy, "job_years_pv").to_numpy()
        drawn = stats.bootstrap(
            (cost, work),
            lambda cost, work, axis: cost.mean(axis) / work.mean(axis),
            paired=True,
            n_resamples=2000,
            method="percentile",
            rng=np.random.default_rng(1),
        ).confidence_interval
        return [cost.mean() / work.mean(), drawn.low, drawn.high]

    def needed(self, policy: str, other: str) -> int:
        """Return the smallest number of replications with which a pair's word is no doubt."""
        keur = self.difference(policy, "net_benefit_eur", "region", other) / 1e3
        n = np.arange(2, 20_000)
        half = stats.t.ppf(0.975, n - 1) * keur.std(ddof=1) / np.sqrt(n)
        tells = (half < abs(keur.mean())) | (half < self.margin - abs(keur.mean()))
        return int(n[tells.argmax()])

    def by_month(self, policy: str, metric: str) -> pd.DataFrame:
        """Return paired differences to the baseline, (months, replications)."""
        wide = self.raw("months").pivot(index="month", columns=["policy", "replication"])[metric]
        return (wide[policy] - wide["one_on_one"]).astype(float)  # parts keep months as float32


def with_interval(values: pd.Series) -> list[float]:
    """Return a mean and the ends of its 95 % interval (Student's t)."""
    ends = stats.ttest_1samp(values, 0.0).confidence_interval(0.95)
    return [values.mean(), ends.low, ends.high]


class Contrast(NamedTuple):
    """A pair's differences in net benefit over all worlds, kEUR, and in how many they are sure."""

    low: float
    high: float
    beyond: float
    more: int
    above: int
    below: int
    word: str
    sure_more: str
    sure_less: str


class OwnWorlds:
    """The same contrasts in other worlds: a world's figures, and those over all worlds."""

    def __init__(self, folder: Path, worth_eur: float, months: int) -> None:
        self.scenarios = pd.read_parquet(folder / "scenarios.parquet").sort_values("number")
        numbers = self.scenarios["number"]
        self.worlds = [Own(folder, worth_eur, months, number) for number in numbers]
        self.margin = self.worlds[0].margin

    @property
    def names(self) -> list[str]:
        """The worlds in words."""
        return [
            f"admissible set {row['set']}"
            if row["set"] != "-"
            else f"{row['theory'].replace('_', ' ')}, transport {row['transport']}"
            for _, row in self.scenarios.iterrows()
        ]

    @cached_property
    def ranked(self) -> list[str]:
        """The policies by their mean net benefit over all worlds."""
        means = {
            policy: np.mean([world.benefit(policy)[0] for world in self.worlds])
            for policy in self.worlds[0].ranked
        }
        return sorted(means, key=lambda policy: -means[policy])

    def best(self) -> list[tuple[str, str, float]]:
        """Return each world with its best policy and that one's net benefit, kEUR."""
        firsts = [world.ranked[0] for world in self.worlds]
        benefits = [w.benefit(p)[0] for w, p in zip(self.worlds, firsts, strict=True)]
        return list(zip(self.names, firsts, benefits, strict=True))

    @cache  # noqa: B019 -- there is one for all tests
    def contrast(self, policy: str, other: str) -> Contrast:
        """Return what a pair's differences are over all worlds."""
        keur = pd.DataFrame(
            [w.difference(policy, "net_benefit_eur", "region", other) / 1e3 for w in self.worlds]
        ).to_numpy()
        worlds, each = keur.shape
        pooled = np.sqrt(keur.var(axis=1, ddof=1).mean())
        surely = stats.t.ppf(1.0 - 0.025 / worlds, worlds * (each - 1))  # in all of them together
        beyond = surely * pooled / np.sqrt(each)
        means = keur.mean(axis=1)
        above, below = means - beyond > 0.0, means + beyond < 0.0
        turned = bool(above.any() and below.any())
        equal = (np.abs(means) + beyond < self.margin).all()
        sure = STANDS if above.all() or below.all() else UNTOLD
        return Contrast(
            low=means.min(),
            high=means.max(),
            beyond=beyond,
            more=int((means > 0.0).sum()),
            above=int(above.sum()),
            below=int(below.sum()),
            word=TURNED if turned else EQUAL if equal else sure,
            sure_more=self.names[means.argmax()] * turned,
            sure_less=self.names[means.argmin()] * turned,
        )
