"""What to print, on 说明: how many pages each paper has now, and what its print area leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.forms import Forms

TITLE = "打印什么"
_NONE = "现在没有要打印的"
#: Paper without numbered forms → how it is printed.
_OTHERS = {
    "单户": "在右边的黄色格子里选房号，打印这一户",
    "收款日报": "先在“台账”填收款日报的日期；打印第 1 至 1 页",
    "变更表": "有变更时整份打印",
    "决算表": "完工决算以后整份打印",
    "图表": "开会时打印；没有住户的页不用打印",
    "补贴申请": "整份打印，盖章上报",
    "比较": "开会时整份打印",
}


def write(
    grid: Grid, start: int, sheets: Sequence[tuple[str, str]], forms: Mapping[str, Forms]
) -> int:
    """Write the list; ``sheets`` are titles and roles of the sheets. Gives the next row."""
    grid.put(start, 1, TITLE, "节")
    row = start
    for title, role in sheets:
        if role != "单据" or title not in {**forms, **_OTHERS}:
            continue
        row += 1
        grid.link(row, 1, title)
        if title in forms:
            _count(grid, row, forms[title])
        else:
            grid.put(row, 3, _OTHERS[title], "正文")
    if row > start:
        grid.redden(f"$A${start + 1}:$C${row}", f'LEFT($C{start + 1},2)="还有"')
    return row + 1


def _count(grid: Grid, row: int, one: Forms) -> None:
    """Write how many pages there are, and which to print."""
    most = one.most
    last = f"INT(({most}+{one.a_page - 1})/{one.a_page})" if one.a_page > 1 else most
    grid.put(row, 2, f'={last}&" 页"', "正文")
    outside = f'IF({most}>{one.made},"还有 "&{most}-{one.made}&" 张不在打印范围里：怎么办写在那一页右上方；","")&'
    pages = f'IF({most}=0,"{_NONE}","共 "&{most}&" {one.counted}，打印第 1 至 "&{last}&" 页")'
    grid.put(row, 3, f"={outside if one.made else ''}{pages}", "正文")
