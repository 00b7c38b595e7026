"""Minutes of activities, and how readily each is taken up, by number."""

from talkoot.agents.activity_list import ACTIVITIES
from talkoot.agents.activity_numbers import inclination, minutes_of

from ..proof import Proof, eg

KINDS = range(len(ACTIVITIES))
MINUTES = {f"minutes_{name}": 20.0 + k for k, name in enumerate(ACTIVITIES)}
INCLINED = {f"inclination_{name}": 1.0 + k / 10 for k, name in enumerate(ACTIVITIES)}

PROOFS = (
    Proof(
        minutes_of,
        [eg(20.0 + k, activity=k, **MINUTES) for k in KINDS],
        between=(5.0, 90.0),
    ),
    Proof(
        inclination,
        [eg(1.0 + k / 10, activity=k, **INCLINED) for k in KINDS],
        between=(0.0, 5.0),
    ),
)
