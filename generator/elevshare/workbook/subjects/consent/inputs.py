"""The inputs of 表决 on 专项: the chosen rule, declarations, and the rules' numbers."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.consent import Majority
from elevshare.schemes import Scheme, stating
from elevshare.schemes.status import KINDS
from elevshare.workbook.field import TRUTH, YES_NO, Field, Section, as_they_are, yes_no
from elevshare.workbook.sheetxml import Value

NOT_CHECKED, OWN = "不核对", "自填"
OF = {False: "参与表决者", True: "全体业主"}
STRICT = {False: "以上（含）", True: "超过"}
BY_AREA = {False: "只比人数", True: "面积和人数"}

#: The rows of the table of rules: key, label, and the words that may be chosen (none: a number).
ROWS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("quorum_num", "参与须占全体：分子", ()),
    ("quorum_den", "参与须占全体：分母", ()),
    ("approval_num", "同意须占：分子", ()),
    ("approval_den", "同意须占：分母", ()),
    ("of_all", "同意占谁的", tuple(OF.values())),
    ("strict", "同意怎样算够", tuple(STRICT.values())),
    ("by_area", "比什么", tuple(BY_AREA.values())),
    ("exclusive_part", "占用专有部分须经同意", YES_NO),
    ("no_objection", "相关方不得有反对意见", YES_NO),
)
SOURCE_LABEL, HINT_LABEL = "出处", "提示"


@dataclass(frozen=True, slots=True)
class NamedRule:
    """One column of the table of rules: its name, its values by row, and its scheme.

    ``scheme`` is ``None`` for the rule that users fill in.
    """

    name: str
    values: tuple[Value, ...]
    scheme: Scheme | None = None

    @property
    def source(self) -> str:
        """The rule's document, as text; empty for the rule that users fill in."""
        if self.scheme is None or self.scheme.consent is None:
            return ""
        found, title = self.scheme.consent, self.scheme.document.title
        source = self.scheme.source(found.source)
        seen = "" if source.title == title else f"，见{source.title}"
        return f"{title}　{found.article}{seen}（{KINDS[source.kind]}，{found.status}）"


def rule_of(scheme: Scheme) -> NamedRule | None:
    """The consent rule of a scheme, if it has one."""
    found = scheme.consent
    return NamedRule(scheme.name, _values(found.rule), scheme) if found else None


def _values(rule: Majority) -> tuple[Value, ...]:
    """The values of a rule in the order of ``ROWS``; blank for a missing quorum."""
    quorum = rule.quorum
    return (
        quorum.numerator if quorum else None,
        quorum.denominator if quorum else None,
        rule.approval.numerator,
        rule.approval.denominator,
        OF[rule.of_all],
        STRICT[rule.strict],
        BY_AREA[rule.by_area],
        yes_no(rule.exclusive_part),
        yes_no(rule.no_objection),
    )


#: Every rule that ships, and a blank one for a rule that does not.
RULES: tuple[NamedRule, ...] = (
    *(rule for rule in map(rule_of, stating("consent")) if rule),
    NamedRule(OWN, (None,) * 4 + (OF[False], STRICT[False], BY_AREA[True], *YES_NO[1:] * 2)),
)  # fmt: skip


FIELDS = (
    Field("consent_rule", "按哪条规则核对", "text", "选了规则，“校验”才核对表决；各规则的数字和出处在下表",
          "voting.rule", {NOT_CHECKED: "", **as_they_are(rule.name for rule in RULES)}, ""),
    Field("consent_part", "占用专有部分已征得同意", "text", "声明：没有占用任何人的专有部分，也选“是”",
          "voting.exclusive_part", TRUTH, False),
    Field("consent_peace", "相关方没有反对意见", "text", "声明：通行、采光、通风、噪声受影响的都没有提反对意见",
          "voting.no_objection", TRUTH, False),
)  # fmt: skip

SECTIONS: tuple[Section, ...] = (
    Section(
        "consent",
        "表决（各户的参与表决、同意、同一人在“住户”填）",
        FIELDS,
        len(ROWS) + 2,
    ),
)
