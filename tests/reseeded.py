"""False alarms: ``pytest -p tests.reseeded -m draws`` asks tests that hang on draws under 20 seeds.

A claim that is true may fail under one seed in a hundred. No test may fail under more than one of
the twenty, and all together under no more than one in a hundred.
"""

from collections import Counter

import pytest

SEEDS, ALLOWED = range(1, 21), 0.01
asked: Counter[str] = Counter()
failed: Counter[str] = Counter()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask each test that takes ``reseed`` under all seeds."""
    if "reseed" in metafunc.fixturenames:
        metafunc.parametrize("reseed", SEEDS, ids=[f"seed+{k}" for k in SEEDS], scope="session")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked with its module, but takes no seed."""
    items[:] = [item for item in items if "seed+" in item.name]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count by the test's name without its seed."""
    name = "[".join(part for part in report.nodeid.split("[") if not part.startswith("seed+"))
    failed[name] += report.failed
    asked[name] += report.when == "call" or report.failed


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Say what failed how often, and let the session pass if that is rare enough."""
    if hasattr(session.config, "workerinput") or not asked:
        return
    alarms, number = failed.total(), asked.total()
    print(f"\n{alarms} false alarms in {number}")
    for name, n in failed.most_common():
        if n:
            print(f"{n} of {asked[name]}: {name}")
    rare = alarms <= ALLOWED * number and max(failed.values()) <= 1
    session.exitstatus = 0 if rare else 1
