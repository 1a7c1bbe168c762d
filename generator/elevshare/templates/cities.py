"""The blank books of every city: with the everyday sheets, with all of them, with more rows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.project import Project
from elevshare.project.topics import ALL
from elevshare.schemes import Family, Scheme
from elevshare.schemes.choose import of_city
from elevshare.schemes.load import load_all, shipped
from elevshare.templates.ready import template_name
from elevshare.text import shown

#: The file beside the books of a city that says which of them to take.
WHICH = "先看这个.txt"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of blank book: its rows for households, its sheets, its bills."""

    rows: int
    every_sheet: bool = False
    two_a_page: bool = False

    @property
    def words(self) -> str:
        """What ends the file name.

        >>> Kind(40, every_sheet=True, two_a_page=True).words
        '-40户-全部页-一页两户'
        """
        sheets, bills = self.every_sheet and "-全部页", self.two_a_page and "-一页两户"
        return f"-{self.rows}户{sheets or ''}{bills or ''}"


#: Every kind, with what is said of it.
KINDS = {
    Kind(40): "平常用这一本：40 户，公示、账单、台账、收缴、收据都有",
    Kind(40, every_sheet=True): "一直用到完工：40 户，多了变更、工程付款、资金、决算、公积金、运维等页",
    Kind(80): "户数超过 40 的：80 户，页和第一本一样",
    Kind(40, every_sheet=True, two_a_page=True): "和第二本一样，账单一张 A4 印两户，裁开，省纸",
}  # fmt: skip


def city_books(city: str = "") -> dict[str, dict[str, Project]]:
    """City → file name → project, of one city or of all; each with its rules in force now.

    Raises:
        InputError: there is no such city, or it has no way of sharing or charging.

    >>> [*city_books("南京市")["南京"]][:2]
    ['加梯分摊-南京-40户.xlsx', '加梯分摊-南京-40户-全部页.xlsx']
    """
    found = load_all() if not city else tuple(shipped(one.id) for one in of_city(city))
    books: dict[str, dict[str, Project]] = {}
    for scheme in found:
        if scheme.family is not Family.NONE:
            books.setdefault(scheme.city, {}).update(_books(scheme))
    if not books:
        raise InputError(
            f"{shown(city)}没有分摊或收费的办法，没有模板",
            where="--city",
            todo="请写 --city 通用，用通用的办法；补贴、补偿可以用 make 拼进去",
        )
    return books


def _books(scheme: Scheme) -> dict[str, Project]:
    """File name → project, of a scheme's blank books."""
    stem = template_name(scheme).removesuffix(".xlsx")
    return {
        f"{stem}{kind.words}.xlsx": _blank(scheme, kind)
        for kind in KINDS
        if not kind.two_a_page or scheme.family is not Family.LEASE  # whose bills are a page each
    }


def _blank(scheme: Scheme, kind: Kind) -> Project:
    """A blank book's project; rows as many as a template has anyway need not be asked for."""
    blank = project_from(scheme, topics=ALL if kind.every_sheet else None)
    rows = 0 if kind.rows == blank.household_rows else kind.rows
    return replace(blank, rows=rows, two_a_page=kind.two_a_page)


def which(city: str, names: list[str]) -> bytes:
    """The text that says which book to take, for Windows' editor.

    >>> which("南京", ["加梯分摊-南京-80户.xlsx"]).decode("utf-8-sig").splitlines()[1]
    '加梯分摊-南京-80户.xlsx：户数超过 40 的：80 户，页和第一本一样'
    """
    lines = [f"{city}：空白的簿子，选一本打开填写，先看“说明”页。"]
    for name in names:
        kind = next(kind for kind in KINDS if name.endswith(f"{kind.words}.xlsx"))
        lines.append(f"{name}：{KINDS[kind]}")
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")
