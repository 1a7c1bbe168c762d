"""Formulas that differ in spelling alone."""

import pytest

from elevshare.audit.formulas import canonical, same_formula


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SUM(A1:A9)", " sum( a1:a9 )"), ("'住户'!B5", "住户!B5"), ("'a''b'!b5", "'a''b'!B5"),
        ("TRUE()", "TRUE"), ("FALSE()", "FALSE"), ("0.1", "0.10000000000000001"), ("100", "1E+02"),
        ("_xlfn.CONCAT(A1)", "CONCAT(A1)"), ("_xlfn._xlws.SORT(A1)", "SORT(A1)"),
        ("COM.MICROSOFT.IFS(A1,1)", "IFS(A1,1)"), ("[0]!net_cost", "net_cost"),
        ("SUM(住户!B5:住户!B9)", "SUM(住户!B5:B9)"), ("SUM(B5:B5)", "SUM(B5)"),
        ("SUM('2a'!B5:B9)", "SUM('2a'!B5:'2a'!B9)"), ("if(a1=1,2)", "IF(A1=1,2)"),
        ("SUM(住户!B5:住户!B5)", "SUM(住户!B5)"), ("SUM(住户!B5:B5)", "SUM(住户!B5)"),
    ],
)  # fmt: skip
def test_the_same(one, other):
    assert same_formula(one, other) and same_formula(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A1", "B1"), ("A1", "$A$1"), ('"a"', '"A"'), ("A1+B1", "A1-B1"), ("0.1", "0.1000000000001"),
        ("住户!B5", "分摊!B5"), ("SUM(B5:B6)", "SUM(B5)"), ("SUM(A1,B1)", "SUM(A1:B1)"),
        ("net_cost", "net_costs"), ("'2a'!B5", "2a!B5"), ("'A b'!B5", "'a b'!B5"), ("SUM(页!B5:B6)", "SUM(页!B5)"),
    ],
)  # fmt: skip
def test_not_the_same(one, other):
    assert not same_formula(one, other)


@pytest.mark.parametrize(
    ("formula", "plain"),
    [
        (" a1 + 1.50 ", "A1+1.5"), ("'a:b'!a1:c3", "'a:b'!A1:C3"), ("页!a1:页!c3", "页!A1:C3"),
        ('"b c"', '"b c"'), ("true()", "TRUE"), ("room_no", "room_no"), ("'页'!room_no", "页!ROOM_NO"),
        ("页!room_no", "页!room_no"), ("a$1", "A$1"), ("AbcD1", "AbcD1"), ("{1,2}", "{1,2}"),
    ],
)  # fmt: skip
def test_the_one_spelling(formula, plain):
    assert canonical(formula) == plain


def test_what_cannot_be_read_is_compared_as_it_is():
    assert canonical("A1)") == "A1)" and not same_formula("A1)", "a1)")
