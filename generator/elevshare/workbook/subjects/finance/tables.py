"""The formulas of 筹资: what each source pays of each item and of all, against what is claimed."""

from __future__ import annotations

from elevshare.rules.budget import SOURCES, STEPS
from elevshare.workbook.check import Check
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import SPLIT, split_formulas
from elevshare.workbook.subjects.finance.inputs import KEYS

#: What 提示 says of an item by its number, from 0 on.
PROBLEMS = ("", "√", "← 金额有误", "← 比例有误", "← 比例合计不是 100%")
ITEM_HEADS = {
    "n": ("序号", "whole"),
    "item": ("项目", "any"),
    "total": ("金额（元）", "money"),
    **{key: (f"{source}（元）", "money") for key, source in zip(KEYS, SOURCES, strict=True)},
    "fen": ("金额（分）", "whole"),
    "whole": ("比例合计", "whole"),
    "flaws": ("比例有误（个）", "whole"),
    "problem": ("填写情况", "whole"),
}
SOURCE_HEADS = {
    "no": ("序号", "whole"),
    "source": ("来源", "any"),
    "yuan": ("合计（元）", "money"),
    "ratio": ("实际比例", "share"),
    "claim": ("所称比例", "share"),
    "verdict": ("核对", "any"),
    "sum_fen": ("合计（分）", "whole"),
    "claim_no": ("所称×10000", "whole"),
    "step": ("所称的末位×10000", "whole"),
    "off": ("相差×10000×预算", "whole"),
}
PART_HEADS = {
    "n": ("序号", "whole"),
    "of": ("第几项", "whole"),
    "source_no": ("来源", "whole"),
    "weight": ("比例×10000", "whole"),
    "group": ("组", "whole"),
}


def inputs(plan: Plan) -> Block:
    """The items as they are typed."""
    return plan.table("budget")


def claims(plan: Plan) -> Block:
    """What a document claims, as it is typed."""
    return plan.table("claimed")


def items(plan: Plan) -> Block:
    """The items and what each source pays of them."""
    shown = ("n", "item", "total", *KEYS, "gap")
    columns = (*shown, "fen", "whole", "flaws", "problem")
    return Block("筹资", 9, inputs(plan).count, columns)


def sources(plan: Plan) -> Block:
    """The sources and what each pays of all."""
    shown = ("no", "source", "yuan", "ratio", "claim", "verdict", *("p" + key for key in KEYS[:4]))
    return Block(
        "筹资", items(plan).last + 4, len(SOURCES), (*shown, "sum_fen", "claim_no", "step", "off")
    )


def parts(plan: Plan) -> Block:
    """Every source of every item: the working of the split, beside the items."""
    count = items(plan).count * len(SOURCES)
    columns = ("n", "of", "source_no", "weight", "group", *SPLIT)
    return Block("筹资", items(plan).first, count, columns, left=len(items(plan).columns) + 2)


def _budget(plan: Plan) -> str:
    """The whole budget in fen."""
    return f"SUM({items(plan).all('fen')})"


def item_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one item; an item with something wrong counts nothing."""
    block, typed = items(plan), inputs(plan)
    index = row - block.first
    here, name, yuan = block.on(row), typed.at("item", index), typed.at("yuan", index)
    flaws = "+".join(wrong_number(typed.at(key, index), "0", "1", 10_000) for key in KEYS)
    amount = wrong_number(yuan, "0", MAX_YUAN, 100)
    units = parts(plan)
    blank = "&".join(typed.at(key, index) for key in ("yuan", *KEYS))
    shown = {
        key: f'=IF({here("problem")}=1,{units.at("units", index * len(SOURCES) + number)}/100,"")'
        for number, key in enumerate(KEYS)
    }
    return {
        "n": index + 1,
        "item": f'={name}&""',
        "total": f'=IF({here("problem")}=1,{here("fen")}/100,"")',
        **shown,
        "fen": f"=IF({here('problem')}=1,ROUND(IFERROR({yuan}*1,0)*100,0),0)",
        "whole": f"=SUMIF({units.area('of')},{here('n')},{units.area('weight')})",
        "flaws": f"={flaws}",
        "problem": f'=IF({blank}="",0,IF(OR({yuan}="",{amount}=1),2,IF({here("flaws")}>0,3,'
        f"IF({here('whole')}<>10000,4,1))))",
    }


def part_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one source of one item."""
    block, index = parts(plan), row - parts(plan).first
    item, source = divmod(index, len(SOURCES))
    here, typed = block.on(row), inputs(plan).at(KEYS[source], item)
    return {
        "n": index + 1,
        "of": item + 1,
        "source_no": source + 1,
        "weight": f"=MAX(0,IFERROR(ROUND({typed}*10000,0),0))",
        "group": item + 1,
        "quota": f"={items(plan).at('fen', item)}",
        "part": f"={here('weight')}",
        "sum": f"=SUMIF({block.area('group')},{here('group')},{block.area('part')})",
        **split_formulas(block, row),
    }


def source_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one source: what it pays of all, and whether a claim is right."""
    block, index = sources(plan), row - sources(plan).first
    here, units, typed = block.on(row), parts(plan), claims(plan).at(KEYS[index], 0)
    right = f"2*ABS({here('off')})<={here('step')}*{_budget(plan)}"
    claim, (whole, tenth, fine) = here("claim_no"), STEPS
    steps = f"IF(INT({claim}/{tenth})*{tenth}={claim},{tenth},{fine})"
    truth = f'TEXT({here("ratio")}*100,"0.00")&"%"'
    return {
        "no": index + 1,
        "source": SOURCES[index],
        "yuan": f"={here('sum_fen')}/100",
        "ratio": f"=IF({_budget(plan)}>0,{here('sum_fen')}/{_budget(plan)},0)",
        "claim": f'=IF({here("claim_no")}<0,"",{here("claim_no")}/10000)',
        "verdict": f'=IF(OR({here("claim_no")}<0,{_budget(plan)}=0),"",IF({right},"相符",'
        f'"不符，实为 "&{truth}))',
        "sum_fen": f"=SUMIF({units.area('source_no')},{here('no')},{units.area('units')})",
        "claim_no": f'=IF(OR({typed}="",{wrong_number(typed, "0", "1", 10_000)}=1),-1,ROUND({typed}*10000,0))',
        "step": f"=IF(INT({claim}/{whole})*{whole}={claim},{whole},{steps})",
        "off": f"={here('claim_no')}*{_budget(plan)}-{here('sum_fen')}*10000",
    }


def lines(plan: Plan) -> list[str]:
    """How the budget stands to 分摊, a sentence a line."""
    cost, net, subsidy = (plan.figure(key) for key in ("cost", "net", "subsidy"))
    of = {key: sources(plan).at("sum_fen", number) for number, key in enumerate(KEYS)}
    own = f"({of['s1']}+{of['s3']})"
    empty = f'{_budget(plan)}=0,"还没有填写筹资预算（“专项”的筹资一节）"'

    def against(what: str, budget: str, other: str, name: str) -> str:
        return (
            f'"{what} "&{_yuan(budget)}&" 元，“分摊”的{name} "&{_yuan(other)}&" 元："&'
            f'IF({budget}={other},"一致","相差 "&{_yuan(f"ABS({budget}-{other})")}&" 元，请核对")'
        )

    return [
        f"=IF({empty},{against('预算合计', _budget(plan), cost, '总费用')})",
        f'=IF({_budget(plan)}=0,"",{against("预算中的补贴", of["s2"], subsidy, "补贴")})',
        f'=IF({_budget(plan)}=0,"",{against("业主自己筹的（自筹＋公积金）", own, net, "应分摊净额")})',
        f'=IF({_budget(plan)}=0,"","单位或集体出 "&{_yuan(of["s5"])}&" 元，企业垫资 "&{_yuan(of["s6"])}&'
        f'" 元（怎么偿还见“还款表”），维修基金出 "&{_yuan(of["s4"])}&" 元")',
    ]


def _yuan(fen: str) -> str:
    """An amount in words, from fen."""
    return f'TEXT({fen}/100,"0.00")'


def checks(plan: Plan) -> list[Check]:
    """Whether every item is filled in right; a claim that is wrong is only said."""
    wrong = f"SUMPRODUCT(({items(plan).all('problem')}>1)*1)"
    sums = f"SUM({sources(plan).all('sum_fen')})={_budget(plan)}"
    return [
        Check("筹资各项填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 项"',
              "按“专项”筹资一节右侧的提示改正：金额是 0 或正数，各来源比例合计 100%"),
        Check("筹资各来源合计等于预算", sums, f'"预算 "&{_yuan(_budget(plan))}&" 元"',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip
