"""The events of a traced run as a table: which kinds there are, and what each of them means."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from talkoot.agents.activity_list import ACTIVITY_LIST
from talkoot.agents.columns import ASSETS, EVENTS, SECTORS, STATUSES, Firms, Ledger
from talkoot.agents.contact_kinds import CONTACT_KINDS
from talkoot.agents.dissolving import CAUSES
from talkoot.agents.facilitator_posts import POSTS
from talkoot.agents.topics import PROBLEMS, TOPICS
from talkoot.scenarios.region import Region
from talkoot.sim.engine.tracker_events import ASIDES

DECISIONS = ("first_hire", "growth")
VENTURES = ("name of the type of venture",)
"""Stands for the types that a run was given."""


class Kind(NamedTuple):
    """A kind of event; ``figure`` is the one of months.csv that is the number of such events."""

    figure: str  # empty: told, not counted
    name: str
    subject: tuple[str, ...]  # what the subject is one of; empty: none
    unit: str  # of the change; empty: none
    meaning: str


SUBJECTS_OF = {
    "none": (),
    "topic": TOPICS,
    "asset": ASSETS,
    "decision": DECISIONS,
    "contact": CONTACT_KINDS,
    "venture": VENTURES,
}
"""What an activity's subject is one of."""
KINDS = (
    Kind("births", "founded", (), "", "founded the firm"),
    Kind("insolvencies", "closed", STATUSES, "", "closed the firm; subject: insolvent"),
    Kind("gave_up", "closed", STATUSES, "", "closed the firm; subject: gave_up"),
    Kind("retired", "closed", STATUSES, "", "closed the firm; subject: retired"),
    Kind("grown_out", "grown_out", (), "employees", "grew out of the micro class and its group"),
    Kind("joined", "joined", (), "", "joined the group"),
    Kind("left", "left", (), "", "left the group, or it dissolved"),
    Kind("meetings", "meeting", TOPICS, "attendees", "hosted the meeting; -1: it met elsewhere"),
    Kind("attendances", "attended", TOPICS, "", "came to the meeting; other: the host"),
    Kind("invited_to_evening", "invited", TOPICS, "", "was asked to the meeting; other: the host"),
    Kind(
        "evenings_lapsed",
        "evening_lapsed",
        TOPICS,
        "",
        "would have hosted, and too few came; or organised it, and nobody hosted",
    ),
    Kind("conversations", "conversation", TOPICS, "know-how", "talked with other and learnt"),
    Kind("ties_made", "tie", (), "", "made other a business contact"),
    Kind("problems_solved", "problem_solved", TOPICS, "severity", "solved it; other: a helper"),
    Kind("advice_sessions", "advice_session", TOPICS, "", "saw an adviser one-on-one"),
    Kind("ventures_started", "venture_started", VENTURES, "partners", "began one, as proposer"),
    Kind("ventures_paid_off", "venture_paid_off", VENTURES, "EUR", "got so much, as first"),
    Kind("ventures_failed", "venture_failed", VENTURES, "EUR", "got so much, as first"),
    Kind(
        "first_hires",
        "first_hire",
        (),
        "months",
        "hired for the first time; other: who last argued for it, so long before",
    ),
    Kind("hired_jobless", "hired_jobless", (), "", "took on somebody without a job"),
    Kind("hired_from_firms", "hired_away", (), "", "took on somebody of other's, who leaves there"),
    Kind("hired_from_other_jobs", "hired_from_job", (), "", "took on somebody from another job"),
    Kind("hired_from_elsewhere", "hired_newcomer", (), "", "took on somebody from elsewhere"),
    Kind("staff_left", "staff_left", (), "employees", "was left by an employee"),
    Kind(
        "export_entries",
        "export_entry",
        (),
        "",
        "won customers abroad; other: by whose contact",
    ),
    *(
        Kind(f"did_{one.name}", one.name, SUBJECTS_OF[one.subject], one.unit, one.meaning)
        for one in ACTIVITY_LIST
    ),
    Kind("solved_together", "solved_together", TOPICS, "severity", "solved it at the meeting"),
    Kind("assets_shared", "asset_shared", ASSETS, "", "borrowed it from other"),
    Kind("memos_written", "memo_written", TOPICS, "know-how", "wrote the memo"),
    Kind("consultations", "consultation", TOPICS, "", "saw the researcher"),
    Kind("requests_made", "request_made", PROBLEMS, "severity", "asked what nobody present knew"),
    Kind(
        "requests_answered",
        "request_answered",
        PROBLEMS,
        "months",
        "was told how; -1: by university",
    ),
    Kind("posts_answered", "post_answered", TOPICS, "", "heard from other on social media"),
    Kind("ideas", "idea", (), "", "had a product idea"),
    Kind("products_launched", "product_launched", (), "", "brought a new product to market"),
    Kind("quarrels", "quarrel", (), "", "fell out with other at the meeting"),
    Kind("facilitators_left", "facilitator_left", POSTS, "", "the group's facilitator left"),
    Kind("suppliers_found", "supplier", (), "", "began to buy from other, a contact"),
    Kind("", "problem", TOPICS, "severity", "met a problem"),
    Kind("", "idea_failed", (), "", "gave the product idea up"),
    Kind("", "hired", (), "employees", "hired"),
    Kind("", "dismissed", (), "employees", "dismissed"),
    Kind("", "tie_lost", (), "", "lost the business contact with other"),
    Kind("", "partner_started", VENTURES, "partners", "began a venture; other: the proposer"),
    Kind("", "partner_paid_off", VENTURES, "EUR", "got so much; other: the first partner"),
    Kind("", "partner_failed", VENTURES, "EUR", "got so much; other: the first partner"),
    Kind("", "bought_out", VENTURES, "EUR", "closed, and was paid its share of a venture"),
    Kind("", "group_over", CAUSES, "", "the group dissolved"),
    Kind("", "memo_read", TOPICS, "know-how", "missed the meeting and read its memo"),
    Kind("", "refused", VENTURES, "", "would not join; other: the proposer"),
    Kind("", "supplier_lost", (), "", "buys no longer from other"),
)
"""All kinds. EVENTS also adds up hours, which are amounts and have no events."""


def table_of(ledger: Ledger, types: list[str]) -> pd.DataFrame:
    """Return the lines of a traced run's ledger in words; ``types`` names the ventures' types."""
    lines, codes = ledger.lines, (*EVENTS, *ASIDES)
    month, code, entrepreneur, other, group, subject = lines[:, :6].astype(np.int64).T
    name, about, unit = (np.full(len(lines), "", dtype=object) for _ in range(3))
    for kind in KINDS:
        these = code == codes.index(kind.figure or kind.name)
        words = tuple(types) if kind.subject is VENTURES else kind.subject
        name[these], unit[these] = kind.name, kind.unit
        about[these] = np.array([*words, ""], dtype=object)[subject[these]]
    return pd.DataFrame(
        {
            "month": month,
            "kind": name,
            "entrepreneur": entrepreneur,
            "other": other,
            "group": group,
            "minutes": lines[:, 6],
            "subject": about,
            "change": lines[:, 7],
            "unit": unit,
        }
    )


def people(firms: Firms, region: Region) -> pd.DataFrame:
    """Return who the numbers of entrepreneurs stand for, a row each."""
    return pd.DataFrame(
        {
            "entrepreneur": np.arange(firms.key.size),
            "key": firms.key,
            "sector": np.array(SECTORS)[firms.sector],
            "settlement": np.array(region.settlements)[firms.settlement],
            "founded": firms.founded,
        }
    )
