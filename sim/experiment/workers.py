"""How many threads a study uses."""

import os

from talkoot.scenarios.schema import StudyConfig


def worker_count(config: StudyConfig) -> int:
    """Return the configured number of threads; one per core if it is 0."""
    return config.threads or os.cpu_count() or 1
