"""``elevshare collect``: many books that came back in one summary."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elevshare.collecting.gather import Gathered
    from elevshare.collecting.plan import SummaryPlan
    from elevshare.collecting.record import BuildingRecord, Collection

_BAR = "{desc} {n_fmt}/{total_fmt} |{bar}| 已用 {elapsed}，还要 {remaining}"
#: How many lines of each kind are shown; the summary has them all.
_SHOWN = 20


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("books", metavar="簿子", nargs="+",
                        help="收回来的 .xlsx 簿子，或放簿子的文件夹（连同下面各层）")  # fmt: skip
    parser.add_argument("-o", "--output", metavar="文件", required=True, help="写到哪个 .xlsx 文件")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write the summary; 1 where a file was refused, or a book was changed or is not counted."""
    from elevshare.collecting.book import draft
    from elevshare.collecting.gather import gather
    from elevshare.collecting.plan import SummaryPlan
    from elevshare.commands.wildcards import expanded
    from elevshare.files import check_target, write_whole
    from elevshare.workbook.engine.filling import filled

    target = Path(options.output)
    check_target(target, force=options.force)
    gathered = gather(expanded(options.books), without=target)
    plan = SummaryPlan(_read(gathered))
    write_whole(target, filled(draft(plan)))
    print(f"已生成 {target}：{_done(plan)}")
    for line in _remarks(plan, gathered.others):
        print(line, file=sys.stderr)
    sound = all(one.sound for one in plan.buildings) and all(plan.counted)
    return 0 if sound and not plan.refusals else 1


def _read(gathered: Gathered) -> Collection:
    """Read the files, with a progress bar on a terminal."""
    from tqdm import tqdm

    from elevshare.collecting.collected import collected

    count = len(gathered.files)
    with tqdm(total=count, desc="读簿子", bar_format=_BAR, leave=False, disable=None) as bar:
        return collected(gathered.files, bar.update)


def _done(plan: SummaryPlan) -> str:
    """What was made, for the terminal: how many books, and the sums of those that count."""
    from elevshare.money import yuan

    figures = [
        one.figures for one, counts in zip(plan.buildings, plan.counted, strict=True) if counts
    ]
    sums = {
        key: yuan(sum(getattr(one, key) for one in figures))
        for key in (
            "cost",
            "subsidy",
            "others",
            "compensation",
            "net",
            "fee",
            "paid",
            "left",
            "grant",
        )
    }
    others = f" － 其他来源 {sums['others']}" if any(one.others for one in figures) else ""
    leased = f"租赁年使用费 {sums['fee']} 元；" if any(one.fee for one in figures) else ""
    both = "（出资和租赁合在一起）" if leased and any(one.net for one in figures) else ""
    return (
        f"收进来 {len(plan.buildings)} 本，计入 {len(figures)} 本，没有收进来 {len(plan.refusals)} 个文件\n"
        f"总费用 {sums['cost']} － 补贴 {sums['subsidy']}{others} ＋ 补偿 {sums['compensation']}"
        f" ＝ 净额 {sums['net']} 元；{leased}已缴 {sums['paid']} 元，还欠 {sums['left']} 元{both}；"
        f"申请补贴 {sums['grant']} 元"
    )


def _remarks(plan: SummaryPlan, others: int) -> list[str]:
    """Lines for the terminal about all that somebody has to look at."""
    from elevshare.collecting.wording import file_shown, finding_shown, reason

    refused = [
        f"没有收进来：{file_shown(one.file)}：{finding_shown(one.reason)}。{finding_shown(one.todo)}。"
        for one in plan.refusals
    ]
    rows = zip(plan.buildings, plan.groups, plan.counted, strict=True)
    doubts = [
        f"注意：{file_shown(one.file)}：{one.state.value}；"
        f"{reason(one, group, counts, others=_others(plan, one, group))}"
        for one, group, counts in rows
        if not (one.sound and counts)
    ]
    rest = [f"文件夹里另有 {others} 个别的文件，没有看。"] if others else []
    return [*_some(refused, "没收进来"), *_some(doubts, "核对"), *rest]


def _others(plan: SummaryPlan, building: BuildingRecord, group: int) -> list[str]:
    """The other files of a book's group."""
    alike = zip(plan.buildings, plan.groups, strict=True)
    return [one.file for one, other in alike if group == other and one is not building]


def _some(lines: list[str], sheet: str) -> list[str]:
    """The first lines, and one that names the sheet where all of them are."""
    more = len(lines) - _SHOWN
    return [*lines[:_SHOWN], *([f"……另有 {more} 个，见“{sheet}”页。"] if more > 0 else [])]
