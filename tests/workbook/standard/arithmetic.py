"""Points about single formulas: literals, length, safe functions, rounding, one for a column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from standard.finding import Finding, at, head_of, of, on_each_sheet
from standard.formulas import (
    bare,
    calls,
    depth,
    functions,
    masked,
    numbers,
    references,
    texts,
)
from standard.parts import Cell, Sheet

#: What was measured right in every program.
SAFE = set(
    """IF IFERROR AND OR NOT SUM MIN MAX ABS INT LARGE SMALL RANK INDEX MATCH VLOOKUP COUNTIF SUMIF
    CHOOSE DATE EDATE YEAR MONTH DAY SUMIFS COUNTIFS LEFT RIGHT MID LEN SUBSTITUTE VALUE PMT REPT ROUND TEXT SUMPRODUCT FALSE
    ISNUMBER FIND TRIM CHAR FIXED UPPER MOD""".split()
)
PATTERNS = {"#,##0.00", "0.00", "0", "00000000", "000000000000", "yyyy-mm-dd"}
#: The numbers that formulas may write, and why; besides the bounds of inputs, and sizes of ranges.
LITERALS = {
    "15": "the digits that a number keeps", "10": "a power of ten",
    "0": "nothing", "1": "one, true, the next", "2": "half storeys; the second of something",
    **{str(code): "codes of what is wrong with a row, digits of an amount, parts of a year" for code in range(3, 13)},
    "13": "the code of a carriage return", "40000": "a number that was a date", "60000": "the last such number",
    "99": "rounding up to whole percents", "100": "分 of a 元, 0.01 ㎡, percents", "1200": "percents of twelve months",
    "1000": "digits of an amount; the highest coefficient", "10000": "decimals of coefficients and rates; 万",
    "120000": "months of a year, times the decimals of a rate", "999999": "the largest area in 0.01 ㎡",
    "1000000": "the long division", "10000000": "the largest amount in 元", "1000000000": "the largest cost in 分",
    "1E+14": "whole numbers below are exact in every program", "1E+15": "from here on digits are lost",
    "1E+300": "above every number, below every text", "0.0001": "more than the error of a float",
    "0.5": "half up", "0.500001": "half up after PMT, whose last digits programs round differently",
}  # fmt: skip
#: Deepest nesting of functions, and longest formula in characters: of numbers, of texts, of capital figures.
DEEPEST = 9
LONGEST = {"number": 300, "text": 440, "capitals": 400}
#: The bounds of an input, as the reading of every input has them; its validation says the same.
_BOUND = re.compile(r"IFERROR\(@\*1,([\d.]+)[-+]1\)[<>]\1|(?<=\*1)[<>]=?[\d.]+|LEN\(@\)>\d+")
#: Styles of lines of words, each of its own.
_WORDS = ("副标题", "注", "警示", "正文-不折行")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖"


@on_each_sheet
def literals(sheet: Sheet) -> Iterator[Finding]:
    """4: no constants among calculations; in formulas only numbers that are known, with reasons."""
    for cell in sheet.kinds:
        formula = _BOUND.sub("", masked(cell.formula or ""))
        sizes = {str(area.bottom - area.top + 1) for area in references(cell.formula or "")}
        if unknown := numbers(formula) - LITERALS.keys() - sizes:
            yield at(sheet, cell, f"{sorted(unknown)} in {cell.formula}")
    if sheet.role in ("计算", "校验", "单据"):
        for cell in sheet.cells.values():
            if cell.formula is None and cell.is_number and not _counts(sheet, cell):
                yield at(sheet, cell, f"the constant {cell.value:g} under {head_of(sheet, cell)}")


def _counts(sheet: Sheet, cell: Cell) -> bool:
    """Whether a constant only counts forms, or rows: one more than the one above, or the first."""
    if cell.style.name.endswith("-页"):
        return True
    above = sheet.cells.get((cell.row - 1, cell.column))
    before = above.value if above and above.formula is None and above.is_number else 0.0
    return cell.value == before + 1  # type: ignore[operator]


@on_each_sheet
def consistent(sheet: Sheet) -> Iterator[Finding]:
    """5: in a column of a table every row has the same formula.

    Each reference stands still from row to row or moves by the same step. A list of figures,
    each with a label of its own, is no table.
    """
    for run in _runs(sheet) if sheet.role in ("输入", "计算", "校验") else ():
        if len({masked(cell.formula or "") for cell in run}) > 1:
            yield at(sheet, run[0], f"not the same as below: {_odd(run)}")
        elif not _in_step(run):
            yield at(sheet, run[0], f"out of step below: {run[0].formula}")


def _runs(sheet: Sheet) -> Iterator[list[Cell]]:
    """The columns of tables: formulas of one style without a gap, below one another."""
    labels = {row: column for (row, column), cell in reversed(sheet.cells.items())
              if isinstance(cell.value, str) and cell.formula is None and not cell.is_input}  # fmt: skip
    cells = sorted((cell for cell in sheet.formulas
                    if labels.get(cell.row, 999) > cell.column and cell.style.name not in _WORDS),
                   key=lambda cell: (cell.column, cell.row))  # fmt: skip
    run: list[Cell] = []
    for cell in cells:
        last = run[-1] if run else cell
        if (cell.column, cell.row, cell.style) != (last.column, last.row + 1, last.style):
            if len(run) > 2:
                yield run
            run = []
        run.append(cell)
    if len(run) > 2:
        yield run


def _odd(run: list[Cell]) -> str:
    """The first formula that differs from the one above it."""
    shapes = [list(group) for _, group in groupby(run, lambda cell: masked(cell.formula or ""))]
    return f"{shapes[1][0].place} {shapes[1][0].formula}, {shapes[0][0].formula}"


def _in_step(run: list[Cell]) -> bool:
    """Whether every reference stands still or moves by the same step."""
    places = [references(cell.formula or "") for cell in run]
    for column in zip(*places, strict=True):
        steps = {
            (b.sheet == a.sheet, *(y - x for x, y in zip(a[1:], b[1:], strict=True)))
            for a, b in pairwise(column)
        }
        if len(steps) > 1 or not next(iter(steps))[0]:
            return False
    return True


@on_each_sheet
def short(sheet: Sheet) -> Iterator[Finding]:
    """6: formulas are short and not deep: the aim is 120 characters, the limits what is needed."""
    for cell in sheet.kinds:
        formula = cell.formula or ""
        kind = _kind(formula)
        if len(formula) > LONGEST[kind]:
            yield at(sheet, cell, f"{len(formula)} characters ({kind}): {formula[:100]}")
        if depth(formula) > DEEPEST:
            yield at(sheet, cell, f"{depth(formula)} functions deep: {formula[:100]}")


def _kind(formula: str) -> str:
    """Whether a formula gives a number, a sentence or capital figures."""
    if _CAPITALS in formula:
        return "capitals"
    return "text" if "&" in bare(formula) and any(texts(formula)) else "number"


@on_each_sheet
def safe(sheet: Sheet) -> Iterator[Finding]:
    """7: only what every program works out alike, in cells, conditional formats and validations."""
    for cell in sheet.kinds:
        yield from (at(sheet, cell, said) for said in _unsafe(cell.formula or ""))
    for _, found in sheet.conditions:
        for formula in found:
            yield from (of(sheet, f"a condition: {said}") for said in _unsafe(formula))
    for _, rule in sheet.validations:
        for formula in re.findall(r"<formula\d>([^<]*)<", rule):
            yield from (of(sheet, f"a validation: {said}") for said in _unsafe(formula))


def _unsafe(formula: str) -> Iterator[str]:
    """What is not safe in a formula."""
    if unknown := functions(formula) - SAFE:
        yield f"{sorted(unknown)} in {formula}"
    if "--" in bare(formula) or "#REF" in formula:
        yield f"-- or #REF in {formula}"
    if len(formula) >= 1_000 or any(len(text) > 255 for text in texts(formula)):
        yield f"too long for Excel 2007: {formula}"
    for pattern in re.findall(r'TEXT\([^"]*,"([^"]+)"\)', formula):
        if pattern not in PATTERNS:
            yield f"the pattern {pattern} in {formula}"
    for arguments in calls(formula, "SUMPRODUCT"):
        if re.search(r"[A-Z]{2,}\(", ",".join(arguments)):
            yield f"a function inside SUMPRODUCT: {formula}"


#: Where numbers are rounded, references as @: readings, the exact split, half up of whole numbers.
ROUNDED = (
    (r"(IFERROR\()?@\*(1|2|100|10000)(,0\))?", "an input becomes whole: 分, 0.01 ㎡, half storeys, 1/10,000"),
    (r"IFERROR\(@\*1,0\)\*100", "an amount of an input becomes 分"),
    (r"@\*@/120000", "the interest of a month"),
    (r"@/(12|100)", "a whole number in parts"),
    (r"@\*\(@/10000\)\*(@/@|(IF\(@=1,@,IF\(@=2,@,1\)\)/?){2})", "the weight of what takes part"),
    (r"@\*ROUND\(@\*10000,0\)/10000", "a part of an amount"),
    (r"\(@\*100-@\*100\)\*100", "the distance of two percentages"),
    (r"IF\(@=0,@,@\)\*2", "the level in half storeys"),
)  # fmt: skip


@on_each_sheet
def rounded(sheet: Sheet) -> Iterator[Finding]:
    """13: numbers are rounded where they are read and where they are split, never on paper."""
    for cell in sheet.kinds:
        for first, *rest in calls(cell.formula or "", "ROUND"):
            if rest != ["0"]:
                yield at(sheet, cell, f"not to a whole number: {cell.formula}")
            if not any(re.fullmatch(pattern, first) for pattern, _ in ROUNDED):
                yield at(sheet, cell, f"ROUND({first}) is not known: {cell.formula}")
            if sheet.role in ("单据", "说明", "来源", "输入"):
                yield at(sheet, cell, f"rounded on a sheet of role {sheet.role}")
