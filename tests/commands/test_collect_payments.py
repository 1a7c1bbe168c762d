"""``elevshare collect-payments``: a statement into the 台账 of a new book, from end to end."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from bookfile import BookFile
from buildings import PAYEE, project_from
from editing import Book, with_inputs
from leases import LeaseBook
from statements import SHAPES, Movement, icbc_enterprise, psbc, wechat

from elevshare.audit.audited import audit_file
from elevshare.opened import opened
from elevshare.returned import read_back
from elevshare.returned.located import parsed
from elevshare.returned.made import made_of
from elevshare.rules.lease import Lease
from elevshare.schemes import find
from elevshare.workbook.book import draft, family_of, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.subjects.ledger.payments import typed
from elevshare.workbook.subjects.ledger.places import collected

OLD = Path(__file__).parents[1] / "old_books" / "0.1.0"
OWNERS = {"301": "王建国", "302": "李梅", "401": "张三", "402": "张三", "501": "欧阳明明、周平"}
PAPERS = replace(PAYEE, building="12 幢", entrance="3 单元")


def building(scheme="nanjing", **options):
    """Five storeys of two flats, some of whose owners are known."""
    given = {"storeys": "5", "areas": "80,100", **options}
    one = project_from(find(scheme), **given)
    flats = tuple(replace(flat, owner=OWNERS.get(flat.room, "")) for flat in one.flats)
    return replace(one, flats=flats, papers=PAPERS)


def contribution():
    return building(cost="60万")


def lease():
    return replace(building("beijing-hualing"), lease=Lease(start="2026-03-01"))


#: What a project reads → its book, made once for all tests that begin with it.
_MADE = {}


def made(project):
    if (key := repr(project)) not in _MADE:
        _MADE[key] = make_book(project)
    return _MADE[key]


def write(folder, project, inputs=None, name="幸福里.xlsx"):
    """The book of a project, with inputs typed in besides."""
    plan = family_of(project).plan(project)
    data = filled(with_inputs(draft(plan), inputs)) if inputs else made(project)
    (folder / name).write_bytes(data)
    return name


def recomputed(path):
    """Room → what 收缴 says was paid and is left, in fen, computed anew by another engine."""
    data = path.read_bytes()
    plan = made_of(parsed(opened(data, path.name))).plan
    book = (LeaseBook if isinstance(plan, LeasePlan) else Book)(data, plan)
    said, rows = book.read(), collected(plan)
    columns = [said.block(rows, key) for key in ("room", "net", "left_fen")]
    return {str(room): (round(net), round(left))
            for room, net, left in zip(*columns, strict=True) if room not in ("", None)}  # fmt: skip


def payments(path):
    """The payments of a book's 台账."""
    return read_back(opened(path.read_bytes(), path.name)).entries.payments


def dues(name):
    return {room: left for room, (_, left) in recomputed(Path(name)).items()}


def moves(due):
    """Payments of all kinds, and the room of those that are certain."""
    return [
        (Movement("2026-03-05 10:00:00", 1_000_000, "王建国", "301加梯款", "SERIAL0000001"), "301"),
        (Movement("2026-03-05 10:00:01", 1_000_000, "王嫂", "12幢3单元301室", "SERIAL0000002"), "301"),
        (Movement("2026-03-06 09:00:00", due["302"], "李梅", "302", "SERIAL0000003"), "302"),
        (Movement("2026-03-07 09:00:00", 250_000, "张三", "加装电梯", "SERIAL0000004"), ""),
        (Movement("2026-03-08 09:00:00", 250_000, "王建国", "2单元301加梯", "SERIAL0000005"), ""),
        (Movement("2026-03-09 09:00:00", 250_000, "路人", "物业费", "SERIAL0000006"), ""),
        (Movement("2026-03-10 09:00:00", -900_000, "电梯公司", "工程款", "SERIAL0000007"), ""),
        (Movement("2026-03-11 09:00:00", 1_000_000, "某人", "3-501", "SERIAL0000008"), "501"),
    ]  # fmt: skip


@pytest.mark.sampled(8)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_a_statement_of_any_shape(shape, folder, call):
    book = write(folder, contribution())
    before, due = (folder / book).read_bytes(), dues(book)
    listed = moves(due)
    bank = shape(folder, [move for move, _ in listed]).name
    status, output, errors = call("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert (status, errors) == (1, "")
    assert "记入台账 4 笔" in output and "待核对 2 笔" in output and "与本簿无关 1 笔" in output
    assert "可能是 401 张三" in output and "可能是 402 张三" in output
    assert (folder / book).read_bytes() == before
    assert audit_file(folder / "新.xlsx").verdict == "通过"
    found = recomputed(folder / "新.xlsx")
    for room, whole in due.items():
        paid = sum(move.fen for move, for_room in listed if for_room == room)
        assert found[room] == (paid, whole - paid)
    entered = payments(folder / "新.xlsx")
    assert [one.row for one in entered] == [0, 1, 2, 3]
    assert {one.method for one in entered} == {
        {"wechat": "微信", "alipay": "支付宝"}.get(shape.__name__[:6], "转账")
    }
    if SHAPES[shape][0]:
        assert entered[0].remark == "流水号 SERIAL0000001"

    status, output, errors = call("collect-payments", "新.xlsx", "--bank", bank, "-o", "再.xlsx")
    assert (status, errors) == (1, "") and "新记 0 笔" in output and "台账里已有 4 笔" in output
    assert payments(folder / "再.xlsx") == entered


def test_all_certain_is_status_0_and_json_says_everything(folder, done):
    book = write(folder, contribution())
    listed = [move for move, room in moves(dues(book)) if room]
    bank = wechat(folder, listed).name
    found = json.loads(done("collect-payments", book, "--bank", bank, "-o", "新.xlsx", "--json"))
    assert found["method"] == "微信" and found["credits_fen"] == sum(one.fen for one in listed)
    assert sum(found["sums_fen"].values()) == found["credits_fen"] == found["sums_fen"]["certain"]
    assert [row["room"] for row in found["rows"]] == ["301", "301", "302", "501"]
    again = json.loads(
        done("collect-payments", "新.xlsx", "--bank", bank, "-o", "再.xlsx", "--json")
    )
    assert {row["kind"] for row in again["rows"]} == {"entered"}


def test_an_overlapping_statement_adds_only_what_is_new(folder, call):
    book = write(folder, contribution())
    listed = [move for move, room in moves(dues(book)) if room]
    first = psbc(folder, listed[:2]).rename(folder / "一.xlsx").name
    second = psbc(folder, listed[1:]).rename(folder / "二.xlsx").name
    call("collect-payments", book, "--bank", first, "-o", "新.xlsx")
    status, output, _ = call("collect-payments", "新.xlsx", "--bank", second, "-o", "再.xlsx")
    assert status == 0 and "新记 2 笔" in output
    assert len(payments(folder / "再.xlsx")) == 4


def test_a_row_of_the_ledger_is_high_enough_for_its_remark(folder, call):
    book = write(folder, contribution())
    paid = Movement(
        "2026-03-05 10:00:00", 1_000_000, "王建国", "301加梯款", "1000049801202612070011223344"
    )
    bank = wechat(folder, [paid]).name
    call("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    sheet = openpyxl.load_workbook(folder / "新.xlsx")["台账"]
    row = next(
        row for row in sheet.iter_rows() if "1000049801202612070011223344" in str(row[9].value)
    )
    number = row[0].row
    assert sheet.row_dimensions[number].height == 45
    assert sheet.row_dimensions[number + 1].height is None


def test_hidden_rows_are_told(folder, call):
    book = write(folder, contribution())
    bank = icbc_enterprise(folder, [move for move, room in moves(dues(book)) if room])
    file = openpyxl.load_workbook(bank)
    file.active.row_dimensions[4].hidden = True
    file.save(bank)
    status, output, errors = call("collect-payments", book, "--bank", bank.name, "-o", "新.xlsx")
    assert status == 1 and "新记 3 笔" in output and "隐藏的行没有看：第 4 行" in errors


@pytest.mark.sampled(0)
def test_a_lease_book(folder, call):
    book = write(folder, lease())
    due = dues(book)
    listed = [
        Movement("2026-03-05 10:00:00", due["301"], "王建国", "电梯使用费", "SERIAL0000001"),
        Movement("2026-03-05 10:00:00", 5_000, "路人", "302电梯租金", "SERIAL0000002"),
    ]
    bank = wechat(folder, listed).name
    status, output, errors = call("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert (status, errors) == (0, ""), output
    found = recomputed(folder / "新.xlsx")
    assert found["301"] == (due["301"], 0) and found["302"] == (5_000, due["302"] - 5_000)
    assert audit_file(folder / "新.xlsx").verdict == "通过"


@pytest.mark.sampled(0)
def test_a_book_of_ride_cards(folder, call):
    book = write(folder, building("beijing-rongsheng", cost="30万"))
    due = dues(book)
    bank = wechat(
        folder, [Movement("2026-03-05 10:00:00", due["301"], "王建国", "", "SERIAL0000001")]
    )
    assert call("collect-payments", book, "--bank", bank.name, "-o", "新.xlsx")[0] == 0
    assert recomputed(folder / "新.xlsx")["301"] == (due["301"], 0)


def test_an_instalment_without_a_room_is_certain(folder, call):
    project = contribution()
    plan = family_of(project).plan(project)
    sheet, cell = plan.parameter("instalments").replace("$", "").split("!")
    book = write(folder, project, {(sheet, cell): 3})
    due = dues(book)["301"]
    listed = [
        Movement("2026-03-05 10:00:00", due // 3, "王建国", "", "SERIAL0000001"),
        Movement("2026-04-05 10:00:00", due // 3, "王建国", "", "SERIAL0000002"),
        Movement("2026-05-05 10:00:00", due // 3 + 7, "王建国", "", "SERIAL0000003"),
        Movement("2026-06-05 10:00:00", due - due // 3 * 2, "王建国", "", "SERIAL0000004"),
    ]
    bank = wechat(folder, listed).name
    status, output, _ = call("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert status == 1 and "记入台账 3 笔" in output and "待核对 1 笔" in output
    assert recomputed(folder / "新.xlsx")["301"] == (due, 0)


def ledger(project, rows):
    """Inputs of 台账: row (from 0) → day, room, amount in yuan, method, remark."""
    block = typed(family_of(project).plan(project))
    keys = ("day", "room", "amount", "method", "remark")
    return {
        tuple(block.at(key, row).replace("$", "").split("!")): value
        for row, values in rows.items()
        for key, value in zip(keys, values, strict=True)
        if value is not None
    }


def test_what_was_typed_by_hand_is_not_entered_again_and_gaps_stay(folder, call):
    """An emptied row is a receipt that counts no more: new payments stand after the last row."""
    project = contribution()
    rows = {0: (46_086, "301", 10_000, "转账", None), 3: (46_000, "302", 1, "现金", "订金")}
    book = write(folder, project, ledger(project, rows))
    listed = [move for move, room in moves(dues(book)) if room == "301"]
    bank = icbc_enterprise(folder, listed).name
    status, output, errors = call("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert (status, errors) == (0, "") and "“台账”第 1 笔" in output
    assert [(one.row, one.room) for one in payments(folder / "新.xlsx")] == [
        (0, "301"), (3, "302"), (4, "301")]  # fmt: skip


# --- refused ----------------------------------------------------------------------------------


@pytest.fixture
def bank(folder):
    return wechat(
        folder, [Movement("2026-03-05 10:00:00", 100, "王建国", "301", "SERIAL0000001")]
    ).name


def test_a_book_without_ledger(folder, refused, bank):
    book = write(folder, replace(contribution(), topics=frozenset()))
    said = refused("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert "没有“台账”" in said and "make --from 幸福里.xlsx --with 台账" in said


def test_the_command_that_is_told_adds_one(folder, call, bank):
    book = write(folder, replace(contribution(), topics=frozenset()))
    assert call("make", "--from", book, "--with", "台账", "-o", "有.xlsx")[0] == 0
    assert call("collect-payments", "有.xlsx", "--bank", bank, "-o", "新.xlsx")[0] == 0


def test_the_book_itself_is_never_written(folder, refused, bank):
    book = write(folder, contribution())
    for target in (book, f"./{book}"):
        said = refused("collect-payments", book, "--bank", bank, "-o", target, "--force")
        assert "原来的文件" in said


@pytest.mark.sampled(0)
def test_too_few_rows(folder, refused, call):
    project = replace(contribution(), rows=10)
    book = write(folder, project, ledger(project, {28: (46_000, "302", 1, "现金", None)}))
    listed = [
        Movement(f"2026-03-05 10:00:0{n}", 100, "", "301", f"SERIAL000000{n}") for n in range(3)
    ]
    bank = wechat(folder, listed).name
    said = refused("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert "只剩 1 行，要记 3 笔" in said and "--households 11" in said
    call("make", "--from", book, "--households", "11", "-o", "多.xlsx")
    assert call("collect-payments", "多.xlsx", "--bank", bank, "-o", "新.xlsx")[0] == 0
    assert len(payments(folder / "新.xlsx")) == 4


def test_a_ledger_with_invalid_rows(folder, refused, bank):
    project = contribution()
    book = write(folder, project, ledger(project, {0: (46_086, "999", 10, "转账", None)}))
    said = refused("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert "没有房号「999」" in said


def test_a_household_that_is_not_filled_in_counts_for_nothing(folder, refused, bank):
    book = write(folder, contribution(), {("住户", "C9"): "复式"})
    said = refused("collect-payments", book, "--bank", bank, "-o", "新.xlsx")
    assert "「住户」C9" in said and "复式" in said


def test_a_book_that_is_not_to_be_trusted(folder, refused, call, bank):
    file = BookFile((folder / write(folder, contribution())).read_bytes())
    file.number("分摊", "D9", 1)
    (folder / "改.xlsx").write_bytes(file.data())
    said = refused("collect-payments", "改.xlsx", "--bank", bank, "-o", "新.xlsx")
    assert "不可信" in said and "--force" in said
    status, _, errors = call(
        "collect-payments", "改.xlsx", "--bank", bank, "-o", "新.xlsx", "--force"
    )
    assert status == 1 and "不可信" in errors
    assert audit_file(folder / "新.xlsx").verdict == "通过"


def test_a_book_that_is_not_filled_in(folder, refused, bank):
    book = write(folder, project_from(find("nanjing")))
    assert "还算不出来" in refused("collect-payments", book, "--bank", bank, "-o", "新.xlsx")


def test_a_statement_that_is_none(folder, refused):
    book = write(folder, contribution())
    (folder / "不是.csv").write_text("房号,面积\n301,80\n", "utf-8")
    assert "日期" in refused("collect-payments", book, "--bank", "不是.csv", "-o", "新.xlsx")
    assert "找不到" in refused("collect-payments", book, "--bank", "无.csv", "-o", "新.xlsx")


@pytest.mark.sampled(0)
@pytest.mark.parametrize("name", ["填好-全部页.xlsx"])
def test_a_book_of_an_earlier_version(name, folder, call, bank):
    paths = [path for path in sorted(OLD.glob("*.xlsx")) if _has_ledger(path)]
    assert paths
    shutil.copy(paths[0], folder / name)
    status, output, _ = call("collect-payments", name, "--bank", bank, "-o", "新.xlsx")
    assert status in (0, 1), output
    assert audit_file(folder / "新.xlsx").verdict == "通过"
    assert len(payments(folder / "新.xlsx")) == len(payments_of_old(paths[0])) + (
        "新记 1 笔" in output
    )


def _has_ledger(path):
    book = opened(path.read_bytes(), path.name)
    return book.sheet("台账") is not None and bool(book.sheet("住户"))


def payments_of_old(path):
    return read_back(opened(path.read_bytes(), path.name), by_labels=True).entries.payments
