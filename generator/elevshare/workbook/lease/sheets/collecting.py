"""收缴 of a lease book: every household's payments of the year."""

from __future__ import annotations

from elevshare.workbook.subjects.ledger.collected_sheet import ROLE as ROLE
from elevshare.workbook.subjects.ledger.collected_sheet import TITLE as TITLE
from elevshare.workbook.subjects.ledger.collected_sheet import write as write

ABOUT = "每户到本期应缴、已缴、还欠、预缴、逾期，到年底还要缴多少；与银行核对"
