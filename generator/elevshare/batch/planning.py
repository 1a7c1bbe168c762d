"""Find out which books to make, which are there already and which rows are wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from elevshare.batch.columns import ESTATE, PROJECT, ROSTER, SHEET
from elevshare.batch.listing import ListedBuilding, Listing
from elevshare.batch.naming import name_of, refuse_doubles
from elevshare.batch.output_folder import OutputFolder
from elevshare.batch.packed_project import mark_of, packed
from elevshare.batch.reading import Defaults, failing, read_project, to_fill
from elevshare.batch.report import CHECKS, FAILED, LIST_LOOK, LOOK, RowFinding
from elevshare.batch.task import Task
from elevshare.errors import InputError
from elevshare.intake.tables.report import TableReport
from elevshare.text import beside, raise_all, shown
from elevshare.workbook.recipe import recipe_of

#: So many rosters are told of; more would be too long to read.
FEW = 20


@dataclass(slots=True)
class BatchPlan:
    """What a batch has to do.

    ``tasks`` are the books to make, ``there`` counts those that exist unchanged, ``findings`` are
    problems to report, ``to_fill`` counts books whose inputs are incomplete. ``order`` has the
    position of each row in the list, by the row's place. ``used`` has the place of the row that
    first took the households of a roster's sheet and stairwell. ``rosters`` has the file name of
    each book that a roster was read for, and what was understood of it; only the first ``FEW`` are
    kept.
    """

    tasks: list[Task] = field(default_factory=list)
    there: int = 0
    findings: list[RowFinding] = field(default_factory=list)
    to_fill: int = 0
    order: Mapping[str, int] = field(default_factory=dict)
    used: dict[tuple[str, ...], str] = field(default_factory=dict)
    rosters: list[tuple[str, TableReport]] = field(default_factory=list)
    rosters_read: int = 0


def named(listing: Listing, folder: Path) -> list[str]:
    """The file names of a list's books, empty where a row gives none.

    Raises:
        InputError: two are equal, or one is also a file that the list reads from.
    """
    names = [_name(entry) for entry in listing.entries]
    refuse_doubles(listing.entries, names)
    read = {
        (listing.folder / entry.texts[column]).resolve()
        for entry in listing.entries
        for column in (ROSTER, PROJECT)
        if column in entry.texts
    }
    read.add(listing.path.resolve())
    raise_all([
        InputError(
            f"簿子「{name}」会盖掉同名的清单或名册",
            where=entry.place,
            todo="请用 -o 换一个文件夹，或改文件名",
        )
        for entry, name in zip(listing.entries, names, strict=True)
        if name and (folder / name).resolve() in read
    ])  # fmt: skip
    return names


def _name(entry: ListedBuilding) -> str:
    """The book's name, or an empty text, which ``planned`` reports."""
    try:
        return name_of(entry)
    except InputError:
        return ""


def planned(
    listing: Listing,
    names: Sequence[str],
    defaults: Defaults,
    output: OutputFolder,
    step: Callable[[int], object],
) -> BatchPlan:
    """Read every row and plan its book; a wrong row becomes a finding and does not stop the others."""
    plan = BatchPlan(order={entry.place: row for row, entry in enumerate(listing.entries)})
    name = shown(listing.path.name)
    plan.findings = [RowFinding(name, "", LIST_LOOK, text) for text in listing.report.remarks]
    for entry, name in zip(listing.entries, names, strict=True):
        try:
            _take(plan, entry, name or name_of(entry), listing.folder, defaults, output)
        except InputError as error:
            plan.findings.append(RowFinding(entry.place, name, FAILED, str(error)))
        step(1)
    return plan


def _take(
    plan: BatchPlan,
    entry: ListedBuilding,
    name: str,
    folder: Path,
    defaults: Defaults,
    output: OutputFolder,
) -> None:
    """Read one row and add its book to the plan."""
    report = TableReport()
    project = read_project(entry, folder, defaults, report)
    _look_at_use(plan, entry, report)
    if report.source:
        plan.rosters_read += 1
        plan.rosters += [(name, report)] if len(plan.rosters) < FEW else []
    mark = mark_of(project)
    plan.findings += [RowFinding(entry.place, name, LOOK, remark) for remark in report.remarks]
    plan.findings += [RowFinding(entry.place, name, CHECKS, text) for text in failing(project)]
    plan.to_fill += to_fill(project)
    if output.holds(name, mark):
        plan.there += 1
        return
    shape = recipe_of(project).text()
    plan.tasks.append(Task(name, entry.place, mark, shape, packed(project)))


def _look_at_use(plan: BatchPlan, entry: ListedBuilding, report: TableReport) -> None:
    """Tell where the households of another row are taken once more."""
    if ROSTER not in entry.texts:
        return
    part = *(entry.texts.get(one, "") for one in (ROSTER, SHEET, ESTATE)), report.stairwell
    first = plan.used.setdefault(part, entry.place)
    if first != entry.place:
        report.look(f"住户和{beside(first, entry.place)}的是同一份，请看是不是这个单元的名册")
