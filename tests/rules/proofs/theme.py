"""The theme of an evening."""

from talkoot.agents.setting import BY_FACILITATOR, BY_HOST
from talkoot.agents.theme import host_sets_theme, known_of_topic, members_steer

from ..proof import Proof, eg

PROOFS = (
    Proof(
        host_sets_theme,
        [
            eg(True, agenda=BY_HOST, hosted=True),
            eg(False, agenda=BY_HOST, hosted=False),
            eg(False, agenda=BY_FACILITATOR, hosted=True),
            eg(False, agenda=BY_FACILITATOR, hosted=False),
        ],
        rises_with="hosted",
    ),
    Proof(
        members_steer,
        [
            eg(True, agenda_of_host=False, steering=1),
            eg(False, agenda_of_host=False, steering=0),
            eg(False, agenda_of_host=True, steering=1),
            eg(False, agenda_of_host=True, steering=0),
        ],
        rises_with="steering",
        falls_with="agenda_of_host",
    ),
    Proof(
        known_of_topic,
        [
            eg(0.3, steered=False, is_problem=True, severity=0.8, expertise=0.3),
            eg(-0.8, steered=True, is_problem=True, severity=0.8, expertise=0.3),
            eg(0.0, steered=True, is_problem=False, severity=0.8, expertise=0.3),
        ],
        rises_with="expertise",
        falls_with="is_problem severity",
        between=(-1.0, 1.0),
        claims={
            "a facilitator alone looks at know-how only": lambda c: (
                c(steered=False, is_problem=True) == c(steered=False, is_problem=False)
            ),
            "members look at problems only": lambda c: (
                c(steered=True, expertise=0.0) == c(steered=True, expertise=1.0)
            ),
        },
    ),
)
