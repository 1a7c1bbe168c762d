"""Where a book departs from a point on purpose, each with its reason; no other departure passes."""

from __future__ import annotations

import re
from typing import NamedTuple

from standard.finding import Finding


class Exemption(NamedTuple):
    """Findings that are meant: the point, patterns of sheet, place and what is said, the reason."""

    point: int
    sheet: str
    place: str
    said: str
    reason: str

    def covers(self, point: int, found: Finding) -> bool:
        """Whether a finding is meant."""
        return point == self.point and all(
            re.fullmatch(pattern, text)
            for pattern, text in zip((self.sheet, self.place, self.said), found, strict=True)
        )


EXEMPTIONS = (
    Exemption(3, "单户", "G1", "an input on a sheet of role 单据",
              "no number of the project, but which paper is shown; outside of what is printed"),
    Exemption(4, r"\w+", r"[A-Z]+\d+", r"the constant \d+ under (组|来源|第几项)(；.*)?",
              "an index: which group of a split, which source or item a row is of"),
    Exemption(4, "表决", r"[A-Z]+\d+", "the constant (0|1|100) under (单位|须超过（1/0）|参与须达（数）)；.*",
              "four hurdles of one shape: areas count in 0.01 ㎡ and people in ones; what a hurdle has not is 0"),
    Exemption(4, "公示计算", r"E\d+", r"the constant \d+ under .*(首页可印几行|续页可印几行).*",
              "how the form falls into pages, which no owner decides"),
    Exemption(4, "账单|合并账单|收费单|催缴单|收据|退款凭证|公积金证明|补偿凭证|运维账单|使用费单|还款表", r"[A-Z]+[124]", r"\['.*'\] in IF\(.*(打印|选中).*",
              "how the forms fall into pages, which no owner decides"),
    Exemption(4, "说明", r"C\d+", r"\['\d+'\] in IF\(MAX\(.*",
              "how many forms the print area holds, which is fixed when the book is made"),
    Exemption(9, "说明|来源", r"C\d+", r"depends on (来源 \(来源\)|分摊 \(计算\))",
              "whether the rules hold on the date of the book, as read on 分摊"),
    Exemption(5, "筹资", r"[SU]\d+", "out of step below: .*",
              "items by sources in one column: all sources of an item, then those of the next"),
    Exemption(5, "还款表", r"J\d+", "out of step below: .*", "the first month begins with the loan, the others with what was left"),
    Exemption(5, "资金", r"[A-EH]\d+", "not the same as below: .*", "below the planned items stands what was paid for none of them"),
    Exemption(6, "分摊|收费|读数|收缴计算|变更对比|资金|公积金|后加入", r"[A-Z]+\d+", r"\d{3} characters \((number|text)\): (TRIM|IF|IFERROR|LEN|SUBSTITUTE)\(.*",
              "the ways of writing an input, one character after the other; all flaws of a row in one text"),
    Exemption(6, "分摊|收费|读数|表决|收缴计算|变更对比|资金|公积金|后加入", r"[A-Z]+\d+", r"[1-4]\d functions deep: (TRIM|IF|IFERROR|UPPER|LEN|SUBSTITUTE)\((ISNUMBER|SUBSTITUTE|MID|\$).*",
              "one SUBSTITUTE in another for every character that is replaced"),
    Exemption(6, "筹资", r"M\d+", r"9\d\d characters \(number\).*",
              "seven inputs of a row are guarded in one cell; close to the 1,000 that all programs take"),
    Exemption(6, "分摊|收费|筹资|收缴计算|资金", r"[A-Z]+\d+", r"[3-8]\d\d characters \((number|text)\): IF\(.*",
              "the guards of several inputs of one row, one after the other"),
    Exemption(6, "收缴计算|资金", r"[DE]\d+", "1[0-2] functions deep.*", "which of the inputs of a row is wrong, the first one found"),
    Exemption(6, "资金|决算表|区间|公示计算", r"[ACE]\d+", r"[45]\d\d characters \(text\).*", "a paragraph, part by part what applies"),
    Exemption(6, "参数|比较", r"[A-Z]+\d+", r"[4-6]\d\d characters \(text\).*", "up to six schemes, one after the other"),
    Exemption(9, "分摊|收费|公积金|表决", r"[A-Z]+\d+", "depends on (补偿|分项|后加入|收缴|台账|决算|变更|工程付款|补贴到账), which stands to the right of it",
              "sheets stand in the order of the work: what is paid, agreed and settled later changes what is owed"),
    Exemption(9, "分项", r"K\d+", "depends on (决算|后加入).*", "what is settled, and who joins, is shared once more"),
    Exemption(9, "资金", r"T\d+", "depends on 决算.*", "the balance foretold is that of the accounts once they are settled"),
    Exemption(10, "参数", r"[B-G]\d+", "without 元 under .*[四五]、收费标准.*",
              "yuan a month or a year: the unit of the table is an input above it"),
    Exemption(10, "来源", r"[BC]\d+", "without 元 under .*",
              "the table of fees in its own unit, which stands above it as 收费单位"),
    Exemption(11, "收缴", r"D\d+", r"-\d+.*", "cash that went out: the balance of a till may be negative"),
    Exemption(11, "决算|变更对比", r"[A-Z]+\d+", r"-\d+.*", "a difference: what is more or less than before"),
    Exemption(13, "图表", r"[A-Z]+\d+", "(rounded on a sheet of role 单据|ROUND.*)",
              "the average of a storey, shown on this page only and added to nothing"),
    Exemption(20, "公示计算", r"E\d+", "cut off after .*", "a sentence of the notice as it is put together; it is read there"),
    Exemption(25, "公示计算", "", ".*", "a working sheet behind the last one, which nobody prints"),
    Exemption(26, "公示计算", "", ".*", "a working sheet behind the last one, which nobody prints"),
    Exemption(25, "分月|分项|使用费|变更对比|收缴|收费|汇总|还款表", "", "no sums below .*", "the sums stand above, or the rows are not of one kind"),
    Exemption(26, "使用费", "", "a table without its heads .*", "of two long tables on a sheet only the last can repeat its heads"),
    Exemption(27, "表决", "[DE]\\d+", r"without separators: [\d.]+", "an area in a column of counts and areas"),
    Exemption(29, "专项|参数", r"[A-Z]\d+", "(right|middle|left) at .*", "a table on its side, or with the size of the building in its first rows: each row is of one kind"),
    Exemption(20, "来源", "B9", "cut off after .*", "the record of how the book was made, which programs read"),
    Exemption(23, "核对|没收进来", "", "printed in 7.*", "lists of what was found in files, for the office alone"),
    Exemption(23, "比较|图表", "", "printed in [56].*", "up to six schemes side by side, in large type: for A3 or a projector"),
    Exemption(22, "参数", r"B\d+", "(0|1) without a source: (手工填写的补偿合计|分几期缴|本次是第几期|预留井道时的倍数|业主最低承担比例|其中留作运维的比例|本次第几期).*",
              "what changes nothing until somebody fills in something else"),
    Exemption(22, "参数", r"B\d+", "(1|12) without a source: 自选：.*", "the whole year, until months are chosen"),
    Exemption(22, "参数", r"D\d+", "0 without a source: 第 [2-9] 档", "a tier that has no step a storey"),
)  # fmt: skip


def exempt(point: int, found: Finding) -> list[Exemption]:
    """The exemptions that cover a finding."""
    return [one for one in EXEMPTIONS if one.covers(point, found)]
