"""Books with every input filled in by something of its own, as far as its rule lets it."""

from __future__ import annotations

import random

from elevshare.audit.rules import Rule, Rules
from elevshare.opened import Value
from elevshare.project import Project
from elevshare.returned.labels import Label
from elevshare.returned.made import Made
from elevshare.workbook.book import draft
from elevshare.workbook.engine.filling import filled as finished

#: Inputs that decide how long tables are or which rows count must make sense.
_WHOLE_NUMBERS = ("whole", "date")


def filled(project: Project, seed: int) -> tuple[bytes, dict[Label, Value]]:
    """A finished book with all its inputs filled in, and what stands in each."""
    made, chance = Made(project), random.Random(seed)
    typed: dict[str, dict[tuple[int, int], Value]] = {}
    values: dict[Label, Value] = {}
    rules = {title: Rules(sheet.opened.validations) for title, sheet in made.sheets.items()}
    for number, (label, at) in enumerate(made.labels.items()):
        value = _value(label, rules[at.sheet].at(at.place), number, chance)
        values[label] = typed.setdefault(at.sheet, {})[at.place] = value
    return finished(draft(made.plan, typed)), values


def _value(label: Label, rule: Rule | None, number: int, chance: random.Random) -> Value:
    """Something that may stand in an input; now and then nothing."""
    if label.sheet == "住户" and label.head == "房号":
        return f"房{label.row}"
    if rule is None or rule.kind == "textLength" or not rule.one:
        return None if chance.random() < 0.1 else f"文字{number}"
    if rule.kind == "list":
        words = rule.one.strip('"').split(",")
        return chance.choice(words) if rule.one.startswith('"') else f"房{chance.randint(1, 5)}"
    low, high = float(rule.one), float(rule.two)
    if rule.kind in _WHOLE_NUMBERS:
        return chance.randint(int(low), int(high))
    return round(chance.uniform(max(low, 0.01), min(high, 1_000)), 2)
