"""Talkoot runs from a bare checkout, from a wheel and from an editable install alike."""

import os
import shutil
import sys
import sysconfig
import zipfile
from pathlib import Path

import talkoot

from .outside import printed_by, python

ROOMS = ("agents", "scenarios", "sim", "conf")
WHERE_AGENTS_ARE = "import talkoot.agents as agents; print(agents.__file__)"


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
