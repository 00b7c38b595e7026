"""Talkoot as others get it: a clone, a wheel."""

import shutil
import sys
from pathlib import Path

import pytest

from .outside import CHECKOUT, printed_by


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def wheel(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the clone."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    printed_by([*pip, "--wheel-dir", str(folder), str(clone)], folder)
    (built,) = folder.glob("talkoot-*.whl")
    return built
