"""How far a scheme, a part of it or a source can be trusted."""

SEEN, WEAK, EXAMPLE, MISSING = "已核实", "待核实", "示例", "待填"
#: How far a scheme or a part of it can be trusted → the explanation in books.
STATUSES = {
    SEEN: "数字见于所列来源",
    WEAK: "数字来自较弱的来源，使用前请向主管部门核实",
    EXAMPLE: "数字来自举例或通行做法，须由业主协商确定",
    MISSING: "数字尚缺，须由使用者填写",
}

#: Kind of a source → its Chinese name.
KINDS = {
    "S": "来源文件原文",
    "Q1": "官方或新闻网页",
    "Q1r": "官方网页的保存文本",
    "Q2": "一般网页（待核实）",
    "L": "法律条文",
}
