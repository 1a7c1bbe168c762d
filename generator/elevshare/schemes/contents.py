"""The parts that a scheme may have."""

#: Part of a scheme → its Chinese name.
CONTENTS = {
    "share": "分摊",
    "subsidy": "补贴",
    "compensation": "补偿",
    "lease": "租赁",
    "rides": "刷卡",
    "upkeep": "运维",
    "fund": "公积金",
    "consent": "表决",
}
