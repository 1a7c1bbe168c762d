"""What the running cost is shared on in a lease book: who uses the lift, and who pays for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from elevshare.rules.share import WEIGHT_SCALE
from elevshare.rules.upkeep import Payers, Sharing
from elevshare.workbook.accounts import RunningContent
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import Field, by_word
from elevshare.workbook.subjects.upkeep import inputs, tables
from elevshare.workbook.subjects.upkeep.figures import switches
from elevshare.workbook.table import once

if TYPE_CHECKING:
    from elevshare.workbook.lease.plan import LeasePlan

#: Without coefficients a lease can share equally or by area.
SHARING = {way: inputs.SHARING[way] for way in (Sharing.EQUAL, Sharing.AREA)}
PAYERS = {Payers.TAKING: "使用电梯的户", Payers.WEIGHING: "收费标准大于0的户"}
_CHANGES: dict[str, dict[str, Any]] = {
    "running_rule": {"words": by_word(SHARING), "note": "使用费以外另收的运行维护费怎么分；由业主协商选定",
                     "shipped": ""},
    "running_payers": {"words": by_word(PAYERS), "note": "其中“住户”免运维填“是”的不出；不使用电梯的总是不出"},
    "running_kept": {"note": "政府或公司给的、留作运行维护的钱的总额；没有则空着"},
}  # fmt: skip


def _changed(field: Field) -> Field:
    """An input of the subject as a lease book has it."""
    return replace(field, **_CHANGES.get(field.key, {}))


SECTIONS = tuple(
    replace(section, fields=tuple(_changed(field) for field in section.fields))
    for section in inputs.SECTIONS
)


@once
def running(plan: LeasePlan) -> RunningContent:
    """All storeys alike; a household weighs something where its fee is above 0."""
    shares, scale = plan.shares, WEIGHT_SCALE
    return RunningContent(
        sections=SECTIONS,
        storeys=plan.fees,
        weight=lambda row: f"{scale}",
        own_weight=lambda row: f"IF({shares.at('standard_fen', row)}>0,{scale},0)",
        level="storey_no",
        below=False,
        storey_kind="whole",
        to_all="1",
        storeys_first="0",
        by_area="0",
        by_neighbours="FALSE",
        kept=f"ROUND({plan.number('running_kept')}*100,0)",
        weighing=PAYERS[Payers.WEIGHING],
        weightless="不交使用费",
        advice="至少一户使用电梯、不免运维；选了“收费标准大于0的户”时，其楼层还要收使用费",
        checks=lambda: _checks(plan),
    )


def _checks(plan: LeasePlan) -> list[BookCheck]:
    """The check of areas, which the usage fee can do without."""
    flats, by_area = tables.flats(plan), switches(plan).by_area
    lacking = f"SUMPRODUCT({flats.all('party')}*(1-{flats.all('exempt')})*({flats.all('size')}=0))"
    return [
        BookCheck("按面积分运维的各户都有面积", f"OR({by_area}=0,{lacking}=0)",
              f'"缺面积 "&{lacking}&" 户"', "在“住户”补上建筑面积，或在“专项”改为按户均摊"),
    ]  # fmt: skip
