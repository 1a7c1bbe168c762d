"""来源: every scheme's document and status, and every shipped weight with its source."""

from __future__ import annotations

from elevshare.rules.share import WEIGHT_SCALE
from elevshare.schemes.status import KINDS, STATUSES
from elevshare.workbook.compare.part import ComparedScheme
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.grid import Grid

#: Width of the column of documents and articles.
_ARTICLE = 44
TITLE, ROLE = "来源", "来源"

_SCHEMES = ("方案", "代号", "状态", "办法", "文件与条款", "发布单位、文号、日期", "分摊说明")
_HEADS = ("系数", "来源中的值", "现在的值", "是否改动", "文件与条款", "发布者与日期", "来源类别")


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    grid.widths(22, 14, 16, 27, _ARTICLE, 24, 24)
    grid.put(1, 1, "来源：每个数字出自哪里", "标题")
    grid.height(1, 28)
    grid.row(3, 1, list(_SCHEMES), "表头")
    for row, part in enumerate(plan.parts, 4):
        _scheme(grid, part, row)
    row = 4 + len(plan.parts) + 2
    grid.row(row - 1, 1, list(_HEADS), "表头")
    first = row
    for part in plan.parts:
        row = _weights(grid, part, row)
    grid.redden(f"$D${first}:$D${row}", f'$D{first}="已改动"')
    grid.put(
        row + 1,
        1,
        "没有列出的数字由使用者填写；来源写“待填”的内容本项目没有见到原文，不作猜测。",
        "注",
    )
    grid.sheet.freeze_panes = "A4"
    grid.page(f"A1:G{row + 1}", landscape=True)


def _scheme(grid: Grid, part: ComparedScheme, row: int) -> None:
    """Write document and status of one scheme."""
    scheme = part.project.scheme
    document = scheme.document
    texts = (
        f"{part.mark} {scheme.name}",
        scheme.id,
        f"{scheme.status}：{STATUSES[scheme.status]}",
        scheme.summary,
        f"{document.title}　{document.article}",
        f"{document.issuer}　文号：{document.number}　日期：{document.date}",
        scheme.sharing.note or "无",
    )
    for column, text in enumerate(texts, 1):
        grid.text(row, column, text, "标签")
    grid.height(row, 62)


def _weights(grid: Grid, part: ComparedScheme, row: int) -> int:
    """Write a row for each weight that a scheme ships; give the next row."""
    scheme = part.project.scheme
    for storey in range(1, part.book.storeys + 1):
        weight = scheme.sharing.weight(storey)
        if weight is None:
            continue
        source = scheme.source(weight.source)
        cell = part.coefficients.at("weight", storey - 1)
        grid.put(row, 1, f"{part.mark} {scheme.name}：{storey} 层", "标签")
        grid.put(row, 2, weight.value / WEIGHT_SCALE, "计算-coef")
        grid.put(row, 3, f'=IF({cell}="","",{cell})', "计算-coef")
        grid.put(row, 4, f'=IF($C{row}=$B{row},"与来源一致","已改动")', "计算-any")
        grid.put(row, 5, f"{source.title} {scheme.sharing.article}", "标签")
        grid.put(row, 6, f"{source.publisher}　{source.date}", "标签")
        grid.put(row, 7, KINDS[source.kind], "标签")
        grid.height(row, 30)
        grid.fit(row, f"{source.title} {scheme.sharing.article}", _ARTICLE)
        row += 1
    return row
