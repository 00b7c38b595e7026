"""`talkoot power`: would a real evaluation of this size see the effect?"""

from .teach import keys_of


def help_text() -> str:
    """Return what `talkoot power --help` prints."""
    purpose = (
        "How likely an evaluation with this many groups, controls and months sees an effect: by\n"
        "formula (two-sample t test, design effect of groups) and by living through it."
    )
    return keys_of("power", purpose)


def main(typed: list[str]) -> None:
    """Plan, print the table, write it and one figure."""
    from pathlib import Path

    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.experiment.store.folder import alone_in
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.show.figure_power import power_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.table_power import print_power
    from talkoot.sim.trials.power import plan_evaluation, write_power

    from .configure import power_from

    config = power_from(typed)
    if config.simulate:
        say_if_compiling()
    folder = Path(config.results) / config.study
    with alone_in(folder):
        with progress("simulated evaluations") as told:
            power = plan_evaluation(config, told, folder)
        write_power(folder, config, power)
        drawn = power_figure(config, power)
        write_whole(folder / "power.png", as_png(drawn, provenance(config.seed)))
    print_power(config, power)
    print(f"Table, simulated evaluations and a figure: {folder}")
