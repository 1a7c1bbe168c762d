"""Read a returned book: its inputs become a project, its amounts are computed by the rules."""

from elevshare.returned.amounts import amounts_of
from elevshare.returned.model import Amounts, HouseholdAmounts
from elevshare.returned.reading import Returned, project_of, read_back
from elevshare.workbook.reading.entries import ArrivalEntry, Entries, Payment, Standing
from elevshare.workbook.reading.finding import InputFinding

__all__ = [
    "Amounts",
    "ArrivalEntry",
    "Entries",
    "HouseholdAmounts",
    "InputFinding",
    "Payment",
    "Returned",
    "Standing",
    "amounts_of",
    "project_of",
    "read_back",
]
