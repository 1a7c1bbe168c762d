"""The ready books: a blank template for each scheme, and a filled example."""

from __future__ import annotations

from elevshare.intake import project_from
from elevshare.project import Project
from elevshare.schemes import Family, find, load_all

_KINDS = {Family.CONTRIBUTION: "加梯分摊", Family.LEASE: "加梯租赁"}
EXAMPLE = "加梯分摊-示例-南京七层.xlsx"


def ready_books() -> dict[str, Project]:
    """File name → project of every ready book."""
    blank = {
        f"{_KINDS[scheme.family]}-{scheme.name}.xlsx": project_from(scheme) for scheme in load_all()
    }
    example = project_from(find("nanjing"), storeys="7", areas="80,100", cost="600000")
    return {**blank, EXAMPLE: example}
