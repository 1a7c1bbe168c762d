"""说明 of a lease book."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease import sheets
from elevshare.workbook.lease.calc.notice import lines
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.lease.sheets import bills
from elevshare.workbook.lease.sheets import notice as notice_paper
from elevshare.workbook.papers import large, signing
from elevshare.workbook.papers.forms import Forms, listed
from elevshare.workbook.sheets.cover import contents, print_note, write_guide, write_head
from elevshare.workbook.subjects.ledger import receipts_paper, refunds_paper
from elevshare.workbook.subjects.reminders import reminders_paper
from elevshare.workbook.subjects.upkeep import bills_paper as upkeep

TITLE, ROLE = "说明", "说明"
ABOUT = "这本簿子怎么用"

_PARAMETERS = (
    "参数",
    "填楼栋、收费周期、本次第几期、收款账户；收费标准已按方案填好，协商另定的填“自定”。",
)
_HOUSEHOLDS = (
    "住户",
    "一行一户填房号、楼层、建筑面积、业主、参与（用不用电梯）、欠费、已缴、减免。",
)
_CHECK = ("校验", "看每一项是否“通过”；不通过的按右边写的办法改。")
_PROVE = ("收费", "核对采用了哪张收费表、各层标准、各户金额和本单元全年收入。")
_BILL = (
    "收费单",
    "校验全部通过后打印，一页 A4 两户；收完把没交的填进“住户”的欠费，再填下一期。",
)
#: The same in books with a notice, and with a ledger.
_PIN = ("公示", "核对“收费”后打印张贴；公示的起始日、放假日填在“专项”；有异议的，改好后重新公示。")
_ROSTER = (
    "住户",
    "一行一户填房号、楼层、建筑面积、业主、参与（用不用电梯）、上年欠费、本年累计减免。",
)
_COLLECT = (
    "收费单",
    "校验全部通过后打印，一页 A4 两户；收到的钱逐笔记入“台账”，再在“参数”改成下一期。",
)
#: Answers about the next period and the next year, without a ledger and with one.
_NEXT = ("换期：把“本次第几期”改成下一期，没交的填进“欠费”，多交的（结余）填进“已缴”。",)
_NEXT_OF_LEDGER = (
    "换期：只改“本次第几期”；本年没交的、多交的由“台账”自动算到下一张收费单上，不用再填欠费。",
    "年中才用电梯的：参与填“是”，用以前的各月费用填进“本年累计减免”（每月多少见“分月”）。",
    "年中停用的：参与仍填“是”，停用后每期把那几个月的费用加进“本年累计减免”。",
    "换年：另存一本，改起始日和期次，清空“台账”和累计减免；没交清的填“上年欠费”。",
    "换年时多交的：先退还；或在新“台账”第一笔记为收款，备注“上年结余”，银行实收合计也加上它。",
)
#: What a household's choice of a fee and the running cost mean.
_CHOICE = "按月或按年：在“住户”选，空着按“参数”的收费标准的单位；一个租赁年内一户只按一种算，年中改选的等换年再改。"
_RUNNING = (
    "运行维护费另收：在“专项”填每年的费用和分法，核对“运维”后打印“运维账单”；不记入本簿的“台账”。"
)


#: The words of the trade that stand on the sheets.
_WORDS = (
    ("本期", "这一张收费单收的那几个月；在“参数”里填。"),
    ("欠费", "以前应交没有交的，加在这一张收费单上。"),
    ("结余", "多交的钱，从下一张收费单里减掉。"),
    ("分", "不足一分的，累计到能收的那个月再收：十二个月加起来正好是全年。"),
    ("草案", "“校验”还没有全部通过，金额可能会变：可以看，不能据此收款。"),
)


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    purpose = (
        "按楼层收电梯使用费：按月、按季、按年或自选月份开单；十二个月加起来正好是全年，不差一分。"
    )
    write_head(grid, plan, "电梯使用费收费簿", purpose, _progress(plan))
    write_guide(grid, plan, _steps(plan), contents(sheets.modules(plan)), _notes(plan),
                words=_WORDS, forms=_forms(plan))  # fmt: skip


def _forms(plan: LeasePlan) -> dict[str, Forms]:
    """The papers with numbered forms."""
    found = {bills.TITLE: Forms(plan.shares.all("bill"), 2, bills.count(plan).made(2))}
    others: tuple[tuple[Topic, Callable[[], Mapping[str, Forms]]], ...] = (
        (Topic.UPKEEP, lambda: upkeep.forms(plan)),
        (Topic.NOTICE, lambda: {notice_paper.TITLE: listed(lines(plan).counts.pages)}),
        (Topic.LARGE, lambda: large.forms(plan, lines(plan), costs=False)),
        (Topic.SIGNING, lambda: signing.forms(plan, lines(plan))),
        (Topic.RECEIPTS, lambda: receipts_paper.forms(plan) | refunds_paper.forms(plan)),
        (Topic.REMINDERS, lambda: reminders_paper.forms(plan)),
    )
    for topic, forms in others:
        found |= forms() if plan.has(topic) else {}
    return found


def _steps(plan: LeasePlan) -> tuple[tuple[str, str], ...]:
    """The five steps of this book: the linked sheet, and what to do there."""
    ledger = plan.has(Topic.LEDGER)
    fourth = _PIN if plan.has(Topic.NOTICE) else _PROVE
    households, last = (_ROSTER, _COLLECT) if ledger else (_HOUSEHOLDS, _BILL)
    return (_PARAMETERS, households, _CHECK, fourth, last)


def _progress(plan: LeasePlan) -> str:
    """A text: how much is filled in, and which pages of 收费单 to print."""
    bills = f"SUM({plan.shares.all('issue')})"
    pages = f"INT(({bills}+1)/2)"
    printing = f'IF({bills}=0,"","；收费单共 "&{bills}&" 张，打印时页码选 1 到 "&{pages})'
    return (
        f'="已填 "&SUM({plan.shares.all("filled")})&" 户，本次应缴 "'
        f'&FIXED({plan.figures.yuan("to_pay")},2)&" 元"&{printing}'
    )


def _notes(plan: LeasePlan) -> tuple[str, ...]:
    """Answers to frequent questions."""
    return (
        "表格有保护但没有密码（审阅→撤销工作表保护），只为防止误改公式。",
        f"本簿可填 {plan.flats} 户、{plan.storeys} 层；不够时请重新生成一本，不要插入或删除行。",
        print_note(plan, "收费单"),
        "除不尽的分：到每个月末的累计数舍去不足一分的部分，每期收期末累计减上期末累计，全年不差一分。",
        *(_NEXT_OF_LEDGER if plan.has(Topic.LEDGER) else _NEXT),
        *((_CHOICE,) if plan.has(Topic.TERMS) else ()),
        *((_RUNNING,) if plan.has(Topic.UPKEEP) else ()),
    )
