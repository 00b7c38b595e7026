"""Talkoot: how the facilitation of peer-learning groups shapes rural entrepreneurship.

    import talkoot as tk

    study = tk.compare(region="kainuu", policies=["self_organised", "pbas"], replications=12)
    print(study.headline)       # study.effects, study.ranking, study.plot(), study.report()

compare     policies for a region, against a baseline      -> Study
sweep       the same in many scenarios                     -> Study
run         one policy once, closely: months, events       -> Run
trial       a published field experiment, replayed         -> its estimates, truth, bias
open_study  a study that was run before                    -> Study
studies     which studies there are
names       what can be chosen: names("region")
parameters  the table of parameters
Model       the model itself, a Mesa model

All of them refuse what the command line refuses, with InputError; all errors are TalkootError.

The rooms agents/, scenarios/, sim/ and conf/ stand at the top of the checkout; links in this folder
make them talkoot.agents, talkoot.scenarios, talkoot.sim and talkoot.conf.
"""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkoot.scenarios.errors import InputError, TalkootError
    from talkoot.sim.api.choices import names, parameters
    from talkoot.sim.api.compare import compare, sweep
    from talkoot.sim.api.run import Run, run
    from talkoot.sim.api.shelf import studies
    from talkoot.sim.api.study import Study, open_study
    from talkoot.sim.api.trial import trial
    from talkoot.sim.engine.model import PeerNetworkModel as Model

__version__ = "0.1.0.dev0"
__all__ = [
    "InputError",
    "Model",
    "Run",
    "Study",
    "TalkootError",
    "__version__",
    "compare",
    "names",
    "open_study",
    "parameters",
    "run",
    "studies",
    "sweep",
    "trial",
]

if not os.path.isdir(os.path.join(os.path.dirname(__file__), "agents")):
    # a clone on Windows without links
    __path__.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

if not TYPE_CHECKING:  # which would make every misspelt name an attribute

    def __getattr__(name):
        """Import a name when it is first asked for: `import talkoot` loads nothing else."""
        from importlib import import_module

        where = {
            "InputError": "scenarios.errors",
            "Model": "sim.engine.model",
            "Run": "sim.api.run",
            "Study": "sim.api.study",
            "TalkootError": "scenarios.errors",
            "compare": "sim.api.compare",
            "names": "sim.api.choices",
            "open_study": "sim.api.study",
            "parameters": "sim.api.choices",
            "run": "sim.api.run",
            "studies": "sim.api.shelf",
            "sweep": "sim.api.compare",
            "trial": "sim.api.trial",
        }
        if name not in where:
            raise AttributeError(f"module 'talkoot' has no attribute {name!r}")
        module = import_module(f"talkoot.{where[name]}")
        return getattr(module, "PeerNetworkModel" if name == "Model" else name)

    def __dir__():
        return __all__
