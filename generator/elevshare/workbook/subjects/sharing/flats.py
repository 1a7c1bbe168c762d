"""The households on 分摊: which rows count, what each weighs, what each owes."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import MAX_AREA
from elevshare.workbook.field import MAX_YUAN, NO, YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import Roster, Split
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import split_formulas
from elevshare.workbook.subjects.sharing.inputs import EVERYBODY

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "storey": ("楼层", "any"),
    "owner": ("业主", "any"),
    "area": ("建筑面积（㎡）", "area"),
    "taking": ("参与", "any"),
    "coefficient": ("计入系数", "fine"),
    "base": ("分摊基数（元）", "money"),
    "portion": ("占基数", "share"),
    "due": ("应分摊（元）", "money"),
    "tail": ("尾差", "any"),
    "storey_no": ("楼层（数）", "whole"),
    "area_no": ("面积（0.01㎡）", "whole"),
    "filled": ("有填写", "whole"),
    "slip": ("缴款表决填写", "whole"),
    "problem": ("填写情况", "whole"),
    "valid": ("有效", "whole"),
    "take": ("参与（1/0）", "whole"),
    "taking_storey": ("参与者楼层", "whole"),
    "size": ("参与量", "whole"),
    "counted": ("本层计入系数", "whole"),
    "group": ("组", "whole"),
    "payer": ("应缴户", "whole"),
    "key": ("余额比较数", "whole"),
    "fen": ("应分摊（分）", "whole"),
    "issue": ("出账单", "whole"),
    "bill": ("账单页", "whole"),
}

#: What 填写情况 says by its number, from 0 on.
PROBLEMS = (
    "",
    "√",
    "缺房号",
    "房号重复",
    "楼层有误",
    "面积有误",
    "参与应填是或否",
    "减免、公积金等金额有误",
    "表决、免运维应填是或否",
)


#: The columns that hold an amount, and those that hold 是, 否 or nothing, where 住户 has them.
PAYMENTS = ("relief", "fund", "paid", "payout")
WORDS = ("vote", "agree", "exempt")


def flat_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, from what is filled in to the amount due."""
    return {
        **reading_formulas(plan, row),
        **weighing(plan, row),
        **split_formulas(plan.shares, row),
        **owing(plan, row),
        **_result(plan, row),
        **_shown(plan, row),
    }


def reading_formulas(
    plan: Roster, row: int, amounts: Sequence[str] = PAYMENTS, words: Sequence[str] = WORDS
) -> dict[str, str | int]:
    """What is read of a row, and of its amounts and words besides.

    ``amounts`` and ``words`` are the columns of 住户 that hold money, and 是, 否 or nothing.
    """
    index, slip = row - plan.shares.first, plan.shares.here("slip", row)
    wrong = f"IF({_word_wrong(plan, index, words)},8,0)"
    return {
        **reading(plan, row, f"IF({slip}>0,{slip},1)"),
        "slip": f"=IF({_paid_wrong(plan, index, amounts)},7,{wrong})",
    }


def reading(plan: Roster, row: int, right: str = "1") -> dict[str, str | int]:
    """Numbers out of what was typed; a text such as 3 counts as the number.

    ``right`` is the state of a row whose room, storey, area and part are right.
    """
    block, typed = plan.shares, plan.households
    index = row - block.first
    room, storey, area, taking = (typed.at(k, index) for k in ("room", "storey", "area", "taking"))
    here = block.on(row)
    number = here("storey_no")
    return {
        "n": index + 1,
        "room": f'={room}&""',
        "owner": f'={typed.at("owner", index)}&""',
        "storey_no": f"=IFERROR({storey}*1,0)",
        "area_no": f"=IFERROR(ROUND({area}*100,0),0)",
        "filled": f'=IF({room}&{storey}&{area}="",0,1)',
        "problem": f'=IF({here("filled")}=0,0,IF({here("room")}="",2,'
        f"IF(SUMPRODUCT(({block.area('room')}={here('room')})*1)>1,3,"
        f"IF(OR({number}<1,{number}>{plan.figure('top')},{number}<>INT({number})),4,"
        f"IF(OR({here('area_no')}<=0,{here('area_no')}>{MAX_AREA},{_coarse(area)}),5,"
        f'IF(OR({taking}="{YES}",{taking}="{NO}"),{right},6))))))',
        # What is wrong with a payment or a vote makes the row red, but the flat still carries its share.
        "valid": f"=IF(OR({here('problem')}=1,{here('problem')}>=7),1,0)",
        "take": f'=IF({taking}="{YES}",{here("valid")},0)',
        "taking_storey": f"={here('storey_no')}*{here('take')}",
    }


def _coarse(area: str) -> str:
    """Whether an area has more than two decimals."""
    return f"ABS(IFERROR({area}*100,0)-ROUND(IFERROR({area}*100,0),0))>0.0001"


def _paid_wrong(plan: Roster, index: int, keys: Sequence[str]) -> str:
    """Whether 减免, 公积金, 已缴 or 补偿 is anything but an amount of 0 or more, to the fen."""
    cells = _cells(plan, index, keys)
    flaws = "+".join(wrong_number(cell, "0", MAX_YUAN, 100) for cell in cells)
    return f"{flaws}>0"


def _word_wrong(plan: Roster, index: int, keys: Sequence[str]) -> str:
    """Whether 参与表决, 同意 or 免运维 is anything but 是, 否 or blank."""
    cells = _cells(plan, index, keys)
    right = (f'OR({cell}="",{cell}="{YES}",{cell}="{NO}")' for cell in cells)
    return f"NOT(AND({','.join(right)}))" if cells else "FALSE"


def _cells(plan: Roster, index: int, keys: Sequence[str]) -> list[str]:
    """The cells of those columns that 住户 has."""
    return [plan.households.at(key, index) for key in keys if key in plan.households.columns]


def weighing(plan: Split, row: int) -> dict[str, str | int]:
    """The three inputs of the split: what the group owes, own weight, the group's weight."""
    block, floors, by_floor = plan.shares, plan.floors, f"{plan.figure('by_floor')}=1"
    here = block.on(row)

    def of_floor(key: str) -> str:
        return f"IF({here('valid')}=1,INDEX({floors.area(key)},{here('storey_no')}),0)"

    return {
        "size": f"=IF({plan.figure('by_area')}=1,{here('area_no')},1)*{here('take')}",
        "counted": f"={of_floor('counted')}",
        "group": f"=IF({here('valid')}=1,IF({by_floor},{here('storey_no')},1),0)",
        "quota": f"=IF({by_floor},{of_floor('units')},{plan.figure('units')}*{here('valid')})",
        "part": f"=IF({by_floor},1,{here('counted')})*{here('size')}",
        "sum": f"=SUMIF({block.area('group')},{here('group')},{block.area('part')})*{here('valid')}",
    }


def owing(plan: Split, row: int) -> dict[str, str | int]:
    """Units to fen, with the part below one unit."""
    here = plan.shares.on(row)
    rest = f"IF({here('n')}={plan.figure('rest_row')},{plan.figure('rest')},0)"
    return {
        "payer": f"=IF(AND({here('part')}>0,{here('counted')}>0),1,0)",
        "key": f"=IF({here('payer')}=1,{here('units')}+1,0)",
        "fen": f"={here('units')}*{plan.figure('unit')}+{rest}",
    }


def _result(plan: Plan, row: int) -> dict[str, str | int]:
    """Which page of 账单 is this household's."""
    block = plan.shares
    here = block.on(row)
    issued = block.letter("issue")
    return {
        "issue": f'=IF(OR({plan.parameter("bill_scope")}="{EVERYBODY}",{here("fen")}>0),'
        f"{here('valid')},0)",
        "bill": f"=SUM(${issued}${block.first}:${issued}{row})*{here('issue')}",
    }


def _shown(plan: Plan, row: int) -> dict[str, str | int]:
    """What neighbours read; rows beyond the last household show nothing."""
    block = plan.shares
    here = block.on(row)

    def shown(formula: str) -> str:
        return f'=IF({here("valid")}=1,{formula},"")'

    return {
        "storey": shown(here("storey_no")),
        "area": shown(f"{here('area_no')}/100"),
        "taking": shown(f'IF({here("take")}=1,"是","否")'),
        "coefficient": shown(f"{here('counted')}/{plan.figure('scale')}"),
        "base": shown(f"{here('quota')}*{plan.figure('unit')}/100"),
        "portion": shown(f"IF({here('sum')}>0,{here('part')}/{here('sum')},0)"),
        "due": shown(f"{here('fen')}/100"),
        "tail": shown(f'IF({here("extra")}=1,"补1份","")&IF(AND({plan.figure("rest")}>0,'
                      f'{here("n")}={plan.figure("rest_row")}),"＋余额","")'),
    }  # fmt: skip
