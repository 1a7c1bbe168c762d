"""Refuse a roster that lacks a column: it is not there, is hidden, or is called otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elevshare.errors import InputError
from elevshare.intake.columns import AGREES, EXEMPT, TAKING_PART, VOTE
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.heading_rows import HeadingRows, called
from elevshare.intake.tables.reading import FoundTable
from elevshare.text import raise_all, shown
from elevshare.vocabulary import folded, words

#: Columns that are answered by 是 or 否.
_ANSWERS = (TAKING_PART, VOTE, AGREES, EXEMPT)
#: How many headings a message repeats.
_SHOWN = 12


def refuse_missing(table: FoundTable, needed: Sequence[str], choices: TableChoices) -> None:
    """Refuse a roster that lacks a column that it needs or that the user has named.

    Raises:
        InputError: with the headings that there are, and how to name one.
    """
    raise_all([*_named_in_vain(table, choices), *_hidden(table, needed)])
    lacking = [column for column in needed if column not in table.columns]
    if lacking:
        raise InputError(
            f"缺少{''.join(f'「{column}」' for column in lacking)}栏，{_there(table.heading)}",
            where=table.where,
            todo=_cure(lacking),
        )


def _named_in_vain(table: FoundTable, choices: TableChoices) -> Iterator[InputError]:
    """An error for each heading that the user has named and that is not the one meant."""
    for column, named in choices.columns.items():
        at = called(table.sheet, table.heading.texts, named, table.kind.name)
        letters = [table.sheet.letters(number) for number in at]
        if not at:
            yield InputError(
                f"没有「{shown(named)}」一栏，不能当作{column}；{_there(table.heading)}",
                where=table.where,
                todo=f"请照表里的栏名写，或写是第几栏，如 {table.sheet.letters(3)}",
            )
        elif len(at) > 1:
            yield InputError(
                f"有 {len(at)} 栏都叫「{shown(named)}」：{'、'.join(letters)}",
                where=table.where,
                todo=f"请写是第几栏，如 {column}={letters[0]}",
            )
        elif column in _ANSWERS and _says_the_opposite(text := table.heading.texts[at[0]]):
            yield InputError(
                f"「{shown(text)}」和{column}正好相反，不能当作{column}",
                where=table.where,
                todo=f"请加一栏“{column}”，填 是 或 否",
            )


def _says_the_opposite(heading: str) -> bool:
    """Whether 是 below a heading means 否, as below 不参与.

    >>> [_says_the_opposite(text) for text in ("不参与", "是否退出", "是否用梯")]
    [True, True, False]
    """
    return folded(heading).removeprefix("是否").startswith(tuple(words("栏名", "相反")))


def _hidden(table: FoundTable, needed: Sequence[str]) -> Iterator[InputError]:
    """An error for each column that is there, but hidden."""
    for column in needed:
        if column in table.hidden and column not in table.columns:
            yield InputError(
                f"{table.hidden[column]}是隐藏的，没有用",
                where=table.where,
                todo="请先取消隐藏这一栏",
            )


def _there(heading: HeadingRows) -> str:
    """The headings that there are."""
    texts = [f"「{shown(text)}」" for text in heading.texts.values() if text]
    return f"现有{''.join(texts[:_SHOWN])}{'等' if len(texts) > _SHOWN else ''}"


def _cure(lacking: Sequence[str]) -> str:
    """What to do about columns that are not there."""
    everyone = "；全体都参与的，加 --everyone-takes-part" if TAKING_PART in lacking else ""
    return f"请补上；只是叫法不同的，用 --columns {lacking[0]}=那一栏的栏名 指定{everyone}"
