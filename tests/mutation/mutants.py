"""Small wrong changes of a Python module, one at a time: what tests should notice.

Left as they are: texts (tests of messages compare those), annotations, decorators, and
``strict=`` of ``zip``, which only guards what the caller has made sure of.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

#: Operator or statement → what stands in its place: off by one, arithmetic, boolean.
_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.Continue: ast.Break, ast.Break: ast.Continue, ast.Raise: ast.Pass,
}  # fmt: skip
_NAMES = {"max": "min", "min": "max", "any": "all", "all": "any"}
#: Conditions of what runs in no test: imports for the checker of types, a module as a program.
_NEVER_RUN = ("TYPE_CHECKING", "__name__ == '__main__'")
_UNTOUCHED = {"annotation", "returns", "decorator_list"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed module: the line it differs in (``row`` from 1, before, after), all its text."""

    row: int
    before: str
    after: str
    source: str


@dataclass(frozen=True, slots=True)
class _Site:
    """A place in a tree (``at``: index in a list, or ``None``), and what may stand there."""

    holder: ast.AST
    name: str
    at: int | None
    row: int
    other: ast.AST

    def swap(self, other: ast.AST) -> ast.AST:
        """Put something in this place, and return what was there."""
        field = getattr(self.holder, self.name)
        if self.at is None:
            setattr(self.holder, self.name, other)
            return field
        was, field[self.at] = field[self.at], other
        return was


class Mutable:
    """A module's text and all the mutants of it.

    >>> module = Mutable("def paid(fen, most=3):\\n    return max(0, fen)")
    >>> [module.mutant(number).after for number in range(len(module))]
    ... # doctest: +NORMALIZE_WHITESPACE
    ['def paid(fen, most=4):', '    return None', '    return min(0, fen)', '    return max(1, fen)']
    """

    def __init__(self, source: str) -> None:
        self._tree = ast.parse(source)
        self._sites = list(_sites(self._tree, 1))
        self._lines = ast.unparse(self._tree).splitlines()

    def __len__(self) -> int:
        return len(self._sites)

    def mutant(self, number: int) -> Mutant:
        """The mutant with a number, from 0."""
        site = self._sites[number]
        was = site.swap(site.other)
        source = ast.unparse(ast.fix_missing_locations(self._tree))
        site.swap(was)
        pairs = zip(self._lines, source.splitlines(), strict=True)
        before, after = next((one, other) for one, other in pairs if one != other)
        return Mutant(site.row, before, after, source)


def _sites(holder: ast.AST, row: int) -> Iterator[_Site]:
    """All places below a node, in the order of the text; ``row`` is the line of the node."""
    row = getattr(holder, "lineno", row)
    if isinstance(holder, ast.If) and ast.unparse(holder.test) in _NEVER_RUN:
        return
    for name, field in ast.iter_fields(holder):
        if name in _UNTOUCHED or (isinstance(holder, ast.keyword) and holder.arg == "strict"):
            continue
        for at, node in enumerate(field if isinstance(field, list) else [field]):
            if isinstance(node, ast.AST):
                where = at if isinstance(field, list) else None
                for other in _others(holder, name, node):
                    yield _Site(holder, name, where, getattr(node, "lineno", row), other)
                yield from _sites(node, row)


def _others(holder: ast.AST, name: str, node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    if swapped := _SWAPPED.get(type(node)):
        yield swapped()
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        yield ast.Constant(not node.value if isinstance(node.value, bool) else node.value + 1)
    elif _is_default(holder, name):
        yield from _other_defaults(node)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.Name) and node.id in _NAMES:
        yield ast.Name(_NAMES[node.id])
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield ast.Pass()
    elif isinstance(node, ast.Return) and not _is_none(node.value):
        yield ast.Return(ast.Constant(None))
    if name == "test" and isinstance(holder, ast.If | ast.While):
        yield ast.Constant(False)
    elif name == "test":
        yield ast.UnaryOp(ast.Not(), node)
    elif name == "ifs":
        yield ast.Constant(True)


def _is_default(holder: ast.AST, name: str) -> bool:
    """Whether a field holds the default of an argument, or of a field of a class."""
    return name in ("defaults", "kw_defaults") or (
        name == "value" and isinstance(holder, ast.AnnAssign)
    )


def _other_defaults(node: ast.AST) -> Iterator[ast.AST]:
    """Another default: some text, or nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield ast.Constant("" if node.value else "?")
    elif not _is_none(node):
        yield ast.Constant(None)


def _is_none(node: ast.AST | None) -> bool:
    """Whether an expression is missing, or ``None``."""
    return node is None or (isinstance(node, ast.Constant) and node.value is None)
