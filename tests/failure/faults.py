"""Simulators that go wrong on purpose. Tests pass them to real runs by name; no part of Talkoot."""

import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from talkoot.scenarios.question_compare import StudyConfig

Replicate = Callable[[int, Any], dict[str, dict[str, Any]]]


def tables(config: StudyConfig, replication: int, value: float | None = None) -> dict[str, Any]:
    """Return small tables that follow from the scenario and the replication."""
    names = np.array([policy.name for policy in config.policies], object)
    n = len(names)
    luck = np.random.default_rng([config.months, replication]).normal(size=n)
    told = {"policy": names, "replication": np.full(n, replication)}
    firms = luck if value is None else np.full(n, value)
    return {
        "months": told | {"month": np.zeros(n, np.int64), "firms": firms},
        "outcomes": told | {"scope": np.full(n, "region", object), "firms": firms},
    }


def sound(config: StudyConfig) -> Replicate:
    """Nothing goes wrong."""
    return lambda replication, stopped: tables(config, replication)


def shaped(config: StudyConfig) -> Replicate:
    """Tables as wide and as long as those of the model, out of thin air."""

    def replicate(replication: int, stopped: Any) -> dict[str, Any]:
        n = len(config.policies)
        names = np.array([policy.name for policy in config.policies], object)
        metrics = np.random.default_rng(replication).normal(size=(80, n * config.months))
        months = {"policy": np.repeat(names, config.months)}
        months["replication"] = np.full(n * config.months, replication)
        months["month"] = np.tile(np.arange(config.months), n)
        months |= {f"metric_{k}": metrics[k] for k in range(80)}
        outcomes = tables(config, replication)["outcomes"]
        outcomes |= {f"outcome_{k}": metrics[k, :n] for k in range(16)}
        return {"months": months, "outcomes": outcomes}

    return replicate


def slow(config: StudyConfig) -> Replicate:
    """Each replication takes a tenth of a second."""

    def replicate(replication: int, stopped: Any) -> dict[str, Any]:
        time.sleep(0.1)
        return tables(config, replication)

    return replicate


def steady(config: StudyConfig) -> Replicate:
    """Each replication takes 20 ms."""

    def replicate(replication: int, stopped: Any) -> dict[str, Any]:
        time.sleep(0.02)
        return tables(config, replication)

    return replicate


def answerable(config: StudyConfig) -> Replicate:
    """Made-up outcomes of which an answer can be computed; each replication takes 20 ms."""
    from tests.answers.made_up import simulator

    replicate = simulator(config)

    def slowly(replication: int, stopped: Any) -> dict[str, Any]:
        time.sleep(0.02)
        return replicate(replication, stopped)

    return slowly


def fault_of(replication: int) -> str:
    """Return what goes wrong in a replication of `faulty`: nothing in most."""
    return {3: "raise", 5: "exit", 8: "nan", 13: "kill", 17: "slow", 21: "leave"}.get(
        replication % 24, ""
    )


KINDS = ("raise", "exit", "nan", "kill", "slow", "leave")


def faulty(config: StudyConfig) -> Replicate:
    """Raise, exit, return NaN, be killed, be slow, or leave without a word, a few times each."""
    return lambda replication, stopped: _with(fault_of(replication), config, replication)


def faulty_once(config: StudyConfig) -> Replicate:
    """Have one fault, which and where follows from the seed."""
    kind, where = KINDS[config.seed % 6], config.seed // 6 % 6
    return lambda replication, stopped: _with(
        kind if replication == where else "", config, replication
    )


def _with(fault: str, config: StudyConfig, replication: int) -> dict[str, Any]:
    if fault == "raise":
        raise ValueError(f"no luck in replication {replication}")
    if fault == "exit":
        sys.exit(3)
    if fault == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "leave":
        os._exit(0)
    if fault == "slow":
        time.sleep(0.3)
    return tables(config, replication, np.nan if fault == "nan" else None)


def leave(*about: Any) -> None:
    """A worker that ends before it begins."""
    os._exit(1)


def real(config: StudyConfig) -> Replicate:
    """The model itself, compiled by each worker where nobody has compiled it before."""
    from talkoot.sim.experiment.work.block import simulator

    return simulator(config)


def unprepared(config: StudyConfig) -> Replicate:
    """Fail before any replication, in one of two scenarios."""
    if config.months == 2:
        raise RuntimeError("nothing to begin with")
    return sound(config)


def endless(config: StudyConfig) -> Replicate:
    """Replication 5 never ends; each of the others takes 20 ms."""

    def replicate(replication: int, stopped: Any) -> dict[str, Any]:
        while replication == 5:
            pass
        time.sleep(0.02)
        return tables(config, replication)

    return replicate


def killer(config: StudyConfig) -> Replicate:
    """Replication 13 kills whoever computes it, always, after a moment's work as a crash does."""

    def replicate(replication: int, stopped: Any) -> dict[str, Any]:
        if replication == 13:
            time.sleep(0.5)
            os.kill(os.getpid(), signal.SIGKILL)
        return tables(config, replication)

    return replicate
