"""`talkoot trial`: a published field experiment, replayed."""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot trial --help` prints."""
    purpose = (
        "Replay a field experiment with its own sample, arms, waves and estimator, and tell what\n"
        "only a simulation knows: the truth, so the estimator's bias and power, and spill-overs."
    )
    return keys_of("trial", purpose)


def main(typed: list[str]) -> None:
    """Run the replications, print the answer, write tables and one figure."""
    from pathlib import Path

    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.experiment.store.table_files import write_table
    from talkoot.sim.show.figure_trial import trial_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.table_further import print_further
    from talkoot.sim.show.table_trial import print_trial
    from talkoot.sim.trials.further import run_further
    from talkoot.sim.trials.study import run_study, write_study

    from .configure import trial_from
    from .progress import progress, say_if_compiling

    config = trial_from(typed)
    say_if_compiling()
    folder = Path(config.results) / config.study
    with progress(f"replications of {config.trial.name}") as told:
        study = run_study(config, told, folder, typed)
    write_study(folder, config, study)
    drawn = trial_figure(study, config.trial)
    write_whole(folder / "effects.png", as_png(drawn, provenance(config.seed)))
    print_trial(config, study)
    if config.also:
        with progress("further experiments") as told:
            found = run_further(config, told, folder, typed)
        for name, rows in found.items():
            write_table(folder, f"trial/{name}", rows, config.csv, provenance(config.seed))
        print_further(found)
    print(f"Tables, the first replication's survey and a figure: {folder}")
