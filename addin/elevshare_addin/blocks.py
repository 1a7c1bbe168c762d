"""Arguments as Excel hands them over: blocks of cells, of which some functions take just one.

An argument left out is ``None``; one that is there is a list of rows, a single cell one row of
one. Results have the shape of the block that they answer to, and are empty where it is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from elevshare_addin.cells import Cell, NumberKind, empty, number
from elevshare_addin.descriptions import label
from elevshare_addin.refusal import PASSED_ON, VALUE, RefusalError

Read = TypeVar("Read")
Block = Sequence[Sequence[Cell]]
#: A result: rows of cells, or one value.
Result = float | str | list[list[float | str | None]]

#: More rows than any list of households has: somebody picked whole columns.
MAX_CELLS = 20_000


def block(given: object) -> Block | None:
    """An argument in one shape, whoever calls: ``None`` where it was left out.

    >>> block(3.0), block([1.0, 2.0]), block([[1.0], [2.0]]), block(None)
    ([[3.0]], [[1.0, 2.0]], [[1.0], [2.0]], None)
    """
    if given is None:
        return None
    if not isinstance(given, list | tuple):
        return [[given]]  # type: ignore[list-item]
    return given if given and isinstance(given[0], list | tuple) else [given]


def refuse_errors(names: Sequence[str], blocks: Sequence[Block | None]) -> None:
    """Pass on the first error value among the arguments, as Excel's own functions do.

    Raises:
        RefusalError: with the error that came in, or ``#VALUE!`` where the add-in cannot say it.
    """
    for name, cells in zip(names, blocks, strict=False):
        if cells is None or PASSED_ON.keys().isdisjoint(chain.from_iterable(cells)):
            continue
        error = next(str(cell) for cell in chain.from_iterable(cells) if cell in PASSED_ON)
        raise RefusalError(
            PASSED_ON[error], f"有错误值 {error}", where=label(name), todo="请先改正那个单元格"
        )


def size(cells: Block) -> tuple[int, int]:
    """Rows and columns of a block."""
    return len(cells), len(cells[0])


def place(name: str, shape: tuple[int, int], position: int) -> str:
    """Where a cell is, for a message: its argument, and row and column inside the block.

    >>> place("areas", (3, 1), 1), place("areas", (1, 3), 1), place("areas", (2, 2), 3)
    ('面积（areas）第 2 行', '面积（areas）第 2 列', '面积（areas）第 2 行第 2 列')
    """
    rows, columns = shape
    row, column = divmod(position, columns)
    text = f"第 {row + 1} 行" if rows > 1 else ""
    text += f"第 {column + 1} 列" if columns > 1 else ""
    return f"{label(name)}{text}"


def needed(cells: Block | None, name: str) -> Block:
    """A block that must be there."""
    if cells is None:
        raise RefusalError(VALUE, "没有填写", where=label(name), todo="请补上这个参数")
    if len(cells) * len(cells[0]) > MAX_CELLS:
        raise RefusalError(
            VALUE,
            f"超过 {MAX_CELLS} 格",
            where=label(name),
            todo="请只选有住户的几行，不要选整列",
        )
    return cells


def flat(cells: Block) -> list[Cell]:
    """All cells of a block, row by row."""
    return list(chain.from_iterable(cells))


def beside(cells: Block | None, name: str, other: Block, like: str) -> list[Cell] | None:
    """The cells of a block that goes with another: as many, or one that holds for all.

    Raises:
        RefusalError: another number of cells.
    """
    if cells is None:
        return None
    found, count = flat(needed(cells, name)), len(other) * len(other[0])
    if len(found) == 1:
        return found * count
    if len(found) != count or 1 < len(other) != len(cells) > 1:
        sizes = " 列，".join(f"{len(one)} 行 {len(one[0])}" for one in (cells, other))
        raise RefusalError(
            VALUE,
            f"与{label(like)}不一样大：{sizes} 列",
            where=label(name),
            todo="请选同样多的格子",
        )
    return found


def one(cells: Block | None, name: str) -> Cell:
    """The cell of an argument that is a single one; empty where it was left out."""
    if cells is None:
        return None
    if size(cells) != (1, 1):
        rows, columns = size(cells)
        raise RefusalError(
            VALUE,
            f"是 {rows} 行 {columns} 列",
            where=label(name),
            todo="这个参数只能是一个单元格或一个数",
        )
    return cells[0][0]


def one_number(cells: Block | None, name: str, kind: NumberKind, default: int | None = None) -> int:
    """A single number; ``default`` where it is empty or left out.

    Raises:
        RefusalError: it must be there and is not, or it is no such number.
    """
    cell = one(cells, name)
    if empty(cell):
        if default is None:
            raise RefusalError(VALUE, "没有填写", where=label(name), todo=kind.todo)
        return default
    return number(cell, kind, label(name))


def positions(cells: Sequence[Cell], name: str) -> list[int]:
    """Positions of the cells that are not empty.

    Raises:
        RefusalError: all of them are.
    """
    found = [at for at, cell in enumerate(cells) if cell.__class__ is float or not empty(cell)]
    if not found:
        raise RefusalError(VALUE, "全是空的", where=label(name), todo="请至少填一格")
    return found


def each(
    cells: Sequence[Cell],
    at: Sequence[int],
    read: Callable[[Cell], Read],
    name: str,
    shape: tuple[int, int],
    at_once: Callable[[Sequence[Cell]], list[Read] | None] = lambda _: None,
) -> list[Read]:
    """What is in the cells at some positions; of equal cells only the first is really read.

    ``at_once`` reads all of them where they are as usual, see ``cells.numbers``.

    Raises:
        RefusalError: one cannot be read; the message says which.
    """
    chosen = [cells[position] for position in at]
    if (found := at_once(chosen)) is not None:
        return found
    keys = list(zip(map(type, chosen), chosen, strict=True))
    known: dict[tuple[type, Cell], Read] = {}
    for key in dict.fromkeys(keys):
        try:
            known[key] = read(key[1])
        except RefusalError as refusal:
            raise refusal.at(place(name, shape, at[keys.index(key)])) from None
    return [known[key] for key in keys]


def shaped(values: Mapping[int, float], shape: tuple[int, int]) -> Result:
    """Values by position in a block's shape, empty elsewhere; a single cell is one value.

    >>> shaped({0: 1.5, 2: 2.5}, (3, 1)), shaped({0: 1.5}, (1, 1))
    ([[1.5], [None], [2.5]], 1.5)
    """
    rows, columns = shape
    if shape == (1, 1):
        return values[0]
    if columns == 1:
        return [[values.get(row)] for row in range(rows)]
    return [
        [values.get(row * columns + column) for column in range(columns)] for row in range(rows)
    ]
