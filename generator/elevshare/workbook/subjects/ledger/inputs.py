"""The inputs of 台账: single ones, payments, and the instalments' dates."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from elevshare.workbook.field import DATES, Field, Section
from elevshare.workbook.input_columns import HINT, InputColumn

#: Payments that a book prepares for each household row, and dates of instalments.
PER_FLAT, MAX_DATES = 3, 12
MAX_NUMBER = "999999"


class Side(StrEnum):
    """The direction of a payment: from a household, or back to it."""

    RECEIVED = "收款"
    REFUNDED = "退款"


#: How money is paid; the first is not on the bank's account.
METHODS = ("现金", "转账", "微信", "支付宝", "支票", "其他")
CASH, OTHER = METHODS[0], METHODS[-1]
#: The topics of the vocabulary with the ways of writing methods and directions.
METHOD_WORDS, SIDE_WORDS = "收款方式", "收退"
#: Receipts, and vouchers of refunds, that are printed at a time.
RECEIPTS, REFUNDS = 12, 6

_SINGLE = (
    Field("as_of", "对账日期", "date", "算到这一天为止该缴多少、逾期多少；空着则不算", bounds=DATES),
    Field("receipts_from", "收据起始号", "whole", "登记序号 1 的收据号，以后每号加一",
          bounds=("1", MAX_NUMBER), blank=1, at_first=lambda p: 1),
    Field("bank_total", "银行实收合计", "money", "银行流水中各户转入减退回的合计（元）；空着则不核对", blank=-1),
)  # fmt: skip

_PRINT = (
    Field("print_from", "打印收据从第几号起", "whole", f"“收据”页从这一号起列出 {RECEIPTS} 张；空着则从起始号起",
          bounds=("1", MAX_NUMBER)),
    Field("refunds_from", "退款凭证从第几号起", "whole", f"“退款凭证”页从这一号起列出 {REFUNDS} 张；空着则从起始号起",
          bounds=("1", MAX_NUMBER)),
)  # fmt: skip
_REPORT = Field(
    "report_on",
    "收款日报的日期",
    "date",
    "“收款日报”列出这一天的收款；空着则是对账日期",
    bounds=DATES,
)
#: The columns are narrow so that the hint is seen on a screen of 1366 points; those that users fill
#: in stand side by side, because a protected sheet sorts only cells that are not locked.
COLUMNS = (
    InputColumn(
        "serial",
        "登记序号",
        "输入-whole",
        "印好的，不用改；收据号由它得出",
        bounds=("1", MAX_NUMBER),
        width=15,
    ),
    InputColumn("day", "日期", "输入-date", "请填日期，如 2026-03-01", width=11),
    InputColumn("room", "房号", "输入-text", "请选或填“住户”里的房号", source="room_no", width=8.5),
    InputColumn("side", "收款或退款", "输入-text", words=tuple(Side), free=True, width=8),
    InputColumn(
        "amount", "金额（元）", "输入-money", "请填大于 0 的数（元），最多两位小数", width=12.5
    ),
    InputColumn("method", "方式", "输入-text", words=METHODS, free=True, width=8),
    InputColumn("payer", "交款人或领款人", "输入-text", width=9),
    InputColumn("period", "款项期次", "输入-text", width=7),
    InputColumn("handler", "经手", "输入-text", width=8),
    InputColumn("remark", "备注", "输入-text", width=18),
    InputColumn("number", "收据号", "计算-whole", width=7),
    replace(HINT, style="计算-长", width=34),
)
DATE_COLUMNS = (
    InputColumn("period", "期次", "计算-whole"),
    InputColumn("day", "截止日期", "输入-date", "请填日期，如 2026-03-31"),
    HINT,
)
#: On 专项.
SCHEDULE = (
    Section(
        "schedule",
        "分期截止日期（只有一期的不用填；填了就印在账单上）",
        rows=MAX_DATES,
        columns=DATE_COLUMNS,
    ),
)


def sections(
    flats: int, receipts: bool, per_flat: int = PER_FLAT, reminders: bool = False
) -> tuple[Section, ...]:
    """The sections of 台账 for this number of household rows, with or without some subjects."""
    title = "逐笔登记（一行一笔；写错的一笔清空内容，登记序号留着，收据号作废；可以筛选、排序，不要删除行）"
    more = (*(_PRINT if receipts else ()), *((_REPORT,) if reminders else ()))
    return (
        Section("reconcile", "收据与对账", (*_SINGLE, *more)),
        Section("payments", title, rows=per_flat * flats, columns=COLUMNS),
    )
