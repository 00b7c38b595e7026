"""T3, Brooks, Donovan and Johnson 2018: a local mentor against a class. Not for calibration."""

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named

from .protocol import TrialConfig
from .trial import TrialResult, replay


def run_trial(p: Parameters, seed: int, replication: int) -> TrialResult:
    """Run T3 once; arms ``mentor`` and ``class``, waves after 4, 12 and 17 months."""
    return replay(p, read_named("trial", "kenya", TrialConfig), seed, replication)
