"""The recipe that a book carries makes the same book again, but for its inputs."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples
from buildings import project_from

from elevshare.errors import InputError
from elevshare.opened import opened
from elevshare.rules.late import Joining
from elevshare.schemes import find
from elevshare.schemes.combine import with_part
from elevshare.templates import EXAMPLE, ready_books
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.recipe import Recipe, parse, recipe_of

COMBINED = project_from(
    with_part(find("nanjing"), "subsidy", find("xianyang")), storeys="6", areas="80", cost="50万"
)
OWN = project_from(find("nanjing"), storeys="7", areas="80", cost="50万", coefficients="3=1.5")
PROJECTS = {
    **{name: make() for name, (make, _) in samples.PROJECTS.items()},
    EXAMPLE: ready_books()[EXAMPLE],
    "combined": COMBINED,
    "own coefficients": OWN,
    "three joiners": replace(COMBINED, joinings=tuple(map(Joining, ("301", "201", "401")))),
}


def locked_cells(project):
    """Sheet and place → what stands in every cell that users cannot fill in."""
    book = opened(draft(family_of(project).plan(project)), "簿.xlsx")
    return {
        (sheet.title, *place): cell.formula or cell.value
        for sheet in book.sheets
        for place, cell in sheet.cells.items()
        if cell.style not in book.unlocked and (cell.formula or cell.value is not None)
    }


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", PROJECTS)
def test_the_recipe_makes_the_same_formulas_and_labels(name):
    project = PROJECTS[name]
    recipe = parse(recipe_of(project).text())
    assert recipe == recipe_of(project) == recipe_of(recipe.project())
    made, again = locked_cells(project), locked_cells(recipe.project())
    assert {at: (made.get(at), again.get(at)) for at in made.keys() | again.keys()
            if made.get(at) != again.get(at)} == {}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "nanjing", "nanjing；户数 -1；层数 7；页 无", "nanjing；户数 201；层数 7；页 无",
     "nanjing；户数 1；层数 7；页 总账", "nanjing；户数 1；层数 7；页 无；密码 1",
     "nanjing；户数 1；层数 7；页 后加入；后加入 7", "beijing-hualing；户数 1；层数 7；页 决算", "没有的方案；户数 1；层数 7；页 无"],
)  # fmt: skip
def test_what_is_no_recipe_is_refused(text):
    with pytest.raises(InputError):
        parse(text)


def test_a_part_that_the_other_scheme_lacks_is_refused():
    with pytest.raises(InputError, match="没有补贴的规定"):
        Recipe("nanjing", (("subsidy", "general-area"),)).project()
