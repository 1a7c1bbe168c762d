"""Refuse pools that cannot be computed."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.project.model import Project
from elevshare.rules.pools import MAIN, MAX_POOLS, Pool, PoolWay


def check_pools(project: Project) -> None:
    """Refuse too many pools, equal names, unknown rooms, and costs of a pool that there is not."""
    names = [pool.name for pool in project.pools]
    if len(names) > MAX_POOLS:
        raise InputError(f"分项超过 {MAX_POOLS} 个", todo="请把分法相同的合并")
    for name in names:
        if not name or name == MAIN or names.count(name) > 1:
            what = (
                f"有 {names.count(name)} 个叫「{name}」"
                if name not in ("", MAIN)
                else "的名称不能用"
            )
            raise InputError(f"分项{what}", todo="请给每个分项不同的名称，如 连廊")
    for item in project.costs:
        if item.pool and item.pool not in names:
            known = "、".join([MAIN, *names])
            raise InputError(
                f"费用「{item.name}」归入的「{item.pool}」没有写明怎么分",
                todo=f"请改成 {known}，或写一节 [[pool]]",
            )
    if project.flats:
        for pool in project.pools:
            _check_rooms(project, pool)


def _check_rooms(project: Project, pool: Pool) -> None:
    """Refuse rooms that are not among the households."""
    rooms = {flat.room for flat in project.flats}
    strange = [room for room in pool.rooms if room not in rooms]
    if pool.way is PoolWay.ROOMS and strange:
        raise InputError(
            f"分项「{pool.name}」指定的「{strange[0]}」不在住户之中", todo="请与住户的房号写法一致"
        )
