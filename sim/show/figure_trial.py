"""A trial as a picture: estimates of all replications, truth and the published figure."""

import numpy as np
from matplotlib.figure import Figure

from talkoot.sim.trials.protocol import TrialConfig
from talkoot.sim.trials.study import Study
from talkoot.sim.trials.survey import MEANING

from .style import FAINT, INK, PALETTE, QUIET, figure, finish
from .table_trial import unit

PANELS = ("log_sales", "log_sales_late", "log_workers", "practices")


def trial_figure(study: Study, trial: TrialConfig) -> Figure:
    """Return one panel per outcome: a dot per replication, by arm and month of wave."""
    drawn = figure(9.0, 6.5)
    grid = drawn.subplots(2, 2)
    for axes, outcome in zip(grid.flat, PANELS, strict=True):
        k = unit(outcome)
        cells = study.summary[study.summary["outcome"] == outcome].reset_index(drop=True)
        labels = []
        for place, row in cells.iterrows():
            x = float(np.asarray(place))
            cell = ["arm", "outcome", "month"]
            mine = study.effects[(study.effects[cell] == row[cell]).all(axis=1)]
            spread = np.linspace(-0.18, 0.18, len(mine))
            axes.plot(x + spread, k * mine["effect"], "o", ms=3, color=PALETTE[5], alpha=0.6)
            axes.plot([x - 0.3, x + 0.3], [k * row["estimate"]] * 2, color=PALETTE[0], lw=2)
            axes.plot([x - 0.3, x + 0.3], [k * row["truth"]] * 2, color=INK, lw=1.5, ls="--")
            if not np.isnan(row["published"]):
                axes.plot(x, k * row["published"], "D", ms=7, color=PALETTE[1])
            arm = f"{row['arm']}\n" if len(trial.arms) > 1 else ""
            labels.append(f"{arm}month {row['month']}")
        axes.axhline(0.0, color=FAINT, lw=1, zorder=0)
        axes.set_xticks(range(len(labels)), labels)
        finish(axes, MEANING[outcome])
        axes.set_ylabel("points of 100" if k == 1.0 else "log points", fontsize=9, color=QUIET)
    drawn.suptitle(trial.title, x=0.01, ha="left", fontsize=12, color=INK)
    drawn.supxlabel(
        "dots: one replication's estimate; line: their mean; dashed: truth; diamond: published",
        fontsize=9,
        color=QUIET,
    )
    return drawn
