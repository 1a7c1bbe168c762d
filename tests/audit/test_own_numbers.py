"""Whatever a scheme ships is told, at its input, once somebody has typed something else."""

import io
import re
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from buildings import project_from
from editing import with_inputs
from sampling import some

from elevshare.project import Topic
from elevshare.schemes import find
from elevshare.schemes.combine import with_part
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.engine.filling import filled

TOPICS = frozenset({Topic.FUND, Topic.CONSENT, Topic.UPKEEP})
#: Blank books that have an input for everything that their scheme ships.
BOOKS = {
    "北京": lambda: project_from(with_part(find("nanjing"), "subsidy", find("beijing"))),
    "东营": lambda: project_from(with_part(find("nanjing"), "subsidy", find("dongying"))),
    "武汉": lambda: project_from(with_part(find("nanjing"), "subsidy", find("wuhan"))),
    "上杭": lambda: project_from(with_part(find("nanjing"), "subsidy", find("shanghang"))),
    "咸阳": lambda: replace(project_from(find("xianyang")), topics=TOPICS),
    "南京": lambda: replace(project_from(find("nanjing")), topics=TOPICS),
    "上海": lambda: project_from(find("shanghai-7-level")),
    "厦门": lambda: project_from(with_part(find("nanjing"), "compensation", find("xiamen"))),
    "珠海": lambda: project_from(with_part(find("nanjing"), "compensation", find("zhuhai"))),
    "租赁": lambda: project_from(find("beijing-hualing")),
    "刷卡": lambda: project_from(find("beijing-rongsheng")),
}
CELL = re.compile(r'=IF\((\w+)!\$([A-Z]+)\$(\d+)="","",')
#: Another choice than a word that is shipped.
OTHER = {
    "是": "否", "否": "是", "先分楼层": "全梯统算", "全梯统算": "先分楼层", "按面积": "按户", "按户": "按面积",
    "系数": "百分比", "百分比": "系数", "区间内百分比": "百分比", "同建设系数": "按面积",
    "按余额比例": "按先后次序", "元/年": "元/月", "参与表决者": "全体业主", "全体业主": "参与表决者",
    "超过": "以上（含）", "以上（含）": "超过", "面积和人数": "只比人数", "只比人数": "面积和人数",
    "一层定额": "逐户金额", "逐户金额": "一层定额",
}  # fmt: skip


@cache
def rows_of(name: str) -> dict[str, tuple[str, str, object]]:
    """What a book ships and has an input for: name → sheet, cell, value."""
    project = BOOKS[name]()
    data = draft(family_of(project).plan(project))
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)  # reads no other sheet
    return {
        row[0]: (found[1], found[2] + found[3], row[1])
        for row in book["来源"].iter_rows(values_only=True)
        if (found := CELL.match(str(row[2])))
    }


def typed(name: str, values: dict[tuple[str, str], object]) -> bytes:
    """The book with other inputs, computed."""
    project = BOOKS[name]()
    return filled(with_inputs(draft(family_of(project).plan(project)), values))


def another(value: object) -> object:
    """Something else that may be typed in its place."""
    if isinstance(value, str):
        return OTHER[value]
    return value / 2 if value >= 1000 else 0.11 if 0 < value < 1 else value + 1


@pytest.mark.sampled(11)
@pytest.mark.parametrize("name", BOOKS)
def test_every_shipped_number_that_was_replaced_is_told(name, audited):
    rows = rows_of(name)
    values = {(sheet, cell): another(value) for sheet, cell, value in rows.values()}
    audit = audited(typed(name, values))
    told = {(one.sheet, one.area): one.text for one in audit.findings if one.kind == "number-own"}
    assert set(told) == set(values)
    for label, (sheet, cell, _) in rows.items():
        assert told[sheet, cell].startswith(f"{label}用的是 ")


def test_the_minimum_share_of_the_owners_is_told_and_passes(audited):
    sheet, cell, shipped = rows_of("北京")["业主最低承担比例"]
    assert (sheet, shipped) == ("参数", 0.3)
    audit = audited(typed("北京", {(sheet, cell): 0.1}))
    (found,) = (one for one in audit.findings if one.kind == "number-own")
    assert (audit.verdict, found.place) == ("通过", f"「参数」{cell}")
    assert found.text == "业主最低承担比例用的是 0.1，方案的来源写的是 0.3"


def test_a_book_that_nobody_changed_tells_of_no_number(audited):
    for name in some([*BOOKS], 4):
        kinds = {one.kind for one in audited(typed(name, {})).findings}
        assert "number-own" not in kinds
