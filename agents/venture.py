"""Joint ventures of members: who accepts, and whether it works. Types are data (conf/venture)."""

from .compiled import rule
from .group import logistic
from .parameters import Parameters


@rule
def strength_to_propose(intention: float, confidence: float) -> float:
    """Return how much somebody with an opportunity too big for one presses to share it."""
    return 2.0 * intention * confidence


@rule
def chance_to_accept(
    p: Parameters, trust: float, stake_eur: float, cash_eur: float, hours: float, spare_hours: float
) -> float:
    """Return the chance that a fellow member accepts: trust against money and time at stake."""
    if cash_eur <= stake_eur:
        return 0.0
    burden = p.accept_stake * (stake_eur / cash_eur + hours / spare_hours)
    return logistic(p.accept_base + p.accept_by_trust * trust - burden)


@rule
def chance_to_succeed(p: Parameters, know_how: float, trust: float) -> float:
    """Return the chance that a venture pays off; best know-how and mean trust among partners."""
    return logistic(p.venture_base + p.venture_by_know_how * know_how + p.venture_by_trust * trust)
