"""The ODD+D document: prose from a template, every fact read from the code."""

import ast
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from talkoot.agents import purposes
from talkoot.agents.accounts import ACCOUNTS
from talkoot.agents.activity_list import ACTIVITY_LIST
from talkoot.agents.columns import Firms, Groups, Ventures
from talkoot.agents.parameters import ABOUT
from talkoot.agents.rows import describe
from talkoot.scenarios.arrays import arrays
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import shipped
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import EconomyConfig, RegionConfig, VentureConfig
from talkoot.scenarios.schema_policy import PolicyConfig
from talkoot.sim.engine.month import SCHEDULE
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.store.fields import field_of

from .followed import rules_followed
from .pages import filled_in

AGENTS = Path(str(files("talkoot.agents")))


class Rule(NamedTuple):
    """A rule as it stands in the code."""

    room: str  # file in agents/, without .py
    name: str
    signature: str
    meaning: str  # first line of its docstring
    parameters: tuple[str, ...]  # of the parameter table, that it reads
    code: str


def rules() -> list[Rule]:
    """Return all rules of agents/, room by room, in the order in which they stand."""
    stated = []
    for path in sorted(AGENTS.glob("*.py")):
        source = path.read_text("utf-8")
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef) and _is_rule(node):
                signature = ", ".join(arg.arg for arg in node.args.args if arg.arg != "p")
                meaning = _first(ast.get_docstring(node))
                code = "\n".join(map(ast.unparse, node.body[1:] if meaning else node.body))
                known = tuple(sorted(parameters_in(node)))
                stated.append(Rule(path.stem, node.name, signature, meaning, known, code))
    return stated


def _is_rule(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "rule" for one in node.decorator_list)


def parameters_in(tree: ast.AST) -> set[str]:
    """Return the parameters that code reads: attributes of ``p``, ``m.p`` or ``parameters()``."""
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return read & set(ABOUT)


def odd() -> str:
    """Return the document as Markdown."""
    stated = rules()
    names = {rule.name for rule in stated if rule.room not in ("chance", "arithmetic")}
    return filled_in(
        "odd.md",
        tables={"Entrepreneurs": Firms, "Groups": Groups, "Joint ventures": Ventures},
        describe=describe,
        schedule=[(line, *_process(process, names)) for line, process in SCHEDULE],
        rooms=sorted({rule.room for rule in stated}),
        rules=stated,
        readers={name: [r.name for r in stated if name in r.parameters] for name in ABOUT},
        areas=list(dict.fromkeys(about.area for about in ABOUT.values())),
        parameters=list(ABOUT.values()),
        arrays=arrays(),
        road_per_line=ABOUT["road_per_line"].value,
        purposes=sorted((v, k) for k, v in vars(purposes).items() if k.isupper()),
        activities=[
            (one.name.replace("_", " "), one.minutes, one.inclination) for one in ACTIVITY_LIST
        ],
        accounts=ACCOUNTS,
        metrics=METRICS,
        field_of=field_of,
        policies=[read_named("policy", name, PolicyConfig) for name in shipped("policy")],
        regions=[
            (config, read_region(config))
            for config in (read_named("region", name, RegionConfig) for name in shipped("region"))
        ],
        economies=[read_named("economy", name, EconomyConfig) for name in shipped("economy")],
        ventures=[read_named("venture", name, VentureConfig) for name in shipped("venture")],
    )


def _process(process: Callable[..., Any], names: set[str]) -> tuple[str, str, list[str]]:
    """Return a process's name, what it does, and the rules it follows."""
    name = process.__name__
    module = process.__module__.rpartition(".")[2]
    return name, _first(process.__doc__), rules_followed(module, name, names)


def _first(text: str | None) -> str:
    return (text or "").split("\n")[0]
