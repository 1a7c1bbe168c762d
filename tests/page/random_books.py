"""Commands that make any book of any family, each decided by its number alone."""

from __future__ import annotations

import io
import json
import random
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from elevshare import cli
from elevshare.schemes import Family, load_all

OUT = "簿.xlsx"
_SHARING = [one for one in load_all() if one.family is Family.CONTRIBUTION]
_PLAIN = ("南京", "咸阳", "广州", "天津", "重庆", "长春", "深圳", "通用-楼层系数", "通用-使用权重")
_MEASURED = ("通用-按面积", "通用-按户均摊", "南京", "长春", "广州")
_TOPICS = ("资金", "决算", "变更", "补偿", "表决", "公积金", "筹资", "还款", "运维", "图表", "催缴", "合并",
           "微信", "签字", "大字", "后加入")  # fmt: skip
_NAMES = (
    "王秀英",
    "李 & <建国>们",
    "=1+1",
    "陈'玉珍'",
    "欧阳明明、司马光",
    "007",
    "",
    "杨\u3000卫东",
    "𠮷田",
)


class Case(NamedTuple):
    """A command, and the files that it reads."""

    family: str
    words: tuple[str, ...]
    files: dict[str, bytes]


def case(number: int) -> Case:
    """The case of a number; families take turns."""
    dice = random.Random(f"page/{number}")
    family = list(FAMILIES)[number % len(FAMILIES)]
    return FAMILIES[family](dice, family)


def made(case: Case) -> tuple[int, str, bytes]:
    """Status, what was said and the book, by the command on this machine."""
    said = io.StringIO()
    with TemporaryDirectory() as folder, chdir(folder):
        for name, data in case.files.items():
            Path(name).write_bytes(data)
        with redirect_stdout(said), redirect_stderr(said):
            status = cli.main(list(case.words))
        book = Path(OUT).read_bytes() if Path(OUT).is_file() else b""
    return status, said.getvalue(), book


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _table(head: str, **cells: object) -> str:
    lines = (f"{key} = {_toml(value)}" for key, value in cells.items())
    return "\n".join([head, *lines, ""])


def _area(dice: random.Random) -> str:
    return dice.choice(("80", "100", f"{dice.randint(3_000, 20_000) / 100:.2f}"))


def _households(dice: random.Random, storeys: int) -> list[dict[str, object]]:
    """Flats of a building; the lowest storeys may be shops of another size, some stay out."""
    areas = [_area(dice) for _ in range(dice.randint(1, 4))]
    flats = [
        {"room": f"{storey}{place:02}", "storey": storey, "owner": dice.choice(_NAMES),
         "area": areas[place - 1] if dice.random() < 0.8 else _area(dice), "taking_part": dice.random() > 0.15}
        for storey in range(1, storeys + 1) for place in range(1, len(areas) + 1)
    ]  # fmt: skip
    flats[-1]["taking_part"] = True
    return flats


def _costs(dice: random.Random) -> str:
    return "".join(
        _table("[[cost]]", item=f"费用 {number}", amount=f"{dice.randint(1, 50_000_000) / 100:.2f}")
        for number in range(1, dice.randint(2, 5))
    ) + _table("[[cost]]", item="电梯", amount="380000")  # fmt: skip


def _file(dice: random.Random, flats: list[dict[str, object]], *more: str, storeys: int) -> str:
    """A project file of a contribution book."""
    who = _table("[project]", estate=dice.choice(("幸福里", "A&B <小区>")), building="12 幢", payee="专户",
                 made_on="2026-03-01")  # fmt: skip
    rows = "".join(_table("[[flat]]", **flat) for flat in flats)
    return "\n".join([who, _table("[building]", storeys=storeys), *more, rows])


def _make(dice, family, scheme, text, *more) -> Case:
    topics = dice.sample(_TOPICS, dice.choice((0, 0, 1, 2, 4))) if "--with" not in more else []
    chosen = ("--with", ",".join(topics)) if topics else ()
    halves = ("--two-a-page",) if dice.random() < 0.2 else ()
    words = ("make", scheme, "--project", "项目.toml", "-o", OUT, *chosen, *halves, *more)
    return Case(family, words, {"项目.toml": text.encode()})


def _method(dice, **more) -> str:
    """How the cost is shared; the sizes of rounding go to a hundred yuan."""
    given = {"unit": dice.choice(("分", "分", "角", "元", "百元")), **more}
    return _table("[share]", opt_out=dice.choice(("all", "floor")), **given)


def _contribution(dice, family, *more, schemes=_PLAIN, **share) -> Case:
    storeys = dice.randint(3, 9)
    flats = _households(dice, storeys)
    subsidy = _table("[subsidy]", amount=dice.choice(("0", "12345.67", "100000")))
    weights = {str(storey): round(0.5 * storey, 1) for storey in range(1, storeys + 1)}
    given = _method(dice, **share) + "".join(
        f"coefficients.{key} = {value}\n" for key, value in weights.items()
    )
    text = _file(dice, flats, _costs(dice), subsidy, given, *more, storeys=storeys)
    return _make(dice, family, dice.choice(schemes), text)


def _weights(dice, family) -> Case:
    """Coefficients of four decimals, and the two forms of splitting."""
    storeys = dice.randint(3, 12)
    own = "".join(
        f"coefficients.{storey} = {dice.randint(0, 60_000) / 10_000}\n"
        for storey in range(1, storeys)
    )
    share = _method(
        dice,
        form=dice.choice(("floors_first", "whole_stairwell")),
        within=dice.choice(("area", "equal")),
    )
    top = f"coefficients.{storeys} = {dice.randint(1, 60_000) / 10_000}\n"
    text = _file(dice, _households(dice, storeys), _costs(dice), share + own + top, storeys=storeys)
    return _make(dice, family, "通用-楼层系数", text)


def _interval(dice, family) -> Case:
    scheme = dice.choice(
        ("北京-六层半层入户", "上海-七层平层入户", "北京-四层平层入户", "通用-常见区间")
    )
    storeys = {"六": 6, "七": 7, "四": 4, "常": 7}[scheme[3]]
    text = _file(dice, _households(dice, storeys), _costs(dice), _method(dice), storeys=storeys)
    return _make(dice, family, scheme, text)


def _own_terms(dice, family) -> Case:
    """Households with a coefficient or an amount of their own, and one between two storeys."""
    storeys = dice.randint(4, 7)
    flats = _households(dice, storeys)
    for flat in flats:
        if flat["taking_part"] and flat["storey"] > 2 and dice.random() < 0.3:
            flat |= dice.choice(({"own_weight": "1.5"}, {"fixed": "500"}, {"fixed": "0"})) | {
                "reason": "跃层"
            }
    flats[-1] = {"room": "顶", "storey": storeys, "area": "90", "taking_part": True}
    half = 'coefficients."4.5" = 1.35\n' if dice.random() < 0.5 else ""
    if half:
        flats.append({"room": "半", "storey": 4.5, "area": "77.7", "taking_part": True})
    text = _file(dice, flats, _costs(dice), _method(dice) + half, storeys=storeys)
    return _make(dice, family, "南京", text)


def _by_household(dice, family) -> Case:
    """A percentage a household, which come to a hundred."""
    storeys = dice.randint(3, 6)
    flats = [{**one, "taking_part": True} for one in _households(dice, storeys)]
    left = 10_000
    for count, flat in enumerate(flats, 1):
        part = (
            left if count == len(flats) else dice.randint(0, 2 * left // (len(flats) - count + 1))
        )
        flat["own_weight"], left = f"{part / 100:.2f}", left - part
    share = _table("[share]", by_household=True)
    text = _file(dice, flats, _costs(dice), share, storeys=storeys)
    return _make(dice, family, "南京", text)


def _upkeep(dice, family) -> Case:
    items = "".join(
        _table("[[upkeep.item]]", item=what, amount=dice.randint(1, 9_999_999) / 100)
        for what in ("电费", "维保", "年检")
    )
    text = _table("[upkeep]", period=dice.choice(("year", "quarter", "month"))) + items
    return _contribution(dice, family, text, schemes=("南京", "广州", "长春"))


def _lease(dice, family) -> Case:
    scheme, (storeys, flats) = (
        dice.choice(("华龄安康", "燕园图新", "城建汇友")),
        dice.choice(((5, 2), (6, 3))),
    )
    areas = ",".join(_area(dice) for _ in range(flats))
    more = dice.choice(((), ("--with", "运维,催缴"), ("--with", "全部")))
    words = ("make", scheme, "--storeys", str(storeys), "--areas", areas, "-o", OUT, *more)
    return Case(family, words, {})


def _rides(dice, family) -> Case:
    storeys = dice.randint(5, 7)
    fares = ["", *(f"{10 * storey / 100:.2f}" for storey in range(2, storeys + 1))]
    prices = dice.choice(("", _table("[rides]", ride=fares)))
    text = _file(dice, _households(dice, storeys), _costs(dice), prices, storeys=storeys)
    return _make(dice, family, "融盛安泰", text, *dice.choice(((), ("--with", "分层票价"))))


def _blank(dice, family) -> Case:
    rows = ("--households", str(dice.choice((5, 12, 25))))
    scheme = dice.choice([one.name for one in load_all() if one.family is not Family.NONE])
    return Case(family, ("make", scheme, *rows, "-o", OUT), {})


def _compare(dice, family) -> Case:
    storeys = dice.randint(3, 6)
    flats = _households(dice, storeys)
    text = _file(dice, flats, _costs(dice), _table("[subsidy]", amount="100000"), storeys=storeys)
    schemes = dice.sample(
        ("南京", "咸阳", "通用-按面积", "通用-按户均摊", "通用-使用权重"), dice.randint(2, 4)
    )
    words = ("compare", *schemes, "--project", "项目.toml", "-o", OUT)
    return Case(family, words, {"项目.toml": text.encode()})


def _summary(dice, family) -> Case:
    """What came back of a few buildings, one of them named twice, one that is no book."""
    books = {}
    for number in range(1, dice.randint(2, 3) + 1):
        areas = ",".join((_area(dice), "100"))
        words = (
            "make",
            dice.choice(("南京", "咸阳")),
            "--storeys",
            "4",
            "--areas",
            areas,
            "--cost",
            "600000",
        )
        books[f"{number} 幢.xlsx"] = made(Case("", (*words, "-o", OUT), {}))[2]
    books["旧.xlsx"] = b"no book"
    return Case(family, ("collect", *books, "-o", OUT), books)


FAMILIES = {
    "contribution": _contribution,
    "weights": _weights,
    "interval": _interval,
    "own terms": _own_terms,
    "by household": _by_household,
    "measured": lambda dice, family: _contribution(dice, family, schemes=_MEASURED),
    "upkeep": _upkeep,
    "lease": _lease,
    "rides": _rides,
    "blank": _blank,
    "compare": _compare,
    "summary": _summary,
}
