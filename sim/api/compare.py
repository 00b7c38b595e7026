"""`talkoot.compare` and `talkoot.sweep`: policies against a baseline, in one scenario or many."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from talkoot.sim.inputs.plans import Comparison

from .asked import asked, with_keys
from .running import run

if TYPE_CHECKING:
    from .study import Study


@with_keys("compare")
def compare(
    *,
    region: str | None = None,
    policies: Sequence[str] | None = None,
    baseline: str | None = None,
    economy: str | None = None,
    theory: str | None = None,
    scenario: str | None = None,
    parameters: Mapping[str, float] | None = None,
    without: Sequence[str] | None = None,
    budget_neutral: bool | None = None,
    replications: int | None = None,
    robustness: int | None = None,
    months: int | None = None,
    seed: int | None = None,
    study: str | None = None,
    results: str | Path | None = None,
    engine: str | None = None,
    progress: bool = True,
    more: Mapping[str, object] | None = None,
) -> "Study":
    """Compare facilitation policies for a region, as `talkoot compare` does.

    What is finished is kept in results/<study>: the same call again reuses it, also after a stop.
    An argument that is None has its default, listed below. The study returned has ``effects``,
    ``ranking``, ``headline``, ``plot()``, ``report()`` and more.

    Raises InputError with everything that is wrong, before anything is run or written; TalkootError
    if the study's folder or the cluster cannot be used.

    >>> import tempfile, talkoot
    >>> study = talkoot.compare(policies=["pbas"], replications=2, robustness=0, months=6,
    ...                         more={"region.firms": 150}, results=tempfile.mkdtemp(),
    ...                         progress=False)
    >>> study.ranking["policy"].to_list()
    ['one_on_one', 'pbas']
    """
    return compared(asked("compare", "compare", locals()), progress)[0]


@with_keys("compare")
def sweep(
    over: Mapping[str, Iterable[object]],
    *,
    region: str | None = None,
    policies: Sequence[str] | None = None,
    parameters: Mapping[str, float] | None = None,
    design: str | None = None,
    samples: int | None = None,
    replications: int | None = None,
    months: int | None = None,
    seed: int | None = None,
    study: str | None = None,
    results: str | Path | None = None,
    engine: str | None = None,
    progress: bool = True,
    more: Mapping[str, object] | None = None,
) -> "Study":
    """Compare policies in many scenarios, as `talkoot compare` does.

    The tables of the study returned have a row per scenario; ``study.scenario(3)`` is one of them.

    Parameters
    ----------
    over : by key, the list (or range) of its values, or the tuple (low, high) of an interval from
        which ``design`` takes them, not rounded; all combinations are run

    Raises InputError with everything that is wrong in any scenario, before anything is run or
    written; TalkootError if the study's folder or the cluster cannot be used.

    >>> import tempfile, talkoot
    >>> study = talkoot.sweep({"region.firms": [150, 200]}, policies=["pbas"], replications=2,
    ...                       months=6, engine="threads", results=tempfile.mkdtemp(),
    ...                       progress=False)
    >>> study.scenarios["region.firms"].to_list()
    [150.0, 200.0]
    """
    return compared(asked("sweep", "compare", locals()), progress)[0]


def compared(asked: Comparison, progress: bool = True) -> tuple["Study", int]:
    """Run what is asked, or what of it is missing; return the study and how many runs failed."""
    # What reads and draws the answer takes a second to import: meanwhile, beside the kernels.
    Thread(target=import_module, args=("talkoot.sim.show.report",), daemon=True).start()
    ended = run(asked.plan, "replications", progress)
    worlds = run(asked.worlds, "other worlds", progress) if asked.worlds else None
    from .study import Study

    study = Study(ended.folder, worlds=worlds.folder if worlds and worlds.done else None)
    return study, ended.failed + (worlds.failed if worlds else 0)
