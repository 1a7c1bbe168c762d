"""The rules of consent on 专项, as read on 表决."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.schemes.parts.consent import MAX_TERM
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.consent.inputs import ROWS, RULES
from elevshare.workbook.subjects.consent.voters import TITLE, voters
from elevshare.workbook.table import Column, FormulaTable, TableRow, Text, gaps, once

KEYS = tuple(key for key, _, _ in ROWS)
_WORDS = {key: words for key, _, words in ROWS}
#: The texts of 提示 for a rule, by number from 0; an empty rule is no error.
PROBLEMS = ("", "← 有误：应是 1 到 999 的整数，分子不大于分母；文字从下拉中选", "（没有填）")


def table(plan: Plan) -> Block:
    """The rules on 专项: a row for each value, a column for each rule."""
    return plan.table("consent", ("label", *(f"rule{i}" for i in range(len(RULES)))))


def _columns(value: Callable[[str, TableRow], Value]) -> tuple[Column, ...]:
    """The columns of a rule as read; ``value`` gives the cell of each."""

    def column(key: str, head: str, kind: str = "whole") -> Column:
        return Column(key, head, kind, lambda row: value(key, row))

    return (
        column("n", "第几条"),
        column("name", "规则", "长"),
        *gaps("pad"),
        column("quorum_num", "参与：分子"),
        column("quorum_den", "参与：分母"),
        column("approval_num", "同意：分子"),
        column("approval_den", "同意：分母"),
        column("of_all", "占全体（1/0）"),
        column("strict", "须超过（1/0）"),
        column("by_area", "比面积（1/0）"),
        column("exclusive_part", "专有部分（1/0）"),
        *gaps("gap"),
        column("no_objection", "无反对（1/0）"),
        column("problem", "填写情况"),
    )


@once
def rules(plan: Plan) -> FormulaTable:
    """The rules as read: -1 for an invalid value, 0 for a blank."""
    typed = table(plan)

    def value(key: str, row: TableRow) -> Value:
        if key == "n":
            return row.index + 1
        if key == "name":
            return Text(RULES[row.index].name)
        if key == "problem":
            return _problem(row, typed)
        return _reading(_cell(typed, row, key), _WORDS[key])

    title, first = "四、规则的读数（末行是所选的规则）", voters(plan).last + 4
    return FormulaTable(title, TITLE, first, len(RULES), _columns(value))


def _cell(typed: Block, row: TableRow, key: str) -> str:
    """The cell of a value of the row's rule, as typed."""
    return typed.at(f"rule{row.index}", KEYS.index(key))


def _problem(row: TableRow, typed: Block) -> str:
    """The number of the error in a rule."""
    numbers = "&".join(_cell(typed, row, key) for key in KEYS[:4])
    least = f"MIN({row[KEYS[0]]}:{row[KEYS[7]]},{row[KEYS[8]]})"
    above = f"{row.quorum_num}>{row.quorum_den},{row.approval_num}>{row.approval_den}"
    blank = f"({row.quorum_num}=0)<>({row.quorum_den}=0),{row.approval_num}=0"
    return f'IF({numbers}="",2,IF(OR({least}<0,{above},{blank}),1,0))'


def _reading(cell: str, words: tuple[str, ...]) -> str:
    """A value as a number: of two words, 是 and the second of other pairs are 1."""
    if not words:
        whole = f"AND({cell}*1>=1,{cell}*1<={MAX_TERM},INT({cell}*1)={cell}*1)"
        return f'IF({cell}="",0,IFERROR(IF({whole},{cell}*1,-1),-1))'
    no, yes = words[::-1] if words[0] == "是" else words
    return f'IF({cell}="{yes}",1,IF({cell}="{no}",0,-1))'


@once
def chosen(plan: Plan) -> FormulaTable:
    """The chosen rule, in the row after the rules; ``n`` is 0 if none is chosen."""
    every, rule = rules(plan), plan.parameter("consent_rule")

    def value(key: str, row: TableRow) -> str:
        if key == "n":
            return f"IFERROR(MATCH({rule},{every.area('name')},0),0)"
        without = '""' if key == "name" else "0"
        return f"IF({row.n}>0,INDEX({every.area(key)},{row.n}),{without})"

    return FormulaTable("", TITLE, every.last + 1, 1, _columns(value))


def picked(plan: Plan, key: str) -> str:
    """The address of a value of the chosen rule."""
    return chosen(plan).at(key, 0)
