"""The single inputs of 还款表, on 专项."""

from __future__ import annotations

from elevshare.rules.loan import MAX_MONTHS
from elevshare.workbook.field import DATES, PERCENT, Field, Section

_TERM = ("1", str(MAX_MONTHS))

SECTIONS = (
    Section("repayment", "还款（借款、免息分期、企业垫资；用不到的空着）", (
        Field("loan_amount", "借款或分期总额（元）", "money", "免息分期也填在这里", "loan.amount"),
        Field("loan_rate", "年利率", "percent", "如 3%；免息填 0%", "loan.rate", bounds=PERCENT),
        Field("loan_months", "分几个月还", "whole", f"1 到 {MAX_MONTHS}；最后一期承担除不尽的分",
              "loan.months", bounds=_TERM),
        Field("loan_first", "第一期还款日", "date", "填如 2026-12-31；以后每月同日",
              "loan.first_on", bounds=DATES),
        Field("advance", "企业垫资（元）", "money", "电梯公司先垫、以后用收费和广告收入偿还的金额", "loan.advance"),
        Field("advance_fee", "每月收费合计（元）", "money", "全体住户每月付给企业的合计", "loan.fee"),
        Field("advance_ads", "每年广告收入（元）", "money", "用来偿还垫资的电梯广告收入", "loan.advertising"),
    )),
)  # fmt: skip
