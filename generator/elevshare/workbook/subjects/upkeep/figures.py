"""The figures of 运维: the yearly running cost left to share, who carries it, the checks."""

from __future__ import annotations

from elevshare.money import MAX_FEN
from elevshare.rules.upkeep import Sharing, UpkeepPeriod
from elevshare.schemes.known import cited_as
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.amount_text import grouped_fen, paid_yuan
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.figures import Figure, Figures, money

# They refer to each other (see there).
from elevshare.workbook.subjects.upkeep import tables
from elevshare.workbook.subjects.upkeep.inputs import PERIODS, SHARING, default_sharing
from elevshare.workbook.table import Text, once

#: Bills on one page of 运维账单.
A_PAGE = 3
#: The column of the switches; the row of the first of them and of the first figure.
_SWITCHES, _FIRST = 17, 4


@once
def figures(plan: Accounts) -> Figures:
    """The figures above the tables, from the yearly cost to the amount to share."""
    n, years = plan.number, plan.number("running_years")
    return Figures(tables.TITLE, _FIRST, {
        "cost": money("全年运维费用", "“专项”各项之和",
                      lambda f: f"SUM({tables.items(plan).all('fen')})"),
        "advertising": money("减：广告收入", "“专项”所填，全年",
                             lambda f: f"ROUND({n('running_ads')}*100,0)"),
        "kept": money("留作运维的补贴（总额）", "按规则计算的留存部分，或“专项”手工所填",
                      lambda f: plan.running.kept),
        "used": money("减：本年用补贴", "总额按年数平分，除不尽的归最后一年；年数空着则不用",
                      lambda f: _used(f.kept, years, n("running_nth"))),
        "net": money("全年应分摊净额", "运维费用－广告收入－本年用补贴，不小于 0",
                     lambda f: f"MAX(0,{f.cost}-{f.advertising}-{f.used})"),
        "surplus": money("结余转入基金", "广告收入和补贴多于费用的部分",
                         lambda f: f"MAX(0,-({f.cost}-{f.advertising}-{f.used}))"),
        "freed": money("免运维少出的钱", "免运维的各户原应承担的部分，由其他户承担",
                       lambda f: f"SUMIF({tables.flats(plan).all('exempt')},1,"
                                 f"{tables.flats(plan).all('plain_fen')})"),
    })  # fmt: skip


def _used(kept: str, years: str, nth: str) -> str:
    """This year's part of that, in fen; the last year takes the remainder."""
    each = f"INT({kept}/MAX(1,{years}))"
    return f"IF({nth}>{years},0,IF({nth}={years},{kept}-{each}*({years}-1),{each}))"


@once
def switches(plan: Accounts) -> Figures:
    """The choices as numbers, beside the figures; by coefficient, the form of 分摊 applies."""
    rule, content = plan.parameter("running_rule"), plan.running
    to_all, some = content.to_all, f'{plan.parameter("running_payers")}="{content.weighing}"'
    by_area = f'IF({rule}="{SHARING[Sharing.AREA]}",1,0)'
    return Figures(tables.TITLE, _FIRST, {
        "by_coefficient": Figure("同建设系数（1/0）", None,
                                 lambda f: f'IF({rule}="{SHARING[Sharing.COEFFICIENT]}",1,0)'),
        "storeys_first": Figure("先分楼层（1/0）", None,
                           lambda f: f"{f.by_coefficient}*{content.storeys_first}"),
        "by_area": Figure("按面积（1/0）", None,
                          lambda f: f"IF({f.by_coefficient}=1,{content.by_area},{by_area})"),
        "gap": Figure("免交处理（1 减 2 加）", None,
                      lambda f: f"IF({f.storeys_first}=1,IF({to_all}=1,1,0),IF({to_all}=1,0,2))"),
        "scale": Figure("系数换算倍数", None, lambda f: f"IF({f.storeys_first}=1,1000000,10000)"),
        "weighed": Figure("系数为 0 不出（1/0）", None,
                          lambda f: f"IF(OR({f.by_coefficient}=1,{some}),1,0)"),
        "periods": Figure("一年几期", None, lambda f: _periods(plan.parameter("running_period"))),
        "period": Figure("本次第几期", None,
                         lambda f: f"MIN({f.periods},{plan.number('running_number')})"),
        "months": Figure("一期几个月", None, lambda f: f"12/{f.periods}"),
    }, _SWITCHES)  # fmt: skip


def _periods(often: str) -> str:
    """The number of periods in a year."""
    counts = str(int(UpkeepPeriod.YEAR))
    for period in (UpkeepPeriod.HALF_YEAR, UpkeepPeriod.QUARTER, UpkeepPeriod.MONTH):
        counts = f'IF({often}="{PERIODS[period]}",{int(period)},{counts})'
    return counts


@once
def lines(plan: Accounts) -> Figures:
    """The sentences below the figures."""
    basis, note = _basis(plan)
    return Figures(tables.TITLE, figures(plan).last_row + 2, {
        "rule": Figure("分摊办法", None, lambda f: _rule(plan)),
        "basis": Figure("办法依据", None, lambda f: Text(basis)),
        "note": Figure("依据说明", None, lambda f: Text(note)),
        "exempt": Figure("免运维由谁承担", None, lambda f: _exempt(plan)),
        "period": Figure("本期", None, lambda f: _period(plan)),
        "printing": Figure("打印", None, lambda f: _printing(plan)),
    }, 4)  # fmt: skip


def _rule(plan: Accounts) -> str:
    """How the cost is shared, as text."""
    f = switches(plan)
    area = f'IF({f.by_area}=1,"按面积","按户")'
    return (
        f'IF({f.by_coefficient}=1,"与建设费用同一系数："&IF({f.storeys_first}=1,'
        f'"先分楼层，层内","全梯统算，系数之外")&{area},IF({f.by_area}=1,'
        f'"承担的各户按建筑面积分摊","承担的各户均摊"))'
    )


def _basis(plan: Accounts) -> tuple[str, str]:
    """The origin of the way of sharing (a document, or the owners), and a note."""
    scheme = plan.project.scheme
    if scheme.upkeep is None:
        usual = f"没有选定时，默认“{SHARING[default_sharing(plan.project)]}”"
        return "方案的文件没有规定运行维护费用怎么分，由业主协商选定", usual
    rule, source = scheme.upkeep, scheme.source(scheme.upkeep.source)
    basis = f"{SHARING[rule.rule]}：{cited_as(source.title, rule.article)}"
    return basis, rule.note or "无"


def _exempt(plan: Accounts) -> str:
    """How many are exempt, and who carries their part, as text."""
    flats = tables.flats(plan)
    spared = f"SUMPRODUCT({flats.all('exempt')}*{flats.all('party')})"
    by_neighbours = plan.running.by_neighbours
    return (
        f'IF({spared}=0,"没有免运维的户","免运维 "&{spared}&" 户，全年少出 "&'
        f'{grouped_fen(figures(plan).freed)}&" 元，由"&IF({by_neighbours},"同层其余各户（整层都免的由全体）",'
        f'"其余承担的各户")&"分担")'
    )


def _printing(plan: Accounts) -> str:
    """The number of bills and pages, as text."""
    bills = f"SUM({tables.flats(plan).all('issue')})"
    return (
        f'IF({bills}=0,"没有要缴运维费的户","运维账单共 "&{bills}&'
        f'" 张，一页 {A_PAGE} 张，打印时页码选 1 到 "&INT(({bills}+{A_PAGE - 1})/{A_PAGE}))'
    )


def _period(plan: Accounts) -> str:
    """The period as text: its months, and its number in the year."""
    f, year = switches(plan), plan.number("running_year")
    last = f"{f.period}*{f.months}"
    first = f"({last}-{f.months}+1)"
    months = f'IF({f.months}=1,{last}&" 月",IF({f.periods}=1,"全年",{first}&"—"&{last}&" 月"))'
    prefix = f'IF({year}=0,"",{year}&" 年 ")'
    return f'{prefix}&{months}&"（第 "&{f.period}&" 期，共 "&{f.periods}&" 期）"'


def checks(plan: Accounts) -> list[BookCheck]:
    """The checks; they hold while no running cost is filled in."""
    f, flats, splits = (
        figures(plan),
        tables.flats(plan),
        (tables.actual(plan), tables.without(plan)),
    )
    wrong = f"SUMPRODUCT(({tables.items(plan).all('problem')}>1)*1)"
    fen, plain = f"SUM({flats.all('fen')})", f"SUM({flats.all('plain_fen')})"
    apart = f"SUMPRODUCT(({flats.all('year_sum')}<>{flats.all('fen')})*1)"
    number, periods = plan.number("running_number"), switches(plan).periods
    idle = f"{f.cost}+{plan.number('running_fund')}=0"
    due = plan.number("running_due")
    carrying = f"SUM({tables.actual(plan).flats.all('carry')})"
    largest = ",".join(block.all(key) for split in splits
                       for block in (split.storey_table, split.flats)
                       for key in ("high", "middle", "low"))  # fmt: skip
    return [
        BookCheck("运维各项填写无误", f"AND({wrong}=0,{f.cost}<={MAX_FEN})",
              f'"有误 "&{wrong}&" 项，全年 "&{paid_yuan(f.cost)}',
              "按“专项”运维表右侧的提示改正：金额是 0 或正数，写到分"),
        BookCheck("有人承担运维费用", f"OR({idle},{carrying}>0)", f'"承担 "&{carrying}&" 户"',
              plan.running.advice),
        BookCheck("运维各户合计等于全年净额", f"{fen}={f.net}", f'"合计 "&{paid_yuan(fen)}&"，净额 "&{paid_yuan(f.net)}',
              "先改正上面没有通过的各项"),
        BookCheck("免运维少出的由他户多出", f"{fen}={plain}", f'"少出 "&{paid_yuan(f.freed)}',
              "先改正上面没有通过的各项"),
        BookCheck("运维各期合计等于全年", f"{apart}=0", f'"不等的 "&{apart}&" 户"', "先改正上面没有通过的各项"),
        BookCheck("运维期次正确", f"OR({idle},{number}<={periods})",
              f'"第 "&{number}&" 期，共 "&{periods}&" 期"', "“专项”的本次第几期不能超过一年的期数"),
        BookCheck("运维账单的截止日期已填", f"OR({idle},{due}>0)",
              f'IF({idle},"不收运维费，不核对",IF({due}>0,TEXT({due},"yyyy-mm-dd"),"还没有填"))',
              "在“专项”运维一节填运维缴款截止日期"),
        BookCheck("运维取整没有超出精确范围", f"MAX({largest})<{EXACT}", EXACT_STATE,
              "系数的小数太多或面积太大，请减少小数"),
        *plan.running.checks(),
    ]  # fmt: skip
