"""The evening's activities, one after the other: what is possible, which one, what it does."""

from typing import Any, NamedTuple

from talkoot.agents.activities import propensity
from talkoot.agents.activity_list import ACTIVITIES, number_of
from talkoot.agents.activity_numbers import minutes_of
from talkoot.agents.columns import DONE, NOBODY, SLOTS
from talkoot.agents.meeting import share_on_agenda
from talkoot.agents.purposes import ACTIVITY

from .activity_kinds import KINDS

EXPERIENCE = number_of("seeking_experience")
PROBLEM_SOLVING = number_of("problem_solving")


class Chance(NamedTuple):
    """An activity that is possible: how pressing, begun by whom, answered by whom, about what."""

    strength: float = 0.0
    who: Any = None
    whom: Any = None
    about: int = NOBODY
    trust: float = 1.0


class Evening:
    """One evening of one group."""

    def __init__(self, m: Any, g: Any) -> None:
        self.m, self.g = m, g
        self.begun: set[tuple[int, int]] = set()
        self.times = [0] * len(ACTIVITIES)
        self.chances = [self.look(activity) for activity in range(len(ACTIVITIES))]

    def others(self, f: Any) -> list[Any]:
        """Return the others at the table."""
        return [other for other in self.g.seated() if other is not f]

    def trust(self, f: Any, other: Any) -> float:
        """Return one's trust in another."""
        return self.g.trust[f.seat][other.seat]

    def mean_trust(self, f: Any) -> float:
        """Return one's trust in the others at the table."""
        total = 0.0
        for other in self.others(f):
            total += self.trust(f, other)
        return total / (self.g.came - 1)

    def fresh(self, activity: int) -> list[Any]:
        """Return those at the table who have not begun this activity yet."""
        return [f for f in self.g.seated() if (f.row, activity) not in self.begun]

    def look(self, activity: int) -> Chance:
        """Tell whether and how an activity is possible."""
        found = Chance(*KINDS[activity].look(self))
        if found.strength > 0.0 and found.who is not None:
            return found._replace(trust=self.mean_trust(found.who))
        return found

    def weight(self, activity: int) -> float:
        """Return an activity's propensity now."""
        chance = self.chances[activity]
        return propensity(
            self.m.p, activity, chance.strength, chance.trust, self.g.process, self.times[activity]
        )

    def choose(self, slot: int) -> int:
        """Draw the next activity."""
        weights = [self.weight(activity) for activity in range(len(ACTIVITIES))]
        total = 0.0
        for weight in weights:
            total += weight
        if total <= 0.0:
            return NOBODY
        aim = self.m.draw(self.g, ACTIVITY, slot) * total
        chosen, below = NOBODY, 0.0
        for activity, weight in enumerate(weights):
            if weight > 0.0 and below <= aim:
                chosen = activity
            below += weight
        return chosen

    def hold(self) -> None:
        """Spend the minutes."""
        left = 60.0 * self.m.p.meeting_hours
        left *= share_on_agenda(self.m.p, self.g.process, self.g.came)
        for slot in range(SLOTS):
            activity = self.choose(slot)
            if activity == NOBODY or left <= 0.0:
                return
            minutes = min(minutes_of(self.m.p, activity), left)
            left -= minutes
            chance = self.chances[activity]
            change, whom, about = KINDS[activity].do(self, chance)
            self.record(slot, activity, minutes, chance.who, whom, about, change)
            self.m.events[DONE + activity] += 1
            if chance.who is not None and whom is not None:
                chance.who.taken += 1.0
                whom.given += 1.0
            self.times[activity] += 1
            if chance.who is not None:
                self.begun.add((chance.who.row, activity))
            again = {activity}
            if activity in (PROBLEM_SOLVING, EXPERIENCE):
                again = {PROBLEM_SOLVING, EXPERIENCE}
            for one in again:
                self.chances[one] = self.look(one)

    def record(
        self,
        slot: int,
        activity: int,
        minutes: float,
        who: Any,
        whom: Any,
        about: int,
        change: float,
    ) -> None:
        """Note what was done."""
        g = self.g
        g.activities = slot + 1
        g.activity[slot], g.minutes[slot] = activity, minutes
        g.initiator[slot], g.partner[slot] = who, whom
        g.subject[slot], g.change[slot] = about, change


def hold(m: Any) -> None:
    """Hold every group's evening."""
    for g in m.groups:
        g.activities, g.memo, g.memo_topics, g.proposer = 0, 0, 0, None
        g.activity, g.subject = [NOBODY] * SLOTS, [NOBODY] * SLOTS
        g.minutes, g.change = [0.0] * SLOTS, [0.0] * SLOTS
        g.initiator, g.partner = [None] * SLOTS, [None] * SLOTS
        if g.came >= 2:
            Evening(m, g).hold()
