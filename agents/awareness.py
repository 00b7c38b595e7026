"""Awareness: how much one knows of another's skills, assets and needs (transactive memory)."""

from .compiled import rule
from .parameters import Parameters


@rule
def awareness_after_contact(awareness: float, gain: float) -> float:
    """Return how much one knows of another's skills, assets and needs after a contact."""
    return awareness + gain * (1.0 - awareness)


@rule
def awareness_after_talk(p: Parameters, awareness: float, contact: float) -> float:
    """Return it after a talk; ``contact`` is 1 in one room, less online."""
    return awareness_after_contact(awareness, p.aware_by_talk * contact)


@rule
def awareness_after_visit(p: Parameters, awareness: float) -> float:
    """Return it after seeing the other's premises."""
    return awareness_after_contact(awareness, p.aware_by_visit)


@rule
def awareness_after_mapping(p: Parameters, awareness: float) -> float:
    """Return it after a round of who knows and has what."""
    return awareness_after_contact(awareness, p.aware_by_mapping)


@rule
def awareness_after_memo(p: Parameters, awareness: float) -> float:
    """Return it after reading in a memo who was there and what about."""
    return awareness_after_contact(awareness, p.aware_by_memo)


@rule
def awareness_after_month(p: Parameters, awareness: float) -> float:
    """Return it a month later, without a common meeting."""
    return awareness * (1.0 - p.aware_fading)


@rule
def known_know_how(awareness: float, know_how: float) -> float:
    """Return how much of a problem's kind somebody is known to know (transactive memory)."""
    return awareness * know_how
