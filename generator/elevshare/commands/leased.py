"""What ``make`` and ``shares`` do differently under a lease scheme."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.project import Outcome, Project
    from elevshare.rules.lease import Charge


def is_lease(project: Project) -> bool:
    """Whether the project is of a leased lift."""
    return project.scheme.lease is not None


def note_unused(project: Project) -> None:
    """Report inputs that a lease does not use."""
    from elevshare.leasing import unused

    if idle := "、".join(unused(project)):
        print(f"注意：租赁方案按收费标准收费，用不到{idle}，没有计入", file=sys.stderr)


def weight(project: Project, storey: float) -> float:
    """The fee of a storey in yuan, as the scheme charges it, 0 where it is missing."""
    from elevshare.leasing import fee

    return (fee(project, int(storey)) or 0) / 100


def text(project: Project, outcome: Outcome) -> str:
    """A table for people."""
    from elevshare.commands.output import rows_text
    from elevshare.money import yuan

    lines = [
        f"方案：{project.scheme.name}（{project.scheme.status}）",
        f"本单元全年使用费 {yuan(outcome.net)} 元",
        rows_text(rows_of(project, outcome), right=(1, 2, 3, 4)),
    ]
    lines += [f"未通过：{c.name}：{c.message}" for c in outcome.checks if not c.passed]
    return "\n".join(lines)


def rows_of(project: Project, outcome: Outcome) -> list[tuple[str, ...]]:
    """Every household's row as texts, the heading first and the sum last."""
    from elevshare.leasing import charge_of, fee, rule_of
    from elevshare.money import yuan
    from elevshare.project import Topic

    unit = _unit(rule_of(project).charge)
    chosen = project.has(Topic.TERMS)
    head = "标准（元）" if chosen else f"标准（元/{unit}）"
    rows: list[tuple[str, ...]] = [("房号", "楼层", "面积㎡", head, "全年（元）")]
    for flat, due in zip(project.flats, outcome.dues, strict=True):
        charge = charge_of(project, flat)
        found = fee(project, int(flat.storey), charge)
        tail = f"/{_unit(charge)}" if chosen else ""
        shown = "待填" if found is None else f"{yuan(found)}{tail}"
        part = shown if flat.taking_part else "不参与"
        rows.append((flat.room, f"{flat.storey:g}", f"{flat.area / 100:.2f}", part, yuan(due)))
    return [*rows, ("合计", "", "", "", yuan(outcome.net))]


def _unit(charge: Charge) -> str:
    """What a fee is of: a month or a year."""
    return "月" if charge == "month" else "年"
