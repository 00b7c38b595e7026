"""`talkoot.trial`: a published field experiment, replayed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from talkoot.sim.experiment.store.fields import with_units
from talkoot.sim.experiment.store.parts import write_whole
from talkoot.sim.experiment.store.provenance import provenance
from talkoot.sim.experiment.store.table_files import write_table
from talkoot.sim.inputs.declarations import keys_of
from talkoot.sim.show.figure_trial import trial_figure
from talkoot.sim.show.style import as_png
from talkoot.sim.show.table_trial import effects_table
from talkoot.sim.show.terminal import as_html
from talkoot.sim.trials.further import run_further
from talkoot.sim.trials.study import Study, TrialRunConfig, run_study, write_trial

from .asked import as_words, asked, with_keys
from .progress import progress as shown_progress
from .progress import say_if_compiling


@dataclass(frozen=True, repr=False, eq=False)
class Trial(Study):
    """A trial's replications together; tables are in ``folder`` too, units in ``attrs["units"]``.

    ``effects`` has a row per replication, arm, outcome and month: estimate, truth, spill-over;
    ``summary`` their means by arm, outcome and month, beside what was published: bias, power,
    coverage. ``balance`` has the baseline means of arms and control group, ``attrition`` who
    answered by arm and wave, ``facts`` what sample and programme were like in each replication,
    ``panel`` the survey of the first. ``further`` are further experiments, by name.
    """

    config: TrialRunConfig
    further: dict[str, pd.DataFrame]

    @property
    def folder(self) -> Path:
        """Where tables and picture are."""
        return Path(self.config.results) / self.config.study

    def plot(self) -> Figure:
        """Draw estimates beside the published ones and the truth."""
        return trial_figure(self, self.config.trial)

    def __repr__(self) -> str:
        return f"<Trial {self.folder}>"

    def _repr_html_(self) -> str:
        trial = self.config.trial
        about = f"{trial.title} ({self.config.size}): {trial.purpose}"
        return as_html(about, *(effects_table(self.summary, arm) for arm in trial.arms))


def replayed(config: TrialRunConfig, line: Sequence[str], progress: bool = True) -> Trial:
    """Run a trial's replications; write tables and one figure into its folder.

    ``line`` is what would be typed, without ``talkoot``.
    """
    say_if_compiling(progress)
    folder, about = Path(config.results) / config.study, provenance(config.seed)
    further: dict[str, pd.DataFrame] = {}
    with shown_progress(f"replications of {config.trial.name}", progress) as tell:
        tables = run_study(config, tell, folder, line)
    write_trial(folder, config, tables)
    write_whole(folder / "effects.png", as_png(trial_figure(tables, config.trial), about))
    if config.also:
        with shown_progress("further experiments", progress) as tell:
            further = run_further(config, tell, folder, line)
        for name, rows in further.items():
            write_table(folder, f"trial/{name}", rows, config.csv, about)
    known = {name: with_units(table, f"trial/{name}") for name, table in vars(tables).items()}
    return Trial(**known, config=config, further=further)


@with_keys("trial")
def trial(
    trial: str | None = None,
    *,
    size: str | None = None,
    sample: int | None = None,
    theory: str | None = None,
    parameters: Mapping[str, float] | None = None,
    without: Sequence[str] | None = None,
    replications: int | None = None,
    seed: int | None = None,
    study: str | None = None,
    results: str | Path | None = None,
    progress: bool = True,
    more: Mapping[str, object] | None = None,
) -> Trial:
    """Replay a published field experiment, as `talkoot evaluate trial=NAME` does.

    The trial returned has ``summary``, ``effects``, ``balance``, ``attrition``, ``facts``,
    ``panel`` and ``plot()``.

    Raises InputError with everything that is wrong, before anything is run or written.

    >>> import tempfile, talkoot
    >>> t2 = talkoot.trial("colombia", sample=60, replications=2, results=tempfile.mkdtemp(),
    ...                    progress=False)
    >>> t2.summary.attrs["units"]["power"]
    '0-1'
    """
    arguments = {**locals()}
    if trial is None:  # which word tells a replay from an evaluation to plan
        arguments["trial"] = keys_of("trial")["trial"].unsaid
    config: TrialRunConfig = asked("trial", "trial", arguments)
    return replayed(config, ("evaluate", *as_words("trial", arguments)), progress)
