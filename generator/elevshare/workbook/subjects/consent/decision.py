"""The four tests and two declarations of 表决, and the result of the vote."""

from __future__ import annotations

from typing import NamedTuple

from elevshare.workbook.amount_text import hundredths, square_metres
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.consent.inputs import NOT_CHECKED
from elevshare.workbook.subjects.consent.rules import picked
from elevshare.workbook.subjects.consent.voters import TITLE, voters
from elevshare.workbook.table import Column, FormulaTable, TableRow, Text, gaps, once, shown


class _Hurdle(NamedTuple):
    """One test: its label, its part of the rule, area (else heads) as measure, the unit."""

    label: str
    part: str
    area: bool
    unit: str

    def cell(self, row: TableRow, key: str) -> str:
        """A number as it is shown: areas in m², heads unchanged."""
        return hundredths(row[key]) if self.area else row[key]


_HURDLES = (
    _Hurdle("参与表决的面积", "quorum", True, "㎡"),
    _Hurdle("参与表决的人数", "quorum", False, "人"),
    _Hurdle("同意的面积", "approval", True, "㎡"),
    _Hurdle("同意的人数", "approval", False, "人"),
)
#: The declarations: label, key in the rule, key of the input.
_DECLARATIONS = (
    ("占用专有部分须经该业主同意", "exclusive_part", "consent_part"),
    ("受影响的相关方没有反对意见", "no_objection", "consent_peace"),
)
#: The cells of 表决 with the result, as text and as 1/0.
CONCLUSION, PASSED = f"{TITLE}!$A$2", f"{TITLE}!$N$3"


def _used(plan: Plan) -> str:
    """Whether a rule is chosen and valid."""
    return f"AND({picked(plan, 'n')}>0,{picked(plan, 'problem')}=0)"


@once
def hurdles(plan: Plan) -> FormulaTable:
    """The four tests, above the households; whole heads, or areas in 0.01 m²."""

    def test(row: TableRow) -> _Hurdle:
        return _HURDLES[row.index]

    return FormulaTable("一、检验", TITLE, 7, len(_HURDLES), (
        Column("label", "检验", "长", lambda r: Text(f"{test(r).label}（{test(r).unit}）")),
        *gaps("pad1", "pad2"),
        Column("have_shown", "现有", "any", lambda r: test(r).cell(r, "have")),
        Column("base_shown", "基数", "any", lambda r: test(r).cell(r, "base")),
        Column("ratio", "比例", "share", lambda r: f'IF({r.base}>0,{r.have}/{r.base},"")'),
        Column("demand", "要求", "any", _demand),
        shown("need_shown", "至少要", "any", lambda r: test(r).cell(r, "need")),
        shown("missing_shown", "还差", "any", lambda r: test(r).cell(r, "missing")),
        shown("result", "结果", "any",
              lambda r: f'IF({r.passed}=1,IF({r.missing}>0,"参与够数后再看","通过"),"不通过")'),
        *gaps("pad3", "gap"),
        Column("scale", "单位", "whole", lambda r: 100 if test(r).area else 1),
        Column("have", "现有（数）", "whole", lambda r: _have(plan, test(r))),
        Column("base", "基数", "whole", lambda r: _base(plan, test(r))),
        Column("num", "分子", "whole",
               lambda r: f"IF({_used(plan)},{picked(plan, f'{test(r).part}_num')},0)"),
        Column("den", "分母", "whole", lambda r: f"MAX(1,{picked(plan, f'{test(r).part}_den')})"),
        Column("strict", "须超过（1/0）", "whole",
               lambda r: picked(plan, "strict") if test(r).part == "approval" else 0),
        Column("applies", "要检验（1/0）", "whole",
               lambda r: f"IF({r.num}>0,{picked(plan, 'by_area') if test(r).area else 1},0)"),
        Column("quorum", "参与须达（数）", "whole", lambda r: _quorum(plan, r, test(r))),
        Column("need", "至少要（数）", "whole",
               lambda r: f"MAX(1,INT(({r.num}*MAX({r.base},{r.quorum})+{r.den}-1+{r.strict})/{r.den}))"),
        Column("missing", "还差（数）", "whole",
               lambda r: f"MAX(0,{r.need}-{r.have})*{r.applies}"),
        Column("passed", "通过（1/0）", "whole", _passed),
        Column("words", "文字", "any",
               lambda r: f'IF({r.missing}=0,"","{test(r).label}还差 "&{r.missing_shown}&" {test(r).unit}；")'),
    ), lambda r: f"{r.applies}=1")  # fmt: skip


def _demand(row: TableRow) -> str:
    """The rule's demand, such as 2/3 以上, as text."""
    fraction = f'{row.num}&"/"&{row.den}'
    words = f'IF({row.strict}=1,"超过 "&{fraction},{fraction}&" 以上")'
    return f'IF({row.applies}=1,{words},"不要求")'


def _passed(row: TableRow) -> str:
    """1 if a test is passed or not required. Without any votes no required test is passed."""
    enough = f"{row.have}*{row.den}-{row.num}*{row.base}>={row.strict}"
    return f"IF({row.applies}=0,1,IF(AND({row.have}>0,{enough}),1,0))"


def _counted(plan: Plan, test: _Hurdle, which: str) -> str:
    """The area or heads that take part (``vote``) or agree (``agree``)."""
    return f"SUM({voters(plan).area(f'{which}_area' if test.area else f'{which}_head')})"


def _have(plan: Plan, test: _Hurdle) -> str:
    """The area or heads that a test compares with its demand."""
    return _counted(plan, test, "vote" if test.part == "quorum" else "agree")


def _base(plan: Plan, test: _Hurdle) -> str:
    """The total of the ratio: all owners or, if the rule says so for approval, those voting."""
    whole = f"SUM({voters(plan).area('area_no' if test.area else 'first')})"
    if test.part == "quorum":
        return whole
    return f"IF({picked(plan, 'of_all')}=1,{whole},{_counted(plan, test, 'vote')})"


def _quorum(plan: Plan, row: TableRow, test: _Hurdle) -> Value:
    """The least area or heads that must vote before approval is judged; 0 for none."""
    if test.part == "quorum":
        return 0
    need, applies = (row.table.here(key, row.line - 2) for key in ("need", "applies"))
    return f"IF({picked(plan, 'of_all')}=1,0,{need}*{applies})"


@once
def declarations(plan: Plan) -> FormulaTable:
    """The two declarations, below the tests."""
    return FormulaTable("二、声明", TITLE, hurdles(plan).last + 4, len(_DECLARATIONS), (
        Column("label", "声明", "长", lambda r: Text(_DECLARATIONS[r.index][0])),
        *gaps("pad1", "pad2"),
        Column("asked", "规则要求", "any",
               lambda r: f'IF(AND({_used(plan)},{picked(plan, _DECLARATIONS[r.index][1])}=1),"要求","不要求")'),
        Column("declared", "“专项”填的", "any",
               lambda r: f'{plan.parameter(_DECLARATIONS[r.index][2])}&""'),
        shown("result", "结果", "any", lambda r: f'IF({r.passed}=1,"通过","不通过")'),
        *gaps("pad3", "pad4", "pad5", "pad6", "pad7", "gap"),
        Column("passed", "通过（1/0）", "whole",
               lambda r: f'IF({r.asked}="要求",IF({r.declared}="{YES}",1,0),1)'),
        Column("words", "文字", "any",
               lambda r: f'IF({r.passed}=1,"",{r.label}&"：还没有声明；")'),
    ), lambda r: f'{r.asked}="要求"')  # fmt: skip


def result_formulas(plan: Plan) -> dict[str, str]:
    """The result of the vote: as a sentence, in figures, and as 1 or 0."""
    block, declared, rows = hurdles(plan), declarations(plan), voters(plan)
    n, problem, name = (picked(plan, key) for key in ("n", "problem", "name"))
    words = [block.at("words", i) for i in range(block.count)]
    words += [declared.at("words", i) for i in range(declared.count)]
    slips = f"SUMPRODUCT(({rows.area('slip')}>0)*1)"
    slipped = f'IF({slips}>0,"　有 "&{slips}&" 户填写矛盾，见提示","")'
    verdict = f'IF({PASSED}=1,"通过","不通过　"&{"&".join(words)})&{slipped}'
    parts = (("全体", "area_no", "first"), ("参与表决", "vote_area", "vote_head"),
             ("同意", "agree_area", "agree_head"))  # fmt: skip
    figures = (
        f'"{label} "&SUM({rows.area(heads)})&" 人、"&{square_metres(f"SUM({rows.area(area)})")}'
        for label, area, heads in parts
    )
    return {
        "conclusion": f'=IF({n}=0,"没有选表决规则，不核对；要核对请在“专项”选一条规则",'
        f'IF({problem}>0,"规则“"&{name}&"”填写有误，请改正“专项”中的表",'
        f'"按“"&{name}&"”："&{verdict}))',
        "figures": "=" + '&"；"&'.join(figures),
        "passed": f"=IF({_used(plan)},MIN({block.area('passed')})*MIN({declared.area('passed')}),0)",
    }


def checks(plan: Plan) -> list[BookCheck]:
    """The checks of the vote; without a chosen rule they hold."""
    n, problem, slip = picked(plan, "n"), picked(plan, "problem"), voters(plan).all("slip")
    wrong = f"SUMPRODUCT(({slip}>0)*1)"
    unused = f'IF({n}=0,"{NOT_CHECKED}",'
    return [
        BookCheck("表决规则填写无误", f"OR({n}=0,{problem}=0)",
              f'{unused}IF({problem}=0,"没有问题","有误"))', "改正“专项”表决一节中所选规则的数字"),
        BookCheck("表决各户填写一致", f"OR({n}=0,{wrong}=0)", f'{unused}"矛盾 "&{wrong}&" 户")',
              "按“表决”各户右侧的提示，改正“住户”的参与表决、同意"),
        BookCheck("表决达到所选规则", f"OR({n}=0,{PASSED}=1)",
              f'{unused}IF({PASSED}=1,"通过","不通过，详见“表决”"))', "继续征求意见；还差多少见“表决”"),
    ]  # fmt: skip
