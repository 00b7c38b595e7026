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
import networkx as nx
from matplotlib import pyplot as plt

import talkoot as tk

# %% [markdown]
# `tk.names("region")`, `tk.names("policy")` tell what can be chosen; `help(tk.compare)` explains
# every key. The study is kept in `../results`; the same cell run again reuses it.

# %%
study = tk.compare(
    region="kainuu",
    policies=["self_organised", "pbas"],
    replications=12,
    months=60,
    robustness=0,  # not asked again in other worlds
    results="../results",
    progress=False,
)
study

# %% [markdown]
# Each effect is a mean of paired differences: the same region, the same luck, another policy.
# `members` are compared with the same entrepreneurs under the baseline; `region` counts what
# their competitors lost, and `region_small` and `region_large` add up to it: firms small and large
# by nature. `replications_needed` tells with how many the interval
# would no longer hold zero, if difference and spread stayed as they are.

# %%
columns = ["policy", "scope", "outcome", "difference", "low", "high", "unit", "replications_needed"]
main = ["jobs_fte", "job_years_pv", "turnover_eur", "turnover_log_median", "public_pv_eur"]
study.effects.loc[study.effects["outcome"].isin(main), columns].round(2)

# %%
study.plot()

# %% [markdown]
# What a policy costs against what it changes, a dot per replication:

# %%
study.plot("plane")

# %% [markdown]
# Month by month, as a difference to the baseline:

# %%
study.plot("time")

# %% [markdown]
# Every monthly figure is in a table, a row per policy, replication and month; units stand beside.

# %%
shown = ["firms", "fte", "members", "ties", "ventures_started"]
print({name: study.months.attrs["units"][name] for name in shown})
study.months.groupby("policy")[shown].mean().round(1)

# %% [markdown]
# One replication looked at closely: the eleven activities of a community of practice, and what one
# of its meetings wrote down.

# %%
once = study.run("pbas")
once.table1

# %%
print(once.memos.split("## ")[1])

# %% [markdown]
# Who is tied to whom: one group's members after its months, darker ties are stronger. Units of all
# attributes stand in `graph.graph["units"]`; `kind=` also gives trust, who-knows-what, ventures and
# meetings.

# %%
graph = once.graph("ties")
members = [(of, i) for i, of in graph.nodes(data="group") if of >= 0]
first = min(members)[0]
group = graph.subgraph(i for of, i in members if of == first)
nx.draw_networkx(
    group,
    pos=nx.spring_layout(group, seed=1),
    labels=dict(group.nodes(data="trade")),
    font_size=7,
    node_size=60,
    edge_color=[strength for *_, strength in group.edges(data="strength")],
    edge_cmap=plt.cm.Greys,
    edge_vmin=0.0,
    edge_vmax=1.0,
)

# %% [markdown]
# What this cannot tell: no causal estimate of the case exists. Effects follow from rules
# and numbers that were set to trials elsewhere or assumed; the table of parameters says which. The
# intervals hold chance only.

# %%
tk.parameters()["status"].value_counts()
