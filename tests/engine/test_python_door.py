"""The Python door: what the command line refuses is refused here, in its words, all at once."""

import inspect
import shutil
from pathlib import Path

import mesa
import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE, GAVE_UP, Firms, Groups
from talkoot.agents.parameters import ABOUT
from talkoot.agents.rows import describe
from talkoot.scenarios.errors import EndError, InputError
from talkoot.scenarios.names import shipped
from talkoot.scenarios.question_compare import VENTURES
from talkoot.sim.engine.model import REPORTED, Entrepreneur, LocalGroup, PeerNetworkModel
from talkoot.sim.experiment.work.single import started_region
from tests.lines import run_from, study_from

ROOT = Path(__file__).resolve().parents[2]


def small(**changes):
    return PeerNetworkModel(**({"policy": "pbas", "months": 6, "firms": 60, "seed": 3} | changes))


REFUSED = [
    ({"wage_eur": -5}, "wage_eur: -5; expected a number from 2500 to 4200 EUR/month/FTE"),
    ({"wage_eur": float("nan")}, "wage_eur: nan; expected a number from 2500 to 4200"),
    ({"wage_eur": 1e308}, "wage_eur: 1e+308; expected a number from 2500 to 4200"),
    ({"wage_eur": "3000"}, "wage_eur: '3000'; expected a number from 2500"),
    ({"wage_eur": True}, "wage_eur: True; expected a number from 2500"),
    ({"learning_rate": 99}, "learning_rate: 99; expected a number from 0.02 to 0.2"),
    ({"wage_eurr": 1}, "wage_eurr: no such argument; expected 'wage_eur'"),
    ({"polcy": "pbas"}, "polcy: no such argument; expected 'policy'"),
    ({"firms": 0}, "firms: 0; expected"),
    ({"firms": -5}, "firms: -5; expected"),
    ({"firms": 2.5}, "firms: 2.5; expected"),
    ({"firms": float("nan")}, "firms: nan; expected"),
    ({"firms": True}, "firms: True; expected"),
    ({"months": -3}, "months: -3; expected"),
    ({"months": 0}, "months: 0; expected"),
    ({"months": 601}, "months: 601; expected"),
    ({"months": None}, "months: None; expected"),
    ({"seed": -1}, "seed: -1; expected"),
    ({"seed": 1.5}, "seed: 1.5; expected"),
    ({"seed": 1, "rng": 2}, "rng: 2 beside seed=1; expected one of the two"),
    ({"seed": None, "rng": np.random.default_rng(1)}, "seed: Generator(PCG64)"),
    ({"replication": -1}, "replication: -1; expected"),
    ({"region": "kanuu"}, "no region 'kanuu'; expected 'kainuu'"),
    ({"region": None}, "region: None; expected a name"),
    ({"policy": "pbsa"}, "no policy 'pbsa'; expected 'pbas'"),
    ({"policy": ["pbas"]}, "policy: ['pbas']; expected a name"),
    ({"economy": "bom"}, "no economy 'bom'; expected 'boom'"),
    ({"theory": 3}, "theory: 3; expected a name"),
    ({"ventures": "joint_campaign"}, "ventures: 'joint_campaign'; expected a list"),
    ({"ventures": ["joint_campagn"]}, "no venture 'joint_campagn'; expected 'joint_campaign'"),
    ({"without": ["rivalri"]}, "no element 'rivalri'; expected 'rivalry'"),
]


@pytest.mark.parametrize(("said", "expected"), REFUSED)
def test_what_cannot_be_used_is_refused_by_name(said, expected):
    with pytest.raises(InputError) as error:
        small(**said)
    assert expected in str(error.value)


def test_everything_wrong_is_told_at_once():
    with pytest.raises(InputError) as error:
        small(wage_eur=-5, months=-3, region="kanuu", wage_eurr=1, without=["rivalri"])
    assert {c.key for c in error.value.complaints} == {
        "wage_eur", "months", "region", "wage_eurr", "without",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ({"wage_eur": 9999}, "parameters.wage_eur=9999"),
        ({"months": 0}, "months=0"),
        ({"firms": 0}, "region.firms=0"),
        ({"seed": -1}, "seed=-1"),
        ({"without": ["rivalri"]}, "without=[rivalri]"),
        ({"policy": "pbsa"}, "policy=pbsa"),
    ],
)
def test_words_are_those_of_the_command_line(said, typed):
    with pytest.raises(InputError) as here:
        small(**said)
    with pytest.raises(InputError) as there:
        run_from([typed])
    assert [c[2:4] for c in here.value.complaints] == [c[2:4] for c in there.value.complaints]


def test_numbers_of_numpy_are_numbers():
    model = small(months=np.int64(2), firms=np.int32(50), wage_eur=np.float64(3000))
    assert model.months == 2 and model.p.wage_eur == 3000.0


def test_the_same_question_is_the_same_run_as_the_command_lines():
    config = run_from(["months=3", "seed=5", "region.firms=60", "parameters.wage_eur=3000"])
    there = started_region(config).under(config.policy)
    here = small(months=3, seed=5, wage_eur=3000)
    for ours, theirs in zip(here.state.types, there.types, strict=True):
        np.testing.assert_array_equal(ours, theirs)
    for ours, theirs in zip(here.state.firms, there.firms, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_drawn_seed_is_recorded_and_gives_the_run_again():
    first, other = small(seed=None), small(seed=None)
    assert first.seed != other.seed
    again = small(seed=first.seed)
    for ours, theirs in zip(first.state.firms, again.state.firms, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.filterwarnings("ignore:The `iterations` keyword:DeprecationWarning")  # Mesa 3.5
def test_iterations_of_batch_run_differ_and_keep_what_was_asked():
    rows = mesa.batch_run(
        PeerNetworkModel,
        {"policy": "pbas", "months": 2, "firms": [60]},
        iterations=3,
        number_processes=1,
        display_progress=False,
    )
    assert {row["firms"] for row in rows} == {60}
    assert len({row["seed"] for row in rows}) == 3
    assert len({row["turnover_eur"] for row in rows}) == 3
    assert all(row["active_firms"] > 0 for row in rows)


def test_no_reporter_is_called_like_an_argument():
    arguments = set(inspect.signature(PeerNetworkModel).parameters) | set(ABOUT)
    assert not arguments & set(REPORTED.values())


def test_files_of_the_current_folder_take_part_only_where_named(tmp_path, monkeypatch):
    (tmp_path / "my" / "venture").mkdir(parents=True)
    mine = tmp_path / "my" / "venture" / "timebank.yaml"
    shutil.copy(ROOT / "conf" / "venture" / "joint_campaign.yaml", mine)
    mine.write_text(mine.read_text().replace("name: joint_campaign", "name: timebank"))
    monkeypatch.chdir(tmp_path)
    assert small().state.types.fewest.size == len(VENTURES) == len(shipped("venture"))
    assert small(ventures=["timebank"]).state.types.fewest.size == 1
    mine.write_text(mine.read_text().replace("topics: [", "topics: [gardening, "))
    small()
    with pytest.raises(InputError, match="gardening"):
        small(ventures=["timebank"])


def test_a_step_past_the_last_month_says_how_to_go_further():
    model = small(months=1)
    model.step()
    with pytest.raises(EndError, match="set up for 1 months and has lived them; months=2"):
        model.step()


@pytest.fixture(scope="module")
def lived():
    model = small()
    model.step()
    return model


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("turnovr_eur", 5, "turnovr_eur: no such column; expected 'turnover_eur'"),
        ("turnover_eur", 5, "turnover_eur: sales of the month"),
        ("demand_eur", 5, "for reading"),
        ("status", 3, "for reading"),
        ("confidence", 1.01, "confidence: 1.01; expected a number from 0 to 1 (confidence, 0-1)"),
        ("confidence", float("nan"), "confidence: nan; expected a number from 0 to 1"),
        ("confidence", "high", "confidence: 'high'; expected a number from 0 to 1"),
        ("expertise", 5, "expertise: 5; expected a number from 0 to 1"),
        ("expertise", [0.1, 0.2], "expertise: [0.1, 0.2]; expected"),
        ("employees", -3, "employees: -3; expected a whole number from 0"),
        ("employees", 1.5, "employees: 1.5; expected a whole number from 0"),
        ("cash_eur", float("inf"), "cash_eur: inf; expected a number"),
    ],
)
def test_what_the_month_would_not_take_is_not_written(lived, name, value, expected):
    view = lived.agents_by_type[Entrepreneur][0]
    before = [column.copy() for column in lived.state.firms]
    with pytest.raises(InputError) as error:
        setattr(view, name, value)
    assert expected in str(error.value)
    for ours, theirs in zip(before, lived.state.firms, strict=True):
        np.testing.assert_array_equal(ours, theirs)


def test_a_part_of_a_column_is_not_written_unchecked(lived):
    view = lived.agents_by_type[Entrepreneur][0]
    with pytest.raises(ValueError, match="read-only"):
        view.expertise[0] = 9.0
    view.expertise = np.linspace(0.0, 1.0, 8)
    assert view.expertise[-1] == 1.0


def test_start_values_lie_in_the_range_that_may_be_written(lived):
    """Else writing back what was read would be refused."""
    for kind, columns in ((Firms, lived.state.firms), (Groups, lived.state.groups)):
        active = columns.status == ACTIVE if kind is Firms else slice(None)
        for name, column in describe(kind).items():
            if column.write is not None:
                values = getattr(columns, name)[active]
                low, high = column.write
                assert np.all((values >= low) & (values <= high)), name


def test_remove_closes_the_firm():
    model = small()
    model.step()
    view = model.agents_by_type[Entrepreneur][0]
    row, before = view.row, len(model.agents_by_type[Entrepreneur])
    view.remove()
    view.remove()  # like Mesa's: once is enough
    assert model.state.firms.status[row] == GAVE_UP
    assert model.state.firms.employees[row] == model.state.firms.cash_eur[row] == 0
    assert len(model.agents_by_type[Entrepreneur]) == before - 1
    model.step()
    assert model.state.firms.status[row] == GAVE_UP


def test_a_group_cannot_be_removed():
    with pytest.raises(InputError, match="a group has no owner"):
        small().agents_by_type[LocalGroup][0].remove()


def test_default_ventures_are_those_of_every_verb():
    assert [venture.name for venture in study_from([]).ventures] == VENTURES
