"""The kinds of findings of an audit, the level of each, and the verdict that follows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """How grave a finding is; the worst of a book is its verdict."""

    NOTE = 0
    CHANGED = 1
    DISTRUST = 2


#: The verdict in words by the worst finding.
VERDICTS = {Level.NOTE: "通过", Level.CHANGED: "有改动", Level.DISTRUST: "不可信"}
#: The verdict on a book that a later version made.
UNJUDGED = "未核对"

_NOTE, _CHANGED, _DISTRUST = Level
#: Key (never changed: programs read it) → level, short Chinese name. The manual lists them all.
KINDS: dict[str, tuple[Level, str]] = {
    "formula-overwritten": (_DISTRUST, "公式被改成了数字或文字"),
    "formula-cleared": (_DISTRUST, "公式被删掉"),
    "formula-edited": (_DISTRUST, "公式被改写"),
    "number-changed": (_DISTRUST, "固定的数字被改动"),
    "label-changed": (_CHANGED, "固定的文字被改动"),
    "typed-beside": (_CHANGED, "表格以外多了内容"),
    "paper-text": (_DISTRUST, "单据上固定的文字被改动"),
    "paper-typed": (_DISTRUST, "单据上多了内容"),
    "rows-inserted": (_DISTRUST, "插入了行"),
    "rows-deleted": (_DISTRUST, "删除了行"),
    "columns-inserted": (_DISTRUST, "插入了列"),
    "columns-deleted": (_DISTRUST, "删除了列"),
    "rows-sorted": (_DISTRUST, "行被重新排序"),
    "sheet-missing": (_DISTRUST, "少了一页"),
    "sheet-added": (_CHANGED, "多了一页"),
    "sheet-renamed": (_CHANGED, "页的名称被改"),
    "sheet-hidden": (_DISTRUST, "有页被隐藏"),
    "sheet-order": (_NOTE, "各页的次序变了"),
    "rows-hidden": (_CHANGED, "有行被隐藏"),
    "rows-filtered": (_NOTE, "筛选没有取消"),
    "columns-hidden": (_CHANGED, "有列被隐藏"),
    "merge-changed": (_CHANGED, "合并的格子变了"),
    "margins-changed": (_CHANGED, "页眉页脚被改"),
    "format-misleading": (_DISTRUST, "显示格式会掩盖真实的数字"),
    "seal-differs": (_DISTRUST, "封签与簿子不符，封后有改动"),
    "account-shown": (_DISTRUST, "单据上的收款账户与“参数”不符"),
    "account-differs": (_DISTRUST, "收款账户与发出去的那本不同"),
    "input-differs": (_NOTE, "填写与发出去的那本不同"),
    "look-hidden": (_DISTRUST, "单据上的字被弄得看不见，或看错"),
    "look-changed": (_CHANGED, "字的样子被改"),
    "look-slight": (_NOTE, "单据的样子稍有不同，内容还看得见"),
    "chart-changed": (_CHANGED, "单据上的图被改"),
    "condition-added": (_DISTRUST, "单据上加了条件格式"),
    "condition-changed": (_CHANGED, "条件格式被加、丢失或被改"),
    "paper-cut": (_DISTRUST, "单据印不全，或看不清"),
    "tabs-hidden": (_CHANGED, "各页的标签看不到"),
    "protection-off": (_CHANGED, "工作表保护被撤销"),
    "protection-password": (_CHANGED, "工作表保护加了密码"),
    "cell-unlocked": (_CHANGED, "锁定的格子被解锁"),
    "input-locked": (_NOTE, "输入格被锁定"),
    "validation-changed": (_CHANGED, "填写限制丢失或被改"),
    "prompt-changed": (_CHANGED, "填写时跳出来的话被改"),
    "name-changed": (_DISTRUST, "名称改指别处"),
    "name-missing": (_CHANGED, "名称被删掉"),
    "name-added": (_CHANGED, "多了名称"),
    "macro": (_DISTRUST, "含有宏"),
    "external-link": (_DISTRUST, "链接到别的文件"),
    "embedded-object": (_DISTRUST, "嵌入了别的文件或控件"),
    "data-connection": (_DISTRUST, "含有数据连接"),
    "picture-added": (_CHANGED, "加了图片或图形，可能遮住数字"),
    "covered": (_DISTRUST, "单据上有东西遮住了字"),
    "input-volatile": (_DISTRUST, "输入格里是随日期或随机变的公式"),
    "input-unseen": (_NOTE, "输入里有看不见的字符"),
    "input-turned": (_DISTRUST, "输入里有改变书写方向的字符"),
    "web-link": (_CHANGED, "加了通往网址或文件的链接"),
    "extra-part": (_CHANGED, "加了表格、透视表等部件"),
    "comment": (_NOTE, "有批注"),
    "calculation-settings": (_CHANGED, "计算设置被改"),
    "date-system": (_DISTRUST, "日期系统被改"),
    "value-stale": (_DISTRUST, "存的结果与重新计算的不符"),
    "values-missing": (_NOTE, "簿子里没有存结果"),
    "input-out-of-range": (_CHANGED, "填写超出限制"),
    "digits-lost": (_DISTRUST, "长号码填成了数字，末尾几位已经丢了"),
    "input-unclear": (_NOTE, "填写缺漏或有误，还不能算"),
    "input-formula": (_NOTE, "输入格里是算式"),
    "input-reference": (_CHANGED, "输入格里是引用别处的公式"),
    "amount-differs": (_DISTRUST, "金额与规则算出的不符"),
    "sum-open": (_DISTRUST, "合计不闭合"),
    "version-unknown": (_CHANGED, "版本比本机的新，或看不懂"),
    "version-older": (_NOTE, "由较早的版本生成"),
    "version-doubtful": (_DISTRUST, "簿子里写的版本不一致"),
    "input-unread": (_NOTE, "填写的内容这一版没有地方放"),
    "recipe-missing": (_CHANGED, "缺少制作记录，按其余内容推断"),
    "recipe-changed": (_DISTRUST, "制作记录与簿子的内容不符"),
    "number-own": (_NOTE, "方案给出的数改用了自己的"),
    "rules-out-of-time": (_NOTE, "所依据的规定已过有效期或尚未施行"),
    "draft": (_NOTE, "簿子自己的校验没有全部通过"),
    "not-computed": (_DISTRUST, "较早版本的簿子，公式算不出或太多"),
    "not-compared": (_CHANGED, "有的部分没有核对成"),
    "amounts-refused": (_NOTE, "填写有误，按规则还算不出金额"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: its kind (a key of ``KINDS``), message and location, with old and new content.

    ``area`` is a cell or an area such as ``N23:N62``, empty for a whole sheet or book; ``count``
    is the number of cells or lines that it is about.
    """

    kind: str
    text: str
    sheet: str = ""
    area: str = ""
    was: str = ""
    now: str = ""
    count: int = 1

    @property
    def level(self) -> Level:
        """The level of its kind."""
        return KINDS[self.kind][0]

    @property
    def place(self) -> str:
        """Sheet and area as messages name them.

        >>> Finding("label-changed", "…", "分摊", "B3").place
        '「分摊」B3'
        """
        return f"「{self.sheet}」{self.area}" if self.sheet else "整本"


def worst(findings: Iterable[Finding]) -> Level:
    """Return the gravest level of some findings; ``NOTE`` without any.

    >>> worst([Finding("draft", "…"), Finding("label-changed", "…")]).name
    'CHANGED'
    """
    return max((one.level for one in findings), default=Level.NOTE)
