"""Where the lift is, and what papers are numbered by; parts of text formulas."""

from __future__ import annotations

from elevshare.workbook.inputs import Inputs
from elevshare.workbook.table import FormulaTable

#: Words of a building or an entrance that a number of a paper does without.
_WORDS = ("第", "号楼", "幢", "栋", "单元", " ")


def code(plan: Inputs) -> str:
    """The formula of ``Inputs.code``: building and entrance, each with a hyphen: ``8-2-``."""

    def short(cell: str) -> str:
        for word in _WORDS:
            cell = f'SUBSTITUTE({cell},"{word}","")'
        return cell

    def hyphened(key: str) -> str:
        cell = plan.parameter(key)
        return f'IF({cell}="","",{short(cell)}&"-")'

    return f"{hyphened('building')}&{hyphened('entrance')}"


def number_of(plan: Inputs, rows: FormulaTable, before: str = "", tail: str = "") -> str:
    """The number of a household's paper: ``8-2-301-1``.

    Args:
        plan: the plan of the book.
        rows: the table whose column ``room`` holds the rooms.
        before: a constant text in front, such as ``运维-``.
        tail: a formula of what follows the room.

    The seal of the book stands after it.
    """
    more = f'&"-"&{tail}' if tail else ""
    return f'"编号：{before}"&{plan.code}&INDEX({rows.all("room")},@){more}{sealed_after(plan)}'


def sealed_after(plan: Inputs) -> str:
    """The seal of the book, if it has one, as something to append to a text formula."""
    return f'&IF({plan.sealed}="","","　　"&{plan.sealed})'


def place_of(plan: Inputs) -> str:
    """Building and entrance, as part of a text formula."""
    block, entrance = plan.parameter("building"), plan.parameter("entrance")
    return f'{block}&IF(OR({block}="",{entrance}=""),""," ")&{entrance}'


def address_of(plan: Inputs) -> str:
    """Estate, building and entrance, as part of a text formula; if empty, a line to write on."""
    estate, place = plan.parameter("estate"), f"({place_of(plan)})"
    apart = f'IF(OR({estate}="",{place}=""),""," ")'
    return f'IF({estate}&{place}="","____________",{estate}&{apart}&{place})'


def made_by(plan: Inputs) -> str:
    """The date, as part of a text formula."""
    date = plan.number("made_on")
    return f'IF({date}=0,"","编制日期 "&TEXT({date},"yyyy-mm-dd"))'


def dated(plan: Inputs) -> str:
    """The date of the book on a posted paper, as a text to append."""
    date = plan.number("made_on")
    return f'&IF({date}=0,"","　　编制日期 "&TEXT({date},"yyyy-mm-dd"))'
