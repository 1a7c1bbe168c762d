"""``elevshare batch``: a book for every building of a list or of a folder of rosters."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from elevshare.commands.building import add_building, choices_from
from elevshare.commands.jobs import jobs_of
from elevshare.commands.output import bar

if TYPE_CHECKING:
    from elevshare.batch.output_folder import OutputFolder
    from elevshare.batch.planning import BatchPlan
    from elevshare.batch.reading import Defaults
    from elevshare.batch.running import BatchTally
    from elevshare.batch.task import Results, Task

#: How many findings are shown; all of them are in the list that is written.
_SHOWN = 20
_KEYS = (
    *("storeys", "areas", "entry", "cost", "subsidy", "unit", "opt_out", "coefficients", "topics"),
)


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("list", metavar="清单", help="每栋楼一行的 .xlsx 或 .csv，或放名册的文件夹")
    parser.add_argument("-o", "--output", metavar="文件夹", required=True,
                        help="簿子写到哪个文件夹；没有则新建")  # fmt: skip
    parser.add_argument("--scheme", metavar="方案", help="清单没有写方案的楼用哪个方案")
    add_building(parser, without=("--roster",))
    parser.add_argument(
        "--with", dest="topics", metavar="事项", help="每本都要加的页，如 决算,公积金"
    )
    parser.add_argument("--two-a-page", action="store_true", help="账单一页印两户，省纸")
    parser.add_argument("--jobs", metavar="个数", help="同时用几个进程（默认与处理器核数相同）")
    parser.add_argument(
        "--dask", metavar="地址", help="在 dask 集群上做，如 tcp://192.168.1.5:8786"
    )
    parser.add_argument("--force", action="store_true", help="内容不同的同名文件也覆盖")


def run(options: Namespace) -> int:
    """Make the books; 1 where a book was not made or its checks fail."""
    from elevshare.batch.listing import read_list
    from elevshare.batch.output_folder import OutputFolder
    from elevshare.batch.planning import named, planned
    from elevshare.commands.understood import say_list, say_rosters
    from elevshare.errors import InputError
    from elevshare.files import refused
    from elevshare.printing.delivery import check_folder

    jobs, folder = jobs_of(options.jobs), Path(options.output)
    if not options.output.strip():
        raise InputError("文件夹的名称是空的", todo="请给出文件夹，当前文件夹是 .")
    check_folder(folder, (), force=True)
    choices = choices_from(options)
    listing = read_list(Path(options.list), choices)
    names = named(listing, folder)
    say_list(listing.report)
    try:
        with _makers(options.dask, jobs) as make, OutputFolder(folder) as output:
            with bar(len(names), "读清单") as shown:
                plan = planned(listing, names, _defaults(options), output, shown.update)
            say_rosters(plan.rosters, plan.rosters_read)
            return _made(plan, output, make, force=options.force)
    except OSError as error:
        raise refused(folder, error) from None


def _defaults(options: Namespace) -> Defaults:
    """The choices of the command line, for rows that leave them open."""
    from elevshare.batch.reading import Defaults

    given = {key: getattr(options, key) for key in _KEYS}
    given["project_file"] = options.project
    return Defaults(options.scheme, given, options.two_a_page, choices_from(options))


def _made(
    plan: BatchPlan, output: OutputFolder, make: Callable[[Sequence[Task]], Results], *, force: bool
) -> int:
    """Make the planned books and report; gives the exit status, 2 after Ctrl-C."""
    from elevshare.batch.running import BatchTally, store
    from elevshare.batch.stopped import StoppedError

    tally, stopped = BatchTally(), ""
    try:
        with bar(len(plan.tasks), "生成簿子") as shown:
            if plan.tasks:
                store(make(plan.tasks), output, tally, shown.update, force=force)
    except StoppedError as error:
        stopped = str(error)
    except KeyboardInterrupt:
        print(f"已中止。做好的 {tally.made} 本都在 {output.folder}，再运行一次就接着做。",
              file=sys.stderr)  # fmt: skip
        return 2
    return _report(plan, tally, output, stopped)


@contextmanager
def _makers(address: str | None, jobs: int) -> Iterator[Callable[[Sequence[Task]], Results]]:
    """A function from tasks to answers: by processes here, or by a cluster, closed at the end."""
    from elevshare.batch.making import answer

    if address is None:
        from elevshare.batch.workers import made_here

        yield lambda tasks: made_here(tasks, jobs, answer)
        return
    from elevshare.batch.cluster import connected, made_there

    with connected(address) as client:
        yield lambda tasks: made_there(tasks, client, answer)


def _report(plan: BatchPlan, tally: BatchTally, output: OutputFolder, stopped: str) -> int:
    """Print what became of the books and write the list of findings; gives the exit status."""
    from elevshare.batch.report import write_report

    made = f"已在 {output.folder} 生成 {tally.made} 本"
    there = plan.there + tally.there
    print(f"{made}{f'，原来就有 {there} 本没有变化' if there else ''}")
    if plan.to_fill:
        print(f"其中 {plan.to_fill} 栋楼没有给全住户和费用，要打开簿子填写")
    findings = sorted(
        [*plan.findings, *tally.findings], key=lambda one: plan.order.get(one.place, -1)
    )
    for one in findings[:_SHOWN]:
        print(f"注意：{one}", file=sys.stderr)
    listed = ""
    try:
        listed = write_report(output, findings)
    except OSError:
        print("注意：写不出“待处理”清单", file=sys.stderr)
    if findings:
        more = f"共 {len(findings)} 处要处理" + (
            f"，都列在 {output.folder / listed}" if listed else ""
        )
        print(f"注意：{more}", file=sys.stderr)
    if stopped:
        left = len(plan.tasks) - tally.handled
        print(f"错误：{stopped}还有 {left} 本没有做，再运行一次就接着做。", file=sys.stderr)
    return 1 if findings or stopped else 0
