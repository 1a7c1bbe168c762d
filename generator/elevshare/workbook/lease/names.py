"""The defined names for programs in a lease book."""

from __future__ import annotations

from elevshare.workbook import seal
from elevshare.workbook.lease.plan import LeasePlan


def addresses(plan: LeasePlan) -> dict[str, str]:
    """Name → address. Ranges have one cell for each household row; amounts are in yuan."""
    households, shares = plan.households, plan.shares
    return {
        "room_no": households.all("room"),
        "storey": households.all("storey"),
        "floor_area": households.all("area"),
        "taking_part": households.all("taking"),
        "amount_due": shares.all("due"),
        "fee_due": shares.all("fee"),
        "failed_checks": plan.failed,
        "scheme_id": plan.scheme_id,
        "book_version": plan.book_version,
        "book_recipe": plan.recipe,
        **seal.addresses(plan),
    }
