"""住户: one row for each household, typed or taken from a roster, with a hint."""

from __future__ import annotations

from elevshare.rules.share import WEIGHT_SCALE, Flat
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import TERM_WORDS, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.inputs import write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.pools.inputs import household_weights

TITLE, ROLE = "住户", "输入"
ABOUT = "每户的房号、楼层、面积、参与、减免"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.put(2, 1, f'="已填 "&SUM({plan.shares.all("filled")})&" 户，其中有误 "'
             f'&SUMPRODUCT(({plan.shares.all("problem")}>1)*1)&" 户；参与 "'
             f'&SUM({plan.shares.all("take")})&" 户"', "副标题")  # fmt: skip
    write_households(grid, plan, 30)


def write_households(grid: Grid, plan: Accounts, height: int) -> None:
    """Write the rows of households, in any family of books.

    Args:
        grid: the sheet.
        plan: the plan of the book.
        height: the height of the heads in points.
    """
    block, columns, flats = plan.households, plan.household_columns, plan.project.flats
    grid.widths(*(column.width for column in columns))
    grid.put(1, 1, "住户：一行一户，从第一行起填，不用的行空着", "标题")
    grid.height(1, 28)
    grid.height(block.first - 1, height)

    def of(index: int) -> dict[str, Value]:
        hint = f"={plan.shares.at('hint', index)}"
        known = _values(flats[index]) if index < len(flats) else {}
        if index < len(flats):
            known |= household_weights(plan.project, flats[index].room)
        return {**known, "n": index + 1, "hint": hint}

    write_rows(grid, block, columns, of)
    colour(grid, block)
    grid.sheet.freeze_panes = f"C{block.first}"
    heads, right = block.first - 1, block.letter(columns[-1].key)
    # Rows are not sorted: kept versions, usage and what was paid stand in the order of households.
    grid.filter(f"A{heads}:{right}{block.last}")
    grid.page(f"A1:{right}{block.last}", landscape=True, title_rows=f"{heads}:{heads}")


def colour(grid: Grid, block: Block) -> None:
    """Redden the hints of wrong rows; inputs stay yellow where cells of other books are pasted."""
    hint = block.here("hint", block.first)
    grid.redden(block.area("hint"), f'AND({hint}<>"",LEFT({hint},1)<>"√")')
    for key in block.columns:
        if key not in ("n", "hint"):
            grid.yellow(block.area(key), f"{block.here('n', block.first)}>0")


def _values(flat: Flat) -> dict[str, Value]:
    """Column key → value, of what the project knows of a household."""
    return {
        "room": flat.room,
        "storey": flat.storey,
        "area": flat.area / 100 or None,
        "owner": flat.owner,
        "taking": yes_no(flat.taking_part),
        "payout": flat.payout / 100 or None,
        "reserve": flat.reserve / 100 or None,
        "reserve_left": None if flat.reserve_left is None else flat.reserve_left / 100,
        "vote": "" if flat.vote is None else yes_no(flat.vote),
        "agree": "" if flat.agrees is None else yes_no(flat.agrees),
        "person": flat.person,
        "exempt": yes_no(True) if flat.exempt else "",
        "term": TERM_WORDS.get(flat.term, ""),
        "own": None if flat.own_weight is None else flat.own_weight / WEIGHT_SCALE,
        "fixed": None if flat.fixed is None else flat.fixed / 100,
        "reason": flat.reason,
    }
