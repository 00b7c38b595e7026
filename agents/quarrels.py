"""Quarrels at the table: who does not trust each other, how likely it breaks out, what it costs."""

from math import exp

from .compiled import rule
from .parameters import Parameters


@rule
def strain_of_pair(trust: float, back: float) -> float:
    """Return how strained two are: as far as neither trusts the other."""
    return (1.0 - trust) * (1.0 - back)


@rule
def chance_of_quarrel(p: Parameters, strain: float, process: float) -> float:
    """Return the chance of a quarrel in an evening; ``strain`` is the sum over pairs present.

    Who leads (``process`` in [0, 1]) takes the edge off.
    """
    return 1.0 - exp(-p.quarrel_rate * strain * (1.0 - p.mediation * process))


@rule
def trust_after_quarrel(p: Parameters, trust: float) -> float:
    """Return trust between two who have quarrelled."""
    return trust * (1.0 - p.quarrel_trust_loss)


@rule
def belonging_after_quarrel(p: Parameters, belonging: float, own: bool) -> float:
    """Return belonging after a quarrel, one's own or one that others had at the table."""
    return belonging * (1.0 - (p.quarrel_loss_own if own else p.quarrel_loss))
