"""What single activities of an evening do, and how pressing each is."""

from .compiled import rule
from .parameters import Parameters

FIRST_HIRE, GROWTH = 0, 1
"""What an argument is about."""


@rule
def chance_to_solve_together(
    p: Parameters, best: float, breadth: float, trust: float, process: float
) -> float:
    """Return the chance that a group solves a member's problem at the table.

    ``best`` is the best know-how present of the problem's kind, ``breadth`` the share of the others
    who know more of its topic than the owner, ``trust`` the owner's in them, ``process`` the
    leading.
    """
    known = best * (p.breadth_floor + (1.0 - p.breadth_floor) * breadth)
    return min(p.solving_together * known * trust * (1.0 + p.structure * process), 1.0)


@rule
def closeness(p: Parameters, same_sector: bool) -> float:
    """Return how close a peer's case is to one's own."""
    return 1.0 if same_sector else p.other_sector_closeness


@rule
def severity_after_experience(p: Parameters, severity: float, close: float, trust: float) -> float:
    """Return a problem's severity after hearing from somebody who has lived through one."""
    return severity * (1.0 - p.experience_help * close * trust)


@rule
def weight_of_argument(
    p: Parameters, opinion: float, other: float, trust: float, experienced: bool
) -> float:
    """Return the weight of another's opinion: bounded confidence, trust, having done it oneself.

    Hegselmann and Krause 2002: opinions farther away than ``argument_bound`` are not heard, but
    the word of those who have done it carries farther.

    >>> from talkoot.agents.parameters import parameters
    >>> p = parameters(argument_bound=0.3)
    >>> weight_of_argument(p, 0.0, 0.9, 1.0, False)
    0.0
    """
    reach = p.argument_bound * (1.0 + p.argument_by_experience if experienced else 1.0)
    if abs(other - opinion) > reach:
        return 0.0
    return trust * (1.0 + p.argument_by_experience if experienced else 1.0)


@rule
def opinion_after_argument(p: Parameters, opinion: float, others: float) -> float:
    """Return an opinion moved towards the weighted mean of those that were heard."""
    return opinion + p.persuasion * (others - opinion)


@rule
def idea_after_feedback(p: Parameters, promise: float, know_how: float, trust: float) -> float:
    """Return a product idea's promise (chance to succeed) after peers' feedback."""
    return promise + p.idea_feedback * know_how * trust * (1.0 - promise)


@rule
def idea_after_post(p: Parameters, promise: float, know_how: float, trust: float) -> float:
    """Return an idea's promise after a month of comments in the closed group online."""
    feedback = idea_after_feedback(p, promise, know_how, trust) - promise
    return promise + p.channel_feedback * feedback


@rule
def pressing_at_table(p: Parameters, severity: float, of_host: bool) -> float:
    """Return how pressing a problem is at the table; the host's counts more."""
    return severity * (p.host_problem_weight if of_host else 1.0)


@rule
def chance_to_go_on(p: Parameters, trust: float, followed: float) -> float:
    """Return the chance that owner and best helper go on after the meeting.

    ``followed`` is how far a facilitator sees to what was agreed, in [0, 1].
    """
    return min(p.going_on * trust * (1.0 + followed), 1.0)


@rule
def comes_to_mind(p: Parameters, awareness: float) -> float:
    """Return how readily a peer comes to mind, by what one knows of the other."""
    return p.aware_of_strangers + awareness


@rule
def stands_idle(p: Parameters, load: float) -> bool:
    """Tell whether a firm's assets stand idle: it has work for less."""
    return load < p.idle_load


@rule
def chance_to_lend(trust: float) -> float:
    """Return the chance that an owner lends: the owner's trust in who asks."""
    return trust


@rule
def strength_to_map(mean_awareness: float) -> float:
    """Return how pressing a round of who knows what is: as far as people do not know each other."""
    return 1.0 - mean_awareness


@rule
def chance_to_find_customer(p: Parameters) -> float:
    """Return the chance that whoever is known least finds a customer in a round of who has what."""
    return p.find_chance


@rule
def hire_waits(p: Parameters, employees: int, load: float) -> bool:
    """Tell whether an owner's first hire is there to be argued about: alone, and overloaded."""
    return employees == 0 and load > p.first_hire_load


@rule
def speaks_from_experience(p: Parameters, about: int, employees: int, products: float) -> bool:
    """Tell whether one has done what is argued about: employed somebody, or launched products."""
    return employees > 0 if about == FIRST_HIRE else products > p.launched_from


@rule
def know_how_of_ideas(product: float, sales: float) -> float:
    """Return a peer's know-how of product ideas: of making them, and of selling them."""
    return 0.5 * (product + sales)


@rule
def doubt_about_idea(promise: float) -> float:
    """Return how much an idea needs feedback: as far as its success is doubtful."""
    return 1.0 - promise


@rule
def new_in_memo(known: float, level: float) -> float:
    """Return what a memo adds to those there are: the best know-how of the theme present."""
    return max(known - level, 0.0)


@rule
def strength_to_write(p: Parameters, belonging: float, confidence: float) -> float:
    """Return how ready a member is to write the memo when no facilitator does."""
    return p.member_writes * belonging * confidence
