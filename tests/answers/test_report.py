"""The report escapes what it is given, and its figures draw without a warning."""

from talkoot.sim.answers.answer import answer_of
from talkoot.sim.answers.report import page, pictures
from talkoot.sim.experiment.run import run_study

from ..commands.test_compare_command import SMALL


def test_a_report_escapes_names_and_draws_every_figure(tmp_path):
    from talkoot.sim.commands.configure import study_from

    config = study_from([*SMALL, f"results={tmp_path}"])
    config = config.model_copy(
        update={
            "policies": [
                policy.model_copy(update={"purpose": "<script>alert(1)</script>"})
                for policy in config.policies
            ]
        }
    )
    answer = answer_of(run_study(config))
    drawn = pictures(answer)
    assert set(drawn) == {"effects", "time", "plane", "map"}
    text = page(answer, drawn)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text
