"""The numbers of consent rules that schemes ship."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project import Topic
from elevshare.workbook.field import NO
from elevshare.workbook.origin import Origin, article_of
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.consent.inputs import ROWS, RULES, NamedRule, rule_of
from elevshare.workbook.subjects.consent.rules import table

#: Values about which most sources say nothing.
_ASKED = ("exclusive_part", "no_objection")


def origins(plan: Plan) -> Iterator[Origin]:
    """Every number and choice: of all rules in the book's table, else of the scheme's rule."""
    if plan.has(Topic.CONSENT):
        block = table(plan)
        for index, rule in enumerate(RULES):
            cells = [block.at(f"rule{index}", row) for row in range(len(ROWS))]
            yield from _rule(rule, cells)
    elif own := rule_of(plan.project.scheme):
        yield from _rule(own, [""] * len(ROWS))


def _rule(rule: NamedRule, cells: list[str]) -> Iterator[Origin]:
    """The values of one rule, in the order of its rows."""
    scheme = rule.scheme
    if scheme is None or scheme.consent is None:
        return
    article, source = article_of(scheme, scheme.consent), scheme.source(scheme.consent.source)
    for (key, label, words), value, cell in zip(ROWS, rule.values, cells, strict=True):
        if value is not None and not (key in _ASKED and value == NO):
            kind = "any" if words else "whole"
            yield Origin(f"表决「{rule.name}」{label}", value, cell, kind, article, source)
