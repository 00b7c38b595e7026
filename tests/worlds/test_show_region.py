"""`talkoot show region=` says of each figure what it is and how it is known."""

import pytest

from talkoot.sim.commands.show_place import show_region

FIGURES = (
    "firms",
    "founded a year",
    "closed a year",
    "trend a year",
    "without staff",
    "under ten employees",
    "founded by trade",
    "closed by trade",
    "unemployment",
)


@pytest.fixture
def told(capsys, monkeypatch):
    """Return a function of the words typed that returns each figure's line."""
    monkeypatch.setenv("COLUMNS", "1000")

    def lines(*typed):
        show_region([f"region={typed[0]}", *typed[1:]])
        printed = capsys.readouterr().out.splitlines()
        found = {name: [line for line in printed if line.startswith(name)] for name in FIGURES}
        assert all(found.values())
        return {name: " ".join(lines[-1].split()) for name, lines in found.items()}

    return lines


def test_a_region_of_the_register(told):
    lapland = told("lapland")
    assert "11,870 derived (register 2016" in lapland["firms"]
    assert "748, 6.3 % evidence (register 2016" in lapland["founded a year"]
    assert "641, 5.4 % evidence (register 2016" in lapland["closed a year"]
    assert "+107 firms register: giving up x 0.7" in lapland["trend a year"]
    assert "66.0 % assumed: as Finland" in lapland["without staff"]
    assert "95.5 % assumed: as Finland" in lapland["under ten employees"]
    assert "3.2 to 9.2 % assumed: as Finland (evidence: " in lapland["closed by trade"]
    assert "1.22 x country evidence (Statistics Finland, labour force" in lapland["unemployment"]


def test_a_region_without_rates_is_stationary_and_says_so(told):
    cuenca = told("cuenca")
    assert "822, 6.4 % assumed: mean of the sparse regions" in cuenca["founded a year"]
    assert "822, 6.4 % assumed: as many as are founded" in cuenca["closed a year"]
    assert "0 stationary: no death rate of its own" in cuenca["trend a year"]
    assert "51.0 % evidence (INE DIRCE" in cuenca["without staff"]
    assert "1.00 x country assumed: as the country" in cuenca["unemployment"]


@pytest.mark.parametrize(
    ("typed", "trend"),
    [
        (("lapland", "region.trend=stationary"), "0 stationary, as asked"),
        (("lapland", "economy=depopulation"), "stationary but for the economy depopulation"),
        (("lapland", "economy=boom"), "+107 firms register"),
        (("kainuu", "region.birth_rate_annual=0.08"), "0 stationary: no death rate"),
        (("nordic_sparse", "region.death_rate_annual=0.05"), "+68 firms register"),
    ],
)
def test_why_a_stock_of_firms_moves(told, typed, trend):
    assert trend in told(*typed)["trend a year"]


def test_what_is_typed_is_given(told):
    kainuu = told("kainuu", "region.firms=1000", "region.death_rate_annual=0.06")
    assert "1,000 given" in kainuu["firms"]
    assert "60, 6.0 % given" in kainuu["closed a year"]


def test_several_regions_add_up(told):
    case = told("microentre")
    assert "51,460 derived" in case["firms"]
    assert "+426 firms register" in case["trend a year"]
