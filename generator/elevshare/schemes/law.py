"""When and for which buildings a part of a scheme holds, as its document says."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.schemes.cite import number
from elevshare.schemes.days import first_day, last_day, said, standing
from elevshare.toml_table import Table

_KEYS = ("least_storeys", "most_storeys")


@dataclass(frozen=True, slots=True)
class Law:
    """When a part is in force, and what it is limited to; whatever the source does not say is empty.

    Attributes:
        in_force, expires: the first and the last day, yyyy-mm-dd or only a year.
        replaces: what it replaces, as a text.
        least_storeys, most_storeys: the storeys of the buildings that it is for.
        built_by: the last day on which such a building was completed, yyyy-mm-dd.
    """

    in_force: str = ""
    expires: str = ""
    replaces: str = ""
    least_storeys: int | None = None
    most_storeys: int | None = None
    built_by: str = ""

    @property
    def dated(self) -> bool:
        """Whether anything is known of the time in which the part holds."""
        return bool(self.in_force or self.expires)

    @property
    def period(self) -> str:
        """The time as words; empty if none is known.

        >>> Law("2021", "2022").period, Law(expires="2025-12-31").period
        ('2021 年起施行，至 2022 年', '有效期至 2025-12-31')
        """
        begins = f"{said(self.in_force)}起施行" if self.in_force else ""
        ends = (
            f"{'，至' if begins else '有效期至'} {said(self.expires).rstrip()}"
            if self.expires
            else ""
        )
        return f"{begins}{ends}"

    def standing(self, day: str) -> str:
        """Return how the part stands on a day: 已过有效期, 尚未施行, or an empty text."""
        return standing(self.in_force, self.expires, day)

    @property
    def scope(self) -> str:
        """The buildings that the part is for, by storeys; empty if it does not say.

        >>> Law(least_storeys=4).scope, Law(least_storeys=4, most_storeys=6).scope
        ('4 层及以上', '4 到 6 层')
        >>> Law(least_storeys=6, most_storeys=6).scope, Law(most_storeys=7).scope
        ('6 层', '7 层及以下')
        """
        low, high = self.least_storeys, self.most_storeys
        if low is None or high is None:
            return f"{low} 层及以上" if low else f"{high} 层及以下" if high else ""
        return f"{low} 层" if low == high else f"{low} 到 {high} 层"

    def covers(self, halves: int) -> bool:
        """Return whether the part is for buildings of so many half storeys (6 storeys is 12)."""
        least, most = self.least_storeys, self.most_storeys
        return (least is None or halves >= 2 * least) and (most is None or halves <= 2 * most)


#: Nothing is known of time and limits.
NO_LAW = Law()


def read_law(table: Table) -> Law:
    """Read time and limits of a part; everything may be missing.

    Raises:
        InputError: a date is none, or the ends are the wrong way round; with file and line.
    """
    least, most = (number(table, key, 0) if table.has(key) else None for key in _KEYS)
    law = Law(
        in_force=table.day_or_year("in_force"),
        expires=table.day_or_year("expires"),
        replaces=table.text("replaces", ""),
        least_storeys=least,
        most_storeys=most,
        built_by=table.day("built_by"),
    )
    if law.expires and first_day(law.in_force) > last_day(law.expires):
        raise table.wrong("expires", "早于 in_force", "请核对施行和失效的日期")
    if least is not None and most is not None and least > most:
        raise table.wrong("most_storeys", "小于 least_storeys", "请把小的数写在 least_storeys")
    if 0 in (least, most):
        raise table.wrong("least_storeys", "是 0", "没有限制的请删去这一项")
    return law
