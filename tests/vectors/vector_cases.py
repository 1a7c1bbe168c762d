"""The calls that the vectors hold: ordinary ones and what must be refused."""

from share_cases import AREAS, building, column, share

from elevshare.schemes import load_all
from elevshare_addin.catalogue import WORKS


def coef():
    for scheme in load_all():
        if scheme.share:
            yield from ((scheme.id, storey) for storey in (1, 2, 4, 9))
    yield "上海-七层平层入户", 7, 7
    yield "上海-七层平层入户", 6, 6
    yield "南京", 8, 7
    yield "南京", "三"
    yield ("南京",)
    yield "厦门", 3
    yield "杭州-七层案例", 4
    yield "HANGZHOU-CASE", 4
    yield from (("通用-按面积", storey, 6) for storey in (1.5, "5.5层", 6.5, 7, 0.5, 2.2))
    yield from (("南京", storey) for storey in (1.5, 5.5, 0, -1))


def ranges():
    for storey in range(1, 8):
        yield "上海-七层平层入户", storey, 7, "下限"
        yield "shanghai-7-level", storey, 7, "上限"
    yield "上海-六层平层入户", 2, 6, "下限"
    for bound in ("下限", "上限"):
        yield from (("北京-五层半层入户", storey, 5, bound) for storey in range(1, 6))
    yield "南京", 3, 7, "下限"
    yield "上海-七层平层入户", 3, 7
    yield "上海-七层平层入户", 3, 7, "中间"
    yield "上海-七层平层入户", 3, 6, "下限"
    yield "上海-七层平层入户", 8, 7, "下限"
    yield "上海-七层平层入户", 5.5, 7, "下限"


def subsidy():
    for scheme in load_all():
        if scheme.subsidy:
            yield from ((scheme.id, 654321.09, top) for top in (3, 4, 4.5, 5, 5.5, 6, 7))
            yield scheme.id, 654321.09, 6, "是"
            yield scheme.id, 654321.09, 6, "否", "是"
            yield scheme.id, 654321.09, 6, None, None, 123456.78
    yield "北京", 300000, 6
    yield "咸阳", 100000, 6
    yield "上海", 600000, 6, None, None, 700000
    yield "东营", 600000
    yield "东营", 600000, 5.2
    yield "东营", 600000, 6, "大概"
    # A version by its name, so that no day of the calendar matters.
    for named in ("长春@2019", "长春@2022", "长春@2023-05-01", "changchun＠2026", "武汉@2025", "武汉@2026",
                  "长春@", "长春@23", "长春@2023-02-29", "南京@2023", "南村@2023"):  # fmt: skip
        yield named, 600000, 6
    yield "厦门", 600000, 6
    yield ("上海",)


def net():
    yield 600000, 200000, 10000
    yield (600000.01,)
    yield "60万", "２０万", None
    yield 600000, None, 0.05
    yield 100, 100
    yield 100, 100.01
    yield 10000000, 0, 0.01
    yield ()
    yield 600000, "二十万"
    yield 600000, -1
    yield column(600000, 1), 0
    yield ("#DIV/0!",)


def comp():
    storeys, areas = building(6, AREAS)
    yield "厦门", 600000, storeys, areas, 30000
    yield "厦门", 600000, storeys, None, 33333.33
    yield "厦门", 600000, storeys, None, 33333.34
    yield "厦门", 600000, storeys
    yield "厦门", 600000, column(1, None, 2), None, 10000.01
    yield "日照", 600000, storeys, areas
    yield "日照", 600000, storeys, areas, 10000
    yield "日照", 600000, storeys
    yield "日照", 600000, column(2, 3), 80
    yield "珠海-香洲", 600000, storeys, areas, 10000
    yield "广州丰乐案例", 600000, storeys, areas
    yield "南京", 600000, storeys, areas, 10000
    yield "厦门", None, storeys, areas, 10000
    yield "厦门", 600000, column(-1, 1, 1.5, 2, 3), None, 10000
    yield "日照", 600000, column(0, 1, 1.5), 80
    yield "厦门", 600000, storeys, areas, "一万"


def lease():
    for scheme in load_all():
        for table in scheme.lease.fee_tables if scheme.lease else ():
            for storey in range(1, table.storeys + 1):
                yield from (
                    (scheme.id, table.storeys, table.flats, storey, *more)
                    for more in ((), (1,), (5,))
                )
    yield "燕园图新", 7, 2, 3
    yield "燕园图新", 6, 4, 3
    yield "燕园图新", 6, 2, 7
    yield "燕园图新", 6, 2, 3, 13
    yield "燕园图新", 6, 2, 3, 0
    yield "燕园图新", 6, 2, 3.5
    yield "燕园图新", 6, 2
    yield "南京", 6, 2, 3


def fund():
    for city in ("南京", "上海", "青岛", "张家口", "咸阳", "nanjing"):
        yield city, 30000, 10000
        yield city, 12345.67
    yield "北京", 30000, 10000
    yield "上海@2021", 30000, 10000
    yield "上海@2025-01-01", 30000, 10000
    yield "南京@2025", 30000, 10000
    yield "南京", 30000, 30000.01
    yield "南京", 30000, 30000
    yield "南京", "三万"
    yield None, 30000


def instalment():
    for months in (1, 2, 3, 12, 120):
        for rate in (None, 0.03, "4.35%", 0.1):
            yield 150000, months, rate
            yield 12345.67, months, rate
    yield 0, 3
    yield 0.05, 3
    yield 0.05, 12, 0.1
    yield 10000000, 120, 1
    yield 1000, 0
    yield 1000, 121
    yield 1000, 12.5
    yield 1000, 12, 3
    yield 1000, 12, 0.03455
    yield 1000, 12, -0.01
    yield -1, 12
    yield (1000,)


def upkeep():
    storeys, areas = building(6, AREAS)
    for scheme in ("咸阳", "广州", "南京", "通用-按面积", "通用-按户均摊", "无锡", "厦门"):
        yield scheme, 6000.01, storeys, areas
        yield scheme, 6000.01, storeys, areas, column(*["是"] * 7, "否", *["是"] * 10)
    yield "咸阳", 0, storeys, areas
    yield "咸阳", 6000, column(1, 1), column(80, 80)
    yield "咸阳", 6000, column(-1, 3, 4), 80
    yield "咸阳", 6000, column(3.5, 4), 80
    yield "通用-按面积", 6000, column(0, 3.5, 4), 80
    yield "咸阳", 6000, storeys, areas, "否"
    yield "咸阳", -6000, storeys, areas
    yield "咸阳", 6000, storeys, areas[1:]
    yield ("咸阳",)


def late():
    yield 10077, "原价"
    yield 10077.01, "加利息", 18, 0.03
    yield 10077.01, "加利息", 18, "3%"
    yield 10077.01, "折旧", 37, 15
    yield 10077.01, "折旧", 999, 15
    yield 10077.01, "折旧", 200, 15
    yield 10077.01, "折旧", 60, 15, 5
    yield 10077.01, "折旧", 61, 15, 5
    yield 10077.01, "折旧", 240, 15, 5
    yield 10077.01, "折旧", 37, 15, 0
    yield 10077.01, "折旧", 37, 15, 101
    yield 10077.01, "折旧", 37, 15, 1.5
    yield 10077.01, "折旧", 37, 15, "五"
    yield 10077.01, "加利息", 18, 0.03, 5
    yield 10077.01, "倍数", None, 2
    yield 10077.01, "倍数", None, 1.25
    yield 0, "倍数", None, 0
    yield 10077, "加利息", 18
    yield 10077, "加利息", None, 0.03
    yield 10077, "折旧", 12, 0
    yield 10077, "折旧", 12, 2.5
    yield 10077, "倍数", None, 11
    yield 10077, "倍数", None, 1.255
    yield 10077, "打折"
    yield (10077,)
    yield "#N/A", "原价"


def vote():
    areas = column(*[80] * 12)
    for part, agree in ((12, 9), (12, 8), (8, 6), (8, 5), (7, 7), (0, 0)):
        marks = [column(*["是"] * n, *["否"] * (12 - n)) for n in (part, agree)]
        for rule in ("民法典278-改建", "民法典278-其他事项", "旧物权法", "咸阳"):
            yield rule, areas, *marks
    odd, yes = column(61.03, 90.17, 120, None, 75.5), column(1, 1, 1, None, 1)
    yield "民法典278-改建", odd, yes, column(1, 1, 1, None, 0)
    yield "民法典278-改建", odd, yes, yes, column("张三", "张三", "李四", None, None)
    yield "民法典278-改建", odd, yes, column(1, 0, 1, None, 1), column("A", "a", "B", None, None)
    yield "民法典278-改建", odd, column(0, 1, 1, None, 1), yes
    yield "民法典278-改建", [[80, 90, 100]], True, True
    yield "南京", odd, yes, yes
    yield "民法典278-改建", odd, yes
    yield "民法典278-改建", odd, yes, column(1, 1)
    yield "民法典278-改建", odd, yes, column("同意", 1, 1, None, 1)
    yield "民法典278-改建", column(80, 0), True, True
    yield "民法典278-改建", column(None, None), True, True


def capitals():
    fen = (0, 1, 10, 11, 110, 1000, 10100, 1000100, 10050000, 140950, 600714, 32504, 1640902)
    yield from ((amount / 100,) for amount in fen)
    yield (10000000,)
    yield (1000000000,)
    yield (1000000000.01,)
    yield ("1409.50元",)
    yield ("１．５万",)
    yield (-1,)
    yield (0.005,)
    yield ("零",)
    yield (True,)
    yield ()


def source():
    words = ("分摊", "补贴", "补偿", "表决", "公积金", "运维", "租赁", "刷卡")
    for scheme in load_all():
        yield (scheme.id,)
    for scheme in ("南京", "上海", "咸阳", "厦门", "燕园图新", "融盛安泰", "上海-公积金", "南京城"):
        yield from ((scheme, word) for word in words)
    yield "南京", "价格"
    yield None, "分摊"


def check():
    storeys, areas = building(7)
    yield "ELEVSHARE", "南京", 600000, storeys, areas
    yield "elevshare", "南京", 600000, storeys, areas[1:]
    yield "ELEVSHARE", "南京", "#N/A", storeys, areas
    yield "ELEVSHARE", "南京", 600000, storeys, areas, None, None, "指定楼层", None, None, "6,7"
    yield "ELEVSHARE", "南京", 600000, storeys, areas, None, None, "指定楼层"
    yield "ELEVSHARE", "南京", 600000, column(3.5, 4), 80
    yield "ELEVNET", 600000, 700000
    yield "ELEVNET", 600000, 0, 0, 0
    yield "RMBUPPER", "一"
    yield "ELEVCHECK", "RMBUPPER"
    yield "SUM", 1
    yield ()


CASES = dict(
    zip(
        WORKS,
        (
            share, coef, ranges, subsidy, net, comp, lease, fund, instalment, upkeep, late, vote,
            capitals, source, check,
        ),
        strict=True,
    )
)  # fmt: skip
