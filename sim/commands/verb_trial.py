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
    from talkoot.sim.api.trial import replayed
    from talkoot.sim.show.table_further import print_further
    from talkoot.sim.show.table_trial import print_trial

    from .configure import trial_from

    done = replayed(trial_from(typed))
    print_trial(done.config, done.tables)
    if done.further:
        print_further(done.further)
    print(f"Tables, the first replication's survey and a figure: {done.folder}")
