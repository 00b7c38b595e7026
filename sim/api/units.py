"""Tables that know their units."""

import pandas as pd

from talkoot.sim.experiment.store.fields import field_of


def with_units(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """Return a table, as ``fields.csv`` calls it, with its columns' units in ``attrs["units"]``.

    >>> with_units(pd.DataFrame({"month": [0], "fte": [2.5]}), "run/months").attrs["units"]
    {'month': 'month', 'fte': 'FTE'}
    """
    known = {str(name): field_of(table, str(name)) for name in frame}
    frame.attrs["units"] = {name: field.unit for name, field in known.items() if field}
    return frame
