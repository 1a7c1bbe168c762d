"""What people write in rosters: lists of our own, from public forms, not those of the program."""

from __future__ import annotations

ROOM, STOREY, AREA, OWNER, PART = "房号", "楼层", "建筑面积", "业主", "参与"
BUILDING, ENTRANCE, PAYOUT, SERIAL = "楼号", "单元", "补偿", "序号"
OWN_WEIGHT, FIXED, REASON = "个别系数", "定额", "理由"

HEADINGS = {
    ROOM: ("房号", "室号", "房间", "房间号", "户号", "门牌", "门牌号", "房屋编号", "房屋号"),
    STOREY: ("楼层", "层", "所在楼层", "所在层", "层次", "层数", "房屋楼层", "所处楼层", "第几层"),
    AREA: (
        "建筑面积", "面积", "产证面积", "房产证面积", "产权面积", "建面", "房屋建筑面积", "房屋面积",
        "不动产证面积", "产权证面积",
    ),
    OWNER: (
        "业主", "业主姓名", "业主名称", "房主", "房主姓名", "产权人", "产权人姓名", "户主", "户主姓名",
        "姓名", "所有权人", "权利人", "业主/产权人", "产权人（业主）",
    ),
    PART: (
        "参与", "是否参与", "参与情况", "是否参加", "是否出资", "是否参与出资", "是否参与分摊", "参与加装",
        "是否参与加装", "是否同意加装", "是否同意", "是否分摊", "出资情况", "是否参与加装电梯", "是否加装",
    ),
    BUILDING: ("楼号", "楼栋", "楼栋号", "楼栋编号", "幢号", "栋号", "幢", "栋"),
    ENTRANCE: ("单元", "单元号", "单元编号"),
}  # fmt: skip

#: What stands behind the word for an area.
AREA_UNITS = ("/㎡", "(㎡)", "（㎡）", "(平方米)", "（平方米）", "（m²）", "(m2)", "（平米）", "㎡", "（单位：㎡）", "[㎡]", " m²", "（M2）", "(平方)")  # fmt: skip
#: What stands behind any heading without a meaning of its own.
HINTS = ("（必填）", "*", "：", "(必填)", "【必填】", "（请填写）")
YES_NO_HINTS = ("（是/否）", "(是/否)", "（是或否）", "（√/×）", "（单选）", "（填是或否）", "（打√）", "（Y/N）", "（是、否）")  # fmt: skip

#: 是 and 否 of one roster.
YES_NO = (
    ("是", "否"), ("√", "×"), ("✓", "✗"), ("✔", "✘"), ("☑", "☐"), ("参与", "不参与"),
    ("参加", "不参加"), ("同意", "不同意"), ("出资", "不出资"), ("同意参与", "同意不参与"),
    ("同意参与", "不同意参与"), ("同意参与", "不参与"), ("同意加装", "不同意加装"), ("同意出资", "不同意出资"),
    ("愿意", "不愿意"), ("愿意参与", "不愿意参与"), ("有", "无"), ("要", "不要"), ("对", "错"), ("Y", "N"),
    ("y", "n"), ("YES", "NO"), ("Yes", "No"), ("V", "X"), ("v", "x"), ("√", "X"), ("○", "×"), ("1", "0"), ("T", "F"),
    ("已参与", "未参与"), ("参与出资", "不参与出资"), ("参与分摊", "不参与分摊"), ("参与加装", "不参与加装"), ("分摊", "不分摊"),
    ("缴", "不缴"), ("交", "不交"), ("加装", "不加装"), ("同意", "反对"), (" 是 ", " 否"),
    ("是\u200b", "否\u200b"), ("参　与", "不参与"),
)  # fmt: skip
#: Seldom seen: a word about them will do.
RARE_YES_NO = (
    ("需要", "不需要"), ("支持", "反对"), ("是", "不是"), ("是。", "否。"), ("是（参与）", "否（不参与）"),
    ("√参与", "×不参与"), ("同意加装并出资", "同意加装但不出资"),  ("☑是", "☑否"), ("是√", "否√"), ("√", ""), ("", "×"),
)  # fmt: skip
#: Neither of the two: nobody knows whether such a household pays.
UNDECIDED = ("弃权", "待定", "不确定", "考虑中", "未表态", "？", "是/否", "同意但不确定", "联系不上", "是否", "暂不参与，以后参加", "部分")  # fmt: skip

#: No owner is known.
NOBODY = ("-", "--", "—", "——", "/", "无", "暂无", "空", "空置", "待查", "？", "0", "……", "不详", "N/A", "未知", "　", "待定", "空房", "**")  # fmt: skip

TITLES = ("幸福里小区12幢3单元加装电梯住户情况表", "附件2：住户名册", "加装电梯业主面积统计表（2026年3月）", "单位：㎡", "填表日期：2026年3月1日", "幸福路18号", "住户 面积 参与情况")  # fmt: skip
TOTALS = ("合计", "总计", "合 计", "总　计", "合计：", "共计", "合计12户", "总计（12户）", "合计(户)", "本单元合计", "全部合计", "小计", "合计 12 户", "12户合计")  # fmt: skip
FOOTS = ("制表人：王会计", "制表：王会计", "审核：李主任", "注：本表面积以产权证为准", "备注：一楼不参与", "填表日期：2026年3月1日", "说明：1.请按产权证填写；2.一户一行", "单位（盖章）：", "联系电话：13900000000", "负责人签字：", "填表人：张三    审核人：李四", "注", "经办人:王五")  # fmt: skip
RARE_FOOTS = (
    "以上数据由业委会提供","※ 面积以房产证为准", "幸福里小区业主委员会", "2026年3月1日", "（以下空白）", "谢谢配合", "共12户", "总户数：12户", "应到12户", "注1")  # fmt: skip

#: Other columns: heading → what stands in it for a household of so many 0.01 m² on so high a storey.
OTHERS = {
    "套内面积": lambda n, area, storey, top: round(area * 0.85) / 100,
    "套内面积（㎡）": lambda n, area, storey, top: round(area * 0.85) / 100,
    "使用面积": lambda n, area, storey, top: round(area * 0.8) / 100,
    "公摊面积": lambda n, area, storey, top: round(area * 0.15) / 100,
    "联系电话": lambda n, area, storey, top: f"139{n:08}",
    "电话": lambda n, area, storey, top: 13900000000 + n,
    "备注": lambda n, area, storey, top: ("", "出租", "是", "1层", "合计见附表", "否")[n % 6],
    "总楼层": lambda n, area, storey, top: top,
    "总层数": lambda n, area, storey, top: f"{top}层",
    "签字": lambda n, area, storey, top: "",
    "身份证号": lambda n, area, storey, top: f"3201021970010{n:05}",
    "户型": lambda n, area, storey, top: ("两室一厅", "三室", "2室1厅")[n % 3],
    "产权证号": lambda n, area, storey, top: f"宁房权证{n:06}号",
    "家庭人口": lambda n, area, storey, top: n % 5 + 1,
    "建成年份": lambda n, area, storey, top: 1998,
    "楼层系数": lambda n, area, storey, top: storey / 10,
    "套内建筑面积": lambda n, area, storey, top: round(area * 0.85) / 100,
}  # fmt: skip

#: Remarks on a household that say what rows say which are none.
REMARKS = (
    "两户合计",
    "注：已过户",
    "说明：出租",
    "合计",
    "小计",
    "备注：无证",
    "单位：宿舍",
    "1单元",
    "隐藏",
    "第2页",
    "",
)
