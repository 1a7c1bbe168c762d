"""The fields of a household and of a list, read from the texts people write: one module a meaning."""

from elevshare.intake.fields.amounts import amount_of, fen_of
from elevshare.intake.fields.answers import yes_no_of
from elevshare.intake.fields.areas import area_of
from elevshare.intake.fields.charges import term_of
from elevshare.intake.fields.entries import entry_of
from elevshare.intake.fields.problems import date_error, refuse_cut
from elevshare.intake.fields.stated_storeys import stated_stop_of, stated_storey_of
from elevshare.intake.fields.storeys import level_of, storey_of
from elevshare.intake.fields.terms import fixed_of, own_weight_of, percent_of
from elevshare.intake.fields.texts import owner_of, person_of, room_of

__all__ = [
    "amount_of",
    "area_of",
    "date_error",
    "entry_of",
    "fen_of",
    "fixed_of",
    "level_of",
    "own_weight_of",
    "owner_of",
    "percent_of",
    "person_of",
    "refuse_cut",
    "room_of",
    "stated_stop_of",
    "stated_storey_of",
    "storey_of",
    "term_of",
    "yes_no_of",
]
