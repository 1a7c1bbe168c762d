"""The calls of ELEVSHARE: ordinary ones, random buildings, and what must be refused."""

from random import Random

from elevshare.schemes import load_all

AREAS = (61.03, 90.17, 120)


def column(*values):
    return [[value] for value in values]


def building(storeys, areas=(80, 100)):
    """Columns of storeys and areas: all floors alike."""
    rows = [(storey, area) for storey in range(1, storeys + 1) for area in areas]
    return column(*(row[0] for row in rows)), column(*(row[1] for row in rows))


def share():
    seven, six = building(7), building(6, AREAS)
    yield "南京", 600000, *seven
    yield "nanjing", "60万", *seven, None, "百元"
    yield "南京", 600054.32, *seven, None, "百元"
    yield "南京", "６００，０００元", *six, None, "元", "同层"
    yield "咸阳", 345678.91, *six, column(*["是"] * 7, "否", *["是"] * 10)
    yield "咸阳", 345678.91, *six, column(*[True] * 7, False, *[None] * 10), "角", "同层"
    yield "通用-按户均摊", 100, column(1, 2, 3)
    yield "南京", 500000, [[3, 4], [5, None]], [[80, 90.5], ["70㎡", None]]
    yield "南京", 500000, [[3, 4, None, 5]], [[80, 90.5, None, 70]]
    yield "南京", 500000, column(3, 4, 5), 80, "是"
    yield "南京", 500000, column("3层", "第４楼", "5F"), column("80 ㎡", "80m2", "８０")
    yield "南京", 0, *seven
    yield "南京", 500000, 5, 80
    for scheme in load_all():
        if scheme.share:
            height = scheme.share.storeys or 6
            yield scheme.id, 456789.01, *building(height, AREAS[:2])
            yield scheme.name, 456789.01, *building(height - 1), None, "元"
    yield from _terms(*six)
    yield from _carriers(*six)
    yield from _storeys()
    yield from _random_buildings()
    yield from _wrong_shares(*seven)


def _terms(storeys, areas):
    """Households with a weight of their own or a fixed sum, and what cannot be meant."""
    own = column(*[None] * 6, 0.7, *[None] * 8, "１．２５", 0, " ")
    fixed = column(5000, 0, *[None] * 12, "1.2万", *[None] * 3)
    out = column(*["是"] * 13, "否", *["是"] * 4)
    for scheme in ("南京", "通用-楼层系数", "重庆", "通用-按户均摊", "北京-六层平层入户"):
        for opt_out in ("全体", "同层"):
            yield scheme, 456789.01, storeys, areas, out, "角", opt_out, own
            yield scheme, 456789.01, storeys, areas, out, "百元", opt_out, None, fixed
            yield scheme, 456789.01, storeys, areas, out, "元", opt_out, own, fixed
    yield "无锡", 1000.01, column(1, 2), 80, None, None, None, column(1, 2.5)
    yield "无锡", 1000.01, column(1, 2), 80, None, None, None, column(1, None)
    yield "无锡", 1000.01, column(1, 2), 80, None, None, None, column(1, None), column(None, 5)
    yield "上海-六层平层入户", 1000.01, column(2, 3), 80, None, None, None, column(40, "60")
    two, blank = column(3, 4), (None, None, None)
    yield "南京", 100, two, 80, *blank, 0
    yield "南京", 100, two, 80, *blank, 2
    yield "南京", 100, column(1, 2), 80, *blank, column(0.0001, None)
    yield "南京", 100, two, 80, *blank, column(None, 1000)
    yield "南京", 100, two, 80, *blank, column(None, 1000.01)
    yield "南京", 100, two, 80, *blank, column(None, 0.00001)
    yield "南京", 100, two, 80, *blank, column(None, -1)
    yield "南京", 100, two, 80, *blank, column(None, "一")
    yield "南京", 100, two, 80, *blank, column(1, 2, 3)
    yield "南京", 100, column(3, 4, None), 80, *blank, column(None, None, 1)
    blank = (*blank, None)
    yield "南京", 100, two, 80, *blank, column(None, 60)
    yield "南京", 100, two, 80, *blank, column(40, 60)
    yield "南京", 100, two, 80, *blank, column(None, 100)
    yield "南京", 100, two, 80, *blank, column(None, 100.01)
    yield "南京", 100, two, 80, *blank, column(40, 59.99)
    yield "南京", 100, column(1, 4), 80, *blank, column(None, 60)
    yield "南京", 100, two, 80, column("是", "否"), *blank[1:], column(None, 60)
    yield "南京", 100, two, 80, column("是", "否"), *blank[1:], column(99, None)
    yield "南京", 100, two, 80, *blank, column(None, -1)
    yield "南京", 100, two, 80, *blank, column(None, 1.005)
    yield "南京", 100, two, 80, *blank, column(None, "#N/A")
    yield "南京", 100, column(3, 4, None), 80, *blank, column(None, None, 1)


def _carriers(storeys, areas):
    """Chosen storeys that carry what the absent would have paid."""
    out = column(*["是"] * 7, "否", *["是"] * 5, "否", *["是"] * 3, "否")
    own, fixed = column(*[None] * 16, 0.5, None), column(*[None] * 15, 8000, None, None)
    given = (None, None)
    for scheme in ("南京", "通用-楼层系数", "重庆", "通用-按户均摊", "北京-六层平层入户"):
        for unit in ("分", "百元"):
            yield scheme, 456789.01, storeys, areas, out, unit, "指定楼层", *given, "5,6"
            yield scheme, 456789.01, storeys, areas, out, unit, "指定楼层", own, fixed, column(5, 6)
    yield "南京", 456789.01, storeys, areas, None, None, "指定楼层", *given, 6
    for carriers in ("4、5层；６", "6 5", [[4, None, " "], ["5层", "6", 8]], " 6,, "):
        yield "南京", 456789.01, storeys, areas, out, None, "指定楼层", *given, carriers
    for carriers in (None, " ", ",", "5-6", "5,9.2", 56, "高层", "1,2", True, column(5, "x"), 0, 9):
        yield "南京", 456789.01, storeys, areas, out, None, "指定楼层", *given, carriers
    yield "南京", 456789.01, storeys, areas, out, None, "同层", *given, 6
    yield "南京", 456789.01, storeys, areas, out, None, None, *given, 6
    yield (
        "南京",
        100,
        column(3, 4),
        80,
        column("是", "否"),
        None,
        "指定楼层",
        None,
        column(5, None),
        3,
    )


def _storeys():
    """Half storeys, and those below 1."""
    rows = column(-1, 0, 1, 2.5, "3.5层", 4)
    yield "通用-按面积", 100000.01, rows, 80
    yield "通用-按户均摊", 100000.01, rows
    yield "南京", 100000.01, rows, 80
    own = column(None, None, None, 0.4, 1.1, None)
    yield "南京", 100000.01, rows, 80, None, None, None, own
    yield (
        "南京",
        100000.01,
        rows,
        80,
        None,
        None,
        None,
        None,
        column(None, None, None, 0, 500, None),
    )
    yield "南京", 100000.01, rows, 80, column("是", "是", "是", "否", "是", "是"), None, "同层", own
    yield (
        "南京",
        100000.01,
        column(4.5, 4.5, 3),
        80,
        column("否", "是", "是"),
        None,
        "指定楼层",
        column(1.4, 1.6, None),
        None,
        "4.5",
    )
    yield (
        "北京-六层半层入户",
        100000.01,
        column(1, 2, 3, 4, 5, 6, 5.5),
        80,
        None,
        None,
        None,
        column(*[None] * 6, 10),
    )
    yield "北京-六层半层入户", 100000.01, column(-1, 0), 80
    yield "南京", 100000.01, column(-9, 40.5), 80, None, None, None, column(1, 2)
    yield "南京", 100000.01, column(-9.5, 3), 80
    yield "南京", 100000.01, column(41, 3), 80
    yield "南京", 100000.01, column(3.2, 3), 80
    yield "南京", 100000.01, column("车库", 3), 80


def _random_buildings(count=80):
    """Buildings nobody would think of, of schemes that have a coefficient for every storey."""
    dice = Random(20260101)
    ids = ["nanjing", "xianyang", "guangzhou", "general-area", "general-equal"]
    for _ in range(count):
        rows = [
            (storey, round(dice.uniform(20, 200), 2), dice.choice("是是是否"))
            for storey in range(1, dice.randint(3, 9) + 1)
            for _ in range(dice.randint(1, 3))
        ]
        rows[-1] = (*rows[-1][:2], "是")
        if dice.random() < 0.3:
            rows.insert(dice.randrange(len(rows)), (None, None, None))
        columns = (column(*(row[at] for row in rows)) for at in range(3))
        unit, opt_out = dice.choice(["分", "角", "元", "百元"]), dice.choice(["全体", "同层"])
        yield dice.choice(ids), dice.randrange(10**8) / 100, *columns, unit, opt_out


def _wrong_shares(storeys, areas):
    yield ()
    yield "南京", None, storeys, areas
    yield "南京城", 600000, storeys, areas
    yield 5, 600000, storeys, areas
    yield "上海", 600000, storeys, areas
    yield "无锡", 600000, storeys, areas
    yield "南京", "很多", storeys, areas
    yield "南京", -1, storeys, areas
    yield "南京", 100.005, storeys, areas
    yield "南京", 10000000.01, storeys, areas
    yield "南京", True, storeys, areas
    yield "南京", "#N/A", storeys, areas
    yield "南京", 600000, column(3, "#REF!"), column(80, 80)
    yield "南京", 600000, column(3, 4), column(80, "#NUM!")
    yield "南京", [[600000, 1]], storeys, areas
    yield "南京", 600000, storeys
    yield "南京", 600000, storeys, areas[:-1]
    yield "南京", 600000, column(3, 4), [[80, 80]]
    yield "南京", 600000, column(3, 4.5), column(80, 80)
    yield "南京", 600000, column(3, 4.25), column(80, 80)
    yield "南京", 600000, column(3, -10), column(80, 80)
    yield "南京", 600000, column(3, 41), column(80, 80)
    yield "南京", 600000, column(3, None), column(80, 80)
    yield "南京", 600000, column(3, 4), column(80, None)
    yield "南京", 600000, column(3, 4), column(80, 0)
    yield "南京", 600000, column(3, 4), column(80, 80.005)
    yield "南京", 600000, column(None, None), column(None, None)
    yield "南京", 600000, column(3, 4), column(80, 80), "否"
    yield "南京", 600000, column(3, 4), column(80, 80), column("是", "也许")
    yield "南京", 600000, column(1, 2), column(80, 80)
    yield "南京", 600000, storeys, areas, None, "万"
    yield "南京", 600000, storeys, areas, None, None, "all"
