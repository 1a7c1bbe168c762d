"""The checks of 分项."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.check import EXACT, EXACT_STATE, BookCheck
from elevshare.workbook.checks import money
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.pools import splits, tables
from elevshare.workbook.subjects.pools.inputs import PLACES
from elevshare.workbook.subjects.pools.tables import ACTUAL, PLANNED


def checks(plan: Plan) -> list[BookCheck]:
    """The checks: inputs, who pays, sums, and what may reduce the main cost alone."""
    return [*_inputs(plan), *_sums(plan), *_main(plan)]


def _inputs(plan: Plan) -> list[BookCheck]:
    stray = f"SUM({tables.items(plan).all('flaw')})"
    twice = f"SUM({tables.pools(plan).all('twice')})"
    read = [table for place in PLACES for table in splits.split(plan, PLANNED, place)]
    wrong = f"SUM({','.join(table.all('flaw') for table in read)})"
    return [
        BookCheck("费用归入的分项选得正确", f"{stray}=0", f'"选错 "&{stray}&" 项"',
              "在“参数”第二节的“归入”用下拉箭头选"),
        BookCheck("分项的名称不重复", f"{twice}=0", f'"重复 "&{twice}&" 个"', "在“专项”改成不同的名称"),
        BookCheck("分项的系数和权数填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 格"',
              "在“专项”和“住户”改成 0 到 1000 的数，最多四位小数"),
    ]  # fmt: skip


def _sums(plan: Plan) -> list[BookCheck]:
    """Every sharing gives exactly the costs of its pools."""
    nobody = "+".join(
        f"IF(AND({tables.pool(plan, 'fen', place)}>0,"
        f"SUM({splits.split(plan, PLANNED, place).flats.all('payer')})=0),1,0)"
        for place in PLACES
    )
    nets = [one.nets for one in splits.every(plan).values()]
    off, most = (",".join(one.all(key) for one in nets) for key in ("off", "most"))
    return [
        BookCheck("每个分项都有人分摊", f"({nobody})=0", f'"没有人分摊的 "&({nobody})&" 个"',
              "给参与的住户所在楼层填系数，或改选分法、填“住户”的分项权数"),
        BookCheck("各分项合计等于分项费用", f"SUM({off})=0",
              f'"分项费用 "&{money(splits.pooled(plan))}', "先改正上面没有通过的各项"),
        BookCheck("分项的取整没有超出精确范围", f"MAX({most})<{EXACT}", EXACT_STATE,
              "系数的小数太多或面积太大，请减少小数"),
    ]  # fmt: skip


def _main(plan: Plan) -> list[BookCheck]:
    """What comes off the cost comes off the main cost alone."""
    main = f"({plan.figure('cost')}-{plan.figure('pooled')})"
    found = [
        BookCheck("补贴不超过主项费用", f"{plan.figure('subsidy')}<={main}",
              f'"主项费用 "&{money(main)}', "补贴只抵减主项：核对补贴，或把费用改归主项"),
    ]  # fmt: skip
    if plan.has(Topic.SETTLEMENT):
        from elevshare.workbook.subjects.settlement.places import figure

        left = f"({figure(plan, 'raw')}-{splits.pooled(plan, ACTUAL)})"
        found.append(
            BookCheck("决算的补贴不超过主项", f"OR({figure(plan, 'ready')}=0,{left}>=0)",
                  f'IF({figure(plan, "ready")}=0,"还没有决算",{money(left)})',
                  "核对“专项”的实际金额和实际补贴：补贴只抵减主项")
        )  # fmt: skip
    return found
