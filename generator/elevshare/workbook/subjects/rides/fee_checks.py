"""The checks of usage fees: prices, entries, the month, and that the amounts close."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.check import BookCheck
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.rides import fee_columns, storey_fares, tariffs
from elevshare.workbook.subjects.rides.fees import fees
from elevshare.workbook.subjects.rides.inputs import FEES


def checks(plan: Plan) -> list[BookCheck]:
    """The checks of usage fees; they hold before anything is filled in."""
    if not plan.prepaid:
        return []
    f, rows, used = tariffs.figures(plan), fees(plan), tariffs.figures(plan).used
    flawed = f"SUM({tariffs.readings(plan).all('problem')})"
    wrong = f"SUMPRODUCT(({rows.all('problem')}>1)*1)"
    dated = f"OR({used}=0,AND({f.year}>0,{f.month}>0))"
    due = plan.number("usage_due")
    total = f"SUM({rows.all('fee_fen')})"
    return [
        BookCheck("使用费标准填写无误", f"{flawed}=0", f'"有误 "&{flawed}&" 种"',
              "按“专项”使用费标准右侧的提示改正：0 或正数，写到分"),
        BookCheck("用到的使用费都有单价", _priced(plan), tariffs.even_words(f),
              "在“专项”的使用费标准中补上次卡、月卡或访客的单价；不收费的填 0"),
        BookCheck("用量填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 户"',
              "按“用量”右侧的提示改正：次数是整数，欠费和预存是 0 或正数"),
        BookCheck("使用费账单的年月已填", dated, tariffs.month_words(plan), "在“用量”上方填账单年份和月份"),
        BookCheck("使用费的截止日期已填", f"OR({used}=0,{due}>0)",
              f'IF({used}=0,"还没有用量，不核对",IF({due}>0,TEXT({due},"yyyy-mm-dd"),"还没有填"))',
              "在“用量”上方填缴款截止日期"),
        BookCheck("使用费合计等于用量乘单价", f"{_by_total(plan)}={total}",
              f'"合计 "&{paid_yuan(total)}', "先改正上面没有通过的各项"),
        BookCheck("使用费应缴与结余合拢", _balanced(plan), f'"有用量 "&{used}&" 户"',
              "先改正上面没有通过的各项"),
    ]  # fmt: skip


def _pairs(plan: Plan) -> list[tuple[str, str]]:
    """The sum of every count, with the key of its fee."""
    counts = ("rides_no", "cards_no", "visitors_no")
    return [(f"SUM({fees(plan).all(n)})", fee) for n, fee in zip(counts, FEES, strict=True)]


def _priced(plan: Plan) -> str:
    """Whether the applied tariff has a fee for everything that was used."""
    chosen = f"MAX(1,{tariffs.figures(plan).chosen})"
    readings = tariffs.readings(plan)
    pairs = _pairs(plan)[-1:] if plan.has(Topic.FARES) else _pairs(plan)
    parts = [f"OR({count}=0,INDEX({readings.all(fee)},{chosen})>=0)" for count, fee in pairs]
    if plan.has(Topic.FARES):
        parts.append(f"SUM({storey_fares.storey_fares(plan).all('unpriced')})=0")
    if plan.has(Topic.FARES) and plan.terms:
        parts += [f"OR(SUMIF({fees(plan).all('place')},0,{fees(plan).all(key)})=0,INDEX({readings.all(fee)},{chosen})>=0)"
                  for key, fee in fee_columns.BELOW.items()]  # fmt: skip
    return f"AND({','.join(parts)})"


def _by_total(plan: Plan) -> str:
    """The fees of what all households used together, in fen; by storey, less what caps spare."""
    if plan.has(Topic.FARES):
        count, fee = _pairs(plan)[-1]
        storeys = storey_fares.storey_fares(plan).all("sum_fen")
        spared = fees(plan).all("capped_fen")
        below = fee_columns.below_storeys(plan) if plan.terms else ""
        return f"SUM({storeys}){below}+{count}*{tariffs.figures(plan)[fee]}-SUM({spared})"
    return "+".join(f"{count}*{tariffs.figures(plan)[fee]}" for count, fee in _pairs(plan))


def _balanced(plan: Plan) -> str:
    """Whether fees + arrears - credit = amounts to pay - amounts left as credit."""
    rows = fees(plan)
    fee, owing, credit, due, left = (
        f"SUM({rows.all(key)})"
        for key in ("fee_fen", "owing_fen", "credit_fen", "due_fen", "left_fen")
    )
    return f"{fee}+{owing}-{credit}={due}-{left}"
