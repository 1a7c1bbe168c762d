"""The formulas of 表决: the four tests, the two declarations, and what comes of them."""

from __future__ import annotations

from elevshare.workbook.check import Check
from elevshare.workbook.field import YES
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.consent.inputs import NOT_CHECKED
from elevshare.workbook.subjects.consent.rules import picked
from elevshare.workbook.subjects.consent.voters import voters

HEADS = {
    "label": ("检验", "长"),
    "have_shown": ("现有", "any"),
    "base_shown": ("基数", "any"),
    "ratio": ("比例", "share"),
    "demand": ("要求", "any"),
    "need_shown": ("至少要", "any"),
    "missing_shown": ("还差", "any"),
    "result": ("结果", "any"),
    "scale": ("单位", "whole"),
    "have": ("现有（数）", "whole"),
    "base": ("基数", "whole"),
    "num": ("分子", "whole"),
    "den": ("分母", "whole"),
    "strict": ("须超过（1/0）", "whole"),
    "applies": ("要检验（1/0）", "whole"),
    "quorum": ("参与须达（数）", "whole"),
    "need": ("至少要（数）", "whole"),
    "missing": ("还差（数）", "whole"),
    "passed": ("通过（1/0）", "whole"),
    "words": ("文字", "any"),
}
#: The tests: label, which part of the rule, area (else heads), unit.
HURDLES = (
    ("参与表决的面积", "quorum", True, "㎡"),
    ("参与表决的人数", "quorum", False, "人"),
    ("同意的面积", "approval", True, "㎡"),
    ("同意的人数", "approval", False, "人"),
)
DECLARED_HEADS = {
    "label": ("声明", "长"),
    "asked": ("规则要求", "any"),
    "said": ("“专项”填的", "any"),
    "result": ("结果", "any"),
    "passed": ("通过（1/0）", "whole"),
    "words": ("文字", "any"),
}
#: The declarations: label, key in the rule, key of the input.
DECLARATIONS = (
    ("占用专有部分须经该业主同意", "exclusive_part", "consent_part"),
    ("受影响的相关方没有反对意见", "no_objection", "consent_peace"),
)
#: Where 表决 says in words what comes of it, and in a number (1/0).
CONCLUSION, PASSED = "表决!$A$2", "表决!$N$3"


def hurdles(plan: Plan) -> Block:
    """The four tests, above the households."""
    keys = tuple(HEADS)
    columns = (keys[0], "pad1", "pad2", *keys[1:8], "pad3", "gap", *keys[8:])
    return Block("表决", 7, len(HURDLES), columns)


def declarations(plan: Plan) -> Block:
    """The two declarations, below the tests."""
    pads = tuple(f"pad{i}" for i in range(3, 8))
    columns = ("label", "pad1", "pad2", "asked", "said", "result", *pads, "gap", "passed", "words")
    return Block("表决", hurdles(plan).last + 4, len(DECLARATIONS), columns)


def _used(plan: Plan) -> str:
    """Whether a rule is applied and can be meant."""
    return f"AND({picked(plan, 'n')}>0,{picked(plan, 'problem')}=0)"


def hurdle_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one test's row, in whole heads or 0.01 m²."""
    block = hurdles(plan)
    label, part, area, unit = HURDLES[row - block.first]
    at = block.on(row)
    by_area = picked(plan, "by_area") if area else "1"
    strict = f"={picked(plan, 'strict')}" if part == "approval" else 0
    bar = f"{at('num')}*{at('base')}"
    return {
        "label": f"{label}（{unit}）",
        **_hurdle_shown(block, row, area),
        "scale": 100 if area else 1,
        **_counted(plan, row, part, area),
        "num": f"=IF({_used(plan)},{picked(plan, f'{part}_num')},0)",
        "den": f"=MAX(1,{picked(plan, f'{part}_den')})",
        "strict": strict,
        "applies": f"=IF({at('num')}>0,{by_area},0)",
        "need": f"=MAX(1,INT(({at('num')}*MAX({at('base')},{at('quorum')})"
        f"+{at('den')}-1+{at('strict')})/{at('den')}))",
        "missing": f"=MAX(0,{at('need')}-{at('have')})*{at('applies')}",
        # A part of nothing is nothing, but nobody's vote agrees to nothing.
        "passed": f"=IF({at('applies')}=0,1,"
        f"IF(AND({at('have')}>0,{at('have')}*{at('den')}-{bar}>={at('strict')}),1,0))",
        "words": f'=IF({at("missing")}=0,"","{label}还差 "&{at("missing_shown")}&" {unit}；")',
    }


def _counted(plan: Plan, row: int, part: str, area: bool) -> dict[str, str | int]:
    """How many there are, of how many, and how many must take part for them to count."""
    rows, measure = voters(plan), "area" if area else "head"
    whole = f"SUM({rows.area('area_no' if area else 'first')})"
    taking = f"SUM({rows.area(f'vote_{measure}')})"
    if part == "quorum":
        return {"have": f"={taking}", "base": f"={whole}", "quorum": 0}
    block, of_all = hurdles(plan), f"{picked(plan, 'of_all')}=1"
    above = block.on(row - 2)  # the quorum of the same measure
    return {
        "have": f"=SUM({rows.area(f'agree_{measure}')})",
        "base": f"=IF({of_all},{whole},{taking})",
        "quorum": f"=IF({of_all},0,{above('need')}*{above('applies')})",
    }


def _hurdle_shown(block: Block, row: int, area: bool) -> dict[str, str]:
    """What neighbours read of one test."""
    at = block.on(row)

    def shown(key: str) -> str:
        return f'TEXT({at(key)}/100,"0.00")' if area else at(key)

    def asked(formula: str, other: str = '""') -> str:
        return f"=IF({at('applies')}=1,{formula},{other})"

    fraction = f'{at("num")}&"/"&{at("den")}'
    words = f'IF({at("strict")}=1,"超过 "&{fraction},{fraction}&" 以上")'
    passed = f'IF({at("missing")}>0,"参与够数后再看","通过")'
    return {
        "have_shown": f"={shown('have')}",
        "base_shown": f"={shown('base')}",
        "ratio": f'=IF({at("base")}>0,{at("have")}/{at("base")},"")',
        "demand": asked(words, '"不要求"'),
        "need_shown": asked(shown("need")),
        "missing_shown": asked(shown("missing")),
        "result": asked(f'IF({at("passed")}=1,{passed},"不通过")'),
    }


def declaration_formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one declaration's row."""
    block = declarations(plan)
    label, asked, said = DECLARATIONS[row - block.first]
    at = block.on(row)
    wanted = f'{at("asked")}="要求"'
    return {
        "label": label,
        "asked": f'=IF(AND({_used(plan)},{picked(plan, asked)}=1),"要求","不要求")',
        "said": f'={plan.parameter(said)}&""',
        "result": f'=IF({wanted},IF({at("passed")}=1,"通过","不通过"),"")',
        "passed": f'=IF({wanted},IF({at("said")}="{YES}",1,0),1)',
        "words": f'=IF({at("passed")}=1,"",{at("label")}&"：还没有声明；")',
    }


def result_formulas(plan: Plan) -> dict[str, str]:
    """What comes of the vote: in one sentence, in figures, and as 1 or 0."""
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
        f'"{label} "&SUM({rows.area(heads)})&" 人、"&TEXT(SUM({rows.area(area)})/100,"0.00")&" ㎡"'
        for label, area, heads in parts
    )
    return {
        "conclusion": f'=IF({n}=0,"没有选表决规则，不核对；要核对请在“专项”选一条规则",'
        f'IF({problem}>0,"规则“"&{name}&"”填写有误，请改正“专项”中的表",'
        f'"按“"&{name}&"”："&{verdict}))',
        "figures": "=" + '&"；"&'.join(figures),
        "passed": f"=IF({_used(plan)},MIN({block.area('passed')})*MIN({declared.area('passed')}),0)",
    }


def checks(plan: Plan) -> list[Check]:
    """What must hold of the vote, once a rule is chosen."""
    n, problem, slip = picked(plan, "n"), picked(plan, "problem"), voters(plan).all("slip")
    wrong = f"SUMPRODUCT(({slip}>0)*1)"
    unused = f'IF({n}=0,"{NOT_CHECKED}",'
    return [
        Check("表决规则填写无误", f"OR({n}=0,{problem}=0)",
              f'{unused}IF({problem}=0,"没有问题","有误"))', "改正“专项”表决一节中所选规则的数字"),
        Check("表决各户填写一致", f"OR({n}=0,{wrong}=0)", f'{unused}"矛盾 "&{wrong}&" 户")',
              "按“表决”各户右侧的提示，改正“住户”的参与表决、同意"),
        Check("表决达到所选规则", f"OR({n}=0,{PASSED}=1)",
              f'{unused}IF({PASSED}=1,"通过","不通过，详见“表决”"))', "继续征求意见；还差多少见“表决”"),
    ]  # fmt: skip
