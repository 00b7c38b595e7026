"""When a member leaves, and when a group is over."""

from talkoot.agents.dissolving import has_dissolved, leaves

from ..proof import Proof, eg

PROOFS = (
    Proof(
        leaves,
        [
            eg(True, belonging=0.19, leave_below=0.2),
            eg(False, belonging=0.2, leave_below=0.2),
            eg(False, belonging=0.9, leave_below=0.2),
        ],
        rises_with="leave_below",
        falls_with="belonging",
        claims={"who belongs in full stays": lambda c: c(belonging=1.0) is False},
    ),
    Proof(
        has_dissolved,
        [
            eg(False, idle_months=8, members=5, dissolve_months=9.0),
            eg(True, idle_months=9, members=5, dissolve_months=9.0),
            eg(True, idle_months=20, members=1, dissolve_months=9.0),
            eg(False, idle_months=20, members=0, dissolve_months=9.0),  # nobody, so no group
        ],
        rises_with="idle_months members",
        falls_with="dissolve_months",
        claims={"a group that meets lives": lambda c: c(idle_months=0) is False},
    ),
)
