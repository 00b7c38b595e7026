"""State as columns: one named tuple of arrays per kind of actor; a row is one actor.

All firms that will ever be founded have a row from the start and a founding month, sorted by
founding month, settlement and ordinal; so rows mean the same firm under every policy.
"""

from typing import Annotated, Any, NamedTuple

from numpy.typing import NDArray

from .activity_list import ACTIVITIES
from .column import LOG, MONEY, SHARE, Column, f8, i4
from .contact_kinds import CONTACT_KINDS
from .topics import N_KINDS, N_TOPICS

N_SECTORS = 8
N_CIRCLES = 6
N_SUPPLIERS = 4
N_TIES = 12
"""Most business ties of an owner; the weakest gives way to one more."""
SEATS = 28
PARTNERS = 12
VENTURES_PER_GROUP = 4
VENTURE_TOPICS = 3
SLOTS = 12
"""Most activities in one evening."""

SECTORS = (
    "primary_food",
    "manufacturing",
    "construction",
    "trade",
    "transport",
    "tourism_hospitality",
    "expert_services",
    "personal_creative",
)

NOT_FOUNDED, ACTIVE, INSOLVENT, GAVE_UP, RETIRED = 0, 1, 2, 3, 4
ASSETS = ("vehicle", "sales_premises", "production_space", "online_shop", "event_stand")
STATUSES = ("not_founded", "active", "insolvent", "gave_up", "retired")
NOBODY = -1
NEVER = -9999
BEFORE = -9998
"""A month of the first hire that is not told: before month 0, or staff from the beginning."""

Array = NDArray[Any]


class Firms(NamedTuple):
    """Entrepreneurs, one row each: the owner-manager and the firm."""

    # who they are: fixed at founding
    key: Annotated[Array, Column("uint64", (), 0, "identity; the source of all draws")]
    settlement: Annotated[Array, i4("row of the settlement")]
    founded: Annotated[Array, i4("month of founding")]
    sector: Annotated[Array, i4("sector, 0-7")]
    catchment: Annotated[Array, i4("group whose seat is nearest", start=NOBODY)]
    seat_km: Annotated[Array, f8("km by road to that seat")]
    east_km: Annotated[Array, f8("km east of the map's origin")]
    north_km: Annotated[Array, f8("km north of the map's origin")]
    owner_age_years: Annotated[Array, f8("owner's age at founding, years", write=(15.0, 90.0))]
    woman: Annotated[Array, i4("1 = the owner is a woman", write=SHARE)]
    kin: Annotated[Array, i4("1 = a second member of the family works as an owner", write=SHARE)]
    children_from_years: Annotated[Array, f8("owner's age when children came, inf = none")]
    size_fte: Annotated[Array, f8("work the market had for the firm at founding, FTE")]
    small_by_nature: Annotated[Array, i4("1 = small market at founding and few staff at month 0")]
    productivity: Annotated[Array, f8("turnover per full-time worker, EUR/month", write=(1.0, 1e7))]
    owner_fte: Annotated[Array, f8("owner's own work, and kin's, FTE", write=(0.0, 2.0))]
    value_share: Annotated[Array, f8("value added per EUR of sales", write=SHARE)]
    open_share: Annotated[Array, f8("share of demand from outside the local market", write=SHARE)]
    sustained: Annotated[Array, f8("expertise that own work sustains", N_TOPICS, write=SHARE)]
    usual_confidence: Annotated[Array, f8("confidence without peers", write=SHARE)]
    never_hosts: Annotated[Array, i4("1 = refuses to host", write=SHARE)]
    usual_attitude: Annotated[Array, f8("willingness to employ at founding", write=SHARE)]
    spare_hours: Annotated[
        Array, f8("hours a month beside work, before family", write=(0.0, 744.0))
    ]
    acquaintances: Annotated[Array, i4("how many circles the owner talks in, 3-6")]
    assets: Annotated[
        Array, i4("bit mask of ASSETS that the firm has", write=(0, 2 ** (len(ASSETS) + 1) - 1))
    ]
    # how they fare
    status: Annotated[Array, i4("0 not founded, 1 active, 2 insolvent, 3 gave up, 4 retired")]
    exit_month: Annotated[Array, i4("month of closing", start=NEVER)]
    expertise: Annotated[Array, f8("know-how per topic, 0-1", N_TOPICS, write=SHARE)]
    practice: Annotated[Array, f8("sound practices adopted per topic, 0-1", N_TOPICS, write=SHARE)]
    quality: Annotated[Array, f8("practice quality Q, sector-weighted, 0-1")]
    contacts: Annotated[
        Array, f8("live contacts and facts from others, by kind", len(CONTACT_KINDS), write=LOG)
    ]
    market: Annotated[
        Array, f8("what the firm knows of the market by itself, by kind", len(CONTACT_KINDS))
    ]
    abroad_from: Annotated[Array, i4("row of who passed on a contact abroad", start=NOBODY)]
    given: Annotated[Array, f8("what the owner has done for others, turns", write=(0.0, 1e6))]
    taken: Annotated[Array, f8("what the owner has asked of others, turns", write=(0.0, 1e6))]
    news: Annotated[Array, i4("bit mask of items of news heard")]
    confidence: Annotated[Array, f8("confidence, 0-1", write=SHARE)]
    intention: Annotated[Array, f8("growth intention, 0-1", write=SHARE)]
    argued_by: Annotated[Array, i4("row of who last argued most for a first hire", start=NOBODY)]
    argued_month: Annotated[Array, i4("month of that argument", start=NEVER)]
    attitude: Annotated[Array, f8("willingness to employ, 0 = never", write=(0.0, 100.0))]
    example: Annotated[Array, f8("practice quality of trusted peers met lately")]
    freshness: Annotated[Array, f8("how much peers have to tell, 0-1", start=1.0, write=SHARE)]
    need_topic: Annotated[Array, i4("topic of the open problem, -1 none", start=NOBODY)]
    need_kind: Annotated[Array, i4(f"its kind within the topic, 0-{N_KINDS - 1}")]
    severity: Annotated[Array, f8("severity of the open problem, 0-1")]
    way_known: Annotated[
        Array, i4("1 = the owner has lived through its kind, or was told how by one who has")
    ]
    asked_month: Annotated[Array, i4("month in which linked groups were asked", start=NEVER)]
    lived: Annotated[Array, i4("bit mask per topic of kinds lived through", N_TOPICS)]
    opportunity: Annotated[Array, i4("months that an opportunity too big for one stays open")]
    opportunity_kind: Annotated[Array, i4("kind of venture that it is, -1 none", start=NOBODY)]
    prospect: Annotated[Array, f8("whether the table could seize it: 0 no, 1 well", write=SHARE)]
    asset_need: Annotated[Array, i4("asset needed and lacking, -1 none", start=NOBODY)]
    asset_months: Annotated[Array, i4("months that the asset is still needed")]
    lender: Annotated[Array, i4("row of the peer who lends it, -1 = rented", start=NOBODY)]
    lending_eur: Annotated[Array, f8("fees from peers who borrow assets this month, EUR")]
    idea: Annotated[Array, f8("chance of the product idea to succeed, 0 = no idea")]
    idea_months: Annotated[Array, i4("months until it comes to market")]
    products: Annotated[Array, f8("new products, fading to ordinary ones", write=(0.0, 1e6))]
    log_usual_eur: Annotated[Array, f8("log of usual demand, EUR/month", write=(0.0, 25.0))]
    employees: Annotated[Array, i4("employees, hands for the season apart", write=(0, 10_000))]
    fixed_term: Annotated[Array, i4("employees whose contract is for a time")]
    seasonal: Annotated[Array, i4("hands taken on for the season this month")]
    vacancies: Annotated[Array, i4("places fallen empty that the firm needs")]
    called_away: Annotated[Array, i4("employees whom other firms have hired, leaving next month")]
    hours_beside: Annotated[Array, f8("owner's hours of this month beside work and family")]
    hours_used: Annotated[Array, f8("owner's hours of this month used by the network")]
    hours_promised: Annotated[Array, f8("of these, promised to joint ventures")]
    travel_eur: Annotated[Array, f8("ways to this month's evening, EUR")]
    transitory: Annotated[Array, f8("attraction that comes and goes, log", write=LOG)]
    lasting: Annotated[Array, f8("attraction that lasts, log", write=LOG)]
    demand_eur: Annotated[Array, f8("demand before the local market is shared, EUR/month")]
    turnover_eur: Annotated[Array, f8("sales of the month, share of ventures' included, EUR")]
    load: Annotated[Array, f8("demand per capacity, six-month average", write=(0.0, 1e6))]
    cash_eur: Annotated[Array, f8("cash, EUR", write=MONEY)]
    usual_value_eur: Annotated[Array, f8("value added, 12-month average, EUR/month", write=MONEY)]
    usual_profit_eur: Annotated[
        Array, f8("profit before draw, 12-month average, EUR/month", write=MONEY)
    ]
    recent_profit_eur: Annotated[
        Array, f8("the same, average of the last months, EUR/month", write=MONEY)
    ]
    usual_income_eur: Annotated[
        Array, f8("owner's income, 36-month average, EUR/month", write=MONEY)
    ]
    exporting: Annotated[Array, i4("1 = has customers abroad", write=SHARE)]
    grown_month: Annotated[Array, i4("month of leaving the micro class", start=NEVER)]
    first_hire_month: Annotated[Array, i4("month of the first employee", start=NEVER)]
    # whom they know
    group: Annotated[Array, i4("group of which a member", start=NOBODY)]
    seat: Annotated[Array, i4("place in the group's tables", start=NOBODY)]
    joined_month: Annotated[Array, i4("month of first joining a group", start=NEVER)]
    belonging: Annotated[Array, f8("belonging to the group, 0-1", write=SHARE)]
    hosted_month: Annotated[Array, i4("month of last hosting", start=NEVER)]
    organised: Annotated[Array, f8("evenings organised lately", write=(0.0, 1e6))]
    met_month: Annotated[Array, i4("month of last attending", start=NEVER)]
    invited_trust: Annotated[Array, f8("trust in the member who invited, 0 = not invited")]
    tie_to: Annotated[
        Array,
        i4("rows of business ties, oldest first; at both ends", N_TIES, start=NOBODY),
    ]
    tie_strength: Annotated[Array, f8("strength of each, the same at both ends, 0-1", N_TIES)]
    tie_month: Annotated[Array, i4("month in which each arose", N_TIES, start=NEVER)]
    ties: Annotated[Array, i4("business ties")]
    supplier: Annotated[
        Array, i4("row of a contact made in a group from whom it buys", N_SUPPLIERS, start=NOBODY)
    ]
    suppliers: Annotated[Array, i4("how many they are")]
    ordered_eur: Annotated[Array, f8("ordered by contacts made in groups this month, EUR")]
    delivered_eur: Annotated[Array, f8("of that, sold to them this month, EUR")]
    from_contacts_eur: Annotated[Array, f8("bought of such contacts this month, EUR")]
    saving_share: Annotated[Array, f8("purchases saved by joint buying this month")]
    venture_sales_eur: Annotated[Array, f8("own share of joint ventures' sales this month, EUR")]
    venture_eur: Annotated[Array, f8("profit shared out by joint ventures this month, EUR")]
    # what is added up for the answers
    support_hours: Annotated[Array, f8("hours of support received")]
    support_month: Annotated[Array, i4("month of first support", start=NEVER)]
    fte_years: Annotated[Array, f8("work in FTE-years since month 0")]
    fte_years_pv: Annotated[Array, f8("the same, discounted to month 0")]
    turnover_total_eur: Annotated[Array, f8("turnover since month 0, EUR")]
    ventures: Annotated[Array, i4("ventures joined since month 0")]


class Groups(NamedTuple):
    """Local groups, one row each; members' tables are indexed by seat."""

    key: Annotated[Array, Column("uint64", (), 0, "identity")]
    settlement: Annotated[Array, i4("seat town: row of the settlement")]
    east_km: Annotated[Array, f8("km east")]
    north_km: Annotated[Array, f8("km north")]
    start_month: Annotated[Array, i4("month in which phase 1 begins")]
    arm: Annotated[Array, i4("which arm of the policy")]
    phase: Annotated[Array, i4("phase now, -1 none", start=NOBODY)]
    venue: Annotated[Array, i4("where it meets: 0 at members', 1 agency room, 2 online, 3 hybrid")]
    vacant: Annotated[Array, i4("1 = nobody in the post: adviser, researcher", 2)]
    holder: Annotated[Array, i4("how many have held the post before", 2)]
    turnout: Annotated[Array, f8("share of members who come, lately", start=1.0, write=SHARE)]
    process: Annotated[Array, f8("leading: share of its hours there, times the skill, 0-1")]
    prepared: Annotated[Array, f8("preparing, likewise")]
    recruiting: Annotated[Array, f8("recruiting, likewise")]
    documented: Annotated[Array, f8("documenting, likewise")]
    followed: Annotated[Array, f8("following up, likewise")]
    adviser_left: Annotated[Array, f8("adviser's hours that nothing has taken yet, hours")]
    researcher_left: Annotated[Array, f8("researcher's hours, likewise, hours")]
    advice_left: Annotated[Array, f8("adviser's hours for single clients, likewise, hours")]
    given_hours: Annotated[Array, f8("facilitators' hours given to the month's evening, hours")]
    recruited_hours: Annotated[Array, f8("facilitators' hours given to recruiting, hours")]
    linked: Annotated[Array, i4("1 = linked with the other groups of its arm")]
    organiser: Annotated[Array, i4("row of the member who organised the evening", start=NOBODY)]
    over: Annotated[Array, i4("1 = the group has dissolved")]
    idle_months: Annotated[Array, i4("months without a meeting")]
    eligible: Annotated[Array, i4("entrepreneurs within reach who may join")]
    free: Annotated[Array, i4("free seats when the month's invitations go out")]
    invited_share: Annotated[Array, f8("share of them invited this month, -1 = nobody may join")]
    met: Annotated[Array, i4("1 = met this month")]
    theme: Annotated[Array, i4("topic of the evening", start=NOBODY)]
    host: Annotated[Array, i4("row of the host", start=NOBODY)]
    came: Annotated[Array, i4("attendees this month")]
    table: Annotated[Array, i4("rows of attendees in seating order", SEATS, start=NOBODY)]
    activities: Annotated[Array, i4("activities of the evening")]
    activity: Annotated[Array, i4("what was done, in order", SLOTS, start=NOBODY)]
    minutes: Annotated[Array, f8("how long", SLOTS)]
    initiator: Annotated[Array, i4("row of who began it, -1 a facilitator", SLOTS, start=NOBODY)]
    partner: Annotated[Array, i4("row of who answered, -1 nobody", SLOTS, start=NOBODY)]
    subject: Annotated[Array, i4("topic, asset, decision or venture, -1 none", SLOTS, start=NOBODY)]
    change: Annotated[Array, f8("what changed for the initiator", SLOTS)]
    memo: Annotated[Array, i4("1 = a memo of the evening was written")]
    memo_topics: Annotated[Array, i4("bit mask of topics in the evening's memo")]
    memo_level: Annotated[
        Array, f8("best know-how written of in the group's memos", N_TOPICS, write=(0.0, 100.0))
    ]
    proposer: Annotated[Array, i4("row of who found partners for an opportunity", start=NOBODY)]
    proposal: Annotated[Array, i4("venture row proposed this month", start=NOBODY)]
    sessions: Annotated[Array, i4("one-on-one clients the adviser has time for this month")]
    size: Annotated[Array, i4("members")]
    member: Annotated[Array, i4("row of the member on each seat", SEATS, start=NOBODY)]
    attended: Annotated[Array, i4("1 = came this month", SEATS)]
    read: Annotated[Array, i4("1 = read the memo of the evening missed", SEATS)]
    remote: Annotated[Array, i4("1 = took part online", SEATS)]
    trust: Annotated[Array, f8("directed trust between seats", SEATS, SEATS, write=SHARE)]
    fit: Annotated[Array, f8("trust that a pair comes to have", SEATS, SEATS, write=SHARE)]
    aware: Annotated[
        Array, f8("how well one seat knows what another has and can", SEATS, SEATS, write=SHARE)
    ]


class Ventures(NamedTuple):
    """Joint ventures, a few slots per group."""

    type: Annotated[Array, i4("row of the type, -1 = free", start=NOBODY)]
    first_month: Annotated[Array, i4("first month of work", start=NEVER)]
    months_left: Annotated[Array, i4("months to go")]
    size: Annotated[Array, i4("partners")]
    partner: Annotated[Array, i4("rows of partners, the proposer first", PARTNERS, start=NOBODY)]
    share: Annotated[Array, f8("each partner's share, by stake paid; they sum to 1", PARTNERS)]
    works: Annotated[Array, i4("1 = pays off")]
    received_eur: Annotated[Array, f8("what each partner has got back and earned", PARTNERS)]
    paid_in_eur: Annotated[Array, f8("stakes paid in by those who are partners now, EUR")]
    cash_eur: Annotated[Array, f8("cash, EUR")]


class Ledger(NamedTuple):
    """Who paid whom this month and what happened; cleared when the month begins.

    Of all months it keeps a line for each thing that happens, as far as there is room for lines;
    only a traced run has any.
    """

    flow_eur: Array  # (ACCOUNTS, ACCOUNTS) float64, EUR by payer and payee
    events: Array  # (EVENTS,) counts, and hours of owners and facilitators
    lines: Array  # (room, LINE) float64, what happened, in order
    written: Array  # (2,) int64: lines that there would be had they all room; the month now


LINE = ("month", "kind", "entrepreneur", "other", "group", "subject", "minutes", "change")
"""What a line holds; ``kind`` is a place in EVENTS, or after them one of ASIDES."""


EVENTS = (
    "births",
    "insolvencies",
    "gave_up",
    "retired",
    "grown_out",
    "joined",
    "left",
    "meetings",
    "attendances",
    "invited_to_evening",
    "evenings_lapsed",
    "conversations",
    "ties_made",
    "problems_solved",
    "advice_sessions",
    "ventures_started",
    "ventures_paid_off",
    "ventures_failed",
    "first_hires",
    "hired_jobless",
    "hired_from_firms",
    "hired_from_other_jobs",
    "hired_from_elsewhere",
    "staff_left",
    "export_entries",
    "owner_hours",
    *(f"did_{name}" for name in ACTIVITIES),
    "solved_together",
    "assets_shared",
    "memos_written",
    "consultations",
    "requests_made",
    "requests_answered",
    "posts_answered",
    "ideas",
    "products_launched",
    "quarrels",
    "facilitators_left",
    "group_hours_paid",
    "group_hours_used",
    "group_hours_unused",
    "advice_hours_paid",
    "advice_hours_used",
    "advice_hours_unused",
    "suppliers_found",
)
(
    BIRTHS,
    INSOLVENCIES,
    GAVE_UPS,
    RETIREMENTS,
    GROWN_OUT,
    JOINED,
    LEFT,
    MEETINGS,
    ATTENDANCES,
    INVITED_TO_EVENING,
    EVENINGS_LAPSED,
    CONVERSATIONS,
    TIES_MADE,
    PROBLEMS_SOLVED,
    ADVICE_SESSIONS,
    VENTURES_STARTED,
    VENTURES_PAID_OFF,
    VENTURES_FAILED,
    FIRST_HIRES,
    HIRED_JOBLESS,
    HIRED_FROM_FIRMS,
    HIRED_FROM_OTHER_JOBS,
    HIRED_FROM_ELSEWHERE,
    STAFF_LEFT,
    EXPORT_ENTRIES,
    OWNER_HOURS,
    *_,
) = range(len(EVENTS))
DONE = OWNER_HOURS + 1
"""First of the counts of the eleven activities."""
(
    SOLVED_TOGETHER,
    ASSETS_SHARED,
    MEMOS_WRITTEN,
    CONSULTATIONS,
    REQUESTS_MADE,
    REQUESTS_ANSWERED,
    POSTS_ANSWERED,
    IDEAS,
    PRODUCTS_LAUNCHED,
    QUARRELS,
    FACILITATORS_LEFT,
    GROUP_HOURS_PAID,
    GROUP_HOURS_USED,
    GROUP_HOURS_UNUSED,
    ADVICE_HOURS_PAID,
    ADVICE_HOURS_USED,
    ADVICE_HOURS_UNUSED,
    SUPPLIERS_FOUND,
) = range(DONE + len(ACTIVITIES), len(EVENTS))
