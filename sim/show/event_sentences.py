"""Events in words."""

from collections.abc import Mapping
from typing import Any

from talkoot.agents.activity_list import ACTIVITY_LIST
from talkoot.agents.columns import NOBODY, SECTORS, STATUSES
from talkoot.agents.contact_kinds import CONTACT_KINDS
from talkoot.agents.topics import N_KINDS, PROBLEMS, TOPICS
from talkoot.scenarios.region import Region
from talkoot.sim.engine.month import State

from .grades import GRADES, graded

ABOUT_LIFE = {
    "founded": "founded the firm",
    "closed": "closed down ({subject})",
    "joined": "joined the group",
    "left": "left the group",
    "grown_out": "grew out of the micro class",
    "first_hire": "became an employer{argued}",
    "hired": "hired {change:.0f}",
    "hired_away": "took on somebody who leaves {whom}",
    "staff_left": "was left by an employee",
    "dismissed": "dismissed {drop:.0f}",
    "problem": "met a problem with {subject}",
    "problem_solved": "put a problem with {subject} behind",
    "idea": "had a product idea",
    "idea_failed": "gave up a product idea",
    "product_launched": "brought a new product to market",
    "export_entry": "won customers abroad{contact}",
    "tie": "has a new business contact, {whom}",
    "tie_lost": "lost a business contact, {whom}",
    "advice_session": "saw an adviser about {subject}",
    "consultation": "saw the researcher about {subject}",
    "post_answered": "heard from {whom} on social media how to deal with {subject}",
    "request_made": "asked other groups about a problem with {subject}: nobody there had lived it",
    "request_answered": "heard from {by} how to deal with a problem with {subject}, {waited}",
    "venture_started": "began {subject} with {change:.0f} partners",
    "venture_paid_off": "ended {subject} that paid off, and got {change:,.0f} EUR in all",
    "venture_failed": "ended {subject} that failed, and got {change:,.0f} EUR back",
    "partner_started": "began {subject} with {change:.0f} partners, as {whom} had proposed",
    "partner_paid_off": "ended {subject} that paid off, and got {change:,.0f} EUR in all",
    "partner_failed": "ended {subject} that failed, and got {change:,.0f} EUR back",
    "bought_out": "was bought out of {subject} for {change:,.0f} EUR",
    "quarrel": "fell out with {whom}",
    "refused": "refused to join {subject} that {whom} had proposed",
    "supplier": "began to buy from {whom}",
    "supplier_lost": "buys no longer from {whom}",
    "meeting": "hosted the meeting on {subject}: {change:.0f} came",
}
TOLD, BEGAN, ANSWERED = (
    {one.name: getattr(one, words) for one in ACTIVITY_LIST}
    for words in ("told", "began", "answered")
)
"""Activities in words: in an evening, in the life of who began it, of who answered."""
GAP = "; nobody there had lived through a problem with {} of the kind that a member has"
IN_A_LIFE = [*ABOUT_LIFE, *BEGAN]
"""Kinds told in a life; the others are told by these, or are of every evening and too many."""

PAIRS = {"sales_marketing", "pricing_offers", "operations_logistics"}
"""Topics that are two things, so that `digital_tools` stays one."""
BARE = {"", "growth", "sales_premises", *TOPICS, *CONTACT_KINDS, *STATUSES}
BARE |= {"joint_purchasing", "shared_sales_premises", "software_codevelopment"}
"""Subjects that take no article."""


def subject_in_words(word: str) -> str:
    """Return a subject as people say it.

    >>> subject_in_words("export_8")
    'export (kind 8 of 8)'
    >>> [subject_in_words(word) for word in ("sales_marketing", "digital_tools", "road_trip")]
    ['sales and marketing', 'digital tools', 'a road trip']
    """
    if word in PROBLEMS:
        topic, _, kind = word.rpartition("_")
        return f"{subject_in_words(topic)} (kind {kind} of {N_KINDS})"
    if word in PAIRS:
        return word.replace("_", " and ")
    words = word.replace("_", " ")
    if word in BARE:
        return words
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"


class Narrator:
    """Tells events of one run in sentences."""

    def __init__(self, region: Region, state: State) -> None:
        self.region, self.firms = region, state.firms

    def name(self, row: int) -> str:
        """Return an entrepreneur in words: ``the transport firm no. 7 of Kuhmo``."""
        if row == NOBODY:
            return "the facilitator"
        trade = SECTORS[self.firms.sector[row]].replace("_", " and ")
        trade = trade.replace("expert and services", "expert services")
        town = self.region.settlements[self.firms.settlement[row]]
        return f"the {trade} firm no. {row} of {town}"

    def activity(self, event: Mapping[Any, Any]) -> str:
        """Return one activity of an evening as a sentence."""
        sentence = TOLD[event["kind"]].format(**self._parts(event))
        return sentence[0].upper() + sentence[1:] + "."

    def life(self, event: Mapping[Any, Any], row: int) -> str:
        """Return an event as a clause about entrepreneur ``row``."""
        sentences = ANSWERED if event["other"] == row and event["entrepreneur"] != row else BEGAN
        kind = event["kind"]
        text = ABOUT_LIFE[kind] if kind in ABOUT_LIFE else sentences[kind]
        return text.format(**self._parts(event))

    def _parts(self, event: Mapping[Any, Any]) -> dict[str, Any]:
        change, other = event["change"], event["other"]
        ago = f" {change:.0f} month{'s' * (change > 1)} before" if change > 0 else ""
        return {
            "who": self.name(event["entrepreneur"]),
            "whom": self.name(other) if other != NOBODY else "nobody",
            "subject": subject_in_words(event["subject"]),
            **{name: graded(name, change) for name in GRADES},
            "change": change,
            "drop": -change,
            "lent": " and lent it" if change > 0.0 else " but did not lend it",
            "some": "some" if change > 0.0 else "none",
            "argued": f", for which {self.name(other)} had argued{ago}" if other != NOBODY else "",
            "contact": f", with a contact of {self.name(other)}" if other != NOBODY else "",
            "by": self.name(other) if other != NOBODY else "the university",
            "waited": f"{change:.0f} months after asking" if change > 0 else "in the same month",
            "gap": GAP.format(subject_in_words(event["subject"])) if event["subject"] else "",
            "found": f"; {self.name(other)} became a customer" if other != NOBODY else "",
        }
