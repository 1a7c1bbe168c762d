"""A book of one recipe, kept so that others of the same recipe can be made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from types import ModuleType
from typing import Any
from zipfile import ZipFile

from elevshare.project import Project
from elevshare.workbook import chart_cache, package
from elevshare.workbook.book import assembled, kind_of, title_of
from elevshare.workbook.cached import CHARTS, settled, sheet_parts
from elevshare.workbook.grid import Grid
from elevshare.workbook.prepared.engine import Engine, Place, areas, within
from elevshare.workbook.prepared.noted import Noted
from elevshare.workbook.prepared.sheet import Sheet, Written
from elevshare.workbook.prepared.unforeseen import UnforeseenError
from elevshare.workbook.prepared.watched import watched_plan
from elevshare.workbook.sheetxml import Value


class Shape:
    """The last book made of a recipe, in pieces. Any error leaves it useless."""

    def __init__(self, project: Project) -> None:
        self.scheme = project.scheme
        self._kind = kind_of(project)
        self._depending: list[ModuleType] = []
        draft = self._draft(project)
        self._engine, self._written = Engine(draft), Written()
        with ZipFile(BytesIO(draft)) as archive:
            source = {name: settled(name, archive.read(name)) for name in archive.namelist()}
        depending = {module.TITLE for module in self._depending}
        self._sheets = {
            name: Sheet(title, source[name], title in depending)
            for title, name in sheet_parts(source["xl/workbook.xml"]).items()
        }
        self._titled = {sheet.title: sheet for sheet in self._sheets.values()}
        self._areas = {title: areas(self._titled[title].constants) for title in depending}
        self._charts = {name: part for name, part in source.items() if name.startswith(CHARTS)}
        self._parts = {name: package.part(name, part) for name, part in source.items()
                       if name not in self._sheets and name not in self._charts}  # fmt: skip
        self._names = tuple(source)
        self._noted = self._note(project)
        self._fill({})

    def _draft(self, project: Project) -> bytes:
        """The book of a project without cached values; finds out what depends on its inputs."""
        plan = self._kind.plan(project)

        def watching(module: ModuleType) -> Callable[[Grid], None]:
            def write(grid: Grid) -> None:
                own, watched = watched_plan(self._kind, project)
                module.write(grid, plan=own)
                if watched.asked:
                    self._depending.append(module)

            return write

        sheets = [(m.TITLE, m.ROLE, watching(m)) for m in self._kind.sheets(plan)]
        return assembled(sheets, self._kind.names(plan), title_of(plan), plan.version)

    def book(self, project: Project) -> bytes:
        """The book of another project of the same recipe and scheme.

        Raises:
            UnforeseenError: it differs in more than values.
        """
        noted = self._note(project)
        typed = {title: self._changed(title, one) for title, one in noted.items()}
        self._noted = noted
        self._fill({title: values for title, values in typed.items() if values})
        return package.written(self._parts[name] for name in self._names)

    def _note(self, project: Project) -> dict[str, Noted]:
        """The sheets that depend on inputs, as they are to be for a project."""
        plan: Any = self._kind.plan(project)
        noted = {module.TITLE: Noted() for module in self._depending}
        for module in self._depending:
            module.write(noted[module.TITLE], plan=plan)
        return noted

    def _changed(self, title: str, now: Noted) -> dict[Place, Value]:
        """The constants of a sheet that are others than before: inputs, and words that follow."""
        before = self._noted[title]
        if now.others != before.others or now.cells.keys() != before.cells.keys():
            raise UnforeseenError(f"{title}: more differs than cells")
        changed = {at: cell for at, cell in now.cells.items() if cell != before.cells[at]}
        for at, cell in changed.items():
            if not cell.may_follow(before.cells[at]):
                raise UnforeseenError(f"{title}: {at} differs in more than its value")
        return {at: cell.value for at, cell in changed.items()}

    def _fill(self, typed: Mapping[str, Mapping[Place, Value]]) -> None:
        """Fill in what users type, calculate, and write what became of it."""
        for title, values in typed.items():
            self._titled[title].type(values)
            given = {at: cell.value for at, cell in self._noted[title].cells.items()}
            for area in self._areas[title]:
                if any(within(place, area) for place in values):
                    self._engine.type(title, area, given)
        self._engine.calculate()
        values_of = cache(self._values_of)
        for name, sheet in self._sheets.items():
            different = sheet.calculated(self._engine, self._written)
            if different or sheet.title in typed or name not in self._parts:
                self._parts[name] = package.part(name, sheet.part())
        for name, chart in self._charts.items():
            self._parts[name] = package.part(name, chart_cache.filled(chart, values_of))

    def _values_of(self, title: str) -> chart_cache.Values:
        """The values of a sheet, for the charts."""
        return self._titled[title].shown(self._engine)
