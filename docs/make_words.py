"""Write the manual's page of the words that are understood in rosters, lists and statements.

Run ``python docs/make_words.py`` after a change of ``generator/elevshare/vocabulary/words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from elevshare.vocabulary import LIST, ROSTER, STATEMENT, sections

PAGE = Path(__file__).with_name("17-词表.md")

_HEAD = """\
# 17 词表

[回到目录](手册.md)　[名册](16-名册.md)　[一批楼](15-一批楼.md)

<!-- 由 docs/make_words.py 从 generator/elevshare/vocabulary/words.toml 生成，请勿手改。 -->

名册、清单和流水里，同一样东西有许多叫法。下面是认得的全部写法；不在里面的，程序会说看不懂，不会猜。
比的时候不分全角半角、大写小写，不管空格、换行和看不见的字符；栏名前后的星号、冒号不管。
"""
#: Topic → its title, and what it is about.
_TOPICS = {
    "名册": (
        "名册的栏名",
        "“名册”里一栏叫什么。“不用”里的是认得而不用的栏；都不在里面的，会说看不懂。",
    ),
    "清单": ("清单的栏名", "`batch` 的清单里一栏叫什么，见[一批楼](15-一批楼.md)。"),
    "单位": ("单位", "写在栏名里、括号里，或数字前后。"),
    "栏名": (
        "括号里不要紧的话",
        "栏名的括号里写着这些的，与没有写一样。“…”是任意的字，“〔〕”里的可有可无，“｜”隔开的任选一个。",
    ),
    "参与": ("参与", "“参与”一栏里的写法，名册和簿子的“住户”一样。"),
    "个别": (
        "个别系数和定额",
        "“个别系数”“本户百分比”“定额”几栏里的写法，和看不出是不是这几栏的栏名。",
    ),
    "记号": (
        "空心的圈",
        "和 √、是 等写在同一栏里的，看不出是不是，会退回来问；与 × 写在一起的是“是”。",
    ),
    "是否": ("是和否", "“参与表决”“免运维”两栏里的写法；“参与”“同意”两栏也认。"),
    "月年": ("按月或按年", "租赁的“按月或按年”一栏里的写法，名册和簿子的“住户”一样。"),
    "同意": ("同意", "“同意”一栏里的写法；“同意不参与”是同意。"),
    "收款方式": ("收款的方式", "“台账”的“方式”一栏；不在里面的不丢，当作“其他”，算入银行。"),
    "收退": ("收款或退款", "“台账”的“收款或退款”一栏。"),
    "簿子": ("簿子里的楼层和金额", "“住户”的楼层、金额前后可以带这些字。"),
    "楼层": ("楼层", "“楼层”一栏里，数字以外的写法。"),
    "入户": ("入户方式", "清单的“入户方式”一栏、命令的 `--entry`、项目文件的 `entry`。"),
    "业主": ("没有业主", "“业主”一栏写着这些的，算没有填。"),
    "楼栋": ("楼栋怎么叫", "名册的楼号只写了数的，栏名里有这个字，账单上就照这样写，如 12 幢。"),
    "单元": ("单元怎么叫", "名册的单元只写了数的，账单上照栏名里的字写，如 3 单元。"),
    "行": ("不是住户的行", "凭这些词认出合计、表尾，和照上一行的意思。"),
    "月份": ("月份", "房号被改成日期时的写法，用来认出它。"),
    "流水": ("流水的栏名", "银行、微信、支付宝的流水里一栏叫什么，见[收钱记账](3-收钱记账.md)。"),
    "收支": ("收还是支", "流水里写着这些的，是收进来的或付出去的。"),
    "到账": ("没有到账", "流水的状态、摘要里有这些话的，钱没有进来，或者又退了。"),
    "款项": ("是不是加梯的钱", "看付款的附言、摘要。"),
    "账单": ("哪一家的流水", "标题和栏名里有这些话的，是微信、支付宝的账单；别的当作银行的。"),
    "流水行": ("不是收支的行", "流水里没有日期、写着这些话的行。"),
    "流水金额": ("没有金额", "流水的金额写着这些的，算没有。"),
    "房号": (
        "附言里的房号",
        "跟在“前面”的词后面、站在“后面”的词前面的数，不是房号；其余的写在房号前后，如 12 幢 3 单元 301 室。",
    ),
}
#: What a section is for, where its name does not say it.
_ABOUT = {
    "单位": {"面积": "建筑面积的单位，可以不写"},
    "栏名": {
        "无妨": "不改变栏名的意思",
        "有碍": "有这些话的，不算无妨",
        "相反": "栏名以这些话开头的，不能当作“参与”“同意”等",
    },
    "楼层": {
        "一层以下": "不参与的不列入；参与的没有楼层系数，只按个别系数或定额出钱",
        "最低": "就是 1 层",
        "最高": "总层数，或房号看得出的那一层",
        "跃层": "如 6层（跃7层），算入户的那一层",
    },
    "个别": {
        "没有": "照本层的办法",
        "免交": "“定额”一栏：用电梯，不出钱",
        "存疑": "看不出是每层的还是每户自己的，不用，会告诉你",
    },
    "业主": {"没有": "占位的写法"},
    "行": {"合计": "前面可以有 本页、本层 等", "同上": "房号不能这样写", "表尾": "写在一行的开头"},
    "月份": {"英文": "如 2-1 变成 1-Feb"},
    "款项": {"租赁": "租赁的簿子收的就是这些"},
    "到账": {"冲回": "冲掉另一笔的那一笔"},
    "房号": {"路名": "后面的数可能是门牌"},
}
_KINDS = {"area": "平方米", "areas": "平方米，几户用顿号隔开", "money": "金额", "day": "日期"}


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for topic, group in groupby(sections(), key=lambda section: section[0]):
        if topic not in _TOPICS:
            raise KeyError(f"say in docs/make_words.py what {topic} is about")
        title, about = _TOPICS[topic]
        what = "栏" if topic in (ROSTER, LIST, STATEMENT) else "意思"
        parts.append(f"## {title}\n\n{about}\n\n| {what} | 写法 |\n|---|---|")
        parts += [_line(topic, meaning, said) for _, meaning, said in group]
        parts.append("")
    return "\n".join(parts)


def _line(topic: str, meaning: str, said: Mapping[str, Any]) -> str:
    """The row of a section: its name with a line of explanation, and its words."""
    about = "；".join([*_notes(topic, meaning, said)])
    words = [_marked(word) for word in said.get("names", ())]
    words += [_readable(pattern) for pattern in said.get("patterns", ())]
    return f"| {meaning}{f'（{about}）' if about else ''} | {'、'.join(words)} |"


def _notes(topic: str, meaning: str, said: Mapping[str, Any]) -> Iterator[str]:
    """What there is to say about a section besides its words."""
    if text := _ABOUT.get(topic, {}).get(meaning):
        yield text
    if kind := said.get("kind"):
        yield _KINDS[kind]
    if instead := said.get("instead"):
        yield f"没有“{instead}”一栏时，当作它"
    if more := said.get("with"):
        yield f"另加“{_TOPICS[more][0]}”里的"
    if beside := said.get("beside"):
        yield f"斜线后面可以是 {'、'.join(map(_marked, beside))}，格里写 3/6"
    if (times := said.get("times", 1)) > 1:
        yield f"合 {times:,} 元"


def _marked(word: str) -> str:
    """A word; signs are marked as code, or the page would take some of them for its own."""
    if not word:
        return "空着"
    if word.isalnum():
        return word
    return f"`` {word} ``" if "`" in word else f"`{word}`".replace("|", r"\|")


def _readable(pattern: str) -> str:
    """A pattern for people: … for anything, 〔〕 around what may be missing, ｜ between choices."""
    text = re.sub(r"\.[*+]", "…", pattern)
    text = re.sub(r"\[([^\]]+)\]", lambda signs: f"({'|'.join(signs[1])})", text)
    text = re.sub(r"\(([^()]*)\)\?", r"〔\1〕", text)
    text = re.sub(r"([^()〔〕|])\?", r"〔\1〕", text)
    return text.replace("|", "｜").replace("(", "（").replace(")", "）")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
