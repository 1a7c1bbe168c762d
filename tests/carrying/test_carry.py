"""A filled-in book carried into a new one: nothing is lost, nothing is lost in silence."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import bases
import pytest
import samples
from bookfile import BookFile
from buildings import project_from
from filling import filled
from harmless import saved_by_openpyxl
from office import converted

from elevshare.audit.audited import audit_file
from elevshare.carrying.carry import carry, charges, differing
from elevshare.carrying.source import source_of
from elevshare.carrying.target import Wanted
from elevshare.errors import InputError
from elevshare.opened import opened
from elevshare.opened.places import place
from elevshare.project import CostItem
from elevshare.project.topics import ALL_SHEETS
from elevshare.returned import read_back
from elevshare.rules.late import Advance, Joining, RefundBasis
from elevshare.schemes import find, with_part
from elevshare.workbook import seal_inputs
from elevshare.workbook.book import make_book
from elevshare.workbook.papers.bill import FULL
from elevshare.workbook.recipe import recipe_of
from elevshare.workbook.subjects.notice.inputs import DAYS_OFF

OLD = Path(__file__).parents[1] / "old_books" / "0.1.0"
BOOKS = sorted(
    path for path in OLD.parent.glob("*/*.xlsx") if path.stem[:2] not in ("比较", "汇总")
)
EVERY = ALL_SHEETS


def shape(scheme, topics=None, storeys="3", areas="61.03,80.17"):
    """A building of a family, with some subjects."""
    return replace(project_from(find(scheme), storeys=storeys, areas=areas), topics=topics)


FAMILIES = {
    "contribution": lambda: shape("xianyang", EVERY),
    "percent": lambda: shape("shanghai-7-level", EVERY, "7"),
    "prepaid": lambda: shape("beijing-rongsheng", EVERY),
    "lease": lambda: shape("beijing-hualing"),
    "template": lambda: project_from(find("nanjing")),
}


def held(data):
    """What every input of a book holds, by what it is called."""
    source = opened(data, "新簿.xlsx")
    from elevshare.returned.located import parsed
    from elevshare.returned.made import made_of
    from elevshare.returned.search import found_in

    cells = {sheet.title: sheet.cells for sheet in source.sheets}
    places = found_in(source, made_of(parsed(source)).labels)
    return {label: cells[at.sheet][at.place].value for label, at in places.items()}


def book(tmp_path, data, name="旧.xlsx"):
    """A file."""
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.sampled(0)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_input_of_every_family_is_found_again(family, tmp_path):
    """Filled in by something of its own, carried into a book with more rows and sheets."""
    project = FAMILIES[family]()
    data, values = filled(project, seed=1)
    rows = project.household_rows + 7
    source = source_of(book(tmp_path, data), force=True)
    topics = () if family == "lease" else ("决算", "资金")
    carried = carry(source, Wanted(topics=topics, households=rows))
    found = held(carried.data)
    assert carried.lost == [] == carried.replaced == carried.results
    seals = [label for label in values if label.section == seal_inputs.SECTION]
    assert seals and not any(found[label] for label in seals)  # a new book is to be sealed anew
    carried_over = {label: value for label, value in values.items() if label not in seals}
    assert {label: found[label] for label in carried_over} == carried_over
    assert len(found) > len(values)
    assert recipe_of(carried.project).rows == rows


@pytest.mark.sampled(16)
@pytest.mark.parametrize("path", BOOKS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_books_of_earlier_versions_are_carried_whole(path, tmp_path):
    source = source_of(path, force=False)
    carried = carry(source, Wanted(households=source.rows))
    new = book(tmp_path, carried.data)
    before = {label: source.cell(label).value for label in source.places}
    after = held(carried.data)
    # Days off are filled in where the old book knew none and its notice is not up yet.
    typed = any(before[label] for label in before if label.head in DAYS_OFF)
    up = source.returned.project.notice.start
    new_days = not (typed or up or source.ships_holidays)
    days = {label for label in before if label.head in DAYS_OFF and new_days}
    assert not days or any(after[label] for label in days)
    words = {"全部住户": "发确认单", "只给应缴户": "不发账单"}
    scope = [label for label in before if label.head == "不用缴款的户" and before[label] in words]
    assert len(carried.renamed) == len(scope)
    before |= {label: words[before[label]] for label in scope}
    assert {label: after[label] for label in before if label not in days} == {
        label: value for label, value in before.items() if label not in days
    }
    assert carried.lost == [] and carried.before == carried.after
    assert audit_file(new).verdict == "通过"


@pytest.mark.sampled(0)
def test_the_forty_first_household_has_a_row(tmp_path):
    data, _ = filled(project_from(find("nanjing")), 3)
    carried = carry(source_of(book(tmp_path, data), force=True), Wanted(households=60))
    again = opened(carried.data, "")
    rows = [place(end)[0] for end in again.names["room_no"].replace("$", "").partition("!")[2].split(":")]  # fmt: skip
    assert rows[1] - rows[0] + 1 == 60


def test_more_households_than_rows_are_refused(tmp_path):
    source = source_of(book(tmp_path, bases.book("plain")), force=False)
    with pytest.raises(InputError, match=r"原簿的住户填到第 6 行，5 行放不下"):
        carry(source, Wanted(households=5))


@pytest.mark.sampled(0)
def test_the_printed_area_fits_the_households_that_are_there(tmp_path):
    """Six households in a template of forty: six bills are printed, not forty."""
    project = project_from(find("nanjing"))
    typed = {
        ("住户", f"{column}{row}"): value
        for row in range(5, 11)
        for column, value in zip("BCDF", (f"{row}01", row - 4, 80, "是"), strict=True)
    }
    from editing import with_inputs

    from elevshare.workbook.book import draft, family_of
    from elevshare.workbook.engine.filling import filled as finished

    data = finished(with_inputs(draft(family_of(project).plan(project)), typed))
    carried = carry(source_of(book(tmp_path, data), force=False), Wanted())
    printed = BookFile(carried.data).text("xl/workbook.xml")
    assert recipe_of(carried.project).text().count("户数 6；层数") == 1
    rows = 6 * len(FULL.rows)
    assert f"'账单'!$A$1:$D${rows}" in printed  # six pages of a bill each
    assert carried.project.household_rows == 40


def test_a_later_subject_comes_with_what_was_filled_in(tmp_path):
    source = source_of(book(tmp_path, bases.book("usual")), force=False)
    carried = carry(source, Wanted(topics=("决算", "变更")))
    titles = BookFile(carried.data).titles
    assert {"决算", "决算表", "变更", "变更表"} <= set(titles)
    assert carried.before == carried.after and carried.lost == []


def test_coefficients_stay_with_their_storeys_in_a_book_with_half_stops(tmp_path):
    """There 2 is the third row of the coefficients."""
    one = replace(shape("nanjing", storeys="5"), costs=(CostItem("电梯", 10**7),))
    source = source_of(book(tmp_path, make_book(one)), force=False)
    carried = carry(source, Wanted(topics=("半层", "个别", "指定楼层")))
    assert carried.lost == [] and carried.before == carried.after


@pytest.mark.sampled(0)
def test_a_book_whose_joiners_are_all_used_is_carried_into_one_with_room_for_another(tmp_path):
    advances = (Advance("101", 100), Advance("301", 200))
    joinings = (Joining("201"), Joining("302", basis=RefundBasis.ADVANCED, advances=advances))
    one = shape("xianyang", storeys="4")
    out = ("201", "302")
    flats = tuple(replace(flat, taking_part=flat.room not in out) for flat in one.flats)
    data = make_book(replace(one, flats=flats, joinings=joinings, costs=(CostItem("电梯", 10**7),)))
    first = carry(source_of(book(tmp_path, data), force=False), Wanted())
    assert first.lost == [] and first.before == first.after and first.failed == 0
    again = carry(source_of(book(tmp_path, first.data, "新.xlsx"), force=False), Wanted())
    for carried in (first, again):
        found = read_back(opened(carried.data, ""))
        assert found.project.joinings == joinings and found.recipe.joiners == 3


def test_another_scheme_brings_its_own_numbers_and_says_so(tmp_path):
    """南京 → 广州: coefficients are the new scheme's; one of the owners' own is named."""
    data = bases.typed("usual", {("参数", "B46"): 0.9, ("住户", "J6"): "困难户"})
    source = source_of(book(tmp_path, data), force=False)
    carried = carry(source, Wanted(scheme=find("guangzhou")))
    assert carried.project.scheme.id == "guangzhou"
    (replaced,) = carried.replaced
    assert replaced == "「参数」B46 系数（第 3 行）：0.9"
    changed = differing(source, carried)
    assert set(changed) == {"201", "202", "302"}
    assert sum(after for _, after in changed.values()) == carried.after.net
    remarks = [value for label, value in held(carried.data).items() if label.head == "备注"]
    assert "困难户" in remarks


@pytest.mark.sampled(0)
def test_what_has_no_place_is_named(tmp_path):
    """A contribution book made a lease book: costs, coefficients and votes have no place there."""
    source = source_of(book(tmp_path, samples.sample("contribution").data), force=False)
    carried = carry(source, Wanted(scheme=find("beijing-hualing")))
    assert "「参数」A14 项目（第 3 行）：监理" in carried.lost
    assert any("专项" in line for line in carried.lost)
    assert carried.project.household_rows == source.rows


@pytest.mark.sampled(0)
@pytest.mark.parametrize(
    ("family", "other"),
    [
        ("contribution", "beijing-hualing"),
        ("contribution", "beijing-rongsheng"),
        ("template", "beijing-hualing"),
        ("lease", "nanjing"),
    ],
)
def test_what_was_paid_for_another_kind_of_book_is_not_carried(family, other, tmp_path):
    """Else a share of the cost would be rent paid in advance."""
    data, values = filled(FAMILIES[family](), seed=1)
    source = source_of(book(tmp_path, data), force=True)
    carried = carry(source, Wanted(scheme=find(other)))
    rows = {(label.sheet, label.row) for label, value in values.items()
            if value and label.head in ("金额（元）", "已缴（元）") and label.sheet in ("台账", "住户")}  # fmt: skip
    assert rows and len(carried.payments) >= len(rows) and len(carried.kinds) == 2
    assert {line[1:3] for line in carried.payments} <= {"台账", "住户"}
    new = read_back(opened(carried.data, "")).entries
    assert new.payments == () and not any(one.paid for one in new.standings)


def test_a_book_of_the_same_kind_keeps_its_ledger(tmp_path):
    source = source_of(book(tmp_path, samples.sample("contribution").data), force=False)
    carried = carry(source, Wanted(scheme=find("guangzhou")))
    assert carried.payments == [] and carried.kinds == () and carried.counts["台账"]


def test_charges_are_compared_and_not_what_is_left_to_pay(tmp_path):
    """A tenant with an abatement has the same fee."""
    file = BookFile(samples.sample("lease").data)
    file.replace("住户", "I10", f'<c r="I10" s="{file.style("住户", "I10")}"><v>100</v></c>')
    source = source_of(book(tmp_path, file.data()), force=True)
    carried = carry(source, Wanted())
    assert not isinstance(carried.after, str)
    fees = {one.room: one.fee for one in carried.after.households}
    assert fees != carried.after.dues
    assert charges(source, carried) == {room: (fee, fee) for room, fee in fees.items()}


def test_a_sum_in_an_input_is_carried_as_its_result(tmp_path):
    file = BookFile(bases.book("plain"))
    file.calculate("参数", "B12", "300000+300000", 600000)
    carried = carry(source_of(book(tmp_path, file.data()), force=False), Wanted())
    assert [line.split(" ")[0] for line in carried.results] == ["「参数」B12"]
    assert carried.before == carried.after


def test_a_book_that_is_not_to_be_trusted_is_refused_or_forced(tmp_path):
    file = BookFile(bases.book("plain"))
    file.number("分摊", "J22", 1)
    path = book(tmp_path, file.data())
    with pytest.raises(InputError, match="不可信，没有用它：「分摊」J22"):
        source_of(path, force=False)
    carried = carry(source_of(path, force=True), Wanted())
    assert audit_file(book(tmp_path, carried.data, "新.xlsx")).verdict == "通过"


def test_inputs_that_have_moved_are_carried_when_forced(tmp_path):
    import shifting

    file = BookFile(bases.typed("plain", {("住户", "J6"): "困难户"}))
    shifting.insert_rows(file, "参数", 9, 2)
    path = book(tmp_path, file.data())
    whole = carry(source_of(book(tmp_path, bases.typed("plain", {("住户", "J6"): "困难户"}), "原.xlsx"), force=False), Wanted())  # fmt: skip
    assert held(carry(source_of(path, force=True), Wanted()).data) == held(whole.data)


@pytest.mark.sampled(0)
@pytest.mark.parametrize("program", ["openpyxl", "libreoffice", "gnumeric"])
def test_books_that_other_programs_saved_are_carried_whole(program, tmp_path):
    data = samples.sample("percent").data
    path = book(tmp_path, data)
    if program == "openpyxl":
        saved = book(tmp_path, saved_by_openpyxl(data), "存.xlsx")
    elif program == "gnumeric":
        saved = tmp_path / "存.xlsx"
        subprocess.run(["ssconvert", path, saved], check=True, capture_output=True)
    else:
        converted([path], "xlsx", tmp_path / "lo")
        saved = tmp_path / "lo" / path.name
    direct = carry(source_of(path, force=False), Wanted(households=60))
    again = carry(source_of(saved, force=False), Wanted(households=60))
    assert again.lost == [] and again.before == direct.before
    assert held(again.data) == held(direct.data)


def test_a_book_of_another_family_takes_along_what_both_have(tmp_path):
    """Names, rooms, areas, taking part, payee and date stand in other sections, under other heads."""
    source = source_of(book(tmp_path, samples.sample("percent").data), force=False)
    carried = carry(source, Wanted(scheme=find("beijing-hualing")))
    new = opened(carried.data, "")
    said = {cell.value for sheet in new.sheets for cell in sheet.cells.values()}
    papers = samples.PAPERS
    assert {papers.estate, papers.building, papers.payee, papers.account, "701"} <= said
    assert not [line for line in carried.lost if "参与" in line or papers.payee in line]


def test_what_the_project_takes_along_is_not_called_lost(tmp_path):
    """The cost is the scheme's own in a book of ride cards; the owners' stays theirs."""
    source = source_of(book(tmp_path, samples.sample("percent").data), force=False)
    carried = carry(source, Wanted(scheme=find("beijing-rongsheng")))
    assert not [
        line for line in (*carried.lost, *carried.replaced) if line.startswith("「参数」B12")
    ]


def test_a_day_in_a_remark_is_carried_as_it_was_shown(tmp_path):
    file = BookFile(bases.book("usual"))
    date = file.style("参数", "B8")  # a date's style
    file.replace("住户", "J6", f'<c r="J6" s="{date}"><v>45659</v></c>')
    carried = carry(source_of(book(tmp_path, file.data()), force=True), Wanted())
    remarks = [value for label, value in held(carried.data).items() if label.head == "备注"]
    assert "2025-01-02" in remarks


def test_rules_of_a_third_scheme_are_named_when_the_scheme_changes(tmp_path):
    scheme = with_part(find("nanjing"), "subsidy", find("xianyang"))
    project = replace(shape("nanjing"), scheme=scheme)
    data = make_book(project)
    source = source_of(book(tmp_path, data), force=False)
    assert carry(source, Wanted()).replaced == []
    carried = carry(source, Wanted(scheme=find("general-area")))
    assert any("补贴的规则原来取自“咸阳”" in line for line in carried.replaced)


def test_a_new_book_that_fails_its_own_checks_says_so(tmp_path):
    """Six storeys have no place in a table of percentages for seven."""
    project = shape("nanjing", storeys="6", areas="80,100")
    path = book(tmp_path, make_book(replace(project, costs=(CostItem("费用", 60_000_000),))))
    carried = carry(source_of(path, force=False), Wanted(scheme=find("shanghai-7-level")))
    assert carried.failed > 0


def test_an_error_in_an_input_is_named(tmp_path):
    file = BookFile(bases.book("usual"))
    style = file.style("住户", "J6")
    file.replace("住户", "J6", f'<c r="J6" s="{style}" t="e"><v>#REF!</v></c>')
    carried = carry(source_of(book(tmp_path, file.data()), force=True), Wanted())
    assert [line for line in carried.lost if line.startswith("「住户」J6 备注")]


def test_days_that_count_from_1904_stay_the_same_days(tmp_path):
    day = 46_000
    file = BookFile(bases.typed("plain", {("参数", "B8"): day}))
    file.sub("xl/workbook.xml", "<workbookPr", '<workbookPr date1904="1"')
    carried = carry(source_of(book(tmp_path, file.data()), force=True), Wanted())
    dates = [value for label, value in held(carried.data).items() if label.head == "编制日期"]
    assert dates == [day + 1_462]


@pytest.mark.sampled(0)
def test_a_book_with_pools_is_carried_whole(tmp_path):
    """Also where the new book has more rows, which the pools' splits have, too."""
    project, _ = samples.PROJECTS["pools"]
    data = make_book(project())
    carried = carry(source_of(book(tmp_path, data), force=False), Wanted(households=30))
    assert carried.lost == [] and carried.before == carried.after
    assert (carried.project.pools, carried.project.costs) == (project().pools, project().costs)
