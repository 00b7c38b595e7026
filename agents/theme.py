"""The theme of an evening: who sets it, and by what."""

from .compiled import rule
from .setting import BY_HOST


@rule
def host_sets_theme(agenda: int, hosted: bool) -> bool:
    """Tell whether the theme is the host's: where the agenda is, and there is a host."""
    return agenda == BY_HOST and hosted


@rule
def members_steer(agenda_of_host: bool, steering: int) -> bool:
    """Tell whether members' problems set a theme that a facilitator would choose."""
    return not agenda_of_host and steering == 1


@rule
def known_of_topic(steered: bool, is_problem: bool, severity: float, expertise: float) -> float:
    """Return what one member adds to a topic; the topic with the least sum is the theme.

    A facilitator looks at what members know least. Members who steer bring their problems, the
    severest first.

    >>> known_of_topic(False, True, 0.8, 0.3), known_of_topic(True, True, 0.8, 0.3)
    (0.3, -0.8)
    """
    if not steered:
        return expertise
    return -severity if is_problem else 0.0
