"""Statements in the shapes of banks, WeChat and Alipay, made of one list of movements."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook


@dataclass(frozen=True)
class Movement:
    """Money that came in (``fen`` above 0) or went out."""

    at: str
    fen: int
    payer: str = ""
    remark: str = ""
    serial: str = ""
    state: str = ""

    @property
    def day(self) -> str:
        return self.at[:10]

    @property
    def time(self) -> str:
        return self.at[11:]

    @property
    def came_in(self) -> bool:
        return self.fen > 0


def yuan(fen: int, comma: bool = True) -> str:
    return f"{abs(fen) / 100:,.2f}" if comma else f"{abs(fen) / 100:.2f}"


def parted(one: Movement, comma: bool = True, empty: str = "") -> tuple[str, str]:
    """What came in and what went out, each in a column of its own."""
    text = yuan(one.fen, comma)
    return (text, empty) if one.came_in else (empty, text)


def _csv(path: Path, rows: Sequence[Sequence[object]], encoding: str, tab: str = "") -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([[f"{cell}{tab}" for cell in row] for row in rows])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def _xlsx(path: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def icbc_personal(folder: Path, moves: Sequence[Movement]) -> Path:
    """工行个人网银: CSV, GBK, tabs behind every cell, amounts twice, totals below."""
    head = ["交易日期", "摘要", "交易场所", "交易国家或地区简称", "钞/汇", "交易金额(收入)",
            "交易金额(支出)", "交易币种", "记账金额(收入)", "记账金额(支出)", "记账币种", "余额",
            "对方户名"]  # fmt: skip
    top = [
        ["明细查询文件下载"],
        ["卡号: 6222****0001", "卡别名:"],
        ["起始日期: 2026-03-01", "截止日期: 2026-03-31"],
        [],
    ]
    rows = [
        [
            m.day,
            m.remark,
            "",
            "CHN",
            "钞",
            *parted(m),
            "人民币",
            *parted(m),
            "人民币",
            "0.00",
            m.payer,
        ]
        for m in moves
    ]
    total = yuan(sum(m.fen for m in moves if m.came_in))
    return _csv(
        folder / "工行.csv", [*top, head, *rows, ["合计", *[""] * 4, total]], "gb18030", "\t"
    )


def icbc_enterprise(folder: Path, moves: Sequence[Movement]) -> Path:
    """工行企业网银: XLSX, 借贷标志 beside two amounts, 摘要 and 用途."""
    head = ["凭证号", "本方账号", "对方账号", "交易时间", "借/贷", "借方发生额", "贷方发生额", "对方行号",
            "摘要", "用途", "对方单位名称", "余额", "个性化信息"]  # fmt: skip
    rows = [
        ["0", "0200", "6222", m.at, "贷" if m.came_in else "借", *reversed(parted(m)), "102",
         "网转", m.remark, m.payer, "0.00", ""]
        for m in moves
    ]  # fmt: skip
    return _xlsx(folder / "工行企业.xlsx", [["历史明细查询"], head, *rows], ["A1:M1"])


def abc(folder: Path, moves: Sequence[Movement]) -> Path:
    """农行: XLSX, day and time apart, signed amounts as texts, 日志号."""
    head = [
        "交易日期",
        "交易时间",
        "交易金额",
        "本次余额",
        "对手信息",
        "日志号",
        "交易渠道",
        "交易摘要",
        "交易附言",
    ]
    rows = [
        [m.day.replace("-", ""), m.time.replace(":", ""), ("+" if m.came_in else "-") + yuan(m.fen),
         "0.00", m.payer, m.serial, "掌银", "转存", m.remark]
        for m in moves
    ]  # fmt: skip
    top = [["中国农业银行账户活期交易明细清单"], ["户名：业委会", "账户：6228"]]
    return _xlsx(folder / "农行.xlsx", [*top, head, *rows])


def boc(folder: Path, moves: Sequence[Movement]) -> Path:
    """中行企业网银: CSV, headings with English, 来账 and 往账."""
    head = ["交易类型[ Transaction Type ]", "业务类型[ Business type ]", "付款人账号[ Debit Account No. ]",
            "付款人名称[ Payer's Name ]", "收款人名称[ Payee's Name ]", "交易日期[ Transaction Date ]",
            "交易时间[ Transaction time ]", "交易货币[ Trade Currency ]", "交易金额[ Trade Amount ]",
            "交易后余额[ After-transaction balance ]", "交易流水号[ Transaction reference number ]",
            "摘要[ Reference ]", "用途[ Purpose ]", "交易附言[ Remark ]", "备注[ Remarks ]"]  # fmt: skip
    rows = [
        ["来账" if m.came_in else "往账", "转账", "4563", m.payer, "业委会", m.day.replace("-", ""), m.time,
         "CNY", yuan(m.fen, comma=False) if m.came_in else "-" + yuan(m.fen, comma=False), "0.00",
         m.serial, "OBSS", "", m.remark, ""]
        for m in moves
    ]  # fmt: skip
    top = [["查询账号[ Inquirer account number ]", "3456"], ["总笔数", str(len(moves))]]
    return _csv(folder / "中行.csv", [*top, head, *rows], "utf-8-sig")


def ccb(folder: Path, moves: Sequence[Movement]) -> Path:
    """建行企业网银: XLSX, amounts as numbers, dates as dates, two dates."""
    head = ["账号", "账户名称", "交易时间", "借方发生额（支取）", "贷方发生额（收入）", "余额", "币种", "对方户名",
            "对方账号", "对方开户机构", "记账日期", "摘要", "备注", "账户明细编号-交易流水号", "企业流水号",
            "凭证种类", "凭证号", "关联账户"]  # fmt: skip
    rows = [
        ["4100", "业委会", datetime.fromisoformat(m.at), 0 if m.came_in else -m.fen / 100,
         m.fen / 100 if m.came_in else 0, 12345.67, "人民币", m.payer, "6217", "建行",
         m.day.replace("-", ""), "电汇", m.remark, m.serial, "", "", "", ""]
        for m in moves
    ]  # fmt: skip
    return _xlsx(folder / "建行.xlsx", [head, *rows])


def bocom(folder: Path, moves: Sequence[Movement]) -> Path:
    """交行: CSV, GBK, 借贷标志 and one amount without a sign."""
    head = [
        "序号",
        "交易日期",
        "交易时间",
        "借贷标志",
        "交易金额",
        "余额",
        "对方账号",
        "对方户名",
        "摘要",
    ]
    rows = [
        [
            str(n),
            m.day,
            m.time,
            "贷 Cr" if m.came_in else "借 Dr",
            yuan(m.fen),
            "0.00",
            "6222",
            m.payer,
            m.remark,
        ]
        for n, m in enumerate(moves, 1)
    ]
    return _csv(folder / "交行.csv", [["交通银行交易明细"], head, *rows], "gb18030")


def psbc(folder: Path, moves: Sequence[Movement]) -> Path:
    """邮储: XLSX, signed numbers, blank rows and a note below."""
    head = ["交易日期", "交易摘要", "交易金额", "账户余额", "对方户名", "对方账号", "附言"]
    rows = [
        [m.at, "跨行转入", m.fen / 100, 0, m.payer, "6217", m.remark]
        for m in moves
    ]  # fmt: skip
    last = [[], ["制表人：柜员 01"], ["注：本明细仅供参考，以银行记账为准。"]]
    return _xlsx(folder / "邮储.xlsx", [["邮政储蓄银行账户交易明细"], head, *rows, *last])


def cmb(folder: Path, moves: Sequence[Movement]) -> Path:
    """招行: CSV, UTF-8 with BOM, lines with # above and below, tabs before what is a number."""
    head = ["交易日期", "交易时间", "收入", "支出", "余额", "交易类型", "交易备注"]
    top = [
        ["# 招商银行交易记录"],
        ["# 账号: [6225****0001]"],
        ["# 起始日期: [20260301]   终止日期: [20260331]"],
    ]
    rows = [
        ["\t" + m.day.replace("-", ""), "\t" + m.time, *parted(m, comma=False), "0.00", "转账汇款",
         f"{m.payer} {m.remark}".strip()]
        for m in moves
    ]  # fmt: skip
    total = yuan(sum(m.fen for m in moves if m.came_in), comma=False)
    last = [["# 收入合计: 若干笔，共 " + total + " 元"]]
    return _csv(folder / "招行.csv", [*top, head, *rows, *last], "utf-8-sig")


def rural(folder: Path, moves: Sequence[Movement]) -> Path:
    """农商行: XLSX, a heading of two rows with merged cells, totals, a second page's heading."""
    one = ["交易日期", "摘要", "发生额", "", "余额", "对方户名", "附言", "流水号"]
    two = ["", "", "收入", "支出", "", "", "", ""]
    rows = [
        [m.day, "汇兑来账", *parted(m), "0.00", m.payer, m.remark, m.serial] for m in moves
    ]  # fmt: skip
    middle = len(rows) // 2
    total = ["本页合计", "", yuan(sum(m.fen for m in moves if m.came_in)), "", "", "", "", ""]
    areas = ["A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "G2:G3", "H2:H3"]
    return _xlsx(
        folder / "农商行.xlsx",
        [["农村商业银行对账单"], one, two, *rows[:middle], one, two, *rows[middle:], total],
        areas,
    )


def _wechat_rows(moves: Sequence[Movement]) -> list[list[object]]:
    top = ["微信支付账单明细", "微信昵称：[加梯专户]", "起始时间：[2026-03-01 00:00:00] 终止时间：[2026-03-31 23:59:59]",
           "导出类型：[全部]", "导出时间：[2026-04-01 10:00:00]", "", f"共{len(moves)}笔记录", "收入：2笔 10000.00元",
           "支出：1笔 5.00元", "中性交易：0笔 0.00元", "注：",
           "1. 充值/提现/理财通购买/零钱通存取/信用卡还款等交易，将计入中性交易",
           "2. 本明细仅展示当前账单中的交易，不包括已删除的记录", "3. 本明细仅供个人对账使用", "",
           "----------------------微信支付账单明细列表--------------------"]  # fmt: skip
    head = ["交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号",
            "商户单号", "备注"]  # fmt: skip
    rows = [
        [m.at, "转账", m.payer, f"转账备注:{m.remark}" if m.remark else "/", "收入" if m.came_in else "支出",
         f"¥{yuan(m.fen, comma=False)}", "/", m.state or ("已存入零钱" if m.came_in else "支付成功"),
         f"{m.serial}\t", "/", "/"]
        for m in moves
    ]  # fmt: skip
    return [*([line, *[""] * 8] for line in top), head, *rows]


def wechat(folder: Path, moves: Sequence[Movement]) -> Path:
    """微信账单: CSV, UTF-8 with BOM, sixteen lines above the heading."""
    return _csv(folder / "微信.csv", _wechat_rows(moves), "utf-8-sig")


def wechat_xlsx(folder: Path, moves: Sequence[Movement]) -> Path:
    """微信账单 as WeChat sends it today: XLSX."""
    return _xlsx(folder / "微信.xlsx", _wechat_rows(moves))


def alipay(folder: Path, moves: Sequence[Movement]) -> Path:
    """支付宝账单: CSV, GBK, over twenty lines above the heading, a comma at the end of each line."""
    top = [["-" * 84], ["导出信息："], ["姓名：业委会"], ["支付宝账户：138****0000"],
           ["起始时间：[2026-03-01 00:00:00]    终止时间：[2026-03-31 23:59:59]"], ["导出交易类型：[全部]"],
           ["导出时间：[2026-04-01 12:00:00]"], [f"共{len(moves)}笔记录"], ["收入：2笔 10000.00元"], ["支出：1笔 5.00元"],
           ["不计收支：0笔 0.00元"], [], ["特别提示："], *([f"{n}.本回单内容仅供参考"] for n in range(1, 9)), [],
           ["-" * 24 + "支付宝（中国）网络技术有限公司  电子客户回单" + "-" * 24]]  # fmt: skip
    head = ["交易时间", "交易分类", "交易对方", "对方账号", "商品说明", "收/支", "金额", "收/付款方式", "交易状态",
            "交易订单号", "商家订单号", "备注", ""]  # fmt: skip
    rows = [
        [m.at, "转账红包", m.payer, "138****0001", m.remark or "收款", "收入" if m.came_in else "支出",
         yuan(m.fen, comma=False), "", m.state or "交易成功", f"{m.serial}\t", "\t", "", ""]
        for m in moves
    ]  # fmt: skip
    return _csv(folder / "支付宝.csv", [*top, head, *rows], "gb18030")


Shape = Callable[[Path, Sequence[Movement]], Path]
#: Shape → whether it has serial numbers, whether it has a column with the payer.
SHAPES: dict[Shape, tuple[bool, bool]] = {
    icbc_personal: (False, True),
    icbc_enterprise: (False, True),
    abc: (True, True),
    boc: (True, True),
    ccb: (True, True),
    bocom: (False, True),
    psbc: (False, True),
    cmb: (False, False),
    rural: (True, True),
    wechat: (True, True),
    wechat_xlsx: (True, True),
    alipay: (True, True),
}
