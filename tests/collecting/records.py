"""Made-up records of books that came back."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from elevshare.collecting.record import (
    BookAmounts,
    BookOrigin,
    BuildingRecord,
    Collection,
    Refusal,
    State,
)

NANJING = BookOrigin("nanjing", "南京", "已核实", "0.2.0")
LEASE = BookOrigin("beijing-hualing", "北京华龄安康", "示例", "0.2.0")
LEVELS = ("市级", "区级", "街道")


def figures(number: int, levels: tuple[str, ...] = LEVELS) -> BookAmounts:
    """Amounts that differ from book to book and fit together."""
    cost, subsidy = 60_000_000 + 1_234_567 * (number % 17), 20_000_000 + 1_001 * (number % 13)
    compensation = 500_000 * (number % 2)
    net = cost - subsidy + compensation
    paid = net // 3
    grant = subsidy + 1_000_000
    first = grant // 2
    parts = (first, grant - first - first // 4, first // 4)[: len(levels)]
    return BookAmounts(
        cost, subsidy, compensation, 0, net, net, net, net, paid, net - paid + 700, 700, grant,
        tuple(zip(levels, parts, strict=False)),
    )  # fmt: skip


def building(number: int, **changes: object) -> BuildingRecord:
    """A sound book."""
    file = f"三牌楼街道/{number} 幢.xlsx"
    made = BuildingRecord(
        file, hashlib.sha256(file.encode()).hexdigest(), "安苑东里一区", f"{number} 幢", "3 单元",
        NANJING, State.PASSED, figures(number), 14, 13,
    )  # fmt: skip
    return replace(made, **changes)


def leased(number: int) -> BuildingRecord:
    """A book of a leased lift."""
    year = 1_000_000 + number
    now = year // 4
    fees = BookAmounts(fee=year, due=now, own_due=now, owed=now, paid=0, left=now)
    return building(number, made=LEASE, figures=fees)


def doubted(number: int) -> BuildingRecord:
    """A book that was tampered with."""
    found = (
        "“分摊” N23:N62 的 40 个公式被改成数字",
        "“账单” B7 的金额与重算不符：1,234.56 应为 1,234.65",
    )
    return building(number, state=State.DOUBTED, findings=found)


def changed(number: int) -> BuildingRecord:
    """A book with a label retyped, a draft of its own."""
    found = ("“参数” A12 的文字被改动：原为“楼栋”，现为“楼号”",)
    return building(number, state=State.CHANGED, findings=found)


REFUSED = (
    Refusal("三牌楼街道/旧表.xls", "不是 .xlsx 文件", "请用 Excel 或 WPS 另存为 .xlsx"),
    Refusal("三牌楼街道/损坏.xlsx", "文件已损坏或不是 Excel 工作簿", "请重新发来"),
)


def mixed(count: int = 8) -> Collection:
    """Sound books, one changed, one that cannot be trusted, one twice, a lease, two refused."""
    sound = [building(number) for number in range(1, count + 1)]
    twice = replace(building(2), file="三牌楼街道/2 幢 (1).xlsx")
    unnamed = building(90, estate="", building="", entrance="", file="未写楼栋的.xlsx")
    others = [twice, changed(91), doubted(92), leased(93), unnamed]
    return Collection((*sound, *others), REFUSED)


def many(count: int) -> Collection:
    """So many sound books."""
    return Collection(tuple(building(number) for number in range(1, count + 1)))
