"""The ``[share.intervals]`` of a project file: percentages a storey may have."""

from __future__ import annotations

from elevshare.intake.fields import stated_stop_of
from elevshare.money import scaled
from elevshare.rules.share import WEIGHT_PLACES, Storey
from elevshare.schemes import WHOLE_PERCENT
from elevshare.toml_table import Table


def read(table: Table) -> dict[Storey, tuple[int, int]]:
    """Storey → lowest and highest percentage, in 1/10,000 of a percent.

    >>> from elevshare.toml_table import parse
    >>> read(parse("2 = [4, 6.5]", "项目.toml"))
    {2: (40000, 65000)}
    """
    intervals: dict[Storey, tuple[int, int]] = {}
    for key in table.keys():  # noqa: SIM118
        storey = stated_stop_of(key, table.where(key), what="区间的楼层")
        ends = [
            scaled(text, WEIGHT_PLACES, where=table.where(key), what=f"第 {storey:g} 层的区间")
            for text in table.items(key) or ()
        ]
        if len(ends) != 2 or not 0 <= ends[0] <= ends[1] <= WHOLE_PERCENT:
            raise table.wrong(key, "不是区间", "请写成 [下限, 上限] 的百分数，如 [4, 6]")
        intervals[storey] = (ends[0], ends[1])
    return intervals
