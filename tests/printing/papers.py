"""Books with papers for a few households, and a LibreOffice that only copies."""

import os
import stat
from dataclasses import replace
from functools import cache

from buildings import EVERY, project, project_from
from editing import place, with_inputs

from elevshare.project import Papers, Topic
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.share import Flat
from elevshare.rules.upkeep import Upkeep, UpkeepItem
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.subjects.ledger.payments import typed as payments
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: Rooms whose names no file can have; the owners' names share no character with a bill.
OWNERS = {"1/2": "龚骞", "CON": "阚玥", "101.": "璩翀"}
PROJECT = replace(
    project(
        storeys=6,
        topics=frozenset({Topic.UPKEEP}),
        papers=Papers(estate="幸福里小区", building="12 幢"),
        upkeep=Upkeep(items=(UpkeepItem("维保", 600_000),)),
    ),
    flats=tuple(
        Flat(room, 4 + n, 8000 + n, owner) for n, (room, owner) in enumerate(OWNERS.items())
    ),
)
PLAN = SharingPlan(PROJECT)
#: The same with all subjects, two bills on a page, and a flat that is compensated.
FULL_PROJECT = replace(
    PROJECT,
    topics=EVERY,
    two_a_page=True,
    payouts=Compensation(CompensationWay.TABLE),
    flats=(Flat("101", 1, 8000, "晁佴", payout=1_000_000), *PROJECT.flats),
)
FULL_PLAN = SharingPlan(FULL_PROJECT)
LEASE = project_from(find("beijing-yanyuan"), storeys="5", areas="60,60")
LEASE_PLAN = LeasePlan(LEASE)

#: What stands for LibreOffice: each "PDF" is the workbook that was to be converted.
COPIES = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
out=$2; shift 2
for book; do name=${book##*/}; /bin/cp "$book" "$out/${name%.xlsx}.pdf"; done
"""


@cache
def book():
    """A contribution book of OWNERS."""
    return make_book(PROJECT)


@cache
def full():
    """A book with all papers; two payments of CON and one of 1/2, in turns."""
    rows = enumerate(("CON", "1/2", "CON"))
    inputs = {
        payments(FULL_PLAN).at(key, row): value
        for row, room in rows
        for key, value in {
            "day": 46000,
            "room": room,
            "side": "收款",
            "method": "现金",
            "amount": 100,
        }.items()
    }
    return typed(make_book(FULL_PROJECT), inputs)


@cache
def lease():
    """A lease book of five storeys, two flats each; those on the ground floor pay nothing."""
    return make_book(LEASE)


def typed(data, inputs):
    """A book as a program saves it that does not compute: new inputs, old results."""
    return with_inputs(data, {place(address): value for address, value in inputs.items()})


def programs(folder, script):
    """A folder with ``script`` as its only program, a LibreOffice."""
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(script)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return os.fspath(folder)
