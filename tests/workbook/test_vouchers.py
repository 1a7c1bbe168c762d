"""补偿凭证: one for each household that is paid, with the amount that the rules give it."""

from dataclasses import replace

import pytest
from editing import Book, fen
from following import BASE
from test_compensation import RULES, with_rule

from elevshare.money import upper
from elevshare.project import Topic, assess
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.schemes import find, with_part
from elevshare.workbook.book import make_book
from elevshare.workbook.subjects.compensation.vouchers_paper import LAYOUT
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.COMPENSATION})
ROWS = len(LAYOUT.rows)
NONE_HERE = "本页没有凭证：没有逐户的补偿"


def vouchers(said):
    """Label → value of every voucher; the forms after them are empty."""
    forms = [said.form("补偿凭证", n * ROWS + 1, ROWS) for n in range(said.plan.flats)]
    forms = [{k: v for k, v in form.items() if "存根" not in k} for form in forms]
    filled = [form for form in forms if form]
    assert forms[: len(filled)] == filled
    return filled


@pytest.mark.parametrize("name", RULES)
def test_every_household_that_is_paid_has_one(book, name):
    project = with_rule(RULES[name], payout=1_111_111)
    book.turn_into(project)
    said = book.read()
    paid = [(flat, sum_) for flat, sum_ in zip(project.flats, assess(project).payouts, strict=True)
            if sum_]  # fmt: skip
    assert said.errors == said.failed == [] and bool(paid) == (name != "nothing")
    found = vouchers(said)
    assert [(one["房号"], fen(one["补偿金额"])) for one in found] == [
        (flat.room, sum_) for flat, sum_ in paid
    ]
    assert [one["金额大写"] for one in found] == [f"人民币{upper(sum_)}" for _, sum_ in paid]
    for one, (flat, _) in zip(found, paid, strict=True):
        assert (one["业主"], one["楼层"]) == (flat.owner, f"{flat.storey} 层")
        assert fen(one["建筑面积㎡"]) == flat.area
        assert one["补偿取法"] == project.payouts.way.value
    numbers = [said.at(f"补偿凭证!A{n * ROWS + 3}") for n in range(len(paid))]
    assert numbers == [f"编号：补偿-3-{flat.room}" for flat, _ in paid]


def words(book, rule, **more):
    book.turn_into(with_rule(rule, **more))
    return [one["怎么算"] for one in vouchers(book.read())]


def test_a_fixed_amount_in_words(book):
    first, second = "一层每户补偿 10,000.01 元", "×二层所占 33.33%，四舍五入到分＝3,333.00 元"
    rule = Compensation(CompensationWay.FIRST, first=1_000_001, second=3_333)
    assert words(book, rule) == [first, first, first + second, first + second]


def test_an_amount_by_area_in_words(book):
    # 61.03 and 80.17 m²: 20,000.02 × 61.03 ÷ 141.20 = 8,644.4844…
    assert words(book, RULES["rizhao"]) == [
        "分配总额 20,000.02 元×本户面积 61.03 ㎡÷一层合计 141.20 ㎡≈8,644.48 元",
        "分配总额 20,000.02 元×本户面积 80.17 ㎡÷一层合计 141.20 ㎡≈11,355.54 元",
    ]
    assert words(book, Compensation(CompensationWay.POOL, pool=7_060)) == [
        "分配总额 141.20 元×本户面积 61.03 ㎡÷一层合计 141.20 ㎡＝61.03 元",
        "分配总额 141.20 元×本户面积 80.17 ㎡÷一层合计 141.20 ㎡＝80.17 元",
    ]


def test_an_agreed_amount_in_words(book):
    said = words(book, Compensation(CompensationWay.TABLE), payout=1_111_111)
    assert said == ["按约定逐户填写的金额 11,111.11 元"] * 4


def test_a_total_alone_says_who_gets_nothing_yet(book):
    book.turn_into(with_rule(Compensation(), compensation=50_000))
    said = book.read()
    assert vouchers(said) == []
    heads = [said.at(f"补偿凭证!A{n * ROWS + 2}") for n in range(4)]
    assert heads == [NONE_HERE, "", NONE_HERE, ""]


def test_a_draft_says_so_on_both_halves(book):
    book.turn_into(with_rule(RULES["rizhao"]))
    book.household(9, area="一百")
    said = book.read()
    head = [row.keys for row in LAYOUT.rows].index("head")
    assert vouchers(said) and said.failed
    assert said.at("补偿凭证!A2").startswith("草案")
    assert said.at(f"补偿凭证!A{head + 1}").startswith("【草案】补偿支付凭证　领款联")


def test_the_basis_is_what_the_scheme_says_of_compensation(book):
    book.turn_into(with_rule(RULES["xiamen-odd"]))
    assert bases(book) == {"业主协商一致（方案没有录入补偿的规定）"}
    scheme = with_part(BASE.scheme, "compensation", find("xiamen"))
    one = replace(with_rule(RULES["xiamen-odd"]), scheme=scheme)
    (basis,) = bases(Book(make_book(one), SharingPlan(one)))
    assert basis.endswith("第八项（一）") and basis[0] == "《"


def bases(book):
    return {form["补偿依据"] for form in vouchers(book.read())}
