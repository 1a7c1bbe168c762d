"""The inputs of 后加入, on 专项: a section of single inputs for each joiner, and who advanced money."""

from __future__ import annotations

from functools import cache

from elevshare.project import Project, Topic
from elevshare.rules.late import (
    MAX_ADVANCES,
    MAX_MONTHS,
    MAX_MULTIPLE,
    MAX_YEARS,
    MULTIPLE_SCALE,
    JoiningWay,
    RefundBasis,
    WriteOff,
)
from elevshare.workbook.field import (
    AMOUNT_HINT,
    DATES,
    PERCENT,
    Field,
    Section,
    as_they_are,
    values_of,
)
from elevshare.workbook.input_columns import HINT, InputColumn
from elevshare.workbook.sheetxml import Value

#: The sheet with the calculation.
TITLE = "后加入"
COMPUTED, MANUAL = "按当初一起分摊计算", "手工填写"
#: The section of who advanced money.
ADVANCES = "late_advances"
_MONTHS, _YEARS, _FREE = ("0", str(MAX_MONTHS)), ("1", str(MAX_YEARS)), ("0", str(MAX_YEARS))
_MULTIPLES = ("0", str(MAX_MULTIPLE // MULTIPLE_SCALE))
_BASES = (
    "按应分摊、按已缴：退给此前参与的各户，按比例；"
    "按垫付、垫付户平分：只退给下面所填的垫付户；"
    "按分担退出份额：退给指定楼层的各户，按分担的比例"
)


def key(name: str, number: int) -> str:
    """The key of an input of a joiner (from 1): that of the first is the bare name.

    >>> key("late_room", 1), key("late_room", 2)
    ('late_room', 'late_room_2')
    """
    return name if number == 1 else f"{name}_{number}"


@cache
def fields(number: int) -> tuple[Field, ...]:
    """The single inputs of a joiner; a number that was not agreed counts as -1."""
    amount = "手工填写的原应分摊（元）" if number == 1 else "原应分摊（元）"
    mark, path = "" if number == 1 else f"（第 {number} 户）", f"joinings.{number - 1}"

    def original(project: Project) -> Value:
        known = project.joinings[number - 1 : number]
        return MANUAL if known and known[0].original is not None else COMPUTED

    def basis(project: Project) -> Value:
        # Where chosen storeys carry the gap, the money of one who joins is theirs.
        usual = RefundBasis.CARRIED if project.has(Topic.CARRIERS) else RefundBasis.DUE
        known = project.joinings[number - 1 : number]
        return (known[0].basis if known else usual).value

    def one(name: str, label: str, kind: str, note: str, of: str = "", **more: object) -> Field:
        return Field(key(name, number), label + mark, kind, note, of and f"{path}.{of}", **more)  # type: ignore[arg-type]

    return (
        one("late_room", "后加入的房号", "text", "填“住户”里参与为“否”的一户；没有人后加入就空着", "room"),
        one("late_day", "加入的日期", "date", "有几户的按先后填；可以空着", "day", bounds=DATES),
        one("late_original", "原应分摊取法", "text",
            "按当初一起分摊计算：用同样的办法，假定此户和在他以前加入的户一开始就参与",
            words=as_they_are((COMPUTED, MANUAL)), otherwise=COMPUTED, at_first=original),
        one("late_amount", amount, "money", "只在选“手工填写”时有效",
            "original", blank=-1),
        one("late_way", "加入方式", "text", "加利息：单利；折旧：按年限平均；倍数：原应分摊乘以倍数",
            "way", words=values_of(JoiningWay), otherwise=JoiningWay.PLAIN),
        one("late_months", "距当初缴款的月数", "whole", "选“加利息”或“折旧”时填整月数",
            "months", bounds=_MONTHS, blank=-1),
        one("late_rate", "年利率", "percent", "选“加利息”时填，如 3%",
            "rate", bounds=PERCENT, blank=-1),
        one("late_years", "折旧年限（年）", "whole", "选“折旧”时填整年数，如 15；前几年不折旧的，从那以后起算",
            "years", bounds=_YEARS, blank=-1),
        one("late_free", "前几年不折旧（年）", "whole", "选“折旧”时有效，如头五年不折旧填 5；空着就是从当初缴款起折旧",
            "free", bounds=_FREE),
        one("late_write_off", "折旧按月还是按年", "text", "选“折旧”时有效；按年：满一年才折一年的，不满一年的不折",
            "write_off", words=values_of(WriteOff), otherwise=WriteOff.MONTHLY),
        # Of the kinds of numbers, money alone has two decimals.
        one("late_multiple", "倍数", "money", "选“倍数”时填，如 1.20；两倍（200%）填 2",
            "multiple", bounds=_MULTIPLES, blank=-1),
        one("late_basis", "退还按什么比例", "text", _BASES,
            "basis", words=values_of(RefundBasis), otherwise=RefundBasis.DUE, at_first=basis),
    )  # fmt: skip


def columns(joiners: int) -> tuple[InputColumn, ...]:
    """The columns of who advanced money, in a book with room for so many joiners."""
    hint = f"请填 1 到 {joiners} 的整数；空着就是每一户后加入的钱"
    return (
        InputColumn("room", "垫付户的房号", "输入-text"),
        InputColumn("yuan", "垫付金额（元）", "输入-money", AMOUNT_HINT),
        InputColumn("joiner", "退第几户后加入的钱", "输入-whole", hint, ("1", str(joiners))),
        HINT,
    )


def sections(project: Project) -> tuple[Section, ...]:
    """A section for each joiner that the book has room for, and that of who advanced money."""
    joiners = project.joining_blocks
    first = Section("late", "后加入（后来加入的住户补多少、退给谁）", fields(1))
    more = (
        Section(
            key("late", number), f"后加入第 {number} 户（在前面的户以后加入的）", fields(number)
        )
        for number in range(2, joiners + 1)
    )
    advances = Section(
        ADVANCES, "后加入的钱退给垫付户（退还比例选“按垫付”或“垫付户平分”时填）", (),
        MAX_ADVANCES, columns(joiners),
    )  # fmt: skip
    return (first, *more, advances)
