"""What surrounds the actors and is fixed for a run: the market, the policy, kinds of ventures."""

from typing import NamedTuple

from .columns import Array
from .compiled import rule

# venues and agendas of a phase
OWN_PREMISES, AGENCY_ROOM, ONLINE, HYBRID = 0, 1, 2, 3
BY_HOST, BY_FACILITATOR = 0, 1
VENUES = ("own_premises", "agency_room", "online", "hybrid")
AGENDAS = ("host", "facilitator")


@rule
def row_of_month(month: int) -> int:
    """Return the row of a month in the economy's tables; row 0 is the time before month 0.

    >>> row_of_month(-180), row_of_month(0), row_of_month(7)
    (0, 1, 8)
    """
    return max(month, -1) + 1


class Environment(NamedTuple):
    """Market, calendar and economy.

    ``pool_eur`` (n_settlements x sectors) is the finite local demand that firms share, EUR/month;
    ``unlimited`` is 1 while it is being measured in the warm-up. ``ring`` (n_firms, circles) names
    the next firm on each ring of acquaintances. The economy's tables have a row for the time before
    month 0 and one for each month (``row_of_month``); they are the same under every policy.
    """

    topic_weight: Array  # (sectors, topics), rows sum to 1
    season: Array  # (sectors, 12), mean 1
    closing_season: Array  # (12,), mean 1
    winter: Array  # (12,), 1 = winter roads
    discount: Array  # (months,), value of a euro of that month at month 0
    pool_eur: Array  # (settlements, sectors)
    asked_eur: Array  # (settlements, sectors), refilled each month
    unlimited: Array  # (1,), int64
    ring: Array  # (firms, circles), int32 rows
    closing_level: Array  # (settlements,), giving up in later years, ordinary = 1
    climate: Array  # (1 + months, sectors), demand from everywhere, ordinary = 1
    local_level: Array  # (1 + months,), local pools, as measured = 1
    rooms_closed: Array  # (1 + months,), int64, 1 = nobody meets in a room


class Policy(NamedTuple):
    """Facilitation month by month: one row per arm and phase, (arms, phases).

    A phase holds from ``first`` up to, not including, ``last``, in months since the group's start.
    """

    first: Array
    last: Array
    adviser_hours: Array  # per group and month
    researcher_hours: Array  # per group and month
    running_eur: Array  # per group and month, besides hours
    interval: Array  # months between meetings, 0 = no meetings
    venue: Array
    daytime: Array
    agenda: Array
    documents: Array  # 1 = facilitators write memos
    channel: Array  # 1 = closed group on social media
    links: Array  # 1 = linked with the other groups: joint memo site, requests
    steering: Array  # 1 = members have a say in what a facilitator puts on the agenda
    diagnosis: Array  # 1 = consultants work on what a member does worst, problem or not
    outreach: Array  # entrepreneurs invited a month
    one_on_one_hours: Array  # adviser's hours for single clients, per catchment and month
    facilitator_funder: Array
    one_on_one_funder: Array


class VentureTypes(NamedTuple):
    """Kinds of joint ventures (conf/venture), one row each."""

    fewest: Array  # partners
    most: Array
    months: Array  # of work, after the month of the proposal
    hours: Array  # per partner and month
    stake_share: Array  # of a month's usual value added, paid once by each partner
    sales_share: Array  # of partners' usual value added, asked of customers each month it works
    elsewhere_share: Array  # of that, from customers outside the region
    cost_share: Array  # of its sales, paid to suppliers
    saving_share: Array  # of purchases, saved each month if it pays off
    topics: Array  # (types, VENTURE_TOPICS) know-how that it hangs on, -1 = none
    asset: Array  # bit of the asset it needs, 0 = none
    opens_export: Array  # chance that a partner keeps customers abroad when it has worked
    closeness: Array  # how much it moves trust between partners, 1 = ordinary
