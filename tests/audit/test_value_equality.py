"""Values that are equal however programs write them, and those that are not."""

import pytest

from elevshare.audit.value_equality import same_value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, "1"), (1.5, "1.5"), (True, 1), (False, "0"), (None, ""), (None, " "), (0.1 + 0.2, 0.3),
        (1e12, 1e12 + 999), (0, 1e-9), (-1e12, -1e12 - 999), ("a\r\nb", "a\nb"), ("a\rb", "a\nb"),
        (" a\n", "a"), ("a\nb ", "a\nb"), ("a_x000D_\nb", "a\nb"), ("_x0041_", "A"), (123456789012, "123456789012"),
    ],
)  # fmt: skip
def test_the_same(one, other):
    assert same_value(one, other) and same_value(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 2), (0, 1.1e-9), (1e12, 1e12 + 1_001), (1, -1), (True, 0), (False, None), (0, None),
        ("a", "A"), ("a b", "ab"), ("_x41_", "A"), (12, "12.0000001"), (-1e12, -1e12 - 1_001),
        ("a", "\n\n\n\na"), ("a", "a" + 9 * "\u3000"),
    ],
)  # fmt: skip
def test_not_the_same(one, other):
    assert not same_value(one, other)
    assert not same_value(other, one)
