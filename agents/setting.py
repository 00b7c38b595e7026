"""What surrounds the actors and is fixed for a run: the market, choices of a policy, ventures."""

from enum import StrEnum
from typing import NamedTuple

from .columns import Array
from .compiled import rule


class Venue(StrEnum):
    """Where a group meets; kernels know it by its place in this list."""

    own_premises = "own_premises"
    agency_room = "agency_room"
    online = "online"
    hybrid = "hybrid"


class TimeOfDay(StrEnum):
    """When a group meets."""

    evening = "evening"
    daytime = "daytime"


class Agenda(StrEnum):
    """Who sets the theme of an evening."""

    host = "host"
    facilitator = "facilitator"


OWN_PREMISES, AGENCY_ROOM, ONLINE, HYBRID = range(len(Venue))
EVENING, DAYTIME = range(len(TimeOfDay))
BY_HOST, BY_FACILITATOR = range(len(Agenda))


@rule
def row_of_month(month: int) -> int:
    """Return the row of a month in the economy's tables; row 0 is the time before month 0.

    >>> row_of_month(-180), row_of_month(0), row_of_month(7)
    (0, 1, 8)
    """
    return max(month, -1) + 1


@rule
def row_of_trend(month: int) -> int:
    """Return the row of a month in a table of before (0) and after (1) month 0.

    >>> row_of_trend(-1), row_of_trend(0), row_of_trend(7)
    (0, 1, 1)
    """
    return 0 if month < 0 else 1


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
    bought_share: Array  # (sectors, sectors), of the purchases of a row's trade, of a column's
    ring: Array  # (firms, circles), int32 rows
    closing_level: Array  # (settlements,), giving up in later years, ordinary = 1
    closing_trend: Array  # (2, settlements), giving up before and after month 0, stationary = 1
    closing_ratio: Array  # (sectors,), giving up in the trade, all trades = 1
    jobless_level: Array  # (settlements,), unemployment, the country's = 1
    climate: Array  # (1 + months, sectors), demand from everywhere, ordinary = 1
    local_level: Array  # (1 + months,), local pools, as measured = 1
    rooms_closed: Array  # (1 + months,), int64, 1 = nobody meets in a room


class VentureTypes(NamedTuple):
    """Kinds of joint ventures (conf/venture), one row each."""

    fewest: Array  # partners
    most: Array
    months: Array  # of work, after the month of the proposal
    hours: Array  # per partner and month
    stake_share: Array  # of a month's usual value added, paid once by each of the fewest partners
    sales_share: Array  # of partners' usual value added, asked of customers each month it sells
    elsewhere_share: Array  # of that, from customers outside the region
    cost_share: Array  # of its sales, paid to suppliers
    saving_share: Array  # of purchases, saved each month if it pays off
    topics: Array  # (types, VENTURE_TOPICS) know-how that it hangs on, -1 = none
    asset: Array  # bit of the asset it needs, 0 = none
    opens_export: Array  # chance that a partner keeps customers abroad when it has worked
    chance: Array  # (types, 12) that an owner of a fitting trade comes upon one in a month
    open_months: Array  # an opportunity waits to be seized
    sells: Array  # (types, 12), 1 = its customers are there
    trades: Array  # bit mask of the trades that can take part
    asks_members: Array  # 1 = all members of the group are asked, not only who came
    closeness: Array  # how much it moves trust between partners, 1 = ordinary
