"""`talkoot report study=[a,b]`: each study's answer, and all of them in one table and file."""

import pandas as pd

from talkoot.sim.commands import verb_report
from tests.lines import plan_from, run_study

SMALL = ["region.firms=80", "replications=2", "months=3", "policies=[pbas]", "robustness=0"]


def test_two_studies_stand_side_by_side_with_their_files_numbers(tmp_path, capsys):
    for name, region in (("north", "lapland"), ("east", "kainuu")):
        plan = plan_from([*SMALL, f"region={region}", f"study={name}", f"results={tmp_path}"])
        run_study(plan.base)
    assert verb_report.main(["study=[north,east]", f"results={tmp_path}"]) == 0
    said = capsys.readouterr().out
    table = said[said.index("Side by side") :]
    together = pd.read_csv(tmp_path / "side_by_side.csv")
    for name in ("north", "east"):
        one = pd.read_csv(tmp_path / name / "effects.csv")
        mine = together[together["study"] == name].drop(columns="study").reset_index(drop=True)
        pd.testing.assert_frame_equal(mine, one, rtol=1e-12)
        worth = pd.read_csv(tmp_path / name / "ranking.csv").set_index("policy")
        assert f"{worth.loc['pbas', 'net_benefit_eur'] / 1e3:+,.0f} [" in table
    assert table.index("north") < table.index("east")


def test_an_unknown_study_among_several_is_named(tmp_path, capsys):
    from talkoot.sim.commands.cli import _main

    assert _main(["report", "study=[a,b]", f"results={tmp_path}"]) == 2
    said = capsys.readouterr().err
    assert "no study 'a'" in said and "no study 'b'" in said
