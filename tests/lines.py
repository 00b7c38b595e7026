"""What lines ask, for tests: each by the shape that the line's verb has."""

from pathlib import Path
from typing import Any

from talkoot.scenarios.question_compare import StudyConfig
from talkoot.sim.commands.asking import comparison, question_asked
from talkoot.sim.experiment.plan.plan import Plan, plan_of
from talkoot.sim.experiment.work.run import run_plan


def plan_from(typed: list[str]) -> Plan:
    """The plan of a line of `talkoot compare`."""
    return comparison(typed).plan


def study_from(typed: list[str]) -> Any:
    """The comparison of a line of `talkoot compare`."""
    return plan_from(typed).base


def run_from(typed: list[str], shown: str = "months") -> Any:
    """One life of a line of `talkoot run`."""
    return question_asked("run", [f"show={shown}", *typed])[1]


def evaluation_from(typed: list[str]) -> Any:
    """A trial or an evaluation to plan, of a line of `talkoot evaluate`."""
    return question_asked("evaluate", typed)[1]


def run_study(config: StudyConfig) -> Path:
    """The folder of a comparison, in which nothing is missing now."""
    return run_plan(plan_of(config)).folder
