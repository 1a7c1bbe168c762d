"""The tables of 筹资: what each source pays, against the shares a document claims."""

from __future__ import annotations

from elevshare.rules.budget import SOURCES, STEPS
from elevshare.workbook.amount_text import grouped_fen, hundredths, paid_yuan
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import split
from elevshare.workbook.subjects.finance.inputs import KEYS
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    Text,
    gaps,
    numbered,
    once,
    shown,
)

TITLE = "筹资"
#: The texts of 提示 for an item, by number from 0.
PROBLEMS = ("", "√", "← 金额有误", "← 比例有误", "← 比例合计不是 100%")


def inputs(plan: Plan) -> Block:
    """The items as typed."""
    return plan.table("budget")


def claims(plan: Plan) -> Block:
    """The claims of a document, as typed."""
    return plan.table("claimed")


@once
def items(plan: Plan) -> FormulaTable:
    """The items, and what each source pays of them; an invalid item counts as 0."""
    typed = inputs(plan)

    def typed_yuan(row: TableRow) -> str:
        return typed.at("yuan", row.index)

    def share(number: int) -> PartialFormula:
        return lambda row: f"{parts(plan).at('units', row.index * len(SOURCES) + number)}/100"

    def flaws(row: TableRow) -> str:
        cells = (typed.at(key, row.index) for key in KEYS)
        return "+".join(wrong_number(cell, "0", "1", 10_000) for cell in cells)

    return FormulaTable("一、各项费用由谁出", TITLE, 9, typed.count, (
        numbered(),
        Column("item", "项目", "any", lambda r: f'{typed.at("item", r.index)}&""'),
        shown("total", "金额（元）", "money", lambda r: f"{r.fen}/100"),
        *(shown(key, f"{source}（元）", "money", share(number))
          for number, (key, source) in enumerate(zip(KEYS, SOURCES, strict=True))),
        *gaps("gap"),
        Column("fen", "金额（分）", "whole",
               lambda r: f"IF({r.problem}=1,ROUND(IFERROR({typed_yuan(r)}*1,0)*100,0),0)"),
        Column("whole", "比例合计", "whole",
               lambda r: f"SUMIF({parts(plan).area('item_no')},{r.n},{parts(plan).area('weight')})"),
        Column("flaws", "比例有误（个）", "whole", flaws),
        Column("problem", "填写情况", "whole", lambda r: _problem(r, typed)),
    ), lambda r: f"{r.problem}=1", totals=("total", *KEYS))  # fmt: skip


def _problem(row: TableRow, typed: Block) -> str:
    """The number of the error in an item."""
    yuan = typed.at("yuan", row.index)
    blank = "&".join(typed.at(key, row.index) for key in ("yuan", *KEYS))
    amount = f'OR({yuan}="",{wrong_number(yuan, "0", MAX_YUAN, 100)}=1)'
    return f'IF({blank}="",0,IF({amount},2,IF({row.flaws}>0,3,IF({row.whole}<>10000,4,1))))'


@once
def parts(plan: Plan) -> FormulaTable:
    """Every source of every item: the split of each item, beside the items."""
    rows, typed = items(plan), inputs(plan)

    def item(row: TableRow) -> int:
        return row.index // len(SOURCES)

    def source(row: TableRow) -> int:
        return row.index % len(SOURCES)

    def total(row: TableRow) -> str:
        return f"SUMIF({row.column('group')},{row.group},{row.column('part')})"

    columns = (
        numbered(),
        Column("item_no", "第几项", "whole", lambda r: item(r) + 1),
        Column("source_no", "来源", "whole", lambda r: source(r) + 1),
        Column("weight", "比例×10000", "whole",
               lambda r: f"MAX(0,IFERROR(ROUND({typed.at(KEYS[source(r)], item(r))}*10000,0),0))"),
        *split(lambda r: rows.at("fen", item(r)), lambda r: r.weight, total, lambda r: item(r) + 1),
    )  # fmt: skip
    left, count = len(rows.columns) + 2, rows.count * len(SOURCES)
    return FormulaTable("各项各来源的取整过程", TITLE, rows.first, count, columns, left=left)


def _budget(plan: Plan) -> str:
    """The total budget in fen."""
    return f"SUM({items(plan).all('fen')})"


@once
def sources(plan: Plan) -> FormulaTable:
    """The sources: what each pays in total, and whether the document's claim is right."""
    budget, units = _budget(plan), parts(plan)
    title = "二、各来源合计（比例由金额算出，不是各项比例的平均）"
    return FormulaTable(title, TITLE, items(plan).last + 4, len(SOURCES), (
        numbered("no"),
        Column("source", "来源", "any", lambda r: Text(SOURCES[r.index])),
        Column("yuan", "合计（元）", "money", lambda r: f"{r.sum_fen}/100"),
        Column("ratio", "实际比例", "share", lambda r: f"IF({budget}>0,{r.sum_fen}/{budget},0)"),
        Column("claim", "所称比例", "share",
               lambda r: f'IF({r.claim_no}<0,"",{r.claim_no}/10000)'),
        Column("verdict", "核对", "any", lambda r: _verdict(r, budget)),
        *gaps("p1", "p2", "p3", "p4"),
        Column("sum_fen", "合计（分）", "whole",
               lambda r: f"SUMIF({units.area('source_no')},{r.no},{units.area('units')})"),
        Column("claim_no", "所称×10000", "whole", lambda r: _claim(claims(plan).at(KEYS[r.index], 0))),
        Column("step", "所称的末位×10000", "whole", _step),
        Column("off", "相差×10000×预算", "whole",
               lambda r: f"{r.claim_no}*{budget}-{r.sum_fen}*10000"),
    ), totals=("yuan", "ratio"))  # fmt: skip


def _verdict(row: TableRow, budget: str) -> str:
    """Whether a claim is right within half a unit of its last digit; else the right share."""
    right = f"2*ABS({row.off})<={row.step}*{budget}"
    wrong = f'"不符，实为 "&{hundredths(f"ROUND({row.ratio}*10000,0)")}&"%"'
    return f'IF(OR({row.claim_no}<0,{budget}=0),"",IF({right},"相符",{wrong}))'


def _claim(typed: str) -> str:
    """A claimed share in 1/10,000; -1 if there is no valid one."""
    return f'IF(OR({typed}="",{wrong_number(typed, "0", "1", 10_000)}=1),-1,ROUND({typed}*10000,0))'


def _step(row: TableRow) -> str:
    """The unit of the last digit of a claim, in 1/10,000."""
    claim, (whole, tenth, fine) = row.claim_no, STEPS
    steps = f"IF(INT({claim}/{tenth})*{tenth}={claim},{tenth},{fine})"
    return f"IF(INT({claim}/{whole})*{whole}={claim},{whole},{steps})"


def lines(plan: Plan) -> list[str]:
    """Sentences that compare the budget with 分摊."""
    cost, net, subsidy = (plan.figure(key) for key in ("cost", "net", "subsidy"))
    of = {key: sources(plan).at("sum_fen", number) for number, key in enumerate(KEYS)}
    own = f"({of['s1']}+{of['s3']})"
    empty = f'{_budget(plan)}=0,"还没有填写筹资预算（“专项”的筹资一节）"'

    def against(what: str, budget: str, other: str, name: str) -> str:
        return (
            f'"{what} "&{grouped_fen(budget)}&" 元，“分摊”的{name} "&{grouped_fen(other)}&" 元："&'
            f'IF({budget}={other},"一致","相差 "&{grouped_fen(f"ABS({budget}-{other})")}&" 元，请核对")'
        )

    return [
        f"=IF({empty},{against('预算合计', _budget(plan), cost, '总费用')})",
        f'=IF({_budget(plan)}=0,"",{against("预算中的补贴", of["s2"], subsidy, "补贴")})',
        f'=IF({_budget(plan)}=0,"",{against("业主自己筹的（自筹＋公积金）", own, net, "应分摊净额")})',
        f'=IF({_budget(plan)}=0,"","单位或集体出 "&{grouped_fen(of["s5"])}&" 元，企业垫资 "&{grouped_fen(of["s6"])}&'
        f'" 元（怎么偿还见“还款表”），维修基金出 "&{grouped_fen(of["s4"])}&" 元")',
    ]


def checks(plan: Plan) -> list[BookCheck]:
    """The check that every item is valid. A wrong claim is only reported on the sheet."""
    wrong = f"SUMPRODUCT(({items(plan).all('problem')}>1)*1)"
    sums = f"SUM({sources(plan).all('sum_fen')})={_budget(plan)}"
    return [
        BookCheck("筹资各项填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 项"',
              "按“专项”筹资一节右侧的提示改正：金额是 0 或正数，各来源比例合计 100%"),
        BookCheck("筹资各来源合计等于预算", sums, f'"预算 "&{paid_yuan(_budget(plan))}',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip
