"""The versions of the amounts on 变更 as read, and the comparison of two of them."""

from __future__ import annotations

from elevshare.rules.changes import MAX_CHANGES, MAX_VERSIONS
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.papers.roll import in_order
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.changes import register
from elevshare.workbook.subjects.changes.inputs import VERSIONS
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    gaps,
    numbered,
    once,
    shown,
)

TITLE = "变更对比"
#: The number of changes on the paper, which has the last ones.
PRINTED = 8
#: The texts about a version, by number of the error from 0.
VERSION_PROBLEMS = ("", "√", "← 有的金额不是 0 或正数，或超过两位小数", "← 少了几户，请整列重贴",
                    "← 有的金额所在的行没有住户", "← 前一版还空着", "← 比前一版的日期早")  # fmt: skip
#: The texts about a household's row, by number of the error from 0.
ROW_PROBLEMS = (
    "",
    "√",
    "← 应填 0 或正数，写到分",
    "← 有一版缺这一户，后来才有的填 0",
    "← 这一行没有住户",
)


def typed(plan: Plan) -> Block:
    """The versions as typed on 变更, and the present amounts."""
    return plan.table("versions", ("n", "room", *(f"v{n}" for n in VERSIONS), "now", "hint"))


@once
def versions(plan: Plan) -> FormulaTable:
    """The versions as read, below three lines of text."""

    def count(row: TableRow) -> str:
        return f'SUMPRODUCT(({typed(plan).all(f"v{row.index + 1}")}<>"")*1)'

    def states(number: int) -> PartialFormula:
        return lambda r: f"SUMPRODUCT(({flats(plan).area(f's{r.index + 1}')}={number})*1)"

    return FormulaTable("一、各版", TITLE, 8, MAX_VERSIONS, (
        numbered("version", "版次"),
        Column("day", "日期", "any", lambda r: f'IF({r.on}=0,"",TEXT({r.on},"yyyy-mm-dd"))'),
        Column("count", "户数", "whole", count),
        Column("total", "合计（元）", "money", lambda r: f'IF({r.used}=1,{r.fen}/100,"")'),
        *gaps("p1", "p2", "p3", "gap"),
        Column("used", "有金额（1/0）", "whole", lambda r: f"IF({r['count']}>0,1,0)"),
        Column("mark", "有金额的版次", "whole", lambda r: f"{r.version}*{r.used}"),
        Column("on", "日期序号", "whole", lambda r: plan.number(f"version_on_{r.index + 1}")),
        Column("wrong", "有误几格", "whole", states(2)),
        Column("missing", "缺几户", "whole", states(3)),
        Column("stray", "没有住户的几格", "whole", states(4)),
        Column("fen", "合计（分）", "whole",
               lambda r: f"SUM({flats(plan).area(f'f{r.index + 1}')})"),
        Column("problem", "填写情况", "whole", _version_problem),
    ))  # fmt: skip


def _version_problem(row: TableRow) -> str:
    """The number of the error in a version, 0 for one without amounts."""
    earlier = f"MAX({row.table.here('on', row.table.first - 1)}:{row.previous('on')})"
    gap = f"IF({row.version}=1,FALSE,{row.previous('used')}=0)"
    early = f"AND({row.on}>0,{row.on}<{earlier})"
    order = f"IF({gap},5,IF({early},6,1))"
    flaws = f"IF({row.wrong}>0,2,IF({row.missing}>0,3,IF({row.stray}>0,4,{order})))"
    return f"IF({row.used}=0,0,{flaws})"


def version_words(plan: Plan, index: int) -> str:
    """The text beside a version's date: its households and total, or its error."""
    at = {key: versions(plan).at(key, index) for key in ("used", "count", "fen", "problem")}
    listed = ",".join(f'"{word}　"' for word in VERSION_PROBLEMS)
    whole = f'{at["count"]}&" 户，合计 "&FIXED({at["fen"]}/100,2)&" 元"'
    return f'=IF({at["used"]}=0,"还没有金额",CHOOSE({at["problem"]}+1,{listed})&{whole})'


@once
def figures(plan: Plan) -> Figures:
    """The two versions compared, and their differences; below the versions."""
    start, to, of = plan.number("compare_from"), plan.number("compare_to"), versions(plan)

    def used(version: str) -> str:
        return f"INDEX({of.area('used')},MAX(1,{version}))"

    def known(f: Figures) -> str:
        return f"IF({f.start}=0,0,IF({used(f.start)}=0,0,IF({f.to}=0,1,{used(f.to)})))"

    def day(version: str) -> str:
        return f"IF({version}=0,0,INDEX({of.area('on')},MAX(1,{version})))"

    def of_flats(formula: str, key: str) -> str:
        return formula.format(flats(plan).area(key))

    return Figures(TITLE, of.last + 4, {
        "latest": Figure("最后一版", "没有版本则为 0", lambda f: f"MAX({of.area('mark')})"),
        "to": Figure("对比到第几版", "0 是现在的金额", lambda f: to),
        "start": Figure("对比从第几版", "“变更”所填；空着则是最后一版，或“到第几版”的前一版",
                        lambda f: f"IF({start}>0,{start},IF({to}>0,{to}-1,{f.latest}))"),
        "known": Figure("所选的版本有金额（1/0）", None, known),
        "since": Figure("原版的日期", "日期序号，没有则为 0；只列这一天以后的变更",
                        lambda f: day(f.start)),
        "until": Figure("新版的日期", "日期序号，没有或是现在则为 0", lambda f: day(f.to)),
        "before": Figure("原来合计（分）", None, lambda f: of_flats("SUM({})", "before_fen")),
        "after": Figure("变更后合计（分）", None, lambda f: of_flats("SUM({})", "after_fen")),
        "more": Figure("增加几户", None, lambda f: of_flats("SUMPRODUCT(({}>0)*1)", "diff")),
        "less": Figure("减少几户", None, lambda f: of_flats("SUMPRODUCT(({}<0)*1)", "diff")),
        "listed": Figure("列出几条变更", None, lambda f: f"SUM({changes(plan).area('listed')})"),
        "skipped": Figure("其中较早的不印几条", "变更表印得下最后几条",
                          lambda f: f"MAX(0,{f.listed}-{PRINTED})"),
    }, 4)  # fmt: skip


def figure(plan: Plan, key: str) -> str:
    """The address of a figure: a whole number, amounts in fen."""
    return figures(plan)[key]


@once
def changes(plan: Plan) -> FormulaTable:
    """The register as read, below the figures."""
    first, columns = figures(plan).last_row + 4, register.columns(plan, figures(plan))
    return FormulaTable("三、变更记录的读数", TITLE, first, MAX_CHANGES, columns)


@once
def flats(plan: Plan) -> FormulaTable:
    """The households, below the register."""
    known, shares = figures(plan).known, plan.shares
    return FormulaTable("四、各户", TITLE, changes(plan).last + 4, plan.flats, (
        numbered(),
        *_shown(plan),
        *gaps("gap"),
        *in_order(shares),
        *(_amount(plan, number) for number in VERSIONS),
        *(_state(plan, number) for number in VERSIONS),
        Column("problem", "填写情况", "whole", lambda r: f"MAX({r.s1}:{r[f's{VERSIONS[-1]}']})"),
        Column("before_fen", "原来（分）", "whole", lambda r: _of_version(plan, r, "start", "0")),
        Column("after_fen", "变更后（分）", "whole",
               lambda r: _of_version(plan, r, "to", shares.at("fen", r.index))),
        Column("diff", "差额（分）", "whole", lambda r: f"({r.after_fen}-{r.before_fen})*{known}"),
    ), lambda r: f"{shares.at('valid', r.index)}*{known}=1", totals=("before", "after", "more"))  # fmt: skip


def _shown(plan: Plan) -> tuple[Column, ...]:
    """The columns for neighbours to read."""

    def valid(row: TableRow, formula: str) -> str:
        return f'IF({plan.shares.at("valid", row.index)}=1,{formula},"")'

    def named(key: str, head: str) -> Column:
        return Column(key, head, "any", lambda r: valid(r, plan.shares.at(key, r.index)))

    return (
        named("room", "房号"),
        named("owner", "业主"),
        shown("before", "原来（元）", "money", lambda r: f"{r.before_fen}/100"),
        Column("after", "变更后（元）", "money", lambda r: valid(r, f"{r.after_fen}/100")),
        shown("more", "差额（元）", "money", lambda r: f"{r.diff}/100"),
        shown("turn", "增减", "any",
              lambda r: f'IF({r.diff}>0,"增加",IF({r.diff}<0,"减少","不变"))'),
    )  # fmt: skip


def _amount(plan: Plan, number: int) -> Column:
    """A household's amount in a version, in fen; 0 if it is invalid."""

    def formula(row: TableRow) -> str:
        cell = typed(plan).at(f"v{number}", row.index)
        return f'IF(AND({cell}<>"",{row[f"s{number}"]}<>2),ROUND({cell}*100,0),0)'

    return Column(f"f{number}", f"第 {number} 版（分）", "whole", formula)


def _state(plan: Plan, number: int) -> Column:
    """Whether a household's amount in a version is valid."""

    def formula(row: TableRow) -> str:
        cell, used = typed(plan).at(f"v{number}", row.index), versions(plan).at("used", number - 1)
        valid, filled = (plan.shares.at(key, row.index) for key in ("valid", "filled"))
        right = f"IF({wrong_number(cell, '0', MAX_YUAN, 100)}=1,2,IF({filled}=0,4,1))"
        return f'IF({cell}="",IF({valid}*{used}=1,3,0),{right})'

    return Column(f"s{number}", f"第 {number} 版填写", "whole", formula)


def _of_version(plan: Plan, row: TableRow, key: str, none: str) -> str:
    """A household's value in the version whose number a figure has; ``none`` for version 0."""
    version, valid = figures(plan)[key], plan.shares.at("valid", row.index)
    amounts = ",".join(row[f"f{number}"] for number in VERSIONS)
    return f"IF({version}=0,{none},CHOOSE(MAX(1,{version}),{amounts}))*{valid}"
