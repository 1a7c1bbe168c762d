"""A book that was kept, to make other books of the same recipe from it."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from elevshare.opened.places import Place
from elevshare.project import Project
from elevshare.workbook.book import assembled, family_of, title_of
from elevshare.workbook.engine.filling import Pieces
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.template_cache.input_probe import probed_plan
from elevshare.workbook.template_cache.recording_grid import RecordingGrid
from elevshare.workbook.template_cache.unforeseen import UnforeseenError


class Shape:
    """The pieces of the last book of a recipe. After an error the object is unusable."""

    def __init__(self, project: Project) -> None:
        self.scheme = project.scheme
        self._family = family_of(project)
        self._depending: list[ModuleType] = []
        draft = self._draft(project)
        self._pieces = Pieces(draft, {module.TITLE for module in self._depending})
        self._recorded = self._record(project)

    def _draft(self, project: Project) -> bytes:
        """Draft a project's book, and note the sheets that depend on its inputs."""
        plan = self._family.plan(project)

        def probing(module: ModuleType) -> Callable[[Grid], None]:
            def write(grid: Grid) -> None:
                own, probe = probed_plan(self._family, project)
                module.write(grid, plan=own)
                if probe.asked:
                    self._depending.append(module)

            return write

        sheets = [(m.TITLE, m.ROLE, probing(m)) for m in self._family.sheets(plan)]
        return assembled(sheets, self._family.names(plan), title_of(plan), plan.version)

    def book(self, project: Project) -> bytes:
        """The book of another project with the same recipe and scheme.

        Raises:
            UnforeseenError: it differs in more than constants and values.
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
        """What the sheets that depend on inputs have for a project."""
        plan: Any = self._family.plan(project)
        recorded = {module.TITLE: RecordingGrid() for module in self._depending}
        for module in self._depending:
            module.write(recorded[module.TITLE], plan=plan)
        return recorded

    def _changed(self, title: str, now: RecordingGrid) -> dict[Place, Value]:
        """The constants of a sheet that changed: inputs, and texts that follow from them."""
        before = self._recorded[title]
        if now.others != before.others or now.cells.keys() != before.cells.keys():
            raise UnforeseenError(f"{title}: more differs than cells")
        changed = {at: cell for at, cell in now.cells.items() if cell != before.cells[at]}
        for at, cell in changed.items():
            if not cell.may_follow(before.cells[at]):
                raise UnforeseenError(f"{title}: {at} differs in more than its value")
        return {at: cell.value for at, cell in changed.items()}
