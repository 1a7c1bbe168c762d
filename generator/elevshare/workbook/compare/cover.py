"""说明: purpose, steps, sheets, and the schemes with document and status."""

from __future__ import annotations

from elevshare.schemes.status import STATUSES
from elevshare.workbook.compare.plan import ONE_PAGE, ComparePlan
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheets.cover import write_colours, write_identity, write_list

TITLE, ROLE = "说明", "说明"

_STEPS = (
    (
        "参数",
        "费用、补偿、退出份额各方案相同，只填一次；补贴和楼层系数逐个方案核对；选好比较的基准。",
    ),
    ("住户", "一行一户填房号、楼层、建筑面积、参与；看右侧提示改到全是“√”。"),
    ("校验", "看每一项是否“通过”；不通过的按右边写的办法改。"),
    ("比较", "开会时投影，或打印成一张 A4 横页：每户各方案出多少，与基准相比多付还是少付。"),
    ("图表", "各层在各方案下出多少，打印成一张 A4 横页。"),
)


#: Width of the column that holds the schemes' ids.
_IDS = 40


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    grid.widths(14, _IDS, 66)
    names = "、".join(part.project.scheme.name for part in plan.parts)
    grid.put(1, 1, "加装电梯分摊方案比较簿", "标题")
    grid.height(1, 32)
    grid.put(2, 1, f"同一栋楼按 {len(plan.parts)} 个方案各算一遍，并排比较：{names}。", "副标题")
    ids = "+".join(part.project.scheme.id for part in plan.parts)
    write_identity(grid, ids)
    grid.row(4, 1, [f"={plan.master}", None, None], "总校验")
    grid.redden("$A$4:$C$4", 'LEFT($A$4,1)="【"')
    steps = [(name, f"第 {i} 步", text) for i, (name, text) in enumerate(_STEPS, 1)]
    row = write_list(grid, 6, "五个步骤", steps)
    row = write_list(grid, row + 1, "这本簿子里有什么", _contents(plan))
    row = _schemes(grid, plan, row + 1)
    row = write_colours(grid, row + 1)
    row = _notes(grid, plan, row + 1)
    grid.page(f"A1:C{row}")


def _contents(plan: ComparePlan) -> list[tuple[str, str, str]]:
    """The sheets and what they are for."""
    splits = [
        (
            part.sheet,
            "计算",
            f"方案{part.mark}（{part.project.scheme.name}）从净额到各层、各户的金额",
        )
        for part in plan.parts
    ]
    return [
        ("参数", "输入", "费用、补贴、分摊办法、楼层系数、比较的基准"),
        ("住户", "输入", "每户的房号、楼层、面积、参与"),
        ("读数", "计算", "把填写的内容读成数字"),
        *splits,
        ("差额", "计算", "其他方案与基准相比，每户相差多少"),
        ("比较", "单据", "会议用：各户各方案并排，A4 横页"),
        ("图表", "单据", "会议用：各层各方案的柱形图，A4 横页"),
        ("校验", "校验", "金额是否合拢，填写是否有误"),
        ("来源", "来源", "每个方案的文件，每个系数出自哪里，是否改动过"),
    ]


def _schemes(grid: Grid, plan: ComparePlan, start: int) -> int:
    """List the schemes; the statuses 待核实, 示例 and 待填 are explained. Gives the next row."""
    grid.put(start, 1, "方案与依据", "节")
    row = start + 1
    for part in plan.parts:
        scheme = part.project.scheme
        document = scheme.document
        doubtful = "正文" if scheme.status == "已核实" else "警示"
        grid.put(row, 1, f"方案{part.mark}", "正文")
        grid.put(row, 2, scheme.name, "正文")
        grid.put(row, 3, f"{scheme.status}：{STATUSES[scheme.status]}", doubtful)
        grid.put(row + 1, 3, scheme.summary, "正文")
        grid.put(row + 2, 3, f"{document.title}　{document.article}（{document.issuer}）", "正文")
        for line in (row + 1, row + 2):
            grid.height(line, 30)
        row += 3
    return row


def _notes(grid: Grid, plan: ComparePlan, start: int) -> int:
    """Answers to frequent questions. Gives the next row."""
    grid.put(start, 1, "须知", "节")
    notes = (
        "表格有保护但没有密码（审阅→撤销工作表保护），只为防止误改公式。",
        f"本簿可填 {plan.flats} 户、{plan.storeys} 层；不够时请重新生成一本，不要插入或删除行。",
        f"“比较”在 {ONE_PAGE} 户以内缩印成一页 A4，户数越多字越小；再多则分页，每页都有表头。",
        "这里只比较分摊办法；收款请用所选方案单独生成的分摊簿和账单。",
    )
    for row, text in enumerate(notes, start + 1):
        grid.put(row, 1, f"· {text}", "正文-不折行")
    return row
