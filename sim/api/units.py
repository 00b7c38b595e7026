"""Tables that know their units."""

from typing import TYPE_CHECKING

from talkoot.sim.experiment.store.fields import field_of

if TYPE_CHECKING:
    import pandas as pd


def with_units(frame: "pd.DataFrame", table: str) -> "pd.DataFrame":
    """Return a table with the unit of each column in ``attrs["units"]``.

    Parameters
    ----------
    table : as ``fields.csv`` calls it

    >>> import pandas as pd
    >>> with_units(pd.DataFrame({"month": [0], "fte": [2.5]}), "run/months").attrs["units"]
    {'month': 'month', 'fte': 'FTE'}
    """
    known = {str(name): field_of(table, str(name)) for name in frame}
    frame.attrs["units"] = {name: field.unit for name, field in known.items() if field}
    return frame
