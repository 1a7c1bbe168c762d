"""Owners who join later, one after another: what each pays, and where all households then stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elevshare.errors import InputError
from elevshare.project.assess import assess, joined_share
from elevshare.project.model import Project
from elevshare.project.sharing import method_of, sharing_flats, weights_of
from elevshare.rules import late
from elevshare.rules.share import OptOut, carrying_size
from elevshare.rules.standing import Standing, weights


def first_standing(project: Project) -> Standing:
    """Return where the households stand before anybody joins later.

    Raises:
        InputError: ``assess`` refuses.
    """
    dues = assess(project).dues
    return Standing(dues, (0,) * len(dues), tuple(flat.taking_part for flat in project.flats))


def join(
    project: Project,
    joining: late.Joining,
    before: Standing,
    paid: Sequence[int],
    *,
    unrefunded: bool = False,
) -> tuple[late.Settlement, Standing]:
    """Return what one joiner pays and each other gets back, and where all stand after it.

    His original share is what he would owe of the same net amount if he and all who take part
    before him (``before``) had taken part from the start.

    Args:
        project: its flats, costs and way of sharing.
        joining: the joiner and what was agreed with him.
        before: where the households stand before he joins.
        paid: all that each household has paid so far, in fen, in the order of the flats.
        unrefunded: let him pay where there is nobody to refund.

    Raises:
        InputError: there is no such flat, or it takes part already.
        ValueError: a number is missing, or there is nobody to refund.
    """
    rooms = [flat.room for flat in project.flats]
    earlier = [room for room, takes in zip(rooms, before.taking, strict=True) if takes]
    original = joined_share(project, joining.room, earlier)
    shares = weights(joining, rooms, before, paid, _carried(project))
    if unrefunded and not any(shares):
        alone = late.settle(joining, original, [1])
        found = replace(alone, refunds=(0,) * len(rooms))
    else:
        found = late.settle(joining, original, shares)
    return found, before.after(rooms.index(joining.room), found)


def _carried(project: Project) -> list[int]:
    """Return the weight with which each household carries the gap; 0 unless storeys are chosen."""
    if project.method.opt_out is not OptOut.CHOSEN:
        return [0] * len(project.flats)
    known, method = weights_of(project), method_of(project)
    return [carrying_size(flat, known, method) for flat in sharing_flats(project)]


def unsettled(project: Project) -> tuple[str, ...]:
    """Return why those who join later cannot be settled, as Chinese text; nothing if they can."""
    if not project.flats or not project.costs or not any(one.room for one in project.joinings):
        return ()
    try:
        standing = first_standing(project)
        for joining in (one for one in project.joinings if one.room):
            nobody = (0,) * len(project.flats)
            _, standing = join(project, joining, standing, nobody, unrefunded=True)
    except InputError as error:
        return (str(error),)
    except ValueError:
        return ("后加入要用的数没有填齐",)
    return ()


def joined_parts(project: Project, paid: Sequence[int]) -> tuple[int, ...]:
    """Return what each household owes (below 0: gets) for all later joiners, in fen.

    Args:
        project: ``project.joinings`` has the joiners in the order in which they join.
        paid: all that each household has paid so far, in fen, in the order of the flats.

    Raises:
        InputError, ValueError: as ``join``.
    """
    joinings = [one for one in project.joinings if one.room]
    if not joinings:
        return (0,) * len(project.flats)
    start = standing = first_standing(project)
    for joining in joinings:
        _, standing = join(project, joining, standing, paid)
    return parts(start, standing)


def parts(start: Standing, now: Standing) -> tuple[int, ...]:
    """Return by how much what each household owes has changed, in fen.

    >>> parts(Standing((300, 0), (), ()), Standing((200, 100), (), ()))
    (-100, 100)
    """
    return tuple(after - before for before, after in zip(start.accounts, now.accounts, strict=True))
