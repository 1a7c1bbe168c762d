"""Which book it is that came back, and where its inputs stand: by the recipe that it carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.opened.areas import address
from elevshare.project import Project
from elevshare.returned.made import made_of
from elevshare.returned.translated import translated
from elevshare.returned.version import Age, age_of, knows_spellings, refuses_odd_rooms
from elevshare.text import shown
from elevshare.workbook.book import family_of
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.plan import Plan
from elevshare.workbook.reading.cells import Cells, Place
from elevshare.workbook.reading.meanings import FORMER, PLAIN, PRESENT, Meanings
from elevshare.workbook.recipe import Recipe, parse

if TYPE_CHECKING:
    from elevshare.opened import OpenedBook

_RECIPE, _VERSION = "book_recipe", "book_version"
_NOT_OURS = "请给出用本软件或现成模板填好的簿子"
_MOVED = "请把数据抄到一本新生成的簿子里，不要插入、删除行列或给工作表改名"
_UPDATE = "请用新版的软件打开它"


@dataclass(frozen=True, slots=True)
class Located:
    """A book of this or an earlier version.

    Attributes:
        plan: where everything stands in a book of this version.
        cells: the book's inputs where the plan has them.
        unread: filled-in inputs of an earlier version that this one has no place for.
    """

    plan: Plan | LeasePlan
    cells: Cells
    unread: tuple[Place, ...] = ()


def located(book: OpenedBook, *, by_labels: bool = False) -> Located:
    """Where the inputs of a book stand.

    Args:
        book: of this or an earlier version.
        by_labels: find the inputs by what they are called, wherever they stand, as those of an
            earlier version are.

    Raises:
        InputError: it is not a book of ours, or of a later version; a sheet is gone or renamed,
            rows or columns moved.
    """
    recipe = parsed(book)
    age = age_of(text_of(book, _VERSION))
    if age is Age.NEWER:
        raise InputError("由更新的版本生成，本机的版本读不了", where=book.name, todo=_UPDATE)
    if age is Age.OLDER or by_labels:
        return _by_labels(book, recipe)
    plan = _planned(book, recipe.project())
    _check_sheets(book, plan)
    _check_rows(book, plan)
    for name, due in family_of(plan.project).names(plan).items():
        found = book.named(name)
        if found is None or (found.sheet.title, found.area) != address(due):
            about = f"“{due.split('!')[0]}”的行列被移动过，或有名称被删掉了（{name}）"
            raise InputError(about, where=book.name, todo=_MOVED)
    return Located(plan, Cells(book))


def _meanings(version: str) -> Meanings:
    """What the formulas of a version make of 住户."""
    if not knows_spellings(version):
        return PLAIN
    return PRESENT if refuses_odd_rooms(version) else FORMER


def _by_labels(book: OpenedBook, recipe: Recipe) -> Located:
    """The inputs of a book by what they are called."""
    made = made_of(recipe)
    plan = _planned(book, made.project)
    moved = translated(book, made)
    block = plan.households
    if not any(place.sheet == block.sheet for place in moved.stood):
        raise InputError(f"找不到“{block.sheet}”的表头", where=book.name, todo=_MOVED)
    meanings = _meanings(text_of(book, _VERSION))
    return Located(plan, Cells(moved.book, moved.stood, meanings), moved.unread)


def _planned(book: OpenedBook, project: Project) -> Plan | LeasePlan:
    """The plan of a project whose book has households."""
    plan = family_of(project).plan(project)
    if not isinstance(plan, Plan | LeasePlan):
        raise InputError("不是有住户的簿子", where=book.name, todo=_NOT_OURS)
    return plan


def parsed(book: OpenedBook) -> Recipe:
    """The recipe that a book carries.

    Raises:
        InputError: it carries none, or one that no book of this program has.
    """
    text = text_of(book, _RECIPE)
    if not text:
        raise InputError(
            "没有本工具的制作记录，不是分摊簿，或来源页被改动过", where=book.name, todo=_NOT_OURS
        )
    try:
        recipe = parse(text)
        recipe.project()
    except InputError as error:
        raise InputError(error.what, where=book.name, todo=error.todo) from error
    return recipe


def text_of(book: OpenedBook, name: str) -> str:
    """The text of the first cell that a defined name stands for; empty where there is none."""
    found = book.named(name)
    return Cells(book).text(Place(found.sheet.title, *found.area.first)) if found else ""


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
