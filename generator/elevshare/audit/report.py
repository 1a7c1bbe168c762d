"""Write an audit as lines for people and as a record for programs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from elevshare.audit.audited import Audit
from elevshare.audit.finding import KINDS, Finding, Level
from elevshare.errors import InputError
from elevshare.returned.version import Age
from elevshare.schemes import find
from elevshare.sealing import Seal

#: Findings of one kind on one sheet that are printed; the record has all.
_MOST = 6
#: Lines for one level that are printed.
_LINES = 40
_HEADS = {Level.DISTRUST: "不可信的：", Level.CHANGED: "改动过的：", Level.NOTE: "提示："}
_AGES = {
    Age.SAME: "",
    Age.OLDER: "，较早的版本",
    Age.NEWER: "，比本机的新",
    Age.UNKNOWN: "（看不懂）",
}
#: What a seal in the book says, by ``Seal.state``.
_STATES = {
    "none": "按簿子现在的内容算的，簿子没有封",
    "intact": "与簿子里写的相符",
    "void": "簿子里写的封签已作废",
}
#: What a code from a paper says.
AGREES, DIFFERS = "单据上的封签相符，单据和簿子是一份", "单据上的封签不符，单据和簿子不是一份"
#: What is certain of a book of an older version, which has no original to compare with.
_HELD = "金额与规则算出的一致，表格和单据前后一致；没有与生成时逐格对照。"
#: What to do with a book that was not judged.
_NOT_JUDGED = "请用新版的软件核对；本机的版本不知道它应是什么样。"
_ADVICE = {
    Level.DISTRUST: "不要照这本簿子收款；请找交簿子的人核对以上各处，或用原来的簿子重填输入。",
    Level.CHANGED: "请核对以上各处是谁改的、为什么改；金额已重新算过。",
    Level.NOTE: "公式、金额都与生成时的一致。",
}


def text(audit: Audit) -> str:
    """The audit as lines for people, the gravest first."""
    lines = [f"{audit.name}：{audit.verdict}{_about(audit)}", *_sealed(audit.seal)]
    for level in sorted(Level, reverse=True):
        found = [one for one in audit.findings if one.level is level]
        if found:
            lines += [_HEADS[level], *_bounded([*lines_of(found)])]
    lines.append(_advice(audit))
    return "\n".join(lines)


def _sealed(seal: Seal) -> Iterator[str]:
    """Return the line with the code of the book, and what its own seal says to that."""
    if seal.code:
        yield f"封签 {seal.code}（{_STATES[seal.state]}）"


def _bounded(lines: list[str]) -> list[str]:
    """The first lines, and how many more there are: nobody reads hundreds."""
    more = len(lines) - _LINES
    return lines if more <= 0 else [*lines[:_LINES], f"  另有 {more} 行没有印出；加 --json 看全部"]


def _advice(audit: Audit) -> str:
    """Return what to do with the book, or what the audit guarantees."""
    if audit.age is Age.NEWER:
        return _NOT_JUDGED
    return _HELD if (audit.age, audit.level) == (Age.OLDER, Level.NOTE) else _ADVICE[audit.level]


def _about(audit: Audit) -> str:
    """Return scheme, version and draft mark in brackets."""
    facts = _facts(audit)
    return f"（{facts}）" if facts else ""


def _facts(audit: Audit) -> str:
    """Return scheme, version and draft mark."""
    facts = [f"方案 {_called(audit.scheme)}"] if audit.scheme else []
    facts += [f"版本 {audit.version}{_AGES[audit.age]}"] if audit.version else []
    facts += ["草案"] if audit.failed else []
    return "，".join(facts)


def _called(scheme: str) -> str:
    """Return the name of a scheme; its id if it is not known."""
    try:
        return find(scheme).name
    except InputError:
        return scheme


def lines_of(findings: list[Finding]) -> Iterator[str]:
    """Return a line for each finding; at most ``_MOST`` of a kind on a sheet."""
    groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        groups[one.kind, one.sheet].append(one)
    for (kind, _), every in groups.items():
        yield from (f"  {one.place}：{one.text}" for one in every[:_MOST])
        if len(every) > _MOST:
            yield f"  {every[0].place.split('」')[0]}」另有 {len(every) - _MOST} 处：{KINDS[kind][1]}"


def _verdict(audit: Audit) -> str:
    """Return the verdict as programs read it."""
    if audit.age is Age.NEWER:
        return "unjudged"
    return audit.level.name.lower() if audit.level else "pass"


def record(audit: Audit) -> dict[str, object]:
    """Return the audit for ``--json``; its keys never change."""
    return {
        "file": audit.name,
        "verdict": _verdict(audit),
        "verdict_text": audit.verdict,
        "scheme": audit.scheme,
        "version": audit.version,
        "version_known": audit.age is Age.SAME,
        "failed_checks": audit.failed,
        "seal": {
            "code": audit.seal.code,
            "written": audit.seal.written,
            "state": audit.seal.state,
        },
        "findings": [
            {
                "kind": one.kind,
                "level": one.level.name.lower(),
                "sheet": one.sheet,
                "area": one.area,
                "count": one.count,
                "was": one.was,
                "now": one.now,
                "text": one.text,
            }
            for one in audit.findings
        ],
        "about": _facts(audit),
        "advice": _advice(audit),
        "rooms": [
            {
                "room": one.room,
                "amount": one.key,
                "rules_fen": one.by_rules,
                "book_fen": one.in_book,
            }
            for one in audit.rooms
        ],
    }
