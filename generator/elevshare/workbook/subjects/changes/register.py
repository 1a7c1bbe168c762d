"""The register of 变更 as it is read, what the comparison says in words, and its checks."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.rules.changes import LIMITS, OF_A_ROOM, Kind
from elevshare.workbook.check import Check
from elevshare.workbook.field import DATES
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.changes.versions import PRINTED, changes, figure, versions

HEADS = {
    "n": ("序号", "whole"),
    "day": ("日期", "any"),
    "what": ("类型、房号", "any"),
    "before": ("变更前", "any"),
    "after": ("变更后", "any"),
    "reason": ("原因", "any"),
    "on": ("日期序号", "whole"),
    "room": ("房号", "any"),
    "index": ("第几户", "whole"),
    "listed": ("在所选两版之间", "whole"),
    "number": ("第几条", "whole"),
    "at": ("表上这一行是第几条", "whole"),
    "problem": ("填写情况", "whole"),
}
#: What 提示 says by the number of 填写情况, from 0 on.
PROBLEMS = ("", "√", "← 日期应填如 2026-03-01", "← 类型从下拉中选", "← 请填房号", "← “住户”里没有这个房号",
            "← 请写原因", f"← 太长印不下：原因 {LIMITS['reason']} 字，其余 {LIMITS['before']} 字")  # fmt: skip


def typed(plan: Plan) -> Block:
    """The register as it is typed."""
    return plan.table("changes")


def change_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one change's row; the paper lists those between the two versions."""
    block, index = changes(plan), row - changes(plan).first
    here = block.on(row)
    cell = {key: typed(plan).at(key, index) for key in typed(plan).columns}
    since, until, to = (figure(plan, key) for key in ("since", "until", "to"))
    before_new = f"OR({to}=0,{until}=0,{here('on')}<={until})"
    so_far = f"${block.letter('listed')}${block.first}:{here('listed')}"
    place = f"{here('n')}+{figure(plan, 'skipped')}"

    def shown(formula: str) -> str:
        return f'=IF({here("problem")}=0,"",{formula})'

    return {
        "n": index + 1,
        "day": f'=IF({here("on")}=0,"",TEXT({here("on")},"yyyy-mm-dd"))',
        "what": shown(f'{cell["kind"]}&IF({here("room")}="",""," ")&{here("room")}'),
        **{key: shown(f'{cell[key]}&""') for key in ("before", "after", "reason")},
        "on": f"=IF({_bad_day(cell['day'])},0,IFERROR({cell['day']}*1,0))",
        "room": f'={cell["room"]}&""',
        "index": f"=SUMPRODUCT(({plan.shares.all('room')}={here('room')})*{plan.shares.all('valid')}*{plan.shares.all('n')})",
        "listed": f"=IF(AND({here('problem')}=1,{here('on')}>{since},{before_new}),1,0)",
        "number": f"=SUM({so_far})*{here('listed')}",
        "at": f"=IFERROR(MATCH({place},{block.area('number')},0),0)",
        "problem": f"={_problem(cell, here)}",
    }


def _bad_day(cell: str) -> str:
    """Whether a cell holds anything but a day."""
    return f'OR({cell}="",{wrong_number(cell, *DATES, 1)}=1)'


def _problem(cell: dict[str, str], here: Callable[[str], str]) -> str:
    """The number of what is wrong with a row, 0 where nothing is filled in."""
    filled = "&".join(cell[key] for key in ("day", "kind", "room", *LIMITS))
    kinds, of_a_room = (
        "OR(" + ",".join(f'{cell["kind"]}="{kind}"' for kind in some) + ")"
        for some in (Kind, OF_A_ROOM)
    )
    room, long = here("room"), ",".join(f"LEN({cell[key]})>{most}" for key, most in LIMITS.items())
    return (
        f'IF({filled}="",0,IF({here("on")}=0,2,IF(NOT({kinds}),3,IF(AND({room}="",{of_a_room}),4,'
        f'IF(AND({room}<>"",{here("index")}=0),5,IF({cell["reason"]}&""="",6,IF(OR({long}),7,1)))))))'
    )


def word_formulas(plan: Plan) -> list[str]:
    """What is compared, what comes of it, and how many changes are behind it: three lines."""

    def f(key: str) -> str:
        return figure(plan, key)

    def yuan(fen: str) -> str:
        return f'TEXT({fen}/100,"0.00")&" 元'

    known, day = f"{f('known')}=1", versions(plan).all("day")
    same = f"SUM({plan.shares.all('valid')})-{f('more')}-{f('less')}"
    new = f'IF({f("to")}=0,"现在的金额","第 "&{f("to")}&" 版（"&{_dated(day, f("to"))}&"）")'
    change = f"({f('after')}-{f('before')})"
    total = (f'IF({change}=0,"，没有变",IF({change}>0,"，增加 ","，减少 ")&'
             f'TEXT(ABS{change}/100,"0.00")&" 元")')  # fmt: skip
    return [
        f'=IF({known},"第 "&{f("start")}&" 版（"&{_dated(day, f("start"))}&"）与"&{new}&"相比",'
        f'IF({f("latest")}=0,"还没有留下版本：公示时在“变更”留一版","所选的版本还没有金额"))',
        f'=IF({known},"合计由 "&{yuan(f("before"))}变为 "&{yuan(f("after"))}"&{total}&"；增加 "'
        f'&{f("more")}&" 户，减少 "&{f("less")}&" 户，不变 "&({same})&" 户","")',
        f'=IF({known},IF({f("listed")}=0,"这两版之间没有登记变更","这两版之间登记了 "&{f("listed")}&" 条变更")'
        f'&IF({f("skipped")}=0,"","，下面是最后 {PRINTED} 条，较早的 "&{f("skipped")}&" 条见“变更”页"),"")',
    ]


def _dated(days: str, version: str) -> str:
    """The date of a version inside a formula."""
    day = f"INDEX({days},MAX(1,{version}))"
    return f'IF({day}="","日期待填",{day})'


def checks(plan: Plan) -> list[Check]:
    """What must hold of the register and of the versions."""
    problems, states = changes(plan).all("problem"), versions(plan).all("problem")
    wrong, flawed = (f"SUMPRODUCT(({column}>1)*1)" for column in (problems, states))
    start, to, known = (figure(plan, key) for key in ("start", "to", "known"))
    unused = f"AND({figure(plan, 'latest')}=0,{plan.number('compare_from')}=0,{to}=0)"
    return [
        Check("变更记录填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 条"', "按“变更”右侧的提示改正"),
        Check("版本金额完整无误", f"{flawed}=0", f'"有误 "&{flawed}&" 版"',
              "按“变更”版本日期右边和各行的提示改正：整列复制“现在”，再选择性粘贴数值"),
        Check("对比的两版都有金额", f"OR({unused},{known}=1)",
              f'IF({unused},"还没有版本","从第 "&{start}&" 版到"&IF({to}=0,"现在","第 "&{to}&" 版"))',
              "在“变更”改“从第几版”“到第几版”，或空着"),
    ]  # fmt: skip
