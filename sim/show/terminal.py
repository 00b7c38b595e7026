"""How answers look in a terminal or notebook: as wide as it is, or as a page; one kind of table."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from rich import box
from rich.console import Console, ConsoleOptions
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from .lines import columns, fit_to_width

WIDTH = 100  # of sentences, where there is no terminal
GAP = 2  # between columns
PLAIN: dict[str, Any] = {"box": box.SIMPLE_HEAD, "show_edge": False, "pad_edge": False}
PLAIN["collapse_padding"] = True
WORDS = 24  # columns that a sentence needs to be readable
MOST_PIECES = 3
PAGE = '<pre style="line-height: 1.2; font-family: monospace">{code}</pre>'


class Page(Console):
    """A console that cuts nothing off and breaks no word: what is too long stands out."""

    def print(self, *objects: Any, **how: Any) -> None:
        """Print as rich does, sentences in whole words."""
        objects = tuple(fit_to_width(o, self.width) if isinstance(o, str) else o for o in objects)
        how.setdefault("soft_wrap", all(isinstance(one, str) for one in objects))
        super().print(*objects, **{"crop": False, **how})

    def notes(self, notes: Iterable[str]) -> None:
        """Print what is to be known besides, dim, a line each."""
        for note in notes:
            self.print(f"- {note}", style="dim", highlight=False)


def terminal() -> Page:
    """Return where answers are printed."""
    page = Page()
    return Page(width=columns(page.file) or WIDTH)  # type: ignore[arg-type]


def as_html(*parts: Table | str) -> str:
    """Return tables and sentences as they stand on a page without a terminal.

    >>> as_html("more <b> than", "less").removeprefix(PAGE.partition("{")[0])
    'more &lt;b&gt; than\\n\\nless\\n\\n</pre>'
    """
    page = Page(width=WIDTH, record=True, file=io.StringIO(), force_jupyter=False)
    for part in parts:
        page.print(part, markup=False, highlight=False)
        page.print()
    return page.export_html(inline_styles=True, code_format=PAGE)


def titled(title: str, *headings: str, key: int = 1, lines: bool = False) -> "Sheet":
    """Return an empty table as all answers have it.

    Parameters
    ----------
    headings : of the columns; those that begin with ``>`` are of figures, and stand to the right
    key : how many columns, from the left, tell which row it is
    lines : whether a row is a paragraph, set apart from the next
    """
    sheet = Sheet(title=title, show_lines=lines, **PLAIN)
    sheet.key = key
    for heading in headings:
        right = heading.startswith(">")
        sheet.add_column(heading.removeprefix(">"), justify="right" if right else "left")
    return sheet


class Sheet(Table):
    """A table in which names and numbers stay whole, however narrow the terminal.

    Columns that stand to the right hold figures and never wrap; the others wrap at spaces. What
    does not fit beside goes on below, the key repeated; sentences that do not fit become a block of
    lines for each row. Where there is no terminal, a row that does not fit is a longer line.
    """

    key: int

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Any]:
        """Yield title, table or tables, caption."""
        low, high = self._needs(console, options)
        width = options.max_width
        if not console.is_terminal and _total(low) > width:
            width = _total(low if self.show_lines else high)
        if self.title:
            yield Text(fit_to_width(f"{self.title}", width), "table.title", overflow="ignore")
        pieces = self._pieces(low, high, width)
        for piece in pieces:
            widths = _spread([low[k] for k in piece], [high[k] for k in piece], width)
            part = self._part(piece, widths)
            yield from part.__rich_console__(console, options.update(width=width))
            yield Text("")
        if not pieces:
            yield from self._blocks(width)
            yield Text("")
        if self.caption:
            yield Text(fit_to_width(f"{self.caption}\n", width), "table.caption", overflow="ignore")

    def _needs(self, console: Console, options: ConsoleOptions) -> tuple[list[int], list[int]]:
        """Return the columns that each column needs at least, and would like."""
        low, high = [], []
        roomy = options.update(width=10**6)
        for column in self.columns:
            head = Measurement.get(console, roomy, column.header)
            measured = [Measurement.get(console, roomy, cell) for cell in column.cells]
            longest = max((m.maximum for m in measured), default=0)
            word = max((m.minimum for m in measured), default=0)
            whole = column.justify == "right" or column.no_wrap
            low.append(max(head.minimum, longest if whole else max(word, min(WORDS, longest))))
            high.append(max(head.maximum, longest))
        return low, high

    def _pieces(self, low: list[int], high: list[int], width: int) -> list[list[int]]:
        """Return the columns of each table; nothing if rows have to become blocks."""
        key = list(range(self.key))
        others = range(self.key, len(low))
        pieces = [key]
        for k in others:
            if _total([low[j] for j in [*pieces[-1], k]]) > width and pieces[-1] != key:
                pieces.append(key)
            pieces[-1] = [*pieces[-1], k]
        too_wide = any(_total([low[j] for j in piece]) > width for piece in pieces)
        speaks = any(self.columns[k].justify != "right" and high[k] > WORDS for k in others)
        if too_wide or len(pieces) > (1 if speaks else MOST_PIECES):
            return []
        return pieces

    def _part(self, chosen: list[int], widths: list[int]) -> Table:
        """Return some of the columns as a table of its own."""
        part = Table(show_lines=self.show_lines, **PLAIN)
        for k, width in zip(chosen, widths, strict=True):
            like = self.columns[k]
            part.add_column(like.header, justify=like.justify, width=width, overflow="fold")
        cells_by_column = [list(self.columns[k].cells) for k in chosen]
        for row, cells in zip(self.rows, zip(*cells_by_column, strict=True), strict=True):
            part.add_row(*cells, style=row.style, end_section=row.end_section)
        return part

    def _blocks(self, width: int) -> Iterator[Text]:
        """Yield each row as lines: which it is, then heading and value."""
        heads = [f"{column.header}".replace("\n", ", ") for column in self.columns]
        label = max(map(len, heads[self.key :]), default=0)
        for row in zip(*(column.cells for column in self.columns), strict=True):
            cells = [(head, f"{cell}") for head, cell in zip(heads, row, strict=True)]
            which = [f"{head} {cell}".lstrip() for head, cell in cells[: self.key] if cell]
            lines = [f"[bold]{'  '.join(which)}[/bold]"]
            lines += [f"  {head:<{label}}  {cell}" for head, cell in cells[self.key :] if cell]
            block = fit_to_width("\n".join(lines), width)
            yield Text.from_markup(block, overflow="ignore")


def _total(widths: list[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _spread(low: list[int], high: list[int], width: int) -> list[int]:
    """Return widths between low and high that fill what there is.

    >>> _spread([5, 10], [5, 90], 40)
    [5, 33]
    """
    spare = max(0, width - _total(low))
    wanted = [most - least for least, most in zip(low, high, strict=True)]
    share = min(1.0, spare / sum(wanted)) if sum(wanted) else 0.0
    return [least + int(share * more) for least, more in zip(low, wanted, strict=True)]
