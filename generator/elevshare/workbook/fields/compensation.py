"""The single inputs of 补偿, on 专项."""

from __future__ import annotations

from elevshare.workbook.fields.field import Section

SECTIONS: tuple[Section, ...] = ()
