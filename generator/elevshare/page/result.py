"""What the page shows of a project's amounts: texts alone, so that the page computes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elevshare import leasing
from elevshare.commands import leased, shares
from elevshare.money import UNITS, yuan
from elevshare.page.asking import project_asked
from elevshare.project import Outcome, Project, assess, uncounted
from elevshare.project.notices import notices
from elevshare.project.papers import lacking
from elevshare.project.unready import unready
from elevshare.text import storey_text


def result(words: Sequence[str]) -> dict[str, object]:
    """Amounts of households and storeys, the sum line, checks and notes.

    Raises:
        InputError: as ``elevshare shares``.
    """
    project = project_asked(words)
    lease = leased.is_lease(project)
    outcome = leasing.assess(project) if lease else assess(project)
    head, *rows, total = (leased if lease else shares).rows_of(project, outcome)
    return {
        "scheme": project.scheme.name,
        "sum": _year(outcome) if lease else _sum(outcome),
        "heads": head,
        "rows": rows,
        "total": total,
        "numeric": [at for at, text in enumerate(head) if text not in ("房号", "理由")],
        "storeys": _storeys(project, outcome),
        "checks": [(one.name, one.passed, one.message) for one in outcome.checks],
        "notes": list(_notes(project, lease)),
        "rounding": "" if lease else _rounding(project),
    }


def _year(outcome: Outcome) -> list[tuple[str, str]]:
    """What a lease costs: one sum."""
    return [("本单元全年使用费", yuan(outcome.net))]


def _sum(outcome: Outcome) -> list[tuple[str, str]]:
    """From the cost to the net amount, each with its sign."""
    others = [("－ 其他来源", yuan(outcome.others))] if outcome.others else []
    paid = [("＋ 低层补偿", yuan(outcome.compensation))] if outcome.compensation else []
    parts = [("总费用", yuan(outcome.cost)), ("－ 补贴", yuan(outcome.subsidy)), *others, *paid]
    return [*parts, ("＝ 各户分摊", yuan(outcome.net))]


def _storeys(project: Project, outcome: Outcome) -> list[dict[str, object]]:
    """What each storey pays, the highest first; ``part`` is of the one that pays most, in percent."""
    sums: dict[float, int] = {}
    for flat, due in zip(project.flats, outcome.dues, strict=True):
        sums[flat.storey] = sums.get(flat.storey, 0) + due
    most = max(*sums.values(), 1)
    return [
        {"storey": _storey(storey), "yuan": yuan(fen), "part": round(100 * fen / most, 1)}
        for storey, fen in sorted(sums.items(), reverse=True)
    ]


def _storey(storey: float) -> str:
    """A storey in words."""
    return f"{storey_text(storey)} 层" if storey else storey_text(storey)


def _rounding(project: Project) -> str:
    """What happens to what cannot be divided."""
    unit = project.unit
    rest = (
        f"；不够一{unit}的零头加在金额最大的一户" if UNITS[unit] > 1 else "，一分也不多、一分也不少"
    )
    return f"各户算到{unit}，除不尽的尾数按余数从大到小给，合计等于净额{rest}。"


def _notes(project: Project, lease: bool) -> Iterator[str]:
    """What to know besides the checks."""
    if lease and (idle := leasing.unused(project)):
        yield f"租赁按收费标准收费，用不到{'、'.join(idle)}，没有计入。"
    yield from (f"{text}。" for text in (*notices(project), *unready(project)))
    if not lease and (amount := uncounted(project)):
        yield f"按规定可得补贴 {yuan(amount)} 元，这里没有计入；要计入，请回到第 3 步选“按规定算”。"
    if blank := "、".join(lacking(project)):
        yield f"现在还是草案，不能收款：还没有填{blank}。可以在第 3 步填，也可以以后在簿子的“参数”里填。"
