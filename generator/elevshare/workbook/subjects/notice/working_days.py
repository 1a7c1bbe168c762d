"""How long a notice hangs, as formulas: the days off as they are read, and a calendar."""

from __future__ import annotations

from elevshare.rules.notice import MIN_DAYS, WINDOW
from elevshare.workbook.check import Check
from elevshare.workbook.field import DATES
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.readings import wrong_number

#: Where all this stands, on a sheet of its own.
SHEET = "公示计算"
#: Last day of the notice (0: there is none), marked rows of the days off.
FIGURES = {
    "end": ("公示止日", "date", "第几个工作日数到这一天；没有起始日或数不到则没有"),
    "wrong": ("放假安排有误（行）", "whole", "“专项”公示一节里提示为“←”的行"),
}
OFF_HEADS = {
    "n": ("序号", "whole"),
    "off": ("放假日", "date"),
    "on": ("调休上班日", "date"),
    "off_flaw": ("放假日有误（1/0）", "whole"),
    "on_flaw": ("上班日有误（1/0）", "whole"),
    "problem": ("填写情况", "whole"),
}
#: What 提示 says of a row of days off by its number, from 0 on.
PROBLEMS = ("", "√", "← 应填日期，如 2026-10-01", "← 日期重复", "← 同一天既放假又上班")
DAY_HEADS = {
    "n": ("第几天", "whole"),
    "day": ("日期", "date"),
    "weekday": ("星期", "any"),
    "off": ("放假（1/0）", "whole"),
    "on": ("调休（1/0）", "whole"),
    "rest": ("周六 0、周日 1", "whole"),
    "kind": ("这一天是", "any"),
    "work": ("计入（1/0）", "whole"),
    "count": ("累计工作日", "whole"),
}
#: The row of the first figure.
FIRST = 5


def figure(key: str) -> str:
    """Address of a figure."""
    return f"{SHEET}!$D${FIRST + list(FIGURES).index(key)}"


def typed(plan: Inputs) -> Block:
    """The days off and the days worked in their stead, as they are typed on 专项."""
    return plan.table("notice")


def days_off(plan: Inputs) -> Block:
    """The same as they are read."""
    return Block(SHEET, FIRST + len(FIGURES) + 3, typed(plan).count, tuple(OFF_HEADS))


def calendar(plan: Inputs) -> Block:
    """The days after the notice was put up, one a row."""
    return Block(SHEET, days_off(plan).last + 4, WINDOW, tuple(DAY_HEADS))


def off_formulas(plan: Inputs, row: int) -> dict[str, str | int]:
    """Formulas of one row of days off; what is no date counts as 0."""
    block, index = days_off(plan), row - days_off(plan).first
    here, off, on = block.on(row), block.area("off"), block.area("on")
    cells = {key: typed(plan).at(key, index) for key in ("off", "on")}

    def read(key: str) -> str:
        return f'=IF(OR({cells[key]}="",{here(f"{key}_flaw")}=1),0,IFERROR({cells[key]}*1,0))'

    def met(column: str, key: str, times: int) -> str:
        return f"AND({here(key)}>0,SUMPRODUCT(({column}={here(key)})*1)>{times})"

    twice = f"OR({met(off, 'off', 1)},{met(on, 'on', 1)})"
    both = f"OR({met(on, 'off', 0)},{met(off, 'on', 0)})"
    return {
        "n": index + 1,
        "off": read("off"),
        "on": read("on"),
        **{f"{key}_flaw": f"={wrong_number(cells[key], *DATES, 1)}" for key in cells},
        "problem": f"=IF({here('off_flaw')}+{here('on_flaw')}>0,2,IF({twice},3,IF({both},4,"
        f"IF({here('off')}+{here('on')}>0,1,0))))",
    }


def day_formulas(plan: Inputs, row: int) -> dict[str, str | int]:
    """Formulas of one day: what it is, and how many working days there are up to it."""
    block, readings, start = calendar(plan), days_off(plan), plan.number("notice_start")
    here = block.on(row)
    day, rest = here("day"), here("rest")
    work = block.letter("work")

    def met(key: str) -> str:
        return f"SUMPRODUCT(({readings.area(key)}={day})*1)>0"

    return {
        "n": row - block.first + 1,
        "day": f'=IF({start}=0,"",{start}+{here("n")})',
        "weekday": f'=IF({day}="","",CHOOSE({rest}+1,"六","日","一","二","三","四","五"))',
        "off": f'=IF({day}="",0,IF(OR({met("off")},{_fixed(day)}),1,0))',
        "on": f'=IF({day}="",0,IF({met("on")},1,0))',
        "rest": f'=IF({day}="",0,{day}-INT({day}/7)*7)',
        "kind": f'=IF({day}="","",IF({here("on")}=1,"调休上班",IF({here("off")}=1,"放假",'
        f'IF({rest}<2,"周末","工作日"))))',
        "work": f'=IF({day}="",0,IF({here("on")}=1,1,IF(OR({here("off")}=1,{rest}<2),0,1)))',
        "count": f"=SUM(${work}${block.first}:${work}{row})",
    }


def _fixed(day: str) -> str:
    """Whether a day is off in every year: New Year, 1 and 2 May, 1 to 3 October."""
    days = ((1, 1), (5, 2), (10, 3))
    return ",".join(f"AND(MONTH({day})={month},DAY({day})<={last})" for month, last in days)


def figure_formulas(plan: Inputs) -> dict[str, str]:
    """Formulas of the figures, by key."""
    block, start, days = calendar(plan), plan.number("notice_start"), plan.number("notice_days")
    hit = f"({block.area('count')}={days})*({block.area('work')}=1)*{block.area('n')}"
    found = f"SUMPRODUCT({hit})"
    return {
        "end": f"=IF({found}>0,{start}+{found},0)",
        "wrong": f"=SUMPRODUCT(({days_off(plan).area('problem')}>1)*1)",
    }


def checks(plan: Inputs) -> list[Check]:
    """What must hold once a notice has been put up."""
    start, days = plan.number("notice_start"), plan.number("notice_days")
    end, wrong, unused = figure("end"), figure("wrong"), f"{start}=0"
    blank = f'{plan.parameter("notice_days")}=""'
    return [
        Check("放假安排填写无误", f"{wrong}=0", f'"有误 "&{wrong}&" 行"',
              "按“专项”公示一节的提示改正：填日期，不重复，一天不能既放假又上班"),
        Check(f"公示不少于 {MIN_DAYS} 个工作日", f"OR({days}>={MIN_DAYS},AND({unused},{blank}))",
              f'IF({days}>0,{days}&" 个工作日","没有填对")', "在“专项”改正公示工作日数"),
        Check(f"公示在 {WINDOW} 天内结束", f"OR({unused},{end}>0)",
              f'IF({unused},"还没有公示",IF({end}>0,TEXT({end},"yyyy-mm-dd")&" 止","数不到止日"))',
              "检查“专项”公示一节的工作日数和放假日"),
    ]  # fmt: skip
