"""使用费: every household's month, from what it used to what it has to pay."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project import Topic
from elevshare.rules.rides import MAX_CARDS, MAX_COUNT
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.capitals import capitals
from elevshare.workbook.field import SCALES
from elevshare.workbook.figures import Figures
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number

# They refer to each other (see there).
from elevshare.workbook.subjects.rides import fee_columns, tariffs
from elevshare.workbook.subjects.rides.inputs import USAGE_COLUMNS
from elevshare.workbook.subjects.sharing.inputs import CONFIRMED
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
#: Those that stand to the right of some of them where prices go by storey.
_BY_STOREY = {
    "rides": {"free_rides": ("免费（次）", "free_rides_no")},
    "cards": {"years": ("年卡（张）", "years_no")},
    "card_fee": {"year_fee": ("年卡费（元）", "year_fen")},
}
#: The numbers that are typed on 用量, with the heads of their columns here.
_NUMBERS = {
    "rides": ("次卡", "rides_no", "次卡次数"),
    "cards": ("月卡", "cards_no", "月卡张数"),
    "visitors": ("访客", "visitors_no", "访客次数"),
    "owing": ("欠费", "owing_fen", "欠费（分）"),
    "credit": ("预存", "credit_fen", "预存（分）"),
}
_MORE_NUMBERS = {
    "years": ("年卡", "years_no", "年卡张数"),
    "persons": ("人数", "persons_no", "用次卡的人数"),
    "free_persons": ("免费人数", "free_persons_no", "免费人数"),
    "free_rides": ("免费次数", "free_rides_no", "免费次数"),
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
    f, shares, numbers = tariffs.figures(plan), plan.shares, numbers_of(plan)
    by_storey = plan.has(Topic.FARES)
    return FormulaTable("一、各户", tariffs.TITLE, f.last_row + 5, plan.flats, (
        numbered(),
        Column("room", "房号", "any", beside(shares, "room")),
        Column("owner", "业主", "any", beside(shares, "owner")),
        *(_summed(key, *one) for key, one in summed(plan).items()),
        Column("advice", "次卡与月卡", "any",
               lambda r: fee_columns.advice(r) if by_storey else _advice(r, f)),
        *gaps("gap"),
        Column("valid", "有效", "whole", beside(shares, "valid")),
        *(_flaw(plan, key, f"{name}有误") for key, (name, _, _) in numbers.items()),
        Column("used", "有填写", "whole", lambda r: _used(plan, r)),
        *((Column("clash", "前后不符", "whole", lambda r: fee_columns.clash(plan, r)),) if by_storey else ()),
        Column("problem", "填写情况", "whole", lambda r: _problem(plan, r)),
        *(_number(plan, key, source, head) for key, (_, source, head) in numbers.items()),
        *(fee_columns.priced(plan) if by_storey else _priced_alike(f)),
        Column("visitor_fen", "访客费（分）", "whole", lambda r: f"{r.visitors_no}*{f.visitor}"),
        Column("fee_fen", "使用费（分）", "whole",
               lambda r: "+".join(r[key] for key in _parts(plan))),
        Column("due_fen", "应缴（分）", "whole",
               lambda r: f"MAX(0,{r.fee_fen}+{r.owing_fen}-{r.credit_fen})"),
        Column("left_fen", "结余（分）", "whole",
               lambda r: f"MAX(0,{r.credit_fen}-{r.fee_fen}-{r.owing_fen})"),
        Column("issue", "出使用费单", "whole",
               lambda r: f'IF(AND({f.used}>0,OR({plan.parameter("bill_scope")}="{CONFIRMED}",'
                         f"{r.fee_fen}+{r.owing_fen}>0)),{r.valid},0)"),
        Column("bill", "使用费单号", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        *capitals("due_fen"),
        *(fee_columns.told(plan) if by_storey else ()),
    ), lambda r: f"{r.valid}=1")  # fmt: skip


def summed(plan: Plan) -> dict[str, tuple[str, str]]:
    """The columns of a book that are shown and summed, from the left."""
    if not plan.has(Topic.FARES):
        return _SUMMED
    found: dict[str, tuple[str, str]] = {}
    for key, one in _SUMMED.items():
        found |= {key: one, **_BY_STOREY.get(key, {})}
    return found


def numbers_of(plan: Plan) -> dict[str, tuple[str, str, str]]:
    """The numbers that are typed on 用量 of a book."""
    return {**_NUMBERS, **_MORE_NUMBERS} if plan.has(Topic.FARES) else _NUMBERS


def problems_of(plan: Plan) -> tuple[str, ...]:
    """The texts of 提示 on 用量 of a book, by number from 0."""
    more = (*fee_columns.MORE_PROBLEMS, *fee_columns.CLASHES)
    return (*PROBLEMS, *more) if plan.has(Topic.FARES) else PROBLEMS


def _parts(plan: Plan) -> tuple[str, ...]:
    """The columns that a month's fee is made of, in fen."""
    years = ("year_fen",) if plan.has(Topic.FARES) else ()
    return ("ride_fen", "card_fen", *years, "visitor_fen")


def _priced_alike(f: Figures) -> Iterator[Column]:
    """The fees of rides and month cards where all storeys pay the same."""
    yield Column("ride_fen", "次卡费（分）", "whole", lambda r: f"{r.rides_no}*{f.ride}")
    yield Column("card_fen", "月卡费（分）", "whole", lambda r: f"{r.cards_no}*{f.card}")


def _summed(key: str, head: str, source: str) -> Column:
    """A column for users: an amount in yuan from one in fen, or a count."""
    if source.endswith("_fen"):
        return shown(key, head, "money", lambda row: f"{row[source]}/100")
    return shown(key, head, "whole", lambda row: row[source])


def totals(plan: Plan) -> dict[str, str]:
    """Column key → formula, of the totals below the households."""
    rows = fees(plan)
    return {
        key: f"SUM({rows.area(source)}){'/100' if source.endswith('_fen') else ''}"
        for key, (_, source) in summed(plan).items()
    }


def _typed(plan: Plan, key: str) -> PartialFormula:
    """The cell of 用量 in the household's row."""
    return beside(plan.usage, key)


def _flaw(plan: Plan, key: str, head: str) -> Column:
    """A column (1/0): the entry is invalid."""
    cell, (high, scale) = _typed(plan, key), _limits(plan, key)
    return Column(
        f"{key}_flaw", head, "whole", lambda row: wrong_number(cell(row), "0", high, scale)
    )


def _limits(plan: Plan, key: str) -> tuple[str, int]:
    """The largest number of a column of 用量, and its steps in 1/scale."""
    column = next(one for one in plan.section("usage").columns if one.key == key)
    return column.limits[1], SCALES[column.kind]


def _number(plan: Plan, typed: str, key: str, head: str) -> Column:
    """A column: the entry as a whole number; an invalid one counts as blank."""
    cell, (_, scale) = _typed(plan, typed), _limits(plan, typed)

    def formula(row: TableRow) -> str:
        wrong = f"OR({row.valid}=0,{row[f'{typed}_flaw']}=1)"
        return f"IF({wrong},0,IFERROR(ROUND({cell(row)}*{scale},0),0))"

    return Column(key, head, "whole", formula)


def _used(plan: Plan, row: TableRow) -> str:
    """Whether anything was typed for the household."""
    keys = (one.key for one in plan.section("usage").columns if one.typed)
    cells = "&".join(_typed(plan, key)(row) for key in keys)
    return f'IF({cells}="",0,1)'


def _problem(plan: Plan, row: TableRow) -> str:
    """The number of the error in a row of 用量."""
    keys = list(numbers_of(plan))
    problem = "1"
    if plan.has(Topic.FARES):
        flaws = f"{row[f'{keys[0]}_flaw']}:{row[f'{keys[-1]}_flaw']}"
        clash = f"IF({row.clash}>0,{row.clash}+{len(keys) + 2},1)"
        problem = f"IFERROR(MATCH(1,{flaws},0)+2,{clash})"
    else:
        for number, key in reversed(list(enumerate(keys, 3))):
            problem = f"IF({row[f'{key}_flaw']}=1,{number},{problem})"
    return f"IF({row.used}=0,0,IF({row.valid}=0,2,{problem}))"


def _advice(row: TableRow, f: Figures) -> str:
    """Whether rides or a month card cost less for this usage; only for one person's."""
    more = f"({row.ride_fen}-{f.card})"
    saving = f'IF({more}=0,"若一人乘坐，与月卡持平","若一人乘坐，月卡可省 "&{paid_yuan(more)})'
    return (
        f'IF({row.cards_no}>0,"已办月卡 "&{row.cards_no}&" 张",IF(OR({row.rides_no}=0,{f.even}=0),"",'
        f'IF({row.rides_no}<{f.even},"次卡合算",{saving})))'
    )
