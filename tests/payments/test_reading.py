"""Statements of all shapes are read alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from statements import SHAPES, Movement, alipay, cmb, wechat

from elevshare.errors import InputError
from elevshare.intake.tables.choices import ASKED_NOTHING, choices_of
from elevshare.intake.tables.report import TableReport
from elevshare.payments.reading import read_statement
from elevshare.payments.statement import Flow
from elevshare.vocabulary import STATEMENT

MOVES = [
    Movement("2026-03-05 10:22:33", 4_583_333, "王建国", "301加梯款", "1000050001202603050001"),
    Movement("2026-03-06 09:00:00", 500_000, "李梅", "3-302 电梯", "1000050001202603060002"),
    Movement("2026-03-07 23:59:59", -12_345, "电力公司", "电费", "1000050001202603070003"),
    Movement("2026-03-08 08:00:00", 1, "张三", "", "1000050001202603080004"),
]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_shape_says_the_same(shape, tmp_path):
    serials, payers = SHAPES[shape]
    report = TableReport()
    statement = read_statement(shape(tmp_path, MOVES), ASKED_NOTHING, report)
    assert [(row.day, row.fen) for row in statement.rows] == [
        (one.day, abs(one.fen)) for one in MOVES
    ]
    flows = [Flow.IN if one.came_in else Flow.OUT for one in MOVES]
    assert [row.flow for row in statement.rows] == flows
    assert statement.credits == 4_583_333 + 500_000 + 1
    for row, one in zip(statement.rows, MOVES, strict=True):
        assert row.serial == (one.serial if serials else "")
        assert one.remark in row.remark
        assert row.payer == one.payer if payers else one.payer in row.remark
        assert not row.failed
    assert report.remarks == []
    assert [row.reverses for row in statement.rows] == [""] * 4


def test_what_is_paid_by_wechat_or_alipay_says_so(tmp_path):
    methods = [
        read_statement(shape(tmp_path, MOVES), ASKED_NOTHING, TableReport()).method
        for shape in SHAPES
    ]
    assert methods == ["转账"] * 9 + ["微信", "微信", "支付宝"]


@pytest.mark.parametrize(
    ("shape", "state", "failed", "partly"),
    [
        (wechat, "已全额退款", "已全额退款", ""),
        (wechat, "已退款(￥100.00)", "", "已退款"),
        (wechat, "对方已退还", "对方已退还", ""),
        (alipay, "交易关闭", "交易关闭", ""),
        (alipay, "等待付款", "等待付款", ""),
        (alipay, "交易成功", "", ""),
    ],
)
def test_what_did_not_arrive(shape, state, failed, partly, tmp_path):
    move = Movement("2026-03-05 10:22:33", 500_000, "王建国", "301", "S0000000001", state)
    (row,) = read_statement(shape(tmp_path, [move]), ASKED_NOTHING, TableReport()).rows
    assert (row.failed, row.partly) == (failed, partly)


def read(tmp_path, text):
    path = tmp_path / "流水.csv"
    path.write_text(text, "utf-8")
    report = TableReport()
    return read_statement(path, ASKED_NOTHING, report), report


@pytest.mark.parametrize(
    ("text", "flow", "fen"),
    [
        ("日期,金额\n2026-03-01,-5", Flow.OUT, 500),
        ("日期,金额\n2026-03-01,+5", Flow.IN, 500),
        ("日期,金额,收支\n2026-03-01,5,C", Flow.IN, 500),
        ("日期,金额,收支\n2026-03-01,5,D", Flow.OUT, 500),
        ("日期,金额,收支\n2026-03-01,5,不计收支", Flow.NEITHER, 500),
        ("日期,收入,支出\n2026-03-01,-5,", Flow.OUT, 500),
        ("日期,收入,支出\n2026-03-01,5.00,0.00", Flow.IN, 500),
        ("日期,收入,支出\n2026-03-01,--,5.00", Flow.OUT, 500),
        ('日期,收入（元）,支出（元）\n2026-03-01,"￥1,234.50",-', Flow.IN, 123_450),
        ("日期,收入(万元),支出\n2026-03-01,1.5,", Flow.IN, 1_500_000),
        ("日期,金额\n2026-03-01,¥-5.00", Flow.OUT, 500),
        ("日期,金额\n2026-03-01,-5.00 CNY", Flow.OUT, 500),
        ('日期,收入,支出\n="2026-03-01",="5.00",', Flow.IN, 500),
    ],
)
def test_directions_and_amounts(text, flow, fen, tmp_path):
    (row,) = read(tmp_path, text)[0].rows
    assert (row.flow, row.fen) == (flow, fen)


def test_an_amount_written_in_red_takes_another_back(tmp_path):
    (row,) = read(tmp_path, "日期,收入,支出,摘要\n2026-03-01,-5,,转账")[0].rows
    assert row.reverses == "红字"


def test_without_signs_or_directions_all_is_income_and_that_is_said(tmp_path):
    statement, report = read(tmp_path, "日期,金额,付款人\n2026-03-01,5,王建国")
    assert statement.credits == 500
    assert any("全部当作收入" in remark for remark in report.remarks)


def test_several_remarks_are_joined_and_equal_ones_said_once(tmp_path):
    text = "日期,收入,支出,摘要,附言,备注\n2026-03-01,5,,转账,301加梯,转账\n2026-03-02,5,,/,-,302"
    assert [row.remark for row in read(tmp_path, text)[0].rows] == ["转账 301加梯", "302"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("日期,摘要\n2026-03-01,x", "没有金额一栏"),
        ("金额,摘要\n5,x", "日期"),
        ("日期,收入,支出\n昨天,5,", "流水.csv 第 2 行：日期「昨天」看不懂"),
        ("日期,收入,支出\n2026-03-01,五元,", "第 2 行.*不是数字"),
        ("日期,收入,支出\n2026-03-01,5.005,", "第 2 行.*小数"),
        ("日期,收入,支出\n2026-03-01,5,6", "收入和支出两栏都有金额"),
        ("日期,金额,收支\n2026-03-01,5,收入\n2026-03-02,5,随便", "「随便」看不懂"),
        ("日期,金额,借贷标志\n2026-03-01,5,甲", "「甲」看不懂"),
        ("日期,收入,支出\n2026-03-01,,", "一笔收支也没有"),
    ],
)
def test_what_cannot_be_understood_is_refused(text, said, tmp_path):
    with pytest.raises(InputError, match=said):
        read(tmp_path, text)


def test_columns_sheet_and_rows_are_chosen_by_hand(tmp_path):
    path = tmp_path / "流水.csv"
    path.write_text("哪天,进账,谁\n2026-03-01,5,王建国\n2026-03-02,6,李梅\n", "utf-8")
    chosen = choices_of("日期=哪天,收入金额=进账,付款人=谁", rows="3-3", table=STATEMENT)
    (row,) = read_statement(path, chosen, TableReport()).rows
    assert (row.day, row.fen, row.payer) == ("2026-03-02", 600, "李梅")
    with pytest.raises(InputError, match="收入金额=进账"):
        choices_of("收入金额", table=STATEMENT)


def test_totals_and_rows_without_money_are_left_out_and_told(tmp_path):
    text = (
        "日期,收入,支出\n2026-03-01,5,\n2026-03-02,0.00,0.00\n合计,5,0\n贷方合计：,5,\n期初余额,7,"
    )
    statement, report = read(tmp_path, text)
    assert len(statement.rows) == 1
    assert [(one.row, one.why) for one in report.left_out] == [
        (3, "没有金额"), (4, "合计"), (5, "合计"), (6, "合计")]  # fmt: skip


def test_signs_in_front_of_lines_are_no_rows(tmp_path):
    report = TableReport()
    read_statement(cmb(tmp_path, MOVES), ASKED_NOTHING, report)
    assert len(report.left_out) <= 1


def test_a_book_of_our_own_is_no_statement():
    book = next((Path(__file__).parents[2] / "xlsx_templates").glob("*南京.xlsx"))
    with pytest.raises(InputError, match="这是本工具的簿子，不是流水"):
        read_statement(book, ASKED_NOTHING, TableReport())
