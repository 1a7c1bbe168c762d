"""Every number that a scheme file states stands on 来源, and which input holds it now."""

import io
import re
import tomllib
from importlib import resources

import openpyxl
import pytest

from elevshare.project import Project, Topic
from elevshare.rules.share import Method
from elevshare.schemes import Family, Scheme, find
from elevshare.schemes.combine import PARTS, with_part
from elevshare.schemes.load import load_all
from elevshare.workbook.book import draft, family_of

FILES = {
    file.name: tomllib.loads(file.read_text("utf-8"))
    for file in resources.files("elevshare.schemes").iterdir()
    if file.name.endswith(".toml")
}
#: What a scheme states besides who it is.
PARTS_OF_FILES = "share subsidy compensation consent fund upkeep lease rides".split()
#: Part of a scheme file → key of a number → what its row is called. ``{key}`` is another number
#: of the same table, ``{i}`` and ``{line}`` count tables and numbers of a list from 1.
NAMES = {
    "share.weight": {
        "storey": "{storey} 层系数",
        "value": "{storey} 层系数",
        "low": "{storey} 层区间下限",
        "high": "{storey} 层区间上限",
    },
    "share.onward": {
        "storey": "{storey} 层起每高一层加的系数",
        "step": "{storey} 层起每高一层加的系数",
    },
    "share": {"storeys": "系数表适用的总层数", "least_storeys": "分摊适用的楼：最少几层"},
    "subsidy": {
        "amount": "补贴第 1 档（元）",
        "rate": "补贴比例",
        "cap": "补贴上限（元）",
        "reserved_shaft": "预留井道时补贴的倍数",
        "exclusive": "补贴与其他补助互斥",
        "owners_minimum": "业主最低承担比例",
        "upkeep": "补贴中留作运维的比例",
        "upkeep_years": "补贴中的运维费用供几年",
        "least_storeys": "补贴适用的楼：最少几层",
        "most_storeys": "补贴适用的楼：最多几层",
    },
    "subsidy.extra": {"cap": "另有补助，最高：{name}（元）"},
    "subsidy.tier": {
        "reach": "补贴第 {i} 档起始层",
        "amount": "补贴第 {i} 档（元）",
        "step": "补贴第 {i} 档每高一层加（元）",
    },
    "subsidy.stepped": {
        "storey": "补贴：{storey} 层（元）",
        "amount": "补贴：{storey} 层（元）",
        "step": "补贴第 1 档每高一层加（元）",
        "lowest": "补贴第 1 档起始层",
    },
    "subsidy.split": {"share": "补贴分担：{level}"},
    "compensation": {
        "way": "补偿取法",
        "second": "二层补偿是一层的",
        "pool": "补偿按一层户数每户计（元）",
        "household_cap": "补偿每户不超过总费用÷总户数",
        "total_cap": "补偿合计不超过总费用的",
    },
    "share.pool": {"way": "分项：{name}怎么分"},
    # All pools that schemes ship are 北京's.
    "share.pool.weight": dict.fromkeys(("storey", "value"), "分项：新增连廊 {storey} 层系数"),
    "compensation.flat": {"amount": "案例中 {room} 的补偿（元）"},
    "consent": {
        "quorum": "表决「{scheme}」参与须占全体：分子",
        "approval": "表决「{scheme}」同意须占：分子",
        "by_area": "表决「{scheme}」比什么",
        "strict": "表决「{scheme}」同意怎样算够",
        "of": "表决「{scheme}」同意占谁的",
        "exclusive_part": "表决「{scheme}」占用专有部分须经同意",
        "no_objection": "表决「{scheme}」相关方不得有反对意见",
    },
    "fund": {
        "unit": "公积金限额取整到（元）",
        "order": "公积金家里人怎么分",
        "months": "公积金登记后几个月内可提",
    },
    "upkeep": {"rule": "运维分摊办法"},
    "lease": {"charge": "收费标准的单位"},
    "lease.table": {
        "storeys": "{storeys} 层楼一梯 {flats} 户的表：总层数",
        "flats": "{storeys} 层楼一梯 {flats} 户的表：一梯几户",
        "fees": "{storeys} 层楼一梯 {flats} 户 {line} 层",
        "printed_month": "{storeys} 层楼一梯 {flats} 户 {line} 层",
    },
    "rides": {"prepaid": "{item}（元）"},
    "rides.tariff": {
        "ride": "次卡（元），{name}",
        "month_card": "月卡（元），{name}",
        "visitor": "访客（元），{name}",
    },
}
#: Of a number that is a name of a row, not its value: its name is told by ``NAMES``.
NAMING = {
    ("share.weight", "storey"),
    ("share.pool.weight", "storey"),
    ("share.onward", "storey"),
    ("subsidy.stepped", "storey"),
}
#: Of these the row has the words of the book.
WORDS = {"way", "order", "charge", "rule", "of", "by_area", "strict", "exclusive", "household_cap",
         "exclusive_part", "no_objection"}  # fmt: skip
#: What says how numbers are to be read; "楼层系数是" tells it.
KINDS = {("share", "percent"), ("share", "intervals")}
FRACTION = re.compile(r"(\d+)/(\d+)")


def book_of(scheme: Scheme) -> Project:
    """A blank book of a scheme; of one without a book, its parts in a book of 南京."""
    if scheme.family is not Family.NONE:
        return Project(scheme, Method())
    taken = find("nanjing")
    for part in PARTS:
        if getattr(scheme, part):
            taken = with_part(taken, part, scheme)
    return Project(taken, Method())


def rows_of(project: Project) -> list[tuple[object, ...]]:
    """All rows of 来源."""
    data = draft(family_of(project).plan(project))
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)  # reads no other sheet
    return list(book["来源"].iter_rows(values_only=True))


def stated(table: dict, part: str = ""):
    """Part, key, name and value of every number, truth and fraction of a scheme file."""
    for key, value in table.items():
        inner = f"{part}.{key}" if part else key
        if isinstance(value, dict):
            yield from stated(value, inner)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for i, one in enumerate(value, 1):
                yield from stated({**one, "i": i}, inner)
        elif isinstance(value, list):
            for line, one in enumerate(value, 1):
                yield part, key, {**table, "line": line}, one
        elif key != "i" and (
            isinstance(value, bool | int | float)
            or (isinstance(value, str) and FRACTION.fullmatch(value))
            or key in NAMES.get(part, {})
        ):
            yield part, key, table, value


def editions():
    """Every scheme in each of its versions, and what its file states of that version."""
    for file in FILES.values():
        for scheme in find(file["id"]).editions:
            chosen = dict(file)
            for part, every in scheme.versions.items():
                chosen[part] = file[part][every.index(getattr(scheme, part))]
            yield scheme, chosen


@pytest.mark.sampled(10)
@pytest.mark.parametrize(
    ("scheme", "file"), [pytest.param(*one, id=one[0].key) for one in editions()]
)
def test_every_number_of_a_scheme_stands_on_the_sheet_of_sources(scheme, file):
    rows = rows_of(book_of(scheme))
    found = {(row[0], row[1]) for row in rows}
    named = {row[0] for row in rows}
    shown = scheme if scheme.family is not Family.NONE else find("nanjing")
    missing = []
    for part, key, table, value in stated({k: v for k, v in file.items() if k in PARTS_OF_FILES}):
        if (part, key) in KINDS or value is False:
            continue
        assert key in NAMES.get(part, {}), f"no row is known for {part}.{key}"
        label = NAMES[part][key].format(**{**table, "scheme": shown.name})
        if (part, key) in NAMING or key in WORDS:
            right = label in named
        elif match := FRACTION.fullmatch(str(value)):
            right = {
                (label, int(match[1])),
                (label.replace("分子", "分母"), int(match[2])),
            } <= found
        else:
            right = (label, value) in found
        if not right:
            missing.append((part, key, label, value))
    assert missing == []


def test_the_walk_sees_the_numbers():
    every = [one for file in FILES.values() for one in stated(file)]
    assert len(FILES) == len(load_all()) and len(every) > 450
    assert {part for part, *_ in every if part} >= set(NAMES)


@pytest.mark.parametrize("name", ["nanjing", "xianyang", "guangzhou", "shanghai-7-level"])
def test_a_number_that_nobody_stated_is_not_on_it(name):
    named = {row[0] for row in rows_of(book_of(find(name)))}
    assert not named & {"业主最低承担比例", "预留井道时补贴的倍数", "二层补偿是一层的"}


def test_a_row_says_document_article_and_status():
    (row,) = (r for r in rows_of(book_of(find("beijing"))) if r[0] == "业主最低承担比例")
    scheme = find("beijing")
    source = scheme.source(scheme.subsidy.source)
    assert row[1] == 0.3
    assert row[4] == f"{source.title} {scheme.subsidy.article}（{scheme.subsidy.status}）"
    assert row[5] == f"{source.publisher}　{source.date}"


def test_a_number_without_an_input_says_so():
    rows = {row[0]: row for row in rows_of(book_of(find("nanjing")))}
    assert rows["4 层起每高一层加的系数"][1:4] == (0.3, None, "本簿不用填")
    assert rows["公积金登记后几个月内可提"][1:4] == (12, None, "本簿不用填")
    fund = Project(find("nanjing"), Method(), topics=frozenset({Topic.FUND}))
    rows = {row[0]: row for row in rows_of(fund)}
    assert str(rows["公积金登记后几个月内可提"][2]).startswith("=IF(专项!$B$")
