"""What is said of a subsidy that a scheme's rule gives and that was not asked for."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.project import Project


def forgone(project: Project, options: Namespace, where: str) -> str:
    """One line about the subsidy that ``where`` leaves out; empty where there is none, or 0 was asked."""
    from elevshare.money import yuan
    from elevshare.project import uncounted

    amount = 0 if options.subsidy is not None else uncounted(project)
    found = project.scheme.subsidy
    if not amount or not found:
        return ""
    law, day = found.law, project.day
    doubt = f"（{law.period}，{law.standing(day)}）" if day and law.standing(day) else found.doubt
    gives = f"方案的补贴规则{doubt}可得 {yuan(amount)} 元"
    return f"{gives}，{where}未计入；要计入请加 --subsidy auto"
