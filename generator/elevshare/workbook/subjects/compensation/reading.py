"""Read 补偿 of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.workbook.reading.rows import Typed


def read_back(project: Project, typed: Typed) -> Project:
    """The project as the book counts it: an invalid way of compensation pays nothing."""
    known = project.payouts.way in CompensationWay
    return project if known else replace(project, payouts=Compensation(CompensationWay.POOL))
