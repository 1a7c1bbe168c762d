"""Share an amount among the households of a project by its method and weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elevshare.errors import InputError
from elevshare.money import UNITS, yuan
from elevshare.project.model import Project
from elevshare.rules.pools import Pool, can_share, share_pool
from elevshare.rules.share import Flat, Method, Storey, Within, share


def weights_of(project: Project) -> dict[Storey, int]:
    """Return the weight in 1/10,000 of every storey with households; 0 where it is not known."""
    return {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}


def sharing_flats(project: Project) -> tuple[Flat, ...]:
    """Return the flats as the rule takes them: with percentages of households, each has its own."""
    if not project.by_household:
        return project.flats
    return tuple(replace(flat, own_weight=flat.own_weight or 0) for flat in project.flats)


@dataclass(frozen=True, slots=True)
class Parts:
    """Each household's part of the main net amount and of every pool, in fen."""

    main: tuple[int, ...]
    pools: tuple[tuple[int, ...], ...] = ()

    @property
    def dues(self) -> tuple[int, ...]:
        """What each household owes: the sum of its parts."""
        return tuple(map(sum, zip(self.main, *self.pools, strict=True)))


def divided(
    project: Project, net: int, pooled: Sequence[int], flats: Sequence[Flat] | None = None
) -> Parts:
    """Return each household's parts of a net amount that includes the cost of pools.

    Args:
        project: states methods, weights and unit.
        net: the whole amount in fen, that of the pools included.
        pooled: the amount of each pool in fen.
        flats: the households, by default those of the project.

    Raises:
        InputError: the pools are above the net amount, nobody would pay for one, or the
            households' fixed sums are above what is left.
        ValueError: as ``rules.share.share``.
    """
    check_main(net, pooled)
    main = shared(project, net - sum(pooled), flats)
    parts = [
        _pooled(project, pool, fen, project.flats if flats is None else flats)
        for pool, fen in zip(project.pools, pooled, strict=True)
    ]
    return Parts(tuple(main), tuple(parts))


def check_main(net: int, pooled: Sequence[int]) -> None:
    """Refuse a net amount below the cost of the pools: what reduces it is the main cost's alone."""
    if net < sum(pooled):
        raise InputError(
            f"应分摊净额 {yuan(net)} 元小于分项费用 {yuan(sum(pooled))} 元",
            todo="补贴和其他来源只抵减主项的费用，不抵减分项：请核对金额，或把费用改归主项",
        )


def _pooled(project: Project, pool: Pool, fen: int, flats: Sequence[Flat]) -> tuple[int, ...]:
    """Each household's part of one pool."""
    if fen and not can_share(flats, pool, project.method.opt_out):
        raise InputError(
            f"分项「{pool.name}」的费用 {yuan(fen)} 元没有住户分摊",
            todo="请给参与的住户所在楼层填系数，或改选分法、指定住户",
        )
    unit = UNITS[project.unit]
    return tuple(share_pool(fen, flats, pool, project.method.opt_out, unit))


def method_of(project: Project) -> Method:
    """Return the method; percentages of households are of the amount, whatever their areas."""
    if not project.by_household:
        return project.method
    return replace(project.method, within=Within.EQUAL)


def shared(project: Project, net: int, flats: Sequence[Flat] | None = None) -> list[int]:
    """Return each household's share of the main net amount, in fen; the sum is exact.

    Args:
        project: states method, weights and unit.
        net: the amount, in fen.
        flats: the households, by default those of the project.

    Raises:
        InputError: the households' fixed sums are above the net amount.
        ValueError: as ``rules.share.share``.
    """
    everybody = sharing_flats(project if flats is None else replace(project, flats=tuple(flats)))
    _check_fixed(net, everybody)
    return share(net, everybody, weights_of(project), method_of(project), UNITS[project.unit])


def _check_fixed(net: int, flats: Sequence[Flat]) -> None:
    """Refuse fixed sums above the net amount, or below it with nobody to share the rest."""
    fixed = [flat.fixed or 0 for flat in flats if flat.pays_fixed]
    if sum(fixed) > net:
        raise InputError(
            f"各户定额合计 {yuan(sum(fixed))} 元，超过应分摊净额 {yuan(net)} 元",
            todo="请改小定额，或核对费用和补贴",
        )
    if sum(fixed) < net and len(fixed) == sum(flat.taking_part for flat in flats):
        raise InputError(
            f"参与的各户都填了定额，合计 {yuan(sum(fixed))} 元，净额还差"
            f" {yuan(net - sum(fixed))} 元无处分摊",
            todo="请至少留一户不填定额，由它按办法分摊",
        )
