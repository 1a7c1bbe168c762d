"""The single inputs of a lease book, all on 参数."""

from __future__ import annotations

from elevshare.leasing import period_of
from elevshare.project import MAX_STOREYS, Project
from elevshare.rules.lease import MAX_FEE, MONTHS, Charge, LeasePeriod, flats_a_storey
from elevshare.schemes.parts.lease import MAX_TABLES
from elevshare.workbook import seal_inputs as seal
from elevshare.workbook.field import DATES, Field, Section, as_they_are, by_word, values_of
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing import inputs as main

SPREAD = {False: "第一期收全年", True: "平均到各期"}
CHARGES = {Charge.MONTH: "元/月", Charge.YEAR: "元/年"}
#: The largest fee in yuan, and the most flats on a storey, as texts for validations and formulas.
MAX_FEE_YUAN = str(MAX_FEE // 100)
MAX_LANDING = "99"
#: A column for each fee table.
TABLES = tuple(f"t{number}" for number in range(1, MAX_TABLES + 1))
#: The column of the fees that the company states beside them, where households may choose.
OTHER = "other"
#: Rows of 台账 for each household row: twelve months and one to spare.
PER_FLAT = 13
_STOREYS, _FLATS = ("1", str(MAX_STOREYS)), ("1", MAX_LANDING)
_MONTHS = ("1", str(MONTHS))
_MAIN = {field.key: field for field in (*main.WORK, *main.BILL)}


def _landing(project: Project) -> Value:
    return flats_a_storey(project.flats) or None


_WORK = (
    *(_MAIN[key] for key in ("estate", "building", "entrance")),
    Field("storeys", "总层数", "whole", "决定用哪张收费表；空着则按“住户”的最高层",
          "storeys", bounds=_STOREYS),
    Field("landing", "一梯几户", "whole", "每层户数；空着则按“住户”二层以上户数最多的一层",
          bounds=_FLATS, at_first=_landing),
    _MAIN["made_on"],
)  # fmt: skip

_TERM = (
    Field("period", "收费周期", "text", "一次收几个月：按月、按季、按年，或自选月份",
          "lease.period", values_of(LeasePeriod), LeasePeriod.YEAR, at_first=lambda p: period_of(p).value),
    Field("period_no", "本次第几期", "whole", "按月填 1 到 12，按季填 1 到 4，按年填 1",
          "lease.number", bounds=_MONTHS, blank=1),
    Field("from_month", "自选：从第几个月", "whole", "只在选“自选月份”时有效；租赁年的第一个月是 1",
          "lease.first", bounds=_MONTHS, blank=1),
    Field("to_month", "自选：到第几个月", "whole", "只在选“自选月份”时有效；不小于上一行",
          "lease.last", bounds=_MONTHS, blank=MONTHS),
    Field("year_start", "本租赁年起始日", "date", "填如 2027-01-01；下一个租赁年改成新的起始日",
          "lease.start", bounds=DATES),
)  # fmt: skip

_FEES = (
    Field("charge", "收费标准的单位", "text", "元/月：全年是它的 12 倍；元/年：十二个月加起来正好是它",
          "scheme.lease.charge", by_word(CHARGES), Charge.YEAR),
)  # fmt: skip
_SPREAD = Field(
    "term_spread", "按年交的怎么收", "text", "按年交的户：全年在第一期一次收，或平均到各期收",
    "lease.spread", by_word(SPREAD), False,
)  # fmt: skip


def sections(storeys: int, terms: bool = False) -> tuple[Section, ...]:
    """The sections of 参数 for this number of storeys; two rows have the tables' sizes.

    ``terms``: households may choose to be charged by the month or by the year.
    """
    bill = ("payee", "bank", "account", "due_date", "contact")
    return (
        Section("work", "一、楼栋", _WORK),
        Section("term", "二、本次收哪几个月", _TERM),
        Section("bill", "三、收费单", (*(_MAIN[key] for key in bill), _SCOPE)),
        Section("sealing", f"四、{seal.SECTION}", seal.FIELDS),
        Section("fees", "五、收费标准（方案的收费表已填好；协商另定的填在“自定”一栏，优先采用）",
                (*_FEES, *((_SPREAD,) if terms else ())), 2 + storeys),
    )  # fmt: skip


#: Whether bills go to all households, or only to those with a fee or an amount to pay.
_SCOPE = Field(
    "bill_scope", "收费单发给", "text", "只给应缴户：本期没有费用也没有欠费的户不出单",
    words=as_they_are((main.PAYERS, main.EVERYBODY)), at_first=lambda p: main.PAYERS,
)  # fmt: skip
