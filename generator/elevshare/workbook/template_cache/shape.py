"""A book of one recipe, kept so that others of the same recipe can be made of it."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from elevshare.opened.places import Place
from elevshare.project import Project
from elevshare.workbook.book import assembled, kind_of, title_of
from elevshare.workbook.engine.filling import Pieces
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.template_cache.input_probe import probed_plan
from elevshare.workbook.template_cache.recording_grid import RecordingGrid
from elevshare.workbook.template_cache.unforeseen import UnforeseenError


class Shape:
    """The last book made of a recipe, in pieces. Any error leaves it useless."""

    def __init__(self, project: Project) -> None:
        self.scheme = project.scheme
        self._kind = kind_of(project)
        self._depending: list[ModuleType] = []
        draft = self._draft(project)
        self._pieces = Pieces(draft, {module.TITLE for module in self._depending})
        self._recorded = self._record(project)

    def _draft(self, project: Project) -> bytes:
        """The book of a project without cached values; finds out what depends on its inputs."""
        plan = self._kind.plan(project)

        def probing(module: ModuleType) -> Callable[[Grid], None]:
            def write(grid: Grid) -> None:
                own, probe = probed_plan(self._kind, project)
                module.write(grid, plan=own)
                if probe.asked:
                    self._depending.append(module)

            return write

        sheets = [(m.TITLE, m.ROLE, probing(m)) for m in self._kind.sheets(plan)]
        return assembled(sheets, self._kind.names(plan), title_of(plan), plan.version)

    def book(self, project: Project) -> bytes:
        """The book of another project of the same recipe and scheme.

        Raises:
            UnforeseenError: it differs in more than values.
        """
        recorded = self._record(project)
        changed = {title: self._changed(title, one) for title, one in recorded.items()}
        self._recorded = recorded
        for title, values in changed.items():
            if values:
                every = {at: cell.value for at, cell in recorded[title].cells.items()}
                self._pieces.type(title, values, every)
        return self._pieces.book()

    def _record(self, project: Project) -> dict[str, RecordingGrid]:
        """The sheets that depend on inputs, as they are to be for a project."""
        plan: Any = self._kind.plan(project)
        recorded = {module.TITLE: RecordingGrid() for module in self._depending}
        for module in self._depending:
            module.write(recorded[module.TITLE], plan=plan)
        return recorded

    def _changed(self, title: str, now: RecordingGrid) -> dict[Place, Value]:
        """The constants of a sheet that are others than before: inputs, and words that follow."""
        before = self._recorded[title]
        if now.others != before.others or now.cells.keys() != before.cells.keys():
            raise UnforeseenError(f"{title}: more differs than cells")
        changed = {at: cell for at, cell in now.cells.items() if cell != before.cells[at]}
        for at, cell in changed.items():
            if not cell.may_follow(before.cells[at]):
                raise UnforeseenError(f"{title}: {at} differs in more than its value")
        return {at: cell.value for at, cell in changed.items()}
