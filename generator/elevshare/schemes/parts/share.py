"""The sharing part of a scheme: form, measure within a storey, weight of each storey."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from elevshare.rules.share import WEIGHT_PLACES, WEIGHT_SCALE, SplitForm, Storey, Within
from elevshare.schemes.cite import cited, number
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.parts import pools
from elevshare.schemes.parts.pools import SharedPool
from elevshare.toml_table import Table

_FORMS = {form.value: form for form in SplitForm}
_WITHIN = {within.value: within for within in Within}
#: 100% in 1/10,000 of a percent.
WHOLE_PERCENT = 100 * WEIGHT_SCALE


class Entry(StrEnum):
    """Where the lift stops: at the storeys themselves, or between them."""

    LEVEL = "平层入户"
    SPLIT = "错层入户"
    HALF = "半层入户"


_ENTRIES = {entry.value: entry for entry in Entry}


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of one storey with the key of its source, in 1/10,000 or 1/10,000 of a percent.

    ``low`` and ``high`` are the interval to choose from, if the source gives one.
    """

    storey: Storey
    value: int
    source: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class ShareRule:
    """How the net amount is shared, with its source.

    Attributes:
        onward: the first storey of an "and so on" rule; its value is how much more each storey
            from there on weighs than the one below.
        percent: the weights are percentages of the net amount and should sum to 100.
        storeys: the number of storeys that the table is made for; ``None`` for any.
        intervals: the source gives an interval for each storey; the table is then only for
            buildings of its own number of storeys.
        pools: costs that the source shares by a rule of their own.
        entry: the way of entry that the table is made for; ``None`` for any.
    """

    form: SplitForm
    within: Within
    weights: tuple[Weight, ...]
    onward: Weight | None
    article: str
    note: str
    source: str
    percent: bool = False
    storeys: int | None = None
    intervals: bool = False
    pools: tuple[SharedPool, ...] = ()
    law: Law = NO_LAW
    entry: Entry | None = None

    def weight(self, storey: Storey) -> Weight | None:
        """Return the weight of a storey; ``None`` if the source has none (待填).

        A half stop has one only where all storeys weigh the same: nothing is interpolated.

        >>> rule = ShareRule(SplitForm.FLOORS, Within.AREA, (Weight(1, 0, "S4"), Weight(2, 10000, "S4")),
        ...                  Weight(3, 3000, "S4"), "", "", "S4")
        >>> rule.weight(2).value, rule.weight(4).value
        (10000, 16000)
        """
        for weight in self.weights:
            if weight.storey == storey:
                return weight
        if self.onward is None or storey < 1 or (storey % 1 and not self._alike):
            return None
        last = self.weights[-1]
        if storey < self.onward.storey and not self._alike:
            return None
        value = last.value + int(storey - last.storey) * self.onward.value
        return Weight(storey, value, self.onward.source)

    @property
    def _alike(self) -> bool:
        """Whether all storeys weigh the same."""
        if self.onward is None or self.onward.value:
            return False
        return len({weight.value for weight in self.weights}) == 1


def read(table: Table, keys: set[str]) -> ShareRule:
    """Read the ``[share]`` of a scheme: weights from storey 1 without gap, then maybe "and so on".

    Raises:
        InputError: a gap or overlap, an invalid interval or percentage; with file and line.
    """
    rows = table.tables("weight")
    weights = tuple(_weight(row, storey, keys) for storey, row in enumerate(rows, 1))
    rule = ShareRule(
        form=table.choice("form", _FORMS),
        within=table.choice("within", _WITHIN),
        weights=weights,
        onward=_onward(table.table("onward"), weights, keys) if table.has("onward") else None,
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        percent=table.flag("percent", False),
        storeys=_storeys(table, weights) if table.has("storeys") else None,
        intervals=table.flag("intervals", False),
        pools=tuple(pools.read(row, keys) for row in table.tables("pool")),
        law=read_law(table),
        entry=table.choice("entry", _ENTRIES) if table.has("entry") else None,
    )
    if rule.intervals and rule.storeys:
        law = replace(rule.law, least_storeys=rule.storeys, most_storeys=rule.storeys)
        rule = replace(rule, law=law)
    _check_percent(table, rule)
    for row, weight in zip(rows, weights, strict=True):
        _check_row(row, rule, weight)
    table.done()
    return rule


def _weight(table: Table, storey: int, keys: set[str]) -> Weight:
    """Read one ``[[share.weight]]``; the default value is the middle of its interval."""
    if (found := number(table, "storey", 0)) != storey:
        raise table.wrong("storey", f"是 {found}，重复或跳层", f"这里应是第 {storey} 层")
    low = high = middle = None
    if table.has("low") or table.has("high"):
        low, high = (number(table, key, WEIGHT_PLACES) for key in ("low", "high"))
        middle = _middle(table, low, high)
    weight = Weight(
        storey, number(table, "value", WEIGHT_PLACES, middle), cited(table, keys), low, high
    )
    table.done()
    return weight


def _middle(table: Table, low: int, high: int) -> int | None:
    """Return the middle of an interval; ``None`` if it is not a whole number of 1/10,000."""
    if low > high:
        raise table.wrong("low", "大于 high", "请把小的数写在 low，大的写在 high")
    middle, odd = divmod(low + high, 2)
    return None if odd else middle


def _onward(table: Table, weights: tuple[Weight, ...], keys: set[str]) -> Weight:
    """Read the ``[share.onward]``: its first storey, and the step as value."""
    onward = Weight(
        number(table, "storey", 0), number(table, "step", WEIGHT_PLACES), cited(table, keys)
    )
    if not weights:
        raise table.wrong("storey", "之前没有任何一层的系数", "请先列出 [[share.weight]]")
    if onward.storey != len(weights) + 1:
        raise table.wrong("storey", f"应接在第 {len(weights)} 层之后", f"请改成 {len(weights) + 1}")
    table.done()
    return onward


def _storeys(table: Table, weights: tuple[Weight, ...]) -> int:
    """Read the number of storeys that the table is made for; refuse fewer than it lists."""
    storeys = number(table, "storeys", 0)
    if not storeys:
        raise table.wrong("storeys", "是 0", "请填总层数，任何层数都适用则删去")
    if len(weights) > storeys:
        raise table.wrong("storeys", f"少于列出的 {len(weights)} 层", "请改正层数或删去多余的层")
    return storeys


def _check_percent(table: Table, rule: ShareRule) -> None:
    """Refuse percentages in another form than storeys first, and intervals without percentages."""
    if rule.percent and rule.form is not SplitForm.FLOORS:
        raise table.wrong(
            "percent", "只能与先分楼层的办法同用", f"请把 form 改成 {SplitForm.FLOORS}"
        )
    if rule.percent and rule.onward:
        raise table.wrong("onward", "不能用于百分比", "请逐层列出百分比")
    if rule.intervals and not rule.percent:
        raise table.wrong("intervals", "只能用于百分比", "请写明 percent = true")


def _check_row(table: Table, rule: ShareRule, weight: Weight) -> None:
    """Refuse an undeclared interval, a value outside it, and more than 100%."""
    if rule.percent and max(weight.value, weight.high or 0) > WHOLE_PERCENT:
        raise table.wrong("value", "大于 100%", "请填 0 到 100 之间的百分比")
    if weight.low is None or weight.high is None:
        return
    if not rule.intervals:
        raise table.wrong("low", "是区间，而办法没有写明", "请在 [share] 中写明 intervals = true")
    if not weight.low <= weight.value <= weight.high:
        raise table.wrong("value", "不在区间之内", "请改成 low 与 high 之间的数，或删去以取中点")
