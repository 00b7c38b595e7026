"""Facilitators' hours: what they suffice for, what they bring."""

from math import inf

from talkoot.agents.facilitator import (
    adviser_knows,
    chance_to_ask_advice,
    consultant_knows,
    contact_with_client,
    focus,
    is_researcher_topic,
    researcher_knows,
    talks_in_session,
    talks_with_client,
    worth_consulting,
)
from talkoot.agents.topics import DIGITAL, N_TOPICS, PRICING, PRODUCT

from ..proof import Proof, eg, near, reads

RESEARCHED = {PRICING, DIGITAL, PRODUCT}
KNOWN = {"researcher_expertise": 0.85, "adviser_expertise": 0.65}

PROOFS = (
    Proof(
        focus,
        [
            eg(0.35, quality=0.0, focus_alone=0.35, focus_facilitated=0.4),
            eg(0.55, quality=0.5, focus_alone=0.35, focus_facilitated=0.4),
            eg(0.75, quality=1.0, focus_alone=0.35, focus_facilitated=0.4),
            eg(1.0, quality=1.0, focus_alone=0.7, focus_facilitated=0.5),  # all talks
        ],
        rises_with="quality focus_alone focus_facilitated",
        between=(0.1, 1.0),
        claims={"unled it is what it is": lambda c: c(quality=0.0) == c.focus_alone},
    ),
    Proof(
        is_researcher_topic,
        [eg(topic in RESEARCHED, topic=topic) for topic in range(N_TOPICS)],
        between=(0, 1),
    ),
    Proof(
        consultant_knows,
        [eg(0.85 if topic in RESEARCHED else 0.65, topic=topic, **KNOWN) for topic in range(8)],
        rises_with="researcher_expertise adviser_expertise",
        between=(0.4, 1.0),
    ),
    Proof(
        worth_consulting,
        [
            eg(0.1, weight=0.2, known=0.85, own=0.35),
            eg(0.0, weight=0.2, known=0.5, own=0.6),
        ],
        rises_with="weight known",
        falls_with="own",
        between=(0.0, 1.0),
        claims={
            "who knows as much needs none": lambda c: c(own=c.known) == 0.0,
            "a topic without weight needs none": lambda c: c(weight=0.0) == 0.0,
        },
    ),
    Proof(
        talks_with_client,
        # two talks in four hours: half a talk an hour, rounded
        [
            eg(
                talks,
                client_contact_hours=hours,
                consulting_talks=2.0,
                consulting_session_hours=4.0,
            )
            for hours, talks in ((10.0, 5), (10.94, 5), (11.06, 6), (4.0, 2))
        ],
        rises_with="client_contact_hours consulting_talks",
        falls_with="consulting_session_hours",
        between=(0, inf),
        claims={
            "an hour with a client is an hour with a consultant": lambda c: (
                abs(c() - c.client_contact_hours * c.consulting_talks / c.consulting_session_hours)
                <= 0.5 + 1e-9
            )
        },
    ),
    Proof(
        chance_to_ask_advice,
        [eg(0.06, severity=0.5, ask_rate=0.12), eg(0.12, severity=1.0, ask_rate=0.12)],
        rises_with="severity ask_rate",
        between=(0.0, 1.0),
        claims={
            "no problem, no question": lambda c: c(severity=0.0) == 0.0,
            "half the problem, half the chance": lambda c: near(
                c(severity=0.5 * c.severity), 0.5 * c()
            ),
        },
    ),
    reads(researcher_knows, researcher_expertise=0.85),
    reads(adviser_knows, adviser_expertise=0.65),
    reads(talks_in_session, consulting_talks=2.6, gives=3),
    reads(contact_with_client, client_contact_hours=11.0),
)
