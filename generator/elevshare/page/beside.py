"""One building under the scheme that was chosen and under others: who pays more, who pays less."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence

from elevshare.commands.building import name_of, project_under, scheme_of
from elevshare.comparison import compared, findings
from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.page.asking import options_of
from elevshare.project import Outcome, Project, SubsidyMode, assess
from elevshare.schemes import Family, Scheme
from elevshare.schemes.index import SchemeEntry, entries
from elevshare.schemes.load import shipped

Under = Callable[[Scheme], Project]


def beside(words: Sequence[str]) -> dict[str, object]:
    """Every other scheme that shares costs, and what the households would pay under it.

    Costs and subsidy stay the same, whatever the other schemes' own rules of subsidies. A scheme
    under which the building cannot be says why.

    Raises:
        InputError: the amounts under the first scheme cannot be found either.
    """
    options = options_of(words)
    mine = scheme_of(name_of(options) or "", options)
    first = project_under(mine, options)
    outcome = assess(first)
    others = [
        _other(entry, first, outcome, _same_subsidy(first, outcome, options))
        for entry in entries()
        if "share" in entry.parts and entry.id != mine.id and _shares(entry)
    ]
    dues = list(map(yuan, outcome.dues))
    rooms = [flat.room for flat in first.flats]
    return {"rooms": rooms, "dues": dues, "total": yuan(sum(outcome.dues)), "others": others}


def _shares(entry: SchemeEntry) -> bool:
    """Whether a scheme shares what a lift costs, and does not charge for its use."""
    return shipped(entry.id).family is Family.CONTRIBUTION


def _same_subsidy(first: Project, outcome: Outcome, options: Namespace) -> Under:
    """How the building's project is made under another scheme."""
    if first.subsidy.mode is SubsidyMode.RULE:
        options = Namespace(**{**vars(options), "subsidy": f"{outcome.subsidy / 100:.2f}"})
    return lambda scheme: project_under(scheme, options)


def _other(entry: SchemeEntry, first: Project, mine: Outcome, under: Under) -> dict[str, object]:
    """One scheme: its names, and amounts and differences or why there are none."""
    about = {"id": entry.id, "name": entry.name, "city": entry.city}
    if entry.storeys and int(entry.storeys) != first.storeys:
        return {**about, "why": f"它是 {entry.storeys} 层楼的办法，这里是 {first.storeys} 层"}
    try:
        (_, project), _ = compared((first.scheme, shipped(entry.id)), _given(first, under))
        found, outcome = findings(project), assess(project)
    except InputError as error:
        return {**about, "why": error.what}
    if found:
        return {**about, "why": "；".join(found)}
    more = [theirs - ours for theirs, ours in zip(outcome.dues, mine.dues, strict=True)]
    return {
        **about,
        "why": "",
        "dues": list(map(yuan, outcome.dues)),
        "more": list(map(_signed, more)),
        "total": yuan(sum(outcome.dues)),
        "more_total": _signed(sum(more)),
    }


def _given(first: Project, under: Under) -> Under:
    """The first project as it is, the other as it is made."""
    return lambda scheme: first if scheme is first.scheme else under(scheme)


def _signed(fen: int) -> str:
    """A difference: ＋ who pays more, － who pays less."""
    return f"{'＋' if fen > 0 else '－'}{yuan(abs(fen))}" if fen else "一样"
