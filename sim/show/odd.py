"""The ODD+D document: prose from a template, every fact read from the code."""

import ast
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined

from talkoot.agents import purposes
from talkoot.agents.accounts import ACCOUNTS
from talkoot.agents.activities import inclination, minutes_of
from talkoot.agents.activity_names import ACTIVITIES
from talkoot.agents.columns import Firms, Groups, Ventures, describe
from talkoot.agents.parameters import ABOUT, parameters
from talkoot.scenarios.catalogue import read_named
from talkoot.scenarios.names import shipped
from talkoot.scenarios.region import read_region
from talkoot.scenarios.schema import EconomyConfig, PolicyConfig, RegionConfig, VentureConfig
from talkoot.sim.engine.month import SCHEDULE
from talkoot.sim.engine.tracker_region import METRICS
from talkoot.sim.experiment.store.fields import field_of

AGENTS = Path(str(files("talkoot.agents")))
ROOMS = ("agents", "scenarios", "sim")


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
                body = [part for part in node.body if not _is_docstring(part)]
                stated.append(
                    Rule(
                        room=path.stem,
                        name=node.name,
                        signature=", ".join(arg.arg for arg in node.args.args if arg.arg != "p"),
                        meaning=(ast.get_docstring(node) or "").split("\n")[0],
                        parameters=tuple(sorted(parameters_in(node))),
                        code="\n".join(ast.unparse(part) for part in body),
                    )
                )
    return stated


def _is_rule(node: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Name) and one.id == "rule" for one in node.decorator_list)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def parameters_in(tree: ast.AST) -> set[str]:
    """Return the parameters that code reads: attributes of ``p``, ``m.p`` or ``parameters()``."""
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return read & set(ABOUT)


def unread() -> list[str]:
    """Return parameters that no code reads: they would promise what is not simulated."""
    root = AGENTS.parent
    read: set[str] = set()
    for room in ROOMS:
        for path in (root / room).rglob("*.py"):
            read |= parameters_in(ast.parse(path.read_text("utf-8")))
    return sorted(set(ABOUT) - read)


def odd() -> str:
    """Return the document as Markdown."""
    template = (files(__package__) / "templates" / "odd.md").read_text("utf-8")
    environment = Environment(  # Markdown, not HTML: nothing to escape
        autoescape=False, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    stated = rules()
    p = parameters()
    return environment.from_string(template).render(
        tables={"Entrepreneurs": Firms, "Groups": Groups, "Joint ventures": Ventures},
        describe=describe,
        schedule=[(line, process.__name__, _first(process.__doc__)) for line, process in SCHEDULE],
        rooms=sorted({rule.room for rule in stated}),
        rules=stated,
        readers={name: [r.name for r in stated if name in r.parameters] for name in ABOUT},
        areas=list(dict.fromkeys(about.area for about in ABOUT.values())),
        parameters=list(ABOUT.values()),
        purposes=sorted((v, k) for k, v in vars(purposes).items() if k.isupper()),
        activities=[
            (name.replace("_", " "), minutes_of(p, k), inclination(p, k))
            for k, name in enumerate(ACTIVITIES)
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


def _first(text: str | None) -> str:
    return (text or "").split("\n")[0]
