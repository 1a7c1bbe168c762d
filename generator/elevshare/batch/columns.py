"""The columns of a list of buildings, and the project option that each one fills."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.intake.tables.reading import TableKind
from elevshare.vocabulary import LIST

FILE, SCHEME, TWO_A_PAGE = "文件名", "方案", "一页两户"
ESTATE, BUILDING, ENTRANCE = "小区", "楼号", "单元"
ROSTER, SHEET, PROJECT, STOREYS, AREAS = "名册", "工作表", "项目", "层数", "每层面积"
ENTRY = "入户方式"
COST, SUBSIDY, UNIT, OPT_OUT = "总费用", "补贴", "计算单位", "退出份额"
COEFFICIENTS, TOPICS = "楼层系数", "加页"
PAYEE, BANK, ACCOUNT, CONTACT = "收款户名", "开户银行", "收款账号", "咨询电话"

#: Column → the option of ``intake.project_from`` that it is.
OPTIONS: Mapping[str, str] = {
    STOREYS: "storeys",
    ENTRY: "entry",
    AREAS: "areas",
    ROSTER: "roster",
    PROJECT: "project_file",
    COST: "cost",
    SUBSIDY: "subsidy",
    UNIT: "unit",
    OPT_OUT: "opt_out",
    COEFFICIENTS: "coefficients",
    TOPICS: "topics",
}
#: Column → what of the papers it is.
PAPERS: Mapping[str, str] = {
    ESTATE: "estate",
    BUILDING: "building",
    ENTRANCE: "entrance",
    PAYEE: "payee",
    BANK: "bank",
    ACCOUNT: "account",
    CONTACT: "contact",
}
#: Columns with amounts of money.
MONEY = (COST, SUBSIDY)
KIND = TableKind(LIST)
