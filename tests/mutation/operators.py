"""The mutants of a source: each changes one expression or statement, as a slip of the hand would.

Left out are annotations, decorators, texts, what stands in a complaint (``raise ...``), and how a
page or figure looks.
"""

import ast
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

COMPARED: dict[type, tuple[type, ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
COUNTED: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)
"""Conditions without an operator that is mutated by itself: they are turned round."""
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
CALLED |= {"np.minimum": "np.maximum", "np.maximum": "np.minimum"}
LOOKS = {"alpha", "capsize", "color", "dashes", "dpi", "figsize", "fontsize", "frameon"}
LOOKS |= {"highlight", "key", "labelsize", "linewidth", "linewidths", "lw", "markersize"}
LOOKS |= {"markup", "ms", "rotation", "s", "strict", "zorder"}
"""Keywords of calls, whose values are not mutated; ``strict`` of zip only guards."""
TEXT = (ast.JoinedStr, ast.List, ast.ListComp)


@dataclass(frozen=True)
class Change:
    """One mutant: bytes ``start`` to ``end`` of the source become ``after``."""

    line: int
    function: str
    start: int
    end: int
    before: str
    after: str

    def applied(self, source: str) -> str:
        """Return the mutated source."""
        raw = source.encode()
        return (raw[: self.start] + self.after.encode() + raw[self.end :]).decode()

    @property
    def words(self) -> str:
        """What becomes what, on one line."""
        return in_words(self.before, self.after)


def in_words(before: str, after: str) -> str:
    """Return what becomes what, on one line."""
    return f"{' '.join(before.split())} -> {' '.join(after.split())}"


def mutants(source: str) -> list[Change]:
    """Return all mutants of a source, in the order of its lines."""
    raw = source.encode()
    begins = [0]
    for line in raw.splitlines(keepends=True):
        begins.append(begins[-1] + len(line))
    page = ast.parse(source)
    asked = {id(node.test) for node in ast.walk(page) if isinstance(node, (ast.If, ast.While))}
    found = []
    for function, node in _sites(page, ""):
        assert isinstance(node, (ast.expr, ast.stmt))
        start = begins[node.lineno - 1] + node.col_offset
        end = begins[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        before = raw[start:end].decode()
        if not _stands_there(node, before):
            continue
        turned = [_turned(node)] if id(node) in asked and isinstance(node, PLAIN) else []
        for mutant in [*turned, *_mutated(node)]:
            after = ast.unparse(ast.fix_missing_locations(mutant))
            if isinstance(node, ast.expr) and not isinstance(node, (ast.Constant, ast.Compare)):
                after = f"({after})"
            found.append(Change(node.lineno, function, start, end, before, after))
    return found


def _stands_there(node: ast.AST, text: str) -> bool:
    """Tell whether a node is where it says: before Python 3.12 those in f-strings may not be."""
    try:
        (there,) = ast.parse(f"({text}\n)" if isinstance(node, ast.expr) else text).body
    except (SyntaxError, ValueError):
        return False
    found = there.value if isinstance(there, ast.Expr) and isinstance(node, ast.expr) else there
    return ast.dump(found) == ast.dump(node)


def _sites(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST]]:
    """Walk the nodes that may be mutated, each with the function or class it stands in."""
    if isinstance(node, ast.Raise) or _is_for_types(node):
        return
    if isinstance(node, ast.keyword) and node.arg in LOOKS and not _names(node.value):
        return
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "figure":  # its width and height
        return
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        function = f"{function}.{node.name}".lstrip(".")
    elif isinstance(node, (ast.expr, ast.stmt)):
        yield function, node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _sites(child, function)


def _mutated(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[operator]):
            for other in COMPARED[type(operator)]:
                yield _with(node, ops=[other()])
        case ast.BinOp():
            yield from _counted(node)
        case ast.BoolOp():
            yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
            yield _with(node, values=node.values[1:]) if len(node.values) > 2 else node.values[1]
            yield _with(node, values=node.values[:-1]) if len(node.values) > 2 else node.values[0]
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.IfExp():
            yield _with(node, body=node.orelse, orelse=node.body)
        case ast.Constant():
            yield from _numbers(node.value)
        case ast.Call():
            yield from _called(node)
        case ast.AugAssign():
            if type(node.op) in COUNTED:
                yield _with(node, op=COUNTED[type(node.op)]())
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()
        case ast.Continue():
            yield ast.Break()
        case ast.Break():
            yield ast.Continue()
        case ast.Return(value=ast.Tuple(elts=[first, second])):
            yield _with(node, value=ast.Tuple([second, first]))


def _with(node: ast.AST, **changed: object) -> ast.AST:
    mutant = copy(node)
    for name, value in changed.items():
        setattr(mutant, name, value)
    return mutant


def _counted(node: ast.BinOp) -> Iterator[ast.AST]:
    sides = (node.left, node.right)
    if any(isinstance(s, TEXT) or _is_text(s) for s in sides) or type(node.op) not in COUNTED:
        return
    if any(isinstance(s, ast.Constant) and s.value is None for s in sides):
        return  # a type: X | None
    yield _with(node, op=COUNTED[type(node.op)]())
    yield node.left
    if isinstance(node.op, (ast.Add, ast.Mult, ast.BitAnd, ast.BitOr)):
        yield node.right


def _names(value: ast.expr) -> list[ast.AST]:
    return [node for node in ast.walk(value) if isinstance(node, ast.Name)]


def _is_for_types(node: ast.AST) -> bool:
    """Tell whether these are imports that only a type checker sees."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _turned(condition: ast.expr) -> ast.AST:
    return ast.UnaryOp(ast.Not(), condition)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _numbers(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value > 0:
            yield ast.Constant(value - 1)
    elif isinstance(value, float):
        yield ast.Constant(1.25 * value if value else 1.0)


def _called(node: ast.Call) -> Iterator[ast.AST]:
    if (name := ast.unparse(node.func)) in CALLED:
        yield _with(node, func=ast.parse(CALLED[name], mode="eval").body)
        return  # to swap what is compared changes nothing
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return
    for k, (one, other) in enumerate(pairwise(node.args)):
        if ast.dump(one) != ast.dump(other):
            yield _with(node, args=[*node.args[:k], other, one, *node.args[k + 2 :]])
            return
