"""The list of activities (Wenger 1998): one row each of ``activities.csv`` beside this file.

Parameters, ablation elements, event counts, units and sentences are made from it. What an activity
does stands in ``sim/engine/activity_<name>.py``; docs/extending.md tells how to add one.
"""

import csv
from importlib.resources import files
from typing import NamedTuple

SUBJECTS = ("none", "topic", "asset", "decision", "contact", "venture")
NO_SUBJECT, TOPIC, ASSET, DECISION, CONTACT, VENTURE = range(len(SUBJECTS))


class Activity(NamedTuple):
    """One activity of an evening."""

    name: str
    doing: str  # in words, as a noun: "looking round the host's premises"
    minutes: float  # of an evening that it takes
    inclination: float  # how readily a group takes it up when it is possible
    status: str  # of both numbers, as in the parameter table
    source: str
    shows_weakness: bool  # done among people whom one trusts
    methodical: bool  # brought to the table by who leads the evening
    works_on: str  # what it changes that other activities look for; empty: nothing
    subject: str  # what it is about: one of SUBJECTS
    unit: str  # of what changed for who began it
    meaning: str  # of its event
    told: str  # a sentence, in an evening's memo
    began: str  # a clause, in the life of who began it
    answered: str  # a clause, in the life of who answered; empty: nobody does


def _read() -> tuple[Activity, ...]:
    table = (files(__package__) / "activities.csv").read_text("utf-8")
    listed = []
    for row in csv.DictReader(table.splitlines()):
        numbers = {key: float(row[key]) for key in ("minutes", "inclination")}
        truths = {key: row[key] == "1" for key in ("shows_weakness", "methodical")}
        name = row.pop("activity")
        listed.append(Activity(name=name, **{**row, **numbers, **truths}))  # type: ignore[arg-type]
    return tuple(listed)


ACTIVITY_LIST = _read()
ACTIVITIES = tuple(activity.name for activity in ACTIVITY_LIST)


def number_of(name: str) -> int:
    """Return an activity's place in the list, which is its number in the columns.

    >>> ACTIVITIES[number_of("visits")]
    'visits'
    """
    return ACTIVITIES.index(name)
