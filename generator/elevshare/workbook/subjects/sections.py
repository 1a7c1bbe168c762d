"""The single inputs of a contribution book, by sheet and section."""

from dataclasses import replace

from elevshare.project import MAX_COSTS, Project, Topic
from elevshare.schemes.parts.subsidy import MAX_LEVELS, MAX_TIERS
from elevshare.workbook.field import Field, Section
from elevshare.workbook.subjects.cash import inputs as cash
from elevshare.workbook.subjects.changes import inputs as changes
from elevshare.workbook.subjects.compensation import inputs as compensation
from elevshare.workbook.subjects.consent import inputs as consent
from elevshare.workbook.subjects.finance import inputs as finance
from elevshare.workbook.subjects.fund import inputs as fund
from elevshare.workbook.subjects.late import inputs as late
from elevshare.workbook.subjects.ledger import inputs as ledger
from elevshare.workbook.subjects.loans import inputs as loans
from elevshare.workbook.subjects.notice import inputs as notice
from elevshare.workbook.subjects.rides import inputs as rides
from elevshare.workbook.subjects.settlement import inputs as settlement
from elevshare.workbook.subjects.sharing import inputs as main
from elevshare.workbook.subjects.upkeep import inputs as upkeep

__all__ = ["main_sections", "register_sections", "special_sections"]


#: Sections of 专项 by subject, in the order of the work.
_SPECIAL: dict[Topic, tuple[Section, ...]] = {
    Topic.NOTICE: notice.SECTIONS,
    Topic.LEDGER: ledger.SCHEDULE,
    Topic.CASH: cash.SECTIONS,
    Topic.COMPENSATION: compensation.SECTIONS,
    Topic.CONSENT: consent.SECTIONS,
    Topic.UPKEEP: upkeep.SECTIONS,
    Topic.FINANCE: finance.SECTIONS,
    Topic.FUND: fund.SECTIONS,
    Topic.LOANS: loans.SECTIONS,
    Topic.LATE: late.SECTIONS,
    Topic.SETTLEMENT: settlement.SECTIONS,
}


def main_sections(project: Project, storeys: int) -> tuple[Section, ...]:
    """The sections of 参数 in a book of so many storeys."""
    return (
        Section("work", "一、工程", main.WORK),
        Section("costs", "二、建设费用（不足十项的空着；需要明细时逐项填写）", rows=MAX_COSTS,
                columns=main.COST_COLUMNS),
        Section("subsidies", "三、补贴与补偿", _subsidy(project)),
        Section("method", "四、分摊办法", main.METHOD),
        Section("coefficients", "五、楼层系数（方案给出的已填好，业主协商另定的可以改；空着的是待填）",
                rows=storeys, columns=main.WEIGHT_COLUMNS),
        Section("bill", "六、账单", main.BILL),
        Section("rule", "七、补贴规则（方案有规定的已填好，一般不用改）", main.RULE, MAX_TIERS,
                main.TIER_COLUMNS),
        Section("split", "八、各级补贴分担（合计应为 100%）", rows=MAX_LEVELS, columns=main.SPLIT_COLUMNS),
    )  # fmt: skip


def _subsidy(project: Project) -> tuple[Field, ...]:
    """The inputs of subsidy and compensation, of which 专项 may have more."""
    if not project.has(Topic.COMPENSATION):
        return main.SUBSIDY
    *others, compensation = main.SUBSIDY
    return (*others, replace(compensation, note=main.OTHER_WAYS))


def special_sections(project: Project) -> tuple[Section, ...]:
    """The sections of 专项: what not every project needs."""
    chosen = (sections for topic, sections in _SPECIAL.items() if project.has(topic))
    return (*rides.special_sections(project.scheme), *(one for some in chosen for one in some))


def register_sections(project: Project, flats: int) -> dict[str, tuple[Section, ...]]:
    """The sections of the sheets that hold nothing but rows to fill in, by sheet."""
    usage, receipts = rides.usage_sections(project.scheme, flats), project.has(Topic.RECEIPTS)
    registers: dict[str, tuple[Section, ...]] = {"用量": usage} if usage else {}
    if project.has(Topic.LEDGER):
        registers["台账"] = ledger.sections(flats, receipts)
    if project.has(Topic.CASH):
        registers |= cash.registers()
    if project.has(Topic.CHANGES):
        registers["变更"] = changes.sections(flats)
    return registers
