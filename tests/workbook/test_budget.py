"""The budget of sources in a book: it follows the rules, and says which claim is wrong."""

import random

import pytest
from buildings import ODD_AREAS, project
from editing import fen
from engines import differences, formula_cells, formulas_model, formulas_values, libreoffice

from elevshare.project import Topic
from elevshare.rules.budget import SOURCES, BudgetItem, FinancingPlan, agrees, split, totals
from elevshare.workbook.book import draft
from elevshare.workbook.subjects.finance.tables import KEYS, claims, inputs, items, sources
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.FINANCE})

ARTICLE = FinancingPlan(
    (
        BudgetItem("设计施工", 35_000_000, (5000, 3000, 2000, 0, 0, 0)),
        BudgetItem("设备采购", 10_000_000, (6000, 4000, 0, 0, 0, 0)),
        BudgetItem("其他", 5_000_000, (4000, 0, 0, 6000, 0, 0)),
    ),
    (5500, 3500, 1000, None, None, None),
)
WRONG = "筹资各项填写无误"


def fill(book, budget):
    for row, item in enumerate(budget.items):
        book.type(inputs(book.plan).at("item", row), item.name)
        book.type(inputs(book.plan).at("yuan", row), item.fen / 100)
        for key, part in zip(KEYS, item.parts, strict=True):
            book.type(inputs(book.plan).at(key, row), part / 10_000)
    for key, claim in zip(KEYS, budget.claimed, strict=True):
        book.type(claims(book.plan).at(key, 0), None if claim is None else claim / 10_000)


def random_budget(seed):
    rng = random.Random(seed)
    found = []
    for number in range(rng.randrange(1, 11)):
        cuts = sorted(rng.randrange(10_001) for _ in range(5))
        parts = tuple(b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True))
        found.append(BudgetItem(f"第 {number} 项", rng.randrange(10**9), parts))
    return FinancingPlan(
        tuple(found), tuple(rng.choice([None, rng.randrange(10_001)]) for _ in SOURCES)
    )


@pytest.mark.parametrize("budget", [ARTICLE, *map(random_budget, range(6))])
def test_the_book_follows_the_rules(book, budget):
    fill(book, budget)
    said = book.read()
    assert said.errors == [] and said.failed == []
    for number, key in enumerate(KEYS):
        shown = [fen(v) for v in said.block(items(book.plan), key) if v != ""]
        assert shown == [split(item)[number] for item in budget.items]
    found, whole = totals(budget.items), sum(item.fen for item in budget.items)
    assert [fen(v) for v in said.block(sources(book.plan), "yuan")] == found
    for claim, part, verdict in zip(
        budget.claimed, found, said.block(sources(book.plan), "verdict"), strict=True
    ):
        right = None if claim is None else agrees(claim, part, whole)
        assert verdict[:2] == {None: "", True: "相符", False: "不符"}[right]


def test_the_articles_totals_are_called_wrong_with_the_true_ones(book):
    fill(book, ARTICLE)
    verdicts = book.read().block(sources(book.plan), "verdict")
    assert verdicts[:3] == [f"不符，实为 {true}.00%" for true in (51, 29, 14)]


def test_when_the_collective_pays_all_the_owners_raise_nothing(book):
    fill(book, FinancingPlan((BudgetItem("全部", 61_234_567, (0, 0, 0, 0, 10_000, 0)),)))
    said = book.read()
    assert "业主自己筹的（自筹＋公积金） 0.00 元" in said.at("筹资!A4")
    assert "单位或集体出 612,345.67 元" in said.at("筹资!A5") and said.at("筹资!A2").endswith(
        "一致"
    )


@pytest.mark.parametrize(
    ("key", "value", "hint"),
    [("yuan", "十万", "← 金额有误"), ("yuan", None, "← 金额有误"), ("yuan", -1, "← 金额有误"),
     ("s1", 0.4, "← 比例合计不是 100%"), ("s2", "三成", "← 比例有误"), ("s1", 50, "← 比例有误")],
)  # fmt: skip
def test_an_item_that_cannot_be_meant_is_marked_and_counts_nothing(book, key, value, hint):
    fill(book, ARTICLE)
    book.type(inputs(book.plan).at(key, 0), value)
    said = book.read()
    assert said.errors == [] and said.failed == [WRONG]
    assert said.block(inputs(book.plan), "hint")[0] == hint
    assert fen(sum(said.block(sources(book.plan), "yuan"))) == 15_000_000


def test_an_empty_budget_is_no_mistake(book):
    said = book.read()
    assert said.failed == [] and "还没有填写" in said.at("筹资!A2")


@pytest.mark.sampled(0)
def test_other_engines_agree_on_the_sheet(tmp_path):
    plan = SharingPlan(project(storeys=3, areas=ODD_AREAS[:1], budget=random_budget(3)))
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    every = [cell for cell in formula_cells(path.read_bytes()) if cell[0] == "筹资"]
    found = libreoffice([path], tmp_path)[0]
    letter, first = sources(plan).letter("yuan"), sources(plan).first
    said = [fen(found["筹资", f"{letter}{first + i}"]) for i in range(len(SOURCES))]
    assert said == totals(plan.project.budget.items)
    some = [cell for cell in every if cell[1].startswith(letter) and int(cell[1][1:]) >= first]
    assert differences(found, formulas_values(formulas_model(path, some)), some) == []
