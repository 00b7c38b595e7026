"""Meeting memos in words: one for every evening on which somebody wrote one."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from talkoot.agents.activity_list import ACTIVITIES
from talkoot.scenarios.region import Region

from .event_sentences import Narrator, subject_in_words


def memos(events: pd.DataFrame, region: Region, words: Narrator) -> str:
    """Return the memos of a run as Markdown, in the order of months and groups."""
    pages = []
    for _, evening in events[events["group"] >= 0].groupby(["month", "group"], sort=True):
        done = evening[evening["kind"].isin(ACTIVITIES)].to_dict("records")
        met = evening[evening["kind"] == "meeting"].to_dict("records")
        if met and any(event["kind"] == "documenting" for event in done):
            pages.append(memo(met[0], done, region, words))
    return escape("\n".join(pages), quote=False)  # a town's name is a user's text


def memo(
    met: Mapping[Any, Any], done: list[dict[Any, Any]], region: Region, words: Narrator
) -> str:
    """Return one evening's memo."""
    month, group, host = met["month"], met["group"], met["entrepreneur"]
    town = region.settlements[region.seats[group]]
    where = f"at the premises of {words.name(host)}" if host >= 0 else "at no member's premises"
    lines = [
        f"## Group {group}, {town}: month {month % 12 + 1} of year {month // 12 + 1}",
        "",
        f"{met['change']:.0f} members met {where}. Theme: {subject_in_words(met['subject'])}.",
        "",
    ]
    lines += [
        f"- {event['minutes']:.0f} min, {event['kind'].replace('_', ' ')}: {words.activity(event)}"
        for event in done
    ]
    return "\n".join([*lines, ""])
