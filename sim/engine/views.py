"""Views for Mesa: agents whose attributes are a row of the columns.

Reading is free. What is written has to be a column that the month takes as it finds it, in its
range; anything else is refused, because the month would overwrite or never see it.
"""

from typing import Any

import mesa
import numpy as np

from talkoot.agents.column import Column
from talkoot.agents.columns import Firms, Groups
from talkoot.agents.rows import describe
from talkoot.scenarios.errors import Complaint, InputError, nearest


class Row(mesa.Agent):
    """One row of columns as a Mesa agent; reading and writing goes to the row."""

    def __init__(self, model: mesa.Model, columns: Any, row: int) -> None:
        super().__init__(model)
        self.columns = columns
        self.row = row
        self._own = frozenset(self.__dict__)

    def __setattr__(self, name: str, value: Any) -> None:
        """Write a column, or what Mesa and a class of one's own declare; refuse the rest.

        Raises
        ------
        InputError
            No such column (the nearest is given), one that the month computes, or a value out of
            its range.
        """
        own = self.__dict__.get("_own")
        if own is not None and name not in own and not hasattr(type(self), name):
            kind = type(self)
            expected = nearest(name, [n for n in dir(kind) if not n.startswith("_")])
            raise InputError([Complaint(kind.__name__, name, "no such column", expected)])
        super().__setattr__(name, value)

    def step(self) -> None:
        """Refuse: the month is advanced by the model, for everybody at once."""
        raise NotImplementedError("agents are views; call model.step()")

    def forget(self) -> None:
        """Take the view of who is gone out of Mesa's lists."""
        super().remove()


class Entrepreneur(Row):
    """An owner-manager and the firm; attributes are the columns of ``Firms``."""

    def remove(self) -> None:
        """Close the firm, as if its owner had given up."""
        self.model.close_firm(self.row)
        self.forget()


class LocalGroup(Row):
    """A group of entrepreneurs; attributes are the columns of ``Groups``."""

    def remove(self) -> None:
        """Refuse: a group ends by its members' and its policy's doing."""
        expected = "a policy whose phases end, or members who leave"
        raise InputError([Complaint("LocalGroup", "remove", "a group has no owner", expected)])


def _attribute(name: str, column: Column) -> property:
    def read(view: Row) -> Any:
        value = getattr(view.columns, name)[view.row]
        if not column.inner:
            return value.item()
        seen = value.view()
        seen.flags.writeable = False  # a part of it could be written unchecked
        return seen

    def write(view: Row, value: Any) -> None:
        if wrong := what_is_wrong(column, value):
            raise InputError([Complaint(type(view).__name__, name, *wrong)])
        getattr(view.columns, name)[view.row] = value

    return property(read, write, doc=_about(column))


def _about(column: Column) -> str:
    if column.write is None:
        return f"{column.meaning}; for reading"
    low, high = column.write
    return f"{column.meaning}; may be written, {low:g} to {high:g}"


def what_is_wrong(column: Column, value: Any) -> tuple[str, str] | None:
    """Return what was found and expected, if a value may not be written into a column.

    >>> from talkoot.agents.column import i4
    >>> what_is_wrong(i4("employees", write=(0, 10)), 2.5)
    ('2.5', 'a whole number from 0 to 10 (employees)')
    """
    if column.write is None:
        return f"{column.meaning}: for reading", "a column that the month does not compute"
    low, high = column.write
    whole = column.dtype == "int32"
    expected = f"a {'whole ' * whole}number from {low:g} to {high:g} ({column.meaning})"
    given = np.asarray(value)
    if given.dtype.kind not in "iuf" or not _fits(given.shape, column.inner):
        return repr(value), expected
    inside = bool(np.all((given >= low) & (given <= high)))
    if not inside or (whole and bool(np.any(given != np.floor(given)))):
        return repr(value), expected
    return None


def _fits(shape: tuple[int, ...], inner: tuple[int, ...]) -> bool:
    """Tell whether an array of a shape can be written into a row of another."""
    try:
        return np.broadcast_shapes(shape, inner) == inner
    except ValueError:
        return False


for _kind, _view in ((Firms, Entrepreneur), (Groups, LocalGroup)):
    for _name, _column in describe(_kind).items():
        setattr(_view, _name, _attribute(_name, _column))
