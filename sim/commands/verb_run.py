"""`talkoot run`: one policy, once, month by month."""

from .teach import keys_of

SHOWN = ("firms", "fte", "expertise", "members", "ties")
FLOWS = ("births", "meetings", "attendances")


def help_text() -> str:
    """Return what `talkoot run --help` prints."""
    return keys_of("run", "Simulate one policy once; the months go to results/<study>/months.csv.")


def main(typed: list[str]) -> None:
    """Run one policy, print the last month of each quarter, keep all months as CSV."""
    import io
    from pathlib import Path

    import numpy as np
    import pandas as pd
    from rich.console import Console
    from rich.table import Table

    from talkoot.agents.parameters import parameters
    from talkoot.scenarios.policy import policy_table, venture_table
    from talkoot.scenarios.population import read_sectors
    from talkoot.scenarios.region import read_region
    from talkoot.sim.engine.month import run_months
    from talkoot.sim.engine.start import begin, warm_up
    from talkoot.sim.engine.tracker_region import METRICS
    from talkoot.sim.experiment.store import write_whole

    from .configure import run_from
    from .progress import say_if_compiling

    config = run_from(typed)
    p = parameters(**config.parameters)
    region = read_region(config.region)
    say_if_compiling()
    start = warm_up(p, region, read_sectors(), config.seed, config.replication, config.months)
    state = begin(start, policy_table(config.policy), venture_table(config.ventures))
    record = np.zeros((config.months, len(METRICS)))
    run_months(p, 0, state, record)
    months = pd.DataFrame(record, columns=list(METRICS))
    months.insert(0, "month", range(config.months))
    table = Table(title=f"{region.title}: {config.policy.name}")
    for name in ("month", *SHOWN, *FLOWS):
        table.add_column(name.replace("_", " "), justify="right")
    for _, row in months.iloc[2::3].iterrows():
        cells = [f"{row['month']:.0f}"]
        cells += [f"{row[name]:.3f}" if row[name] < 1 else f"{row[name]:,.0f}" for name in SHOWN]
        quarter = months[(months["month"] > row["month"] - 3) & (months["month"] <= row["month"])]
        cells += [f"{quarter[name].sum():.0f}" for name in FLOWS]
        table.add_row(*cells)
    Console().print(table)
    text = io.StringIO()
    months.to_csv(text, index=False)
    path = Path(config.results) / config.study / "months.csv"
    write_whole(path, text.getvalue().encode())
    print(f"All months, all figures: {path}")
