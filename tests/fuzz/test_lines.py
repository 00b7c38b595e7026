"""Whatever is typed is understood or refused in words: no traceback, no nonsense."""

import time

import pytest

from talkoot.scenarios.errors import InputError, TalkootError
from talkoot.sim.commands.asking import question_asked
from talkoot.sim.commands.cli import _main
from tests.lines import study_from

from .lines import COMPOSED, typed_lines
from .sound import faults_of, nonsense_in

READ = {verb: lambda typed, verb=verb: question_asked(verb, typed)[1] for verb in COMPOSED}
READ["compare"] = study_from
LONGEST_S = 0.3


def tried(verb, typed):
    """Return what is wrong with how a line is taken, and the CPU seconds that a refusal took."""
    started = time.process_time()
    try:
        config = READ[verb](typed)
    except InputError as error:
        return list(faults_of(error)), time.process_time() - started
    except TalkootError as error:
        return [] if str(error) else ["nothing is said"], time.process_time() - started
    except Exception as error:
        return [f"{type(error).__name__}: {error}"], 0.0
    return list(nonsense_in(config)), 0.0


def wrong_among(count, seed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    wrong, slow = [], []
    for verb, typed in typed_lines(count, seed):
        if verb in READ:
            faults, seconds = tried(verb, typed)
            if seconds > LONGEST_S:
                slow.append((seconds, verb, typed))
        elif verb in ("validate", "new"):
            continue
        else:
            faults = plainly(verb, typed)
        wrong += [(verb, typed, fault) for fault in faults]
    return wrong, slow


def plainly(verb, typed):
    """Return what is wrong with how a verb that runs nothing takes a line."""
    try:
        code = _main([verb, *typed])
    except Exception as error:
        return [f"{type(error).__name__}: {error}"]
    return [] if code in (0, 1, 2) else [f"exit code {code}"]


def test_random_lines_are_understood_or_refused_in_words(tmp_path, monkeypatch, capsys):
    wrong, _ = wrong_among(150, 1, tmp_path, monkeypatch)
    assert not wrong


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(2, 22))
def test_twenty_thousand_random_lines(tmp_path, monkeypatch, capsys, seed):
    wrong, slow = wrong_among(1_000, seed, tmp_path, monkeypatch)
    assert not wrong
    assert len(slow) <= 5, slow  # another process had the core
