"""Real books as they come back: sound ones, and what can happen to them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

from buildings import project
from records import many

from elevshare.collecting.book import make_summary
from elevshare.project import Project, SubsidyChoice, SubsidyMode
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan


def project_of(number: int) -> Project:
    """One building of a kind: four storeys, a flat each, a subsidy of two levels by rule."""
    one = project(
        "xianyang", 4, (8000,), cost=40_000_000 + number, subsidy=SubsidyChoice(SubsidyMode.RULE)
    )
    where = {"estate": "幸福里小区", "building": f"{number} 幢", "entrance": "1 单元"}
    return replace(one, papers=replace(one.papers, **where))


@cache
def book(number: int) -> bytes:
    """Its book, sound."""
    return make_book(project_of(number))


def edited(data: bytes, sheet: str, cell: str, new: str) -> bytes:
    """A book with other contents in a cell; ``new`` is what stands between its tags."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as made:
        titles = re.findall(r'<sheet [^>]*name="([^"]+)"', old.read("xl/workbook.xml").decode())
        part = f"xl/worksheets/sheet{titles.index(sheet) + 1}.xml"
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                pattern = rf'(<c r="{cell}" s="\d+")[^>]*>.*?</c>'
                text, times = re.subn(pattern, rf"\1{new}</c>", text.decode())
                assert times == 1
                text = text.encode()
            made.writestr(name, text)
    return buffer.getvalue()


def overwritten(number: int) -> bytes:
    """The amount of a household typed over."""
    cell = SharingPlan(project_of(number)).shares.at("fen", 0).replace("$", "").split("!")[1]
    return edited(book(number), "分摊", cell, "><v>1</v>")


def relabelled(number: int) -> bytes:
    """The title of 参数 typed anew."""
    return edited(book(number), "参数", "A1", ' t="inlineStr"><is><t>我们楼的参数</t></is>')


#: File → what is in it.
FOLDER = {
    "1 幢.xlsx": lambda: book(1),
    "2 幢.xlsx": lambda: book(2),
    "10 幢.xlsx": lambda: book(10),
    "2 幢（重发）.xlsx": lambda: book(2),
    "3 幢.xlsx": lambda: overwritten(3),
    "4 幢.xlsx": lambda: relabelled(4),
    "坏的.xlsx": lambda: book(1)[:9_000],
    "旧.xls": lambda: b"\xd0\xcf\x11\xe0",
    "上次的汇总.xlsx": lambda: make_summary(many(1)),
    "空白.xlsx": lambda: make_book(replace(project_of(5), flats=(), costs=())),
    "~$1 幢.xlsx": lambda: b"",
}


def fill(folder: Path, *names: str) -> Path:
    """Write some of the files, all where none is named."""
    for name in names or FOLDER:
        (folder / name).write_bytes(FOLDER[name]())
    return folder
