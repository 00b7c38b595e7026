"""`talkoot ensemble`: the worlds in which headlines have to stand, made again."""

from pathlib import Path
from typing import TYPE_CHECKING

from .teach import keys_of

if TYPE_CHECKING:
    import pandas as pd

    from talkoot.sim.evidence.configs import EnsembleConfig

TRANSPORTS = (0.3, 0.6, 1.0)
TRIES = 20  # candidates for each set wanted


def help_text() -> str:
    """Return what `talkoot ensemble --help` prints."""
    return keys_of(
        "ensemble",
        "Draw parameter sets from what calibrations left open and from facilitation's priors,\n"
        "keep those in which no target is implausible, and find the factors that make trial T1's\n"
        "effect on small firms 0.3, 0.6 and 1.0 of that on firms of 36 workers.",
    )


def main(typed: list[str]) -> None:
    """Find sets and factors; keep them, and put them into the package if asked."""
    import pandas as pd

    from talkoot.scenarios.changes import chosen_parameters
    from talkoot.scenarios.errors import Complaint, InputError
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.evidence.admissible import admissible, as_table, candidates
    from talkoot.sim.evidence.calibration import evaluation
    from talkoot.sim.evidence.posterior import of_calibration
    from talkoot.sim.trials.transport import scale_for_transport

    from .configure import ensemble_from

    config = ensemble_from(typed)
    p = chosen_parameters(config)
    found, checks = [], []
    for sought in config.calibrations:
        path = Path(config.results) / f"calibrate-{sought.name}" / "draws.csv"
        if not path.exists():
            how = f"talkoot calibrate calibration={sought.name}"
            raise InputError([Complaint(path, "", "no draws", f"a calibration: {how}")])
        found.append(of_calibration(sought, pd.read_csv(path)))
        checks.append((sought.chosen_targets(), evaluation(sought, p, config.threads)))
    say_if_compiling()
    tried = candidates(found, TRIES * config.sets, config.seed)
    with progress("admissible sets") as tell:
        sets = list(admissible(tried, checks, config.sets, config.seed, tell))
    _keep(config, "ensemble", as_table(sets, p))
    print(f"{len(sets)} of {config.sets} sets wanted are admissible")
    factors = []
    with progress("transport factors") as tell:
        for number, transport in enumerate(TRANSPORTS):
            factor = scale_for_transport(p, transport, config.seed, config.replications)
            factors.append({"transport": transport, "factor": round(factor, 3)})
            tell(number + 1, len(TRANSPORTS))
    _keep(config, "transport", pd.DataFrame(factors))
    print(pd.DataFrame(factors).to_string(index=False))
    print(f"Sets and factors: {Path(config.results) / config.study}")


def _keep(config: "EnsembleConfig", name: str, table: "pd.DataFrame") -> None:
    """Write a table into the study's folder and, if asked, where comparisons read it."""
    from talkoot.sim.evidence.variants import FOLDER
    from talkoot.sim.experiment.store.parts import write_whole

    content = table.to_csv(index=False, lineterminator="\n").encode()
    write_whole(Path(config.results) / config.study / f"{name}.csv", content)
    if config.write:
        write_whole(FOLDER / f"{name}.csv", content)
