"""`talkoot calibrate`: find parameters from the targets again; the worlds of robustness."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from talkoot.sim.evidence.configs import CalibrateConfig, EnsembleConfig

TRANSPORTS = (0.3, 0.6, 1.0)
TRIES = 20  # candidates for each set wanted


def main(typed: list[str]) -> None:
    """Find parameters, or the worlds in which headlines have to stand."""
    from .asking import question_asked
    from .package import refuse_outside_a_checkout

    question, config = question_asked("calibrate", typed)
    refuse_outside_a_checkout(config.write)
    folder = Path(config.results) / config.study
    if question == "ensemble":
        ensemble(config, folder)
    else:
        calibrate(config, folder, ("calibrate", *typed))


def calibrate(config: "CalibrateConfig", folder: Path, line: tuple[str, ...]) -> None:
    """Draw and simulate what is missing; print and keep what is found; write it if asked."""
    from talkoot.scenarios.changes import chosen_parameters
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.evidence.calibration import drawn, pieces_of, target_evaluation
    from talkoot.sim.evidence.posterior import (
        PATH,
        correlations,
        of_calibration,
        summary,
        with_values,
    )
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.show.figure_posterior import posterior_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.table_evidence import posterior_table
    from talkoot.sim.show.terminal import terminal

    from .package import into_package

    say_if_compiling()
    sought = config.calibration
    evaluate = target_evaluation(sought, chosen_parameters(config), threads=1)
    with progress("draws") as tell:
        table = drawn(sought, evaluate, pieces_of(config, sought, config.draws, folder, line), tell)
    posterior = of_calibration(sought, table)
    rows = summary(posterior)
    terminal().print(posterior_table(f"{sought.name}: {sought.purpose}", rows))
    write_whole(folder / "draws.csv", table.to_csv(index=False).encode())
    write_whole(folder / "found.csv", rows.to_csv(index=False).encode())
    write_whole(folder / "correlations.csv", correlations(posterior).to_csv().encode())
    picture = as_png(posterior_figure(posterior), provenance(config.seed))
    write_whole(folder / "found.png", picture)
    print(f"Draws, what was found, correlations and a figure: {folder}")
    if not config.write:
        print("To put these values into agents/parameters.csv type the same with write=true")
        return
    values = dict(zip(rows["parameter"], rows["found"].astype(float), strict=True))
    text = with_values(PATH.read_text("utf-8"), values, sought.targets)
    print(f"Written into {into_package('agents/parameters.csv', text)}; results change:")
    print("run `talkoot validate`")


def ensemble(config: "EnsembleConfig", folder: Path) -> None:
    """Find admissible sets and transport factors; put them into the package if asked."""
    import pandas as pd

    from talkoot.scenarios.changes import chosen_parameters
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.evidence.admissible import admissible, as_table, candidates
    from talkoot.sim.evidence.calibration import target_evaluation
    from talkoot.sim.evidence.posterior import of_calibration
    from talkoot.sim.trials.transport import scale_for_transport, true_effect

    p = chosen_parameters(config)
    posteriors, checks = [], []
    for sought in config.calibrations:
        path = Path(config.results) / f"calibrate-{sought.name}" / "draws.csv"
        if not path.exists():
            how = f"talkoot calibrate calibration={sought.name}"
            raise InputError([Complaint(path, "", "no draws", f"a calibration: {how}")])
        posteriors.append(of_calibration(sought, pd.read_csv(path)))
        checks.append((sought.chosen_targets(), target_evaluation(sought, p, config.threads)))
    say_if_compiling()
    tried = candidates(posteriors, TRIES * config.sets, config.seed)
    with progress("admissible sets") as tell:
        sets = list(admissible(tried, checks, config.sets, config.seed, tell))
    _keep(config, folder, "ensemble", as_table(sets, p))
    print(f"{len(sets)} of {config.sets} sets wanted are admissible")
    rows = []
    effect = partial(true_effect, threads=config.threads)
    with progress("transport factors") as tell:
        for number, transport in enumerate(TRANSPORTS):
            factor = scale_for_transport(
                p, transport, config.seed, config.replications, effect=effect
            )
            rows.append({"transport": transport, "factor": round(factor, 3)})
            tell(number + 1, len(TRANSPORTS), 0)
    factors = pd.DataFrame(rows)
    _keep(config, folder, "transport", factors)
    print(f"{factors.to_string(index=False)}\nSets and factors: {folder}")


def _keep(config: "EnsembleConfig", folder: Path, name: str, table: "pd.DataFrame") -> None:
    """Write a table into the study's folder and, if asked, where comparisons read it."""
    from talkoot.sim.experiment.store.parts import write_whole

    from .package import into_package

    text = table.to_csv(index=False, lineterminator="\n")
    write_whole(folder / f"{name}.csv", text.encode())
    if config.write:
        into_package(f"sim/evidence/{name}.csv", text)
