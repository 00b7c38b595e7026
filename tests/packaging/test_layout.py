"""Talkoot runs from a bare checkout, from a wheel and from an editable install alike."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import talkoot

CHECKOUT = Path(__file__).resolve().parents[2]
ROOMS = ("agents", "scenarios", "sim", "conf")
WHERE_AGENTS_ARE = "import talkoot.agents as agents; print(agents.__file__)"


def printed_by(command: list[str], cwd: Path, env: Mapping[str, str] | None = None) -> str:
    """Run a command in a folder, without this process's PYTHONPATH, and return what it prints."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, env={**clean, **(env or {})}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout.strip()


def python(*arguments: str, cwd: Path, at: Path) -> str:
    """Run this interpreter in `cwd` with `at` as its PYTHONPATH."""
    return printed_by([sys.executable, *arguments], cwd, {"PYTHONPATH": str(at)})


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git would carry: files tracked, and files new but not ignored."""
    target = tmp_path_factory.mktemp("clone")
    listing = printed_by(["git", "ls-files", "-z", "-co", "--exclude-standard"], CHECKOUT)
    for name in filter(None, listing.split("\0")):
        if (CHECKOUT / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CHECKOUT / name, target / name, follow_symlinks=False)
    return target


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder that has nothing to do with the checkout."""
    return tmp_path


@pytest.fixture(scope="module")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the clone."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    printed_by([*pip, "--wheel-dir", str(folder), str(clone)], folder)
    (built,) = folder.glob("talkoot-*.whl")
    return built


def test_a_bare_clone_runs_from_any_folder(clone: Path, elsewhere: Path) -> None:
    answer = python("-m", "talkoot", "--version", cwd=elsewhere, at=clone)
    assert talkoot.__version__ in answer
    assert python("-c", WHERE_AGENTS_ARE, cwd=elsewhere, at=clone).startswith(str(clone))


def test_the_wheel_carries_every_file_of_the_rooms(clone: Path, wheel: Path) -> None:
    in_rooms = {
        f"talkoot/{path.relative_to(clone)}"
        for room in ROOMS
        for path in (clone / room).rglob("*")
        if path.is_file() and path.suffix not in {".md", ".pyc"}
    }
    assert in_rooms - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_the_unpacked_wheel_runs_alone(wheel: Path, elsewhere: Path) -> None:
    unpacked = elsewhere / "site"
    zipfile.ZipFile(wheel).extractall(unpacked)
    assert python("-c", WHERE_AGENTS_ARE, cwd=elsewhere, at=unpacked).startswith(str(unpacked))
    assert talkoot.__version__ in python("-m", "talkoot", "--version", cwd=elsewhere, at=unpacked)


def test_a_spawned_worker_finds_the_rules(clone: Path, elsewhere: Path) -> None:
    script = elsewhere / "parent.py"
    script.write_text(
        "import importlib\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "def where(name):\n"
        "    return importlib.import_module(name).__file__\n"
        "if __name__ == '__main__':\n"
        "    with ProcessPoolExecutor(1, mp_context=get_context('spawn')) as pool:\n"
        "        print(pool.submit(where, 'talkoot.agents.chance').result(timeout=60))\n"
    )
    found = python(str(script), cwd=elsewhere, at=clone)
    assert Path(found).resolve() == clone / "agents" / "chance.py"


def test_an_editable_install_follows_the_checkout(clone: Path, elsewhere: Path) -> None:
    venv = elsewhere / "venv"
    printed_by([sys.executable, "-m", "venv", "--without-pip", str(venv)], elsewhere)
    (site,) = venv.glob("lib/python*/site-packages")
    (site / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n")  # the locked packages
    its_python = str(venv / "bin" / "python")
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    printed_by([its_python, *install, "--editable", str(clone)], elsewhere)

    assert talkoot.__version__ in printed_by(
        [str(venv / "bin" / "talkoot"), "--version"], elsewhere
    )
    where = printed_by([its_python, "-c", WHERE_AGENTS_ARE], elsewhere)
    assert Path(where).resolve() == clone / "agents" / "__init__.py"


def test_a_clone_without_links_runs_too(clone: Path, elsewhere: Path) -> None:
    """As git makes it on a Windows machine that has no links: files that hold where they lead."""
    copy = elsewhere / "copy"
    shutil.copytree(clone, copy, symlinks=True)
    links = [path for path in (copy / "talkoot").iterdir() if path.is_symlink()]
    for link in links:
        leads_to = os.readlink(link)
        link.unlink()
        link.write_text(leads_to)
    assert {link.name for link in links} == set(ROOMS)
    where = python("-c", WHERE_AGENTS_ARE, cwd=elsewhere, at=copy)
    assert Path(where) == copy / "agents" / "__init__.py"
    assert talkoot.__version__ in python("-m", "talkoot", "--version", cwd=elsewhere, at=copy)
