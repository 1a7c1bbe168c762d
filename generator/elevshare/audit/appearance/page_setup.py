"""How a sheet is shown and put on pages: what of it is cut, and what only differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elevshare.audit.appearance.cells import Compared
from elevshare.audit.appearance.look_parts import OF_SIGNS
from elevshare.opened import OpenedSheet

_TRUE = ("1", "true")
#: Percent of the original's size below which a print can hardly be read.
_READABLE = 70
#: Part of the original's printed area below which texts run out of the page.
_ROOM = 0.75
#: Inches by which a margin differs by rounding.
_ROUNDED = 0.06
#: Number of a paper → its width and height in inches, upright; 1 is Letter, 9 is A4.
_PAPERS = {
    "1": (8.5, 11.0), "5": (8.5, 14.0), "8": (11.7, 16.5), "9": (8.27, 11.69), "11": (5.83, 8.27),
    "12": (9.84, 13.9), "13": (6.93, 9.84), "66": (16.5, 23.4), "70": (4.13, 5.83),
}  # fmt: skip
#: Element → attribute → value where it is not stated, and what it is.
_SETTINGS: dict[str, dict[str, tuple[str, str]]] = {
    "printOptions": {
        "horizontalCentered": ("0", "左右居中"), "verticalCentered": ("0", "上下居中"),
        "headings": ("0", "打印行号列标"), "gridLines": ("0", "打印网格线"),
    },
    "pageSetup": {
        "orientation": ("portrait", "纸的方向"), "paperSize": ("1", "纸的大小"),
        "paperWidth": ("", "纸的大小"), "paperHeight": ("", "纸的大小"),
        "blackAndWhite": ("0", "黑白打印"), "draft": ("0", "草稿质量"),
        "errors": ("displayed", "错误值的打印"),
        "pageOrder": ("downThenOver", "页的先后"),
    },
    "headerFooter": {
        "differentOddEven": ("0", "奇偶页的页脚"), "differentFirst": ("0", "首页的页脚"),
        "scaleWithDoc": ("1", "页脚的大小"), "alignWithMargins": ("1", "页脚的位置"),
    },
}  # fmt: skip
_TRUTHS = {"true": "1", "false": "0", "default": "portrait"}
_MARGINS = {"left": 0.7, "right": 0.7, "top": 0.75, "bottom": 0.75, "header": 0.3, "footer": 0.3}
#: Fonts, sizes and colours in headers and footers; what is left says what is printed, and where.
_DRESS = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d+|&[BIUESXYHO]|\s')
_SIZES, _FAINT = re.compile(r"&(\d{1,4})"), re.compile("&[KS]")


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that keeps part of a paper from being seen: words, and where."""

    text: str
    area: str = ""


def setup_changed(sheet: Compared) -> Iterator[Cut]:
    """Yield what of the set-up of pages cuts a paper; note what else differs."""
    was, now = sheet.pair.original.opened, sheet.pair.now
    yield from _scaled(sheet, was, now)
    for name, attributes in _SETTINGS.items():
        before, after = first(was, name), first(now, name)
        for attribute, (usual, words) in attributes.items():
            if _plain(before.get(attribute, usual)) != _plain(after.get(attribute, usual)):
                sheet.slight.add(words)
    if any(len(every(now, name)) > 1 for name in (*_SETTINGS, "pageMargins")):
        sheet.slight.add("页面设置写了两遍")
    if _first_number(was) != _first_number(now):
        sheet.slight.add("起始页码")
    if any(abs(here - there) > _ROUNDED for here, there in zip(_margins(was), _margins(now), strict=True)):  # fmt: skip
        sheet.slight.add("页边距")
    yield from _papers(was, now)
    if _dressed(was) != _dressed(now):
        sheet.slight.add("页眉页脚")


def _papers(was: OpenedSheet, now: OpenedSheet) -> Iterator[Cut]:
    """What is printed on another paper than fits, or besides."""
    about = first(now, "pageSetup")
    if about.get("cellComments") == "atEnd":
        yield Cut("改成了把批注印出来")
    if (
        about.get("paperSize", "1") not in _PAPERS
        or "paperWidth" in about
        or "paperHeight" in about
    ):
        yield Cut("换成了少见的纸，字会印到别的页上")
        return
    if _upright(was) != _upright(now) and _scale(now) is not None:
        yield Cut("纸的方向改了，一张单据会印到几页上")
    zoom = ((_scale(now) or 100) / (_scale(was) or 100)) ** 2  # a smaller print needs less paper
    if _room(now) < _ROOM * _room(was) * zoom:
        yield Cut("纸变小了，或页边距变大了，字会印到别的页上")


def _upright(sheet: OpenedSheet) -> bool:
    """Whether the paper stands upright."""
    return first(sheet, "pageSetup").get("orientation") != "landscape"


def _plain(text: str) -> str:
    """A value in one spelling."""
    return _TRUTHS.get(text, text)


def _scaled(sheet: Compared, was: OpenedSheet, now: OpenedSheet) -> Iterator[Cut]:
    """The scale of the print."""
    before, after = _scale(was), _scale(now)
    if before is None or after is None:
        if before is None and after is None:
            if _fits(was) != _fits(now):
                sheet.slight.add("缩放的页数")
        elif before is not None and first(now, "pageSetup").get("fitToHeight", "1") != "0":
            yield Cut("改成了把整页缩到一张纸上，字会小得看不清")
        else:
            sheet.slight.add("缩放")
    elif after < before * _READABLE / 100:
        yield Cut(f"打印缩小到 {after:g}%，看不清")
    elif after > before * 1.1:
        yield Cut(f"打印放大到 {after:g}%，会印到纸外")
    elif after != before:
        sheet.slight.add(f"打印缩放 {after:g}%")


def _scale(sheet: OpenedSheet) -> float | None:
    """The scale of a print in percent; ``None`` where it is fitted to pages."""
    if first(sheet, "pageSetUpPr").get("fitToPage") in _TRUE:
        return None
    return float(first(sheet, "pageSetup").get("scale", 100))


def _fits(sheet: OpenedSheet) -> tuple[str, str]:
    """To how many pages a print is fitted, across and down."""
    about = first(sheet, "pageSetup")
    return about.get("fitToWidth", "1"), about.get("fitToHeight", "1")


def _first_number(sheet: OpenedSheet) -> str:
    """The number of the first page; empty where it goes on from the sheet before."""
    about = first(sheet, "pageSetup")
    return about.get("firstPageNumber", "1") if about.get("useFirstPageNumber") in _TRUE else ""


def _margins(sheet: OpenedSheet) -> list[float]:
    """The margins in inches."""
    about = first(sheet, "pageMargins")
    return [float(about.get(side, usual)) for side, usual in _MARGINS.items()]


def _room(sheet: OpenedSheet) -> float:
    """Square inches between the margins."""
    about, (left, right, top, bottom, *_) = first(sheet, "pageSetup"), _margins(sheet)
    sides = _PAPERS.get(about.get("paperSize", "1"), _PAPERS["1"])
    across, down = sides if _upright(sheet) else sides[::-1]
    return max(across - left - right, 0) * max(down - top - bottom, 0)


def _dressed(sheet: OpenedSheet) -> dict[str, tuple[str, bool]]:
    """What headers and footers print, and whether in a way in which it cannot be read."""
    about, found = first(sheet, "headerFooter"), {}
    for name, text in sheet.margins.items():
        if (name.startswith("even") and about.get("differentOddEven") not in _TRUE) or (
            name.startswith("first") and about.get("differentFirst") not in _TRUE
        ):
            continue
        small = any(not 6 <= int(size) <= 24 for size in _SIZES.findall(text))
        if plain := _DRESS.sub("", text):
            plain = plain if plain.startswith(("&L", "&C", "&R")) else f"&C{plain}"
            faint = bool(_FAINT.search(text) or OF_SIGNS.search(text))
            found[name] = plain, small or faint
    return found


def every(sheet: OpenedSheet, name: str) -> list[dict[str, str]]:
    """The attributes of all elements of a name."""
    return [about for word, about in sheet.settings if word == name]


def first(sheet: OpenedSheet, name: str) -> dict[str, str]:
    """The attributes of the first element of a name; none where there is none."""
    return next(iter(every(sheet, name)), {})
