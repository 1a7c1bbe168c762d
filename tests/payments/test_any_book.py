"""Random statements into real books: 收缴 of the new book, computed anew, has what was paid."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from buildings import project_from
from editing import Book
from leases import LeaseBook
from matches import GOOD, NAMES, NOISE
from statements import SHAPES, Movement

from elevshare.audit.audited import audit_file
from elevshare.carrying.source import source_of
from elevshare.intake.tables.choices import ASKED_NOTHING
from elevshare.intake.tables.report import TableReport
from elevshare.opened import opened
from elevshare.payments.booking import collect
from elevshare.payments.matching import Kind
from elevshare.payments.reading import read_statement
from elevshare.project import Papers
from elevshare.returned.located import parsed
from elevshare.returned.made import made_of
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.subjects.ledger.places import collected

FORMS = ("{flat}", "3-{flat}", "0{flat}", "12-3-{flat}", "{flat}室")


def building(chance):
    """A building of any family, its rooms in one of the forms, some owners with two flats."""
    scheme = chance.choice(("nanjing", "general-area", "beijing-rongsheng", "beijing-hualing"))
    one = project_from(find(scheme), storeys="5", areas="61.03,80.17", cost="33万" if scheme != "beijing-hualing" else None)  # fmt: skip
    form, plain = chance.choice(FORMS), [flat.room for flat in one.flats]
    flats = tuple(
        replace(flat, room=form.format(flat=flat.room), owner=chance.choice((*NAMES, "")),
                taking_part=chance.random() < 0.9)
        for flat in one.flats
    )  # fmt: skip
    return replace(one, flats=flats, papers=Papers(building="12幢", entrance="3单元")), plain


def movements(chance, project, plain, left):
    """Money of all kinds, each with the room that it is truly for, or none."""
    found = []
    for number in range(chance.randint(3, 14)):
        index, noise = chance.randrange(len(plain)), chance.random() < 0.4
        flat = project.flats[index]
        fen = max(1, chance.choice((left[flat.room], left[flat.room] // 2, 100_000, 12_345)))
        at = f"2026-03-{chance.randint(1, 28):02} 10:{number:02}:00"
        said = chance.choice(NOISE if noise else GOOD).format(
            flat=plain[index], owner=flat.owner, b=12, e=3, x=2, far=13, other=plain[index - 1],
            day=at[:10], yuan=f"{fen / 100:.2f}",
        )  # fmt: skip
        payer = flat.owner if not noise and chance.random() < 0.5 else "陌生人"
        out = chance.random() < 0.1
        serial = f"SERIAL{number:08}"
        found.append((Movement(at, -fen if out else fen, payer, said, serial), None if noise or out else flat.room))  # fmt: skip
    return [*found, (Movement("2026-03-28 12:00:00", -1, "银行", "手续费", "SERIAL99999999"), None)]


def recomputed(data):
    """Room → what 收缴 says was paid and is left, in fen."""
    plan = made_of(parsed(opened(data, ""))).plan
    said = (LeaseBook if isinstance(plan, LeasePlan) else Book)(data, plan).read()
    columns = [said.block(collected(plan), key) for key in ("room", "net", "left_fen")]
    lines = zip(*columns, strict=True)
    return {str(room): (round(net), round(left)) for room, net, left in lines if room != ""}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("seed", (1, 2, 3, 5, 8, 11))  # in each something is certain
def test_any_statement_in_any_book(seed, tmp_path):
    chance = random.Random(seed)
    project, plain = building(chance)
    path = tmp_path / "簿子.xlsx"
    path.write_bytes(make_book(project))
    before = recomputed(path.read_bytes())
    moves = movements(chance, project, plain, {room: left for room, (_, left) in before.items()})
    shape = chance.choice(list(SHAPES))
    bank = shape(tmp_path, [move for move, _ in moves])
    statement = read_statement(bank, ASKED_NOTHING, TableReport())
    found = collect(source_of(path, force=False), statement)
    truth = [room for _, room in moves]
    paid = dict.fromkeys(before, 0)
    for match, room in zip(found.matches, truth, strict=True):
        if match.kind is Kind.CERTAIN:
            assert match.room == room, match
            paid[room] += match.row.fen
    assert any(paid.values())
    sums = [found.sum(kind) for kind in Kind if kind is not Kind.OUT]
    assert sum(sums) == statement.credits == sum(move.fen for move, _ in moves if move.came_in)
    after = recomputed(found.carried.data)
    assert after == {room: (paid[room], left - paid[room]) for room, (_, left) in before.items()}

    new = tmp_path / "新.xlsx"
    new.write_bytes(found.carried.data)
    assert audit_file(new).verdict == "通过"
    again = collect(source_of(new, force=False), statement)
    assert not again.of(Kind.CERTAIN) and recomputed(again.carried.data) == after
