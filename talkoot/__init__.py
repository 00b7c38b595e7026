"""Talkoot: how the facilitation of peer-learning groups shapes rural entrepreneurship.

The rooms agents/, scenarios/, sim/ and conf/ stand at the top of the checkout; links in this folder
make them talkoot.agents, talkoot.scenarios, talkoot.sim and talkoot.conf.
"""

from pathlib import Path

__version__ = "0.1.0.dev0"

if not Path(__file__).with_name("agents").is_dir():  # a clone on Windows without links
    __path__.append(str(Path(__file__).resolve().parent.parent))
