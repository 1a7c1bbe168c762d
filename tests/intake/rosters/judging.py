"""Hold what the program reads from a roster against the building it was written from."""

from __future__ import annotations

import traceback
import unicodedata
from dataclasses import dataclass

from cases import Case
from features import REFUSED, UNDERSTOOD
from known_building import Household

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.intake.tables.choices import choices_of
from elevshare.schemes import find

FOUND, WRONG, CRASHED = "found", "wrong", "crashed"


@dataclass(frozen=True)
class Verdict:
    """``outcome`` is found, refused, wrong or crashed; ``fine`` whether that is right."""

    outcome: str
    fine: bool
    about: str = ""


def judged(case: Case) -> Verdict:
    """Read a case through the public way in, and judge what comes."""
    try:
        flats = read(case)
    except InputError as error:
        text = str(error)
        told = not case.said or any(word in text for word in case.said)
        return Verdict(REFUSED, case.must != UNDERSTOOD and told, text)
    except Exception:
        return Verdict(CRASHED, False, traceback.format_exc(limit=-3))
    if kind := difference(flats, case.expected):
        return Verdict(WRONG, False, kind)
    return Verdict(FOUND, case.must != REFUSED, "")


def read(case: Case):
    """The flats of a case."""
    choices = choices_of(**case.chosen)
    return project_from(
        find("通用-按面积"), roster=str(case.path), cost="60万", choices=choices
    ).flats


def difference(flats, expected: list[Household]) -> str:
    """What is not as it should be, in one word and one example; empty where all is."""
    if len(flats) != len(expected):
        return f"count: {len(flats)} for {len(expected)}"
    for flat, household in zip(flats, expected, strict=True):
        pairs = {
            "room": (flat.room, unicodedata.normalize("NFKC", household.room).strip()),
            "storey": (flat.storey, household.storey),
            "area": (flat.area, household.area),
            "part": (flat.taking_part, household.taking_part),
            "payout": (flat.payout, household.payout),
            "own weight": (flat.own_weight, household.own_weight),
            "fixed": (flat.fixed, household.fixed),
        }
        for kind, (read, true) in pairs.items():
            if read != true:
                return f"{kind}: {read!r} for {true!r}"
        if flat.owner not in (" ".join(household.owners), "、".join(household.owners)):
            return f"owner: {flat.owner!r} for {household.owners!r}"
    return ""
