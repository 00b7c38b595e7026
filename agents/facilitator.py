"""What facilitators know and do: focus, consulting, advice; a researcher also knows some topics."""

from .arithmetic import nearest_whole
from .compiled import rule
from .parameters import Parameters
from .topics import DIGITAL, PRICING, PRODUCT

RESEARCHER_TOPICS = (PRICING, DIGITAL, PRODUCT)


@rule
def focus(p: Parameters, quality: float) -> float:
    """Return the share of talks on the theme or a member's need rather than on just anything."""
    return min(p.focus_alone + p.focus_facilitated * quality, 1.0)


@rule
def is_researcher_topic(topic: int) -> bool:
    """Tell whether the researcher has deep expertise in the topic."""
    return topic in RESEARCHER_TOPICS


@rule
def researcher_knows(p: Parameters) -> float:
    """Return a researcher's know-how in the own topics."""
    return p.researcher_expertise


@rule
def adviser_knows(p: Parameters) -> float:
    """Return an adviser's know-how, alike in all topics."""
    return p.adviser_expertise


@rule
def consultant_knows(p: Parameters, topic: int) -> float:
    """Return a researcher's know-how: deep in own topics, an adviser's in the others."""
    return researcher_knows(p) if is_researcher_topic(topic) else adviser_knows(p)


@rule
def worth_consulting(weight: float, known: float, own: float) -> float:
    """Return how much a topic calls for a consultant: its weight times what the owner lacks.

    >>> worth_consulting(0.2, 0.85, 0.35), worth_consulting(0.2, 0.5, 0.6)
    (0.1, 0.0)
    """
    return weight * max(known - own, 0.0)


@rule
def talks_with_client(p: Parameters) -> int:
    """Return the learning of one client in conversations: an hour is worth a consultant's hour."""
    per_hour = p.consulting_talks / p.consulting_session_hours
    return nearest_whole(p.client_contact_hours * per_hour)


@rule
def chance_to_ask_advice(p: Parameters, severity: float) -> float:
    """Return the monthly chance that an owner with a problem asks a public adviser."""
    return p.ask_rate * severity


@rule
def talks_in_session(p: Parameters) -> int:
    """Return the learning of one session of consulting, in conversations."""
    return nearest_whole(p.consulting_talks)


@rule
def contact_with_client(p: Parameters) -> float:
    """Return the hours that an adviser and one client spend together."""
    return p.client_contact_hours
