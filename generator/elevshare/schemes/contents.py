"""The parts that a scheme may state."""

#: Part of a scheme → what it is about, in a word.
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
