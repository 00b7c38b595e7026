"""How answers look in a terminal: as wide as it is, or as a page; one kind of table."""

from rich import box
from rich.console import Console
from rich.table import Table

WIDTH = 100  # where there is no terminal


def terminal() -> Console:
    """Return where answers are printed."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDTH)


def titled(title: str) -> Table:
    """Return an empty table as all answers have it."""
    return Table(
        title=title,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        collapse_padding=True,
    )
