"""Where the cash position stands: the registers as typed, and all of 资金."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block

TITLE = "资金"
#: Lines in words above the figures.
LINES = 4
#: Title of a group of figures → key → label, and how it comes about; all in fen.
GROUPS = {
    "一、已经收付": {
        "opening": ("期初结余", "“专项”所填"),
        "received": ("住户缴款", "“台账”各笔收款"),
        "fund": ("公积金转入", "“住户”公积金一栏"),
        "arrived": ("补贴到账", "“补贴到账”各行"),
        "other": ("其他收入", "“专项”所填"),
        "income": ("收入合计", "以上四项之和，不含期初"),
        "engineering": ("工程款", "“工程付款”中类别为工程款的各行"),
        "payouts": ("补偿", "类别为补偿的各行"),
        "others": ("其他支出", "类别为其他支出的各行"),
        "spent": ("付款合计", "以上三项之和"),
        "refunded": ("退给住户", "“台账”各笔退款"),
        "hand": ("账上应有", "期初结余＋收入合计－付款合计－退给住户"),
    },
    "二、以后还要收付": {
        "due": ("住户未缴", "“收缴”各户还欠之和"),
        "grant_due": ("补贴未到账", "“参数”的补贴（含留作运维的）－已到账"),
        "cost_left": ("工程款未付", "各项未付之和，见五；没有写项目的先抵各项"),
        "payout_left": ("补偿未付", "补偿支出合计－已付补偿"),
        "overpaid": ("多缴应退住户", "“收缴”各户多缴之和"),
        "ahead": ("补贴到账后应退住户", "账单先收全额时，各户先垫的补贴"),
        "upkeep": ("留作运维的补贴", "到账后留用，不用于建设"),
        "left": ("最后结余", "账上应有＋前两项－后五项；按计划收付则为 0"),
    },
    "三、最后结余的来由（多为正，少为负）": {
        "why_opening": ("期初结余", ""),
        "why_other": ("其他收入", ""),
        "why_others": ("其他支出", ""),
        "why_relief": ("减免", "减给住户的，要有其他收入来补"),
        "why_grant": ("补贴多到账", "到账多于“参数”的补贴"),
        "why_cost": ("工程款超出计划", "五中超出的；合计实际变了就改“参数”的费用"),
        "why_payout": ("补偿多付", "已付多于补偿支出合计"),
        "why_apart": ("应分摊与费用不平", "各户应分摊＋补贴－总费用－补偿"),
        "why": ("来由合计", "应等于最后结余"),
    },
    "四、与银行和现金核对": {
        "bank": ("银行对账单余额", "“专项”所填"),
        "till": ("库存现金", "“专项”所填"),
        "gap": ("比账上应有多（少为负）", "两项都空着则不核对"),
    },
}
#: The figures: key → label.
LABELS = {key: label for group in GROUPS.values() for key, (label, _) in group.items()}
_ITEM_COLUMNS = (
    "item", "planned", "paid", "left", "state", "gap",
    "n", "name", "first", "planned_fen", "paid_fen", "left_fen", "over_fen",
)  # fmt: skip
_PAYMENT_COLUMNS = (
    "n", "item", "fen", "problem", "pad", "gap",
    "day_flaw", "amount_flaw", "known", "index", "engineering", "payouts", "others",
)  # fmt: skip
_GRANT_COLUMNS = (
    "n", "applied_fen", "approved_fen", "arrived_fen", "problem", "gap",
    "applied_on_flaw", "arrived_on_flaw", "applied_flaw", "approved_flaw", "arrived_flaw",
    "applied_day", "arrived_day",
)  # fmt: skip


def _rows() -> dict[str, int]:
    """Row of every group's title and of every figure."""
    rows, row = {}, LINES + 3
    for title, group in GROUPS.items():
        rows[title] = row
        rows |= {key: row + 2 + index for index, key in enumerate(group)}
        row += len(group) + 3
    return rows


#: Row of every group's title (its head is below it) and of every figure.
ROWS = _rows()


def figure(key: str) -> str:
    """Address of a figure, in fen."""
    return f"{TITLE}!$C${ROWS[key]}"


def payments(plan: Inputs) -> Block:
    """The payments as typed on 工程付款."""
    return plan.table("spending", ("gap", "choice"))


def grants(plan: Inputs) -> Block:
    """The subsidies as typed on 补贴到账."""
    return plan.table("arrivals")


def items() -> Block:
    """The cost items, and one row more for what names none."""
    return Block(TITLE, max(ROWS.values()) + 4, MAX_COSTS + 1, _ITEM_COLUMNS)


def payments_read(plan: Inputs) -> Block:
    """The payments as they are read, below the items and their sum."""
    return Block(TITLE, items().last + 5, payments(plan).count, _PAYMENT_COLUMNS)


def grants_read(plan: Inputs) -> Block:
    """The subsidies as they are read, below all else."""
    return Block(TITLE, payments_read(plan).last + 4, grants(plan).count, _GRANT_COLUMNS)
