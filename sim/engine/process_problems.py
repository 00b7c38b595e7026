"""Problems arise in a firm, are solved by its own know-how, and have then been lived through."""

from talkoot.agents.arithmetic import has_bit, pick_by_share
from talkoot.agents.chance import uniform
from talkoot.agents.columns import NEVER, NOBODY, PROBLEMS_SOLVED, Array, Firms, Ledger
from talkoot.agents.compiled import kernel
from talkoot.agents.kinds import kind_of_problem, know_how_of_kind
from talkoot.agents.parameters import Parameters
from talkoot.agents.problems import chance_of_problem, chance_to_solve, severity_at_start
from talkoot.agents.purposes import (
    KIND,
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
                what = uniform(firms.key[i], month, PROBLEM_KIND)
                t = pick_by_share(what, environment.topic_weight[firms.sector[i]])
                kind = kind_of_problem(p, uniform(firms.key[i], month, KIND))
                firms.need_topic[i] = t
                firms.need_kind[i] = kind
                firms.way_known[i] = 1 if has_bit(firms.lived[i, t], kind) else 0
                firms.severity[i] = severity_at_start(p, u)
                trace_event(
                    ledger, PROBLEM_MET, i, firms.group[i], subject=t, change=firms.severity[i]
                )
            continue
        way_known = firms.way_known[i] == 1
        chance = chance_to_solve(p, firms.expertise[i, t], firms.severity[i], way_known)
        if uniform(firms.key[i], month, SOLVE) < chance:
            put_behind(i, firms)
            count_event(ledger, PROBLEMS_SOLVED, i, firms.group[i], subject=t)


@kernel
def put_behind(i: int, firms: Firms) -> None:
    """End a firm's open problem: its owner has lived through one of the kind."""
    firms.lived[i, firms.need_topic[i]] |= 1 << firms.need_kind[i]
    firms.need_topic[i] = NOBODY
    firms.need_kind[i] = 0
    firms.severity[i] = 0.0
    firms.way_known[i] = 0
    firms.asked_month[i] = NEVER


@kernel
def has_lived_like(j: int, i: int, firms: Firms) -> bool:
    """Tell whether one has lived through the kind of another's open problem."""
    return has_bit(firms.lived[j, firms.need_topic[i]], firms.need_kind[i])


@kernel
def help_worth(p: Parameters, j: int, i: int, firms: Firms) -> float:
    """Return what one's know-how is worth for another's open problem."""
    know_how = firms.expertise[j, firms.need_topic[i]]
    return know_how_of_kind(p, know_how, has_lived_like(j, i, firms))


@kernel
def hear_the_way(i: int, j: int, firms: Firms) -> None:
    """Let an owner hear how another got through a problem of the kind, if the other has."""
    if has_lived_like(j, i, firms):
        firms.way_known[i] = 1
