"""Births and stocks: as many firms as asked for, at any size; what cannot last is refused."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from talkoot.agents.parameters import parameters
from talkoot.scenarios import region as region_page
from talkoot.scenarios.catalogue import in_shape, read_named
from talkoot.scenarios.economy import economy_table
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.facts import FACTS
from talkoot.scenarios.population import WARM_MONTHS, expected_rows, found_population
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import NOTHING_HAPPENS, EconomyConfig, RegionConfig
from talkoot.scenarios.schema_world import FEWEST_BIRTHS, MOST_BIRTHS
from talkoot.scenarios.sectors import read_sectors
from talkoot.scenarios.stationary_closings import closing_level
from talkoot.sim.engine.start import warm_up
from tests.lines import plan_from, study_from

MONTHS = 12
TENFOLD = EconomyConfig.model_validate(
    {
        "name": "tenfold",
        "purpose": "Ten times as many firms are founded.",
        "shocks": [{"from_month": 0, "months": MONTHS, "births": 10.0}],
    }
)


def config_of(name="kainuu", **changed):
    return read_named("region", name, RegionConfig).model_copy(update=changed)


def founded_in(place, economy, seed):
    outside = economy_table(economy, seed, 0, MONTHS)
    return found_population(parameters(), place, read_sectors(), seed, 0, MONTHS, outside).founded


@pytest.mark.draws
@pytest.mark.parametrize(
    ("name", "firms", "economy"),
    [
        ("kainuu", 200, NOTHING_HAPPENS),
        ("kainuu", 200_000, NOTHING_HAPPENS),
        ("kainuu", 400_000, NOTHING_HAPPENS),
        ("uusimaa", None, TENFOLD),
    ],
)
def test_as_many_are_founded_as_the_rate_says(name, firms, economy, reseed):
    place = read_region(config_of(name, firms=firms))
    founded = founded_in(place, economy, 3 + reseed)
    births = 12.0 * place.births_per_month.sum()
    factor = 10.0 if economy is TENFOLD else 1.0
    for first, last, expected in (
        (0, MONTHS, factor * births),
        (-WARM_MONTHS, 0, births * WARM_MONTHS / 12.0),
    ):
        count = np.count_nonzero((founded >= first) & (founded < last))
        assert abs(count - expected) < 5.0 * np.sqrt(expected)
    alive = np.count_nonzero(founded < -WARM_MONTHS)
    assert alive == pytest.approx(place.firms, rel=0.08 + 3.0 / np.sqrt(place.firms))


@pytest.mark.torture
def test_a_region_of_200_000_firms_has_200_000_at_month_0():
    place = read_region(config_of(firms=200_000))
    start = warm_up(parameters(), place, read_sectors(), 1, 0, MONTHS)
    assert np.count_nonzero(start.firms.status == 1) == pytest.approx(200_000, rel=0.02)


def test_room_is_made_for_more_founders_than_thought():
    """Hardly anybody has ever closed: twice as many as the region's stock are still there."""
    lasting = parameters(
        closing_year_1=0.05, closing_years_2_5=0.03, closing_of_the_past=0.0, retirement_rate=0.05
    )
    place = read_region(config_of(firms=3000, birth_rate_annual=0.12))
    outside = economy_table(NOTHING_HAPPENS, 3, 0, MONTHS)
    room = 1.1 * expected_rows(place, outside).founded + 1000
    place = replace(place, closing_level=0.0 * place.closing_level)
    firms = found_population(lasting, place, read_sectors(), 3, 0, MONTHS, outside)
    assert firms.key.size > room
    assert np.unique(firms.key).size == firms.key.size
    assert firms.founded[-1] == MONTHS - 1


@pytest.mark.parametrize("rate", [FEWEST_BIRTHS, 0.08, MOST_BIRTHS])
def test_every_rate_that_is_accepted_can_be_solved(rate):
    study = study_from([f"region.birth_rate_annual={rate}"])
    place = read_region(study.region)
    assert 12.0 * place.births_per_month.sum() / place.firms == pytest.approx(rate)
    assert 0.0 < place.closing_level[0] < 50.0


def test_below_the_fewest_births_nothing_can_be_solved():
    with pytest.raises(ValueError, match="signs"):
        closing_level(0.05)


REFUSED = [
    (0, "0; expected at least 0.0571: fewer births cannot keep the stock of firms"),
    (0.05, "0.05; expected at least 0.0571: fewer births cannot keep the stock of firms"),
    ("nan", "nan; expected at least 0.0571: fewer births cannot keep the stock of firms"),
    (0.3, "0.3; expected at most 0.16: closings cannot keep pace with more births"),
    (0.5, "0.5; expected at most 0.16: closings cannot keep pace with more births"),
]


@pytest.mark.parametrize(("rate", "expected"), REFUSED)
def test_births_that_cannot_last_are_refused_from_any_source(rate, expected, tmp_path, monkeypatch):
    typed = f"region.birth_rate_annual={rate}"
    with pytest.raises(InputError) as caught:
        study_from([typed])
    assert str(caught.value) == f"command line: region.birth_rate_annual: {expected}"
    with pytest.raises(InputError) as caught:
        plan_from([typed, "months=12,24"])
    assert f"region.birth_rate_annual: {expected}" in str(caught.value)
    plain = config_of().model_dump()
    with pytest.raises(InputError) as caught:
        in_shape(
            plain | {"birth_rate_annual": float(rate)}, "mine.yaml", RegionConfig,
            {("birth_rate_annual",): 24},
        )  # fmt: skip
    assert str(caught.value).startswith("mine.yaml:24: birth_rate_annual: ")
    assert str(caught.value).endswith(expected.partition("; ")[2])

    facts = Path(shutil.copytree(FACTS, tmp_path / "facts"))
    table = pd.read_csv(facts / "regions.csv")
    table.loc[table["region"] == "kainuu", "birth_rate_annual"] = float(rate)
    table.to_csv(facts / "regions.csv", index=False, na_rep="nan")
    monkeypatch.setattr(region_page, "FACTS", facts)
    with pytest.raises(InputError, match=r"facts of kainuu: region\.birth_rate_annual: ") as caught:
        read_region(config_of())
    assert str(caught.value).endswith(expected)
    read_region(config_of(birth_rate_annual=0.08))  # what is typed goes before the facts


def test_no_number_of_a_region_is_replaced_because_it_is_zero():
    """`or` took 0 for nothing said."""
    for rate in (0.0, 0):
        with pytest.raises(InputError, match=r"at least 0\.0571"):
            read_region(config_of(birth_rate_annual=rate))
    with pytest.raises(InputError, match="0 months; expected one for each of"):
        read_region(config_of(seat_start_months=[]))


@pytest.mark.parametrize("name", ["kainuu", "microentre"])
def test_inhabitants_that_are_typed_go_before_the_facts(name):
    plain, half = read_region(config_of(name)), None
    people = int(plain.population.sum()) // 2
    half = read_region(config_of(name, population=people))
    assert half.population.sum() == pytest.approx(people, rel=0.001)
    assert half.firms == plain.firms
    shares = pd.Series(half.population).groupby(half.part).sum() / people
    before = pd.Series(plain.population).groupby(plain.part).sum() / plain.population.sum()
    assert shares.to_numpy() == pytest.approx(before.to_numpy(), rel=0.001)
