"""One building under several schemes: which schemes can be compared, and each one's project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from elevshare.errors import InputError
from elevshare.project import Project, SubsidyMode, validate
from elevshare.project.checks import percentage_checks
from elevshare.rules.share import Flat, OptOut, Storey
from elevshare.schemes import Family, Scheme
from elevshare.text import storey_text

#: How many schemes stand side by side on one page.
MIN_SCHEMES, MAX_SCHEMES = 2, 6
Given = TypeVar("Given")
Result = TypeVar("Result")


def check_schemes(schemes: Sequence[Scheme]) -> None:
    """Refuse schemes that cannot stand side by side.

    Raises:
        InputError: fewer than 2 or more than 6, one twice, or one that shares no cost.
    """
    names = [scheme.name for scheme in schemes]
    twice = next((name for i, name in enumerate(names) if name in names[:i]), None)
    if twice:
        raise InputError(f"方案「{twice}」给了两次", todo="请每个方案只写一次")
    if not MIN_SCHEMES <= len(names) <= MAX_SCHEMES:
        raise InputError(
            f"给了 {len(names)} 个方案，不能比较",
            todo=f"请给出 {MIN_SCHEMES} 到 {MAX_SCHEMES} 个，如 elevshare compare 南京 咸阳",
        )
    for scheme in schemes:
        if scheme.family is not Family.CONTRIBUTION:
            raise InputError(
                f"方案「{scheme.name}」不是出资分摊的方案（{scheme.family.value}），不能比较",
                todo="请换成有分摊办法的方案；全部方案请运行 elevshare schemes 查看",
            )


def compared(
    schemes: Sequence[Scheme], project_of: Callable[[Scheme], Project]
) -> tuple[tuple[Project, ...], tuple[str, ...]]:
    """The project under each scheme, and what of it was not taken over (Chinese sentences).

    Form, measure and weights are each scheme's own; weights that were given fill only what a
    scheme lacks.

    Args:
        schemes: 2 to 6 contribution schemes.
        project_of: the building's project under a scheme.

    Raises:
        InputError: the schemes cannot be compared, or one of them cannot share the cost.

    >>> from elevshare.intake import project_from
    >>> from elevshare.schemes import find
    >>> building = {"storeys": "7", "areas": "80,100", "cost": "60万", "coefficients": "7=3.5"}
    >>> projects, notes = compared(
    ...     [find("南京"), find("通用-使用权重")], lambda scheme: project_from(scheme, **building))
    >>> [project.weight(7) for project in projects]
    [22000, 35000]
    >>> notes
    ('给出的系数只补方案没有的楼层；南京自己有系数，没有改。要改请在簿子的“参数”里改',)
    """
    check_schemes(schemes)
    given = [project_of(schemes[0])]
    if pooled := [item.name for item in given[0].costs if item.pool]:
        raise InputError(
            f"费用「{pooled[0]}」另成分项，比较表不比较分项",
            todo="请在项目文件里去掉这项费用的 pool，或只比较主项的费用",
        )
    if given[0].others:
        raise InputError(
            f"「{given[0].others[0][0]}」等其他来源不能带进比较表",
            todo="请在项目文件里去掉 [[other]]，把总费用写成减去以后的数",
        )
    given += [_named(scheme, project_of, scheme) for scheme in schemes[1:]]
    _refuse_unlike(given[0])
    projects = tuple(_under(one.scheme, one) for one in given)
    return projects, _notes(given, projects)


def _refuse_unlike(project: Project) -> None:
    """Refuse what schemes say nothing of, so that there is nothing to compare.

    Raises:
        InputError: a household or a coefficient is of a half storey, a household is below the first
            or has terms of its own, or chosen storeys carry the gap.
    """
    if project.method.opt_out is OptOut.CHOSEN:
        raise InputError(
            "退出份额由指定楼层分担，是这栋楼自己的约定，不能几个方案比较",
            todo="请改为全体分担（all）或同层分担（floor），或只按一个方案算：elevshare make",
        )
    for what in (*map(_unlike, project.flats), *map(_half, (*project.weights, *project.intervals))):
        if what:
            raise InputError(what, todo="请从名册和选项里去掉，或只按一个方案算：elevshare make")


def _unlike(flat: Flat) -> str:
    """Why a household cannot be compared; empty where it can."""
    if flat.storey % 1 or flat.storey < 1:
        where = f"在 {storey_text(flat.storey)} 层" if flat.storey else "在一层以下"
        return f"{flat.room} {where}，方案只有整层的办法，不能比较"
    if flat.own_weight is not None or flat.fixed is not None:
        return f"{flat.room} 有自己的系数或定额，不随方案变，不能比较"
    return ""


def _half(storey: Storey) -> str:
    """Why a coefficient or interval cannot be compared; empty where it can."""
    return f"给出了 {storey:g} 层的系数或区间，方案只有整层的办法，不能比较" if storey % 1 else ""


def missing_storeys(project: Project) -> list[Storey]:
    """The storeys with flats whose weight nobody has given; they count 0."""
    return sorted({flat.storey for flat in project.flats if project.weight(flat.storey) is None})


def findings(project: Project) -> list[str]:
    """What is wrong with a scheme's weights, as Chinese sentences."""
    storeys = missing_storeys(project)
    listed = "、".join(map(storey_text, storeys))
    lacking = [f"第 {listed} 层系数待填，现按 0 计；请用 --coefficients 给出"] if storeys else []
    failed = [check for check in percentage_checks(project) if project.flats and not check.passed]
    return [*lacking, *(f"{check.name}没有通过：{check.message}" for check in failed)]


def _notes(given: Sequence[Project], projects: Sequence[Project]) -> tuple[str, ...]:
    """What was given and not taken over."""
    pairs = list(zip(given, projects, strict=True))
    own = [new.scheme.name for old, new in pairs if any(map(_changed(old, new), old.weights))]
    notes = []
    if own:
        notes.append(
            f"给出的系数只补方案没有的楼层；{'、'.join(own)}自己有系数，没有改。"
            "要改请在簿子的“参数”里改"
        )
    if any(old.method != new.method for old, new in pairs):
        notes.append("项目文件里的分摊方式没有采用，各方案用自己的办法。要改请在簿子的“参数”里改")
    return tuple(notes)


def _changed(old: Project, new: Project) -> Callable[[Storey], bool]:
    """Whether a storey's weight is another one."""
    return lambda storey: old.weight(storey) != new.weight(storey)


def _under(scheme: Scheme, given: Project) -> Project:
    """The project shared as the scheme shares."""
    rule = scheme.sharing
    lacking = {s: w for s, w in given.weights.items() if rule.weight(s) is None}
    intervals = {s: ends for s, ends in given.intervals.items() if rule.intervals and s in lacking}
    project = replace(
        given,
        method=replace(given.method, form=rule.form, within=rule.within),
        weights=MappingProxyType(lacking),
        intervals=MappingProxyType(intervals),
    )
    if project.subsidy.mode is SubsidyMode.RULE and not (project.costs and project.storeys):
        raise InputError(
            "按规则计算补贴，要先知道费用和层数", todo="请给出 --cost 和 --storeys，或改填补贴金额"
        )
    _named(scheme, validate, project)
    return project


def _named(scheme: Scheme, work: Callable[[Given], Result], given: Given) -> Result:
    """Do something for one scheme; a refusal names the scheme."""
    try:
        return work(given)
    except InputError as error:
        if scheme.name in str(error):
            raise
        raise InputError(f"方案「{scheme.name}」：{error}".removesuffix("。")) from None
