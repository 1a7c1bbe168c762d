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
    yield from _random_buildings()
    yield from _wrong_shares(*seven)


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
    yield "南京", 600000, column(3, 0), column(80, 80)
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
