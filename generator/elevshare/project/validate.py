"""Refuse invalid projects before any amount is computed."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.money import MAX_FEN, yuan
from elevshare.project.amounts import compensated, granted
from elevshare.project.model import MAX_COSTS, MAX_OTHERS, Project
from elevshare.project.pools import check_pools
from elevshare.project.sharing import method_of, sharing_flats, weights_of
from elevshare.rules.share import OptOut, carrying_size, weighed_groups


def validate(project: Project) -> None:
    """Refuse a project that cannot be computed; missing households or costs are allowed.

    Raises:
        InputError: as ``check_cost``, or nobody takes part on a storey with a weight.
    """
    check_cost(project)
    if project.flats:
        _check_payers(project)


def check_cost(project: Project) -> None:
    """Refuse invalid amounts: negative, far too large, or a subsidy above the cost."""
    if len(project.costs) > MAX_COSTS:
        raise InputError(f"费用超过 {MAX_COSTS} 项", todo="请把小项合并")
    for item in project.costs:
        if item.fen < 0:
            raise InputError(f"费用「{item.name}」是负数", todo="请填 0 或正数")
    check_pools(project)
    compensation, _ = compensated(project)
    if project.cost + compensation > MAX_FEN:
        raise InputError(
            f"费用合计 {yuan(project.cost + compensation)} 元超过上限 {yuan(MAX_FEN)} 元",
            todo="一部电梯不应超过这个数，请检查是否多打了零或单位弄错",
        )
    for what, amount in (("补贴", project.subsidy.amount), ("补偿", compensation)):
        if amount < 0:
            raise InputError(f"{what}是负数", todo="请填 0 或正数")
    subsidy = granted(project).building
    if project.costs and subsidy > project.cost:
        raise InputError(
            f"补贴 {yuan(subsidy)} 元超过总费用 {yuan(project.cost)} 元",
            todo="请核对补贴和费用",
        )
    if project.costs and subsidy > (main := project.cost - sum(project.pooled)):
        raise InputError(
            f"补贴 {yuan(subsidy)} 元超过主项费用 {yuan(main)} 元（总费用 {yuan(project.cost)} 元，"
            f"其中另行分摊的{'、'.join(pool.name for pool in project.pools)} "
            f"{yuan(sum(project.pooled))} 元）",
            todo="补贴只抵减主项的费用：请核对补贴，或把费用改归主项",
        )
    _check_others(project, subsidy)


def _check_others(project: Project, subsidy: int) -> None:
    """Refuse money of others that is negative, or above what the subsidy leaves of the main cost."""
    if len(project.others) > MAX_OTHERS:
        raise InputError(f"其他来源超过 {MAX_OTHERS} 项", todo="请把小项合并")
    for name, fen in project.others:
        if fen < 0:
            raise InputError(f"其他来源「{name}」是负数", todo="请填 0 或正数")
    left = project.cost - sum(project.pooled) - subsidy
    if project.costs and project.from_others > left:
        raise InputError(
            f"其他来源 {yuan(project.from_others)} 元超过费用减补贴后的 {yuan(left)} 元",
            todo="请核对金额；其他来源只抵减主项的费用，不能多于还要出的钱",
        )


def _check_payers(project: Project) -> None:
    """Refuse storeys above the top, and a project where nobody with a weight takes part."""
    top = max(flat.storey for flat in project.flats)
    if project.storeys and int(top) > project.storeys:
        raise InputError(
            f"有住户在第 {top} 层，而楼只有 {project.storeys} 层", todo="请改正楼层或总层数"
        )
    if not any(flat.taking_part for flat in project.flats):
        raise InputError("没有任何一户参与分摊", todo="请在「参与」一栏至少填一户 是")
    flats, weights = sharing_flats(project), weights_of(project)
    everything_fixed = all(flat.pays_fixed for flat in flats if flat.taking_part)
    weighed = weighed_groups(flats, weights, method_of(project)).counted.values()
    if not everything_fixed and not any(weighed):
        raise InputError(
            f"{_missing(project)}参与各户所在楼层的系数全是 0 或没有填写，金额无处分摊",
            todo="请检查楼层，或用 --coefficients 给出系数",
        )
    gap = project.method.opt_out is OptOut.CHOSEN and not all(flat.taking_part for flat in flats)
    if gap and not any(carrying_size(flat, weights, method_of(project)) for flat in flats):
        raise InputError(
            "指定来分担退出份额的楼层里，没有参与且有系数的住户",
            todo="请改为别的楼层，或选全体分担",
        )


def _missing(project: Project) -> str:
    """Return that the scheme states no coefficients of some storeys, to put before a message."""
    storeys = sorted({f.storey for f in project.flats if project.weight(f.storey) is None})
    if not storeys:
        return ""
    listed = "、".join(f"{storey:g}" for storey in storeys)
    return f"方案「{project.scheme.name}」的来源没有第 {listed} 层的系数，要由业主商定；"
