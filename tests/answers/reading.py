"""What an answer shows, read back: tables of a terminal and of a page, marks of a figure."""

import re
from collections import defaultdict
from html.parser import HTMLParser
from itertools import groupby

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

from talkoot.sim.show.terminal import Page

Cells = list[list[str]]
"""A table: its headings, then its rows."""


def terminal_tables(text: str) -> dict[str, Cells]:
    """Return the tables that a terminal shows, by title."""
    lines = text.splitlines()
    found = {}
    for at, line in enumerate(lines):
        if not re.fullmatch(r"─+", line):
            continue
        top = next(k for k in range(at, -1, -1) if _is_title(lines, k))
        end = at + 1
        while end < len(lines) and lines[end] != "":  # a section ends in a line of spaces
            end += 1
        head, body = lines[top + 1 : at], [row for row in lines[at + 1 : end] if row.strip()]
        columns = _columns([*head, *body])
        headings = [" ".join(" ".join(row[a:b] for row in head).split()) for a, b in columns]
        found[lines[top]] = [headings, *([row[a:b].strip() for a, b in columns] for row in body)]
    return found


def page_of(told: object, width: int) -> str:
    """Return what a terminal of so many columns shows, without colours."""
    console = Page(width=width, force_terminal=True, color_system=None)
    with console.capture() as captured:
        console.print(told)
    return captured.get()


def cells_of(table: object) -> Cells:
    """Return the cells of one table, as a wide terminal shows it."""
    ((_, cells),) = terminal_tables(page_of(table, 200)).items()
    return cells


def _is_title(lines: list[str], at: int) -> bool:
    """Tell whether a line stands above the headings: no gap in it, and it begins at the edge."""
    return bool(re.match(r"\S", lines[at])) and "  " not in lines[at] and "─" not in lines[at]


def _columns(lines: list[str]) -> list[tuple[int, int]]:
    """Return where columns begin and end: between them, two places are empty in every line."""
    width = max(map(len, lines))
    filled = [any(line.ljust(width)[k] != " " for line in lines) for k in range(width)]
    runs = [(on, [k for k, _ in run]) for on, run in groupby(enumerate(filled), lambda one: one[1])]
    columns: list[tuple[int, int]] = []
    for k, (on, places) in enumerate(runs):
        if not on:
            continue
        if columns and k and len(runs[k - 1][1]) < 2:
            columns[-1] = (columns[-1][0], places[-1] + 1)
        else:
            columns.append((places[0], places[-1] + 1))
    return columns


class PageTables(HTMLParser):
    """The tables of a page by the heading above them, each the list of its rows of cells.

    A cell that is grey because it may be chance ends in ``(unsure)``.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: dict[str, list[Cells]] = defaultdict(list)
        self.heading, self.into = "", ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "h2":
            self.heading, self.into = "", "h2"
        elif tag == "table":
            self.tables[self.heading].append([])
        elif tag == "tr":
            self.tables[self.heading][-1].append([])
        elif tag in ("td", "th"):
            self.tables[self.heading][-1][-1].append("")
            self.into = "cell"
            self.unsure = dict(attrs).get("class") == "unsure"

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            row = self.tables[self.heading][-1][-1]
            row[-1] = " ".join(row[-1].split()) + " (unsure)" * self.unsure
        if tag in ("h2", "td", "th"):
            self.into = ""

    def handle_data(self, data):
        if self.into == "h2":
            self.heading += data
        elif self.into == "cell":
            self.tables[self.heading][-1][-1][-1] += f" {data} "


Marks = dict[tuple[str, str], np.ndarray]
"""Points by kind (line, dot, hollow, diamond, square, band) and colour, sorted."""
GUIDES = {"#cccccc"}
MARKERS = {"o": "dot", "D": "diamond", "s": "square"}


def marks_of(axes: Axes) -> Marks:
    """Return what a panel draws besides its guides."""
    found: dict[tuple[str, str], list] = defaultdict(list)
    for line in axes.lines:
        kind = MARKERS.get(str(line.get_marker()), "line")
        hollow = to_hex(line.get_markerfacecolor()) == "#ffffff" and kind == "dot"
        key = "hollow" if hollow else kind, to_hex(line.get_color())
        found[key].append(np.column_stack([line.get_xdata(), line.get_ydata()]))
    for drawn in axes.collections:
        if isinstance(drawn, PathCollection):
            sides = len(drawn.get_paths()[0].vertices)
            key = "diamond" if sides < 8 else "dot", to_hex(drawn.get_facecolor()[0])
            found[key].append(np.asarray(drawn.get_offsets()))
        elif isinstance(drawn, LineCollection):
            found["line", to_hex(drawn.get_color()[0])] += drawn.get_segments()
        else:
            key = "band", to_hex(drawn.get_facecolor()[0])
            found[key] += [path.vertices for path in drawn.get_paths()]
    return {key: in_order(np.vstack(all_)) for key, all_ in found.items() if key[1] not in GUIDES}


def in_order(points) -> np.ndarray:
    """Return points sorted, each once, so that the order of drawing does not matter."""
    points = np.asarray(points, float).reshape(-1, 2)
    return np.unique(points.round(7), axis=0)


def panels(figure: Figure) -> dict[str, tuple[str, str, Marks]]:
    """Return a figure's panels by title: the labels of their axes, and what they draw."""
    return {
        axes.get_title(loc="left"): (axes.get_xlabel(), axes.get_ylabel(), marks_of(axes))
        for axes in figure.axes
        if axes.get_visible()
    }


def words_in(figure: Figure) -> list[str]:
    """Return the texts that stand in a figure, names of legends included."""
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]
