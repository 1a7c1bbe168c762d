"""What a scheme is: parameters of the rules, each with the source it was seen in."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.share import Form, Within
from elevshare.rules.subsidy import Subsidy

#: How far a scheme can be trusted.
STATUSES = {
    "已核实": "数字见于所列来源",
    "待核实": "数字来自较弱的来源，使用前请向主管部门核实",
    "示例": "数字来自举例或通行做法，须由业主协商确定",
    "待填": "数字尚缺，须由使用者填写",
}

#: What kind of source a number was seen in.
KINDS = {
    "S": "来源文件原文",
    "Q1": "官方或新闻网页",
    "Q2": "一般网页（待核实）",
    "L": "法律条文",
}


#: What one book can hold of a subsidy rule.
MAX_TIERS = 6
MAX_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Where a number was seen; ``kind`` is a key of ``KINDS``."""

    key: str
    title: str
    publisher: str
    date: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """The document that states the rule; what was not seen is 待填."""

    title: str
    issuer: str
    number: str
    date: str
    article: str
    source: str


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


@dataclass(frozen=True, slots=True)
class SubsidyRule:
    """A subsidy with where it comes from. ``rule`` without tiers and rate states only a cap."""

    rule: Subsidy
    status: str
    article: str
    note: str
    source: str

    @property
    def computable(self) -> bool:
        """Whether the rule gives an amount, and not only an upper limit."""
        return bool(self.rule.tiers) or self.rule.rate is not None


@dataclass(frozen=True, slots=True)
class Scheme:
    """One city's (or one general) scheme. ``status`` is a key of ``STATUSES``."""

    id: str
    city: str
    name: str
    status: str
    summary: str
    document: Document
    sources: tuple[Source, ...]
    share: ShareRule
    subsidy: SubsidyRule | None

    def source(self, key: str) -> Source:
        """The source with a key; the loader has seen to it that it is there."""
        return next(source for source in self.sources if source.key == key)
