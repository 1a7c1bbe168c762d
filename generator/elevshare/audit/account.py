"""Where the money goes, held against 参数 by itself: what every paper and text says of the account.

It reads what the cells show by the labels beside them, in books of any version, and does not ask
whether a formula was changed: a second guard that knows nothing of the first.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from elevshare.audit.finding import Finding, Level
from elevshare.opened import OpenedBook, OpenedSheet, Value
from elevshare.opened.areas import area
from elevshare.opened.places import Place, reference
from elevshare.sealing import canonical
from elevshare.text import shown
from elevshare.workbook.field import DATES
from elevshare.workbook.reading.numbers import day_of

_SHEET = "参数"
#: What tells where the money goes, whom to ask and until when: labels of the inputs.
PAYEE, BANK, ACCOUNT, CONTACT = "收款户名", "开户银行", "收款账号", "咨询与异议联系"
DUE = ("截止日期", "缴款截止日期")
#: Label on a paper → the input on 参数 that must stand beside it; several: all in one text.
_SHOWN: Mapping[str, tuple[str, ...]] = {
    PAYEE: (PAYEE,), BANK: (BANK,), ACCOUNT: (ACCOUNT,), "付款单位": (PAYEE,),
    "咨询与异议": (CONTACT,), "联系电话": (CONTACT,), "收款账户": (PAYEE, BANK, ACCOUNT),
}  # fmt: skip
#: What stands before it within a text → the input that must follow.
_WITHIN = {"户名：": PAYEE, "开户行：": BANK, "账号：": ACCOUNT}
#: A number as long as an account, in a text that the program wrote: it writes none.
_LONG = re.compile(r"(?<![0-9])(?<![0-9]\.)(?:[0-9][\s\-－—–]*){12}")
_STRAY = "单据上的文字"
#: Sheets where people type, and those that only explain.
_TYPED = (_SHEET, "专项", "住户", "台账", "用量", "变更", "工程付款", "补贴到账", "说明", "来源", "校验")  # fmt: skip
#: Kinds of findings that are about the account wherever they are.
_OWN = ("seal-differs", "account-shown", "account-differs")


@dataclass(frozen=True, slots=True)
class _Told:
    """One place that tells something of the account."""

    sheet: OpenedSheet
    place: Place
    label: str
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wrong:
    """What a sheet says beside a label, and what 参数 says; ``due`` is empty for a day."""

    title: str
    label: str
    text: str
    due: str = ""

    @property
    def should(self) -> str:
        """What 参数 says, in words."""
        if self.label == _STRAY:
            return "像是账号，本来没有"
        if self.label in DUE:
            return "“参数”“专项”里没有填这一天"
        return f"“参数”里是 {shown(self.due) or '空'}"


def account_shown(book: OpenedBook) -> Iterator[Finding]:
    """Report what papers and texts say of the account that is not what 参数 says."""
    inputs = _inputs(book)
    wrong: defaultdict[_Wrong, list[Place]] = defaultdict(list)
    known = [*_beside_labels(book, inputs), *_within_texts(book, inputs)]
    told = {(one.title, place) for one, place in known}
    others = (one for one in _long_numbers(book) if (one[0].title, one[1]) not in told)
    for one, place in (*known, *others):
        wrong[one].append(place)
    for one, places in wrong.items():
        more = f"（{len(places)} 处）" if len(places) > 1 else ""
        text = f"{one.label}写的是 {shown(one.text)}，{one.should}{more}"
        yield Finding(
            "account-shown", text, shown(one.title), reference(*places[0]),
            shown(one.due), shown(one.text), len(places),
        )  # fmt: skip
    yield from _in_margins(book)


def _beside_labels(book: OpenedBook, inputs: Mapping[str, Value]) -> Iterator[tuple[_Wrong, Place]]:
    """Yield what stands beside a label and is something else than is typed on 参数."""
    days = _days(book)
    for told in _told(book):
        value = _value(told.sheet, told.place)
        if value in (None, ""):
            continue
        text = canonical(value)
        if told.label in DUE:
            if isinstance(value, int | float) and days and int(value) not in days:
                yield _Wrong(told.sheet.title, told.label, _day(value)), told.place
            continue
        every = [canonical(inputs.get(one)) for one in told.inputs]
        right = text == every[0] if len(every) == 1 else all(one in text for one in every)
        if not right:
            yield _Wrong(told.sheet.title, told.label, text, "　".join(every)), told.place


def _within_texts(book: OpenedBook, inputs: Mapping[str, Value]) -> Iterator[tuple[_Wrong, Place]]:
    """Yield texts, such as those for WeChat, in which another account follows its label."""
    for sheet in book.sheets:
        if sheet.title in _TYPED:
            continue
        for place, cell in sheet.cells.items():
            if not isinstance(cell.value, str) or cell.style in book.unlocked:
                continue
            for mark, key in _WITHIN.items():
                due = canonical(inputs.get(key))
                if mark in cell.value and mark + due not in cell.value:
                    yield _Wrong(sheet.title, key, cell.value.partition(mark)[2], due), place


def _long_numbers(book: OpenedBook) -> Iterator[tuple[_Wrong, Place]]:
    """Yield fixed texts of papers with a number as long as an account in them."""
    for sheet in _papers(book):
        for place, cell in sheet.cells.items():
            fixed = cell.formula is None and cell.style not in book.unlocked
            if fixed and _is_long(text := canonical(cell.value)):
                yield _Wrong(sheet.title, _STRAY, text), place


def _in_margins(book: OpenedBook) -> Iterator[Finding]:
    """Report such a number above or below every page of a paper."""
    for sheet in _papers(book):
        for text in dict.fromkeys(sheet.margins.values()):
            if _is_long(text):
                words = f"每页上面或下面印着 {shown(text)}，像是账号，本来没有"
                yield Finding("account-shown", words, shown(sheet.title), now=shown(text))


def _papers(book: OpenedBook) -> list[OpenedSheet]:
    """Return the sheets that tell something of the account."""
    return list({told.sheet.title: told.sheet for told in _told(book)}.values())


def _is_long(text: str) -> bool:
    """Return whether a number as long as an account is in a text."""
    return bool(_LONG.search(unicodedata.normalize("NFKC", text)))


def first_of_all(book: OpenedBook, findings: list[Finding]) -> list[Finding]:
    """Sort findings by how grave they are, and of the gravest say first what is about the account."""
    places: defaultdict[str, set[Place]] = defaultdict(set)
    for told in _told(book):
        places[shown(told.sheet.title)].add(told.place)
    for sheet, place in _typed(book).values():
        places[shown(sheet.title)].add(place)

    def is_about(one: Finding) -> bool:
        if one.kind in _OWN:
            return True
        if one.level is not Level.DISTRUST or not one.area:
            return False
        try:
            where = area(one.area)
        except ValueError:
            return False
        return any(where.holds(place) for place in places[one.sheet])

    return sorted(findings, key=lambda one: (-one.level, one.kind not in _OWN, not is_about(one)))


def _told(book: OpenedBook) -> Iterator[_Told]:
    """Yield every place on papers that a label says is about the account."""
    for sheet in book.sheets:
        if sheet.title in _TYPED:
            continue
        for (row, column), cell in sheet.cells.items():
            if cell.formula is not None or not isinstance(cell.value, str):
                continue
            if cell.value in _SHOWN or cell.value in DUE:
                yield _Told(sheet, (row, column + 1), cell.value, _SHOWN.get(cell.value, ()))


def _typed(book: OpenedBook) -> dict[str, tuple[OpenedSheet, Place]]:
    """Return where the account is typed: label → sheet and cell; the first of equal labels."""
    found: dict[str, tuple[OpenedSheet, Place]] = {}
    if (sheet := book.sheet(_SHEET)) is not None:
        for (row, column), cell in sorted(sheet.cells.items()):
            if column == 1 and cell.value in (PAYEE, BANK, ACCOUNT, CONTACT, *DUE):
                found.setdefault(str(cell.value), (sheet, (row, column + 1)))
    return found


def _inputs(book: OpenedBook) -> dict[str, Value]:
    """Return label → what is typed beside it."""
    return {label: _value(sheet, place) for label, (sheet, place) in _typed(book).items()}


def _days(book: OpenedBook) -> set[int]:
    """Return every day that is typed on 参数 or 专项: a date on a bill must be one of them."""
    sheets = (one for title in (_SHEET, "专项") if (one := book.sheet(title)))
    cells = (
        cell for sheet in sheets for cell in sheet.cells.values() if cell.style in book.unlocked
    )
    return {int(cell.value) for cell in cells if isinstance(cell.value, int | float)}


def _day(value: float) -> str:
    """Return a day number as a date; as it is where it is none."""
    return day_of(int(value)) if 0 < value < float(DATES[1]) else canonical(value)


def _value(sheet: OpenedSheet, place: Place) -> Value:
    """Return what a cell holds or shows."""
    cell = sheet.cells.get(place)
    return cell.value if cell else None
