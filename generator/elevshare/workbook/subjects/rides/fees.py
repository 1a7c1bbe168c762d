"""The formulas of 使用费: every household's month, from what was used to what is to be paid."""

from __future__ import annotations

from elevshare.rules.rides import MAX_CARDS, MAX_COUNT
from elevshare.workbook.capitals import HEADS as CAPITAL_HEADS
from elevshare.workbook.capitals import capital_formulas
from elevshare.workbook.check import Check
from elevshare.workbook.field import SCALES
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.rides.inputs import FEES, USAGE_COLUMNS
from elevshare.workbook.subjects.rides.tariffs import even_words, figure, month_words
from elevshare.workbook.subjects.sharing.inputs import EVERYBODY

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "rides": ("次卡（次）", "whole"),
    "cards": ("月卡（张）", "whole"),
    "visitors": ("访客（次）", "whole"),
    "ride_fee": ("次卡费（元）", "money"),
    "card_fee": ("月卡费（元）", "money"),
    "visitor_fee": ("访客费（元）", "money"),
    "fee": ("本月使用费（元）", "money"),
    "owing": ("加：欠费（元）", "money"),
    "credit": ("减：预存（元）", "money"),
    "to_pay": ("本次应缴（元）", "money"),
    "left": ("预存结余（元）", "money"),
    "advice": ("次卡与月卡", "any"),
    "valid": ("有效", "whole"),
    "rides_flaw": ("次卡有误", "whole"),
    "cards_flaw": ("月卡有误", "whole"),
    "visitors_flaw": ("访客有误", "whole"),
    "owing_flaw": ("欠费有误", "whole"),
    "credit_flaw": ("预存有误", "whole"),
    "used": ("有填写", "whole"),
    "problem": ("填写情况", "whole"),
    "rides_no": ("次卡次数", "whole"),
    "cards_no": ("月卡张数", "whole"),
    "visitors_no": ("访客次数", "whole"),
    "owing_fen": ("欠费（分）", "whole"),
    "credit_fen": ("预存（分）", "whole"),
    "ride_fen": ("次卡费（分）", "whole"),
    "card_fen": ("月卡费（分）", "whole"),
    "visitor_fen": ("访客费（分）", "whole"),
    "fee_fen": ("使用费（分）", "whole"),
    "due_fen": ("应缴（分）", "whole"),
    "left_fen": ("结余（分）", "whole"),
    "issue": ("出使用费单", "whole"),
    "bill": ("使用费单号", "whole"),
    **CAPITAL_HEADS,
}
#: The columns that are summed, and the whole numbers (fen where it is money) they come from.
SUMMED = {
    "rides": "rides_no",
    "cards": "cards_no",
    "visitors": "visitors_no",
    "ride_fee": "ride_fen",
    "card_fee": "card_fen",
    "visitor_fee": "visitor_fen",
    "fee": "fee_fen",
    "owing": "owing_fen",
    "credit": "credit_fen",
    "to_pay": "due_fen",
    "left": "left_fen",
}

#: The columns of 用量 that are filled in: the largest number, and its steps in 1/scale.
TYPED = {
    column.key: (column.limits[1], SCALES[column.kind]) for column in USAGE_COLUMNS if column.typed
}
#: What 提示 on 用量 says by its number, from 0 on.
PROBLEMS = (
    "",
    "√",
    "← “住户”的这一行没有填好",
    f"← 次卡应是 0 到 {MAX_COUNT} 的整数",
    f"← 月卡应是 0 到 {MAX_CARDS} 的整数",
    f"← 访客应是 0 到 {MAX_COUNT} 的整数",
    "← 欠费应是 0 或正数，写到分",
    "← 预存应是 0 或正数，写到分",
)


def fee_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row, from what was typed to the bill."""
    return {
        **_reading(plan, row),
        **_charging(plan, row),
        **_shown(plan, row),
        **capital_formulas(plan.fees, row, "due_fen"),
    }


def _reading(plan: Plan, row: int) -> dict[str, str | int]:
    """Whole numbers out of what was typed; what cannot be meant counts as blank and is marked."""
    block, index = plan.fees, row - plan.fees.first
    here = block.on(row)
    cells = {key: plan.usage.at(key, index) for key in TYPED}
    flaws = {
        f"{key}_flaw": f"={wrong_number(cells[key], '0', high, scale)}"
        for key, (high, scale) in TYPED.items()
    }
    numbers = {
        key + ("_no" if scale == 1 else "_fen"): f"=IF(OR({here('valid')}=0,"
        f"{here(f'{key}_flaw')}=1),0,IFERROR(ROUND({cells[key]}*{scale},0),0))"
        for key, (_, scale) in TYPED.items()
    }
    problem = "1"
    for number, key in reversed(list(enumerate(TYPED, 3))):
        problem = f"IF({here(f'{key}_flaw')}=1,{number},{problem})"
    return {
        "n": index + 1,
        "room": f"={plan.shares.at('room', index)}",
        "owner": f"={plan.shares.at('owner', index)}",
        "valid": f"={plan.shares.at('valid', index)}",
        **flaws,
        "used": f'=IF({"&".join(cells.values())}="",0,1)',
        "problem": f"=IF({here('used')}=0,0,IF({here('valid')}=0,2,{problem}))",
        **numbers,
    }


def _charging(plan: Plan, row: int) -> dict[str, str | int]:
    """Counts times fees, then what is owed and held, in fen; and which form of 使用费单 it is."""
    block = plan.fees
    here = block.on(row)
    fee, owing, credit = here("fee_fen"), here("owing_fen"), here("credit_fen")
    everybody = f'{plan.parameter("bill_scope")}="{EVERYBODY}"'
    issued = block.letter("issue")
    return {
        "ride_fen": f"={here('rides_no')}*{figure('ride')}",
        "card_fen": f"={here('cards_no')}*{figure('card')}",
        "visitor_fen": f"={here('visitors_no')}*{figure('visitor')}",
        "fee_fen": f"={here('ride_fen')}+{here('card_fen')}+{here('visitor_fen')}",
        "due_fen": f"=MAX(0,{fee}+{owing}-{credit})",
        "left_fen": f"=MAX(0,{credit}-{fee}-{owing})",
        "issue": f"=IF(AND({figure('used')}>0,OR({everybody},{here('due_fen')}>0)),{here('valid')},0)",
        "bill": f"=SUM(${issued}${block.first}:${issued}{row})*{here('issue')}",
    }


def _shown(plan: Plan, row: int) -> dict[str, str | int]:
    """What users read, in yuan; rows beyond the last household show nothing."""
    here = plan.fees.on(row)
    return {
        **{key: f'=IF({here("valid")}=1,{here(of)}{_per(key)},"")' for key, of in SUMMED.items()},
        "advice": _advice(plan, row),
    }


def _per(key: str) -> str:
    """What turns the whole number of a shown column into its unit."""
    return "/100" if HEADS[key][1] == "money" else ""


def total_formulas(plan: Plan) -> dict[str, str]:
    """The totals below the households, by column."""
    return {key: f"=SUM({plan.fees.area(of)}){_per(key)}" for key, of in SUMMED.items()}


def _advice(plan: Plan, row: int) -> str:
    """Whether rides or a month card cost less for what was used; only one person's can be told."""
    here = plan.fees.on(row)
    rides, even, card = here("rides_no"), figure("even"), figure("card")
    more = f"({here('ride_fen')}-{card})"
    saving = (
        f'IF({more}=0,"若一人乘坐，与月卡持平",'
        f'"若一人乘坐，月卡可省 "&TEXT({more}/100,"0.00")&" 元")'
    )
    return (
        f'=IF({here("cards_no")}>0,"已办月卡 "&{here("cards_no")}&" 张",'
        f'IF(OR({rides}=0,{even}=0),"",IF({rides}<{even},"次卡合算",{saving})))'
    )


def checks(plan: Plan) -> list[Check]:
    """What must hold in a book with usage fees; before anything is filled in, all of it does."""
    if not plan.prepaid:
        return []
    fees, tariffs, used = plan.fees, plan.tariff_readings, figure("used")
    flawed, wrong = f"SUM({tariffs.all('problem')})", f"SUMPRODUCT(({fees.all('problem')}>1)*1)"
    dated = f"OR({used}=0,AND({figure('year')}>0,{figure('month')}>0))"
    total = f"SUM({fees.all('fee_fen')})"
    return [
        Check("使用费标准填写无误", f"{flawed}=0", f'"有误 "&{flawed}&" 种"',
              "按“专项”使用费标准右侧的提示改正：0 或正数，写到分"),
        Check("用到的使用费都有单价", _priced(plan), even_words(),
              "在“专项”的使用费标准中补上次卡、月卡或访客的单价；不收费的填 0"),
        Check("用量填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 户"',
              "按“用量”右侧的提示改正：次数是整数，欠费和预存是 0 或正数"),
        Check("使用费账单的年月已填", dated, month_words(), "在“用量”上方填账单年份和月份"),
        Check("使用费合计等于用量乘单价", f"{_by_total(plan)}={total}",
              f'"合计 "&TEXT({total}/100,"0.00")&" 元"', "先改正上面没有通过的各项"),
        Check("使用费应缴与结余合拢", _balanced(plan), f'"有用量 "&{used}&" 户"',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip


def _pairs(plan: Plan) -> list[tuple[str, str]]:
    """The sum of every count, and the key of its fee."""
    counts = ("rides_no", "cards_no", "visitors_no")
    return [(f"SUM({plan.fees.all(n)})", fee) for n, fee in zip(counts, FEES, strict=True)]


def _priced(plan: Plan) -> str:
    """Whether the tariff in force has a fee for all that was used."""
    chosen = f"MAX(1,{figure('chosen')})"
    readings = plan.tariff_readings
    parts = [f"OR({count}=0,INDEX({readings.all(fee)},{chosen})>=0)" for count, fee in _pairs(plan)]
    return f"AND({','.join(parts)})"


def _by_total(plan: Plan) -> str:
    """What all households used, times the fees."""
    return "+".join(f"{count}*{figure(fee)}" for count, fee in _pairs(plan))


def _balanced(plan: Plan) -> str:
    """Whether fees and arrears less credit are what is to be paid less what is left."""
    fees = plan.fees
    fee, owing, credit, due, left = (
        f"SUM({fees.all(key)})"
        for key in ("fee_fen", "owing_fen", "credit_fen", "due_fen", "left_fen")
    )
    return f"{fee}+{owing}-{credit}={due}-{left}"
