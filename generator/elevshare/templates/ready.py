"""The ready books: a blank template for each scheme that shares, and a filled example."""

from __future__ import annotations

from dataclasses import replace

from elevshare.intake import project_from
from elevshare.project import Papers, Project
from elevshare.project.topics import ALL, ALL_SHEETS
from elevshare.schemes import Family, Scheme, find, load_all

EXAMPLE = "加梯分摊-示例-南京七层.xlsx"
#: The same building, and a blank template, with every sheet that a book can have.
FULL_EXAMPLE, FULL_BLANK = (
    "加梯分摊-示例-南京七层-全部页.xlsx",
    "加梯分摊-通用-楼层系数-全部页.xlsx",
)

#: Whom the households of the example pay: invented, and says so.
_PAPERS = Papers(
    estate="示例小区",
    building="1 幢",
    entrance="1 单元",
    payee="示例小区加装电梯专户",
    bank="示例银行南京分行",
    account="0000 0000 0000 0000 000",
    due_date="2026-12-31",
    contact="张会计 025-0000 0000（虚构）",
)

#: What the template of a family is called, before the scheme's name.
_FAMILIES = {
    Family.CONTRIBUTION: "加梯分摊",
    Family.LEASE: "加梯租赁",
    Family.PREPAID: "加梯刷卡",
}


def template_name(scheme: Scheme) -> str:
    """File name of the blank template of a scheme."""
    return f"{_FAMILIES[scheme.family]}-{scheme.name}.xlsx"


def ready_books() -> dict[str, Project]:
    """File name → project of every ready book."""
    schemes = [scheme for scheme in load_all() if scheme.family is not Family.NONE]
    blank = {template_name(scheme): project_from(scheme) for scheme in schemes}
    example = project_from(find("nanjing"), storeys="7", areas="80,100", cost="600000")
    example = replace(example, papers=_PAPERS)
    return {
        **blank,
        FULL_BLANK: project_from(find("general-coefficient"), topics=ALL),
        EXAMPLE: example,
        FULL_EXAMPLE: replace(example, topics=ALL_SHEETS),
    }
