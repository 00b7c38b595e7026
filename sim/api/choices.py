"""`talkoot.names` and `talkoot.parameters`: what can be chosen, and what can be changed."""

import pandas as pd

from talkoot.agents.elements import ELEMENTS
from talkoot.agents.parameters import ABOUT
from talkoot.scenarios.errors import Complaint, InputError, nearest
from talkoot.scenarios.names import names as names_of
from talkoot.scenarios.schema import NAMED

KINDS = (*NAMED, "trial", "element")


def names(kind: str) -> list[str]:
    """Return what can be chosen by name, files of one's own in my/ included.

    Kinds are region, policy, economy, scenario, theory, venture, trial and element (of
    ``without``); InputError is raised if there is no such kind.

    >>> names("theory")
    ['literal_transfer', 'thinking_together']
    """
    if kind not in KINDS:
        expected = nearest(f"{kind}", KINDS)
        raise InputError([Complaint("talkoot.names", "kind", f"no kind {kind!r}", expected)])
    return sorted(ELEMENTS) if kind == "element" else names_of(kind)


def parameters() -> pd.DataFrame:
    """Return the table of parameters: a row each, with value, unit, range, status and source.

    >>> parameters().loc["wage_eur", "unit"]
    'EUR/month/FTE'
    """
    return pd.DataFrame(list(ABOUT.values())).set_index("name")
