"""Where a line of a terminal goes on."""

from talkoot.sim.show.lines import fit_to_width


def test_it_goes_on_below_its_words_unless_its_name_takes_over_half_the_line():
    beside = "  fifteen_letters  " + "some words " * 4
    assert fit_to_width(beside, 38).split("\n")[1].startswith(" " * 19 + "words")
    assert fit_to_width(beside, 36).split("\n")[1].startswith("  words")
