"""The ``[voting]`` of a project file."""

from __future__ import annotations

from elevshare.rules.consent import Voting
from elevshare.schemes import stating
from elevshare.toml_table import Table

#: What a project file calls no rule.
NOT_CHECKED = "不核对"


def read(table: Table) -> Voting:
    """The section; everything in it may be missing. A rule is named by its scheme's id or name."""
    rules = {NOT_CHECKED: ""}
    for scheme in stating("consent"):
        rules |= {scheme.name: scheme.name, scheme.id: scheme.name}
    voting = Voting(
        rule=table.choice("rule", rules, NOT_CHECKED),
        exclusive_part=table.flag("exclusive_part", False),
        no_objection=table.flag("no_objection", False),
    )
    table.done()
    return voting
