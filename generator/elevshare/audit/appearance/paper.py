"""Whether a paper is still shown and printed whole: its view, its print area, its page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elevshare.audit.appearance.cells import Compared
from elevshare.audit.appearance.lines import lines_changed
from elevshare.audit.appearance.page_setup import Cut, every, first, setup_changed
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.areas import Area, address
from elevshare.opened.places import place
from elevshare.text import shown

_TRUE = ("1", "true")
_AREA, _TITLES = "_xlnm.Print_Area", "_xlnm.Print_Titles"


def cuts(sheet: Compared, book: OpenedBook, original: OpenedBook) -> Iterator[Cut]:
    """Yield what hides part of a paper on the screen or in print."""
    was, now = sheet.pair.original.opened, sheet.pair.now
    printed = print_areas(original, was)
    yield from _view(was, now)
    yield from lines_changed(sheet, printed)
    yield from setup_changed(sheet)
    if not sheet.moves:  # where lines have moved, that is told already
        yield from _pages(sheet, printed, print_areas(book, now), _stated(book, now, _AREA))
        if (titles := _stated(book, now, _TITLES)) != _stated(original, was, _TITLES):
            if titles:
                yield Cut("改了每页重复印的行或列，会印在别人的单据上")
            sheet.slight.add("每页重复的标题行")


def shown_oddly(now: OpenedSheet) -> Iterator[Cut]:
    """How a sheet is shown that no program of ours has ever shown so."""
    for about in every(now, "sheetView"):
        if about.get("showFormulas") in _TRUE:
            yield Cut("改成了显示公式，看不到金额")
        if about.get("rightToLeft") in _TRUE:
            yield Cut("改成了从右到左")
        if about.get("showZeros", "1") not in _TRUE:
            yield Cut("改成了不显示零")
    if every(now, "collapsed") or any(one.get("collapsed") in _TRUE for one in every(now, "col")):
        yield Cut("有折叠起来的分组，里面的行或列看不到")
    if first(now, "sheetFormatPr").get("zeroHeight") in _TRUE:
        yield Cut("没有写明高度的行都被隐藏")


def _view(was: OpenedSheet, now: OpenedSheet) -> Iterator[Cut]:
    """How the sheet is shown."""
    yield from shown_oddly(now)
    corner = first(now, "sheetView").get("topLeftCell", "A1")
    for about in every(now, "pane"):
        frozen = about.get("state", "split").startswith("frozen")
        if frozen and place(corner) != (1, 1):
            yield Cut(f"冻结了窗格，{corner} 以上或左边的内容翻不到")
    for about in every(now, "hyperlink"):
        if about not in every(was, "hyperlink"):
            yield Cut(
                f"加了鼠标停上去才看得到的话：{shown(about['tooltip'])}", about.get("ref", "")
            )
    if every(now, "autoFilter") and not every(was, "autoFilter"):
        yield Cut("加了筛选，会少印几行")


def print_areas(book: OpenedBook, sheet: OpenedSheet) -> list[Area]:
    """The areas of a sheet that are printed; none where that is not said."""
    number = book.sheets.index(sheet)
    text = book.local_names.get((number, _AREA), "")
    found = []
    for one in _parted(text):
        try:
            found.append(address(one)[1])
        except ValueError:
            return []
    return found


def _parted(text: str) -> list[str]:
    """The addresses of a list, parted at commas outside of quotes."""
    parts, quoted = [""], False
    for mark in text:
        quoted ^= mark == "'"
        if mark == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += mark
    return [one for one in parts if one]


def _stated(book: OpenedBook, sheet: OpenedSheet, name: str) -> str:
    """What a name of a sheet stands for; empty where there is none."""
    return book.local_names.get((book.sheets.index(sheet), name), "").replace("'", "")


def _pages(
    sheet: Compared, before: Sequence[Area], after: Sequence[Area], stated: str
) -> Iterator[Cut]:
    """Print areas (``stated``: how the file writes them) and page breaks that cut what belongs together.

    To print some pages only is usual: an area may begin and end where a page did.
    """
    was, now = sheet.pair.original.opened, sheet.pair.now
    edges = {int(about.get("id", 0)) for about in every(was, "rowBreaks")}
    if before and not after and stated:
        yield Cut("打印区域看不懂，印出来的不知是什么")
    if before and after:
        yield from _cut_through(before[0], after, edges)
    if before and before != after:
        sheet.slight.add("打印区域")
    for name, word in (("rowBreaks", "行"), ("colBreaks", "列")):
        ours, theirs = _breaks(was, name), _breaks(now, name)
        if theirs - ours:
            number = min(theirs - ours)
            yield Cut(f"第 {number} {word}后面加了分页，单据会被拆开")
        if any(number <= before[0].bottom for number in ours - theirs) if before else False:
            sheet.slight.add("少了分页")


def _cut_through(whole: Area, after: Sequence[Area], edges: set[int]) -> Iterator[Cut]:
    """Yield the areas that leave out part of a page."""
    starts, ends = {whole.top, *(row + 1 for row in edges)}, {whole.bottom, *edges}
    for one in after:
        narrow = one.left > whole.left or one.right < whole.right
        if (
            narrow
            or (one.top > whole.top and one.top not in starts)
            or (one.bottom < whole.bottom and one.bottom not in ends)
        ):
            yield Cut(f"打印区域改成 {one.text}，有的内容印不出来", one.text)


def _breaks(sheet: OpenedSheet, name: str) -> set[int]:
    """The lines behind which a page ends because somebody said so."""
    return {
        int(about.get("id", 0)) for about in every(sheet, name) if about.get("man", "0") in _TRUE
    }
