"""微信文字 of any family of books: a cell a household with its bill as text, and one for the group.

A cell has one line and no quotation marks: a program that copies a cell with several lines puts
quotation marks around it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import place_of
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    beside,
    gaps,
    numbered,
    shown,
)

TITLE, ROLE = "微信文字", "计算"
ABOUT = "每户的账单写成一段话，复制了粘到微信里；另有一段发到群里"

_WIDTHS = (6, 10, 12, 92)
#: The cell for the group, the first household, the column of the texts and that of the figures.
_GROUP, _FIRST, _TEXT, _VALUE = 5, 10, 4, 7
_HINT = "点一格，复制（Ctrl+C），到微信的输入框里粘贴。发给各户的有姓名和金额，不要发到群里。"
#: Heights in points of a text of the group and of a household.
_TALL, _HIGH = 52.0, 64.0


@dataclass(frozen=True, slots=True)
class WeChatTexts:
    """What one family of books says.

    Attributes:
        about: what is paid for, in brackets at the beginning.
        group: the formula of what goes to the group, after the place.
        columns: the columns that ``told`` needs.
        told: household → the formula of its amounts, without a stop at its end.
        asked: household → what it has to pay now, in fen.
        idle: household → whether it has nothing to pay; ``idle_words`` is what it is told then.
        due_on: the day until which to pay, 0 if unknown.
        remark: what a transfer is to say after the room.
        until: household, what all are told of the day → what it is told of it.
    """

    about: str
    group: str
    columns: tuple[Column, ...]
    told: PartialFormula
    asked: PartialFormula
    idle: PartialFormula
    idle_words: str
    due_on: str
    remark: str
    until: Callable[[TableRow, str], str] = lambda row, until: until


def figures(plan: Accounts, texts: WeChatTexts) -> Figures:
    """The parts that all texts share, beside them."""
    p, due = plan.parameter, texts.due_on
    draft = f'IF({plan.failed}=0,"","【草案，先不要照此缴款】")'
    place = f'TRIM({p("estate")}&" "&{place_of(plan)})'
    return Figures(TITLE, 3, {
        "head": Figure("开头", None, lambda f: f'{draft}&"【{texts.about}】"&{place}', kind="any"),
        "until": Figure("截止", None, lambda f: f'IF({due}=0,"","，请在 "&TEXT({due},"yyyy-mm-dd")&" 前缴")',
                        kind="any"),
        "payee": Figure("户名", None, lambda f: _labelled(p("payee"), "收款户名："), kind="any"),
        "bank": Figure("开户行", None, lambda f: _labelled(p("bank"), "开户行："), kind="any"),
        "account": Figure("账号", None, lambda f: _labelled(p("account"), "账号："), kind="any"),
        "contact": Figure("咨询", None, lambda f: _labelled(p("contact"), "咨询："), kind="any"),
    }, _VALUE)  # fmt: skip


def _labelled(cell: str, label: str) -> str:
    """An input with a label before it and a stop after it, empty where it is blank."""
    return f'IF({cell}="","","{label}"&{cell}&"。")'


def table(plan: Accounts, texts: WeChatTexts) -> FormulaTable:
    """The households and their texts."""
    shares, f = plan.shares, figures(plan, texts)

    def text(row: TableRow) -> str:
        told = f"{row.told}&{row.where}"
        idle = f'"：{texts.idle_words}。"'
        return f"{f.head}&{row.who}&IF({texts.idle(row)},{idle},{told})&{f.contact}"

    def where(row: TableRow) -> str:
        remark = f'"附言："&{row.room}&"{texts.remark}。"'
        account = f'{texts.until(row, f.until)}&"。"&{f.payee}&{f.bank}&{f.account}&{remark}'
        return f'IF({texts.asked(row)}>0,{account},"。")'

    return FormulaTable("二、发给各户，一格一户", TITLE, _FIRST, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("text", "复制这一格", "any", text),
        *gaps("gap"),
        Column("who", "称呼", "any", lambda r: f'" "&{r.room}&" 室 "&{r.owner}'),
        *texts.columns,
        Column("told", "金额", "any", texts.told),
        Column("where", "缴到哪里", "any", where),
    ), lambda r: f"{shares.at('valid', r.index)}=1")  # fmt: skip


def write_texts(grid: Grid, plan: Accounts, texts: WeChatTexts) -> None:
    """Write the sheet."""
    rows, shared = table(plan, texts), figures(plan, texts)
    grid.widths(*_WIDTHS, 3, *([14] * 12))
    grid.put(1, 1, "微信文字：复制了就能发", "标题")
    grid.height(1, 28)
    grid.put(2, 1, _HINT, "副标题")
    grid.put(_GROUP - 1, 1, "一、发到群里（没有业主姓名和各户金额）", "节")
    grid.put(_GROUP, _TEXT, f"={shared.head}&{texts.group}&{shared.contact}", "标签")
    grid.height(_GROUP, _TALL)
    shared.write_beside(grid, _VALUE - 1)
    rows.write(grid)
    for line in rows.rows:
        row = TableRow(rows, line)
        told = next(column for column in rows.stated if column.key == "text")
        formula = told.formula(row) if told.formula else None
        grid.put(line, _TEXT, f'=IF({rows.counts(row)},{formula},"")', "标签")
        grid.height(line, _HIGH)
    grid.sheet.freeze_panes = "A4"
    count = len(plan.project.flats) or plan.flats
    grid.page(f"A1:D{_FIRST + count - 1}", title_rows=f"{_FIRST - 1}:{_FIRST - 1}")


def where_to_look(plan: Accounts) -> str:
    """Where the notice hangs, as part of a text formula."""
    if not plan.has(Topic.NOTICE):
        return '"请看张贴的公示"'
    place = plan.parameter("notice_place")
    return f'"请看"&IF({place}="","张贴",{place})&"的公示"'


def unless_nothing(fen: str, before: str, told: Callable[[str], str]) -> str:
    """An amount with words before it, empty where it is nothing."""
    return f'IF({fen}=0,"","{before}"&{told(fen)})'
