# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # A first comparison
#
# Two ways of facilitating groups in Kainuu against the status quo, one-on-one advice. A small one,
# so that it runs in half a minute: 12 replications of five years. `make run` does the whole.

# %%
# %matplotlib inline
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path.cwd() if Path("agents").is_dir() else Path.cwd().parent))

from talkoot.sim.answers.answer import answer_of
from talkoot.sim.answers.figure_effects import effects_figure
from talkoot.sim.answers.figure_time import time_figure
from talkoot.sim.answers.headline import headline
from talkoot.sim.commands.configure import study_from
from talkoot.sim.experiment.run import run_study
from talkoot.sim.experiment.store import read

# %% [markdown]
# A study is configured by the same words as on the command line.

# %%
config = study_from(
    [
        "region=kainuu",
        "policies=[self_organised,pbas]",
        "replications=12",
        "months=60",
        f"results={tempfile.mkdtemp()}",
    ]
)
folder = run_study(config)
answer = answer_of(folder)
print(headline(answer))

# %% [markdown]
# Each effect is a mean of paired differences: the same region, the same luck, another policy.
# `members` are compared with the same entrepreneurs under the baseline; `region` counts what
# their competitors lost. `replications_needed` tells with how many the interval
# would no longer hold zero, if difference and spread stayed as they are.

# %%
columns = ["policy", "scope", "outcome", "difference", "low", "high", "unit", "replications_needed"]
answer.effects[columns].round(2)

# %%
effects_figure(answer)

# %% [markdown]
# Month by month, as a difference to the baseline:

# %%
months = read(folder, "months")
time_figure(answer, months)

# %% [markdown]
# Every monthly figure is in the table, a row per policy, replication and month.

# %%
months.groupby("policy")[["firms", "members", "ties", "ventures_started"]].mean().round(1)

# %% [markdown]
# What this cannot tell: no causal estimate of the case exists. Effects follow from rules
# and numbers that were set to trials elsewhere or assumed; `talkoot parameters` says which. The
# intervals hold chance only.
