"""How figures look: colours that colour-blind readers can tell apart, the same per policy."""

import base64
import io
from collections.abc import Sequence

from matplotlib.figure import Figure

INK, QUIET, FAINT = "#222222", "#777777", "#cccccc"
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")


def colours(policies: Sequence[str], baseline: str) -> dict[str, str]:
    """Return each policy's colour; the baseline is grey.

    >>> colours(["a", "base"], "base")["base"]
    '#777777'
    """
    others = [policy for policy in policies if policy != baseline]
    found = {policy: PALETTE[k % len(PALETTE)] for k, policy in enumerate(others)}
    return {baseline: QUIET} | found


def figure(width: float, height: float) -> Figure:
    """Return an empty figure, inches."""
    return Figure(figsize=(width, height), layout="constrained", facecolor="white")


def plain(axes: object) -> None:
    """Take away what carries no information."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)  # type: ignore[attr-defined]
    axes.tick_params(colors=QUIET, labelsize=9)  # type: ignore[attr-defined]


def as_data_uri(drawn: Figure, dpi: int = 150) -> str:
    """Return a figure as a picture that needs no other file."""
    buffer = io.BytesIO()
    drawn.savefig(buffer, format="png", dpi=dpi)
    return "data:image/png;base64," + base64.b64encode(buffer.getvalue()).decode()
