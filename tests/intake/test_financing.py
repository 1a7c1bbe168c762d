"""The sections of a project file about money: budget and repayment."""

import pytest

from elevshare.errors import InputError
from elevshare.intake.project_file import read_project
from elevshare.rules.budget import BudgetItem, FinancingPlan
from elevshare.rules.fund import Fund
from elevshare.rules.loan import Loan
from elevshare.schemes import find


@pytest.fixture
def read(tmp_path):
    def project(text):
        path = tmp_path / "项目.toml"
        path.write_text(text, encoding="utf-8")
        return read_project(path, find("nanjing"))

    return project


def test_a_budget_of_sources(read):
    budget = read(
        "[budget.claimed]\nown = 0.55\n"
        "[[budget.item]]\nname = '设计施工'\namount = '35万'\nown = 0.5\nsubsidy = 0.3\nfund = 0.2\n"
        "[[budget.item]]\nname = '设备'\namount = 5.5\ncollective = 1\n"
    ).budget
    assert budget == FinancingPlan(
        (
            BudgetItem("设计施工", 35_000_000, (5000, 3000, 2000, 0, 0, 0)),
            BudgetItem("设备", 550, (0, 0, 0, 0, 10_000, 0)),
        ),
        (5500, None, None, None, None, None),
    )


def test_a_loan_and_an_advance(read):
    loan = read(
        "[loan]\namount = '15万'\nrate = 0.03\nmonths = 120\nfirst_on = 2027-01-31\n"
        "advance = 100000\nfee = 1000\nadvertising = '2万'\n"
    ).loan
    assert loan == Loan(15_000_000, 300, 120, "2027-01-31", 10_000_000, 100_000, 2_000_000)


@pytest.mark.parametrize("rate", ["3%", " 3.00％ ", "0.03"])
def test_a_rate_of_interest_may_be_a_percentage(read, rate):
    assert read(f"[loan]\nrate = '{rate}'").loan.rate == 300


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[[budget.item]]\nname = '设备'\namount = 5\nown = 0.5", 2, "各来源合计 50%"),
        ("[[budget.item]]\nname = '设备'\namount = 5\nown = 5", 4, "不在 0 到 1 之间"),
        ("[[budget.item]]\namount = 5", 1, "没有填写"),
        ("[budget]\nx = 1", 2, "不认识的项目「budget.x」"),
        ("[loan]\namount = 5", 1, "不在 1 到 120 之间"),
        ("[loan]\namount = 5\nmonths = 121", 3, "不在 1 到 120 之间"),
        ("[loan]\nrate = 3", 2, "不在 0 到 1 之间"),
        ("[loan]\nrate = '300%'", 2, "不在 0 到 1 之间"),
        ("[loan]\nrate = '三%'", 2, "不是数字"),
        ("[loan]\nfee = -1", 2, "每月收费 -1.00 元是负数"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(read, text, line, said):
    with pytest.raises(InputError) as caught:
        read(text)
    assert f"项目.toml 第 {line} 行" in str(caught.value) and said in str(caught.value)


def test_the_family_whose_withdrawal_is_worked_out(read):
    fund = read(
        "[fund]\nscheme = '张家口-公积金'\nregistered_on = 2027-01-31\nroom = 501\n"
        "[[fund.person]]\nrelation = '业主本人'\nbalance = '3万'\n"
    )
    assert fund.fund == Fund("2027-01-31", "501", (("业主本人", 3_000_000),))
    assert fund.scheme.fund.unit == 10_000 and fund.scheme.id == "nanjing"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[fund]\nroom = ''", 2, "房号是空的"),
        ("[fund]\nregistered_on = '明年'", 2, "不是日期"),
        ("[fund]\nscheme = '厦门'", 2, "没有公积金的规定"),
        ("[[fund.person]]\nrelation = '配偶'", 1, "没有填写"),
        ("[[fund.person]]\nrelation = '配偶'\nbalance = -1", 3, "是负数"),
        ("[[fund.person]]\nrelation = '配偶'\nbalance = 1.005", 3, "小数超过 2 位"),
        ("[fund]\n" + "[[fund.person]]\nrelation = '子女'\nbalance = 1\n" * 7, 2, "超过 6 人"),
    ],
)
def test_a_family_that_cannot_be_meant_is_refused_with_its_line(read, text, line, said):
    with pytest.raises(InputError) as caught:
        read(text)
    assert f"项目.toml 第 {line} 行" in str(caught.value) and said in str(caught.value)
