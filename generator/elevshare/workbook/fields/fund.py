"""The single inputs of 公积金, on 专项."""

from __future__ import annotations

from elevshare.workbook.fields.field import Section

SECTIONS: tuple[Section, ...] = ()
