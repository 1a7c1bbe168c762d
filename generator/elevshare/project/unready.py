"""Why a book is only a draft though all that it needs is filled in."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project.account import PROBLEMS, account_problem
from elevshare.project.join import unsettled
from elevshare.project.model import Project
from elevshare.rules.consent import Decision, decide, tally
from elevshare.schemes import stating

_BLANK = 1


def unready(project: Project) -> tuple[str, ...]:
    """What must be put right before anything is collected, as Chinese texts; nothing if all is well.

    What is merely lacking is told by ``papers.lacking``.
    """
    return (*_account(project), *_vote(project), *unsettled(project))


def _account(project: Project) -> Iterator[str]:
    """What is wrong with the account."""
    text = project.papers.account
    if (problem := account_problem(text)) > _BLANK:
        yield f"收款账号「{text}」{PROBLEMS[problem]}"


def _vote(project: Project) -> Iterator[str]:
    """What the vote lacks under the chosen rule."""
    rule = next((one for one in stating("consent") if one.name == project.voting.rule), None)
    if rule is None or rule.consent is None or not project.flats:
        return
    votes, given = tally(project.flats), project.voting
    if votes.slips:
        yield f"表决中 {'、'.join(votes.slips)} 填写矛盾：没有参与表决而同意，或同一人的几套填得不同"
    found = decide(
        rule.consent.rule,
        votes,
        exclusive_part=given.exclusive_part,
        no_objection=given.no_objection,
    )
    if not found.passed:
        yield f"表决没有达到所选规则“{rule.name}”：{_missing(found, voted=votes.taking_part.persons > 0)}"


def _missing(found: Decision, *, voted: bool) -> str:
    """What a decision lacks, as text."""
    if not voted:
        return "还没有一户登记参与表决"
    short = [f"{one.name}不够" for one in found.hurdles if not one.passed]
    return "、".join([*short, *(f"没有声明{one}" for one in found.undeclared)])
