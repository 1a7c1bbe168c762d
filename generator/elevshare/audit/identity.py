"""Which book it is: its scheme, version and recipe, by what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elevshare import __version__
from elevshare.audit.finding import Finding
from elevshare.errors import InputError
from elevshare.opened import OpenedBook
from elevshare.returned.version import Age, age_of
from elevshare.text import shown
from elevshare.workbook.recipe import Recipe, parse

_MAKE = "请给出用本软件或现成模板填好的簿子"
#: Defined names that only comparison books have, and only summaries.
_COMPARISON, _SUMMARY = "base_scheme", "summary_file"
#: How papers say which version made them.
_MADE_BY = re.compile(r"加梯分摊 (\d+(?:\.\d+)+)")


@dataclass(frozen=True, slots=True)
class Identity:
    """Scheme, version and recipe as a book tells them; ``recipe`` is ``None`` where it cannot.

    ``age`` is by what the book says all through: one whose papers name the installed version is of
    that version, whatever stands on 说明.
    """

    scheme: str
    version: str
    age: Age
    recipe: Recipe | None
    findings: tuple[Finding, ...]


def identify(book: OpenedBook) -> Identity:
    """What a book says of itself.

    Raises:
        InputError: it is no book of ours, or a comparison book.
    """
    known = {name.casefold() for name in book.names}
    if _COMPARISON in known:
        raise InputError(
            "是比较簿，没有收款用的金额，不能核对", where=book.name, todo="请给出分摊簿"
        )
    if _SUMMARY in known:
        raise InputError("是汇总簿，不能核对", where=book.name, todo="请给出各单元的分摊簿")
    if "book_version" not in known and "scheme_id" not in known and "book_recipe" not in known:
        raise InputError("不是本工具生成的簿子，或者名称都被删掉了", where=book.name, todo=_MAKE)
    scheme, version = told(book, "scheme_id"), told(book, "book_version")
    papers = frozenset(_versions(book))
    findings = list(_version_findings(version, papers))
    age = Age.SAME if __version__ in papers else age_of(version)
    recipe = None if age is Age.NEWER else _recipe(book, findings)
    return Identity(scheme, version, age, recipe, tuple(findings))


def _versions(book: OpenedBook) -> Iterator[str]:
    """The versions that the file's properties name, and the papers of books before 0.5.0."""
    yield from _MADE_BY.findall(book.author)
    for sheet in book.sheets:
        for cell in sheet.cells.values():
            text = cell.value if cell.formula is None else cell.formula
            if isinstance(text, str) and "加梯分摊 " in text:
                yield from _MADE_BY.findall(text)


def _version_findings(version: str, papers: frozenset[str]) -> Iterator[Finding]:
    """What there is to say of the version."""
    age, named = age_of(version), shown(version) or "未知"
    if others := papers - {version}:
        text = f"“说明”写的是 {named} 版，别处写的是 {'、'.join(sorted(others))} 版"
        yield Finding("version-doubtful", text, was="、".join(sorted(others)), now=shown(version))
    if age is Age.OLDER and __version__ not in papers:
        text = f"簿子由 {named} 版生成，本机是 {__version__} 版：按簿子自己的写法和规则核对"
        yield Finding("version-older", text, was=__version__, now=shown(version))
    elif age in (Age.NEWER, Age.UNKNOWN):
        so = "没有核对，请用新版的软件核对" if age is Age.NEWER else "只能尽量核对"
        text = f"簿子由 {named} 版生成，本机是 {__version__} 版，{so}"
        yield Finding("version-unknown", text, was=__version__, now=shown(version))


def told(book: OpenedBook, name: str) -> str:
    """The text of the cell that a defined name stands for; empty where there is none."""
    named = book.named(name)
    found = named.sheet.cells.get(named.area.first) if named else None
    return str(found.value) if found and found.value is not None else ""


def _recipe(book: OpenedBook, findings: list[Finding]) -> Recipe | None:
    """The recipe that a book carries, or what the rest of the book tells of it."""
    text = told(book, "book_recipe")
    try:
        recipe = parse(text)
        recipe.project()
        return recipe
    except InputError as error:
        from elevshare.audit.guess import guessed

        other = guessed(book, told(book, "scheme_id"))
        said = f"“来源”的制作记录{'看不懂' if text else '不见了'}"
        if other is not None:
            findings.append(Finding("recipe-missing", f"{said}，按页和名称推断", now=shown(text)))
        else:
            findings.append(Finding("recipe-changed", f"{said}，无法逐格核对", now=str(error)))
        return other
