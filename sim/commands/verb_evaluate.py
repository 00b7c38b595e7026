"""`talkoot evaluate`: would a field evaluation see the effect; a published trial, replayed."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkoot.sim.trials.power import PowerConfig
    from talkoot.sim.trials.study import TrialRunConfig


def main(typed: list[str]) -> None:
    """Plan an evaluation or replay a trial; print the answer, keep tables and a figure."""
    from .asking import question_asked

    question, config = question_asked("evaluate", typed)
    folder = Path(config.results) / config.study
    (replay if question == "trial" else plan)(config, folder, ("evaluate", *typed))


def plan(config: "PowerConfig", folder: Path, line: tuple[str, ...]) -> None:
    """Tell how likely an evaluation of this size sees an effect."""
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.show.figure_power import power_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.table_power import print_power
    from talkoot.sim.trials.power import plan_evaluation, write_power

    if config.simulate:
        say_if_compiling()
    with progress("simulated evaluations") as tell:
        power = plan_evaluation(config, tell, folder, line)
    write_power(folder, config, power)
    picture = as_png(power_figure(config, power), provenance(config.seed))
    write_whole(folder / "power.png", picture)
    print_power(config, power)
    print(f"Table, simulated evaluations and a figure: {folder}")


def replay(config: "TrialRunConfig", folder: Path, line: tuple[str, ...]) -> None:
    """Run a trial's replications: estimate beside the published one, truth, bias, power."""
    from talkoot.sim.api.trial import replayed
    from talkoot.sim.show.table_further import print_further
    from talkoot.sim.show.table_trial import print_trial

    trial = replayed(config, line)
    print_trial(config, trial)
    if trial.further:
        print_further(trial.further)
    print(f"Tables, the first replication's survey and a figure: {folder}")
