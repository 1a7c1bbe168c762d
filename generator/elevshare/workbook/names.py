"""The defined names for programs: a contract, equal in all contribution books."""

from __future__ import annotations

from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from elevshare.workbook import seal
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.rides.fees import fees


def addresses(plan: Plan) -> dict[str, str]:
    """Name → address. Ranges have one cell for each household row; amounts are in yuan."""
    households, shares = plan.households, plan.shares
    return {
        "room_no": households.all("room"),
        "storey": households.all("storey"),
        "floor_area": households.all("area"),
        "taking_part": households.all("taking"),
        "amount_due": shares.all("due"),
        "cost_items": plan.costs.all("yuan"),
        "total_cost": plan.figure_yuan("cost"),
        "subsidy": plan.figure_yuan("subsidy"),
        "compensation": plan.figure_yuan("compensation"),
        "net_cost": plan.figure_yuan("net"),
        "failed_checks": plan.failed,
        "scheme_id": plan.scheme_id,
        "book_version": plan.book_version,
        "book_recipe": plan.recipe,
        **seal.addresses(plan),
        **({"fee_due": fees(plan).all("fee")} if plan.prepaid else {}),
    }


def define(book: Workbook, addresses: Mapping[str, str]) -> None:
    """Put names and their addresses into a book."""
    for name, address in addresses.items():
        book.defined_names[name] = DefinedName(name, attr_text=address)
