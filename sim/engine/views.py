"""Views for Mesa: agents whose attributes are a row of the columns; for looking only."""

from typing import Any

import mesa

from talkoot.agents.columns import Column, Firms, Groups, describe


class Row(mesa.Agent):
    """One row of columns as a Mesa agent; reading and writing goes to the row."""

    def __init__(self, model: mesa.Model, columns: Any, row: int) -> None:
        super().__init__(model)
        self.columns = columns
        self.row = row

    def step(self) -> None:
        """Refuse: the month is advanced by the model, for everybody at once."""
        raise NotImplementedError("agents are views; call model.step()")


class Entrepreneur(Row):
    """An owner-manager and the firm; attributes are the columns of ``Firms``."""


class LocalGroup(Row):
    """A group of entrepreneurs; attributes are the columns of ``Groups``."""


def _attribute(name: str, column: Column) -> property:
    def read(view: Row) -> Any:
        value = getattr(view.columns, name)[view.row]
        return value if column.inner else value.item()

    def write(view: Row, value: Any) -> None:
        getattr(view.columns, name)[view.row] = value

    return property(read, write, doc=column.meaning)


for _kind, _view in ((Firms, Entrepreneur), (Groups, LocalGroup)):
    for _name, _column in describe(_kind).items():
        setattr(_view, _name, _attribute(_name, _column))
