"""The versions of the amounts on 变更 as they are read, and which two are compared."""

from __future__ import annotations

from elevshare.rules.changes import MAX_CHANGES, MAX_VERSIONS
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.changes.inputs import VERSIONS

TITLE = "变更对比"
#: Changes that the paper has room for: the last ones.
PRINTED = 6
#: Key → label and note of every figure.
FIGURES = {
    "latest": ("最后一版", "没有版本则为 0"),
    "to": ("对比到第几版", "0 是现在的金额"),
    "start": ("对比从第几版", "“变更”所填；空着则是最后一版，或“到第几版”的前一版"),
    "known": ("所选的版本有金额（1/0）", ""),
    "since": ("原版的日期", "日期序号，没有则为 0；只列这一天以后的变更"),
    "until": ("新版的日期", "日期序号，没有或是现在则为 0"),
    "before": ("原来合计（分）", ""),
    "after": ("变更后合计（分）", ""),
    "more": ("增加几户", ""),
    "less": ("减少几户", ""),
    "listed": ("列出几条变更", ""),
    "skipped": ("其中较早的不印几条", "变更表印得下最后几条"),
}
VERSION_HEADS = {
    "version": ("版次", "whole"),
    "day": ("日期", "any"),
    "count": ("户数", "whole"),
    "total": ("合计（元）", "money"),
    "used": ("有金额（1/0）", "whole"),
    "mark": ("有金额的版次", "whole"),
    "on": ("日期序号", "whole"),
    "wrong": ("有误几格", "whole"),
    "missing": ("缺几户", "whole"),
    "stray": ("没有住户的几格", "whole"),
    "fen": ("合计（分）", "whole"),
    "problem": ("填写情况", "whole"),
}
#: What is wrong with a version by its number, from 0 on.
VERSION_PROBLEMS = ("", "√", "← 有的金额不是 0 或正数，或超过两位小数", "← 少了几户，请整列重贴",
                    "← 有的金额所在的行没有住户", "← 前一版还空着", "← 比前一版的日期早")  # fmt: skip
#: The same of a household's row.
ROW_PROBLEMS = (
    "",
    "√",
    "← 应填 0 或正数，写到分",
    "← 有一版缺这一户，后来才有的填 0",
    "← 这一行没有住户",
)
AMOUNTS = tuple(f"f{n}" for n in VERSIONS)
STATES = tuple(f"s{n}" for n in VERSIONS)
FLAT_HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "before": ("原来（元）", "money"),
    "after": ("变更后（元）", "money"),
    "more": ("差额（元）", "money"),
    "turn": ("增减", "any"),
    "number": ("表上第几行", "whole"),
    "at": ("表上这一行是第几户", "whole"),
    **{key: (f"第 {n} 版（分）", "whole") for n, key in enumerate(AMOUNTS, 1)},
    **{key: (f"第 {n} 版填写", "whole") for n, key in enumerate(STATES, 1)},
    "problem": ("填写情况", "whole"),
    "before_fen": ("原来（分）", "whole"),
    "after_fen": ("变更后（分）", "whole"),
    "diff": ("差额（分）", "whole"),
}
_SHOWN = ("n", "room", "owner", "before", "after", "more", "turn")


def typed(plan: Plan) -> Block:
    """The versions as they are typed on 变更, and the amounts of now."""
    return plan.table("versions", ("n", "room", *(f"v{n}" for n in VERSIONS), "now", "hint"))


def versions(plan: Plan) -> Block:
    """The versions, below three lines of words."""
    columns = ("version", "day", "count", "total", "p1", "p2", "p3", "gap", "used", "mark", "on",
               "wrong", "missing", "stray", "fen", "problem")  # fmt: skip
    return Block(TITLE, 8, MAX_VERSIONS, columns)


def figures(plan: Plan) -> Block:
    """The figures, below the versions."""
    return Block(
        TITLE, versions(plan).last + 4, len(FIGURES), ("label", "pad1", "pad2", "value", "note")
    )


def figure(plan: Plan, key: str) -> str:
    """Address of one figure (whole number, fen where it is money)."""
    return figures(plan).at("value", list(FIGURES).index(key))


def changes(plan: Plan) -> Block:
    """The register as it is read, below the figures."""
    columns = ("n", "day", "what", "before", "after", "reason", "p1", "gap", "on", "room", "index", "listed",
               "number", "at", "problem")  # fmt: skip
    return Block(TITLE, figures(plan).last + 4, MAX_CHANGES, columns)


def flats(plan: Plan) -> Block:
    """The households, below the register."""
    columns = (*_SHOWN, "gap", "number", "at", *AMOUNTS, *STATES, "problem", "before_fen",
               "after_fen", "diff")  # fmt: skip
    return Block(TITLE, changes(plan).last + 4, plan.flats, columns)


def version_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one version's row."""
    block, rows, index = versions(plan), flats(plan), row - versions(plan).first
    here, states = block.on(row), rows.area(STATES[index])
    cells, above = typed(plan).all(f"v{index + 1}"), block.here("used", row - 1)
    earlier = f"MAX({block.here('on', block.first - 1)}:{block.here('on', row - 1)})"
    gap = f"IF({here('version')}=1,FALSE,{above}=0)"
    early = f"AND({here('on')}>0,{here('on')}<{earlier})"

    def states_of(number: int) -> str:
        return f"=SUMPRODUCT(({states}={number})*1)"

    return {
        "version": index + 1,
        "day": f'=IF({here("on")}=0,"",TEXT({here("on")},"yyyy-mm-dd"))',
        "count": f'=SUMPRODUCT(({cells}<>"")*1)',
        "total": f'=IF({here("used")}=1,{here("fen")}/100,"")',
        "used": f"=IF({here('count')}>0,1,0)",
        "mark": f"={here('version')}*{here('used')}",
        "on": f"={plan.number(f'version_on_{index + 1}')}",
        "wrong": states_of(2),
        "missing": states_of(3),
        "stray": states_of(4),
        "fen": f"=SUM({rows.area(AMOUNTS[index])})",
        "problem": f"=IF({here('used')}=0,0,IF({here('wrong')}>0,2,IF({here('missing')}>0,3,"
        f"IF({here('stray')}>0,4,IF({gap},5,IF({early},6,1))))))",
    }


def version_words(plan: Plan, index: int) -> str:
    """What stands beside the date of a version: its households and total, and what is wrong."""
    at = {key: versions(plan).at(key, index) for key in ("used", "count", "fen", "problem")}
    listed = ",".join(f'"{word}　"' for word in VERSION_PROBLEMS)
    whole = f'{at["count"]}&" 户，合计 "&TEXT({at["fen"]}/100,"0.00")&" 元"'
    return f'=IF({at["used"]}=0,"还没有金额",CHOOSE({at["problem"]}+1,{listed})&{whole})'


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Formulas of the figures, by key."""
    block, rows, read = versions(plan), flats(plan), changes(plan)
    used, on = block.area("used"), block.area("on")
    start, to = plan.number("compare_from"), plan.number("compare_to")

    def f(key: str) -> str:
        return figure(plan, key)

    def has(version: str) -> str:
        return f"INDEX({used},MAX(1,{version}))"

    def of(column: str, version: str) -> str:
        return f"=IF({version}=0,0,INDEX({column},MAX(1,{version})))"

    return {
        "latest": f"=MAX({block.area('mark')})",
        "to": f"={to}",
        "start": f"=IF({start}>0,{start},IF({to}>0,{to}-1,{f('latest')}))",
        "known": f"=IF({f('start')}=0,0,IF({has(f('start'))}=0,0,IF({f('to')}=0,1,{has(f('to'))})))",
        "since": of(on, f("start")),
        "until": of(on, f("to")),
        "before": f"=SUM({rows.area('before_fen')})",
        "after": f"=SUM({rows.area('after_fen')})",
        "more": f"=SUMPRODUCT(({rows.area('diff')}>0)*1)",
        "less": f"=SUMPRODUCT(({rows.area('diff')}<0)*1)",
        "listed": f"=SUM({read.area('listed')})",
        "skipped": f"=MAX(0,{f('listed')}-{PRINTED})",
    }


def flat_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row."""
    block, index = flats(plan), row - flats(plan).first
    at, shares = block.on(row), plan.shares
    valid = shares.at("valid", index)
    known, so_far = figure(plan, "known"), f"{shares.at('valid', 0)}:{valid.split('!')[1]}"
    start, to = figure(plan, "start"), figure(plan, "to")
    amounts = ",".join(at(key) for key in AMOUNTS)

    def shown(formula: str) -> str:
        return f'=IF({valid}*{known}=1,{formula},"")'

    def named(key: str) -> str:
        return f'=IF({valid}=1,{shares.at(key, index)},"")'

    turns = f'IF({at("diff")}>0,"增加",IF({at("diff")}<0,"减少","不变"))'
    return {
        "n": index + 1,
        "room": named("room"),
        "owner": named("owner"),
        "before": shown(f"{at('before_fen')}/100"),
        "after": f'=IF({valid}=1,{at("after_fen")}/100,"")',
        "more": shown(f"{at('diff')}/100"),
        "turn": shown(turns),
        "number": f"=SUM({so_far})*{valid}",
        "at": f"=IFERROR(MATCH({at('n')},{block.area('number')},0),0)",
        **_typed(plan, row),
        "problem": f"=MAX({at(STATES[0])}:{at(STATES[-1])})",
        "before_fen": f"=IF({start}=0,0,CHOOSE(MAX(1,{start}),{amounts}))*{valid}",
        "after_fen": f"=IF({to}=0,{shares.at('fen', index)},CHOOSE(MAX(1,{to}),{amounts}))*{valid}",
        "diff": f"=({at('after_fen')}-{at('before_fen')})*{known}",
    }


def _typed(plan: Plan, row: int) -> dict[str, str]:
    """A household's amounts of every version in fen, and whether each is right."""
    block, index = flats(plan), row - flats(plan).first
    valid, filled = (plan.shares.at(key, index) for key in ("valid", "filled"))
    found: dict[str, str] = {}
    for n in VERSIONS:
        cell, state = typed(plan).at(f"v{n}", index), STATES[n - 1]
        used = versions(plan).at("used", n - 1)
        wrong = wrong_number(cell, "0", MAX_YUAN, 100)
        right = f'AND({cell}<>"",{block.here(state, row)}<>2)'
        found[AMOUNTS[n - 1]] = f"=IF({right},ROUND({cell}*100,0),0)"
        found[state] = f'=IF({cell}="",IF({valid}*{used}=1,3,0),IF({wrong}=1,2,IF({filled}=0,4,1)))'
    return found
