"""What a study says when it is interrupted."""

import sys

from talkoot.sim.experiment.ending import say_how_to_go_on


def test_the_line_that_goes_on_is_what_was_typed(monkeypatch, capfd):
    monkeypatch.setattr(sys, "argv", ["/some/where/talkoot", "compare", "study=a b"])
    say_how_to_go_on()
    told = "\ntalkoot: interrupted; to go on:  talkoot compare 'study=a b'\n"
    assert capfd.readouterr().err == told
