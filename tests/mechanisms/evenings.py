"""Evenings in the small: a group that meets every month and has nothing else to do than talk."""

from talkoot.agents.columns import SLOTS

MEETS = {"interval_months": 1, "adviser_hours": 6.0}
"""A phase in which a facilitator has just the hours to lead an evening every month."""

TALKS = {
    # Encouraging those who hesitate, at no effect, fills an evening with activities, and once in
    # each everybody talks; as many hesitate as there are places for activities.
    "inclination_growing_confidence": 1.0,
    "growth_steps": 0.0,
    "hesitant_below": 1.0,
    "minutes_growing_confidence": 5.0,
    "meeting_hours": 2.0,
    "conversations": float(SLOTS),
    "trust_start": 1.0,
}
"""Everybody trusts everybody and has a talk in each of up to 12 activities."""
