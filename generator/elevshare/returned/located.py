"""Which book it is that came back: its plan, from the recipe that it carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.opened.areas import address
from elevshare.project import Project
from elevshare.returned.cells import Cells, Place
from elevshare.text import shown
from elevshare.workbook.book import kind_of
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.plan import Plan
from elevshare.workbook.recipe import parse

if TYPE_CHECKING:
    from elevshare.opened import OpenedBook

_RECIPE = "book_recipe"
_NOT_OURS = "请给出用 elevshare make 或现成模板生成、填好的簿子"
_MOVED = "请把数据抄到一本新生成的簿子里，不要插入、删除行列或给工作表改名"


def plan_of(book: OpenedBook) -> Plan | LeasePlan:
    """Where everything stands in a book.

    Raises:
        InputError: it is not a book of ours, a sheet is gone or renamed, rows or columns moved.
    """
    project = _shape(book, _recipe(book))
    kind = kind_of(project)
    plan = kind.plan(project)
    if not isinstance(plan, Plan | LeasePlan):
        raise InputError("不是有住户的簿子", where=book.name, todo=_NOT_OURS)
    _check_sheets(book, plan)
    _check_rows(book, plan)
    for name, due in kind.names(plan).items():
        found = book.named(name)
        if found is None or (found.sheet.title, found.area) != address(due):
            about = f"“{due.split('!')[0]}”的行列被移动过，或有名称被删掉了（{name}）"
            raise InputError(about, where=book.name, todo=_MOVED)
    return plan


def _shape(book: OpenedBook, recipe: str) -> Project:
    """A project of the book's shape."""
    try:
        return parse(recipe).project()
    except InputError as error:
        raise InputError(error.what, where=book.name, todo=error.todo) from error


def _recipe(book: OpenedBook) -> str:
    """The line of text that the book carries."""
    found = book.named(_RECIPE)
    if found and (text := Cells(book).text(Place(found.sheet.title, *found.area.first))):
        return text
    raise InputError(
        "没有本工具的制作记录，不是分摊簿，或来源页被改动过", where=book.name, todo=_NOT_OURS
    )


def _check_sheets(book: OpenedBook, plan: Plan | LeasePlan) -> None:
    """Every sheet that holds inputs must be there, under its name."""
    titles = {sheet.title for sheet in book.sheets}
    lost = [title for title in dict.fromkeys((*plan.sections, "住户")) if title not in titles]
    if lost:
        listed = "、".join(f"「{shown(title)}」" for title in lost)
        raise InputError(f"工作表{listed}改了名或被删掉了", where=book.name, todo=_MOVED)


def _check_rows(book: OpenedBook, plan: Plan | LeasePlan) -> None:
    """Every section and single input must stand in its row, as its label tells."""
    cells = Cells(book)
    for sheet, sections in plan.sections.items():
        labels = {plan.parameters[one.key]: one.title for one in sections}
        labels |= {plan.parameters[f.key]: f.label for one in sections for f in one.fields}
        for row, label in sorted(labels.items()):
            if (said := cells.text(Place(sheet, row, 1))) != label:
                about = f"“{sheet}”第 {row} 行应是“{shown(label)}”，现在是「{shown(said)}」"
                raise InputError(about, where=book.name, todo=_MOVED)
