"""`python -m talkoot` is the command `talkoot`."""

import sys

from talkoot.sim.commands.cli import main

if __name__ == "__main__":
    sys.exit(main())
