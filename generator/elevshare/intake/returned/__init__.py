"""A book that came back, changed by hand: its inputs as a project, its amounts by the rules."""

from elevshare.intake.returned.amounts import amounts_of
from elevshare.intake.returned.entries import Arrival, Entries, Payment, Standing
from elevshare.intake.returned.finding import Finding
from elevshare.intake.returned.model import Amounts, HouseholdAmounts
from elevshare.intake.returned.reading import Returned, project_of, read_back

__all__ = [
    "Amounts",
    "Arrival",
    "Entries",
    "Finding",
    "HouseholdAmounts",
    "Payment",
    "Returned",
    "Standing",
    "amounts_of",
    "project_of",
    "read_back",
]
