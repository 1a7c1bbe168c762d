"""The inputs of 资金: single ones on 专项, and the registers 工程付款 and 补贴到账."""

from __future__ import annotations

from elevshare.rules.cash import Spending
from elevshare.workbook.field import DATES, MAX_YUAN, Field, Section
from elevshare.workbook.input_columns import HINT, NUMBER, InputColumn

#: Titles of the registers' sheets, and the rows that a book prepares for each.
SPENDING, ARRIVALS = "工程付款", "补贴到账"
PAYMENTS, GRANTS = 30, 12
#: How a payment was made.
METHODS = ("转账", "现金", "其他")

_FIELDS = (
    Field("cash_opening", "期初结余（元）", "money", "本簿开始登记前账上已有的钱；没有则空着"),
    Field("cash_other", "其他收入（元）", "money", "利息、捐助、单位出资、维修基金等的合计；没有则空着"),
    Field("cash_date", "与银行核对的日期", "date", "把这一天及以前的收付登记完再核对", bounds=DATES),
    Field("cash_bank", "银行对账单余额（元）", "money", "照对账单填；空着则不核对", blank=-1),
    Field("cash_till", "库存现金（元）", "money", "手边还没有存银行的钱；空着则不核对或按 0 计", blank=-1),
)  # fmt: skip
SECTIONS = (Section("cash", "资金（期初、其他收入，与银行和现金核对）", _FIELDS),)


_DAY, _AMOUNT = "请填日期，如 2026-03-01", "请填 0 或正数（元），最多两位小数"
PAYMENT_COLUMNS = (
    NUMBER,
    InputColumn("day", "日期", "输入-date", _DAY),
    InputColumn("spending", "类别", "输入-text", words=tuple(Spending)),
    InputColumn("item", "费用项目", "输入-text", "只有工程款要选，选“参数”第二节的项目；可以空着"),
    InputColumn("payee", "收款单位（补偿填房号）", "输入-text"),
    InputColumn(
        "amount",
        "金额（元）",
        "输入-money",
        "请填大于 0 的数（元），最多两位小数",
        ("0.01", MAX_YUAN),
    ),
    InputColumn("method", "方式", "输入-text", words=METHODS),
    InputColumn("voucher", "发票或凭证号", "输入-text"),
    InputColumn("remark", "备注", "输入-text"),
    HINT,
)
GRANT_COLUMNS = (
    NUMBER,
    InputColumn("level", "级别", "输入-text"),
    InputColumn("applied_on", "申领日期", "输入-date", _DAY),
    InputColumn("applied", "申领金额（元）", "输入-money", _AMOUNT),
    InputColumn("number", "批复文号", "输入-text"),
    InputColumn("approved", "批复金额（元）", "输入-money", _AMOUNT),
    InputColumn("arrived_on", "到账日期", "输入-date", _DAY),
    InputColumn("arrived", "到账金额（元）", "输入-money", _AMOUNT),
    InputColumn("remark", "备注", "输入-text"),
    HINT,
)


def registers() -> dict[str, tuple[Section, ...]]:
    """Sheet → the section with its register."""
    rows = "一行一笔，从第一行起填，不用的行空着；写错的清空，不要删除行"
    return {
        SPENDING: (
            Section("spending", f"逐笔登记付款（{rows}）", rows=PAYMENTS, columns=PAYMENT_COLUMNS),
        ),
        ARRIVALS: (
            Section(
                "arrivals",
                f"逐笔登记申领、批复和到账（{rows}）",
                rows=GRANTS,
                columns=GRANT_COLUMNS,
            ),
        ),
    }
