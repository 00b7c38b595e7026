"""A list of one's own entrepreneurs: understood however it was saved, or every bad row named."""

import os
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from talkoot.agents.columns import ACTIVE, SECTORS
from talkoot.agents.joining import may_join
from talkoot.agents.parameters import parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.region import read_region
from talkoot.scenarios.roster import read_roster, remark_on_size
from talkoot.scenarios.schema import RegionConfig
from talkoot.scenarios.sectors import read_sectors
from talkoot.scenarios.table_file import MOST_BYTES, SEPARATORS, decoded, separator_of
from talkoot.scenarios.trades import sections, sector_of, words
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


HEAD = "Yritystunnus;Kunta;Toimiala;Perustettu;Henkilöstö;Liikevaihto;Ikä\n"


def refused(tmp_path, *rows, head=HEAD):
    file = tmp_path / "list.csv"
    file.write_text(head + "\n".join(rows), "utf-8")
    with pytest.raises(InputError) as error:
        read_roster(file)
    return [(c.line, c.key, f"{c.found}; expected {c.expected}") for c in error.value.complaints]


@pytest.mark.parametrize(
    ("trades", "sector"),
    [
        ("A|01|1110|C10|Jordbruk|Ganadería|Metsäpalvelut|Marjanviljely|"
         "Jordbruk, skogsbruk och fiske|Agricultura, ganadería, silvicultura y pesca|Reindeer",
         "primary_food"),
        ("C|b|16.10|Teollisuus|Artesanía|Tillverkning|Hirsitalotehdas", "manufacturing"),
        ("F|43210|Bygg|Construcción|Maanrakennus ja kuljetus|Husbygg i Sveg", "construction"),
        ("G|47|4711|Handel|Comercio|Verkkokauppa|Koivulan kyläkauppa|Fiskhandel", "trade"),
        ("H|4932|Transporte|Taksiliikenne|Åkeri|Transport och magasinering", "transport"),
        ("I|I56|I 56.10|56101|Hotelli|Turismo rural|Hostelería|Hotell- och restaurangverksamhet|"
         "Lounasravintola|Majoitus- ja ravitsemistoiminta|Casa rural", "tourism_hospitality"),
        ("J|P|62|85|Tilitoimisto|Konsult|Asesoría fiscal|Koulutus|Redovisningsbyrå|IT",
         "expert_services"),
        ("S|R|9602|Parturi-kampaamo|Palvelut|Frisör|Peluquería|Muu palvelutoiminta|Servicios|"
         "Jalkahoito|Hudvård", "personal_creative"),
    ],
)  # fmt: skip
def test_trades_are_known_in_the_languages_of_the_regions_shipped(trades, sector):
    for trade in trades.split("|"):
        assert sector_of(trade) == sector, trade


@pytest.mark.parametrize(
    "trade",
    ["Vitamin C", "Plan B", "=cmd|' /C calc'!A0", "A ja O", "T-paita", "poetry", "1", "00", "40",
     "A56", "B12", "2024001", "Muu vitamin", "Other things", "V", "ÄÖ"],
)  # fmt: skip
def test_what_says_no_trade_is_refused(tmp_path, trade):
    assert sector_of(trade) is None
    ((line, key, said),) = refused(tmp_path, f'1;Kajaani;"{trade}";2010;0;50000;45')
    assert (line, key) == (2, "sector")
    assert said.startswith(f"no trade {trade!r}; expected ")
    assert "a NACE code, or one of primary_food, manufacturing" in said


def test_every_word_is_found_as_it_is_spelt_and_every_sector_in_every_language():
    for word, written in words().spelt.items():
        assert sector_of(written) == words().whole[word], written
    sectors = {row.sector for row in sections()}
    assert sectors == set(words().inside.values()) == set(SECTORS)
    divisions = [d for row in sections() for d in range(row.first, row.last + 1)]
    assert len(divisions) == len(set(divisions))


@pytest.mark.parametrize(
    "heading",
    ["Yritystunnus", "Y-tunnus", "Organisationsnummer", "Org.nr", "CIF", "NIF", "NIF/CIF"],
)
def test_one_entrepreneur_does_not_stand_twice(tmp_path, heading):
    head = HEAD.replace("Yritystunnus", heading)
    rows = ("1-1;Kajaani;kauppa;2010;0;50000;45", "2;Kajaani;kauppa;2010;0;50000;45")
    told = refused(tmp_path, *rows, "1 1;Kuhmo;kauppa;2011;0;50000;45", head=head)
    assert told == [(4, "id", "'1 1' stands in line 2 too; expected each entrepreneur once")]


@pytest.mark.parametrize(
    ("row", "key", "said"),
    [
        ("1;Kajaani;kauppa;1980;0;50000;20", "owner_age", "20, of a firm founded in 1980; expected "
         "at least 46: 15 when it was founded (ages at the end of 2010, the latest year in the"),
        ("1;Kajaani;kauppa;1980;0;50000;45.5", "owner_age", "45.5, of a firm founded in 1980"),
        ("1;Kajaani;kauppa;1980;0;190;50", "turnover_eur", "190 for 1 at work; expected EUR, not"),
        ("1;Kajaani;kauppa;1980;4;900;50", "turnover_eur", "900 for 5 at work; expected EUR, not"),
        ("1;Kajaani;kauppa;1980;;190;50", "turnover_eur", "190 for 1 at work; expected EUR, not"),
    ],
)  # fmt: skip
def test_an_owner_was_no_child_and_a_turnover_feeds_somebody(tmp_path, row, key, said):
    ((line, told_key, told_said),) = refused(tmp_path, row, "2;Kuhmo;kauppa;2010;0;50000;30")
    assert (line, told_key) == (2, key)
    assert told_said.startswith(said)


def test_a_founder_of_fifteen_is_taken(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(
        HEAD + "1;Kajaani;kauppa;1980;9;50000;46\n2;Kuhmo;kauppa;2010;0;200;16\n", "utf-8"
    )
    assert [row.owner_age for row in read_roster(file).rows] == [46.0, 16.0]


def test_all_that_is_wrong_with_a_list_is_told_at_once(tmp_path):
    rows = (
        "1;Kajaani;poetry;1980;0;50;20",
        "1;Kuhmo;kauppa;2010",
        "1;Kajaani;;soon;kaksi;-1;7",
        "2;Kajaani;kauppa;2010;0;50000;45",
    )
    told = refused(tmp_path, *rows, head=HEAD.replace("Kunta", "Missä"))
    where = [(line, key) for line, key, _ in told]
    assert where == sorted(where, key=lambda one: one[0])
    assert set(where) == {
        (1, "settlement"), (2, "sector"), (2, "turnover_eur"), (2, "owner_age"), (3, ""),
        (4, "sector"), (4, "founded"), (4, "employees"), (4, "turnover_eur"),
        (4, "owner_age"), (4, "id"),
    }  # fmt: skip


@pytest.mark.parametrize(("employees", "large"), [((0, 9), 0), ((0, 12), 1), ((10, 12), 2)])
def test_firms_that_are_not_micro_are_taken_and_remarked_on(tmp_path, employees, large):
    rows = [f"{k};Kajaani;kauppa;2010;{n};900000;45" for k, n in enumerate(employees)]
    (tmp_path / "list.csv").write_text(HEAD + "\n".join(rows), "utf-8")
    read = [row.employees for row in read_roster(tmp_path / "list.csv").rows]
    p = parameters()
    remark = remark_on_size(read, p.micro_limit_employees)
    assert remark.startswith(
        f"{large} of 2 with 10 employees or more: no micro firms" * bool(large)
    )
    assert bool(remark) == bool(large)
    assert sum(not may_join(p, ACTIVE, -1, 0.0, n, ACTIVE) for n in read) == large


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


def test_who_is_listed_with_ten_employees_is_not_small_by_nature(tmp_path):
    rows = [f"{staff};Kajaani;kauppa;2010;{staff};{90_000 + staff};50" for staff in (9, 10, 12)]
    _, firms = start_with(tmp_path, HEAD + "\n".join(rows) + "\n")
    sales = 12.0 * firms.usual_value_eur / np.maximum(firms.value_share, 1e-9)
    small = [
        int(firms.small_by_nature[np.flatnonzero(np.isclose(sales, 90_000 + staff, rtol=1e-7))[0]])
        for staff in (9, 10, 12)
    ]
    assert small == [1, 0, 0]


def test_more_entrepreneurs_than_firms_are_refused(tmp_path):
    with pytest.raises(InputError, match=r"region\.firms=3 makes room"):
        start_with(tmp_path, FINNISH, firms=2)


def test_a_table_of_one_column_has_some_separator_and_is_read():
    assert separator_of("firm\nOy\n") in SEPARATORS
    assert separator_of("firm") in SEPARATORS
    assert separator_of("name;town\nA, B and C;Kajaani, Finland\n") == ";"
    assert separator_of("") in SEPARATORS


def test_a_pipe_that_holds_too_much_is_refused_and_not_cut(tmp_path):
    pipe = tmp_path / "firms.csv"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=(b"firm\n" + b"x" * MOST_BYTES,))
    writer.start()
    with pytest.raises(InputError) as error:
        decoded(pipe)
    writer.join(10.0)
    assert "at most" in str(error.value)
