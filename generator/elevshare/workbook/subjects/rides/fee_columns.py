"""What the households of 使用费 have besides where prices go by storey."""

from __future__ import annotations

from elevshare.workbook.amount_text import grouped_fen, paid_yuan
from elevshare.workbook.plan import Plan

# Fees and their columns refer to each other (see there).
from elevshare.workbook.subjects.rides import fees, storey_fares, tariffs
from elevshare.workbook.table import Column, TableRow, beside, shown

#: The texts of 提示 on 用量 that follow those of every book.
MORE_PROBLEMS = (
    "← 年卡应是整数",
    "← 人数应是整数",
    "← 免费人数应是整数",
    "← 免费次数应是整数",
)
CLASHES = (
    "← 免费的人太多",
    "← 免费次数太多",
    "← 填免费几人、是谁",
    "← 每人封顶要填人数",
)


def priced(plan: Plan) -> tuple[Column, ...]:
    """Storey, prices and paid rides, to the right of the counts; then the fees in fen."""

    def price(key: str, head: str) -> Column:
        def formula(row: TableRow) -> str:
            every = storey_fares.storey_fares(plan).all(f"{key}_fen")
            tariff = "0" if key == "year" else tariffs.figures(plan)[key]
            listed = f"MAX(0,INDEX({every},MAX(1,{row.place})))"
            return f"IF({row.valid}=1,IF({row.place}=0,{tariff},{listed}),0)"

        return Column(f"{key}_price", head, "whole", formula)

    return (
        Column("storey", "楼层", "any", beside(plan.shares, "storey_no")),
        # A half stop pays as the whole storey below it; below storey 1 the tariff holds.
        Column("place", "按第几层收", "whole", lambda r: f"MAX(0,INT({r.storey}))"),
        price("ride", "次卡单价（分）"),
        price("card", "月卡单价（分）"),
        price("year", "年卡单价（分）"),
        Column("paid", "付费次数", "whole", lambda r: f"MAX(0,{r.rides_no}-{r.free_rides_no})"),
        Column("ride_fen", "次卡费（分）", "whole", lambda r: _capped(plan, r)),
        Column("capped_fen", "封顶少收（分）", "whole",
               lambda r: f"{r.paid}*{r.ride_price}-{r.ride_fen}"),
        Column("card_fen", "月卡费（分）", "whole", lambda r: f"{r.cards_no}*{r.card_price}"),
        Column("year_fen", "年卡费（分）", "whole", lambda r: f"{r.years_no}*{r.year_price}"),
    )  # fmt: skip


#: What households below storey 1 are charged by the tariff: count → fee.
BELOW = {"paid": "ride", "cards_no": "card"}


def below_storeys(plan: Plan) -> str:
    """What they used by the tariff, in fen: terms to be added."""
    rows, f = fees.fees(plan), tariffs.figures(plan)
    return "".join(
        f"+SUMIF({rows.all('place')},0,{rows.all(key)})*{f[fee]}" for key, fee in BELOW.items()
    )


def told(plan: Plan) -> tuple[Column, ...]:
    """The prices and the ride fee in words, for the bill."""

    def words(row: TableRow) -> str:
        listed = f"INDEX({storey_fares.storey_fares(plan).all('words')},MAX(1,{row.place}))"
        return f"IF({row.place}=0,{tariffs.tariff_words(plan)},{listed})"

    return (
        shown("fare_words", "本层票价", "any", words),
        shown("ride_words", "次卡费怎么来", "any", lambda r: _ride_words(plan, r)),
    )


def _capped(plan: Plan, row: TableRow) -> str:
    """The fee of the paid rides, in fen, not above the caps."""
    f, fee = tariffs.figures(plan), f"{row.paid}*{row.ride_price}"
    payers = f"MAX(0,{row.persons_no}-{row.free_persons_no})"
    household = f"IF({f.household_cap}<0,{fee},{f.household_cap})"
    person = f"IF(OR({f.person_cap}<0,{row.persons_no}=0),{fee},{f.person_cap}*{payers})"
    return f"MIN({fee},{household},{person})"


def clash(plan: Plan, row: TableRow) -> str:
    """Which of ``CLASHES`` a row of 用量 has, from 1; 0 for none."""
    who, cap = plan.usage.at("who", row.index), tariffs.figures(plan).person_cap
    nameless = f'AND({row.free_rides_no}>0,OR({row.free_persons_no}=0,TRIM({who}&"")=""))'
    unknown = f"AND({cap}>=0,{row.rides_no}>0,{row.persons_no}=0)"
    return (
        f"IF({row.free_persons_no}>{row.persons_no},1,IF({row.free_rides_no}>{row.rides_no},2,"
        f"IF({nameless},3,IF({unknown},4,0))))"
    )


def advice(row: TableRow) -> str:
    """Whether rides or a month card cost less for this usage; only for one person's."""
    more = f"({row.ride_fen}-{row.card_price})"
    saving = f'IF({more}=0,"若一人乘坐，与月卡持平","若一人乘坐，月卡可省 "&{paid_yuan(more)})'
    held = f'IF({row.cards_no}>0,"月卡 "&{row.cards_no}&" 张 ","")&IF({row.years_no}>0,"年卡 "&{row.years_no}&" 张","")'
    return (
        f'IF({row.cards_no}+{row.years_no}>0,"已办"&TRIM({held}),'
        f'IF(OR({row.paid}=0,{row.ride_price}=0,{row.card_price}=0),"",'
        f'IF({more}<0,"次卡合算",{saving})))'
    )


def _ride_words(plan: Plan, row: TableRow) -> str:
    """How the ride fee comes about: free rides, the price, the cap."""
    who = plan.usage.at("who", row.index)
    free = (
        f'IF({row.free_rides_no}=0,{row.rides_no}&" 次","（"&{row.rides_no}&" 次－免费 "&{row.free_rides_no}'
        f'&" 次）")'
    )
    named = f'IF({row.free_persons_no}=0,"","；免费 "&{row.free_persons_no}&" 人："&{who})'
    full = f"({row.paid}*{row.ride_price})"
    cap = f'IF({row.capped_fen}=0,"","，封顶后 "&{paid_yuan(row.ride_fen)})'
    return (
        f'IF({row.rides_no}=0,"没有次卡费",{free}&"×"&{grouped_fen(row.ride_price)}&"＝"&{paid_yuan(full)}'
        f"&{cap})&{named}"
    )
