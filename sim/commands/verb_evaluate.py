"""`talkoot evaluate`: would a field evaluation see the effect; a published trial, replayed."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkoot.sim.trials.power import PowerConfig
    from talkoot.sim.trials.study import TrialRunConfig


def main(typed: list[str]) -> None:
    """Plan an evaluation or replay a trial; print the answer, keep tables and a figure."""
    from .asking import asked

    question, config = asked("evaluate", typed)
    folder = Path(config.results) / config.study
    (replay if question == "trial" else plan)(config, folder, ("evaluate", *typed))


def plan(config: "PowerConfig", folder: Path, line: tuple[str, ...]) -> None:
    """Tell how likely an evaluation of this size sees an effect."""
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.show.figure_power import power_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.table_power import print_power
    from talkoot.sim.trials.power import plan_evaluation, write_power

    from .progress import progress, say_if_compiling

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
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table
    from talkoot.sim.show.figure_trial import trial_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.table_further import print_further
    from talkoot.sim.show.table_trial import print_trial
    from talkoot.sim.trials.further import run_further
    from talkoot.sim.trials.study import run_study, write_study

    from .progress import progress, say_if_compiling

    say_if_compiling()
    about = provenance(config.seed)
    with progress(f"replications of {config.trial.name}") as tell:
        study = run_study(config, tell, folder, line)
    write_study(folder, config, study)
    write_whole(folder / "effects.png", as_png(trial_figure(study, config.trial), about))
    print_trial(config, study)
    if config.also:
        with progress("further experiments") as tell:
            further = run_further(config, tell, folder, line)
        for name, rows in further.items():
            write_table(folder, f"trial/{name}", rows, config.csv, about)
        print_further(further)
    print(f"Tables, the first replication's survey and a figure: {folder}")
