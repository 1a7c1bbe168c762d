"""The rules of consent on 专项, as they are read on 表决."""

from __future__ import annotations

from elevshare.schemes.parts.consent import MAX_TERM
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.consent.inputs import ROWS, RULES
from elevshare.workbook.subjects.consent.voters import voters

KEYS = tuple(key for key, _, _ in ROWS)
_COLUMNS = ("n", "name", "pad", *KEYS[:8], "gap", *KEYS[8:], "problem")

HEADS = {
    "n": ("第几条", "whole"),
    "name": ("规则", "长"),
    "quorum_num": ("参与：分子", "whole"),
    "quorum_den": ("参与：分母", "whole"),
    "approval_num": ("同意：分子", "whole"),
    "approval_den": ("同意：分母", "whole"),
    "of_all": ("占全体（1/0）", "whole"),
    "strict": ("须超过（1/0）", "whole"),
    "by_area": ("比面积（1/0）", "whole"),
    "exclusive_part": ("专有部分（1/0）", "whole"),
    "no_objection": ("无反对（1/0）", "whole"),
    "problem": ("填写情况", "whole"),
}
#: What 提示 says of a rule by its number, from 0 on; a rule nobody filled in is no mistake.
PROBLEMS = ("", "← 有误：应是 1 到 999 的整数，分子不大于分母；文字从下拉中选", "（没有填）")


def table(plan: Plan) -> Block:
    """The rules on 专项: a row an attribute, a column a rule."""
    return plan.table("consent", ("label", *(f"rule{i}" for i in range(len(RULES)))))


def rules(plan: Plan) -> Block:
    """The rules as they are read, below the households of 表决."""
    return Block("表决", voters(plan).last + 4, len(RULES), _COLUMNS)


def chosen(plan: Plan) -> Block:
    """The rule that is applied, in the row below them; ``n`` is 0 where none is."""
    return Block("表决", rules(plan).last + 1, 1, _COLUMNS)


def rule_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one rule's row; a cell that cannot be meant is read as -1, a blank one as 0."""
    block, typed = rules(plan), table(plan)
    index = row - block.first
    at = block.on(row)
    cells = {key: typed.at(f"rule{index}", i) for i, key in enumerate(KEYS)}
    read = {key: _reading(cells[key], words) for key, _, words in ROWS}
    numbers = "&".join(cells[key] for key in KEYS[:4])
    least = f"MIN({at(KEYS[0])}:{at(KEYS[7])},{at(KEYS[8])})"
    above = f"{at('quorum_num')}>{at('quorum_den')},{at('approval_num')}>{at('approval_den')}"
    blank = f"({at('quorum_num')}=0)<>({at('quorum_den')}=0),{at('approval_num')}=0"
    return {
        "n": index + 1,
        "name": RULES[index].name,
        **read,
        "problem": f'=IF({numbers}="",2,IF(OR({least}<0,{above},{blank}),1,0))',
    }


def _reading(cell: str, words: tuple[str, ...]) -> str:
    """A whole number, or which of two words: 是 and what stands second of two others are 1."""
    if not words:
        whole = f"AND({cell}*1>=1,{cell}*1<={MAX_TERM},INT({cell}*1)={cell}*1)"
        return f'=IF({cell}="",0,IFERROR(IF({whole},{cell}*1,-1),-1))'
    no, yes = words[::-1] if words[0] == "是" else words
    return f'=IF({cell}="{yes}",1,IF({cell}="{no}",0,-1))'


def chosen_formulas(plan: Plan) -> dict[str, str]:
    """Formulas of the row of the rule that is applied."""
    block, every = chosen(plan), rules(plan)
    n = block.here("n", block.first)

    def value(key: str, without: str) -> str:
        return f"=IF({n}>0,INDEX({every.area(key)},{n}),{without})"

    return {
        "n": f"=IFERROR(MATCH({plan.parameter('consent_rule')},{every.area('name')},0),0)",
        "name": value("name", '""'),
        **{key: value(key, "0") for key in (*KEYS, "problem")},
    }


def picked(plan: Plan, key: str) -> str:
    """Address of one value of the rule that is applied."""
    return chosen(plan).at(key, 0)
