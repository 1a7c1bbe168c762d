"""The columns of a list of buildings, and the project option that each one fills."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.intake.columns import words_of

FILE, SCHEME, TWO_A_PAGE = "文件名", "方案", "一页两户"
ESTATE, BUILDING, ENTRANCE = "小区", "楼号", "单元"
ROSTER, PROJECT, STOREYS, AREAS = "名册", "项目", "层数", "每层面积"
COST, SUBSIDY, UNIT, OPT_OUT = "总费用", "补贴", "计算单位", "退出份额"
COEFFICIENTS, TOPICS = "楼层系数", "加页"
PAYEE, BANK, ACCOUNT, CONTACT = "收款户名", "开户银行", "收款账号", "咨询电话"

#: Column → the option of ``intake.project_from`` that it is.
OPTIONS: Mapping[str, str] = {
    STOREYS: "storeys",
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

#: What people call each column.
WORDS = words_of({
    FILE: (FILE, "簿子", "簿子名称", "文件名称"),
    ESTATE: (ESTATE, "小区名称", "小区名"),
    BUILDING: (BUILDING, "楼栋", "楼栋号", "楼幢", "幢号", "栋号"),
    ENTRANCE: (ENTRANCE, "单元号", "门栋", "门栋号"),
    SCHEME: (SCHEME, "分摊方案", "方案名称", "方案代号"),
    ROSTER: (ROSTER, "住户名册", "名册文件"),
    PROJECT: (PROJECT, "项目文件"),
    STOREYS: (STOREYS, "总层数", "楼层数"),
    AREAS: (AREAS, "每层各户面积", "一层各户面积", "各户面积"),
    COST: (COST, "费用", "总价", "费用合计"),
    SUBSIDY: (SUBSIDY, "财政补贴", "补贴金额"),
    UNIT: (UNIT, "单位", "取整单位"),
    OPT_OUT: (OPT_OUT, "退出方式", "有人退出时"),
    COEFFICIENTS: (COEFFICIENTS, "系数", "自定系数"),
    TOPICS: (TOPICS, "加的页", "事项"),
    TWO_A_PAGE: (TWO_A_PAGE, "账单一页两户"),
    PAYEE: (PAYEE, "户名", "收款单位"),
    BANK: (BANK, "开户行"),
    ACCOUNT: (ACCOUNT, "账号", "银行账号"),
    CONTACT: (CONTACT, "咨询联系", "联系电话", "联系人"),
})  # fmt: skip
