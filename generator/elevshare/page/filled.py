"""What a filled-in book is, before it is carried over into a new one."""

from __future__ import annotations

from pathlib import Path

from elevshare.audit.finding import Level
from elevshare.carrying.source import FilledBook, source_of
from elevshare.carrying.target import Wanted, project_for
from elevshare.page.topics import topics_offered
from elevshare.project import MAX_FLATS
from elevshare.schemes import Scheme
from elevshare.schemes.choose import chosen
from elevshare.schemes.days import today


def filled(name: str, scheme: str = "") -> dict[str, object]:
    """What a book is, and which subjects a new one can have.

    Args:
        name: the file.
        scheme: another scheme that the new book is to follow.

    Raises:
        InputError: it is no filled-in book of households, or there is no such scheme.
    """
    source = source_of(Path(name), force=True)
    project = project_for(source, Wanted(_scheme(scheme, source) if scheme else None))
    said, grave = source.returned.project, source.judged.level is Level.DISTRUST
    return {
        "name": source.book.name,
        "scheme": source.recipe.scheme,
        "scheme_name": said.scheme.name,
        "version": source.judged.version,
        "verdict": source.judged.verdict,
        "distrusted": grave,
        "findings": [f"{one.place}：{one.text}" for one in source.judged.findings if grave],
        "failed_checks": source.judged.failed,
        "households": len(said.flats),
        "rows": source.rows,
        "most_rows": MAX_FLATS,
        "sheets": [sheet.title for sheet in source.book.sheets if sheet.state == "visible"],
        "two_a_page": said.two_a_page,
        "topics": topics_offered(project),
    }


def _scheme(name: str, source: FilledBook) -> Scheme:
    """The scheme with a name, as it holds on the day of the book."""
    said = source.returned.project
    return chosen(name, said.storeys, "").on(said.papers.made_on or today())
