"""What YAML would silently misread is told with its line; all mistakes of a file at once."""

import pytest

from talkoot.scenarios.catalogue import read_checked
from talkoot.scenarios.errors import InputError
from talkoot.scenarios.names import CONF
from talkoot.scenarios.schema import EconomyConfig, RegionConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.scenarios.yaml_file import read_yaml
from talkoot.sim.trials.protocol import TrialConfig

POLICY = """\
name: mine
purpose: Mine.
phases:
  - from_month: 0
    to_month: 12
    adviser_hours: 10
    interval_months: 1
"""


def refused(tmp_path, text, shape=PolicyConfig):
    file = tmp_path / "mine.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError) as error:
        read_checked(file, "mine.yaml", shape)
    return [str(complaint) for complaint in error.value.complaints]


def test_a_sound_file_is_read(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(POLICY, "utf-8")
    assert read_checked(file, "mine.yaml", PolicyConfig).phases[0].adviser_hours == 10


@pytest.mark.parametrize(
    ("line", "changed", "said"),
    [
        ("name: mine", "name: NO", "mine.yaml:1: name: 'NO'; expected a name of a-z, 0-9"),
        ("adviser_hours: 10", "adviser_hours: 12:30", "mine.yaml:6: phases.0.adviser_hours: "
         "'12:30'; expected a number"),
        ("adviser_hours: 10", "adviser_hours: 010", "hours: '010'; expected a number"),
        ("adviser_hours: 10", "adviser_hours: 0x1F", "hours: '0x1F'; expected a number"),
        ("adviser_hours: 10", "adviser_hours: 2020-01-01", "hours: '2020-01-01'; expected a num"),
        ("interval_months: 1", "interval_months: 1\n    steering: yes", "mine.yaml:8: "
         "phases.0.steering: 'yes'; expected true or false"),
        ("adviser_hours: 10", "adviser_hours: .nan", "mine.yaml:6: phases.0.adviser_hours: .nan"),
        ("adviser_hours: 10", "adviser_hours: .inf", ".inf; expected a finite number"),
        ("adviser_hours: 10", "adviser_hours: -1", "-1; expected at least 0"),
        ("adviser_hours: 10", "adviser_hours: ten", "'ten'; expected a number"),
        ("adviser_hours: 10", "adviser_hours: yes", "'yes'; expected a number"),
        ("adviser_hours: 10", "advisor_hours: 10", "mine.yaml:6: phases.0.advisor_hours: "
         "no such key; expected 'adviser_hours'"),
        ("interval_months: 1", "interval_months: 1\n    venue: onlin", "mine.yaml:8: "
         "phases.0.venue: 'onlin'; expected 'online'"),
        ("interval_months: 1", "interval_months: 1\n    interval_months: 2", "mine.yaml:8: "
         "phases.0.interval_months: duplicate key interval_months, already in line 7"),
        ("to_month: 12", "to_month: 0", "phases[0] ends (to_month 0) before it begins"),
        ("purpose: Mine.", "purpose: &a Mine.\nlike: *a", "an alias (*); expected the values"),
        ("purpose: Mine.", "purpose: !!str Mine.", "mine.yaml:2: purpose: the tag"),
        ("purpose: Mine.", "purpose: Mine.\n? [a, b]\n: 1", "3: a key that is not plain text"),
        ("purpose: Mine.", "purpose: Mine.\n---\na: 1", "mine.yaml:3: a second document"),
        ("purpose: Mine.", "purpose: Mine.\n<<: *a", "mine.yaml:3: <<: an alias (*)"),
        ("purpose: Mine.", "purpose: Mine.\a", "expected a readable YAML file"),
        ("purpose: Mine.", "purpose: !!python/name:os.system Mine.", "the tag"),
        ("purpose: Mine.", "purpose: [Mine.", "expected a readable YAML file"),
        ("purpose: Mine.", 'purpose: "\\e[2J"', "mine.yaml:2: purpose: a control character"),
        ("name: mine", "name: other", "mine.yaml:1: name: 'other'; expected 'mine', the file's"),
        ("adviser_hours: 10", "adviser_hours: 1e999", "6: phases.0.adviser_hours: 1e999; expected "
         "a finite number"),
        ("hours: 10", "hours: " + "9" * 5000, "mine.yaml:6: phases.0.adviser_hours: 9999"),
        ("hours: 10", "hours: " + "[" * 300, "mine.yaml:6: more than 20 lists or keys"),
        ("hours: 10", "hours: " + "[" * 3000, "mine.yaml:6: more than 20 lists or keys"),
        ("hours: 10", "hours: " + "{a: " * 3000, "mine.yaml:6: more than 20 lists or keys"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(tmp_path, line, changed, said):
    assert POLICY.count(line) == 1
    assert any(said in complaint for complaint in refused(tmp_path, POLICY.replace(line, changed)))


def test_bytes_that_are_not_utf_8_are_told_with_their_line(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_bytes(POLICY.replace("Mine.", "Säätiö").encode("latin-1"))
    with pytest.raises(InputError) as error:
        read_checked(file, "mine.yaml", PolicyConfig)
    assert [str(c).split(";")[0] for c in error.value.complaints] == ["mine.yaml:2: not UTF-8 text"]


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path):
    wrong = POLICY.replace("10", "-1").replace("interval_months", "intervall").replace("12", "NO")
    assert [c.split(":")[1] for c in refused(tmp_path, wrong)] == ["5", "6", "7"]


LIKE = "name: mine\npurpose: x\nlike: joint_handover\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LIKE.replace("handover", "handovr"), "'joint_handovr'; expected 'joint_handover'"),
        (LIKE.replace("joint_handover", "online"), "'online' is itself like 'joint_handover'"),
        (LIKE + "without: [chanel]\n", "mine.yaml:4: without: no element 'chanel' of a policy; "
         "expected 'channel'"),
        (LIKE + "without: [rivalry]\n", "no element 'rivalry' of a policy"),
        (LIKE + "changed: {venu: online}\n", "4: changed.venu: no such key; expected 'venue'"),
        (LIKE + "changed: {adviser_hours: -4}\n", "changed.adviser_hours: -4"),
        ("name: mine\npurpose: x\n", "phases: missing"),
        ("name: mine\npurpose: x\nwithout: [links]\nphases: [{from_month: 0}]\n",
         "nothing to differ from"),
    ],
)  # fmt: skip
def test_a_policy_like_another_is_checked_too(tmp_path, text, said):
    assert said in "\n".join(refused(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shocks: [{from_month: 5, latest_month: 2, months: 3}]", "latest_month 2 lies before 5"),
        ("shocks: [{from_month: 5, months: 3, demand: 0}]", "demand: 0"),
        ("shocks: [{from_month: 5, months: 3, demand_by_sector: {tourism_hospitalty: 0.5}}]",
         "expected 'tourism_hospitality'"),
        ("local_trend_annual: -2", "local_trend_annual: -2"),
    ],
)  # fmt: skip
def test_an_impossible_economy_is_refused(tmp_path, text, said):
    told = refused(tmp_path, f"name: mine\npurpose: x\n{text}\n", EconomyConfig)
    assert said in "\n".join(told)
    assert ":3:" in told[0]


def test_a_policy_like_another_is_told_in_its_own_lines(tmp_path):
    """Found by generated files: without meetings the other's adviser would do nothing."""
    (said, *_) = refused(tmp_path, LIKE + "changed:\n  interval_months: 0\n")
    assert "mine.yaml:4: changed: phases.0.adviser_hours: 50 would do nothing" in said
    assert "expected 0, or meetings" in said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("waves: [0, 12, 24]", "waves: [0, 24, 12]"), ":34: waves: waves [0, 24, 12]; expected "
         "months that start at 0 and rise"),
        (("waves: [0, 12, 24]", "waves: [0, 12]"), ": sample: sample.response has 3 shares; "
         "expected one for each of 2 waves"),
        (("firms: 599", "firms: 99"), ": arms: arms take 299 firms; expected at most "
         "sample.firms, 99"),
    ],
)  # fmt: skip
def test_a_trial_whose_numbers_do_not_fit_together_is_refused(tmp_path, changed, said):
    """Found by generated files: neither key nor what was expected was told."""
    text = (CONF / "trial" / "case.yaml").read_text("utf-8").replace("name: case", "name: mine")
    assert text.count(changed[0]) == 1
    assert said in "\n".join(refused(tmp_path, text.replace(*changed), TrialConfig))


def test_an_empty_list_of_facts_is_no_region(tmp_path):
    """Found by generated files: pandas had nothing to put together."""
    text = "name: mine\ntitle: x\npurpose: x\nfacts: []\n"
    (said,) = refused(tmp_path, text, RegionConfig)
    assert "mine.yaml:4: facts: []; expected a name, a list of names or a CSV file" in said


def test_facts_and_a_made_up_region_exclude_each_other(tmp_path):
    text = "name: mine\ntitle: x\npurpose: x\n"
    said = "facts: facts are missing, and synthetic too; expected one of the two"
    assert said in refused(tmp_path, text, RegionConfig)[0]


def test_what_may_be_text_is_text_and_what_is_a_number_is_one(tmp_path):
    """YAML 1.1 made false, 750, 8 and a date of the first four."""
    file = tmp_path / "mine.yaml"
    text = "[NO, 12:30, 010, 2020-01-01, 1_0, 1e3, -.5, '1', 'true', '~', 0, ~, True]\nb:"
    file.write_text(f"a: {text}", "utf-8")
    sound = ["NO", "12:30", "010", "2020-01-01", "1_0", 1e3, -0.5, "1", "true", "~", 0, None, True]
    read = read_yaml(file, "mine.yaml")
    assert read.complaints == [] and repr(read.content) == repr({"a": sound, "b": None})


def test_lines_are_those_of_the_file(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(POLICY, "utf-8")
    lines = read_yaml(file, "mine.yaml").lines
    assert lines["phases", 0, "adviser_hours"] == 6
    assert lines["name",] == 1
