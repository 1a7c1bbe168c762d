"""Every check of a summary fails where it should, and only there."""

from dataclasses import replace

import pytest
from records import building, changed, doubted, figures
from summaries import summary

from elevshare.collecting.checks import check_list
from elevshare.collecting.record import Collection

GOOD = figures(1)


def with_figures(**changes):
    return building(1, figures=replace(GOOD, **changes))


#: What fails → books, and what somebody chose.
WRONG = {
    "有计入的簿子": ([building(1)], {1: "否"}),
    "“计入”只填是或否": ([building(1), building(2)], {2: "要"}),
    "计入的簿子没有不可信的": ([building(1), doubted(2)], {2: "是"}),
    "计入的簿子自己的校验都通过": ([building(1), building(2, failed=2)], {}),
    "同一单元只计一本": ([building(1), building(1, file="又一份.xlsx")], {2: "是"}),
    "净额与簿子自己的相等": ([with_figures(own_net=GOOD.net + 1)], {}),
    "各户合计与簿子自己的相等": ([with_figures(own_due=None)], {}),
    "各户合计等于净额": ([with_figures(due=GOOD.due - 1, own_due=GOOD.due - 1)], {}),
    "应缴等于已缴加还欠减多缴": ([with_figures(paid=GOOD.paid + 1)], {}),
    "各级补贴之和不多于申请补贴": ([with_figures(grant=GOOD.grant - 1)], {}),
    "申请表的行数够用": (
        [building(1), *(doubted(number) for number in range(2, 14))],
        dict.fromkeys(range(2, 14), "是"),
    ),
    "合计没有超出精确范围": ([with_figures(cost=10**14 + GOOD.cost, own_net=10**14 + GOOD.net,
                       due=10**14 + GOOD.net, own_due=10**14 + GOOD.net)], {}),
}  # fmt: skip
#: These fail only where somebody has typed over formulas, or together with another.
FORMULAS = {"各单元净额之和等于合计", "各级补贴之和等于申请补贴合计"}


@pytest.mark.parametrize("name", WRONG)
def test_a_check_fails(name):
    books, takes = WRONG[name]
    one = summary(Collection(tuple(books)), takes)
    others = {"计入的簿子没有不可信的"} if name == "申请表的行数够用" else set()
    assert set(one.failed()) == {name} | others
    assert one.at(one.plan.failed) == len(one.failed())
    assert one.values["说明", "A4"].startswith("【草案】")


def test_every_check_is_tried():
    one = summary(Collection((building(1),)))
    assert {check.name for check in check_list(one.plan)} == WRONG.keys() | FORMULAS
    assert one.failed() == [] and one.values["说明", "A4"] == "校验：全部通过"


def test_what_does_not_count_breaks_nothing():
    bad = [doubted(2), building(3, failed=None), with_figures(own_net=None), changed(5)]
    one = summary(Collection((building(9), *bad)), {2: "否", 3: "否", 4: "否"})
    assert one.failed() == []
