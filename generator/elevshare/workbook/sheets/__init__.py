"""The sheets of a contribution book, in their order.

To add a sheet, write a module in a subject's folder (see ``subject.Subject``), and add its title
here.
"""

from functools import cache
from types import ModuleType

from elevshare.project import Topic
from elevshare.workbook.papers import bills
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import checks, cover, households, parameters, sources, special

#: The titles of all sheets in their order; a book has some of them.
ORDER = (
    "说明 参数 专项 住户 用量 分摊 分项 区间 使用费 "
    "公示 公示大字 签字表 账单 合并账单 使用费单 单户 台账 收缴 收据 退款凭证 催缴单 收款日报 "
    "补偿 补偿凭证 表决 筹资 公积金 公积金证明 还款表 运维 运维账单 "
    "后加入 后加入表 变更 变更对比 变更表 工程付款 补贴到账 资金 "
    "决算 决算表 微信文字 图表 校验 来源 公示计算 收缴计算"
).split()

#: The sheets of every book; 专项 is left out without inputs.
ALWAYS = (cover, parameters, households, bills, checks, sources)


def modules(plan: Plan) -> tuple[ModuleType, ...]:
    """The sheet modules of a plan's book, 说明 first."""
    some = (special,) if special.TITLE in plan.sections else ()
    of_subjects = (sheet for subject in plan.subjects for sheet in subject.sheets)
    return tuple(sorted((*ALWAYS, *some, *of_subjects), key=lambda one: ORDER.index(one.TITLE)))


@cache
def subject_sheets() -> dict[str, Topic]:
    """Sheet title → the subject that a book with this sheet has."""
    from elevshare.workbook.subjects.order import SUBJECTS

    return {one.TITLE: s.topic for s in SUBJECTS if s.topic for one in s.sheets}
