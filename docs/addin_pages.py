"""What stands on the pages of the add-in's example workbook: inputs, and formulas beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

#: A building that opts out of nothing tidy: storey, area, whether it takes part.
_FLATS = [
    (f"{storey}0{door}", storey, area, "否" if (storey, door) == (5, 2) else "是")
    for storey in range(1, 8)
    for door, area in ((1, 80), (2, 101.26))
]
_OWNERS = ("王一", "李二", "张三", "张三", "赵五", "钱六", "孙七", "周八")


@dataclass
class Page:
    """A page: cells by reference, each a value and a kind; formulas by the range they fill.

    A kind is the name of a style of the books without its first word: 输入- where somebody types,
    计算- where a formula stands. ``styles`` are of cells that look otherwise than their formula's.
    """

    title: str
    about: str
    widths: tuple[float, ...]
    cells: dict[str, tuple[Any, str]] = field(default_factory=dict)
    formulas: dict[str, tuple[str, str]] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)

    def ask(self, row: int, label: str, value: Any, kind: str, note: str = "") -> None:
        """An input with its label on the left and a note on the right."""
        self.cells[f"A{row}"] = (label, "标签")
        self.cells[f"B{row}"] = (value, f"输入-{kind}")
        self._note(row, note)

    def tell(self, row: int, label: str, formula: str, kind: str, note: str = "") -> None:
        """A formula of one cell with its label."""
        self.cells[f"A{row}"] = (label, "标签")
        self.formulas[f"B{row}"] = (formula, f"计算-{kind}")
        self._note(row, note)

    def head(self, row: int, *texts: str, first: str = "A") -> None:
        """The head of a table."""
        for at, text in enumerate(texts):
            self.cells[f"{chr(ord(first) + at)}{row}"] = (text, "表头")

    def column(self, letter: str, top: int, values: Any, kind: str) -> None:
        """A column of inputs."""
        for at, value in enumerate(values):
            self.cells[f"{letter}{top + at}"] = (value, f"输入-{kind}")

    def fill(self, area: str, formula: str, kind: str) -> None:
        """A formula that fills several cells."""
        self.formulas[area] = (formula, f"计算-{kind}")

    def _note(self, row: int, note: str) -> None:
        if note:
            self.cells[f"C{row}"] = (note, "注")


def pages() -> list[Page]:
    """Every page, without the answers."""
    return [
        _share(), _terms(), _carriers(), _ranges(), _lease(), _household(), _loan(), _vote(), _source(), _check(),
    ]  # fmt: skip


def _share() -> Page:
    one = Page(
        "分摊",
        "从总费用到每户：补贴、补偿、净额、系数、应分摊、运维",
        (14, 14, 13, 10, 11, 13, 15, 13),
    )
    one.ask(3, "分摊方案", "南京", "text", "编号或中文名")
    one.ask(4, "补贴方案", "咸阳", "text", "可以与分摊方案不同")
    one.ask(5, "补偿方案", "厦门", "text")
    one.ask(6, "总费用", 600000, "money", "元")
    one.ask(7, "总层数", 7, "whole")
    one.ask(8, "一层每户补偿", 5000, "money", "元，业主协商；二层减半")
    one.ask(9, "取整到", "角", "text", "分、角、元、百元")
    one.ask(10, "全年运维费", 6000, "money", "元")
    one.tell(11, "补贴", "=SUBSIDY(B4,B6,B7)", "money", "元，SUBSIDY")
    one.tell(12, "补偿合计", "=SUM(F17:F30)", "money", "元，下表 F 列之和")
    one.tell(13, "净额", "=ELEVNET(B6,B11,B12)", "money", "元，ELEVNET：总费用－补贴＋补偿")
    one.tell(14, "净额大写", "=RMBUPPER(B13)", "any")
    one.head(
        16, "房号", "楼层", "面积（㎡）", "参与", "系数", "补偿（元）", "应分摊（元）", "运维（元）"
    )
    _flats(one, 17, _FLATS)
    one.fill("E17:E30", "=ELEVCOEF(B3,B17:B30,B7)", "coef")
    one.fill("F17:F30", "=ELEVCOMP(B5,B6,B17:B30,C17:C30,B8)", "money")
    one.fill("G17:G30", "=ELEVSHARE(B3,B13,B17:B30,C17:C30,D17:D30,B9)", "money")
    one.fill("H17:H30", "=ELEVUPKEEP(B3,B10,B17:B30,C17:C30,D17:D30)", "money")
    one.cells["A31"] = ("合计", "标签")
    for letter in "FGH":
        one.fill(f"{letter}31", f"=SUM({letter}17:{letter}30)", "money")
    return one


def _terms() -> Page:
    one = Page(
        "个别",
        "业主约定：有的户用自己的系数（自成一层，所以写一户的，不是一层的），有的户只付定额；其余照方案",
        (14, 14, 13, 10, 13, 14, 15),
    )
    one.ask(3, "方案", "南京", "text")
    one.ask(4, "净额", 415000, "money", "元")
    one.ask(5, "取整到", "元", "text")
    one.head(7, "房号", "楼层", "面积（㎡）", "参与", "个别系数", "定额（元）", "应分摊（元）")
    _flats(one, 8, _FLATS[4:])
    one.column("E", 8, [0.3, *[None] * 6, 0.6, None, None], "coef")
    one.column("F", 8, [None, 8000, *[None] * 7, 0], "money")
    one.fill("G8:G17", "=ELEVSHARE(B3,B4,B8:B17,C8:C17,D8:D17,B5,,E8:E17,F8:F17)", "money")
    one.cells["A18"] = ("合计", "标签")
    one.fill("G18", "=SUM(G8:G17)", "money")
    return one


def _carriers() -> Page:
    one = Page(
        "指定楼层",
        "退出的户（502）那一份由指定的楼层承担，别的户一分不变",
        (14, 14, 13, 10, 18, 18, 18),
    )
    one.ask(3, "方案", "南京", "text")
    one.ask(4, "净额", 415000, "money", "元")
    one.ask(5, "承担楼层", "6、7", "text", "几层写在一格里，或一格一层")
    one.head(
        7,
        "房号",
        "楼层",
        "面积（㎡）",
        "参与",
        "若都参与（元）",
        "指定楼层承担（元）",
        "全体分担（元）",
    )
    _flats(one, 8, _FLATS[4:])
    for letter, more in (("E", ""), ("F", ',D8:D17,,"指定楼层",,,B5'), ("G", ",D8:D17")):
        one.fill(f"{letter}8:{letter}17", f"=ELEVSHARE(B3,B4,B8:B17,C8:C17{more})", "money")
    one.cells["A18"] = ("合计", "标签")
    for letter in "EFG":
        one.fill(f"{letter}18", f"=SUM({letter}8:{letter}17)", "money")
    return one


def _flats(one: Page, top: int, flats: list[tuple[str, int, float, str]]) -> None:
    """Room, storey, area and 参与 of some flats, from a row on."""
    for at, (letter, kind) in enumerate(zip("ABCD", ("text", "whole", "area", "any"), strict=True)):
        one.column(letter, top, [flat[at] for flat in flats], kind)


def _ranges() -> Page:
    one = Page("区间", "上海的出资指导区间（百分比，5 表示 5%）", (16, 22, 12, 12))
    one.ask(3, "方案", "上海-七层平层入户", "text", "上海八张表里只见到这一张")
    one.ask(4, "总层数", 7, "whole")
    one.head(6, "楼层", "下限（%）", "上限（%）", "默认（%）")
    one.column("A", 7, range(2, 8), "whole")
    one.fill("B7:B12", '=ELEVRANGE(B3,A7:A12,B4,"下限")', "coef")
    one.fill("C7:C12", '=ELEVRANGE(B3,A7:A12,B4,"上限")', "coef")
    one.fill("D7:D12", "=ELEVCOEF(B3,A7:A12,B4)", "coef")
    one.cells["A13"] = ("合计", "标签")
    for letter in "BCD":
        one.fill(f"{letter}13", f"=SUM({letter}7:{letter}12)", "coef")
    return one


def _lease() -> Page:
    one = Page("租赁", "租赁电梯一户的使用费：按年收，几个月的合计取整到分", (16, 16, 18, 12))
    one.ask(3, "方案", "华龄安康", "text")
    one.ask(4, "总层数", 5, "whole")
    one.ask(5, "每层户数", 3, "whole", "一梯几户")
    one.ask(6, "月数", 5, "whole", "租赁年的前几个月")
    one.head(8, "楼层", "全年（元）", "前几个月（元）")
    one.column("A", 9, range(1, 6), "whole")
    one.fill("B9:B13", "=ELEVLEASE(B3,B4,B5,A9:A13)", "money")
    one.fill("C9:C13", "=ELEVLEASE(B3,B4,B5,A9:A13,B6)", "money")
    return one


def _household() -> Page:
    one = Page("一户", "一户的公积金、后来加入、大写", (20, 34, 22))
    one.ask(3, "城市", "南京", "text")
    one.ask(4, "分摊额", 30000, "money", "元")
    one.ask(5, "其中补贴", 10000, "money", "元")
    one.tell(6, "公积金最多提", "=ELEVFUND(B3,B4,B5)", "money", "元")
    one.ask(8, "原分摊额", 10077, "money", "元")
    one.ask(9, "已过月数", 18, "whole")
    one.ask(10, "年利率", 0.03, "percent")
    one.ask(11, "折旧年数", 15, "whole")
    one.ask(12, "倍数", 1.2, "coef")
    one.tell(13, "原价", '=ELEVLATE(B8,"原价")', "money", "元")
    one.tell(14, "加利息", '=ELEVLATE(B8,"加利息",B9,B10)', "money", "元，单利")
    one.tell(15, "折旧", '=ELEVLATE(B8,"折旧",B9,B11)', "money", "元")
    one.tell(16, "倍数", '=ELEVLATE(B8,"倍数",,B12)', "money", "元")
    one.ask(18, "收到", 1409.5, "money", "元")
    one.tell(19, "大写", "=RMBUPPER(B18)", "any", "收据上前面另写“人民币”")
    return one


def _loan() -> Page:
    one = Page("还款", "分期还款表：一个公式得全部各期", (12, 14, 14, 14, 14))
    one.ask(3, "金额", 150000, "money", "元")
    one.ask(4, "期数", 12, "whole", "个月，表的行数要一样多")
    one.ask(5, "年利率", 0.03, "percent", "不计息填 0")
    one.head(7, "期次", "应还（元）", "本金（元）", "利息（元）", "余额（元）")
    one.fill("A8:E19", "=ELEVINSTALMENT(B3,B4,B5)", "money")
    one.styles.update({f"A{row}": "计算-whole" for row in range(8, 20)})
    one.cells["A20"] = ("合计", "标签")
    for letter in "BCD":
        one.fill(f"{letter}20", f"=SUM({letter}8:{letter}19)", "money")
    return one


def _vote() -> Page:
    one = Page("表决", "民法典第二百七十八条：表决算不算数，还差多少", (14, 34, 14, 14, 14))
    one.ask(3, "表决规则", "民法典278-改建", "text")
    one.head(5, "房号", "面积（㎡）", "参加表决", "同意", "业主")
    one.column("A", 6, [flat[0] for flat in _FLATS[2:10]], "text")
    one.column("B", 6, [flat[2] for flat in _FLATS[2:10]], "area")
    one.column("C", 6, "是是是是是是否是", "any")
    one.column("D", 6, "是是是是否是否否", "any")
    one.column("E", 6, _OWNERS, "text")
    one.fill("A16:B21", "=ELEVVOTE(B3,B6:B13,C6:C13,D6:D13,E6:E13)", "any")
    one.head(15, "项目", "结果（0.75 表示 75%）")
    return one


def _source() -> Page:
    one = Page("出处", "每条规则出自哪份文件、核实了没有", (16, 12, 90))
    one.head(3, "方案", "内容", "出处")
    asked = (
        ("南京", "分摊"),
        ("咸阳", "补贴"),
        ("厦门", "补偿"),
        ("民法典278-改建", "表决"),
        ("上海", ""),
    )
    for row, (scheme, what) in enumerate(asked, 4):
        one.cells[f"A{row}"] = (scheme, "输入-text")
        one.cells[f"B{row}"] = (what or None, "输入-text")
        one.fill(f"C{row}", f"=ELEVSOURCE(A{row},B{row})", "长")
    return one


def _check() -> Page:
    one = Page("检查", "函数出错时，ELEVCHECK 说为什么（下面的错误是故意的）", (16, 22, 20, 70))
    one.ask(3, "总费用", 600000, "money", "元")
    one.ask(4, "补贴", 700000, "money", "元，比总费用还多")
    one.tell(5, "净额", "=ELEVNET(B3,B4)", "money", "错误值")
    one.tell(6, "为什么", '=ELEVCHECK("ELEVNET",B3,B4)', "长")
    one.ask(8, "方案", "南京城", "text", "没有这个方案")
    one.ask(9, "楼层", 4, "whole")
    one.tell(10, "系数", "=ELEVCOEF(B8,B9)", "coef", "错误值")
    one.tell(11, "为什么", '=ELEVCHECK("ELEVCOEF",B8,B9)', "长")
    one.ask(13, "金额", "壹仟元", "any", "不是数字")
    one.tell(14, "大写", "=RMBUPPER(B13)", "any", "错误值")
    one.tell(15, "为什么", '=ELEVCHECK("RMBUPPER",B13)', "长")
    one.tell(17, "没有错的", '=ELEVCHECK("ELEVCOEF","南京",B9)', "长")
    return one
