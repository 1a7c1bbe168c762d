"""说明 of a lease book."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.sheets.cover import write_guide, write_head

TITLE, ROLE = "说明", "说明"

_STEPS = (
    ("参数", "填楼栋、收费周期、本次第几期、收款账户；收费标准已按方案填好，协商另定的填“自定”。"),
    ("住户", "一行一户填房号、楼层、建筑面积、业主、参与（用不用电梯）、欠费、已缴、减免。"),
    ("校验", "看每一项是否“通过”；不通过的按右边写的办法改。"),
    ("收费", "核对采用了哪张收费表、各层标准、各户金额和本单元全年收入。"),
    ("收费单", "校验全部通过后打印，一页 A4 两户；收完把没交的填进“住户”的欠费，再填下一期。"),
)
_CONTENTS = (
    ("参数", "输入", "楼栋、收费的月份、收款账户、收费标准"),
    ("住户", "输入", "每户的房号、楼层、参与、欠费、已缴、减免"),
    ("收费", "计算", "各层标准、各户本期费用和本次应缴、本单元全年收入"),
    ("分月", "计算", "每层每户十二个月各多少，加起来正好是全年"),
    ("收费单", "单据", "电梯使用费缴款通知单，一页 A4 两户"),
    ("校验", "校验", "金额是否合拢，填写是否有误"),
    ("来源", "来源", "每个收费标准出自哪份文件，是否改动过"),
)


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    purpose = (
        "按楼层收电梯使用费：按月、按季、按年或自选月份开单；十二个月加起来正好是全年，不差一分。"
    )
    write_head(grid, plan, "电梯使用费收费簿", purpose, _progress(plan))
    write_guide(grid, plan, _STEPS, _CONTENTS, _notes(plan))


def _progress(plan: LeasePlan) -> str:
    """How much is filled in, and which pages of 收费单 to print."""
    bills = f"SUM({plan.shares.all('issue')})"
    pages = f"INT(({bills}+1)/2)"
    printing = f'IF({bills}=0,"","；收费单共 "&{bills}&" 张，打印时页码选 1 到 "&{pages})'
    return (
        f'="已填 "&SUM({plan.shares.all("filled")})&" 户，本次应缴 "'
        f'&TEXT({plan.figure_yuan("to_pay")},"0.00")&" 元"&{printing}'
    )


def _notes(plan: LeasePlan) -> tuple[str, ...]:
    """What users ask."""
    return (
        "表格有保护但没有密码（审阅→撤销工作表保护），只为防止误改公式。",
        f"本簿可填 {plan.flats} 户、{plan.storeys} 层；不够时请重新生成一本，不要插入或删除行。",
        "新增住户后收费单会增加：打印前在“页面布局→打印区域”里把新增的页包括进去。",
        "第 k 个月末累计收全年的 k/12（不足一分的舍去），每期收的是两头累计之差，所以全年不差一分。",
        "换期：把“本次第几期”改成下一期，没交的填进“欠费”，多交的（结余）填进“已缴”。",
    )
