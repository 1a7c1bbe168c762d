"""The columns of 收回, where what was read of every book stands."""

from __future__ import annotations

from dataclasses import fields

from elevshare.collecting.record import BookAmounts

#: Key → head, style, width in characters.
COLUMNS: dict[str, tuple[str, str, float]] = {
    "n": ("序号", "计算-whole", 6),
    "take": ("计入", "输入-text", 8),
    "hint": ("提示", "计算-any", 12),
    "file": ("文件", "标签", 36),
    "estate": ("小区", "标签", 16),
    "building": ("楼栋", "标签", 10),
    "entrance": ("单元", "标签", 10),
    "scheme": ("方案", "标签", 16),
    "state": ("核对结果", "计算-any", 9),
    "failed": ("簿内未通过的校验（项）", "计算-whole", 12),
    "group": ("同一单元的组（0 为没有）", "计算-whole", 14),
    "reason": ("说明", "标签", 42),
    "households": ("户数", "计算-whole", 8),
    "taking": ("参与（户）", "计算-whole", 8),
    "cost": ("总费用（元）", "计算-money", 15),
    "subsidy": ("补贴，用于建设（元）", "计算-money", 15),
    "compensation": ("补偿支出（元）", "计算-money", 14),
    "fee": ("年使用费（元）", "计算-money", 14),
    "own_net": ("簿内净额（元）", "计算-money", 15),
    "due": ("按规则各户合计（元）", "计算-money", 15),
    "own_due": ("簿内各户合计（元）", "计算-money", 15),
    "owed": ("应缴，减免后（元）", "计算-money", 15),
    "paid": ("已缴（元）", "计算-money", 15),
    "left": ("还欠（元）", "计算-money", 15),
    "over": ("多缴（元）", "计算-money", 14),
    "grant": ("申请补贴（元）", "计算-money", 15),
    "others": ("其他来源（元）", "计算-money", 14),
}
#: Those of them that are amounts, in yuan.
AMOUNTS = tuple(field.name for field in fields(BookAmounts) if field.name in COLUMNS)
