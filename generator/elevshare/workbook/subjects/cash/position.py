"""The figures and tables of 资金: money received, spent, still to come, and left."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.project import MAX_COSTS, SubsidyMode, Topic
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.cash import arrivals, spending
from elevshare.workbook.subjects.cash.places import TITLE, grants, payments
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.reserve.words import and_reserve, fund_word
from elevshare.workbook.subjects.settlement import items as settled
from elevshare.workbook.subjects.settlement.places import actual, shares
from elevshare.workbook.subjects.settlement.places import figure as figure_of_settlement
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered, once, shown

#: The number of sentences above the figures.
LINES = 4
#: The label of the last row of the items.
NAMELESS = "（没有写项目的）"


@once
def groups(plan: Plan) -> dict[str, Figures]:
    """Title → figures of a group, in fen."""
    of = {
        "一、已经收付": _moved(plan),
        "二、以后还要收付": _coming(plan),
        "三、最后结余的来由（多为正，少为负）": _reasons(plan),
        "四、与银行和现金核对": _compared(plan),
    }
    found, row = {}, LINES + 5
    for title, figures in of.items():
        found[title] = Figures(TITLE, row, figures, 2)
        row = found[title].last_row + 4
    return found


def figure(plan: Plan, key: str) -> str:
    """The address of a figure, in fen."""
    return next(group[key] for group in groups(plan).values() if key in group.figures)


def expected(plan: Plan) -> str:
    """The total subsidy that is to arrive, in fen."""
    return f"({actual(plan, 'subsidy')}+{figure(plan, 'upkeep')})"


def _sum_of(*keys: str) -> Callable[[Figures], str]:
    """A formula: the sum of figures of the same group."""
    return lambda f: "+".join(f[key] for key in keys)


def _moved(plan: Plan) -> dict[str, Figure]:
    """The figures of money received and spent so far."""

    def spent(label: str, note: str, key: str) -> Figure:
        return money(label, note, lambda f: f"SUM({payments_read(plan).all(key)})")

    def typed(label: str, key: str) -> Figure:
        return money(label, "“专项”所填", lambda f: f"ROUND({plan.number(key)}*100,0)")

    return {
        "opening": typed("期初结余", "cash_opening"),
        "received": money("住户缴款", "“台账”各笔收款", lambda f: ledger.total(plan, "received")),
        "fund": money(f"{fund_word(plan)}转入", f"“住户”公积金一栏{and_reserve(plan)}", lambda f: f"SUM({plan.shares.all('fund')})"),
        "arrived": money("补贴到账", "“补贴到账”各行",
                         lambda f: f"SUM({grants_read(plan).all('arrived_fen')})"),
        "other": typed("其他收入", "cash_other"),
        "income": money("收入合计", "以上四项之和，不含期初",
                        _sum_of("received", "fund", "arrived", "other")),
        "engineering": spent("工程款", "“工程付款”中类别为工程款的各行", "engineering"),
        "payouts": spent("补偿", "类别为补偿的各行", "payouts"),
        "others": spent("其他支出", "类别为其他支出的各行", "others"),
        "spent": money("付款合计", "以上三项之和", _sum_of("engineering", "payouts", "others")),
        "refunded": money("退给住户", "“台账”各笔退款", lambda f: ledger.total(plan, "refunded")),
        "hand": money("账上应有", "期初结余＋收入合计－付款合计－退给住户",
                      lambda f: f"{f.opening}+{f.income}-{f.spent}-{f.refunded}"),
    }  # fmt: skip


def _coming(plan: Plan) -> dict[str, Figure]:
    """The figures of money still to be received and spent, and of what is left then."""

    def moved(key: str) -> str:
        return figure(plan, key)

    def cost_left() -> str:
        # What names no item is taken off what the items still need.
        rows = items(plan)
        return f"MAX(0,SUM({rows.all('left_fen')})-{rows.at('over_fen', rows.count - 1)})"

    def upkeep() -> str:
        by_rule = f'{plan.parameter("subsidy_mode")}="{SubsidyMode.RULE.value}"'
        return f"IF({by_rule},{plan.grants.upkeep},0)"

    def left(f: Figures) -> str:
        going = ("cost_left", "payout_left", "overpaid", "ahead", "upkeep")
        coming = f"+{f.other_due}" if plan.has(Topic.OTHERS) else ""
        return f"{moved('hand')}+{f.due}+{f.grant_due}{coming}" + "".join(
            f"-{f[key]}" for key in going
        )

    return {
        "due": money("住户未缴", "“收缴”各户还欠之和", lambda f: ledger.total(plan, "left")),
        "grant_due": money("补贴未到账", "“参数”的补贴（含留作运维的）－已到账",
                           lambda f: f"MAX(0,{expected(plan)}-{moved('arrived')})"),
        **_others_due(plan),
        "cost_left": money("工程款未付", "各项未付之和，见五；没有写项目的先抵各项",
                           lambda f: cost_left()),
        "payout_left": money("补偿未付", "补偿支出合计－已付补偿",
                             lambda f: f"MAX(0,{actual(plan, 'compensation')}-{moved('payouts')})"),
        "overpaid": money("多缴应退住户", "“收缴”各户多缴之和", lambda f: ledger.total(plan, "over")),
        "ahead": money("补贴到账后应退住户", "账单先收全额时，各户先垫的补贴",
                       lambda f: f"SUM({plan.shares.all('ahead')})"),
        "upkeep": money("留作运维的补贴", "到账后留用，不用于建设", lambda f: upkeep()),
        "left": money("最后结余", f"账上应有＋前{'三' if plan.has(Topic.OTHERS) else '两'}项－后五项；按计划收付则为 0", left),
    }  # fmt: skip


def _others_due(plan: Plan) -> dict[str, Figure]:
    """The money of others that has not arrived; nothing in a book without such money."""
    if not plan.has(Topic.OTHERS):
        return {}
    return {
        "other_due": money("其他来源未到账", "“专项”的其他来源－其他收入（到账的记在那里）",
                           lambda f: f"MAX(0,{actual(plan, 'others')}-{figure(plan, 'other')})"),
    }  # fmt: skip


def _reasons(plan: Plan) -> dict[str, Figure]:
    """The figures that explain what is left in the end."""

    def moved(key: str) -> str:
        return figure(plan, key)

    def relief() -> str:
        owed, ahead = (f"SUM({plan.shares.all(key)})" for key in ("owed", "ahead"))
        return f"{owed}-{shares(plan)}-{ahead}"

    def apart() -> str:
        cost, subsidy, paid_out = (actual(plan, key) for key in ("cost", "subsidy", "compensation"))
        given = f"+{actual(plan, 'others')}" if plan.has(Topic.OTHERS) else ""
        return f"{shares(plan)}+{subsidy}{given}-{cost}-{paid_out}"

    def more() -> str:
        if not plan.has(Topic.OTHERS):
            return moved("other")
        return f"MAX(0,{moved('other')}-{actual(plan, 'others')})"

    reasons = {
        "why_opening": money("期初结余", None, lambda f: moved("opening")),
        "why_other": money("其他收入", None, lambda f: more()),
        "why_others": money("其他支出", None, lambda f: f"0-{moved('others')}"),
        "why_relief": money("减免", "减给住户的，要有其他收入来补", lambda f: relief()),
        "why_grant": money("补贴多到账", "到账多于“参数”的补贴",
                           lambda f: f"MAX(0,{moved('arrived')}-{expected(plan)})"),
        "why_cost": money("工程款超出计划", "五中超出的；合计实际变了就改“参数”的费用",
                          lambda f: f"{actual(plan, 'cost')}-{moved('engineering')}-{moved('cost_left')}"),
        "why_payout": money("补偿多付", "已付多于补偿支出合计",
                            lambda f: f"0-MAX(0,{moved('payouts')}-{actual(plan, 'compensation')})"),
        "why_apart": money("应分摊与费用不平", "各户应分摊＋补贴－总费用－补偿", lambda f: apart()),
    }  # fmt: skip
    return {**reasons, "why": money("来由合计", "应等于最后结余", _sum_of(*reasons))}


def _compared(plan: Plan) -> dict[str, Figure]:
    """The bank balance and the cash in hand, compared with the book; not if both are blank."""
    bank, till = plan.number("cash_bank"), plan.number("cash_till")

    def gap(f: Figures) -> str:
        return f"IF(AND({bank}<0,{till}<0),0,{f.bank}+{f.till}-{figure(plan, 'hand')})"

    return {
        "bank": money("银行对账单余额", "“专项”所填", lambda f: f"MAX(0,ROUND({bank}*100,0))"),
        "till": money("库存现金", "“专项”所填", lambda f: f"MAX(0,ROUND({till}*100,0))"),
        "gap": money("比账上应有多（少为负）", "两项都空着则不核对", gap),
    }


@once
def items(plan: Plan) -> FormulaTable:
    """The cost items: equal names are one item; the last row has payments without an item."""
    last = [*groups(plan).values()][-1].last_row

    def nameless(row: TableRow) -> bool:
        return row.index == MAX_COSTS

    def yuan(key: str, head: str) -> Column:
        return shown(key, head, "money", lambda r: f"{r[f'{key}_fen']}/100")

    def first(row: TableRow) -> str | int:
        once_ = f"SUMPRODUCT(({row.down_to('name')}={row.name})*1)=1"
        return 1 if nameless(row) else f'IF({row.name}="",0,IF({once_},1,0))'

    def paid(row: TableRow) -> str:
        read = payments_read(plan)
        mine = f"({read.area('item')}={row.name})*{read.area('engineering')}"
        return f"{row['first']}*SUMPRODUCT({mine})"

    return FormulaTable("五、各项费用付到哪里", TITLE, last + 4, MAX_COSTS + 1, (
        shown("item", "费用项目", "长", lambda r: f'"{NAMELESS}"' if nameless(r) else r.name),
        yuan("planned", "计划或决算（元）"),
        yuan("paid", "已付（元）"),
        yuan("left", "未付（元）"),
        Column("state", "情况", "any", lambda r: _state(r, nameless(r))),
        *gaps("gap"),
        numbered(),
        Column("name", "名称", "any",
               lambda r: '""' if nameless(r) else plan.items.at("item", r.index)),
        Column("first", "同名第一项", "whole", first),
        Column("planned_fen", "计划（分）", "whole", lambda r: f"{r['first']}*{_planned(plan, r.name)}"),
        Column("paid_fen", "已付（分）", "whole", paid),
        Column("left_fen", "未付（分）", "whole", lambda r: f"MAX(0,{r.planned_fen}-{r.paid_fen})"),
        Column("over_fen", "超出（分）", "whole", lambda r: f"MAX(0,{r.paid_fen}-{r.planned_fen})"),
    ), lambda r: f"{r.planned_fen}+{r.paid_fen}>0" if nameless(r) else f"{r['first']}=1")  # fmt: skip


def _state(row: TableRow, nameless: bool) -> str:
    """How much of an item is paid, as text."""
    beyond = f'"超出计划 "&FIXED({row.over_fen}/100,2)&" 元"'
    over = '"先抵各项未付"' if nameless else beyond
    paid = f'IF(AND({row.paid_fen}>0,{row.left_fen}=0),"付清","")'
    return f"IF({row.over_fen}>0,{over},{paid})"


def _planned(plan: Plan, name: str) -> str:
    """The cost of an item in fen: the planned one, the actual one once all is settled."""
    here = f"({plan.items.all('item')}={name})"
    planned = f"SUMPRODUCT({here}*{plan.items.all('fen')})"
    if not plan.has(Topic.SETTLEMENT):
        return planned
    done = f"SUMPRODUCT({here}*{settled.items(plan).all('fen')})"
    return f"IF({figure_of_settlement(plan, 'ready')}=1,{done},{planned})"


@once
def payments_read(plan: Plan) -> FormulaTable:
    """The payments as read, after the items and their sum."""
    first, count = items(plan).last + 5, payments(plan).count
    return FormulaTable("“工程付款”的读数", TITLE, first, count, spending.columns(plan))


@once
def grants_read(plan: Plan) -> FormulaTable:
    """The subsidies as read, after all other tables."""
    first, count = payments_read(plan).last + 4, grants(plan).count
    return FormulaTable("“补贴到账”的读数", TITLE, first, count, arrivals.columns(plan))
