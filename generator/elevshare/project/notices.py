"""What a user should know of the rules that a project takes, besides the checks."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project.model import Project, SubsidyMode
from elevshare.project.topics import Topic
from elevshare.schemes.days import RUN_OUT

#: Part of a scheme that only counts in books with this subject.
_TOPICS = {
    "补偿": Topic.COMPENSATION,
    "运维": Topic.UPKEEP,
    "公积金": Topic.FUND,
    "表决": Topic.CONSENT,
}


def notices(project: Project, day: str = "") -> list[str]:
    """Return a sentence for each rule in use that does not hold on the project's day.

    Likewise for what no input tells: the day on which the building was completed.
    ``day`` (yyyy-mm-dd) counts where the project has none; nothing is said of times without any.
    """
    found = [text for part, text in times(project, project.day or day) if _used(project, part)]
    rule = project.scheme.subsidy
    if rule and rule.law.built_by and _used(project, "补贴"):
        found.append(f"补贴的规定限 {rule.law.built_by} 以前建成的楼，请自行核对")
    return found


def times(project: Project, day: str) -> Iterator[tuple[str, str]]:
    """Return Chinese name of the part and a sentence, for each rule that does not hold on a day."""
    for part, law in project.scheme.dated_parts if day else ():
        if standing := law.standing(day):
            advice = "；请核实现行的规定" if standing == RUN_OUT else ""
            yield part, f"{part}的规定（{law.period}）在 {day} {standing}{advice}"


def _used(project: Project, part: str) -> bool:
    """Return whether the amounts or papers of a project's book rest on a part of its scheme."""
    if part == "补贴":
        return project.subsidy.mode is SubsidyMode.RULE
    return part not in _TOPICS or project.has(_TOPICS[part])
