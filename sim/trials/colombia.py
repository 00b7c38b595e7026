"""T2, Iacovone, Maloney and McKenzie: consulting firm by firm or in small groups."""

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named

from .protocol import TrialConfig
from .trial import TrialResult, replay

INDIVIDUAL, GROUP = "individual", "group"


def run_trial(p: Parameters, seed: int, replication: int) -> TrialResult:
    """Run T2 once.

    C14 is ``result.effect("individual", "practices")`` and ``result.effect("group", "practices")``,
    in points; with 159 firms ``result.true_effect`` has far less noise.
    """
    return replay(p, read_named("trial", "colombia", TrialConfig), seed, replication)
