"""`talkoot calibrate`: find parameters from the targets again, and what they do not pin down."""

from typing import TYPE_CHECKING

from .teach import keys_of

if TYPE_CHECKING:
    import pandas as pd

    from talkoot.sim.show.terminal import Sheet


def help_text() -> str:
    """Return what `talkoot calibrate --help` prints."""
    return keys_of(
        "calibrate",
        "Draw parameters, simulate, and tell which values agree with the targets of the evidence:\n"
        "found value, 90 % interval, and whether the targets pin it down. Typed again, it goes on.",
    )


def main(typed: list[str]) -> None:
    """Draw and simulate what is missing; print and keep what is found; write it if asked."""
    from pathlib import Path

    from talkoot.scenarios.changes import chosen_parameters
    from talkoot.sim.api.progress import progress, say_if_compiling
    from talkoot.sim.evidence.calibration import content_of, drawn, evaluation
    from talkoot.sim.evidence.posterior import correlations, of_calibration, summary
    from talkoot.sim.evidence.table import PATH, with_values
    from talkoot.sim.experiment.store.parts import write_whole
    from talkoot.sim.experiment.store.provenance import provenance
    from talkoot.sim.show.figure_posterior import posterior_figure
    from talkoot.sim.show.style import as_png
    from talkoot.sim.show.terminal import terminal

    from .configure import calibrate_from

    config = calibrate_from(typed)
    say_if_compiling()
    sought = config.calibration
    folder = Path(config.results) / config.study
    p = chosen_parameters(config)
    evaluate, content = evaluation(sought, p, threads=1), content_of(sought, p)
    journal = folder / "draws.journal"
    with progress("draws") as tell:
        table = drawn(
            sought, evaluate, config.draws, config.seed, journal, content, tell, config.threads
        )
    found = of_calibration(sought, table)
    told = summary(found)
    terminal().print(found_table(f"{sought.name}: {sought.purpose}", told))
    write_whole(folder / "draws.csv", table.to_csv(index=False).encode())
    write_whole(folder / "found.csv", told.to_csv(index=False).encode())
    write_whole(folder / "correlations.csv", correlations(found).to_csv().encode())
    write_whole(folder / "found.png", as_png(posterior_figure(found), provenance(config.seed)))
    print(f"Draws, what was found, correlations and a figure: {folder}")
    if not config.write:
        print("To put these values into agents/parameters.csv type the same with write=true")
        return
    values = dict(zip(told["parameter"], told["found"].astype(float), strict=True))
    text = with_values(PATH.read_text("utf-8"), values, sought.targets)
    write_whole(PATH, text.encode())
    print(f"Written into {PATH}; results change: run `talkoot validate`")


def found_table(title: str, told: "pd.DataFrame") -> "Sheet":
    """Return a row per parameter: where it was sought, what was found, whether that is certain."""
    from talkoot.sim.show.terminal import titled

    shown = titled(title)
    for heading in ("parameter", "sought in", "found", "90 % interval", "pinned down"):
        shown.add_column(heading, justify="left" if heading == "parameter" else "right")
    for _, row in told.iterrows():
        shown.add_row(
            row["parameter"],
            f"{row['sought_low']:g} to {row['sought_high']:g}",
            f"{row['found']:.3g}",
            f"{row['low']:.3g} to {row['high']:.3g}",
            "yes" if row["pinned"] else f"no: {100 * row['left']:.0f} % left",
        )
    return shown
