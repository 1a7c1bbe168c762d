"""The single inputs of 还款表, on 专项."""

from __future__ import annotations

from elevshare.workbook.fields.field import Section

SECTIONS: tuple[Section, ...] = ()
