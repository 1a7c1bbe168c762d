"""Texts of a summary: texts from outside, shortened and safe; why a book does not count."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.collecting.record import BuildingRecord, State
from elevshare.text import shown

#: How many characters of a file's name, of other texts and of a finding are shown.
_FILE, _TEXT, _FINDING = 80, 40, 160


def file_shown(name: str) -> str:
    """A file's name for a cell; of a long name, its end.

    >>> file_shown("三区/12 幢.xlsx"), len(file_shown("长" * 100))
    ('三区/12 幢.xlsx', 80)
    """
    return shown(name if len(name) <= _FILE else f"…{name[1 - _FILE :]}", _FILE)


def text_shown(text: str) -> str:
    """A text of a book for a cell."""
    return shown(text, _TEXT)


def finding_shown(text: str) -> str:
    """A sentence of the audit or of a refusal for a cell."""
    return shown(text.replace("\n", "；"), _FINDING)


def reason(
    building: BuildingRecord,
    group: int,
    counts: bool,
    findings: bool = True,
    others: Sequence[str] = (),
) -> str:
    """Why a book does not count, or what is wrong with one that does; empty where all is well.

    ``others`` are the files of its group, for a reader who does not see the groups.
    """
    said = []
    if findings and building.state is not State.PASSED:
        first = building.findings[0] if building.findings else ""
        more = f"（共 {len(building.findings)} 处）" if len(building.findings) > 1 else ""
        said.append(finding_shown(first) + more)
    if building.failed is None:
        said.append("读不出簿内校验的结果")
    elif building.failed:
        said.append(f"簿内有 {building.failed} 项校验未通过，是草案")
    if group:
        same = "、".join(f"“{file_shown(one)}”" for one in others) or f"同组（{group}）的簿子"
        said.append(f"与{same}是同一单元，只计一本，请看计的是不是要用的那本")
    return "；".join(filter(None, [*said, "" if counts else "没有计入"]))
