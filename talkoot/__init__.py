"""Talkoot: how the facilitation of peer-learning groups shapes rural entrepreneurship.

The rooms agents/, scenarios/, sim/ and conf/ stand at the top of the checkout and are
imported as talkoot.agents, talkoot.scenarios, talkoot.sim and talkoot.conf.
"""

from pathlib import Path

__version__ = "0.1.0.dev0"

_checkout = Path(__file__).resolve().parent.parent
if (_checkout / "pyproject.toml").is_file() and (_checkout / "agents").is_dir():
    __path__.append(str(_checkout))
