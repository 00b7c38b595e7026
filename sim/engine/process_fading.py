"""Fading: what own work does not sustain is forgotten; trust and belonging need contact."""

from talkoot.agents.awareness import awareness_after_month
from talkoot.agents.columns import ACTIVE, NOBODY, SEATS, Array, Firms, Groups
from talkoot.agents.compiled import kernel
from talkoot.agents.contacts import N_CONTACTS, contacts_after_month
from talkoot.agents.entrepreneur import confidence_after_month
from talkoot.agents.hiring import attitude_after_month
from talkoot.agents.learning import (
    example_after_month,
    expertise_after_month,
    freshness_after_month,
    practice_after_month,
)
from talkoot.agents.market import products_after_month
from talkoot.agents.meeting import organised_after_month
from talkoot.agents.parameters import Parameters
from talkoot.agents.topics import N_TOPICS
from talkoot.agents.trust import belonging_after_month, giving_after_month, trust_after_month


@kernel
def fade(p: Parameters, active: Array, firms: Firms) -> None:
    """Let know-how, practice, contacts and confidence go back towards what the owner sustains."""
    for i in active:
        if firms.status[i] != ACTIVE:
            continue
        for t in range(N_TOPICS):
            sustained = firms.sustained[i, t]
            firms.expertise[i, t] = expertise_after_month(p, firms.expertise[i, t], sustained)
            firms.practice[i, t] = practice_after_month(p, firms.practice[i, t], sustained)
        for kind in range(N_CONTACTS):
            firms.contacts[i, kind] = contacts_after_month(p, firms.contacts[i, kind])
        firms.products[i] = products_after_month(p, firms.products[i])
        firms.example[i] = example_after_month(p, firms.example[i])
        firms.freshness[i] = freshness_after_month(p, firms.freshness[i])
        firms.confidence[i] = confidence_after_month(
            p, firms.confidence[i], firms.usual_confidence[i]
        )
        firms.attitude[i] = attitude_after_month(
            p, firms.attitude[i], firms.usual_attitude[i], firms.employees[i]
        )


@kernel
def grow_apart(p: Parameters, month: int, firms: Firms, groups: Groups) -> None:
    """Let trust and belonging fade between those who did not sit together this month.

    What members have done for each other is remembered for a while, too.
    """
    for g in range(groups.key.size):
        if groups.size[g] == 0:
            continue
        for s in range(SEATS):
            i = groups.member[g, s]
            if i == NOBODY:
                continue
            firms.organised[i] = organised_after_month(p, firms.organised[i])
            firms.given[i] = giving_after_month(p, firms.given[i])
            firms.taken[i] = giving_after_month(p, firms.taken[i])
            if firms.met_month[i] != month:
                firms.belonging[i] = belonging_after_month(p, firms.belonging[i])
            for o in range(SEATS):
                apart = groups.attended[g, s] == 0 or groups.attended[g, o] == 0
                if apart and groups.member[g, o] != NOBODY:
                    groups.trust[g, s, o] = trust_after_month(p, groups.trust[g, s, o])
                    groups.aware[g, s, o] = awareness_after_month(p, groups.aware[g, s, o])
