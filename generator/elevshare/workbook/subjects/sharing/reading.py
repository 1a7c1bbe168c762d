"""Read 参数 of a returned book: costs, weights, the numbers of the subsidy rule."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.subjects.sharing.read_costs import cost_rows
from elevshare.workbook.subjects.sharing.read_grants import with_subsidy
from elevshare.workbook.subjects.sharing.read_weights import with_weights


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the entries of 参数 that are not single inputs."""
    stated = replace(
        project,
        scheme=with_subsidy(project.scheme, typed),
        costs=tuple(item for item in cost_rows(typed) if item),
    )
    return with_weights(stated, typed)
