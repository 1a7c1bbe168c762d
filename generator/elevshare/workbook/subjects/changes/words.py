"""The sentences about two versions compared, and the checks of 变更."""

from __future__ import annotations

from functools import partial

from elevshare.workbook.check import BookCheck
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes.versions import PRINTED, changes, figure, versions


def word_formulas(plan: Plan) -> list[str]:
    """Three lines of text: the versions compared, their differences, the number of changes."""
    f = partial(figure, plan)

    def yuan(fen: str) -> str:
        return f'FIXED({fen}/100,2)&" 元'

    known, day = f"{f('known')}=1", versions(plan).all("day")
    same = f"SUM({plan.shares.all('valid')})-{f('more')}-{f('less')}"
    new = f'IF({f("to")}=0,"现在的金额","第 "&{f("to")}&" 版"&{_dated(day, f("to"))})'
    change = f"({f('after')}-{f('before')})"
    total = (f'IF({change}=0,"，没有变",IF({change}>0,"，增加 ","，减少 ")&'
             f'FIXED(ABS{change}/100,2)&" 元")')  # fmt: skip
    return [
        f'=IF({known},"第 "&{f("start")}&" 版"&{_dated(day, f("start"))}&"与"&{new}&"相比",'
        f'IF({f("latest")}=0,"还没有留下版本：公示时在“变更”留一版","所选的版本还没有金额"))',
        f'=IF({known},"合计由 "&{yuan(f("before"))}变为 "&{yuan(f("after"))}"&{total}&"；增加 "'
        f'&{f("more")}&" 户，减少 "&{f("less")}&" 户，不变 "&({same})&" 户","")',
        f'=IF({known},IF({f("listed")}=0,"这两版之间没有登记变更","这两版之间登记了 "&{f("listed")}&" 条变更")'
        f'&IF({f("skipped")}=0,"","，下面是最后 {PRINTED} 条，较早的 "&{f("skipped")}&" 条见“变更”页"),"")',
    ]


def _dated(days: str, version: str) -> str:
    """The date of a version in brackets, as part of a text formula; nothing if it is unknown."""
    day = f"INDEX({days},MAX(1,{version}))"
    return f'IF({day}="","","（"&{day}&"）")'


def checks(plan: Plan) -> list[BookCheck]:
    """The checks of the register and the versions."""
    problems, states = changes(plan).all("problem"), versions(plan).all("problem")
    wrong, flawed = (f"SUMPRODUCT(({column}>1)*1)" for column in (problems, states))
    start, to, known = (figure(plan, key) for key in ("start", "to", "known"))
    unused = f"AND({figure(plan, 'latest')}=0,{plan.number('compare_from')}=0,{to}=0)"
    return [
        BookCheck("变更记录填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 条"', "按“变更”右侧的提示改正"),
        BookCheck("版本金额完整无误", f"{flawed}=0", f'"有误 "&{flawed}&" 版"',
              "按“变更”版本日期右边和各行的提示改正：整列复制“现在”，再选择性粘贴数值"),
        BookCheck("对比的两版都有金额", f"OR({unused},{known}=1)",
              f'IF({unused},"还没有版本","从第 "&{start}&" 版到"&IF({to}=0,"现在","第 "&{to}&" 版"))',
              "在“变更”改“从第几版”“到第几版”，或空着"),
    ]  # fmt: skip
