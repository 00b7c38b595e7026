"""Editors, type checkers and coverage follow every name, in a clone and in a wheel."""

import json
import re
import sys
import sysconfig
import zipfile
from pathlib import Path

import jedi
import pytest

from .outside import CHECKOUT, printed_by

RULES = (CHECKOUT / "agents").glob("*.py")
(RULE,) = [path for path in RULES if "def chance_to_attend(" in path.read_text()]
SOUND = f"""\
from pathlib import Path

import talkoot as tk
from talkoot.agents.{RULE.stem} import chance_to_attend

study: tk.Study = tk.compare(policies=["pbas"], months=12, results=Path("results"))
rows: int = len(study.effects)
once: tk.Run = study.run("pbas", replication=1)
memos: str = once.memos
over = tk.sweep({{"region": ["kainuu", "lapland"], "months": range(12, 25, 12)}}, seed=2)
over.plot("sweep").savefig("sweep.png")
estimates = tk.trial("colombia", replications=2).summary.head()
names: list[str] = tk.names("region")
tk.Model(region="kainuu", months=3).step()
try:
    tk.open_study("results/none")
except tk.InputError as error:
    print(error.complaints[0].key, chance_to_attend, tk.parameters().loc["wage_eur"])
"""
WRONG = [
    'tk.compare(months="12")',
    "tk.compare(monhts=12)",
    "tk.comparre()",
    "study.efects",
    "headline: int = study.headline",
    "tk.sweep(3)",
    "once.events.nothing_like_it()",
]


@pytest.fixture(scope="session", params=["clone", "wheel"])
def interpreter(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """A user's interpreter with the locked packages and Talkoot, and where Talkoot is."""
    venv = tmp_path_factory.mktemp("venv")
    printed_by([sys.executable, "-m", "venv", "--without-pip", str(venv)], venv)
    (site,) = venv.glob("lib/python*/site-packages")
    where: Path = request.getfixturevalue(request.param)
    (site / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n")
    if request.param == "wheel":
        zipfile.ZipFile(where).extractall(site)
        where = site / "talkoot"
    else:
        (site / "talkoot.pth").write_text(f"{where}\n")  # as `make run` installs the checkout
    return venv / "bin" / "python", where


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A user's script, sound at first and wrong in its last lines."""
    path = tmp_path / "mine.py"
    path.write_text("\n".join([SOUND.rstrip(), *WRONG, ""]))
    return path


def wrong_lines(script: Path) -> list[int]:
    lines = script.read_text().splitlines()
    return [lines.index(wrong) + 1 for wrong in WRONG]


@pytest.mark.parametrize(
    ("name", "path", "begins"),
    [
        ("chance_to_attend", f"agents/{RULE.name}", "def chance_to_attend("),
        ("tk.compare", "sim/api/compare.py", "def compare("),
        ("tk.Model", "sim/engine/model.py", "class PeerNetworkModel("),
        ("study.effects", "sim/api/study.py", "def effects("),
    ],
)
def test_an_editor_goes_to_the_definition(interpreter, script, name, path, begins):
    program, where = interpreter
    project = jedi.Project(script.parent, environment_path=str(program))
    text = f"{SOUND}\n{name}\n"
    found = jedi.Script(text, path=script, project=project).goto(
        text.count("\n"), len(name), follow_imports=True
    )
    (target,) = found
    assert target.module_path.resolve() == (where / path).resolve()
    assert target.module_path.read_text().splitlines()[target.line - 1].strip().startswith(begins)


def test_mypy_follows_and_finds_what_is_wrong(interpreter, script):
    program, _ = interpreter
    check = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(program)]
    check += ["--cache-dir", str(script.parent / "cache"), str(script)]
    told = printed_by(check, script.parent, code=1)
    assert sorted({int(line) for line in re.findall(r"mine.py:(\d+): error", told)}) == wrong_lines(
        script
    ), told
    script.write_text(SOUND)
    assert "no issues found" in printed_by(check, script.parent)


def test_pyright_follows_and_finds_what_is_wrong(interpreter, script):
    program, _ = interpreter
    settings = script.parent / "pyrightconfig.json"
    settings.write_text(json.dumps({"typeCheckingMode": "standard"}))
    check = [sys.executable, "-m", "basedpyright", "--pythonpath", str(program), "--outputjson"]
    told = json.loads(printed_by([*check, str(script)], script.parent, code=1))
    errors = [one for one in told["generalDiagnostics"] if one["severity"] == "error"]
    found = {one["range"]["start"]["line"] + 1 for one in errors}
    assert sorted(found) == wrong_lines(script), errors
    script.write_text(SOUND)
    assert json.loads(printed_by([*check, str(script)], script.parent))["generalDiagnostics"] == []


def test_coverage_reports_the_rules(interpreter, elsewhere):
    program, where = interpreter
    script = elsewhere / "mine.py"
    script.write_text("from talkoot.agents.parameters import ABOUT\nprint(len(ABOUT))\n")
    cover = [str(program), "-m", "coverage"]
    printed_by([*cover, "run", "--source=talkoot", str(script)], elsewhere)
    printed_by([*cover, "json", "--quiet"], elsewhere)
    files = json.loads((elsewhere / "coverage.json").read_text())["files"]
    read = {Path(elsewhere, name).resolve(): about["summary"] for name, about in files.items()}
    rules = read[(where / "agents" / "parameters.py").resolve()]
    assert 10 < rules["covered_lines"] < rules["num_statements"]
