"""The households that a name belongs to."""

from __future__ import annotations

import pytest

from elevshare.payments.owners import Owners, names_of

OWNERS = Owners(
    {"101": "王建", "102": "王建国", "201": "张 三", "202": "李梅、王建国", "301": "—", "302": ""}
)


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("王建国", {"王建国"}),
        ("王建国、李梅", {"王建国", "李梅"}),
        ("王建国，李梅", {"王建国", "李梅"}),
        ("王建国 李梅", {"王建国", "李梅"}),
        ("王建国/李梅", {"王建国", "李梅"}),
        ("王建国和李梅", {"王建国", "李梅"}),
        ("王和平", {"王和平"}),
        ("张　三", {"张三"}),
        ("王建国（已故）", {"王建国"}),
        ("王建国等2人", {"王建国"}),
        ("—", set()),
        ("无", set()),
        ("王", set()),
    ],
)
def test_the_names_in_a_cell(owner, names):
    assert names_of(owner) == names


def test_a_payer_is_an_owner_by_the_full_name():
    assert OWNERS.paying("王建国") == {"102", "202"}
    assert OWNERS.paying("王建") == {"101"}
    assert OWNERS.paying("张三(138****0000)") == {"201"}
    assert OWNERS.paying("王建国军") == OWNERS.paying("") == OWNERS.paying("—") == frozenset()


def test_a_name_inside_another_is_not_mentioned():
    assert OWNERS.mentioned("王建国加梯") == {"102", "202"}
    assert OWNERS.mentioned("王建加梯") == {"101"}
    assert OWNERS.mentioned("替张三交") == {"201"}
    assert OWNERS.mentioned("加梯款") == frozenset()


@pytest.mark.parametrize(
    ("payer", "rooms"),
    [("王*国", {"102", "202"}), ("*建国", {"102", "202"}), ("王**", {"101", "102", "202"}),
     ("李*", {"202"}), ("*", set()), ("**", set()), ("赵*", set()), ("王建国", set())],
)  # fmt: skip
def test_hidden_characters(payer, rooms):
    assert OWNERS.alike(payer) == rooms
