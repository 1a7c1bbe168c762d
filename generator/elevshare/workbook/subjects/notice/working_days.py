"""How long a notice hangs: days off as read, and a calendar of working days."""

from __future__ import annotations

from elevshare.rules.notice import MIN_DAYS, WINDOW
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import DATES
from elevshare.workbook.figures import Figure, Figures
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.table import Column, FormulaTable, PartialFormula, TableRow, numbered, once

#: The sheet of these tables.
SHEET = "公示计算"
#: The texts of 提示 for a row of days off, by number from 0.
PROBLEMS = ("", "√", "← 应填日期，如 2026-10-01", "← 日期重复", "← 同一天既放假又上班")


def typed(plan: Inputs) -> Block:
    """The days off, and the days worked in their place, as typed on 专项."""
    return plan.table("notice")


@once
def figures(plan: Inputs) -> Figures:
    """The last day of the notice (0: unknown), and the number of invalid days off."""

    def end() -> str:
        days = calendar(plan)
        hit = f"({days.area('count')}={plan.number('notice_days')})*({days.area('work')}=1)"
        found = f"SUMPRODUCT({hit}*{days.area('n')})"
        return f"IF({found}>0,{plan.number('notice_start')}+{found},0)"

    return Figures(SHEET, 5, {
        "end": Figure("公示止日", "第几个工作日数到这一天；没有起始日或数不到则没有",
                      lambda f: end(), kind="date"),
        "wrong": Figure("放假安排有误（行）", "“专项”公示一节里提示为“←”的行",
                        lambda f: f"SUMPRODUCT(({days_off(plan).area('problem')}>1)*1)"),
        "missing": Figure("没有放假安排的年份", "公示期到了这一年，而“专项”一天也没有填；0 为没有",
                          lambda f: _missing(plan, f.end), kind="any"),
    }, 4)  # fmt: skip


def _missing(plan: Inputs, end: str) -> str:
    """The first year of the notice in which no day off is known, 0 if there is none."""
    start, off = plan.number("notice_start"), days_off(plan).area("off")

    def none(day: str) -> str:
        within = f'{off},">="&DATE(YEAR({day}),1,1),{off},"<"&DATE(YEAR({day})+1,1,1)'
        return f"COUNTIFS({within})=0"

    last = f"MAX({start},{end})"
    return f"IF({start}=0,0,IF({none(start)},YEAR({start}),IF({none(last)},YEAR({last}),0)))"


@once
def days_off(plan: Inputs) -> FormulaTable:
    """The days off as read; a blank counts as 0, an invalid date as 1, which is no day of a book."""
    source = typed(plan)

    def read(key: str, head: str) -> Column:
        def formula(row: TableRow) -> str:
            cell = source.at(key, row.index)
            return f"IF({wrong_number(cell, *DATES, 1)}=1,1,IFERROR({cell}*1,0))"

        return Column(key, head, "date", formula)

    title = "二、放假安排的读数（填得不对的记作第 1 天）"
    return FormulaTable(title, SHEET, figures(plan).last_row + 4, source.count, (
        numbered(),
        read("off", "放假日"),
        read("on", "调休上班日"),
        Column("problem", "填写情况", "whole", _problem),
    ))  # fmt: skip


def _problem(row: TableRow) -> str:
    """The number of the error in a row of days off, 0 for an empty row."""

    def met(column: str, key: str, times: int) -> str:
        return f"AND({row[key]}>0,SUMPRODUCT(({row.column(column)}={row[key]})*1)>{times})"

    twice = f"OR({met('off', 'off', 1)},{met('on', 'on', 1)})"
    both = f"OR({met('on', 'off', 0)},{met('off', 'on', 0)})"
    right = f"IF({twice},3,IF({both},4,IF({row.off}+{row.on}>0,1,0)))"
    return f"IF(OR({row.off}=1,{row.on}=1),2,{right})"


@once
def calendar(plan: Inputs) -> FormulaTable:
    """The days after the notice was put up: the type of each, and the working days so far."""
    off, start = days_off(plan), plan.number("notice_start")

    def of_day(key: str, head: str, kind: str, formula: PartialFormula, none: str = "0") -> Column:
        return Column(key, head, kind, lambda r: f'IF({r.day}="",{none},{formula(r)})')

    def met(row: TableRow, key: str) -> str:
        return f"SUMPRODUCT(({off.area(key)}={row.day})*1)>0"

    def kind(row: TableRow) -> str:
        usual = f'IF({row.rest}<2,"周末","工作日")'
        return f'IF({row.on}=1,"调休上班",IF({row.off}=1,"放假",{usual}))'

    return FormulaTable("三、逐日", SHEET, off.last + 4, WINDOW, (
        numbered(head="第几天"),
        Column("day", "日期", "date", lambda r: f'IF({start}=0,"",{start}+{r.n})'),
        of_day("weekday", "星期", "any",
               lambda r: f'CHOOSE({r.rest}+1,"六","日","一","二","三","四","五")', '""'),
        of_day("off", "放假（1/0）", "whole",
               lambda r: f"IF(OR({met(r, 'off')},{_fixed(r.day)}),1,0)"),
        of_day("on", "调休（1/0）", "whole", lambda r: f"IF({met(r, 'on')},1,0)"),
        of_day("rest", "周六 0、周日 1", "whole", lambda r: f"{r.day}-INT({r.day}/7)*7"),
        of_day("kind", "这一天是", "any", kind, '""'),
        of_day("work", "计入（1/0）", "whole",
               lambda r: f"IF({r.on}=1,1,IF(OR({r.off}=1,{r.rest}<2),0,1))"),
        Column("count", "累计工作日", "whole", lambda r: f"SUM({r.down_to('work')})"),
    ))  # fmt: skip


def _fixed(day: str) -> str:
    """Whether a day is off every year: 1 January, 1 and 2 May, 1 to 3 October."""
    days = ((1, 1), (5, 2), (10, 3))
    return ",".join(f"AND(MONTH({day})={month},DAY({day})<={last})" for month, last in days)


def checks(plan: Inputs) -> list[BookCheck]:
    """The checks of a notice that has been put up."""
    start, days = plan.number("notice_start"), plan.number("notice_days")
    end, wrong, unused = figures(plan).end, figures(plan).wrong, f"{start}=0"
    blank = f'{plan.parameter("notice_days")}=""'
    return [
        BookCheck("放假安排填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 行"',
              "按“专项”公示一节的提示改正：填日期，不重复，一天不能既放假又上班"),
        BookCheck(f"公示不少于 {MIN_DAYS} 个工作日", f"OR({days}>={MIN_DAYS},AND({unused},{blank}))",
              f'IF({days}>0,{days}&" 个工作日","没有填对")', "在“专项”改正公示工作日数"),
        BookCheck(f"公示在 {WINDOW} 天内结束", f"OR({unused},{end}>0)",
              f'IF({unused},"还没有公示",IF({end}>0,TEXT({end},"yyyy-mm-dd")&" 止","数不到止日"))',
              "检查“专项”公示一节的工作日数和放假日"),
    ]  # fmt: skip
