"""The book of a leased lift: usage fees billed monthly, quarterly or yearly."""

from elevshare import leasing
from elevshare.workbook.family import BookFamily
from elevshare.workbook.lease.names import addresses
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.lease.sheets import SUBJECT_SHEETS, modules

__all__ = ["FAMILY", "LeasePlan"]

FAMILY = BookFamily(
    "电梯使用费收费簿", leasing.validate, LeasePlan, modules, addresses, SUBJECT_SHEETS
)
