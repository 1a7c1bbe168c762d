"""Choose the sheet of a file that has the table: the one that is asked for, or the only one."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.heading_rows import HeadingRows, heading_of
from elevshare.intake.tables.reading import TableKind
from elevshare.intake.tables.report import TableReport
from elevshare.intake.tables.seen import SeenSheet
from elevshare.text import shown
from elevshare.vocabulary import ROSTER

#: The sheet of a book of our own that has its inputs.
_OWN, _OF_OWN = "住户", "来源"
Found = tuple[SeenSheet, HeadingRows]


def chosen_sheet(
    sheets: Sequence[SeenSheet],
    kind: TableKind,
    needed: Sequence[str],
    choices: TableChoices,
    report: TableReport,
) -> Found:
    """The sheet with the table, and its heading.

    Args:
        sheets: all sheets of the file.
        kind: the table that is looked for.
        needed: columns that it must have.
        choices: what the user has chosen.
        report: what the user should look at is added to it.

    Raises:
        InputError: no sheet has it, several have it, or only a hidden one.
    """
    asked = _asked(sheets, choices.sheet) if choices.sheet else list(sheets)
    found = [
        (sheet, heading)
        for sheet in asked
        if (heading := heading_of(sheet, kind.name, kind.key, choices))
    ]
    seen = [one for one in found if not one[0].hidden or choices.sheet]
    if not seen:
        raise _hidden(found, kind) if found else _no_heading(asked, kind, needed)
    for sheet, _ in found:
        if sheet.hidden and not choices.sheet:
            report.look(f"隐藏的工作表「{sheet.title}」没有用")
    whole = [one for one in seen if set(needed) <= one[1].found and _has_rows(one)]
    most = whole or seen
    ours = _is_own(sheets)
    if ours and kind.name != ROSTER:
        raise InputError(
            f"这是本工具的簿子，不是{kind.name}",
            where=sheets[0].file,
            todo=f"请给出{kind.name}的文件",
        )
    if ours and (own := [one for one in most if one[0].title == _OWN]):
        report.look("这是本工具的簿子，只取了“住户”页；要带入全部内容请用 make --from")
        return own[0]
    rivals = [one for one in seen if one not in most and _nearly(one, needed)]
    rivals += _nameless([sheet for sheet in asked if not sheet.hidden], seen, kind, needed)
    if len(most) > 1 or rivals:
        raise _several(most + rivals, kind)
    return most[0]


def _nameless(
    sheets: Sequence[SeenSheet], found: Sequence[Found], kind: TableKind, needed: Sequence[str]
) -> list[Found]:
    """The sheets that have all of the table but its key: one of them may be the one that is meant."""
    known = [sheet for sheet, _ in found]
    return [
        (sheet, heading)
        for sheet in sheets
        if sheet not in known
        and kind.key
        and (heading := heading_of(sheet, kind.name))
        and {*needed} - {kind.key} <= heading.found
        and _has_rows((sheet, heading))
    ]


def _nearly(found: Found, needed: Sequence[str]) -> bool:
    """Whether a sheet has half of what the table needs: it may be the one that is meant."""
    return _has_rows(found) and 2 * len(set(needed) & found[1].found) >= len(needed)


def _is_own(sheets: Sequence[SeenSheet]) -> bool:
    """Whether the file is a book of our own."""
    return {_OWN, _OF_OWN} <= {sheet.title for sheet in sheets}


def candidates(
    sheets: Sequence[SeenSheet], kind: TableKind, needed: Sequence[str], choices: TableChoices
) -> list[Found]:
    """All visible sheets, or the one that is asked for, that have the whole table."""
    asked = _asked(sheets, choices.sheet) if choices.sheet else sheets
    if _is_own(sheets) and not choices.sheet:
        asked = [sheet for sheet in sheets if sheet.title == _OWN]
    return [
        (sheet, heading)
        for sheet in asked
        if (choices.sheet or not sheet.hidden)
        and (heading := heading_of(sheet, kind.name, kind.key, choices))
        and set(needed) <= heading.found
        and _has_rows((sheet, heading))
    ]


def _has_rows(found: Found) -> bool:
    """Whether there is anything below the heading."""
    sheet, heading = found
    return any(row >= heading.rows.stop for row in sheet.rows)


def _asked(sheets: Sequence[SeenSheet], text: str) -> list[SeenSheet]:
    """The sheet with a title, or with a number from 1."""
    named = [sheet for sheet in sheets if sheet.title.strip() == text.strip()]
    if not named and text.isdecimal() and 1 <= int(text) <= len(sheets):
        named = [sheets[int(text) - 1]]
    if not named and [sheet.title for sheet in sheets] == [""]:
        raise InputError(
            f"没有工作表「{shown(text)}」，文本文件只有一张表",
            where=sheets[0].file,
            todo="请去掉对工作表的要求",
        )
    if not named:
        raise InputError(
            f"没有工作表「{shown(text)}」",
            where=sheets[0].file if sheets else "",
            todo=f"请用 --sheet 选：{_titles(sheets)}",
        )
    return named


def _titles(sheets: Sequence[SeenSheet]) -> str:
    """The titles of sheets, for messages."""
    return "、".join(f"「{sheet.title}」" for sheet in sheets) or "（没有工作表）"


def _several(found: Sequence[Found], kind: TableKind) -> InputError:
    """The error where several sheets have the table."""
    sheets = [sheet for sheet, _ in found]
    return InputError(
        f"有 {len(found)} 张工作表都像{kind.name}：{_titles(sheets)}",
        where=sheets[0].file,
        todo=f"请用 --sheet 选一张，如 {sheets[0].title}"
        f"{'；要每张各做一本，请用 batch 命令' if kind.name == ROSTER else ''}",
    )


def _hidden(found: Sequence[Found], kind: TableKind) -> InputError:
    """The error where only hidden sheets have the table."""
    sheets = [sheet for sheet, _ in found]
    return InputError(
        f"{kind.name}只在隐藏的工作表里：{_titles(sheets)}",
        where=sheets[0].file,
        todo="请先取消隐藏，或用 --sheet 指定这一张",
    )


def _no_heading(sheets: Sequence[SeenSheet], kind: TableKind, needed: Sequence[str]) -> InputError:
    """The error where no sheet has a heading with the key; it repeats what comes nearest."""
    visible = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    for sheet in visible:
        if heading := heading_of(sheet, kind.name):
            texts = "".join(f"「{shown(text)}」" for text in list(heading.texts.values())[:12])
            return InputError(
                f"标题行里没有{kind.key}一栏，现有{texts}",
                where=sheet.place(heading.rows[0]),
                todo=f"请把那一栏改名为 {kind.key}，或用 --columns {kind.key}=那一栏的栏名 指定",
            )
    first = next((row for sheet in visible for row in sheet.rows.values()), {})
    texts = "".join(f"「{shown(cell.text.strip())}」" for cell in list(first.values())[:12])
    return InputError(
        f"没有找到写着「{kind.key}」的标题行，第一行是{texts or '空的'}",
        where=visible[0].file if visible else "",
        todo=f"请在最上面加一行标题，要有 {'、'.join(needed)}；别的写法见手册的“词表”",
    )
