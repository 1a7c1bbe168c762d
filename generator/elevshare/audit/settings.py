"""Compare the settings of a whole book: defined names, sheets, how it calculates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.formulas import canonical
from elevshare.audit.layout import FoundLayout
from elevshare.audit.original import Reference
from elevshare.opened import OpenedBook
from elevshare.opened.xml import elements
from elevshare.text import shown

#: Defined names that spreadsheet programs add themselves.
_BUILT_IN = re.compile(r"_xlnm\.|Excel_BuiltIn_|Print_|Sheet_Title$|_FilterDatabase", re.IGNORECASE)
#: Names that programs run by themselves.
_RUNS = re.compile(r"^(?:_xlnm\.)?auto_(?:open|close|activate|deactivate)", re.IGNORECASE)
_OUTSIDE = re.compile(r"\[\d+\]|\[.*\.xl|\||://|^'?[A-Za-z]:\\", re.IGNORECASE)


def names_changed(original: Reference, book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report defined names that are missing, changed or added."""
    found = {name.casefold(): address for name, address in book.names.items()}
    for name, address in original.names.items():
        now = found.pop(name.casefold(), None)
        if now is None:
            yield Finding("name-missing", f"名称 {name} 被删掉", was=address)
        elif canonical(now) != (due := canonical(layout.moves.formula(canonical(address), ""))):
            text = f"名称 {name} 应指 {due}，现在指 {shown(now)}"
            yield Finding("name-changed", text, was=address, now=shown(now))
    for name, address in book.names.items():
        if name.casefold() in found:
            yield from _name_added(name, address, "")
    ours = {name.casefold() for name in original.names}
    for (number, name), address in book.local_names.items():
        title = shown(book.sheets[number].title) if number < len(book.sheets) else ""
        if name.casefold() in ours:
            text = f"这一页另有一个同名的名称 {shown(name)}，指 {shown(address)}"
            yield Finding("name-changed", text, title, now=shown(address))
        else:
            yield from _name_added(name, address, title)


def _name_added(name: str, address: str, title: str) -> Iterator[Finding]:
    """Report an added name, unless spreadsheet programs add it themselves."""
    if _RUNS.search(name):
        text = f"名称 {shown(name)} 会在打开或关闭时运行宏"
        yield Finding("macro", text, title, now=shown(address))
        return
    outside = _OUTSIDE.search(address)
    if outside or not _BUILT_IN.match(name):
        kind = "external-link" if outside else "name-added"
        yield Finding(
            kind, f"多了名称 {shown(name)}，指 {shown(address)}", title, now=shown(address)
        )


def sheets_changed(original: Reference, book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report sheets that are added, hidden or in another order."""
    for sheet in layout.added:
        title = shown(sheet.title)
        kind = "macro" if sheet.kind == "macrosheet" else "sheet-added"
        yield Finding(kind, f"多了“{title}”一页" + ("，是宏表" if kind == "macro" else ""), title)
    for sheet in book.sheets:
        if sheet.state != "visible":
            title = shown(sheet.title)
            yield Finding("sheet-hidden", f"“{title}”一页被隐藏", title, now=sheet.state)
    now = [pair.original.title for pair in sorted(
        layout.pairs, key=lambda pair: book.sheets.index(pair.now))]  # fmt: skip
    if now != [title for title in original.sheets if title in now]:
        yield Finding("sheet-order", "各页的次序变了")


def calculation_changed(book: OpenedBook) -> Iterator[Finding]:
    """Report manual calculation, calculation with rounded values, and dates counted from 1904."""
    if book.from_1904:
        yield Finding("date-system", "日期改成从 1904 年起算，所有日期都会差四年")
    for _, name, about, _ in elements(book.package, book.main_part):
        if name != "calcPr":
            continue
        if about.get("calcMode", "auto") != "auto":
            yield Finding("calculation-settings", "改成了手动重算，金额可能没有更新")
        if about.get("fullPrecision", "1") not in ("1", "true"):
            yield Finding("calculation-settings", "改成了按显示的位数计算")
