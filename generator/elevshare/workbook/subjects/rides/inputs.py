"""The single inputs of 使用费, on 专项 (the tariffs) and on 用量 (the month)."""

from __future__ import annotations

from elevshare.project import Project
from elevshare.schemes import Family, Scheme
from elevshare.schemes.parts.rides import OWN_TARIFF, NamedTariff
from elevshare.workbook.field import DATES, Field, Section, as_they_are

MONTH = (
    Field("usage_year", "账单年份", "whole", "填如 2026", bounds=("2000", "2099")),
    Field("usage_month", "账单月份", "whole", "填 1 到 12；每月另存一本，再改成新的月份",
          bounds=("1", "12")),
    Field("usage_due", "缴款截止日期", "date", "印在使用费单上，填如 2026-03-31", bounds=DATES),
)  # fmt: skip


def tariffs_of(scheme: Scheme) -> tuple[NamedTariff, ...]:
    """The tariffs of a scheme, none where its book has no usage fees."""
    prepaid = scheme.rides if scheme.family is Family.PREPAID else None
    return prepaid.tariffs if prepaid else ()


def special_sections(scheme: Scheme) -> tuple[Section, ...]:
    """The section of 专项; none where the scheme has no usage fees."""
    tariffs = tariffs_of(scheme)
    if not tariffs:
        return ()
    words = (*(tariff.name for tariff in tariffs), OWN_TARIFF)
    chosen = Field("ride_tariff", "收费标准", "text", "按本单元选；选“自定”则填下表最后一行",
                   words=as_they_are(words), at_first=_first)  # fmt: skip
    return (Section("tariffs", "使用费标准（次卡、月卡按人，访客按次）", (chosen,), len(words)),)


def usage_sections(scheme: Scheme, flats: int) -> tuple[Section, ...]:
    """The sections of 用量, for so many household rows; none where there are no usage fees."""
    if not tariffs_of(scheme):
        return ()
    return (
        Section("usage_period", "一、本月", MONTH),
        Section("usage", "二、各户用量（用月卡的乘坐不计入次卡）", rows=flats),
    )


def _first(project: Project) -> str:
    """The tariff that a new book starts with."""
    return tariffs_of(project.scheme)[0].name
