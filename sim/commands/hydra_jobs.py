"""`talkoot sweep -m hydra/sweeper=basic …`: Hydra's own multirun and launchers, the same store.

For those who have Hydra launchers set up. Each job is one scenario and runs its cells in the
study's folder; the study is then read, and finished where it must be, as if we had swept it. Hydra
composes each job and makes a folder for it, so this is slower than our sweeper.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import hydra
from hydra.core.global_hydra import GlobalHydra
from hydra.core.hydra_config import HydraConfig

from talkoot.sim.experiment.plan import Plan
from talkoot.sim.experiment.run import run_plan

from .compose import GROUPS, keys_of_root
from .sweeper import MULTIRUN, ROOT, sweep_from

OF_HYDRA = ("hydra.", "hydra/")
FOR_EVER_S = -1.0


def of_hydra(text: str) -> bool:
    """Tell whether an override is meant for Hydra itself."""
    return text.lstrip("+~").startswith(OF_HYDRA)


def run_jobs(typed: list[str], plan: Plan) -> None:
    """Let Hydra launch a job per scenario of a plan that has been checked."""
    mine = [text for text in typed if text not in MULTIRUN]
    names = ",".join(policy.name for policy in plan.base.policies)
    handed = [f"hydra.sweep.dir={plan.folder / 'hydra'}"]
    handed += [text if of_hydra(text) else _known(text) for text in mine if not _on_policy(text)]
    handed += [f"policies=[{names}]", f"study={plan.base.study}"]
    before = sys.argv
    sys.argv = [f"talkoot {ROOT}", "--multirun", *handed]
    try:
        hydra.main(version_base=None, config_path="pkg://talkoot.conf", config_name=ROOT)(job)()
    finally:
        sys.argv = before


def job(composed: Any) -> None:
    """Run one scenario; jobs that a launcher runs side by side wait for one another."""
    overrides = [text.lstrip("+") for text in HydraConfig.get().overrides.task]
    with _hydra_aside():
        plan, _ = sweep_from(overrides)
    run_plan(plan, patience_s=FOR_EVER_S)


@contextmanager
def _hydra_aside() -> Iterator[None]:
    """Let us compose within a job of Hydra's, which knows one composition at a time."""
    known = GlobalHydra.instance()
    theirs = known.hydra
    known.clear()
    try:
        yield
    finally:
        known.hydra = theirs


def _on_policy(text: str) -> bool:
    return text.partition("=")[0] in ("policy", "policies", "study")


def _known(text: str) -> str:
    """Return an override as Hydra takes it: keys that the configuration does not list are added."""
    key = text.partition("=")[0]
    return text if key in keys_of_root(ROOT) or key in GROUPS else f"++{text}"
