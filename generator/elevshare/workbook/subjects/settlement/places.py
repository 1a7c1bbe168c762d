"""The tables of 决算: the actual net amount split again, and every household's balance."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.project import Topic
from elevshare.rules.arrival import SubsidyArrival
from elevshare.workbook.capitals import capitals
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.papers.roll import in_order
from elevshare.workbook.plan import Plan
from elevshare.workbook.stages import Stages, largest, owed
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import figures as pools
from elevshare.workbook.subjects.pools.splits import with_pools
from elevshare.workbook.subjects.pools.tables import ACTUAL
from elevshare.workbook.subjects.reserve.words import fund_word
from elevshare.workbook.subjects.settlement.items import TITLE, items
from elevshare.workbook.subjects.sharing import carrying
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
)

#: The figures that 分摊 has too.
PLANNED = ("cost", "subsidy", "others", "compensation", "pooled", "main", "net")
#: The totals in capital figures: key → label.
SUMS = {"more": "应补合计", "back": "应退合计"}


@once
def figures(plan: Plan) -> Figures:
    """The figures below the cost items: plan against outcome."""
    unit = plan.figure("unit")

    def total(key: str) -> Callable[[Figures], str]:
        return lambda f: f"SUM({flats(plan).area(key)})*{f.ready}"

    def all_of(key: str) -> Callable[[Figures], str]:
        return lambda f: f"SUM({plan.shares.all(key)})*{f.ready}"

    def count(key: str) -> Callable[[Figures], str]:
        return lambda f: f"SUMPRODUCT(({flats(plan).area(key)}>0)*1)"

    return Figures(TITLE, items(plan).last + 4, {
        **_costs(plan),
        "raw": money(f"费用－补贴{others.less(plan)}＋补偿", "小于 0 就没有可分摊的，见“校验”", _raw),
        "net": money("应分摊净额", "按“分摊”同样的办法再分一次", lambda f: f"MAX(0,{f.raw})*{f.ready}"),
        **pools.figures(plan, ACTUAL),
        **(_terms(plan) if plan.terms else {}),
        "units": Figure("应分份数", "净额含多少个整单位", lambda f: f"INT({f[plan.ruled]}/{unit})"),
        "rest": money("不足一个单位的余额", "归入应缴最多的第一户",
                      lambda f: f"{f[plan.ruled]}-{f.units}*{unit}"),
        "rest_row": Figure("余额归入第几户", None, lambda f: _rest_row(plan)),
        "relief": money("减：减免", "每户最多减到 0", total("relief_fen")),
        "fund": money(f"减：{fund_word(plan)}", None, all_of("fund")),
        "paid": money("减：已缴", "已经收到的，减去已经退回的", all_of("paid")),
        "joined": money("加：后加入", "后加入的户应缴，其余户应退，合计为 0", total("joined_fen")),
        "more": money("应补合计", None, total("more_fen")),
        "back": money("应退合计", None, total("back_fen")),
        "debtors": Figure("应补几户", None, count("more_fen")),
        "payees": Figure("应退几户", None, count("back_fen")),
    }, 14, 14)  # fmt: skip


def _raw(f: Figures) -> str:
    """The actual net amount, which may be below 0."""
    less = f"-{f.others}" if "others" in f.figures else ""
    return f"{f.cost}-{f.subsidy}{less}+{f.compensation}"


def _terms(plan: Plan) -> dict[str, Figure]:
    """The fixed sums, and what is left of the actual net amount to share by the rule."""
    fixed = plan.figure("fixed")
    return {
        "fixed": money("其中定额户的定额", "照约定的数，不随决算变", lambda f: f"{fixed}*{f.ready}"),
        "ruled": money("按办法分摊的净额", "应分摊净额－定额", lambda f: f"MAX(0,{f[pools.main_net(f)]}-{f.fixed})"),
    }  # fmt: skip


def _rest_row(plan: Plan) -> str:
    """The household that gets the rest below one unit."""
    if plan.carriers:
        return carrying.rest_row(flats(plan), carriers(plan), plan.shares)
    return largest(flats(plan).area("key"))


def _costs(plan: Plan) -> dict[str, Figure]:
    """The planned cost, how many items are settled, and the actual cost."""
    given = plan.number("actual_compensation")

    def entered() -> str:
        return f"SUMPRODUCT({items(plan).area('wanted')}*{items(plan).area('entered')})"

    return {
        "wanted": Figure("计划中的费用（项）", "“参数”里填了金额的",
                         lambda f: f"SUM({items(plan).area('wanted')})"),
        "entered": Figure("其中已决算（项）", "“专项”里填了实际金额的", lambda f: entered()),
        "ready": Figure("已决算齐（1/0）", "没有齐就不往下算",
                        lambda f: f"IF(AND({f.wanted}>0,{f.entered}={f.wanted}),1,0)"),
        "cost": money("总费用", "各项实际金额之和", lambda f: f"SUM({items(plan).area('fen')})"),
        "subsidy": money("减：补贴", "“专项”的实际补贴；空着时取哪个数，“专项”写明",
                         lambda f: _subsidy(plan)),
        **others.actual(plan),
        "compensation": money("加：补偿支出", "“专项”的实际补偿；空着则按计划",
                              lambda f: f"IF({given}<0,{plan.figure('compensation')},"
                                        f"ROUND({given}*100,0))"),
    }  # fmt: skip


def _subsidy(plan: Plan) -> str:
    """The actual subsidy in fen: as typed, else ``_expected``."""
    given = plan.number("actual_subsidy")
    return f"IF({given}<0,{_expected(plan)},ROUND({given}*100,0))"


def _expected(plan: Plan) -> str:
    """The subsidy in fen if none is typed: what arrived for building, else what is planned."""
    if not plan.has(Topic.CASH):
        return plan.figure("subsidy")
    # The cash position reads the settlement too.
    from elevshare.workbook.subjects.cash.position import figure as cash

    received = f'{plan.parameter("arrival")}="{SubsidyArrival.RECEIVED.value}"'
    arrived = f"MAX(0,{cash(plan, 'arrived')}-{cash(plan, 'upkeep')})"
    return f"IF({received},{arrived},{plan.figure('subsidy')})"


def figure(plan: Plan, key: str) -> str:
    """The address of a figure: a whole number, amounts in fen."""
    return figures(plan)[key]


def actual(plan: Plan, key: str) -> str:
    """A figure in fen: that of 分摊, or the actual one once everything is settled."""
    if not plan.has(Topic.SETTLEMENT):
        return plan.figure(key)
    return f"IF({figures(plan).ready}=1,{figures(plan)[key]},{plan.figure(key)})"


def share(plan: Plan, index: int) -> str:
    """A household's share in fen (index from 0): the actual one once everything is settled."""
    planned = plan.shares.at("fen", index)
    if not plan.has(Topic.SETTLEMENT):
        return planned
    return f"IF({figures(plan).ready}=1,{flats(plan).at('fen', index)},{planned})"


def shares(plan: Plan) -> str:
    """The sum of the households' shares in fen: the actual ones once everything is settled."""
    planned = f"SUM({plan.shares.all('fen')})"
    if not plan.has(Topic.SETTLEMENT):
        return planned
    return f"IF({figures(plan).ready}=1,SUM({flats(plan).all('fen')}),{planned})"


@once
def sums(plan: Plan) -> FormulaTable:
    """The total still to pay and the total to pay back, in capital figures."""
    keys = tuple(SUMS)
    return FormulaTable("三、合计的大写", TITLE, figures(plan).last_row + 4, len(keys), (
        *gaps("label", "pad1", "pad2"),
        Column("yuan", "金额（元）", "money", lambda r: f"{r.fen}/100"),
        *gaps(*(f"p{number}" for number in range(7)), "gap"),
        Column("fen", "金额（分）", "whole", lambda r: figures(plan)[keys[r.index]]),
        *capitals("fen"),
    ))  # fmt: skip


def stages(plan: Plan) -> Stages:
    """The split of 分摊, applied to the actual net amount."""
    return Stages(plan.figure("storeys_first"), figures(plan).units, lambda: groups(plan),
                  beside(plan.shares, plan.counting), beside(plan.shares, plan.placing))  # fmt: skip


@once
def flats(plan: Plan) -> FormulaTable:
    """The households, from their share of the actual net amount to their balance."""
    of = plan.shares
    return FormulaTable("四、各户", TITLE, sums(plan).last + 4, plan.flats, (
        numbered(),
        *_shown(plan),
        *gaps("gap"),
        *in_order(of),
        *stages(plan).household_split(beside(of, "part"), beside(of, "group")),
        *with_pools(plan, ACTUAL, owed("实际应分摊（分）", beside(of, "payer"), plan.figure("unit"),
                                       figures(plan).rest_row, figures(plan).rest,
                                       lambda r: _more(plan, r))),
        *_balance(plan),
    ), lambda r: f"{of.at('valid', r.index)}*{figures(plan).ready}=1", totals=("planned", "actual", "relief", "fund", "paid", "joined", "more", "back"))  # fmt: skip


def _more(plan: Plan, row: TableRow) -> str:
    """What is added to a household's units × unit once everything is settled, in fen."""
    added = carrying.more(plan, row, lambda: carriers(plan))
    return f"+(0{added})*{figures(plan).ready}" if added else ""


def _shown(plan: Plan) -> tuple[Column, ...]:
    """The columns for neighbours to read, filled once everything is settled."""
    of = plan.shares

    def named(key: str, head: str) -> Column:
        return Column(key, head, "any",
                      lambda r: f'IF({of.at("valid", r.index)}=1,{of.at(key, r.index)},"")')  # fmt: skip

    def yuan(key: str, head: str, fen: PartialFormula) -> Column:
        return shown(key, head, "money", lambda r: f"{fen(r)}/100")

    def above_nothing(key: str, head: str) -> Column:
        return Column(key, head, "money",
                      lambda r: f'IF({r[f"{key}_fen"]}>0,{r[f"{key}_fen"]}/100,"")')  # fmt: skip

    return (
        named("room", "房号"),
        named("owner", "业主"),
        Column("planned", "计划应分摊（元）", "money", beside(of, "due")),
        yuan("actual", "实际应分摊（元）", lambda r: r.fen),
        yuan("relief", "减：减免（元）", lambda r: r.relief_fen),
        yuan("fund", f"减：{fund_word(plan)}（元）", beside(of, "fund")),
        yuan("paid", "减：已缴（元）", beside(of, "paid")),
        yuan("joined", "加：后加入（元）", lambda r: r.joined_fen),
        above_nothing("more", "应补（元）"),
        above_nothing("back", "应退（元）"),
    )


def _balance(plan: Plan) -> tuple[Column, ...]:
    """What a household owes less what it has paid, in fen."""
    relief, fund, paid, late = (
        beside(plan.shares, key) for key in ("relief", "fund", "paid", "late")
    )

    def balance(row: TableRow) -> str:
        owes = f"{row.fen}-{row.relief_fen}-{fund(row)}-{paid(row)}+{row.joined_fen}"
        return f"({owes})*{figures(plan).ready}"

    return (
        # Relief spares a household its share; nobody is paid for it.
        Column("relief_fen", "计入减免（分）", "whole", lambda r: f"MIN({r.fen},{relief(r)})"),
        Column("joined_fen", "后加入（分）", "whole", late),
        Column("balance", "应补，应退为负（分）", "whole", balance),
        Column("more_fen", "应补（分）", "whole", lambda r: f"MAX(0,{r.balance})"),
        Column("back_fen", "应退（分）", "whole", lambda r: f"MAX(0,-{r.balance})"),
    )


@once
def storey_table(plan: Plan) -> FormulaTable:
    """The storeys' parts of the actual net amount, with the counted weights of 分摊."""

    def amount(row: TableRow) -> str:
        storeys, table = plan.shares.all("storey_no"), flats(plan)
        fen = table.area(pools.main_fen(table))
        return f"SUMIF({storeys},{row.storey if plan.half_stops else row.n},{fen})/100"

    halves = Column("storey", "楼层", "any", beside(plan.storey_table, "storey"))
    split = () if plan.terms else stages(plan).storey_split(beside(plan.storey_table, "counted"))
    return FormulaTable("五、各层", TITLE, flats(plan).last + 4, plan.storeys, (
        *((halves,) if plan.half_stops else ()),
        numbered(head="行号" if plan.half_stops else "楼层"),
        Column("amount", "本层金额（元）", "money", amount),
        *gaps(*(f"p{number}" for number in range(8 if plan.half_stops else 9)), "gap"),
        *split,
    ), totals=("amount",))  # fmt: skip


@once
def groups(plan: Plan) -> FormulaTable:
    """The rows that share first, as on 分摊."""
    if not plan.terms:
        return storey_table(plan)
    return FormulaTable("六、各层与有个别系数的各户一起分", TITLE, storey_table(plan).last + 4,
                        plan.groups.count, (
        numbered(head="组号"),
        *gaps(*(f"p{number}" for number in range(10)), "gap"),
        *stages(plan).storey_split(beside(plan.groups, "counted")),
    ))  # fmt: skip


@once
def carriers(plan: Plan) -> FormulaTable:
    """The households that carry the gap, where chosen storeys do."""
    title = "七、退出份额由指定楼层分担"
    return carrying.carried(plan, title, TITLE, groups(plan).last + 4, flats(plan))


def working(plan: Plan) -> tuple[FormulaTable, ...]:
    """The tables below the households: storeys, and what only some books have."""
    more = (groups(plan),) if plan.terms else ()
    return (storey_table(plan), *more, *((carriers(plan),) if plan.carriers else ()))
