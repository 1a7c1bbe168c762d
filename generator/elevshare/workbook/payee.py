"""Whether a household can be told whom to pay, to which account and until when."""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase, digits

from elevshare.project.account import BETWEEN, LEAST, MOST, PROBLEMS
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.check import NUMBERS_END, BookCheck
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.readings import chosen_word
from elevshare.workbook.spelling.formulas import replaced
from elevshare.workbook.subjects.ledger.places import dates, due_on
from elevshare.workbook.table import Column, FormulaTable, TableRow, once

_BETWEEN = tuple((mark, "") for mark in BETWEEN)
_DIGITS = tuple((digit, "") for digit in digits)
_CAPITALS = tuple((letter, "") for letter in ascii_uppercase)
_LETTERS = tuple((letter, "") for letter in ascii_lowercase)
_PLACES = {"estate": "小区", "building": "楼栋"}
_PAYEE = {"payee": "收款户名", "bank": "开户银行"}


@once
def account(plan: Inputs) -> FormulaTable:
    """The account as read, below the words on the sheet of the readings; one row."""
    typed = plan.parameter("account")

    def problem(row: TableRow) -> str:
        shape = f"IF({row.odd}>0,3,IF({row.digits}<{LEAST},4,IF(LEN({row.plain})>{MOST},5,0)))"
        return f'IFERROR(IF({row.plain}="",1,IF({typed}<{NUMBERS_END},2,{shape})),3)'

    above = plan.spellings
    return FormulaTable("收款账号的读数", above.sheet, above.last + 4, 1, (
        Column("plain", "去掉空格和横线", "any",
               lambda r: replaced(f'{typed}&""', _BETWEEN)),
        Column("letters", "去掉数字", "any", lambda r: replaced(r.plain, _DIGITS)),
        # Programs differ in what UPPER makes of letters such as ı: capitals go first, then small ones.
        Column("small", "去掉大写字母", "any", lambda r: replaced(r.letters, _CAPITALS)),
        Column("digits", "几位数字", "whole", lambda r: f"LEN({r.plain})-LEN({r.letters})"),
        Column("odd", "别的字符", "whole", lambda r: f"LEN({replaced(r.small, _LETTERS)})"),
        Column("problem", "有误（0 到 5）", "whole", problem),
    ))  # fmt: skip


def checks(plan: Accounts) -> list[BookCheck]:
    """The checks that what every bill has to tell is filled in."""
    wrong = account(plan).at("problem", 0)
    return [
        _filled(plan, "小区、楼栋已填", _PLACES, "在“参数”第一节填小区和楼栋，印在每张单据上"),
        _filled(plan, "收款户名、开户银行已填", _PAYEE,
                "在“参数”账单一节填收款户名和开户银行，照开户许可或存折上写；没有开户先不要收钱"),
        BookCheck("收款账号已填，没有丢位", f"{wrong}=0", chosen_word(wrong, PROBLEMS),
                  "在“参数”重打一遍：先打一个英文单引号 ' 再打号码（或先把格子设为文本），16 位以上才不会丢末尾；"
                  "照存折核对每一位"),
        BookCheck("缴款截止日期已填", _dated(plan), _until(plan),
                  "在“参数”账单一节填缴款截止日期；“专项”排了分期日期的，每一期都要填"),
    ]  # fmt: skip


def due(plan: Accounts) -> str:
    """The address of the date until which the bills ask for payment, 0 if unknown."""
    return due_on(plan) if _scheduled(plan) else plan.number("due_date")


def _scheduled(plan: Accounts) -> bool:
    """Whether the instalments can have dates of their own."""
    return "schedule" in plan.parameters


def _dated(plan: Accounts) -> str:
    """Whether the bills have a date; where some instalments have one, all have."""
    if not _scheduled(plan):
        return f"{due(plan)}>0"
    days, periods = dates(plan).all("day"), plan.number("instalments")
    known = f"SUMPRODUCT(({days}>0)*1)"
    return f"AND({due(plan)}>0,OR({known}=0,{known}>=MIN({dates(plan).count},{periods})))"


def _until(plan: Accounts) -> str:
    """The date as text."""
    found = f'IF({due(plan)}>0,TEXT({due(plan)},"yyyy-mm-dd"),"还没有填")'
    return f'IF({_dated(plan)},{found},IF({due(plan)}>0,"分期日期没有填齐",{found}))'


def _filled(plan: Inputs, name: str, inputs: dict[str, str], advice: str) -> BookCheck:
    """The check that some texts are filled in; its state names those that are not."""
    blank = {label: f'TRIM({plan.parameter(key)}&"")=""' for key, label in inputs.items()}
    lacking = "&".join(f'IF({empty},"{label} ","")' for label, empty in blank.items())
    none = f"NOT(OR({','.join(blank.values())}))"
    return BookCheck(name, none, f'IF({none},"已填","还没有填：")&{lacking}', advice)
