"""Write the manual's page on the functions of the add-in from their own texts and answers.

Run ``python docs/make_functions.py`` after a change of a function, of its texts or of a scheme.
Every result on the page is what the function answers.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addin_examples import SHOWN, Shown
from addin_formulas import read, rows, shown

from elevshare.schemes import load_all
from elevshare_addin.catalogue import WORKS, answer, why
from elevshare_addin.descriptions import FUNCTIONS
from elevshare_addin.lookup import PARTS

PAGE = Path(__file__).with_name("11-加载项函数.md")
#: Arguments that may be missing for VBA, and when they may not.
_SOMETIMES = {
    "areas": "按面积分的方案必填",
    "top_storey": "补贴与层数有关的必填",
    "bound": "必填",
    "first": "补偿按一层定额的方案必填",
    "way_months": "加利息、折旧必填",
    "number": "除“原价”外必填",
    "carriers": "退出份额为“指定楼层”时必填",
}

_HEAD = """\
# 11 加载项函数

[回到目录](手册.md)　[安装](12-加载项安装.md)　[示例簿](示例/加载项示例.xlsx)

<!-- 由 docs/make_functions.py 生成，请勿手改。 -->

装好加载项以后，在 Excel 自己的表里直接算，不用分摊簿。本页的每个结果都是函数算出来的，可以照抄到空白表里试。
WPS 里每个名字前面加 `ELEV.`，见[WPS 里的加梯分摊函数](WPS加载项.md)。

{list}

## 先看这几条

- **找函数**：编辑栏左边的“fx”，类别选“加梯分摊”，每个参数都有中文说明。
- **一列一起算**：楼层、面积选一整列，写一个公式，得一整列。Excel 365、2021 起自动铺开；更旧的先选中同样多的格子，
  写公式，按 Ctrl+Shift+Enter。不要一格写一个公式：那样慢，合计也不受保证。
- **选区**：一格、一行、一列、一块都行，结果与“楼层”同样大小；空行在结果里也是空的（显示为空文本）。一列最多 20,000 格，
  不要选整列。
- **数字**：`60万`、`80㎡`、`3层`、`3%`、全角数字、文本格式的数字、货币格式都认得。是日期的、看不懂的不猜，得错误值。
- **是和否**：是、TRUE、1、√ 或 否、FALSE、0、×。
- **楼层**：整数；分摊时错层的半层填 5.5，车库、地下室填 0 或负数（没有系数，除非另填个别系数或定额）。
- **方案**：写编号或中文名，全部方案在[本页末尾](#方案)。
- **金额**：元，最多两位小数；Excel 自己算出来的 0.30000000000000004 那样的误差会自动去掉，真的多出来的小数不会。
- **不写的参数**：中间的留空，逗号要有，如 `=ELEVSHARE("南京",600000,A2:A15,B2:B15,,"元")`。
- **什么时候重算**：只在它用到的格子变了的时候；别处改动不会让它重算。

### 出错时

| 得 | 意思 |
|---|---|
| `#VALUE!` | 参数没填、填的不是数字、是日期、大小不一样、词看不懂；或者加载项连不上 Python |
| `#N/A` | 没有这个方案，或者方案里没有这一项、还是“待填” |
| `#NUM!` | 数字不可能对：太大、太小、小数太多，或者这样分不出来 |
| `#NAME?` | Excel 没有装上加载项，见[安装](12-加载项安装.md) |

参数里有错误值的，结果是同样的错误（`#DIV/0!`、`#REF!`、`#NAME?`、`#NULL!` 变成 `#VALUE!`）。
**原因用 `ELEVCHECK` 看**：把函数名和原来的参数照抄进去，如 `=ELEVCHECK("ELEVNET",600000,700000)`。
所有函数都显示 `#VALUE!` 的，运行 `elevshare-addin doctor`。
"""


def page() -> str:
    """The whole page."""
    every = "\n".join(f"- [{name}](#{name.lower()})：{one.title}" for name, one in SHOWN.items())
    parts = [_HEAD.replace("{list}", every)]
    parts += ["\n".join(_function(name, one)) for name, one in SHOWN.items()]
    return "\n".join([*parts, "\n".join(_schemes())]) + "\n"


def _function(name: str, one: Shown) -> Iterator[str]:
    """The section of a function."""
    about, _, _ = FUNCTIONS[name].description.partition("例：")
    yield from (
        f"## {name}",
        "",
        f"**{one.title}。** {about}",
        "",
        f"`={name}({_syntax(name)})`",
        "",
    )
    yield from ("| 参数 | 填什么 | |", "|---|---|---|")
    for argument, said in FUNCTIONS[name].arguments.items():
        yield f"| `{argument}` | {said} | {_must(name, argument)} |"
    yield from ("", "| 例 | 得 |", "|---|---|")
    yield from (f"| `{call}` | {_result(call)} |" for call in one.calls)
    yield from ("", "| 错的写法 | 得 | `ELEVCHECK` 说 |", "|---|---|---|")
    yield from (
        f"| `{call}` | `{answer(*read(call))}` | {why(*read(call))} |" for call in one.failures
    )
    yield from ("", f"出处：{one.source}", "")
    if one.cited:
        yield from (f"- {scheme}（{what}）：{_cited(scheme, what)}" for scheme, what in one.cited)
        yield ""


def _syntax(name: str) -> str:
    """The arguments of a function, in brackets those that may be left out."""
    given = inspect.signature(WORKS[name]).parameters.values()
    return ", ".join(f"[{one.name}]" if _optional(one) else one.name for one in given)


def _optional(given: inspect.Parameter) -> bool:
    return given.default is not inspect.Parameter.empty and given.name != "bound"


def _must(name: str, argument: str) -> str:
    """Whether an argument must be there."""
    if not _optional(inspect.signature(WORKS[name]).parameters[argument]):
        return "必填"
    if (name, argument) == ("ELEVLATE", "months"):
        return _SOMETIMES["way_months"]
    if argument == "top_storey" and name != "SUBSIDY":
        return "可不填"
    return _SOMETIMES.get(argument, "可不填")


def _result(call: str) -> str:
    """What a call answers: a value, or rows below each other."""
    found = rows(answer(*read(call)))
    return "<br>".join("　".join(shown(cell) for cell in row) for row in found)


def _cited(scheme: str, what: str) -> Any:
    return answer("ELEVSOURCE", [scheme, what])


def _schemes() -> Iterator[str]:
    """All schemes, and what each of them states."""
    yield from (
        "## 方案",
        "",
        "“可用于”里的词也是 `ELEVSOURCE` 的“内容”。文件、文号和条款用 `=ELEVSOURCE(方案)` 看。",
        "",
    )
    yield from ("| 方案 | 编号 | 城市 | 可用于 | 状态 |", "|---|---|---|---|---|")
    for one in load_all():
        parts = "、".join(word for word, part in PARTS.items() if getattr(one, part) is not None)
        yield f"| {one.name} | `{one.id}` | {one.city} | {parts} | {one.status} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
