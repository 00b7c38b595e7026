"""`talkoot.sweep`: the same comparison in many scenarios."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .asked import asked, with_keys
from .compare import compared

if TYPE_CHECKING:
    from .study import Study


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
