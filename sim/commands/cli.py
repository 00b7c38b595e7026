"""The command `talkoot`."""

import sys

from talkoot import __version__


def main() -> int:
    """Print the version for `--version`; return the exit code."""
    if sys.argv[1:] == ["--version"]:
        print(f"talkoot {__version__}")
        return 0
    print("usage: talkoot --version", file=sys.stderr)
    return 2
