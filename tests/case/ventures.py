"""The joint ventures of one run of the case: 13 groups in five years."""

import pandas as pd

from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.answers.trace import TracedRun, run_traced
from talkoot.sim.experiment.work.single import started_region

from ..lines import run_from

CASE = "microentre_2015_2019"
MONTHS, MANY = 60, 8


def traced(seed: int, replication: int) -> TracedRun:
    """Return the case's run, traced."""
    typed = [f"seed={seed}", f"replication={replication}", f"scenario={CASE}"]
    place = started_region(run_from(typed))
    state = place.under(read_named("policy", "joint_handover", PolicyConfig))
    return run_traced(place, state, MONTHS, [one.name for one in place.ventures])


def ventures_begun(run: TracedRun) -> pd.DataFrame:
    """Return a row for each venture: its kind and its partners."""
    begun = run.events[run.events["kind"] == "venture_started"]
    return pd.DataFrame({"kind": begun["subject"], "partners": begun["change"].astype(int)})


def of_a_run(seed: int, replication: int) -> pd.DataFrame:
    """Return the ventures of a run of the case."""
    return ventures_begun(traced(seed, replication))


def large_houses(begun: pd.DataFrame) -> int:
    """Return how many exhibition houses of eight or more there are."""
    return int(((begun["kind"] == "exhibition_house") & (begun["partners"] >= MANY)).sum())
