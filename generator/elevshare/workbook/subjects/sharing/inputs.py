"""The inputs of 参数: single ones, and the columns of its tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from elevshare.money import UNITS
from elevshare.project import MAX_COSTS, MAX_STOREYS, Project, SubsidyMode, Topic
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.share import OptOut, SplitForm, Within
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes import ShareRule
from elevshare.schemes.parts.subsidy import MAX_LEVELS, MAX_TIERS
from elevshare.workbook import seal_inputs as seal
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.field import (
    AMOUNT_HINT,
    DATES,
    MAX_COEFFICIENT,
    MAX_YUAN,
    PERCENT,
    TRUTH,
    YES_NO,
    Field,
    Section,
    as_they_are,
    by_word,
    values_of,
)
from elevshare.workbook.input_columns import HINT, InputColumn
from elevshare.workbook.subjects.pools.inputs import cost_columns

if TYPE_CHECKING:
    from elevshare.workbook.plan import Plan

FORMS = {SplitForm.FLOORS: "先分楼层", SplitForm.WHOLE: "全梯统算"}
WITHIN = {Within.AREA: "按面积", Within.EQUAL: "按户"}
OPT_OUT = {OptOut.ALL: "全体分担", OptOut.FLOOR: "同层分担", OptOut.CHOSEN: "指定楼层分担"}
COEFFICIENTS, PERCENTAGES, INTERVALS = "系数", "百分比", "区间内百分比"
KINDS = (COEFFICIENTS, PERCENTAGES, INTERVALS)
#: Percentages of the households, in books where they may have terms of their own.
HOUSEHOLDS = "各户百分比"
EVERYBODY, PAYERS = "全部住户", "只给应缴户"
#: What households get that have nothing to pay.
NO_PAPER, CONFIRMED = "不发账单", "发确认单"


def weight_kind_of(rule: ShareRule) -> str:
    """What the weights of a sharing rule are: coefficients or percentages (a Chinese word)."""
    if rule.intervals:
        return INTERVALS
    return PERCENTAGES if rule.percent else COEFFICIENTS


def kind_of(project: Project) -> str:
    """What the weights of a project are (a Chinese word)."""
    return HOUSEHOLDS if project.by_household else weight_kind_of(project.scheme.sharing)


WORK = (
    Field("estate", "小区", "text", "印在公示和账单上", "papers.estate"),
    Field("building", "楼栋", "text", "如：3 幢", "papers.building"),
    Field("entrance", "单元（门栋）", "text", "一部电梯只服务一个单元", "papers.entrance"),
    Field("storeys", "总层数", "whole", "本单元地上层数；空着则按下面系数表的层数",
          "storeys", bounds=("1", str(MAX_STOREYS))),
    Field("made_on", "编制日期", "date", "印在公示和账单上，填如 2026-03-01",
          "papers.made_on", bounds=DATES),
)  # fmt: skip

SUBSIDY = (
    Field("subsidy_mode", "补贴取法", "text", "按规则计算：用下面第七节的数；手工填写：用下一行的金额",
          "subsidy.mode", values_of(SubsidyMode), SubsidyMode.NONE),
    Field("subsidy_amount", "手工填写的补贴（元）", "money", "只在选“手工填写”时有效，填用于建设的金额",
          "subsidy.amount"),
    Field("level", "最高停靠层", "coef", "半层停靠填如 5.5；空着则等于总层数", "subsidy.level",
          bounds=("0", str(MAX_STOREYS))),
    Field("reserved_shaft", "是否预留井道", "text", "有的城市预留井道的补贴减半",
          "subsidy.reserved_shaft", TRUTH, False),
    Field("other_grant", "已享受其他加梯补助", "text", "有的城市不重复补助",
          "subsidy.other_grant", TRUTH, False),
    Field("arrival", "补贴是否到账", "text", "到账后改为已到账，账单随之结算",
          "subsidy.arrival", values_of(SubsidyArrival), SubsidyArrival.EXPECTED),
    Field("expected_on", "预计到账日期", "date", "填如 2026-12-31",
          "subsidy.expected_on", bounds=DATES),
    Field("received_on", "实际到账日期", "date", "到账后填",
          "subsidy.received_on", bounds=DATES),
    Field("billing", "补贴到账前怎么收", "text", "按净额收：账单已减补贴；先收全额，到账后退：先不减，到账后退还",
          "subsidy.billing", values_of(Billing), Billing.NET),
    Field("compensation", "手工填写的补偿合计（元）", "money", "从筹集款中付给低层住户，加入应分摊净额；没有则空着",
          "compensation", at_first=lambda p: p.compensation / 100),
)  # fmt: skip

#: The note of the compensation if 专项 has further ways to calculate it.
OTHER_WAYS = "“专项”的补偿取法选“手工合计”时有效；加入应分摊净额"

METHOD = (
    Field("form", "分摊方式", "text", "先分楼层：净额按系数分到各层，再在层内分；全梯统算：全部住户一次分",
          "method.form", by_word(FORMS), SplitForm.WHOLE, shipped="share.form"),
    Field("within", "面积还是户", "text", "按面积：用建筑面积作权数；按户：每户相同",
          "method.within", by_word(WITHIN), Within.EQUAL, shipped="share.within"),
    Field("opt_out", "退出份额", "text", "有住户不参与时，它的份额由全体分担还是由同层其余住户分担",
          "method.opt_out", {word: way for way, word in OPT_OUT.items() if way is not OptOut.CHOSEN}, OptOut.FLOOR),
    Field("weight_kind", "下表的系数是", "text", "系数：只看比例；百分比：各层合计须为 100；区间内百分比：还须在各层区间之内",
          words=as_they_are(KINDS), at_first=lambda p: weight_kind_of(p.scheme.sharing)),
    Field("unit", "计算单位", "text", "金额取整到这个单位；合计始终等于净额",
          "unit", as_they_are(UNITS), "分"),
)  # fmt: skip

RULE = (
    Field("rate", "补贴比例", "percent", "按“计入补贴基数”的费用计算；没有比例则空着",
          "scheme.subsidy.rule.rate", bounds=PERCENT, blank=-1),
    Field("cap", "补贴上限（元）", "money", "没有上限则空着", "scheme.subsidy.rule.cap", blank=-1),
    Field("shaft_factor", "预留井道时的倍数", "percent", "100% 即不减",
          "scheme.subsidy.rule.reserved_shaft", bounds=PERCENT, blank=1,
          unsaid=RATE_SCALE, named="预留井道时补贴的倍数"),
    Field("exclusive", "与其他补助互斥", "text", "是：已享受其他补助时本补贴为 0",
          "scheme.subsidy.rule.exclusive", TRUTH, False, unsaid=False, named="补贴与其他补助互斥"),
    Field("owners_minimum", "业主最低承担比例", "percent", "占总费用；没有规定则为 0%",
          "scheme.subsidy.rule.owners_minimum", bounds=PERCENT, unsaid=0),
    Field("upkeep", "其中留作运维的比例", "percent", "留作运行维护的部分不抵减建设费用",
          "scheme.subsidy.rule.upkeep", bounds=PERCENT, unsaid=0, named="补贴中留作运维的比例"),
)  # fmt: skip

BILL = (
    Field("payee", "收款户名", "text", "", "papers.payee"),
    Field("bank", "开户银行", "text", "", "papers.bank"),
    Field("account", "收款账号", "text", "先打英文单引号 ' 再打号码，16 位以上才不会丢末尾", "papers.account"),
    Field("due_date", "缴款截止日期", "date", "填如 2026-03-31", "papers.due_date", bounds=DATES),
    Field("contact", "咨询与异议联系", "text", "联系人与电话，印在账单上", "papers.contact"),
    Field("instalments", "分几期缴", "whole", "一次缴清填 1；最后一期承担除不尽的分",
          bounds=("1", "120"), blank=1, at_first=lambda p: 1),
    Field("instalment", "本次是第几期", "whole", "账单按这一期计算",
          bounds=("1", "120"), blank=1, at_first=lambda p: 1),
    Field("bill_scope", "不用缴款的户", "text", "应缴为 0、也没有缴过款的户；发确认单：写明本户不用缴款",
          words=as_they_are((NO_PAPER, CONFIRMED)), at_first=lambda p: NO_PAPER),
)  # fmt: skip

_WEIGHT = f"请填 0 到 {MAX_COEFFICIENT} 的数，最多四位小数"
_END = "请填 0 到 100 的百分数，如 28"
COST_COLUMNS = (
    InputColumn("item", "项目", "输入-text"),
    InputColumn("yuan", "金额（元）", "输入-money", AMOUNT_HINT),
    InputColumn("eligible", "计入补贴基数", "输入-text", words=YES_NO),
    HINT,
)
WEIGHT_COLUMNS = (
    InputColumn("storey", "楼层", "计算-whole"),
    InputColumn("weight", "系数", "输入-coef", _WEIGHT, ("0", MAX_COEFFICIENT)),
    HINT,
    InputColumn("low", "区间下限", "输入-coef", _END, ("0", "100")),
    InputColumn("high", "区间上限", "输入-coef", _END, ("0", "100")),
)
TIER_COLUMNS = (
    InputColumn("name", "分档", "标签"),
    InputColumn("reach", "起始层（达到）", "输入-coef", f"请填 0 到 {MAX_STOREYS}，半层填如 4.5",
                ("0", str(MAX_STOREYS)), steps=2),
    InputColumn("yuan", "金额（元）", "输入-money", "请填 0 或正数（元）"),
    InputColumn("step", "每高一层加（元）", "输入-money", "请填数字（元）", (f"-{MAX_YUAN}", MAX_YUAN),
                name="每层增减"),
)  # fmt: skip
SPLIT_COLUMNS = (
    InputColumn("level", "级别", "输入-text"),
    InputColumn("share", "比例", "输入-percent", "请填 0% 到 100%"),
)


#: In books where chosen storeys may carry the gap.
BY_CHOSEN = Field(
    "opt_out", "退出份额", "text",
    "指定楼层分担：先假定全部参与，再把不参与各户的份额分给下表选“是”的楼层，其余各户金额不变",
    "method.opt_out", by_word(OPT_OUT), OptOut.FLOOR)  # fmt: skip
#: In books where households may have terms of their own.
BY_HOUSEHOLD = Field(
    "weight_kind", "下表的系数是", "text",
    "各户百分比：用“住户”的个别系数一栏，合计须为 100，不用下表；其余三种用下表",
    words=as_they_are((*KINDS, HOUSEHOLDS)), at_first=kind_of)  # fmt: skip
CARRIES = InputColumn("carries", "承担退出份额", "输入-text", words=YES_NO)


def sections(plan: Plan) -> dict[str, tuple[Section, ...]]:
    """The sections of 参数."""
    return {"参数": (
        Section("work", "一、工程", WORK),
        Section("costs", "二、建设费用（不足十项的空着；需要明细时逐项填写）", rows=MAX_COSTS,
                columns=cost_columns(plan, COST_COLUMNS)),
        Section("subsidies", "三、补贴与补偿", _subsidy(plan)),
        Section("method", "四、分摊办法", _method(plan)),
        Section("coefficients", "五、楼层系数（方案给出的已填好，业主协商另定的可以改；空着的是待填）",
                rows=plan.storeys, columns=weight_columns(plan)),
        Section("bill", "六、账单", BILL),
        Section("rule", "七、补贴规则（方案有规定的已填好，一般不用改）", RULE, MAX_TIERS,
                TIER_COLUMNS),
        Section("split", "八、各级补贴分担（合计应为 100%）", rows=MAX_LEVELS, columns=SPLIT_COLUMNS),
        Section("sealing", f"九、{seal.SECTION}", seal.FIELDS),
    )}  # fmt: skip


def weight_columns(plan: Plan) -> tuple[InputColumn, ...]:
    """The columns of the storeys' weights."""
    storey, *others = WEIGHT_COLUMNS
    first = replace(storey, style="计算-any") if plan.half_stops else storey
    return (first, *others, *((CARRIES,) if plan.carriers else ()))


def _method(plan: Plan) -> tuple[Field, ...]:
    """The inputs of the way of sharing, with the choices that this book has."""
    more = {"opt_out": BY_CHOSEN if plan.carriers else None,
            "weight_kind": BY_HOUSEHOLD if plan.terms else None}  # fmt: skip
    return tuple(more.get(field.key) or field for field in METHOD)


def _subsidy(plan: Plan) -> tuple[Field, ...]:
    """The inputs of subsidy and compensation; more of both are on 专项."""
    mode, *others, compensation = SUBSIDY
    rule = plan.project.scheme.subsidy
    if rule and rule.computable:
        mode = replace(mode, instead=lambda: _forgone(plan, rule.doubt))
    if plan.has(Topic.COMPENSATION):
        compensation = replace(compensation, note=OTHER_WAYS)
    return (mode, *others, compensation)


def _forgone(plan: Plan, doubt: str) -> tuple[str, str]:
    """Whether the rule gives a subsidy that is not counted, and what to say then."""
    fen = plan.grants["building"]
    uncounted = f'AND({plan.parameter("subsidy_mode")}="{SubsidyMode.NONE}",{fen}>0)'
    counted = f"，本簿未计入；要计入请选“{SubsidyMode.RULE}”"
    text = f'"方案的补贴规则{doubt}可得 "&{paid_yuan(fen)}&"{counted}"'
    return uncounted, text
