"""The region as a Mesa model: objects made from a start, stepped month by month."""

from typing import Any

import mesa
import numpy as np

from talkoot.agents.accounts import ACCOUNTS, FUNDERS
from talkoot.agents.columns import ACTIVE, EVENTS
from talkoot.agents.parameters import Parameters
from talkoot.sim.engine.month import State
from talkoot.sim.engine.tracker_region import FLOWS, METRICS

from . import (
    acquaintances,
    activities,
    business,
    evening,
    exits,
    joint_work,
    links,
    meeting,
    opportunities,
    recruitment,
    staff,
    suppliers,
    ties,
    ventures,
)
from .people import Entrepreneur, Group, KeyedDraws, Venture


class ReferenceModel(mesa.Model):
    """One object per entrepreneur, group and venture; ``draws`` chooses the random numbers."""

    def __init__(self, p: Parameters, state: State, draws: type = KeyedDraws) -> None:
        super().__init__(rng=1)
        self.p = p
        self.environment, self.policy, self.types = state.environment, state.policy, state.types
        self.month = 0
        self.draw = draws(self)
        self.firms = [Entrepreneur(self, state.firms, i) for i in range(state.firms.key.size)]
        self.groups = [Group(self, state.groups, g) for g in range(state.groups.key.size)]
        self.ventures = [Venture(self, state.ventures, v) for v in range(state.ventures.type.size)]
        ties.take_over(self)
        for agent in (*self.firms, *self.groups, *self.ventures):
            agent.meet()
        self.clear_ledger()
        self.topic_weight = self.environment.topic_weight.tolist()
        self.season = self.environment.season.tolist()
        self.pool_eur = self.environment.pool_eur.tolist()
        self.climate = self.environment.climate.tolist()
        self.local_level = self.environment.local_level.tolist()
        self.jobless_level = self.environment.jobless_level.tolist()
        self.closing_level = self.environment.closing_level.tolist()
        self.look_round()

    def clear_ledger(self) -> None:
        """Begin the month's books."""
        self.flow_eur = {payer: dict.fromkeys(range(len(ACCOUNTS)), 0.0) for payer in ACCOUNTS}
        self.events = dict.fromkeys(range(len(EVENTS)), 0.0)

    def pay(self, payer: int, payee: int, eur: float) -> None:
        """Book what one account pays another."""
        self.flow_eur[ACCOUNTS[payer]][payee] += eur

    def person(self, row: int) -> Entrepreneur | None:
        """Return the entrepreneur of a row, None for nobody."""
        return None if row < 0 else self.firms[row]

    def look_round(self) -> None:
        """Note who is in business: after firms are founded, and again after firms close."""
        self.in_business = [firm for firm in self.firms if firm.status == ACTIVE]

    def active(self) -> list[Entrepreneur]:
        """Return the entrepreneurs in business."""
        return self.in_business

    def phase_of(self, group: Group, name: str) -> Any:
        """Return one setting of a group's phase."""
        return getattr(self.policy, name)[group.arm, group.phase].item()

    def step(self) -> None:
        """Live one month."""
        recruitment.programme(self)
        recruitment.found(self)
        joint_work.begin_month(self)
        recruitment.outreach(self)
        recruitment.join(self)
        meeting.call(self)
        meeting.hosts(self)
        meeting.themes(self)
        meeting.attend(self)
        meeting.sit(self)
        ventures.size_up(self)
        activities.hold(self)
        evening.learn(self)
        evening.trust(self)
        evening.quarrel(self)
        evening.note(self)
        evening.memos(self)
        acquaintances.talk(self)
        ties.loosen(self)
        suppliers.lose(self)
        suppliers.find(self)
        acquaintances.advise(self)
        links.channel(self)
        links.site(self)
        links.requests(self)
        links.consult(self)
        links.settle(self)
        ventures.propose(self)
        ventures.gather(self)
        ventures.start(self)
        joint_work.work(self)
        ties.meet_partners(self)
        business.problems(self)
        opportunities.opportunities(self)
        opportunities.assets(self)
        opportunities.products(self)
        business.adopt(self)
        staff.lose(self)
        staff.season(self)
        business.attract(self)
        joint_work.ask(self)
        suppliers.place_orders(self)
        business.sell(self)
        suppliers.pay(self)
        joint_work.share_out(self)
        business.settle(self)
        staff.change(self)
        staff.call_away(self)
        business.export(self)
        exits.close(self)
        exits.leave(self)
        exits.fade(self)
        exits.grow_apart(self)
        self.month += 1

    def metrics(self) -> np.ndarray:
        """Return METRICS of the month just lived."""
        firms = self.active()
        n = max(float(len(firms)), 1.0)
        told = {
            "firms": float(len(firms)),
            "micro_firms": float(sum(1 for f in firms if f.grown_month < -1000)),
            "employees": float(sum(f.employees for f in firms)),
            "fixed_term": float(sum(f.fixed_term for f in firms)),
            "seasonal": float(sum(f.seasonal for f in firms)),
            "vacancies": float(sum(f.vacancies for f in firms)),
            "open_problems": float(sum(1 for f in firms if f.need_topic >= 0)),
            "exporters": float(sum(f.exporting for f in firms)),
            "one_person_firms": float(sum(1 for f in firms if f.employees == 0)),
            "start_ups": float(
                sum(1 for f in firms if self.month - 1 - f.founded < self.p.start_up_months)
            ),
            "lifestyle_firms": float(sum(1 for f in firms if f.intention < self.p.lifestyle_below)),
            "family_firms": float(sum(f.kin for f in firms)),
            "growth_oriented_firms": float(
                sum(1 for f in firms if f.intention >= 1.0 - self.p.growth_seeking_within)
            ),
            "women": float(sum(f.woman for f in firms)),
            "ties": float(sum(f.ties for f in firms)),
            "suppliers": float(sum(f.suppliers for f in firms)),
            "from_contacts_eur": 0.0,
            "members": float(sum(g.size for g in self.groups)),
            "groups_meeting": float(sum(g.met for g in self.groups)),
            "groups_over": float(sum(g.over for g in self.groups)),
            "fte": 0.0,
            "turnover_eur": 0.0,
            "value_added_eur": 0.0,
            "expertise": 0.0,
            "practice_quality": 0.0,
            "confidence": 0.0,
        }
        for f in firms:
            told["fte"] += f.owner_fte + self.p.employee_fte * (f.employees + f.seasonal)
            told["turnover_eur"] += f.turnover_eur
            told["from_contacts_eur"] += f.from_contacts_eur
            told["value_added_eur"] += f.value_share * f.turnover_eur
            known = 0.0
            for e in f.expertise:
                known += e
            told["expertise"] += known / len(f.expertise)
            told["practice_quality"] += f.quality
            told["confidence"] += f.confidence
        for name in ("expertise", "practice_quality", "confidence"):
            told[name] /= n
        for funder in FUNDERS:
            told[f"public_{funder}_eur"] = sum(self.flow_eur[funder].values())
        for name, (payer, payee) in FLOWS.items():
            told[name] = self.flow_eur[ACCOUNTS[payer]][payee]
        for k, event in enumerate(EVENTS):
            told[event] = self.events[k]
        return np.array([told[name] for name in METRICS])
