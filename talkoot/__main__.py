"""`python -m talkoot` is the command `talkoot`."""

from talkoot.sim.commands.cli import entry

if __name__ == "__main__":
    entry()
