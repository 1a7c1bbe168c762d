"""File names for the books of a list: valid on every system, all different."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PureWindowsPath

from elevshare.batch.columns import BUILDING, ENTRANCE, ESTATE, FILE, ROSTER
from elevshare.batch.listing import ListedBuilding
from elevshare.errors import InputError
from elevshare.printing.filenames import folded, safe_name
from elevshare.text import beside, raise_all

ENDING = ".xlsx"
#: The file that lists what is to be looked after.
REPORT = "待处理.xlsx"


def name_of(entry: ListedBuilding) -> str:
    """The book's name: the one in the list, else estate, building and entrance, else the roster's.

    >>> name_of(ListedBuilding("第 2 行", {"小区": "幸福里", "楼号": "12 幢", "单元": "3/4"}))
    '幸福里-12 幢-3／4.xlsx'
    >>> name_of(ListedBuilding("第 2 行", {"文件名": "con.xlsx"}))
    '簿子con.xlsx'

    Raises:
        InputError: none of them is filled in.
    """
    texts = entry.texts
    parts = [texts[column] for column in (ESTATE, BUILDING, ENTRANCE) if column in texts]
    roster = PureWindowsPath(texts.get(ROSTER, "")).stem
    text = texts.get(FILE, "") or "-".join(parts) or roster
    if text.lower().endswith(ENDING):
        text = text[: -len(ENDING)]
    if not text.strip():
        raise InputError("没有文件名", todo="请填“文件名”，或填“小区”“楼号”“单元”")
    return f"{safe_name(text, '簿子')}{ENDING}"


def refuse_doubles(entries: Sequence[ListedBuilding], names: Sequence[str]) -> None:
    """Refuse a list with two equal file names; capitals and Unicode forms make no difference.

    Raises:
        InputError: two are equal; the message has every pair, with both rows.
    """
    seen: dict[str, str] = {folded(REPORT): "本软件写的清单"}
    problems = []
    for entry, name in zip(entries, names, strict=True):
        first = seen.setdefault(folded(name), entry.place) if name else entry.place
        if first is not entry.place:
            problems.append(
                InputError(
                    f"文件名「{name}」与{beside(first, entry.place)}的相同",
                    where=entry.place,
                    todo="请改成不同的文件名；大小写不同也算相同",
                )
            )
    raise_all(problems)
