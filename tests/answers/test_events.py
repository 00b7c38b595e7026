"""Every count is the number of its events, and the events alone tell how everybody ends."""

from collections.abc import Iterable

import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE, EVENTS, NEVER, NOBODY, STATUSES
from talkoot.agents.elements import ELEMENTS, parameters_without
from talkoot.agents.topics import TOPICS
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import shipped
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.answers.events import KINDS, people
from talkoot.sim.answers.trace import TracedRun, run_traced, untraced
from talkoot.sim.engine.tracker_events import ASIDES
from talkoot.sim.experiment.work.single import StartedRegion, started_region
from tests.lines import run_from

POLICIES = ("one_on_one", "joint_handover", "self_organised")
SEEDS = range(1, 21)
EAGER = {
    "opportunity_frequency": 12.0,
    "asset_need_rate": 0.1,
    "idea_rate": 0.2,
    "problem_rate": 0.3,
    "export_rate": 0.1,
    "tie_chance": 0.1,
    "find_chance": 0.8,
    "hire_chance": 0.3,
    "belonging_loss": 0.3,
    "leave_below": 0.3,
    "insolvency_chance": 0.5,
    "credit_months": 3.0,
    "closing_later": 0.1,
    "quorum": 6.0,
    "dissolve_months": 4.0,
    "skill_mean": 0.2,
}
"""Much happens, and much is soon undone."""


def lived_in(place: StartedRegion, policy: PolicyConfig, months: int) -> TracedRun:
    return run_traced(place, place.under(policy), months, [v.name for v in place.ventures])


def figures_without_events(lived: TracedRun) -> list[str]:
    """Return the counts that are in some month not the number of their events."""
    events, found = lived.events, []
    for kind in KINDS:
        if not kind.figure:
            continue
        these = events["kind"] == kind.name
        if kind.name == "closed":
            these &= events["subject"] == kind.figure.replace("insolvencies", "insolvent")
        told = events["month"][these].value_counts()
        told = told.reindex(lived.months["month"], fill_value=0).to_numpy()
        counted = lived.months[kind.figure].to_numpy()
        if not np.array_equal(told, counted):
            found.append(f"{kind.figure}: {told.sum()} told, {counted.sum():.0f} counted")
    return found


def columns_not_told(place: StartedRegion, lived: TracedRun) -> list[str]:
    """Return the columns that do not end as the start and the events after it say."""
    names = ("status", "exit_month", "group", "employees", "exporting", "need_topic", "ventures")
    names += ("joined_month", "first_hire_month", "hosted_month", "met_month", "grown_month")
    told = {name: getattr(place.start.firms, name).tolist() for name in names}
    contacts = [{j for j in ties if j != NOBODY} for ties in place.start.firms.tie_to.tolist()]
    supplied = {i: set() for i in range(len(contacts))}
    has_idea = (place.start.firms.idea > 0.0).tolist()
    for event in lived.events.itertuples():
        i, kind = event.entrepreneur, event.kind
        if kind == "founded":
            told["status"][i] = ACTIVE
        elif kind == "closed":
            told["status"][i] = STATUSES.index(event.subject)
            told["exit_month"][i] = event.month
            told["group"][i], told["employees"][i], contacts[i] = NOBODY, 0, set()
            supplied[i] = set()
        elif kind == "grown_out":
            told["grown_month"][i], told["group"][i] = event.month, NOBODY
        elif kind == "joined":
            told["group"][i] = event.group
            if told["joined_month"][i] == NEVER:
                told["joined_month"][i] = event.month
        elif kind == "left":
            told["group"][i] = NOBODY
        elif kind in ("hired", "dismissed", "staff_left"):
            told["employees"][i] += event.change
        elif kind == "first_hire":
            told["first_hire_month"][i] = event.month
        elif kind == "export_entry":
            told["exporting"][i] = 1
        elif kind == "problem":
            told["need_topic"][i] = TOPICS.index(event.subject)
        elif kind == "problem_solved":
            told["need_topic"][i] = NOBODY
        elif kind in ("venture_started", "partner_started"):
            told["ventures"][i] += 1
        elif kind == "meeting" and i != NOBODY:
            told["hosted_month"][i] = event.month
        elif kind == "attended":
            told["met_month"][i] = event.month
        elif kind == "tie":
            contacts[i].add(event.other)
        elif kind == "tie_lost":
            contacts[i].remove(event.other)
        elif kind == "supplier":
            supplied[i].add(event.other)
        elif kind == "supplier_lost":
            supplied[i].remove(event.other)
        elif kind == "idea":
            has_idea[i] = True
        elif kind in ("idea_failed", "product_launched"):
            has_idea[i] = False
    firms = lived.state.firms
    found = [name for name in names if getattr(firms, name).tolist() != told[name]]
    if [{j for j in ties if j != NOBODY} for ties in firms.tie_to.tolist()] != contacts:
        found.append("tie_to")
    buys = [{j for j in ours if j != NOBODY} for ours in firms.supplier.tolist()]
    if buys != list(supplied.values()):
        found.append("supplier")
    if (firms.idea > 0.0).tolist() != has_idea:
        found.append("idea")
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_every_count_is_the_number_of_its_events(seed):
    place = started_region(run_from([f"seed={seed}", "region.firms=300", "months=48"]))
    for name in POLICIES:
        lived = lived_in(place, read_named("policy", name, PolicyConfig), 48)
        assert figures_without_events(lived) == [], name
        assert columns_not_told(place, lived) == [], name


def eager(names: Iterable[str]) -> list[str]:
    return [f"parameters.{name}={EAGER[name]}" for name in names]


def any_line(number: int) -> list[str]:
    """Return some configuration, by number always the same."""
    draw = np.random.default_rng(number)
    region = draw.choice(shipped("region"))
    typed = [f"region={region}", f"region.firms={draw.integers(80, 240)}"]
    for key in ("economy", "theory", "policy"):
        typed.append(f"{key}={draw.choice(shipped(key))}")
    typed += [f"seed={number}", f"months={draw.integers(6, 40)}"]
    without = draw.choice(list(ELEMENTS), draw.integers(0, 4)).tolist()
    typed.append(f"without=[{','.join(without)}]")
    typed.append(f"ventures=[{','.join(draw.permutation(shipped('venture'))[: draw.integers(8)])}]")
    chosen = draw.permutation(list(EAGER))[: draw.integers(len(EAGER) + 1)]
    off = parameters_without(without)
    return typed + eager(name for name in chosen if name not in off)


@pytest.mark.parametrize("number", range(20))
def test_so_it_is_in_any_configuration_and_watching_changes_no_bit(number):
    typed = any_line(number)
    config = run_from(typed)
    place = started_region(config)
    lived = lived_in(place, config.policy, config.months)
    assert figures_without_events(lived) == [], typed
    assert columns_not_told(place, lived) == [], typed
    state = place.under(config.policy)
    assert untraced(place, state, config.months).equals(lived.months), typed
    for ours, theirs in zip(state.firms, lived.state.firms, strict=True):
        assert ours.tobytes() == theirs.tobytes(), typed


def test_what_happens_and_is_undone_within_a_month_is_told():
    seats = "region.seats=[Kajaani,Suomussalmi,Kuhmo,Sotkamo]"
    place = started_region(run_from(["region.firms=300", "months=36", seats, *eager(EAGER)]))
    place = place._replace(p=place.p._replace(micro_limit_employees=3.0))
    lived = lived_in(place, read_named("policy", "joint", PolicyConfig), 36)
    assert figures_without_events(lived) == []
    assert columns_not_told(place, lived) == []
    assert {kind.name for kind in KINDS} - set(lived.events["kind"]) == set()
    months = {
        kind: set(zip(those["entrepreneur"], those["month"], strict=True))
        for kind, those in lived.events.groupby("kind")
    }
    gone = months["left"] | months["grown_out"] | months["closed"]
    assert months["joined"] & gone
    assert months["founded"] & (months["export_entry"] | months["hired"])
    assert months["founded"] & months["idea"]
    assert months["problem_solved"] & months["problem"]
    assert months["tie"] & months["tie_lost"]
    assert months["problem"] & months["closed"]


def test_every_figure_but_hours_has_a_kind():
    figures = [kind.figure for kind in KINDS if kind.figure]
    assert figures == [name for name in EVENTS if "hours" not in name]
    assert [kind.name for kind in KINDS if not kind.figure] == list(ASIDES)


def test_the_numbers_of_entrepreneurs_stand_for_somebody():
    place = started_region(run_from(["region.firms=100", "months=3"]))
    lived = lived_in(place, read_named("policy", "pbas", PolicyConfig), 3)
    known = people(lived.state.firms, place.region)
    assert set(lived.events["entrepreneur"]) <= {NOBODY, *known["entrepreneur"]}
    assert set(known["settlement"]) <= set(place.region.settlements)
