"""What must hold in a book, as formulas."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.money import MAX_FEN, UNITS
from elevshare.project import SubsidyMode
from elevshare.workbook.fields import FORMS, OPT_OUT, WITHIN
from elevshare.workbook.plan import Plan

#: Whole numbers stay exact in every spreadsheet program below this.
EXACT = "1E+14"


@dataclass(frozen=True, slots=True)
class Check:
    """A condition, a text that shows how things stand, and what to do when it fails."""

    name: str
    holds: str
    state: str
    advice: str


def check_list(plan: Plan) -> list[Check]:
    """All checks of a contribution book, in the order of the work."""
    return [*_costs(plan), *_subsidy(plan), *_households(plan), *_method(plan), *_result(plan)]


def _money(fen: str) -> str:
    return f'TEXT({fen}/100,"0.00")&" 元"'


def _costs(plan: Plan) -> list[Check]:
    cost, items = plan.figure("cost"), plan.costs.all("yuan")
    limit = f"{cost}+{plan.figure('compensation')}<={MAX_FEN}"
    return [
        Check("已填建设费用", f"{cost}>0", _money(cost), "在“参数”第二节填写费用"),
        Check("费用没有超过上限", limit, f'"上限 {MAX_FEN // 1_000_000} 万元"',
              "检查是否多打了零，或把元当成分"),
        Check("费用没有负数，最多两位小数",
              f'AND(COUNTIF({items},"<0")=0,ABS(SUM({items})*100-{cost})<0.001)',
              f'"负数 "&COUNTIF({items},"<0")&" 项"', "改成 0 或正数；金额写到分"),
    ]  # fmt: skip


def _subsidy(plan: Plan) -> list[Check]:
    subsidy, cost = plan.figure("subsidy"), plan.figure("cost")
    cap, mode = plan.parameter("cap"), plan.parameter("subsidy_mode")
    shares = plan.government.all("weight")
    by_rule = f'OR({mode}<>"{SubsidyMode.RULE.value}",{plan.parameter("rate")}<>"",{plan.grant("reached")}>0)'
    return [
        Check("补贴不超过总费用", f"AND({subsidy}>=0,{subsidy}<={cost})", _money(subsidy),
              "核对补贴金额与费用"),
        Check("补贴不超过方案上限", f'OR({cap}="",{subsidy}<=ROUND({cap}*100,0))',
              f'IF({cap}="","方案没有上限","上限 "&TEXT({cap},"0.00")&" 元")', "按批复改正补贴金额"),
        Check("按规则计算时规则可用", by_rule, mode,
              "“参数”第七节没有可用的比例或分档：请改为手工填写"),
        Check("各级分担合计 100%", f"OR(SUM({shares})=0,SUM({shares})=10000)",
              f'SUM({shares})/100&"%"', "改正“参数”第八节的比例；不需要则全部空着"),
        Check("补偿不是负数", f"{plan.figure('compensation')}>=0",
              _money(plan.figure("compensation")), "改成 0 或正数"),
    ]  # fmt: skip


def _households(plan: Plan) -> list[Check]:
    shares, problem = plan.shares, plan.shares.all("problem")
    wrong = f"SUMPRODUCT(({problem}>1)*1)"
    first = f"MATCH(MAX({problem}),{problem},0)+{plan.households.first - 1}"
    filled = f"SUM({shares.all('filled')})"
    payers = f"SUM({shares.all('payer')})"
    return [
        Check("已填住户", f"{filled}>0", f'"已填 "&{filled}&" 户"', "在“住户”逐户填写"),
        Check("住户各行填写无误", f"{wrong}=0",
              f'IF({wrong}=0,"没有问题","有误 "&{wrong}&" 行，如“住户”第 "&{first}&" 行")',
              "按“住户”右侧的提示改正：房号不重复，楼层、面积是数字，参与填是或否"),
        Check("有人分摊", f"{payers}>0", f'"应缴 "&{payers}&" 户"',
              "至少一户参与，且其楼层系数大于 0"),
    ]  # fmt: skip


def _method(plan: Plan) -> list[Check]:
    floors, weights = plan.floors, plan.coefficients.all("weight")
    missing = f'SUMPRODUCT(({floors.all("flats")}>0)*({weights}=""))'
    periods = f"AND({plan.figure('period')}={plan.parameter('instalment')}," \
              f"{plan.figure('periods')}={plan.parameter('instalments')})"  # fmt: skip

    def one_of(key: str, words: object) -> str:
        return "OR(" + ",".join(f'{plan.parameter(key)}="{w}"' for w in words) + ")"  # type: ignore[attr-defined]

    chosen = ",".join(
        one_of(key, words)
        for key, words in (
            ("form", FORMS.values()),
            ("within", WITHIN.values()),
            ("opt_out", OPT_OUT.values()),
            ("unit", UNITS),
            ("subsidy_mode", [mode.value for mode in SubsidyMode]),
        )
    )
    return [
        Check("分摊办法选得正确", f"AND({chosen})", '"五项选择"', "用格子右边的下拉箭头选，不要自己打字"),
        Check("有住户的楼层系数已填", f"{missing}=0", f'"待填 "&{missing}&" 层"',
              "在“参数”第五节补上系数；方案没有给出的由业主协商"),
        Check("系数在 0 到 1000 之间，最多四位小数",
              f'AND(COUNTIF({weights},"<0")=0,COUNTIF({weights},">1000")=0,'
              f"ABS(SUM({floors.all('coefficient')})*10000-SUM({floors.all('weight')}))<0.001)",
              f'"系数合计 "&SUM({floors.all("weight")})/10000', "改正“参数”第五节的系数"),
        Check("期次填写正确", periods,
              f'"第 "&{plan.parameter("instalment")}&" 期，共 "&{plan.parameter("instalments")}&" 期"',
              "期次是 1 到总期数之间的整数"),
    ]  # fmt: skip


def _result(plan: Plan) -> list[Check]:
    shares, floors = plan.shares, plan.floors
    fen, net = shares.all("fen"), plan.figure("net")
    idle = f"SUMIF({shares.all('take')},0,{fen})"
    over = f"SUMPRODUCT(({shares.all('relief')}>{fen})*1)"
    largest = ",".join(block.all(key) for block in (floors, shares, plan.government)
                       for key in ("high", "middle", "low"))  # fmt: skip
    return [
        Check("各户合计等于应分摊净额", f"AND(SUM({fen})={net},{net}>=0)",
              f'"合计 "&{_money(f"SUM({fen})")}&"，净额 "&{_money(net)}', "先改正上面没有通过的各项"),
        Check("没有负数", f"MIN({fen})>=0", f'"最小 "&{_money(f"MIN({fen})")}', "先改正上面没有通过的各项"),
        Check("不参与的户不出钱", f"{idle}=0", f'"不参与各户合计 "&{_money(idle)}', "检查“住户”的参与一栏"),
        Check("减免不超过应分摊", f"{over}=0", f'"超过 "&{over}&" 户"', "改正“住户”的减免"),
        Check("取整没有超出精确范围", f"MAX({largest})<{EXACT}",
              '"中间数小于 1E+14"', "系数的小数太多或面积太大，请减少小数"),
    ]  # fmt: skip
