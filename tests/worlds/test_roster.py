"""A list of one's own entrepreneurs: understood however it was saved, or every bad row named."""

from pathlib import Path

import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE, SECTORS
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.population import read_sectors
from talkoot.scenarios.region import read_region
from talkoot.scenarios.roster import read_roster
from talkoot.scenarios.schema import RegionConfig
from talkoot.sim.engine.start import warm_up

HERE = Path(__file__).parent
TORTURE = HERE / "torture_roster.csv"
FINNISH = (
    "Y-tunnus;Yritys;Kotikunta;Toimiala;Perustettu;Henkilöstö;Liikevaihto (€);Ikä;Vienti\n"
    "111;Kampaamo Säde;Sotkamo;96021;12.3.2009;0;31 500,50;44;ei\n"
    "222;Hiihtäjän Häät Oy;Kajaani;Majoitus- ja ravitsemistoiminta;2015;3;412.000,00;51;kyllä\n"
    "333;Ähtärin Metalli;Kuhmo;C;1998;7;1 204 000;60;kyllä\n"
)
ENGLISH = (
    "id,company,municipality,sector,founded,employees,turnover,owner age,exporting\n"
    '111,"Säde, hair",Sotkamo,personal_creative,2009,0,31500.50,44,no\n'
    '222,Ski,Kajaani,tourism,2015,3,"412,000.00",51,yes\n'
    "333,Metal,Kuhmo,manufacturing,1998,7,1204000,60,yes\n"
)
TOLD = (
    "id",
    "settlement",
    "sector",
    "founded",
    "employees",
    "turnover_eur",
    "owner_age",
    "exporting",
)


def told(row):
    return [getattr(row, name) for name in TOLD]


@pytest.fixture(scope="module")
def expected():
    return [
        ["111", "Sotkamo", "personal_creative", 2009, 0, 31500.5, 44.0, False],
        ["222", "Kajaani", "tourism_hospitality", 2015, 3, 412000.0, 51.0, True],
        ["333", "Kuhmo", "manufacturing", 1998, 7, 1204000.0, 60.0, True],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "text", [FINNISH, ENGLISH, FINNISH.replace(";", "\t")], ids=["fi", "en", "tab"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_same_list_is_understood_however_it_was_saved(
    tmp_path, text, encoding, newline, expected
):
    file = tmp_path / "list.csv"
    file.write_bytes(text.replace("\n", newline).encode(encoding))
    assert [told(row) for row in read_roster(file).rows] == expected


def test_every_bad_row_of_the_torture_file_is_named_and_no_other():
    region = read_region(read_named("region", "kainuu", RegionConfig))
    with pytest.raises(InputError) as refused:
        read_roster(TORTURE, region.settlements)
    lines = TORTURE.read_text("utf-8").splitlines()
    marked = {
        (k, column)
        for k, line in enumerate(lines, 1)
        for column in line.rpartition(";")[2].split()
        if k > 1 and column != "ok"
    }
    named = {(c.line, c.key) for c in refused.value.complaints}
    assert len(marked) > 15
    assert named == marked
    for complaint in refused.value.complaints:
        assert str(TORTURE) in str(complaint)
        assert complaint.found and complaint.expected
    assert "'Kajaani'" in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no rows"),
        (b"kunta;toimiala\n", "no rows"),
        (b"PK\x03\x04\x00\x00", "spreadsheet"),
        (b"kunta;ala;kunta\nKajaani;kauppa;Kuhmo\n", "second column of settlement"),
        (b"nimi;liikevaihto\nA;1000\n", "column is missing"),
        (b"kunta;toimiala\nKajaani;kauppa;1\n", "3 cells"),
    ],
)
def test_a_file_that_is_no_list_is_refused_as_a_whole(tmp_path, content, said):
    file = tmp_path / "list.csv"
    file.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_roster(file)


def start_with(tmp_path, text, firms=300, months=3):
    file = tmp_path / "list.csv"
    file.write_text(text, "utf-8")
    config = read_named("region", "kainuu", RegionConfig)
    config = config.model_copy(update={"firms": firms, "roster": str(file)})
    place = read_region(config)
    return place, warm_up(parameters(), place, read_sectors(), 3, 0, months).firms


def test_the_listed_take_the_place_of_made_up_ones(tmp_path):
    place, firms = start_with(tmp_path, FINNISH)
    bare = read_region(
        read_named("region", "kainuu", RegionConfig).model_copy(update={"firms": 300})
    )
    without = warm_up(parameters(), bare, read_sectors(), 3, 0, 3).firms
    assert (firms.status == ACTIVE).sum() == (without.status == ACTIVE).sum()
    mine = ~np.isin(firms.key, without.key)
    assert mine.sum() == 3
    assert (np.diff(firms.founded) >= 0).all()
    rows = np.flatnonzero(mine)
    found = {
        place.settlements[firms.settlement[i]]: (
            SECTORS[firms.sector[i]], int(firms.founded[i]), int(firms.employees[i]),
            float(firms.owner_age_years[i]), int(firms.exporting[i]),
        )
        for i in rows
    }  # fmt: skip
    assert found == {
        "Sotkamo": ("personal_creative", -84, 0, 37.0, 0),
        "Kajaani": ("tourism_hospitality", -12, 3, 50.0, 1),
        "Kuhmo": ("manufacturing", -216, 7, 42.0, 1),
    }
    sales = firms.usual_value_eur[rows] / firms.value_share[rows]
    listed = {"Sotkamo": 31500.5, "Kajaani": 412e3, "Kuhmo": 1204e3}
    for i, monthly in zip(rows, sales, strict=True):
        assert 12 * monthly == pytest.approx(listed[place.settlements[firms.settlement[i]]])


def test_the_order_of_the_list_does_not_matter_and_one_more_changes_nobodys_luck(tmp_path):
    head, *rows = FINNISH.strip().split("\n")
    _, firms = start_with(tmp_path, FINNISH)
    _, turned = start_with(tmp_path, "\n".join([head, *rows[::-1]]))
    assert all(np.array_equal(a, b) for a, b in zip(firms, turned, strict=True))
    _, more = start_with(tmp_path, FINNISH + "444;D;Suomussalmi;kauppa;2010;0;;;\n")
    _, none = start_with(tmp_path, "\n".join([head, "999;X;Kajaani;kauppa;;;;;"]))
    own = set(firms.key.tolist()) - set(none.key.tolist())
    assert len(own) >= 3
    assert len(set(firms.key.tolist()) - set(more.key.tolist())) <= 1


def test_more_entrepreneurs_than_firms_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"region\.firms=3 makes room"):
        start_with(tmp_path, FINNISH, firms=2)
