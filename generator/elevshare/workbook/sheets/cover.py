"""说明: purpose, five steps, colours, scheme and status, the master check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType, ModuleType

from openpyxl.utils import range_boundaries

from elevshare import __version__
from elevshare.project import Topic
from elevshare.schemes.status import STATUSES
from elevshare.workbook import sheets
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.papers import bills
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import print_list, sources, terms

TITLE, ROLE = "说明", "说明"
ABOUT = "这本簿子怎么用"

#: Width of the column of sentences.
_WIDTH = 66
_STEPS = (
    ("参数", "填工程、费用、补贴和账单信息；黄色格子才可以填，有箭头的用箭头选。"),
    ("住户", "一行一户填房号、楼层、建筑面积、业主、参与；看右侧提示改到全是“√”。"),
    ("校验", "看每一项是否“通过”；不通过的按右边写的办法改。"),
)
#: The fourth step, with and without a notice; the fifth, with and without a ledger.
_PROVE = ("分摊", "核对各层系数、各层金额和各户金额；邻居可以逐格验算。")
_PIN = (
    "公示",
    "核对“分摊”后打印张贴；公示的起始日、放假日填在“专项”；有异议的，改好后重新公示。",
)
_BILL = ("账单", "校验全部通过后打印，发到各户。")
_COLLECT = ("账单", "公示期满、校验全部通过后打印，发到各户；收到的钱逐笔记入“台账”。")
#: The words of the trade that stand on the sheets, in plain sentences.
_WORDS = (
    ("净额", "总费用减去补贴、加上给低层的补偿以后，要由各户一起出的钱。"),
    ("系数", "各层之间怎么分的比例数：系数 2 的一层出的钱是系数 1 的一层的两倍。"),
    ("计入系数", "这一次真正用来分钱的系数：一层里有人不参与时，可能比本层系数小。"),
    ("退出份额", "不参与的户本来要出的那一份；由同层的人出还是由大家出，在“参数”里选。"),
    ("尾差", "钱除不尽，取整到分以后多出来的一两分；按余数从大到小给，合计不差一分。"),
    ("先收全额", "补贴还没有到账时先照总费用收，补贴到账后再把每户的那一份退回。"),
    ("草案", "“校验”还没有全部通过，金额可能会变：可以看，不能据此收款。"),
)
_COLOURS = (
    ("输入-text", "黄色", "可以填写的输入"),
    ("计算-any", "白色", "公式算出的结果，已锁定，不要改"),
    ("表头", "蓝色", "表头"),
)
#: What the users of a prepaid book do every month.
_MONTHLY = "每月使用费：在“用量”填年月和各户次数，核对“使用费”，校验全部通过后打印“使用费单”。"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    purpose = "算出每户应出多少钱，印出每户的账单；改任何一格，全部金额随之更新，合计不差一分。"
    write_head(grid, plan, "加装电梯费用分摊簿", purpose, _progress(plan))
    shown, times = contents(sheets.modules(plan)), sources.time_lines(plan)
    write_guide(
        grid, plan, _steps(plan), shown, _notes(plan), times, words=_WORDS, forms=_forms(plan)
    )


def write_head(grid: Grid, plan: Inputs, title: str, purpose: str, progress: str) -> None:
    """Write the head of the cover, in any family of books; ``progress`` is a formula."""
    scheme = plan.project.scheme
    grid.widths(14, 16, _WIDTH)
    grid.put(1, 1, f"{title}（{scheme.name}）", "标题")
    grid.height(1, 32)
    grid.put(2, 1, purpose, "副标题")
    write_identity(grid, scheme.id)
    grid.row(4, 1, [f"={plan.master}", None, None], "总校验")
    grid.redden("$A$4:$C$4", 'LEFT($A$4,1)="【"')
    grid.put(5, 1, progress, "副标题")


def write_identity(grid: Grid, scheme: str) -> None:
    """Write what programs know the book by, far to the right of what is read and printed."""
    place = Inputs.scheme_id.split("!")[1].replace("$", "")
    column, row = (int(number or 1) for number in range_boundaries(place)[:2])
    grid.put(row, column - 1, "方案代号、版本", "注")
    grid.text(row, column, scheme, "注")
    grid.put(row, column + 1, __version__, "注")


def write_guide(
    grid: Grid,
    plan: Inputs,
    steps: Sequence[tuple[str, str]],
    contents: Sequence[tuple[str, str, str]],
    notes: Sequence[str],
    times: Sequence[str] = (),
    *,
    words: Sequence[tuple[str, str]] = (),
    forms: Mapping[str, Forms] = MappingProxyType({}),
) -> None:
    """Write the rest, in any family of books: steps, printing, contents, scheme, colours, notes.

    ``times`` are formulas that say which rules have run out, ``words`` the glossary, ``forms`` the
    papers with numbered forms.
    """
    numbered = [(name, f"第 {i} 步", text) for i, (name, text) in enumerate(steps, 1)]
    row = write_list(grid, 7, "五个步骤", numbered)
    papers = [(name, role) for name, role, _ in contents]
    row = print_list.write(grid, row + 1, papers, forms)
    row = write_list(grid, row + 1, "这本簿子里有什么", contents)
    row = _scheme(grid, plan, row + 1, times)
    row = write_colours(grid, row + 1)
    row = write_words(grid, row + 1, words)
    grid.put(row + 1, 1, "须知", "节")
    for line, text in enumerate(notes, row + 2):
        grid.put(line, 1, f"· {text}", "正文-不折行")
    grid.page(f"A1:C{row + 1 + len(notes)}")


def _steps(plan: Plan) -> tuple[tuple[str, str], ...]:
    """The five steps of this book: the linked sheet, and what to do there."""
    fourth = _PIN if plan.has(Topic.NOTICE) else _PROVE
    return (*_STEPS, fourth, _COLLECT if plan.has(Topic.LEDGER) else _BILL)


def contents(modules: Sequence[ModuleType]) -> list[tuple[str, str, str]]:
    """Title, role and purpose of every sheet except 说明, the first one."""
    return [(sheet.TITLE, sheet.ROLE, sheet.ABOUT) for sheet in modules[1:]]


def _progress(plan: Plan) -> str:
    """A text: how much is filled in, and which pages of 账单 to print."""
    shares = plan.shares
    a_page = bills.layout(plan).a_page
    pages = f"INT((SUM({shares.all('issue')})+{a_page - 1})/{a_page})"
    printing = f'IF({pages}=0,"","；账单共 "&{pages}&" 页，打印时页码选 1 到 "&{pages})'
    return (
        f'="已填 "&SUM({shares.all("filled")})&" 户，净额 "'
        f'&FIXED({plan.figure_yuan("net")},2)&" 元"&{printing}'
    )


def write_list(grid: Grid, start: int, title: str, lines: Sequence[tuple[str, str, str]]) -> int:
    """Write a titled list whose first column links to sheets; give the next row."""
    grid.put(start, 1, title, "节")
    for row, (name, word, text) in enumerate(lines, start + 1):
        grid.link(row, 1, name)
        grid.put(row, 2, word, "正文")
        grid.put(row, 3, text, "正文")
        grid.fit(row, text, _WIDTH)
    return row + 1


def _scheme(grid: Grid, plan: Inputs, start: int, times: Sequence[str]) -> int:
    """Write scheme, document, status and times; 待核实 and 示例 are explained."""
    scheme, document = plan.project.scheme, plan.project.scheme.document
    grid.put(start, 1, "方案与依据", "节")
    lines = (
        ("方案", f"{scheme.name}（{scheme.version} 的版本）" if scheme.version else scheme.name),
        ("办法", scheme.summary),
        ("文件", f"{document.title}　{document.article}"),
        ("发布单位", f"{document.issuer}　文号：{document.number}　日期：{document.date}"),
        ("状态", f"{scheme.status}：{STATUSES[scheme.status]}"),
    )
    for row, (label, text) in enumerate(lines, start + 1):
        grid.put(row, 1, label, "正文")
        doubtful = label == "状态" and scheme.status != "已核实"
        grid.put(row, 3, text, "警示" if doubtful else "正文")
        grid.fit(row, text, _WIDTH)
    first = row + 1
    for row, formula in enumerate(times, first):
        grid.put(row, 1, "有效期", "正文")
        grid.put(row, 3, formula, "正文")
    if times:
        grid.redden(
            f"$A${first}:$C${row}", f'RIGHT($C{first},{len(terms.ADVICE)})="{terms.ADVICE}"'
        )
    return row + 1


def write_colours(grid: Grid, start: int) -> int:
    """Write what each colour means; the text also names it."""
    grid.put(start, 1, "颜色", "节")
    for row, (style, word, text) in enumerate(_COLOURS, start + 1):
        grid.put(row, 1, word, style)
        grid.put(row, 3, text, "正文")
    return row + 1


def write_words(grid: Grid, start: int, words: Sequence[tuple[str, str]]) -> int:
    """Write the glossary: a word and one plain sentence each."""
    grid.put(start, 1, "词语", "节")
    for row, (word, text) in enumerate(words, start + 1):
        grid.put(row, 1, word, "正文")
        grid.put(row, 3, text, "正文")
        grid.fit(row, text, _WIDTH)
    return start + len(words) + 1


def print_note(plan: Inputs, bills: str) -> str:
    """A text: which pages of the bills to print, since a template prints all its pages."""
    if plan.project.flats:
        return f"新增住户后{bills}页数会增加：{bills}右上方的红字说漏了谁、怎么办。"
    return f"打印{bills}时，页码照本页第五行填；各种单据后面没有住户的空白页都不要打印。"


def _forms(plan: Plan) -> dict[str, Forms]:
    """The papers with numbered forms."""
    from elevshare.workbook.subjects.order import SUBJECTS  # which know the sheets

    a_page = bills.layout(plan).a_page
    found = {bills.TITLE: Forms(plan.shares.all("bill"), a_page, bills.count(plan).made(a_page))}
    for subject in SUBJECTS:
        if subject.belongs(plan):
            found |= subject.forms(plan)
    return found


def _notes(plan: Plan) -> tuple[str, ...]:
    """Answers to frequent questions."""
    return (
        "表格有保护但没有密码（审阅→撤销工作表保护），只为防止误改公式。",
        f"本簿可填 {plan.flats} 户、{plan.highest} 层；不够时请重新生成一本，不要插入或删除行。",
        print_note(plan, "账单"),
        "金额按最大余数法取整，尾差给谁在“分摊”和每户账单上写明。",
        *((_MONTHLY,) if plan.prepaid else ()),
    )
