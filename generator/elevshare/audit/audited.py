"""Audit one book: collect all findings and derive the verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from elevshare.audit import amounts
from elevshare.audit.account import account_shown, first_of_all
from elevshare.audit.against import against
from elevshare.audit.appearance.alone import appearance_alone
from elevshare.audit.appearance.checked import appearance_changed
from elevshare.audit.appearance.paper import print_areas
from elevshare.audit.cells import differences
from elevshare.audit.edits import edits, serious
from elevshare.audit.finding import UNJUDGED, VERDICTS, Finding, Level, worst
from elevshare.audit.formats import misleading_formats
from elevshare.audit.guards import guards_changed
from elevshare.audit.identity import Identity, identify
from elevshare.audit.layout import FoundLayout, layout_of
from elevshare.audit.links import PAPER, links_added
from elevshare.audit.original import Original, Reference, original_of
from elevshare.audit.out_of_range import out_of_range
from elevshare.audit.overridden_numbers import own_numbers
from elevshare.audit.parts import all_pointers, extra_parts
from elevshare.audit.recorded import recipe_changed, with_recipe
from elevshare.audit.sealed import recomputed_seal, seal_differs
from elevshare.audit.settings import calculation_changed, names_changed, sheets_changed
from elevshare.audit.values import Changes, Computed, computed, stale
from elevshare.opened import OpenedBook, open_book
from elevshare.opened.areas import WHOLE, Area
from elevshare.opened.package import Package
from elevshare.opened.user_file import ZIP_START, read_bytes
from elevshare.returned.version import Age
from elevshare.sealing import UNSEALED, Seal
from elevshare.text import shown
from elevshare.workbook.recipe import Recipe

#: The sheet whose inputs may be spelled in many ways.
_SPELLED = "住户"
#: Kinds of findings that mean the same for a user: only the first is reported for a cell.
_OF_AN_INPUT = ("input-out-of-range", "input-unclear")


@dataclass(frozen=True, slots=True)
class Audit:
    """The result for one book.

    ``failed`` is the number of the book's own checks that fail, ``rooms`` the households' amounts
    by the rules beside those of the book, empty where the rules give none; ``seal`` is empty where
    the book cannot be read.
    """

    name: str
    scheme: str
    version: str
    age: Age
    failed: int | None
    findings: tuple[Finding, ...]
    rooms: tuple[amounts.RoomAmount, ...] = ()
    seal: Seal = UNSEALED

    @property
    def level(self) -> Level:
        """The gravest level of the findings."""
        return worst(self.findings)

    @property
    def verdict(self) -> str:
        """The verdict in Chinese: 通过, 有改动 or 不可信; 未核对 for a book of a later version."""
        return UNJUDGED if self.age is Age.NEWER else VERDICTS[self.level]


def audit_file(path: Path, sent: Path | None = None) -> Audit:
    """Audit a book that a user named, and compare its inputs with the book that was sent out.

    Raises:
        InputError: it cannot be read, is no book of ours, or a comparison book.
    """
    data, name = read_bytes(path), shown(path.name)
    if path.suffix.lower() == ".xlsx" and data.startswith(ZIP_START):
        macros = [one for one in extra_parts(Package(data, name).parts) if one.kind == "macro"]
        if macros:  # such a file is not read any further
            return Audit(name, "", "", Age.UNKNOWN, None, tuple(macros))
    return audit(open_book(path), open_book(sent) if sent else None)


def audit(book: OpenedBook, sent: OpenedBook | None = None) -> Audit:
    """Audit a book; one of a later version is not judged. ``sent`` is the book that was sent out.

    Raises:
        InputError: it is no book of ours, or a comparison book.
    """
    identity = identify(book)
    seal = UNSEALED if identity.age is Age.NEWER else recomputed_seal(book)
    told = list(account_shown(book))
    found = [
        *seal_differs(book, seal, is_told=bool(told)),
        *told,
        *identity.findings,
        *extra_parts(book.parts, all_pointers(book)),
        *calculation_changed(book),
    ]
    failed, rooms = None, list[amounts.RoomAmount]()
    if identity.recipe is not None:
        if sent is not None:
            found += against(book, sent)  # said first: it is about where the money goes
        found += _compared(book, identity, identity.recipe, rooms)
        failed = amounts.failed_checks(book)
        found += _drafts(failed)
    findings = tuple(first_of_all(book, _unique(found)))
    return Audit(
        book.name,
        identity.scheme,
        identity.version,
        identity.age,
        failed,
        findings,
        tuple(rooms),
        seal,
    )


def _compared(
    book: OpenedBook, identity: Identity, recipe: Recipe, rooms: list[amounts.RoomAmount]
) -> Iterator[Finding]:
    """Report all differences from the original, and amounts that differ from the rules."""
    if identity.age is Age.OLDER:
        yield from _held(book, original_of(recipe), rooms)
        return
    from elevshare.audit.guess import better

    other, read = better(book, identity.scheme, recipe), None
    if other is not None:
        yield recipe_changed(book, recipe, other)
        read = with_recipe(book, other)
    original = original_of(other or recipe)
    layout = layout_of(original, book)
    given_up = Finding("not-compared", "存的结果没有逐格核对：簿子改得太多，重新计算不了")
    yield from _found(
        original,
        book,
        layout,
        lambda changes: computed(original, layout, changes),
        given_up,
        rooms,
        read,
    )


def _held(book: OpenedBook, today: Original, rooms: list[amounts.RoomAmount]) -> Iterator[Finding]:
    """Everything in a book of an earlier version that it cannot have been made with."""
    from elevshare.audit.older.computing import with_results
    from elevshare.audit.older.held import held, too_many

    if too_many(book, today):
        yield Finding("not-computed", "公式比本工具的簿子多得多，没有核对")
        return
    itself = held(book, today)
    yield from itself.findings
    given_up = Finding(
        "not-computed", "公式算不出结果，存的结果没有核对；请看有没有后来加进去的公式"
    )
    # A formula typed into an input counts as what it gives, though no program stored that.
    read = with_results(book, itself.values)
    yield from _found(
        itself, book, itself.layout, lambda changes: itself.values, given_up, rooms, read
    )


def _found(
    original: Reference,
    book: OpenedBook,
    layout: FoundLayout,
    compute: Callable[[Changes], Computed | None],
    given_up: Finding,
    rooms: list[amounts.RoomAmount],
    read: OpenedBook | None = None,
) -> Iterator[Finding]:
    """Report what differs from the original.

    Args:
        original: the names and sheets as the book was made.
        book: the book as it is now.
        layout: where the cells of ``original`` are in ``book``.
        compute: from the changes of each sheet to the values that all cells must have.
        given_up: what to report where ``compute`` cannot work the values out.
        rooms: is given the households' amounts.
        read: the book to read the inputs from, where that is another.
    """
    changes = {
        pair.original.title: [
            one for one in differences(pair.original, pair.cells, layout.moves)
            if one.row not in pair.sorted or one.kind.startswith("input")
        ]
        for pair in layout.pairs
    }  # fmt: skip
    yield from layout.findings
    yield from edits(layout, changes, _printed(layout, book))
    yield from sheets_changed(original, book, layout)
    yield from names_changed(original, book, layout)
    yield from links_added(original, book, layout)
    yield from guards_changed(book, layout)
    if isinstance(original, Original):
        yield from appearance_changed(original, book, layout)
    else:
        yield from appearance_alone(book, layout)
        yield from misleading_formats(book, layout)
    found = compute({title: serious(every) for title, every in changes.items()})
    if found is None:
        yield given_up
    else:
        yield from stale(layout, found, book.application)
        yield from own_numbers(layout, found)
    amounts_found = list(amounts.compared(original, read or book, layout, found, rooms))
    yield from _refused(layout, amounts_found)
    yield from amounts_found


def _printed(layout: FoundLayout, book: OpenedBook) -> dict[str, list[Area]]:
    """Return the areas that every paper prints now: all of it where none is given."""
    papers = (pair for pair in layout.pairs if pair.original.role == PAPER)
    return {one.original.title: print_areas(book, one.now) or [WHOLE] for one in papers}


def _refused(layout: FoundLayout, read: Iterable[Finding]) -> Iterator[Finding]:
    """Report inputs that validations would have refused, except what 住户 understands all the same.

    ``read`` are the findings of whoever read the inputs back.
    """
    unclear = {(one.sheet, one.area) for one in read if one.kind == "input-unclear"}
    unread = any(one.kind == "not-compared" for one in read)
    for one in out_of_range(layout):
        if unread or one.sheet != _SPELLED or (one.sheet, one.area) in unclear:
            yield one


def _drafts(failed: int | None) -> Iterator[Finding]:
    """Report that the book's own checks fail."""
    if failed:
        yield Finding("draft", f"簿子是草案：自己的校验有 {failed} 项没有通过，详见“校验”")


def _unique(findings: Iterable[Finding]) -> list[Finding]:
    """Drop repeated findings; of several findings of one kind about one area keep the first."""
    reported: set[tuple[str, str, str]] = set()
    kept = []
    for one in findings:
        kind = "input" if one.kind in _OF_AN_INPUT else one.kind
        if not one.area or (kind, one.sheet, one.area) not in reported:
            kept.append(one)
        reported.add((kind, one.sheet, one.area))
    return list(dict.fromkeys(kept))
