"""The sharing rule of a scheme: form, measure, and the weight of every storey."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.share import WEIGHT_PLACES, Form, Within
from elevshare.schemes.cite import cited, number
from elevshare.toml_table import Table

_FORMS = {form.value: form for form in Form}
_WITHIN = {within.value: within for within in Within}


@dataclass(frozen=True, slots=True)
class Weight:
    """Weight of one storey in 1/10,000, with the key of its source."""

    storey: int
    value: int
    source: str


@dataclass(frozen=True, slots=True)
class ShareRule:
    """How the net amount is shared: form, measure within a storey, and weights by storey.

    ``onward`` is the first storey that follows the step rule ("and so on"), ``step`` what each
    such storey weighs more than the one below, in 1/10,000.
    """

    form: Form
    within: Within
    weights: tuple[Weight, ...]
    onward: Weight | None
    article: str
    note: str
    source: str

    def weight(self, storey: int) -> Weight | None:
        """Weight of a storey, or ``None`` where the scheme's source has none (待填).

        >>> rule = ShareRule(Form.FLOORS, Within.AREA, (Weight(1, 0, "S4"), Weight(2, 10000, "S4")),
        ...                  Weight(3, 3000, "S4"), "", "", "S4")
        >>> rule.weight(2).value, rule.weight(4).value
        (10000, 16000)
        """
        for weight in self.weights:
            if weight.storey == storey:
                return weight
        if self.onward is None or storey < self.onward.storey:
            return None
        last = self.weights[-1]
        value = last.value + (storey - last.storey) * self.onward.value
        return Weight(storey, value, self.onward.source)


def read(table: Table, keys: set[str]) -> ShareRule:
    """The ``[share]`` rule: weights from storey 1 without gap, then perhaps "and so on"."""
    weights = tuple(_weights(table.tables("weight"), keys))
    onward = None
    if table.has("onward"):
        rest = table.table("onward")
        onward = Weight(
            number(rest, "storey", 0), number(rest, "step", WEIGHT_PLACES), cited(rest, keys)
        )
        if not weights:
            raise rest.wrong("storey", "之前没有任何一层的系数", "请先列出 [[share.weight]]")
        if onward.storey != len(weights) + 1:
            raise rest.wrong(
                "storey", f"应接在第 {len(weights)} 层之后", f"请改成 {len(weights) + 1}"
            )
        rest.done()
    rule = ShareRule(
        form=table.choice("form", _FORMS),
        within=table.choice("within", _WITHIN),
        weights=weights,
        onward=onward,
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
    )
    table.done()
    return rule


def _weights(tables: list[Table], keys: set[str]) -> list[Weight]:
    """The ``[[share.weight]]`` rows, storey by storey from 1."""
    weights = []
    for storey, table in enumerate(tables, 1):
        weight = Weight(
            number(table, "storey", 0), number(table, "value", WEIGHT_PLACES), cited(table, keys)
        )
        if weight.storey != storey:
            raise table.wrong(
                "storey", f"是 {weight.storey}，重复或跳层", f"这里应是第 {storey} 层"
            )
        table.done()
        weights.append(weight)
    return weights
