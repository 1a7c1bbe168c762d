"""How far a scheme, a part of it or a source can be trusted."""

#: How far a scheme can be trusted.
STATUSES = {
    "已核实": "数字见于所列来源",
    "待核实": "数字来自较弱的来源，使用前请向主管部门核实",
    "示例": "数字来自举例或通行做法，须由业主协商确定",
    "待填": "数字尚缺，须由使用者填写",
}

#: What kind of source a number was seen in.
KINDS = {
    "S": "来源文件原文",
    "Q1": "官方或新闻网页",
    "Q2": "一般网页（待核实）",
    "L": "法律条文",
}
