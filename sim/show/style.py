"""How figures look: colours that colour-blind readers can tell apart, the same per policy."""

import base64
import io
import json
import re
from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from talkoot.sim.answers.answer import Answer
    from talkoot.sim.answers.sweep import SweepAnswer

INK, QUIET, FAINT = "#222222", "#777777", "#cccccc"
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")  # Okabe and Ito
LABEL_GAP = 0.075  # of a panel's height, one line of text
STYLES = ("-", "--", ":", "-.")


def colours(answer: "Answer | SweepAnswer") -> dict[str, str]:
    """Return each policy's colour, in the order configured; the baseline is first, and grey."""
    others = [one["name"] for one in answer.config["policies"] if one["name"] != answer.baseline]
    return {answer.baseline: QUIET} | dict(zip(others, cycle(PALETTE), strict=False))


def figure(width: float, height: float) -> Figure:
    """Return an empty figure, inches."""
    return Picture(figsize=(width, height), layout="constrained", facecolor="white")


class Picture(Figure):
    """A figure that a notebook shows, whatever its plotting is set to."""

    def _repr_png_(self) -> bytes:
        return as_png(self, {}, dpi=100)


def dashes(answer: "Answer") -> dict[str, str]:
    """Return each policy's line style, which tells policies apart when colours come round again."""
    _, *others = colours(answer)
    return {policy: STYLES[k // len(PALETTE) % len(STYLES)] for k, policy in enumerate(others)}


def spread(values: Sequence[float], gap: float) -> list[float]:
    """Return heights for labels: as near to the values as keeps them ``gap`` apart.

    >>> spread([5.0, 0.0, 5.0], 1.0)
    [4.5, 0.0, 5.5]
    """
    order = sorted(range(len(values)), key=lambda k: values[k])
    blocks: list[list[float]] = []  # middle of each run of touching labels, and how many
    for k in order:
        blocks.append([values[k], 1.0])
        while len(blocks) > 1 and _touch(blocks[-2], blocks[-1], gap):
            (middle, count), (other, more) = blocks[-2], blocks.pop()
            blocks[-1] = [(middle * count + other * more) / (count + more), count + more]
    heights = [middle + gap * (j - (n - 1) / 2) for middle, n in blocks for j in range(int(n))]
    return [heights[order.index(k)] for k in range(len(values))]


def _touch(lower: list[float], upper: list[float], gap: float) -> bool:
    return upper[0] - lower[0] < gap * (lower[1] + upper[1]) / 2


def name_in_lines(policy: str, width: int = 22) -> str:
    """Return a policy's name in lines that fit beside a figure; it breaks after ``_`` or ``-``.

    >>> name_in_lines("joint_handover_without_researchers", 20)
    'joint_handover_\\nwithout_researchers'
    """
    lines = [""]
    for piece in re.findall(r"[^_-]*[_-]?", policy):
        if len(lines[-1]) + len(piece) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return "\n".join(lines)


def finish(axes: Axes, title: str = "", size: int = 10) -> None:
    """Write the title, of ``size`` points, and take away what carries no information."""
    axes.set_title(title, fontsize=size, loc="left", color=INK)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(colors=QUIET, labelsize=9)


def label(axes: Axes, text: str, at: tuple[float, float], by: tuple[int, int], **how: Any) -> None:
    """Write at a place, moved ``by`` points to the right and up; ``how`` as matplotlib has it."""
    axes.annotate(text, at, by, textcoords="offset points", **{"fontsize": 9, **how})


def label_ends(axes: Axes, names: list[str], ends: list[float], colour: dict[str, str]) -> None:
    """Write each line's name at its right end; names that would overlap move apart."""
    low, high = axes.get_ylim()
    tall = max(len(name_in_lines(name).split("\n")) for name in names) if names else 1
    heights = spread([(end - low) / (high - low) for end in ends], LABEL_GAP * tall)
    where: dict[str, Any] = {"xycoords": "axes fraction", "va": "center", "linespacing": 0.95}
    for name, height in zip(names, heights, strict=True):
        label(axes, name_in_lines(name), (1.0, height), (5, 0), color=colour[name], **where)


def as_data_uri(drawn: Figure, provenance: Mapping[str, Any], dpi: int = 150) -> str:
    """Return a figure as a picture that needs no other file."""
    picture = as_png(drawn, provenance, dpi)
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def as_png(drawn: Figure, provenance: Mapping[str, Any], dpi: int = 150) -> bytes:
    """Return a figure as a PNG that carries where it comes from, as JSON under ``talkoot``."""
    buffer = io.BytesIO()
    about = {"talkoot": json.dumps(provenance)}
    drawn.set_dpi(dpi)
    FigureCanvasAgg(drawn).print_png(buffer, metadata=about)  # savefig would draw it twice
    return buffer.getvalue()
