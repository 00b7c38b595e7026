"""The report escapes what it is given, needs nothing from elsewhere, draws without a warning."""

import itertools
import re
from types import SimpleNamespace

import pytest

from talkoot.sim.answers.answer import answer_of
from talkoot.sim.answers.headline import headline
from talkoot.sim.experiment.work.network import FIGURES
from talkoot.sim.show.report import page, pictures, write_report
from talkoot.sim.show.style import PALETTE, colours, dashes, name_in_lines, spread
from talkoot.sim.show.table_answer import print_answer
from tests.lines import run_study, study_from

from ..commands.test_compare_command import SMALL

LONG = "a_policy_with_a_very_long_name_that_somebody_typed_in_a_hurry"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A study whose texts are markup, with a long name."""
    folder = tmp_path_factory.mktemp("hostile")
    config = study_from([*SMALL, f"results={folder}"])
    renamed = {"pbas": LONG}
    policies = [
        policy.model_copy(
            update={
                "purpose": "<script>alert(1)</script>",
                "name": renamed.get(policy.name, policy.name),
            }
        )
        for policy in config.policies
    ]
    region = config.region.model_copy(update={"title": "<b>[bold]Kainuu"})
    return run_study(config.model_copy(update={"policies": policies, "region": region}))


def test_a_report_escapes_names_and_draws_every_figure(hostile):
    answer = answer_of(hostile)
    drawn = pictures(answer)
    assert set(drawn) == {"effects", "time", "plane", "map"}
    text = page(answer, drawn)
    assert "<script" not in text and "<b>" not in text
    assert "&lt;script&gt;" in text


def test_a_report_refers_to_nothing_outside_itself(hostile):
    text = write_report(answer_of(hostile)).read_text("utf-8")
    sources = re.findall(r"""(?:src|href|url|@import)\s*[=(]\s*["']?([^"'\s>)]{1,40})""", text)
    assert len(sources) == 4
    assert all(source.startswith("data:image/png;base64,") for source in sources)
    assert "http://" not in text and "https://" not in text
    assert (hostile / "effects.csv").exists()


def test_the_terminal_shows_titles_as_they_are_and_names_whole(hostile, capsys):
    print_answer(answer_of(hostile))
    lines = capsys.readouterr().out.splitlines()
    assert LONG in [line.split(" ")[0] for line in lines]
    assert "<b>[bold]Kainuu" in lines[1]
    assert "causal" in "".join(lines)


def test_a_study_without_groups_has_a_report_too(tmp_path):
    asked = [word for word in SMALL if not word.startswith("policies=")]
    line = [*asked, "policies=[no_support,one_on_one]", f"results={tmp_path}"]
    folder = run_study(study_from(line))
    answer = answer_of(folder)
    print_answer(answer)
    assert "data:image/png" in write_report(answer).read_text("utf-8")
    assert "members' turnover" not in headline(answer_of(folder))


def test_a_policy_like_the_baseline_is_told_as_no_difference(tmp_path):
    asked = [word for word in SMALL if not word.startswith("policies=")]
    line = [*asked, "policies=[pbas,one_on_one]", "baseline=pbas", f"results={tmp_path}"]
    config = study_from(line)
    twin = config.policies[0].model_copy(update={"name": "twin"})
    answer = answer_of(run_study(config.model_copy(update={"policies": [*config.policies, twin]})))
    twins = answer.effects[answer.effects["policy"] == "twin"]
    assert len(twins) > 0
    same = twins["outcome"].str.endswith("_unchanged")
    level = twins["outcome"].isin(FIGURES)
    values = twins[["difference", "low", "high"]]
    assert (values[~same & ~level] == 0.0).all(axis=None)
    assert (values[same] == 1.0).all(axis=None) and same.sum() == 2, "all members are as they were"


def test_labels_keep_their_order_and_their_distance():
    heights = spread([0.5, 0.52, 0.1, 0.51], 0.1)
    assert sorted(range(4), key=heights.__getitem__) == [2, 0, 3, 1]
    ordered = sorted(heights)
    assert min(b - a for a, b in itertools.pairwise(ordered)) >= 0.1 - 1e-12


def test_a_long_name_breaks_into_lines_and_loses_nothing():
    assert name_in_lines(LONG).replace("\n", "") == LONG
    assert max(map(len, name_in_lines(LONG).split("\n"))) <= 22


def test_no_two_policies_have_the_same_colour_and_line():
    names = [f"policy_{k}" for k in range(3 * len(PALETTE))]
    config = {"policies": [{"name": name} for name in ["base", *names]]}
    answer = SimpleNamespace(config=config, baseline="base")
    ink, line = colours(answer), dashes(answer)
    assert set(line) == set(names)
    assert len({(ink[name], line[name]) for name in names}) == len(names)
    assert {line[name] for name in names[: len(PALETTE)]} == {"-"}
    assert ink["base"] not in PALETTE
