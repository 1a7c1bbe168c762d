"""签字表: a line for every household to say yes or no and to sign, in all families of books."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, dated
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.masking import shortened
from elevshare.workbook.papers.roll import Roll, RollColumn, of, pages_of, widths, write_roll
from elevshare.workbook.subjects.notice.lines import Lines

TITLE, ROLE = "签字表", "单据"
ABOUT = "住户签字表：同意或不同意、签字按手印、收到通知的日期；不张贴"

_ASKED = (
    "本人已看过公示的方案，知道本户的面积和金额。请在“同意”或“不同意”前的方框里打√，签字并按手印。"
    "这张表不张贴，由经办人保存"
)
#: The heights of title, mark, place and the question; of a line that is signed.
_TOP, _LINE = (30.0, 20.0, 18.0, 32.0), 27.0


def write_signing(
    grid: Grid, plan: Accounts, lines: Lines, title: str, amount: tuple[str, str, str]
) -> None:
    """Write the sheet; ``amount`` is the head of the amount, its column of the shares, its total."""
    people = f'="合计 "&{lines.counts["count"]}&" 户"'
    columns: Sequence[RollColumn] = (
        RollColumn("房号、业主", "列折", 18, lambda at: _named(plan, at), people),
        RollColumn("面积（㎡）", "列额", 8, lambda at: f"INDEX({plan.shares.all('area_no')},{at})/100",
                   f"={lines.counts.hundredths}/100"),
        RollColumn(amount[0], "列额", 12, of(plan.shares, amount[1]), f"={amount[2]}"),
        RollColumn("意见", "文", 13, lambda at: '"□同意 □不同意"'),
        RollColumn("签字、按手印", "文", 13),
        RollColumn("收到日期", "文", 9),
    )  # fmt: skip
    grid.widths(*widths(columns, 5))
    right = len(columns) + 1
    grid.merge(1, 1, right, title, "单据-题")
    grid.merge(2, 1, right, f"={plan.mark}", "单据-草案")
    grid.merge(3, 1, right, f'="工程："&{address_of(plan)}{dated(plan)}', "单据-表注")
    grid.merge(4, 1, right, _ASKED, "单据-说明")
    for row, height in enumerate(_TOP, 1):
        grid.height(row, height)
    write_roll(grid, plan, len(_TOP) + 1, _roll(lines, columns))


def forms(plan: Accounts, lines: Lines) -> dict[str, Forms]:
    """The pages of this paper."""
    return {TITLE: pages_of(plan, _roll(lines, ()))}


def _roll(lines: Lines, columns: Sequence[RollColumn]) -> Roll:
    return Roll(TITLE, "各户", lines.households, columns, sum(_TOP), _LINE, at="row")


def _named(plan: Accounts, at: str) -> str:
    """Room and whole name of a household, on at most two lines."""
    room, owner = (f"INDEX({plan.shares.all(key)},{at})" for key in ("room", "owner"))
    return f'{room}&IF({owner}="","","　")&{shortened(owner)}'
