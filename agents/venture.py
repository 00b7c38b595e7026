"""Joint ventures of members: who can, who is asked, who accepts, whether it works, its money.

Kinds are data (conf/venture).
"""

from typing import Final

from .arithmetic import has_bit, logistic
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
def takes_part(trades: int, sector: int) -> bool:
    """Tell whether a trade can take part in a kind of venture (a bit mask of trades).

    >>> takes_part(0b101, 2), takes_part(0b101, 1)
    (True, False)
    """
    return has_bit(trades, sector)


@rule
def prospect(p: Parameters, enough: bool, equipped: bool) -> float:
    """Return how readily those present could seize an opportunity, 0 = not at all.

    ``enough`` tells whether there are enough people of fitting trades to ask and the finder has
    money and time; ``equipped`` whether one of them has the asset that it needs.
    """
    if not enough:
        return 0.0
    return 1.0 if equipped else p.propose_without_asset


@rule
def strength_to_propose(
    p: Parameters, intention: float, confidence: float, prospect: float
) -> float:
    """Return how much somebody with an opportunity too big for one presses to share it."""
    return p.propose_strength * intention * confidence * prospect


@rule
def may_propose(fitting: int, fewest: int, cash_eur: float, stake_eur: float) -> bool:
    """Tell whether a venture is thinkable: enough people of fitting trades, the finder included,
    and the finder's stake at hand.
    """
    return fitting >= fewest and cash_eur > stake_eur


@rule
def eagerness_to_ask(trust: float, brings_lacking: bool) -> float:
    """Return how eager a proposer is to ask somebody: who has the asset that still lacks comes
    first, then whom one trusts most.

    >>> eagerness_to_ask(0.1, True) > eagerness_to_ask(0.9, False)
    True
    """
    return trust + 1.0 if brings_lacking else trust


@rule
def stake(stake_share: float, usual_value_eur: float, partners: int, fewest: int) -> float:
    """Return what a partner pays in, EUR; it scales with the firm.

    What is set up costs the same however many share it: more partners than the fewest pay less.

    >>> [stake(0.5, 3000.0, partners, fewest=8) for partners in (1, 8, 12)]
    [1500.0, 1500.0, 1000.0]
    """
    return stake_share * usual_value_eur * fewest / max(partners, fewest)


@rule
def share_still_lacking(partners: int, fewest: int) -> float:
    """Return the share of the fewest partners that still lacks once there are ``partners``.

    >>> [share_still_lacking(partners, fewest=8) for partners in (2, 8, 12)]
    [0.75, 0.0, 0.0]
    """
    return max(fewest - partners, 0) / fewest


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
    sales_share: float,
    cost_share: float,
    saving_share: float,
    value_share: float,
    months: int,
    selling_months: int,
) -> float:
    """Return all the profit a partner hopes for, in months of its usual value added.

    A trip pays once, a house for a year: ``months`` of work, of which it sells in some.

    >>> hoped_gain(0.1, cost_share=0.4, saving_share=0.02, value_share=0.5, months=12,
    ...     selling_months=10)
    0.84
    """
    saved = saving_share * (1.0 - value_share) / value_share
    return selling_months * sales_share * (1.0 - cost_share) + months * saved


@rule
def chance_to_accept(
    p: Parameters,
    trust: float,
    gain: float,
    lacking: float,
    stake_eur: float,
    cash_eur: float,
    hours: float,
    spare_hours: float,
) -> float:
    """Return the chance that a fellow member accepts.

    Trust in the proposer and the gain hoped for against money and time at stake; nobody wants to
    be among the first three at something that takes ten (Granovetter 1978: a threshold of how many
    others take part). ``lacking`` is the share of the partners needed who would still lack.
    """
    if cash_eur <= stake_eur:
        return 0.0
    burden = p.accept_stake * (stake_eur / cash_eur + hours / spare_hours)
    drawn = p.accept_by_trust * trust + p.accept_by_gain * gain
    return logistic(p.accept_base + drawn - p.accept_by_lack * lacking - burden)


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
def asked_of_customers(sales_share: float, usual_value_eur: float, sells: float) -> float:
    """Return what a venture asks of customers through one partner in a month, EUR.

    ``sells`` is 1 in the months in which its customers are there, 0 in others.
    """
    return sales_share * usual_value_eur * sells


@rule
def month_of_spending(p: Parameters, paid_in_eur: float, months: int) -> float:
    """Return what of the stakes is spent in a month of work, EUR, whether it pays off or not."""
    return p.venture_spending * paid_in_eur / months
