"""Share an amount among the households of a project by its method and weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elevshare.errors import InputError
from elevshare.money import UNITS, yuan
from elevshare.project.model import Project
from elevshare.rules.share import Flat, Method, Storey, Within, share


def weights_of(project: Project) -> dict[Storey, int]:
    """Return the weight in 1/10,000 of every storey with households; 0 where it is not known."""
    return {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}


def sharing_flats(project: Project) -> tuple[Flat, ...]:
    """Return the flats as the rule takes them: with percentages of households, each has its own."""
    if not project.by_household:
        return project.flats
    return tuple(replace(flat, own_weight=flat.own_weight or 0) for flat in project.flats)


def method_of(project: Project) -> Method:
    """Return the method; percentages of households are of the amount, whatever their areas."""
    if not project.by_household:
        return project.method
    return replace(project.method, within=Within.EQUAL)


def shared(project: Project, net: int, flats: Sequence[Flat] | None = None) -> list[int]:
    """Return each household's share of a net amount, in fen; the sum is exact.

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
