"""使用费: every household's month, from what it used to what it has to pay."""

from __future__ import annotations

from elevshare.rules.rides import MAX_CARDS, MAX_COUNT
from elevshare.workbook.amount_text import yuan
from elevshare.workbook.capitals import capitals
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import SCALES
from elevshare.workbook.figures import Figures
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number

# They refer to each other (see there).
from elevshare.workbook.subjects.rides import tariffs
from elevshare.workbook.subjects.rides.inputs import FEES, USAGE_COLUMNS
from elevshare.workbook.subjects.sharing.inputs import EVERYBODY
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
)

#: The columns that are shown and summed: head, and the whole numbers (fen, if so called) behind.
_SUMMED = {
    "rides": ("次卡（次）", "rides_no"),
    "cards": ("月卡（张）", "cards_no"),
    "visitors": ("访客（次）", "visitors_no"),
    "ride_fee": ("次卡费（元）", "ride_fen"),
    "card_fee": ("月卡费（元）", "card_fen"),
    "visitor_fee": ("访客费（元）", "visitor_fen"),
    "fee": ("本月使用费（元）", "fee_fen"),
    "owing": ("加：欠费（元）", "owing_fen"),
    "credit": ("减：预存（元）", "credit_fen"),
    "to_pay": ("本次应缴（元）", "due_fen"),
    "left": ("预存结余（元）", "left_fen"),
}

#: The columns of 用量 that are filled in: the largest number, and its steps in 1/scale.
TYPED = {
    column.key: (column.limits[1], SCALES[column.kind]) for column in USAGE_COLUMNS if column.typed
}
#: The texts of 提示 on 用量, by number from 0.
PROBLEMS = (
    "",
    "√",
    "← “住户”的这一行没有填好",
    f"← 次卡应是 0 到 {MAX_COUNT} 的整数",
    f"← 月卡应是 0 到 {MAX_CARDS} 的整数",
    f"← 访客应是 0 到 {MAX_COUNT} 的整数",
    "← 欠费应是 0 或正数，写到分",
    "← 预存应是 0 或正数，写到分",
)


@once
def fees(plan: Plan) -> FormulaTable:
    """The households, from the inputs of 用量 to the bill; amounts in fen."""
    f, shares = tariffs.figures(plan), plan.shares
    return FormulaTable("一、各户", tariffs.TITLE, f.last_row + 5, plan.flats, (
        numbered(),
        Column("room", "房号", "any", beside(shares, "room")),
        Column("owner", "业主", "any", beside(shares, "owner")),
        *(_summed(key) for key in _SUMMED),
        Column("advice", "次卡与月卡", "any", lambda r: _advice(r, f)),
        *gaps("gap"),
        Column("valid", "有效", "whole", beside(shares, "valid")),
        _flaw(plan, "rides", "次卡有误"),
        _flaw(plan, "cards", "月卡有误"),
        _flaw(plan, "visitors", "访客有误"),
        _flaw(plan, "owing", "欠费有误"),
        _flaw(plan, "credit", "预存有误"),
        Column("used", "有填写", "whole", lambda r: _used(plan, r)),
        Column("problem", "填写情况", "whole", _problem),
        _number(plan, "rides", "rides_no", "次卡次数"),
        _number(plan, "cards", "cards_no", "月卡张数"),
        _number(plan, "visitors", "visitors_no", "访客次数"),
        _number(plan, "owing", "owing_fen", "欠费（分）"),
        _number(plan, "credit", "credit_fen", "预存（分）"),
        Column("ride_fen", "次卡费（分）", "whole", lambda r: f"{r.rides_no}*{f.ride}"),
        Column("card_fen", "月卡费（分）", "whole", lambda r: f"{r.cards_no}*{f.card}"),
        Column("visitor_fen", "访客费（分）", "whole", lambda r: f"{r.visitors_no}*{f.visitor}"),
        Column("fee_fen", "使用费（分）", "whole",
               lambda r: f"{r.ride_fen}+{r.card_fen}+{r.visitor_fen}"),
        Column("due_fen", "应缴（分）", "whole",
               lambda r: f"MAX(0,{r.fee_fen}+{r.owing_fen}-{r.credit_fen})"),
        Column("left_fen", "结余（分）", "whole",
               lambda r: f"MAX(0,{r.credit_fen}-{r.fee_fen}-{r.owing_fen})"),
        Column("issue", "出使用费单", "whole",
               lambda r: f'IF(AND({f.used}>0,OR({plan.parameter("bill_scope")}="{EVERYBODY}",'
                         f"{r.due_fen}>0)),{r.valid},0)"),
        Column("bill", "使用费单号", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        *capitals("due_fen"),
    ), lambda r: f"{r.valid}=1")  # fmt: skip


def _summed(key: str) -> Column:
    """A column for users: an amount in yuan from one in fen, or a count."""
    head, source = _SUMMED[key]
    if source.endswith("_fen"):
        return shown(key, head, "money", lambda row: f"{row[source]}/100")
    return shown(key, head, "whole", lambda row: row[source])


def totals(plan: Plan) -> dict[str, str]:
    """Column key → formula, of the totals below the households."""
    rows = fees(plan)
    return {
        key: f"SUM({rows.area(source)}){'/100' if source.endswith('_fen') else ''}"
        for key, (_, source) in _SUMMED.items()
    }


def _typed(plan: Plan, key: str) -> PartialFormula:
    """The cell of 用量 in the household's row."""
    return beside(plan.usage, key)


def _flaw(plan: Plan, key: str, head: str) -> Column:
    """A column (1/0): the entry is invalid."""
    cell, (high, scale) = _typed(plan, key), TYPED[key]
    return Column(
        f"{key}_flaw", head, "whole", lambda row: wrong_number(cell(row), "0", high, scale)
    )


def _number(plan: Plan, typed: str, key: str, head: str) -> Column:
    """A column: the entry as a whole number; an invalid one counts as blank."""
    cell, (_, scale) = _typed(plan, typed), TYPED[typed]

    def formula(row: TableRow) -> str:
        wrong = f"OR({row.valid}=0,{row[f'{typed}_flaw']}=1)"
        return f"IF({wrong},0,IFERROR(ROUND({cell(row)}*{scale},0),0))"

    return Column(key, head, "whole", formula)


def _used(plan: Plan, row: TableRow) -> str:
    """Whether anything was typed for the household."""
    cells = "&".join(_typed(plan, key)(row) for key in TYPED)
    return f'IF({cells}="",0,1)'


def _problem(row: TableRow) -> str:
    """The number of the error in a row of 用量."""
    problem = "1"
    for number, key in reversed(list(enumerate(TYPED, 3))):
        problem = f"IF({row[f'{key}_flaw']}=1,{number},{problem})"
    return f"IF({row.used}=0,0,IF({row.valid}=0,2,{problem}))"


def _advice(row: TableRow, f: Figures) -> str:
    """Whether rides or a month card cost less for this usage; only for one person's."""
    more = f"({row.ride_fen}-{f.card})"
    saving = f'IF({more}=0,"若一人乘坐，与月卡持平","若一人乘坐，月卡可省 "&{yuan(more)})'
    return (
        f'IF({row.cards_no}>0,"已办月卡 "&{row.cards_no}&" 张",IF(OR({row.rides_no}=0,{f.even}=0),"",'
        f'IF({row.rides_no}<{f.even},"次卡合算",{saving})))'
    )


def checks(plan: Plan) -> list[BookCheck]:
    """The checks of usage fees; they hold before anything is filled in."""
    if not plan.prepaid:
        return []
    f, rows, used = tariffs.figures(plan), fees(plan), tariffs.figures(plan).used
    flawed = f"SUM({tariffs.readings(plan).all('problem')})"
    wrong = f"SUMPRODUCT(({rows.all('problem')}>1)*1)"
    dated = f"OR({used}=0,AND({f.year}>0,{f.month}>0))"
    total = f"SUM({rows.all('fee_fen')})"
    return [
        BookCheck("使用费标准填写无误", f"{flawed}=0", f'"有误 "&{flawed}&" 种"',
              "按“专项”使用费标准右侧的提示改正：0 或正数，写到分"),
        BookCheck("用到的使用费都有单价", _priced(plan), tariffs.even_words(f),
              "在“专项”的使用费标准中补上次卡、月卡或访客的单价；不收费的填 0"),
        BookCheck("用量填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 户"',
              "按“用量”右侧的提示改正：次数是整数，欠费和预存是 0 或正数"),
        BookCheck("使用费账单的年月已填", dated, tariffs.month_words(plan), "在“用量”上方填账单年份和月份"),
        BookCheck("使用费合计等于用量乘单价", f"{_by_total(plan)}={total}",
              f'"合计 "&{yuan(total)}', "先改正上面没有通过的各项"),
        BookCheck("使用费应缴与结余合拢", _balanced(plan), f'"有用量 "&{used}&" 户"',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip


def _pairs(plan: Plan) -> list[tuple[str, str]]:
    """The sum of every count, with the key of its fee."""
    counts = ("rides_no", "cards_no", "visitors_no")
    return [(f"SUM({fees(plan).all(n)})", fee) for n, fee in zip(counts, FEES, strict=True)]


def _priced(plan: Plan) -> str:
    """Whether the applied tariff has a fee for everything that was used."""
    chosen = f"MAX(1,{tariffs.figures(plan).chosen})"
    readings = tariffs.readings(plan)
    parts = [f"OR({count}=0,INDEX({readings.all(fee)},{chosen})>=0)" for count, fee in _pairs(plan)]
    return f"AND({','.join(parts)})"


def _by_total(plan: Plan) -> str:
    """The fees of what all households used together, in fen."""
    return "+".join(f"{count}*{tariffs.figures(plan)[fee]}" for count, fee in _pairs(plan))


def _balanced(plan: Plan) -> str:
    """Whether fees + arrears - credit = amounts to pay - amounts left as credit."""
    rows = fees(plan)
    fee, owing, credit, due, left = (
        f"SUM({rows.all(key)})"
        for key in ("fee_fen", "owing_fen", "credit_fen", "due_fen", "left_fen")
    )
    return f"{fee}+{owing}-{credit}={due}-{left}"
