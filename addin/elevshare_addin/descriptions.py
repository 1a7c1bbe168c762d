"""What Excel's function wizard says of every function and argument: the one place for it.

Excel shows at most 255 characters of each. An argument's text begins with its Chinese name, by
which the reasons that ``ELEVCHECK`` gives call it, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CATEGORY = "加梯分摊"
#: What Excel shows of a description.
MAX_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Function:
    """A function as the wizard shows it; ``arguments`` are name → text, in their order."""

    description: str
    arguments: Mapping[str, str]


_ARGUMENTS = {
    "scheme": "方案：编号或中文名，如 \"南京\" 或 \"nanjing\"",
    "net_cost": "净额：应分摊的钱（元），等于总费用－补贴＋补偿，可用 ELEVNET 算出",
    "storeys": "楼层：每户一格，一列、一行或一块；半层填 5.5，一层以下填 0 或负数；空格子跳过，结果里也是空的",
    "areas": "面积：每户的建筑面积（㎡），格子数与楼层相同；只有一格时各户都用它",
    "taking_part": "参与：每户 是 或 否（也可用 TRUE/FALSE、1/0），空的算 是；不填则全体参与",
    "unit": "单位：分、角、元 或 百元，每户金额取整到它，不填为 分",
    "opt_out": "退出份额：全体（由所有出资户分担）、同层（由同层其余户承担）或 指定楼层（由“承担楼层”的住户承担），不填为 全体",
    "own_weights": "个别系数：每户一格，代替它那一层的系数，空的照本层；先分楼层的方案里这一户自成一层；百分比方案里 5 表示 5%",
    "fixed": "定额：每户一格，约定只付多少（元），0 为不付；空的按办法分摊",
    "carriers": "承担楼层：退出份额为 指定楼层 时填，选几个格子，或写成 \"5,6,7\"（也可用顿号）",
    "storey": "楼层：整数，可以选一列或一行一起算",
    "top_storey": "总层数：这栋楼的最高层",
    "bound": "上下限：填 下限 或 上限",
    "cost": "总费用：元",
    "reserved_shaft": "预留井道：建楼时留了电梯井道填 是，不填为 否",
    "other_grant": "其他补助：已享受方案规定不能同享的补助填 是，不填为 否",
    "eligible_cost": "计入补贴的费用：元，如上海的施工金额；不填为总费用",
    "subsidy": "补贴：元，不填为 0",
    "compensation": "补偿：付给低层住户的合计（元），不填为 0",
    "first": "一层补偿：一层每户多少元；方案写明每户金额由业主协商时必填",
    "flats_per_floor": "每层户数：一梯几户",
    "months": "月数：整数",
    "city": "城市：城市名或方案名，如 \"南京\"",
    "share": "分摊额：这户原来应分摊的钱（元）",
    "subsidy_share": "补贴份额：分摊额里由补贴抵掉的钱（元），不填为 0",
    "amount": "金额：元",
    "annual_rate": "年利率：如 3% 或 0.03，不填为 0（不计息）",
    "yearly_cost": "全年运维费：元，已减去广告等收入",
    "way": "方式：原价、加利息、折旧 或 倍数",
    "number": "数字：加利息填年利率（如 3%），折旧填折旧年数，倍数填几倍（如 1.2）；原价不填",
    "free_years": "免折旧年数：折旧时头几年不折旧，过了才开始折，如 5；不填为 0",
    "rule": "表决规则：有表决规定的方案，如 \"民法典278-改建\" 或 \"咸阳\"",
    "took_part": "参加表决：每户 是 或 否，空的算 否",
    "agreed": "同意：每户 是 或 否，空的算 否",
    "owner": "业主：每户一格；同一人有几套房的写同样的名字，按一人计；不填则一户一人",
    "what": "内容：分摊、补贴、补偿、表决、公积金、运维、租赁 或 刷卡；不填为整个方案",
    "name": "函数名：要检查的函数，如 \"ELEVSHARE\"",
    **{f"a{n}": f"参数{n}：要检查的函数的第 {n} 个参数，照样填" for n in range(1, 11)},
}  # fmt: skip


def label(name: str) -> str:
    """What a message calls an argument.

    >>> label("areas"), label("a1")
    ('面积（areas）', '参数1（a1）')
    """
    return f"{_ARGUMENTS[name].partition('：')[0]}（{name}）"


def _function(says: str, example: str, names: str, **other: str) -> Function:
    """A function with the usual texts of its arguments, except for ``other``."""
    texts = {**_ARGUMENTS, **other}
    return Function(f"{says}例：{example}", {name: texts[name] for name in names.split()})


#: Every function of the add-in by its name, in the order of the manual.
FUNCTIONS: Mapping[str, Function] = {
    "ELEVSHARE": _function(
        "每户应分摊的金额（元），合计正好等于净额；不参与的户为 0。结果与“楼层”同样大小。",
        '=ELEVSHARE("南京",600000,A2:A15,B2:B15)',
        "scheme net_cost storeys areas taking_part unit opt_out own_weights fixed carriers",
    ),
    "ELEVCOEF": _function(
        "一层楼的分摊系数；百分比方案得百分数，5 表示 5%。",
        '=ELEVCOEF("南京",4) 得 1.3',
        "scheme storey top_storey",
        storey="楼层：可以选一列或一行一起算；半层（5.5）只在各层系数都一样的方案里有",
        top_storey="总层数：这栋楼的最高层；方案只用于一种层数时据此核对，可以不填",
    ),
    "ELEVRANGE": _function(
        "一层楼出资百分比的指导区间，5 表示 5%。",
        '=ELEVRANGE("上海-七层平层入户",7,7,"上限") 得 30',
        "scheme storey top_storey bound",
    ),
    "SUBSIDY": _function(
        "按方案算一部电梯可用于建设的财政补贴（元），留作运维的部分不在内。",
        '=SUBSIDY("上海",600000,6)',
        "scheme cost top_storey reserved_shaft other_grant eligible_cost",
        top_storey="总层数：电梯到达的最高层，错层可填 5.5；补贴与层数无关的方案可以不填",
    ),
    "ELEVNET": _function(
        "应分摊的净额（元）＝总费用－补贴＋补偿。",
        "=ELEVNET(600000,200000,10000) 得 410000",
        "cost subsidy compensation",
    ),
    "ELEVCOMP": _function(
        "每户低层补偿（元），超过方案的上限则不给结果。结果与“楼层”同样大小。",
        '=ELEVCOMP("厦门",600000,A2:A15,B2:B15,30000)',
        "scheme cost storeys areas first",
    ),
    "ELEVLEASE": _function(
        "租赁电梯一户的使用费（元）：租赁年第 1 月起若干个月，12 个月正好是全年。",
        '=ELEVLEASE("燕园图新",6,2,3) 得 1920',
        "scheme top_storey flats_per_floor storey months",
        months="月数：1 到 12，不填为 12",
    ),
    "ELEVFUND": _function(
        "一户最多可提取的住房公积金（元）＝分摊额－补贴份额，按当地规定取整。",
        '=ELEVFUND("南京",30000,10000) 得 20000',
        "city share subsidy_share",
    ),
    "ELEVINSTALMENT": _function(
        "分期还款表，每月一行，五列：期次、应还、本金、利息、余额（元）；最后一期付清零头。",
        "=ELEVINSTALMENT(150000,120,3%)",
        "amount months annual_rate",
        months="期数：1 到 120 个月",
    ),
    "ELEVUPKEEP": _function(
        "每户全年应摊的运行维护费（元），合计正好；方案没有规定时按建设费的系数。结果与“楼层”同样大小。",
        '=ELEVUPKEEP("咸阳",6000,A2:A15,B2:B15)',
        "scheme yearly_cost storeys areas taking_part",
        taking_part="参与：承担运维费的填 是，免的填 否，空的算 是；不填则全体承担",
    ),
    "ELEVLATE": _function(
        "后来加入的一户应补交的钱（元）：原分摊额照付，或加单利，或按年数折旧，或乘倍数。",
        '=ELEVLATE(10077,"加利息",18,3%)',
        "share way months number free_years",
        months="月数：从其他户交钱到现在几个月，0 到 600；原价和倍数不填",
    ),
    "ELEVVOTE": _function(
        "表决算不算数，两列：结论，面积和人数各占多少（0.75 表示 75%），还差多少。",
        '=ELEVVOTE("民法典278-改建",A2:A13,B2:B13,C2:C13)',
        "rule areas took_part agreed owner",
        areas="面积：每户的建筑面积（㎡），一户一格；空格子跳过",
    ),
    "RMBUPPER": _function(
        "人民币大写，写在支票和收据上的样子（前面另写“人民币”）。",
        "=RMBUPPER(1409.5) 得 壹仟肆佰零玖元伍角整",
        "amount",
        amount="金额：0 或正数（元），最多两位小数",
    ),
    "ELEVSOURCE": _function(
        "一个方案或它的一部分出自哪份文件、核实了没有。",
        '=ELEVSOURCE("上海","补贴")',
        "scheme what",
    ),
    "ELEVCHECK": _function(
        "函数出错时说明原因：填函数名和同样的参数，没有错则得“正确”。",
        '=ELEVCHECK("ELEVSHARE","南京",600000,A2:A15,B2:B15)',
        "name a1 a2 a3 a4 a5 a6 a7 a8 a9 a10",
    ),
}
