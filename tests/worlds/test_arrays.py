"""Numbers in tables of facts are told like parameters, and a contrast varies them."""

import numpy as np
import pytest

from talkoot.agents.parameters import ABOUT, parameters
from talkoot.scenarios.arrays import arrays
from talkoot.scenarios.facts import FACTS, read_facts
from talkoot.scenarios.sectors import calendar_under, read_sectors, sectors_under


@pytest.mark.parametrize("array", arrays(), ids=lambda array: array.name)
def test_an_array_is_told_in_full(array):
    assert array.low <= array.least <= array.most <= array.high
    assert array.unit and array.meaning
    assert array.status in {"evidence", "calibrated", "assumed"}
    assert array.source or array.status == "assumed"
    assert not array.contrast or array.contrast in ABOUT


@pytest.mark.parametrize("table", ["sectors", "calendar"])
def test_every_column_is_told(table):
    columns = list(read_facts(FACTS / f"{table}.csv").columns[1:])
    told = []
    for array in arrays():
        name, _, span = array.name.partition(".")
        if name == table:
            first, _, last = span.partition(" to ")
            told += columns[columns.index(first) : columns.index(last or first) + 1]
    assert sorted(told) == sorted(columns)


def test_at_a_contrast_of_one_the_table_stands():
    table = read_sectors()
    for ours, theirs in zip(sectors_under(parameters(), table), table, strict=True):
        assert ours.tobytes() == theirs.tobytes()


def test_without_contrast_trades_and_months_are_alike():
    alike = {one.contrast: 0.0 for one in arrays() if one.contrast}
    trades = sectors_under(parameters(**alike), read_sectors())
    assert trades.share == pytest.approx(np.full(8, 1 / 8))
    assert trades.turnover_ratio == pytest.approx(np.ones(8))
    assert trades.open_share == pytest.approx(np.full(8, read_sectors().open_share.mean()))
    assert trades.topic_weight == pytest.approx(np.full((8, 8), 1 / 8))
    assert trades.season == pytest.approx(np.ones((8, 12)))
    months = calendar_under(parameters(**alike))
    assert months.births == pytest.approx(np.ones(12))
    assert months.closings == pytest.approx(np.ones(12))
    assert set(months.winter) == {0.0, 1.0}


@pytest.mark.parametrize("contrast", [0.0, 0.6, 1.25])
def test_shares_stay_shares(contrast):
    names = [one.contrast for one in arrays() if one.contrast]
    changed = {name: min(contrast, ABOUT[name].high) for name in names}
    trades = sectors_under(parameters(**changed), read_sectors())
    assert trades.share.sum() == pytest.approx(1.0)
    assert trades.topic_weight.sum(1) == pytest.approx(np.ones(8))
    for column in trades:
        assert (column >= 0.0).all()
