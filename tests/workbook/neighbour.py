"""A neighbour with a pocket calculator: follows the sum of a bill from what stands on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from elevshare.money import UNITS, upper

#: Labels with their sign in the sum, down to what is left.
OWED = (("加：先收补贴", 1), ("加：后加入", 1), ("减：后加入退回", -1))
TAKEN_OFF = ("减：减免", "减：公积金", "减：维修资金", "减：已缴")
COSTS = (("减：补贴", -1), ("减：其他来源", -1), ("加：补偿支出", 1))
_NUMBER = r"(-?[\d,]+\.\d\d)"
_LINE = re.compile(
    rf"第(\d+)(?:—(\d+))?期(?:（[\d-]+前）)?{_NUMBER}，已缴(?:（含公积金等?）)?{_NUMBER}，还差{_NUMBER}"
)

#: Label → the amount in fen that stands beside it, ``None`` where the label is not there.
Amount = Callable[[str], int | None]


def printed(text: str) -> Amount:
    """The amounts on a printed bill, given its text without blanks."""

    def amount(label: str) -> int | None:
        found = re.search(rf"{re.escape(label)}¥?{_NUMBER}", text)
        return fen(found[1]) if found else None

    return amount


def listed(bill: Mapping[str, object]) -> Amount:
    """The amounts of a bill that was read from the book."""

    def amount(label: str) -> int | None:
        value = bill.get(label)
        return round(value * 100) if isinstance(value, int | float) else None

    return amount


def fen(text: str) -> int:
    """A printed amount in fen."""
    return int(Decimal(text.replace(",", "")) * 100)


def follow(amount: Amount, text: str) -> None:
    """Do the sums of one bill; ``text`` is all that stands on it, without blanks."""
    share = amount("本户应分摊")
    settled = amount("决算后应分摊")
    due = share if settled is None else settled
    assert due is not None, text
    whole = due + sum(sign * (amount(label) or 0) for label, sign in OWED)
    total, paid = amount("应缴合计"), sum(amount(label) or 0 for label in TAKEN_OFF)
    assert total == whole, text
    back = amount("应退本户")
    left = amount("还欠") if back is None else -back
    assert left == total - paid, text
    _costs(amount, text)
    _instalments(text, amount, total, left)
    _asked(amount, text, left)
    _working(amount, text, due, settled is not None)


def _costs(amount: Amount, text: str) -> None:
    """From the cost to what all share."""
    cost = amount("总费用")
    assert cost is not None
    net = cost + sum(sign * (amount(label) or 0) for label, sign in COSTS)
    assert amount("大家分摊的钱") == max(0, net), text


def _instalments(text: str, amount: Amount, total: int, left: int) -> None:
    """The lines of the instalments add up, and say what is to pay now."""
    lines = [
        (int(one[1]), int(one[2] or one[1]), *map(fen, one.groups()[2:]))
        for one in _LINE.finditer(text)
    ]
    if not lines:
        return
    owed = total - (amount("减：减免") or 0)
    assert sum(line[2] for line in lines) == owed, text
    assert all(asked - paid == rest for *_, asked, paid, rest in lines), text
    assert sum(line[4] for line in lines) == max(0, left), text
    found = re.search(r"本次缴到第(\d+)期", text)
    assert found, text
    now = sum(line[4] for line in lines if line[1] <= int(found[1]))
    assert (amount("本次应缴") or 0) == now, text


def _asked(amount: Amount, text: str, left: int) -> None:
    """What is asked for stands there in figures and in 大写, and on the stub."""
    if "本户不用缴款" in text:
        assert "确认单" in text and left == 0 and "¥" not in text, text
        return
    assert "通知单" in text
    word = "本次应缴" if left >= 0 else "本次应退"
    asked = amount(word)
    assert asked is not None, text
    assert asked == -left if left < 0 else asked <= left, text
    assert f"{'应退' * (left < 0)}人民币{upper(asked)}" in text, text
    if "一次缴清，不分期" in text and left >= 0:
        assert asked == left
    assert ("已缴清" in text) == (asked == 0), text


def _working(amount: Amount, text: str, due: int, settled: bool) -> None:
    """The working of the storey and of the household lead to the share that is shown."""
    planned = due
    words = "|".join(sorted(UNITS, key=len, reverse=True))
    unit = max([1, *(UNITS[one] for one in re.findall(rf"零头(?:按大小逐户补)?1({words})", text))])
    if settled:
        found = re.search(
            rf"原计划应分摊{_NUMBER}元。决算：实际费用{_NUMBER}元(.*?)＝{_NUMBER}元，按同样办法再分一次，本户{_NUMBER}元",
            text,
        )
        assert found, text
        planned = fen(found[1])
        more = re.findall(rf"([－＋])[^\d]+{_NUMBER}元", found[3])
        net = fen(found[2]) + sum(fen(yuan) * (1 if sign == "＋" else -1) for sign, yuan in more)
        assert (fen(found[4]), fen(found[5])) == (net, due), text
    main, pooled = amount("本户主项"), amount("本户分项")
    if main is not None and pooled is not None:
        assert main + pooled == planned, text
        planned = main
    own = re.search(
        rf"应分摊＝(?:本层金额|[^\d]+?){_NUMBER}元×本户面积{_NUMBER}㎡÷本层参与合计{_NUMBER}㎡[＝≈]{_NUMBER}元",
        text,
    )
    if own:
        base, mine, all_of, result = map(fen, own.groups())
        rest = re.search(rf"另加不足1\w+的余额{_NUMBER}元", text)
        more = fen(rest[1]) if rest else 0
        assert abs(base * mine / all_of + more - result) <= unit and result == planned, text
    storey = re.search(
        rf"层金额＝[^\d]+{_NUMBER}元×本层系数([\d.]+).*?÷各层系数之和([\d.]+)[＝≈]{_NUMBER}元", text
    )
    if storey and own:
        exact = fen(storey[1]) * float(storey[2]) / float(storey[3])
        assert abs(exact - fen(storey[4])) <= unit, text
        assert storey[4] == own[1], text
