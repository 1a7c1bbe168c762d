"""The inputs of 资金: single ones on 专项, and the two registers 工程付款 and 补贴到账."""

from __future__ import annotations

from elevshare.workbook.field import DATES, Field, Section

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


def registers() -> dict[str, tuple[Section, ...]]:
    """Sheet → its table of inputs."""
    rows = "一行一笔，从第一行起填，不用的行空着；写错的清空，不要删除行"
    return {
        SPENDING: (Section("spending", f"逐笔登记付款（{rows}）", rows=PAYMENTS),),
        ARRIVALS: (Section("arrivals", f"逐笔登记申领、批复和到账（{rows}）", rows=GRANTS),),
    }
