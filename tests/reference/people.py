"""Agents as Mesa users write them: an object each, with attributes and references to others."""

from typing import Any

import mesa
import numpy as np

from talkoot.agents.chance import uniform
from talkoot.agents.columns import NEVER, NOBODY, Firms, Groups, Ventures
from talkoot.agents.contacts import TOPIC_OF_CONTACT, own_contacts, worth_telling
from talkoot.agents.news import NEWS_ITEMS, chance_to_tell
from talkoot.agents.trust import trust_of_pair

from .ties import write_down


class Record(mesa.Agent):
    """An agent whose attributes start as a row of columns."""

    def __init__(self, model: mesa.Model, columns: Any, row: int) -> None:
        super().__init__(model)
        self.row = row
        for name in columns._fields:
            setattr(self, name, getattr(columns, name)[row].tolist())


class Entrepreneur(Record):
    """The owner-manager; ``group`` is a Group or None, ``bonds`` are ties."""

    def meet(self) -> None:
        """Point at other agents instead of at rows."""
        self.catchment = self.model.groups[self.catchment] if self.catchment != NOBODY else None
        self.group = self.model.groups[self.group] if self.group != NOBODY else None
        self.lender = self.model.person(self.lender)
        self.abroad_from = self.model.person(self.abroad_from)
        self.argued_by = self.model.person(self.argued_by)
        self.supplier = [self.model.person(row) for row in self.supplier]
        self.ring = [self.model.firms[row] for row in self.model.environment.ring[self.row]]


class Group(Record):
    """A local group; ``member`` holds entrepreneurs or None by seat, ``table`` the evening's."""

    def meet(self) -> None:
        """Point at other agents instead of at rows."""
        self.member = [self.model.person(row) for row in self.member]
        self.host = self.model.person(self.host)
        self.organiser = self.model.person(self.organiser)
        self.proposer = self.model.person(self.proposer)
        self.initiator = [self.model.person(row) for row in self.initiator]
        self.partner = [self.model.person(row) for row in self.partner]
        self.table = [self.model.person(row) for row in self.table]
        self.proposal = None

    def members(self) -> list[Entrepreneur]:
        """Return the members in the order of seats."""
        return [one for one in self.member if one is not None]

    def attendees(self) -> list[Entrepreneur]:
        """Return who came, in the order of seats."""
        return [one for one in self.members() if self.attended[one.seat]]

    def seated(self) -> list[Entrepreneur]:
        """Return who came, in the order at the table."""
        return self.table[: self.came]


class Venture(Record):
    """A joint venture's place; ``partner`` holds entrepreneurs or None."""

    def meet(self) -> None:
        """Point at other agents instead of at rows."""
        self.partner = [self.model.person(row) for row in self.partner]


class KeyedDraws:
    """The project's draws: a function of who and what for."""

    def __init__(self, model: mesa.Model) -> None:
        self.model = model

    def __call__(self, who: Any, purpose: int, n: int = 0, partner: Any = None) -> float:
        """Return a number in (0, 1)."""
        other = 0 if partner is None else partner.key
        return uniform(who.key, self.model.month, purpose, n, other)

    def of_year(self, who: Any, purpose: int) -> float:
        """Return the number of the year in which a month lies."""
        return uniform(who.key, self.model.month // 12, purpose)

    def fit(self, one: Any, other: Any) -> float:
        """Return the trust that one comes to have in another."""
        alike = one.sector == other.sector
        return trust_of_pair(self.model.p, one.key, other.key, alike, rivals(one, other))


class MesaDraws:
    """What a Mesa user would do: the model's random numbers, in the order of asking."""

    def __init__(self, model: mesa.Model) -> None:
        self.model = model

    def __call__(self, who: Any, purpose: int, n: int = 0, partner: Any = None) -> float:
        """Return a number in [0, 1)."""
        return self.model.random.random() or 1e-12

    def of_year(self, who: Any, purpose: int) -> float:
        """Return a number in [0, 1)."""
        return self(who, purpose)

    def fit(self, one: Any, other: Any) -> float:
        """Return the trust that one comes to have in another."""
        p = self.model.p
        return min(max(p.trust_mean + p.trust_sd * self.model.random.gauss(0.0, 1.0), 0.0), 1.0)


def rivals(one: Any, other: Any) -> bool:
    """Tell whether two sell the same in the same place."""
    return one.sector == other.sector and one.settlement == other.settlement


def news_told(m: Any, f: Any, other: Any, purpose: int, c: int, trust: float, new: float) -> int:
    """Return the items that one hears from another in a talk, as a bit mask."""
    told = 0
    for item in range(NEWS_ITEMS):
        if not other.news & ~f.news & (1 << item):
            continue
        chance = chance_to_tell(m.p, item, trust, new, rivals(f, other))
        if m.draw(f, purpose, c * NEWS_ITEMS + item) < chance:
            told |= 1 << item
    return told


def own_of_market(m: Any, f: Any) -> list[float]:
    """Return what a firm knows of the market by itself, by kind of contact."""
    return [
        own_contacts(
            m.p, kind, 1.0 + f.employees, f.practice[topic], m.month - f.founded, f.exporting == 1
        )
        for kind, topic in enumerate(TOPIC_OF_CONTACT)
    ]


def worth_of(m: Any, f: Any, other: Any, kind: int, trust: float) -> float:
    """Return what another would tell of a kind of contact, trusting so much."""
    mine, theirs = f.market[kind], other.market[kind]
    return worth_telling(m.p, f.contacts[kind], mine, theirs, trust, rivals(f, other))


REFERENCES = {
    "abroad_from",
    "argued_by",
    "catchment",
    "group",
    "host",
    "lender",
    "organiser",
    "proposer",
}


def put_behind(f: Any) -> None:
    """End an open problem: its kind has been lived through."""
    f.lived[f.need_topic] |= 1 << f.need_kind
    f.need_topic, f.need_kind, f.severity = NOBODY, 0, 0.0
    f.way_known, f.asked_month = 0, NEVER


def has_lived(other: Any, f: Any) -> bool:
    """Tell whether another has lived through the kind of one's problem."""
    return bool(other.lived[f.need_topic] & (1 << f.need_kind))


def worth(m: Any, other: Any, f: Any) -> float:
    """Return another's know-how of one's problem."""
    know_how = other.expertise[f.need_topic]
    return know_how if has_lived(other, f) else m.p.general_help * know_how


def row_of(agent: Any) -> int:
    """Return an agent's row, -1 for nobody."""
    return NOBODY if agent is None else agent.row


def as_columns(model: Any) -> dict[str, np.ndarray]:
    """Return what the agents know as columns, to compare with the engine's."""
    columns = {}
    for f in model.firms:
        write_down(f)
    for kind, agents in ((Firms, model.firms), (Groups, model.groups), (Ventures, model.ventures)):
        for name in kind._fields:
            values = [getattr(agent, name) for agent in agents]
            if name in REFERENCES:
                values = [row_of(value) for value in values]
            elif name in {"supplier", "member", "table", "partner", "initiator"}:
                values = [[row_of(one) for one in value] for value in values]
            elif name == "proposal":
                values = [row_of(value) for value in values]
            dtype = np.uint64 if name == "key" else None  # NumPy would make floats of large keys
            columns[f"{kind.__name__}.{name}"] = np.array(values, dtype)
    flows = [list(paid.values()) for paid in model.flow_eur.values()]
    columns["Ledger.flow_eur"] = np.array(flows)
    return columns
