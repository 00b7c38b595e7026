"""Small faults in a rule, made from its source: what its proof must notice.

Each fault changes one place: an operator, a number, a comparison, a condition or a bound turned, a
term left out, another argument or parameter of the rule put in. The faulty rule runs in a copy of
its module; everything it calls is sound.
"""

import ast
import copy
import inspect
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from .proof import Proof, Rule, check_example, check_properties

PATIENCE = 3_000
"""Rounds of a loop after which a fault counts as noticed: it never ends."""

OTHER_OPERATOR = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.RShift: ast.LShift,
    ast.LShift: ast.RShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.Pow: ast.Mult,
}
TURNED = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
AT_THE_EDGE = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


class Mutant(NamedTuple):
    """A rule with one fault."""

    name: str  # of the rule, its room before it
    change: str
    run: Rule


def variants(node: ast.AST, meant: dict[str, ast.expr]) -> Iterator[ast.AST]:
    """Yield what could stand in a node's place by mistake."""
    match node:
        case ast.Name(ctx=ast.Load()) | ast.Attribute() if ast.unparse(node) in meant:
            yield meant[ast.unparse(node)]
        case ast.BinOp(left, operator, right):
            yield ast.BinOp(left, OTHER_OPERATOR[type(operator)](), right)
            yield left
            if isinstance(operator, ast.Add | ast.Mult):
                yield right
        case ast.AugAssign(target, operator, value):
            yield ast.AugAssign(target, OTHER_OPERATOR[type(operator)](), value)
        case ast.Compare(left, [operator], [right]):
            yield ast.Compare(left, [TURNED[type(operator)]()], [right])
            if type(operator) in AT_THE_EDGE:
                yield ast.Compare(left, [AT_THE_EDGE[type(operator)]()], [right])
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            for value in values:
                rest = [one for one in values if one is not value]
                yield ast.BoolOp(operator, rest) if len(rest) > 1 else rest[0]
        case ast.UnaryOp(ast.USub() | ast.Not(), operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.Constant(float(value)):
            yield ast.Constant(value * 1.1 if value else 0.1)
        case ast.Call(ast.Name("min" | "max" as name), [one, other]):
            turned = ast.Name("max" if name == "min" else "min", ast.Load())
            yield ast.Call(turned, [one, other], [])
            yield one
            yield other
        case ast.IfExp(test, body, otherwise):
            yield ast.IfExp(test, otherwise, body)
        case ast.If(ast.Name() as test, body, otherwise):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, otherwise)


def neighbours(rule: ast.FunctionDef) -> dict[str, ast.expr]:
    """Return what could be meant instead of each argument and parameter: the next one in use."""
    own = {arg.arg for arg in rule.args.args if arg.arg != "p"}
    used: dict[str, ast.expr] = {}
    for node in ast.walk(rule):
        match node:
            case ast.Name(name, ast.Load()) if name in own:
                used.setdefault(name, node)
            case ast.Attribute(ast.Name("p")):
                used.setdefault(ast.unparse(node), node)
    names = list(used)
    return dict(zip(names, [used[name] for name in [*names[1:], *names[:1]]], strict=True))


def mutants(proof: Proof) -> Iterator[Mutant]:
    """Yield every rule that differs from the sound one by one small fault."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(proof.rule)))
    rule = tree.body[0]
    assert isinstance(rule, ast.FunctionDef)
    rule.decorator_list = []
    rule.returns = None
    for arg in rule.args.args:
        arg.annotation = None
    if ast.get_docstring(rule) is not None:
        rule.body = rule.body[1:]
    seen = {ast.unparse(rule)}
    told: Counter[str] = Counter()  # the same change at two places needs two names
    meant = neighbours(rule)
    places = [node for part in rule.body for node in ast.walk(part)]
    for place, node in enumerate(places):
        for number, variant in enumerate(variants(node, meant)):
            changed = copy.deepcopy(rule)
            there = [one for part in changed.body for one in ast.walk(part)][place]
            fault = list(variants(there, meant))[number]
            _replace(changed, there, fault)
            text = ast.unparse(changed)
            if text not in seen:
                seen.add(text)
                change = f"{ast.unparse(node)}  ->  {ast.unparse(variant)}"
                told[change] += 1
                which = f"  ({told[change]})" if told[change] > 1 else ""
                yield Mutant(proof.name, change + which, _runnable(proof, changed))


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(one is old for one in value):
                value[:] = [new if one is old else one for one in value]


def _runnable(proof: Proof, rule: ast.FunctionDef) -> Rule:
    """Compile a faulty rule in a copy of its module, its loops with an end to their patience."""
    loops = [loop for loop in ast.walk(rule) if isinstance(loop, ast.While)]
    for loop in loops:
        loop.body.insert(0, ast.parse("_round()").body[0])
    if loops:
        rule.body.insert(0, ast.parse(f"_round = iter(range({PATIENCE})).__next__").body[0])
    tree = ast.fix_missing_locations(ast.Module([rule], []))
    room: dict[str, Any] = dict(vars(sys.modules[proof.rule.__module__]))
    exec(compile(tree, f"<mutant of {proof.name}>", "exec"), room)
    return room[rule.name]


def is_noticed(proof: Proof, mutant: Mutant, points: list[dict[str, Any]]) -> bool:
    """Tell whether an example or a property, at one of the points, fails for a faulty rule."""
    try:
        for example in proof.examples:
            check_example(mutant.run, example)
        for point in points:
            check_properties(proof, mutant.run, point)
    except Exception:  # a fault may crash in any way: then it is noticed
        return True
    return False
