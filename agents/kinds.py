"""Kinds of problems within a topic: how often each comes, and who has lived through it.

Some problems everybody meets, others hardly anybody: a sales slump, a tax treaty with Norway. Who
has lived through a kind can tell how; general know-how of the topic helps only in part. An owner
has lived through a kind as a problem of the firm, or knows it from the trade's daily work: each
trade is at home in one kind of each topic. ``lived`` is a bit mask of kinds for each topic.
"""

from math import exp

from .chance import uniform
from .compiled import rule
from .parameters import Parameters
from .problems import chance_to_solve
from .purposes import AT_HOME, LIVED, STUDIED
from .topics import N_KINDS

UNIVERSITY = 0
"""Its key: what it has studied is the same in every replication and under every policy."""


@rule
def frequency_of_kind(p: Parameters, kind: int) -> float:
    """Return how often problems of a topic are of a kind, by its rank from 0; Zipf's law.

    >>> from talkoot.agents.parameters import parameters
    >>> common, rare = (frequency_of_kind(parameters(kind_exponent=1.0), k) for k in (0, 7))
    >>> round(common / rare, 9)
    8.0
    """
    total = 0.0
    for other in range(N_KINDS):
        total += (other + 1.0) ** -p.kind_exponent
    return (kind + 1.0) ** -p.kind_exponent / total


@rule
def kind_of_problem(p: Parameters, u: float) -> int:
    """Turn a uniform draw into a new problem's kind, the commonest first.

    >>> from talkoot.agents.parameters import parameters
    >>> [kind_of_problem(parameters(kind_exponent=0.0), u) for u in (0.1, 0.13, 1.0)]
    [0, 1, 7]
    """
    kind = 0
    below = frequency_of_kind(p, 0)
    while u >= below and kind < N_KINDS - 1:
        kind += 1
        below += frequency_of_kind(p, kind)
    return kind


@rule
def know_how_of_kind(p: Parameters, know_how: float, lived: bool) -> float:
    """Return what somebody's know-how of a topic is worth for one kind of problem in it."""
    return know_how if lived else p.general_help * know_how


@rule
def is_at_home(sector: int, topic: int, kind: int) -> bool:
    """Tell whether a kind is a trade's daily work: one kind of each topic, of each rank once.

    >>> [[k for k in range(N_KINDS) if is_at_home(5, t, k)] for t in (0, 1, 7)]
    [[5], [4], [6]]
    """
    return (topic + kind) % N_KINDS == sector


@rule
def problems_in_month(p: Parameters, know_how: float) -> float:
    """Return how many problems an owner without help puts behind in a month, in the mean.

    They come one after the other: waiting for one, then solving it. ``know_how`` is that of the
    topics as the trade weighs them.
    """
    middling = 0.5 * (p.severity_least + 1.0)
    solving = chance_to_solve(p, know_how, middling, False)
    if p.problem_rate == 0.0:
        return 0.0
    return p.problem_rate * solving / (p.problem_rate + solving)


@rule
def chance_to_have_lived(p: Parameters, months: int, know_how: float, frequency: float) -> float:
    """Return the chance that an owner has lived through a kind in so many months of business.

    ``frequency`` is the share of the owner's problems that are of it.
    """
    return 1.0 - exp(-problems_in_month(p, know_how) * frequency * months)


@rule
def lived_at_founding(
    p: Parameters, key: int, sector: int, topic: int, months: int, know_how: float, weight: float
) -> int:
    """Return the bit mask of a topic's kinds that an owner knows at the start.

    A founder knows those of the trade's daily work, if they were part of it; an owner who has been
    in business for ``months`` before that time has lived through others. ``weight`` is the topic's
    in the trade.
    """
    lived = 0
    for kind in range(N_KINDS):
        draw = topic * N_KINDS + kind
        frequency = weight * frequency_of_kind(p, kind)
        if uniform(key, 0, LIVED, draw) < chance_to_have_lived(p, months, know_how, frequency):
            lived |= 1 << kind
        if is_at_home(sector, topic, kind) and uniform(key, 0, AT_HOME, topic) < p.at_home_share:
            lived |= 1 << kind
    return lived


@rule
def adviser_has_seen(p: Parameters, kind: int) -> bool:
    """Tell whether a public adviser has seen a kind: those that most clients bring.

    >>> from talkoot.agents.parameters import parameters
    >>> [adviser_has_seen(parameters(adviser_kinds_share=0.25), kind) for kind in range(4)]
    [True, True, False, False]
    """
    return kind < p.adviser_kinds_share * N_KINDS


@rule
def university_has_studied(p: Parameters, topic: int, kind: int) -> bool:
    """Tell whether somebody at the university has studied a kind, common or rare alike."""
    return uniform(UNIVERSITY, 0, STUDIED, topic * N_KINDS + kind) < p.university_kinds_share
