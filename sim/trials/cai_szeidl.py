"""T1, Cai and Szeidl 2018: monthly meetings of young firms in groups of ten."""

from talkoot.agents.parameters import Parameters
from talkoot.scenarios.catalogue import read_named

from .protocol import TrialConfig
from .trial import TrialResult, replay

ARM = "meetings"


def run_trial(
    p: Parameters, seed: int, replication: int, firm_size: str = "workers_36"
) -> TrialResult:
    """Run T1 once with firms of 36 workers, or with ``firm_size="persons_0_2"``.

    ``result.effect("meetings")`` is C12 (log points, year 1), ``month=24`` a year after the
    meetings ended; ``outcome="log_sales_late"`` are the months 10-12.
    """
    return replay(p, read_named("trial", "cai_szeidl", TrialConfig), seed, replication, firm_size)
