"""The pools that a scheme ships: what each is, and its weights by storey."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project import Topic
from elevshare.rules.share import WEIGHT_SCALE
from elevshare.workbook.origin import Origin, article_of
from elevshare.workbook.plan import Plan


def origins(plan: Plan) -> Iterator[Origin]:
    """Name, way and weights of every pool."""
    scheme = plan.project.scheme
    has, names = plan.has(Topic.POOLS), [pool.name for pool in plan.project.pools]
    for at, shipped in enumerate(scheme.sharing.pools):
        pool, article = shipped.pool, article_of(scheme, shipped)
        place = names.index(pool.name) if pool.name in names else at
        source = scheme.source(shipped.source)

        def cell(key: str, place: int = place) -> str:
            return plan.parameter(f"pool{place}_{key}") if has else ""

        yield Origin(f"分项：{pool.name}的名称", pool.name, cell("name"), "any", article, source)
        yield Origin(
            f"分项：{pool.name}怎么分", pool.way.value, cell("way"), "any", article, source
        )
        for storey, weight in pool.weights.items():
            inside = has and storey in plan.stops
            typed = plan.table("pools").at(f"w{place}", plan.stops.index(storey)) if inside else ""
            yield Origin(f"分项：{pool.name} {storey} 层系数", weight / WEIGHT_SCALE,
                         typed, "coef", article, source)  # fmt: skip
