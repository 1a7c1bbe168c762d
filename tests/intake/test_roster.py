import csv
import io
import os
import warnings
import zipfile
from contextlib import suppress
from datetime import date, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from elevshare.errors import InputError
from elevshare.intake import flats_from_rows, read_roster
from elevshare.intake.tables.choices import choices_of
from elevshare.intake.tables.report import TableReport
from elevshare.opened import user_file as files
from elevshare.project import MAX_AREA, MAX_FLATS, MAX_STOREYS
from elevshare.rules.share import Flat
from elevshare.vocabulary import folded, words

HEADER = ["房号", "楼层", "建筑面积", "业主", "参与"]
TWO = (Flat("101", 1, 6103, "张三", True), Flat("201", 2, 8000, "李四", False))
TWO_LINES = "101,1,61.03,张三,是\n201,2,80,李四,否\n"


def flats(path):
    return flats_from_rows(read_roster(path), None)


def message(path):
    with pytest.raises(InputError) as caught:
        flats(path)
    return str(caught.value)


@pytest.fixture
def text_file(tmp_path):
    def write(text, encoding="utf-8", name="名册.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def book_file(tmp_path):
    def write(rows, title="住户", name="名册.xlsx", before=()):
        book = Workbook()
        sheet = book.active
        for number, other in enumerate(before):
            sheet.title = f"其他{number}"
            for line in other:
                sheet.append(line)
            sheet = book.create_sheet()
        sheet.title = title
        for line in rows:
            sheet.append(line)
        path = tmp_path / name
        book.save(path)
        return path

    return write


# ---------------------------------------------------------------- text files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings(text_file, encoding):
    assert flats(text_file(",".join(HEADER) + "\n" + TWO_LINES, encoding)) == TWO


@pytest.mark.parametrize("sign", [",", "\t", ";", "，"])
@pytest.mark.parametrize("name", ["名册.csv", "名册.txt", "名册.CSV"])
def test_delimiters(text_file, sign, name):
    text = ",".join(HEADER) + "\n" + TWO_LINES
    assert flats(text_file(text.replace(",", sign), name=name)) == TWO


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(text_file, end):
    assert flats(text_file((",".join(HEADER) + "\n" + TWO_LINES).replace("\n", end))) == TWO


def test_a_gbk_file_with_titles_other_columns_and_a_total(text_file):
    text = (
        "幸福小区 3 幢 2 单元住户名册,,,,,,\r\n"
        '"制表：王会计；单位：㎡",,,,,,\r\n'
        "\r\n"
        "序号,是否参与(是/否),备注,建筑面积（㎡）,户 主,室号,所在楼层\r\n"
        "1,是,,61.03,张三,101,1层\r\n"
        ",,,,,,\r\n"
        "2,否,出租,80,李四,201,2层\r\n"
        "合 计,,,141.03,,合 计,\r\n"
        ",,,,,,\r\n"
    )
    path = text_file(text, "gbk")
    assert flats(path) == TWO
    assert [row.where for row in read_roster(path)] == ["名册.csv 第 5 行", "名册.csv 第 7 行"]


def test_totals_are_left_out_wherever_they_stand_and_reported(text_file):
    text = ",".join(HEADER) + "\n合计,,80,,\n101,1,80,张三,是\n本层小计,,80,,\n总计：,,80,,\n"
    report = TableReport()
    assert [row.room for row in read_roster(text_file(text), report=report)] == ["101"]
    assert [(one.row, one.why) for one in report.left_out] == [
        (2, "合计"), (4, "合计"), (5, "合计"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["附101,1,80,王五,", "102,第1层,80,,", "102,1,80,单位,", "102,1,80,,,平均"]
)
def test_a_household_without_an_answer_is_no_note_and_no_total(text_file, line):
    """It must not vanish: its neighbours would pay for it."""
    text = f"{','.join(HEADER)},备注\n101,1,80,张三,是,\n{line}\n"
    assert message(text_file(text)).startswith("名册.csv 第 3 行：参与是空的")


def test_notes_below_are_left_out_and_reported(text_file):
    text = (
        ",".join(HEADER)
        + "\n101,1,80,张三,是\n制表：王会计,,,审核：李,\n注1：以房产证为准,,,,\n第 1 页,,,,\n"
    )
    report = TableReport()
    assert len(read_roster(text_file(text), report=report)) == 1
    assert [one.row for one in report.left_out] == [3, 4, 5]


def test_what_stands_above_the_heading_hides_no_household(text_file):
    text = f"101,1,80,张三,是\n{','.join(HEADER)}\n{TWO_LINES}101,1,80,张三,是\n"
    assert "房号「101」重复" in message(text_file(text))


def test_a_row_called_total_is_no_household(text_file):
    rows = ",".join(HEADER) + "\n101,1,80,,是\n合计,1,80,,是\n"
    assert [flat.room for flat in flats(text_file(rows))] == ["101"]


def test_owners_may_be_missing(text_file):
    assert flats(text_file("房号,楼层,面积,参与\n101,1,80,是\n")) == (Flat("101", 1, 8000),)


def test_short_rows_are_empty_at_their_end(text_file):
    text = message(text_file("房号,楼层,面积,参与\n101,1,80\n"))
    assert text.startswith("名册.csv 第 2 行：参与是空的")


def test_the_line_of_a_wrong_row(text_file):
    text = ",".join(HEADER) + "\n101,1,80,,是\n\n102,1,x,,是\n101,1,80,,是\n"
    lines = message(text_file(text)).splitlines()
    assert lines[0].startswith("名册.csv 第 4 行：建筑面积「x」不是数字")
    assert lines[1].startswith("名册.csv 第 5 行：房号「101」重复，已见于第 2 行")


@pytest.mark.parametrize(
    "line",
    ['102,1,80,"张三,是\n103,1,80,李四,是', '102,1,80,"张"三,是'],
)
def test_a_lonely_quotation_mark_swallows_no_row(text_file, line):
    text = message(text_file(f"{','.join(HEADER)}\n101,1,80,王五,是\n{line}\n"))
    assert text.startswith("名册.csv 第 3 行：引号没有成对")


def test_bytes_that_are_no_text(text_file):
    assert "不是文本文件，或编码无法识别" in message(text_file(b"\xff\x00\x01\x80\x00"))
    assert "编码无法识别" in message(text_file(b"\xff\xff\xff"))


def test_a_workbook_named_csv(book_file):
    path = book_file([HEADER])
    text = message(path.rename(path.with_suffix(".csv")))
    assert "内容是 Excel 工作簿" in text
    assert "把扩展名改回 .xlsx" in text


# ---------------------------------------------------------------- headers


@pytest.mark.parametrize("room", ["房号", "室号", "房间号", "门牌号", "*房号", " 房 号 ", "房号："])
@pytest.mark.parametrize(
    "area", ["建筑面积", "面积", "建筑面积(㎡)", "建筑面积（平方米）", "面积 m²", "面积[m2]"]
)
def test_names_of_columns(text_file, room, area):
    for storey, owner, part in (
        ("楼层", "业主", "参与"),
        ("层", "业主姓名", "是否参与"),
        ("所在楼层", "姓名", "参与(是/否)"),
        ("楼层", "户主", "参与分摊"),
    ):
        text = f"{storey},{owner},{part},{area},{room}\n1,张三,是,80,101\n"
        assert flats(text_file(text)) == (Flat("101", 1, 8000, "张三"),)


def test_missing_columns_are_named_all_at_once(text_file):
    text = message(text_file("名册\n房号,业主,备注\n101,张三,\n"))
    assert text == (
        "名册.csv 第 2 行：缺少「楼层」「建筑面积」「参与」栏，现有「房号」「业主」「备注」。"
        "请补上；只是叫法不同的，用 --columns 楼层=那一栏的栏名 指定；全体都参与的，加 --everyone-takes-part。"
    )


def test_a_column_is_named_by_hand(text_file):
    path = text_file("房号,层高,面积（套内）,参与,业主\n101,1,61.03,是,张三\n")
    assert "缺少「楼层」「建筑面积」栏" in message(path)
    rows = read_roster(path, choices_of("楼层=层高,面积=3"))
    assert flats_from_rows(rows) == TWO[:1]


def test_everyone_takes_part_only_when_told_so(text_file):
    path = text_file("房号,楼层,面积\n101,1,80\n")
    assert "缺少「参与」栏" in message(path)
    assert flats_from_rows(read_roster(path, choices_of(everyone=True))) == (Flat("101", 1, 8000),)


def test_a_column_twice_names_both(book_file):
    text = message(book_file([["房号", "面积", "楼层", "建筑面积", "参与"]]))
    assert text.startswith(
        "名册.xlsx 工作表「住户」第 1 行：「面积」和「建筑面积」两栏都是建筑面积"
    )


def test_no_header_says_what_was_found(text_file):
    text = message(text_file("户,层,面积\n101,1,80\n"))
    assert "房号" in text
    assert "「户」「层」「面积」" in text


@pytest.mark.parametrize(("titles", "found"), [(199, True), (200, False)])
def test_the_header_is_looked_for_in_200_rows(text_file, titles, found):
    path = text_file("标题\n" * titles + ",".join(HEADER) + "\n" + TWO_LINES)
    if found:
        assert flats(path) == TWO
    else:
        assert "标题行" in message(path)


def test_a_header_and_nothing_below(text_file):
    assert message(text_file(",".join(HEADER))).startswith("名册.csv：没有任何住户")


def test_an_empty_text(text_file):
    assert "第一行是空的" in message(text_file(""))


# ---------------------------------------------------------------- workbooks


def test_a_workbook_of_numbers_and_truth_values(book_file):
    rows = [HEADER, [101, 1, 61.03, "张三", True], [201.0, "2层", 80.0, "李四", False]]
    path = book_file(rows)
    assert flats(path) == TWO
    assert read_roster(path)[0].where == "名册.xlsx 工作表「住户」第 2 行"


def test_the_first_sheet_with_a_header_is_read(book_file):
    other = [["说明"], ["请填写住户表"]]
    path = book_file(
        [["名册"], HEADER, [101, 1, 61.03, "张三", "是"], [201, 2, 80, "李四", "否"]],
        before=[other],
    )
    assert flats(path) == TWO
    assert read_roster(path)[1].where == "名册.xlsx 工作表「住户」第 4 行"


def test_the_row_number_counts_empty_rows(book_file):
    rows = [[], [], HEADER, [], [101, 1, 80, "", "是"], [], [102, 1.2, 80, "", "是"]]
    assert message(book_file(rows)).startswith("名册.xlsx 工作表「住户」第 7 行：楼层「1.2」")


def test_an_area_with_the_dust_of_a_calculation(book_file):
    assert flats(book_file([HEADER, [101, 1, 61.029999999999994, "", "是"]]))[0].area == 6103


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2026, 3, 1), "房号是日期「3月1日」，可能是「3-1」被 Excel 改成了日期"),
        (time(3, 1), "房号是日期「03:01:00」。请先"),
    ],
)
def test_a_date_is_no_room(book_file, value, words):
    text = message(book_file([HEADER, [101, 1, 80, "", "是"], [value, 1, 80, "", "是"]]))
    assert text.startswith("名册.xlsx 工作表「住户」第 3 行：房号是日期")
    assert words in text
    assert "设为文本格式" in text


def test_every_date_is_told_at_once(book_file):
    rows = [[date(2026, 3, day), 1, 80, "", "是"] for day in (1, 2)]
    assert len(message(book_file([HEADER, *rows])).splitlines()) == 2


def test_a_date_in_a_column_nobody_reads(book_file):
    rows = [[*HEADER, "入住"], [101, 1, 80, "", "是", date(2026, 3, 1)]]
    assert len(flats(book_file(rows))) == 1


def test_formulas_without_a_value_are_computed_and_reported(book_file):
    report = TableReport()
    path = book_file([HEADER, [101, "=1+1", 80, "", "是"]])
    assert read_roster(path, report=report)[0].storey == "2"
    assert any("楼层是公式" in remark for remark in report.remarks)


def book_as_excel_writes_it(tmp_path):
    """A book with shared strings and formulas that have values."""
    path = tmp_path / "名册.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("住户")
    for number, line in enumerate([HEADER, [101, 1, None, "张三", "是"]]):
        sheet.write_row(number, 0, line)
    sheet.write_formula("C2", "=30+31.03", None, 61.03)
    book.close()
    return path


def test_formulas_count_with_their_value(tmp_path):
    assert flats(book_as_excel_writes_it(tmp_path)) == TWO[:1]


def test_error_values(book_file):
    text = message(book_file([HEADER, [101, 1, "#REF!", "", "是"]]))
    assert text.startswith("名册.xlsx 工作表「住户」第 2 行：建筑面积是错误值「#REF!」")


def test_a_wrong_extent_hides_no_row(book_file):
    path = book_file([HEADER, [101, 1, 61.03, "张三", "是"], [201, 2, 80, "李四", "否"]])
    repack(path, lambda name, data: data.replace(b'ref="A1:E3"', b'ref="A1"'))
    assert flats(path) == TWO


def repack(path, change):
    with zipfile.ZipFile(path) as old:
        parts = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts:
            new.writestr(name, change(name, data))


def test_openpyxl_warns_nobody(book_file):
    path = book_file([HEADER, [101, 1, 80, "", "是"]])
    repack(path, lambda name, data: b"<styleSheet/>" if name == "xl/styles.xml" else data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(flats(path)) == 1


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize("total", [[], [["合计"]]])
def test_as_many_flats_as_a_book_holds(book_file, total):
    rows = [[n + 1, 1, 80, "", "是"] for n in range(MAX_FLATS)]
    assert len(flats(book_file([HEADER, *rows, *total]))) == MAX_FLATS


def test_one_more_is_refused(book_file):
    rows = [[n, 1, 80, "", "是"] for n in range(MAX_FLATS + 1)]
    text = message(book_file([HEADER, *rows]))
    assert text.startswith("名册.xlsx 工作表「住户」：住户超过上限 200 户")


def test_reading_stops_at_more_households_than_any_estate_has(text_file):
    line = "101,1,80,张三,是\n"
    text = ",".join(HEADER) + "\n" + line * (50 * MAX_FLATS + 1)
    assert message(text_file(text)).startswith("名册.csv：住户太多")


# ---------------------------------------------------------------- what must be safe in a cell


@pytest.mark.parametrize("column", ["小区", "楼号", "单元"])
@pytest.mark.parametrize("text", ["3\x1b[31m", "长" * 51])
def test_names_of_the_stairwell_are_held_to_what_a_cell_may_hold(text_file, column, text):
    words = message(text_file(f"{','.join(HEADER)},{column}\n101,1,80,,是,{text}\n"))
    assert words.startswith(f"名册.csv 第 2 行：{column}「") and "\x1b" not in words


# ---------------------------------------------------------------- files that cannot be read


def test_a_missing_file(tmp_path):
    for name in ("没有.csv", "没有.xlsx", "没有.doc"):
        assert message(tmp_path / name).startswith(f"{name}：找不到这个文件。请检查")


def test_a_folder(tmp_path):
    folder = tmp_path / "名册.csv"
    folder.mkdir()
    assert "名册.csv：是文件夹，不是文件" in message(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "名册.csv")
    assert "不是普通文件" in message(tmp_path / "名册.csv")


def test_an_unreadable_file(text_file, monkeypatch):
    path = text_file("")

    def locked(self, mode):
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "open", locked)
    assert message(path).startswith("名册.csv：无法读取。请先在其他软件中关闭这个文件")


def test_a_name_the_system_refuses(tmp_path):
    assert message(tmp_path / ("长" * 300 + ".csv"))


@pytest.mark.parametrize(
    ("name", "most"), [("名册.csv", files.MAX_TABLE), ("名册.xlsx", files.MAX_BYTES)]
)
def test_a_large_file(tmp_path, name, most):
    with (tmp_path / name).open("wb") as file:
        file.truncate(most + 1)
    assert message(tmp_path / name).startswith(f"{name}：文件太大，超过 {most // 1024 // 1024} MB")


@pytest.mark.parametrize("name", ["名册.xls", "名册.doc", "名册"])
def test_other_kinds(text_file, name):
    text = message(text_file("x", name=name))
    assert text.startswith(f"{name}：不是 .xlsx 或 .csv 文件")
    assert "另存为 .xlsx" in text


OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "是空文件"),
        ((",".join(HEADER) + "\n" + TWO_LINES).encode(), "可能是 CSV 文本或网页改了扩展名"),
        (OLE + bytes(2000), "其实是旧的 .xls 格式"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "设了打开密码"),
        (b"PK\x03\x04" + bytes(100), "已损坏或不完整"),
    ],
)
def test_what_is_no_workbook(text_file, data, words):
    text = message(text_file(data, name="名册.xlsx"))
    assert text.startswith("名册.xlsx：")
    assert words in text
    assert "另存为" in text


def test_a_truncated_workbook(book_file):
    path = book_file([HEADER, [101, 1, 80, "", "是"]])
    whole = path.read_bytes()
    for part in (0.3, 0.6, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * part)])
        assert "已损坏或不完整" in message(path)


@pytest.mark.parametrize("part", ["workbook.xml", "worksheets/sheet1.xml", "sharedStrings.xml"])
def test_damaged_parts(tmp_path, part):
    path = book_as_excel_writes_it(tmp_path)
    repack(path, lambda name, data: data[:-40] if name == f"xl/{part}" else data)
    assert "已损坏或不完整" in message(path)


@pytest.mark.parametrize("count", range(40))
def test_a_damaged_byte_never_shows_a_traceback(book_file, count):
    path = book_file([HEADER, [101, 1, 80, "", "是"]])
    data = bytearray(path.read_bytes())
    data[len(data) * count // 40] ^= 0xFF
    path.write_bytes(bytes(data))
    with suppress(InputError):
        assert len(flats(path)) == 1


def test_a_zip_that_is_no_workbook(tmp_path):
    path = tmp_path / "名册.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "a")
    assert "已损坏或不完整" in message(path)


def test_a_zip_of_many_parts(tmp_path):
    path = tmp_path / "名册.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(2001):
            file.writestr(f"{number}", "")
    assert "工作簿解开后过大" in message(path)


def test_a_zip_that_unpacks_to_too_much(tmp_path, monkeypatch):
    path = tmp_path / "名册.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file, file.open("xl/a", "w") as part:
        for _ in range(101):
            part.write(bytes(1024 * 1024))
    opened = []
    monkeypatch.setattr("openpyxl.load_workbook", lambda *a, **k: opened.append(a))
    assert "工作簿解开后过大" in message(path)
    assert not opened


# ---------------------------------------------------------------- round trips

PLAIN = st.characters(
    codec="utf-8", exclude_categories=["C", "Z", "M"], exclude_characters="\ufffd"
)
OWNERS = st.text(PLAIN, max_size=20).filter(
    lambda t: (
        (t[:1] not in "=+-@＝＋－＠﹢﹣﹦﹫⁺₊⁼₌" or not t)
        and not {folded(t), folded(t.replace("#", ""))}
        & (words("业主", "没有") | words("行", "同上"))
    )
)
ROOMS = st.from_regex(r"[0-9A-Z东西]{1,4}(-[0-9]{1,3})?", fullmatch=True).filter(
    lambda t: folded(t) not in words("业主", "没有") and t.strip("0")
)


@st.composite
def stairwells(draw):
    rooms = draw(st.lists(ROOMS, min_size=1, max_size=30, unique=True))
    return tuple(
        Flat(
            room,
            draw(st.integers(1, MAX_STOREYS)),
            draw(st.integers(1, MAX_AREA)),
            draw(OWNERS).replace("#", ""),
            draw(st.booleans()),
        )
        for room in rooms
    )


def cells(flat):
    area = f"{flat.area // 100}.{flat.area % 100:02d}"
    return [flat.room, str(flat.storey), area, flat.owner, "是" if flat.taking_part else "否"]


@given(
    stairwells(),
    st.sampled_from(",\t;，"),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030"]),
    st.permutations(range(5)),
)
def test_csv_and_back(tmp_path_factory, stairwell, sign, encoding, order):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sign)
    for line in [HEADER, *map(cells, stairwell)]:
        writer.writerow([line[position] for position in order])
    path = tmp_path_factory.mktemp("csv") / "名册.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    assert flats(path) == stairwell


@settings(max_examples=25)
@given(stairwells(), st.permutations(range(5)), st.booleans())
def test_xlsx_and_back(tmp_path_factory, stairwell, order, as_numbers):
    book = Workbook()
    book.active.append([HEADER[position] for position in order])
    for flat in stairwell:
        line = cells(flat)
        if as_numbers:
            line[1:3] = [flat.storey, flat.area / 100]
            line[4] = flat.taking_part
        book.active.append([line[position] for position in order])
    path = tmp_path_factory.mktemp("xlsx") / "名册.xlsx"
    book.save(path)
    assert flats(path) == stairwell
