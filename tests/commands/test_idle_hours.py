"""Hours that nobody could use are refused as typed; those that nobody did use are told."""

import re

import pytest

from .test_own_worlds import talkoot_at

POLICY = """\
name: mine
purpose: Mine.
phases:
  - from_month: 0
    to_month: 12
    interval_months: {first}
    {hours}: {many}
  - from_month: 12
    interval_months: 1
    one_on_one_hours: 80
"""
EARLY = (
    "my/policy/mine.yaml:3: phases: phases[0].researcher_hours 8 would do nothing: before the "
    "first phase with meetings a group has no members; expected 0, or meetings, or "
    "one_on_one_hours for clients"
)
IDLE = (
    "my/policy/mine.yaml:7: phases.0.{}: 8 would do nothing in a phase without meetings "
    "(interval_months: 0); expected 0, or meetings"
)


def under(tmp_path, **said):
    page = tmp_path / "my" / "policy" / "mine.yaml"
    page.parent.mkdir(parents=True)
    page.write_text(POLICY.format(**said), "utf-8")
    small = ("policy=mine", "region.firms=320", "months=12", f"results={tmp_path}")
    return talkoot_at(tmp_path, "run", *small)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("adviser_hours", IDLE.format("adviser_hours") + ", or one_on_one_hours for clients"),
        ("outreach", IDLE.format("outreach")),
        ("researcher_hours", EARLY),
    ],
)
def test_what_nobody_could_use_is_refused(tmp_path, hours, said):
    done = under(tmp_path, first=0, hours=hours, many=8)
    assert done.returncode == 2
    assert said in done.stderr.splitlines()
    assert list(tmp_path.glob("run-*")) == []


def test_what_nobody_used_is_told(tmp_path):
    """Nobody is invited, so nobody comes: all evenings lapse."""
    done = under(tmp_path, first=1, hours="adviser_hours", many=8)
    assert done.returncode == 0, done.stderr
    told = r"^mine: of (\d+) hours paid for groups, (\d+) \(100 %\) were not used.$"
    paid, unused = re.search(told, done.stdout, re.M).groups()
    assert paid == unused and int(paid) >= 8 * 12


def test_what_is_used_is_not_told(tmp_path):
    done = under(tmp_path, first=0, hours="one_on_one_hours", many=8)
    assert done.returncode == 0, done.stderr
    assert "not used" not in done.stdout
