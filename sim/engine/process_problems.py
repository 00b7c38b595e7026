"""Problems arise in a firm and are solved by its own know-how."""

from talkoot.agents.arithmetic import pick_by_share
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NOBODY, PROBLEMS_SOLVED, Array, Firms, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import chance_of_problem, chance_to_solve, severity_at_start
from talkoot.agents.purposes import (
    PROBLEM,
    PROBLEM_KIND,
    SOLVE,
)
from talkoot.agents.setting import Environment

from .tracker_events import PROBLEM_MET, count_event, trace_event


@kernel
def meet_problems(
    p: Parameters, month: int, active: Array, environment: Environment, firms: Firms, ledger: Ledger
) -> None:
    """Let problems arise, mostly in the sector's important topics, and be solved by know-how."""
    for i in active:
        t = firms.need_topic[i]
        if t == NOBODY:
            u = uniform(firms.key[i], month, PROBLEM)
            if u < chance_of_problem(p):
                kind = uniform(firms.key[i], month, PROBLEM_KIND)
                t = pick_by_share(kind, environment.topic_weight[firms.sector[i]])
                firms.need_topic[i] = t
                firms.severity[i] = severity_at_start(p, u)
                trace_event(
                    ledger, PROBLEM_MET, i, firms.group[i], subject=t, change=firms.severity[i]
                )
            continue
        chance = chance_to_solve(p, firms.expertise[i, t], firms.severity[i])
        if uniform(firms.key[i], month, SOLVE) < chance:
            firms.need_topic[i] = NOBODY
            firms.severity[i] = 0.0
            firms.lived[i] |= 1 << t
            count_event(ledger, PROBLEMS_SOLVED, i, firms.group[i], subject=t)
