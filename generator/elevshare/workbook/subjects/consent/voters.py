"""The households on 表决: what each did at the vote, and which of them make one person."""

from __future__ import annotations

from elevshare.workbook.field import YES
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of

_SHOWN = ("n", "room", "owner", "area", "person", "vote", "agree", "head", "votes", "agrees",
          "hint")  # fmt: skip
_WORK = (
    "counts", "area_no", "vote_no", "agree_no", "who", "first", "mates", "mates_vote",
    "mates_agree", "vote_area", "agree_area", "vote_head", "agree_head", "slip",
)  # fmt: skip

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "area": ("建筑面积（㎡）", "area"),
    "person": ("同一人", "any"),
    "vote": ("参与表决", "any"),
    "agree": ("同意", "any"),
    "head": ("计为几人", "whole"),
    "votes": ("参与人数", "whole"),
    "agrees": ("同意人数", "whole"),
    "hint": ("提示", "any"),
    "counts": ("计入（1/0）", "whole"),
    "area_no": ("面积（0.01㎡）", "whole"),
    "vote_no": ("参与（1/0）", "whole"),
    "agree_no": ("同意（1/0）", "whole"),
    "who": ("同一人（读作）", "any"),
    "first": ("此人第一户", "whole"),
    "mates": ("此人户数", "whole"),
    "mates_vote": ("此人参与户数", "whole"),
    "mates_agree": ("此人同意户数", "whole"),
    "vote_area": ("参与面积", "whole"),
    "agree_area": ("同意面积", "whole"),
    "vote_head": ("参与人数", "whole"),
    "agree_head": ("同意人数", "whole"),
    "slip": ("填写情况", "whole"),
}
#: What 提示 says by its number, from 0 on.
SLIPS = ("", "← 同意须先填参与表决", "← 同一人各户填得不同")

#: Above them stand the result, the four tests and the two declarations.
_FIRST = 19


def voters(plan: Plan) -> Block:
    """The households on 表决."""
    return Block("表决", _FIRST, plan.flats, (*_SHOWN, "gap", *_WORK))


def voter_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row; a row that does not count is 0 throughout."""
    block, shares, typed = voters(plan), plan.shares, plan.households
    index = row - block.first
    at = block.on(row)
    vote, agree, person = (typed.at(key, index) for key in ("vote", "agree", "person"))
    return {
        "n": index + 1,
        **_shown(plan, row),
        "counts": f"={shares.at('valid', index)}",
        "area_no": f"={shares.at('area_no', index)}*{at('counts')}",
        "vote_no": f'=IF({vote}="{YES}",{at("counts")},0)',
        "agree_no": f'=IF({agree}="{YES}",{at("vote_no")},0)',
        "who": f'=IF({at("counts")}=1,{person}&"","")',
        **_person(block, row),
        "vote_area": f"={at('area_no')}*{at('vote_no')}",
        "agree_area": f"={at('area_no')}*{at('agree_no')}",
        "vote_head": f"=IF({at('mates_vote')}>0,{at('first')},0)",
        "agree_head": f"=IF({at('mates_agree')}>0,{at('first')},0)",
        "slip": f'=IF(AND({agree}="{YES}",{at("vote_no")}=0),{at("counts")},'
        f"IF({_unlike(block, row)},2*{at('counts')},0))",
    }


def _person(block: Block, row: int) -> dict[str, str]:
    """The flats of one person: the same word in 同一人; a blank is a person of its own."""
    at = block.on(row)
    same = f"({block.area('who')}={at('who')})"

    def of_person(alone: str, of: str) -> str:
        return f'=IF({at("who")}="",{alone},SUMPRODUCT({same}*{of}))'

    earlier = f"SUMPRODUCT({same}*({block.area('n')}<{at('n')}))"
    return {
        "first": f'=IF({at("who")}="",{at("counts")},IF({earlier}=0,1,0))',
        "mates": of_person(at("counts"), "1"),
        "mates_vote": of_person(at("vote_no"), block.area("vote_no")),
        "mates_agree": of_person(at("agree_no"), block.area("agree_no")),
    }


def _unlike(block: Block, row: int) -> str:
    """Whether some of a person's flats are marked, and others are not."""
    at = block.on(row)
    mixed = (f"{at(key)}*({at('mates')}-{at(key)})>0" for key in ("mates_vote", "mates_agree"))
    return f"OR({','.join(mixed)})"


def _shown(plan: Plan, row: int) -> dict[str, str]:
    """What neighbours read."""
    block, typed = voters(plan), plan.households
    index = row - block.first
    at = block.on(row)

    def shown(formula: str) -> str:
        return f'=IF({at("counts")}=1,{formula},"")'

    return {
        "room": shown(plan.shares.at("room", index)),
        "owner": shown(plan.shares.at("owner", index)),
        "area": shown(f"{at('area_no')}/100"),
        "person": shown(at("who")),
        "vote": shown(f'{typed.at("vote", index)}&""'),
        "agree": shown(f'{typed.at("agree", index)}&""'),
        "head": shown(at("first")),
        "votes": shown(at("vote_head")),
        "agrees": shown(at("agree_head")),
        "hint": word_of(at("slip"), SLIPS),
    }
