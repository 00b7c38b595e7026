"""Joint ventures of members: which type, who accepts, whether it works, how its money moves.

Types are data (conf/venture).
"""

from math import log
from typing import Final

from .arithmetic import logistic
from .compiled import rule
from .parameters import Parameters

CONTACTS_ABROAD: Final = 32
"""What an exporting partner brings along; stands beside the bits of a firm's assets."""


@rule
def brings_asset(asset: int, assets: int, exporting: int) -> bool:
    """Tell whether a partner has the asset that a type needs (its bit; 0 = it needs none).

    >>> brings_asset(0, 0, 0), brings_asset(4, 3, 0), brings_asset(CONTACTS_ABROAD, 0, 1)
    (True, False, True)
    """
    return asset == 0 or (assets & asset) != 0 or (asset == CONTACTS_ABROAD and exporting == 1)


@rule
def strength_to_propose(p: Parameters, intention: float, confidence: float) -> float:
    """Return how much somebody with an opportunity too big for one presses to share it."""
    return p.propose_strength * intention * confidence


@rule
def may_propose(came: int, fewest: int, cash_eur: float, stake_eur: float) -> bool:
    """Tell whether a type is thinkable: enough people in the room, the own stake at hand."""
    return came >= fewest and cash_eur > stake_eur


@rule
def eagerness_to_ask(trust: float) -> float:
    """Return how eager a proposer is to ask a fellow attendee: whom one trusts most comes first."""
    return trust


@rule
def fit_of_type(p: Parameters, know_how: float, equipped: bool) -> float:
    """Return the weight of a type in the proposer's choice.

    ``know_how`` is the mean over its topics of the best expertise in the room; ``equipped`` tells
    whether somebody there has the asset it needs.
    """
    return know_how * know_how * (1.0 if equipped else p.type_without_asset)


@rule
def turn_of_type(u: float, fit: float) -> float:
    """Return when a type comes to the proposer's mind: the first one is proposed.

    Exponential waiting times, so that a type's chance is its share of all fits, and one type more
    leaves the draws of the others alone.
    """
    return -log(u) / fit


@rule
def stake(stake_share: float, usual_value_eur: float) -> float:
    """Return what a partner pays in, EUR; it scales with the firm."""
    return stake_share * usual_value_eur


@rule
def share_by_stake(stake_eur: float, paid_in_eur: float, partners: int) -> float:
    """Return a partner's share: by stake paid, alike where nobody pays.

    >>> share_by_stake(300.0, 1200.0, 3), share_by_stake(0.0, 0.0, 4)
    (0.25, 0.25)
    """
    if paid_in_eur <= 0.0:
        return 1.0 / partners
    return stake_eur / paid_in_eur


@rule
def share_after_buy_out(share: float, leaving: float, partners: int) -> float:
    """Return a share once those who stay have taken over the leaving one's in proportion.

    >>> share_after_buy_out(0.3, leaving=0.4, partners=2)
    0.5
    """
    if leaving >= 1.0:
        return 1.0 / partners
    return share / (1.0 - leaving)


@rule
def hoped_gain(
    sales_share: float, cost_share: float, saving_share: float, value_share: float
) -> float:
    """Return the monthly profit hoped for by a partner, as a share of its usual value added.

    >>> hoped_gain(sales_share=0.1, cost_share=0.4, saving_share=0.02, value_share=0.5)
    0.08
    """
    return sales_share * (1.0 - cost_share) + saving_share * (1.0 - value_share) / value_share


@rule
def chance_to_accept(
    p: Parameters,
    trust: float,
    gain: float,
    stake_eur: float,
    cash_eur: float,
    hours: float,
    spare_hours: float,
) -> float:
    """Return the chance that a fellow member accepts.

    Trust in the proposer and the gain hoped for against money and time at stake.
    """
    if cash_eur <= stake_eur:
        return 0.0
    burden = p.accept_stake * (stake_eur / cash_eur + hours / spare_hours)
    return logistic(p.accept_base + p.accept_by_trust * trust + p.accept_by_gain * gain - burden)


@rule
def chance_to_succeed(
    p: Parameters, know_how: float, equipped: bool, trust: float, process: float
) -> float:
    """Return the chance that a venture pays off.

    ``know_how`` is the mean over its topics of the best partner's expertise, ``trust`` the mean
    between partners, ``process`` the quality of facilitation; all in [0, 1].
    """
    lack = 0.0 if equipped else p.venture_without_asset
    return logistic(
        p.venture_base
        + p.venture_by_know_how * know_how
        + p.venture_by_trust * trust
        + p.venture_by_facilitation * process
        - lack
    )


@rule
def has_paid_off(works: bool, months_left: int) -> bool:
    """Tell whether a venture has paid off at its end; one cut short by a closing has not."""
    return works and months_left == 0


@rule
def goes_on(partners: int) -> bool:
    """Tell whether a venture goes on when a partner has closed down: with two at least."""
    return partners >= 2


@rule
def asked_of_customers(sales_share: float, usual_value_eur: float) -> float:
    """Return what a venture asks of customers through one partner in a month, EUR."""
    return sales_share * usual_value_eur


@rule
def month_of_spending(p: Parameters, paid_in_eur: float, months: int) -> float:
    """Return what of the stakes is spent in a month of work, EUR, whether it pays off or not."""
    return p.venture_spending * paid_in_eur / months
