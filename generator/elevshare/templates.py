"""The ready books: a blank template for each scheme, and a filled example."""

from __future__ import annotations

from elevshare.intake import project_from
from elevshare.project import Project
from elevshare.schemes import find, load_all

EXAMPLE = "加梯分摊-示例-南京七层.xlsx"


def ready_books() -> dict[str, Project]:
    """File name → project of every ready book."""
    schemes = [scheme for scheme in load_all() if scheme.share]
    blank = {f"加梯分摊-{scheme.name}.xlsx": project_from(scheme) for scheme in schemes}
    example = project_from(find("nanjing"), storeys="7", areas="80,100", cost="600000")
    return {**blank, EXAMPLE: example}
