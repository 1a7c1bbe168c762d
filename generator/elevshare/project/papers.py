"""What a project still lacks before anything may be collected."""

from __future__ import annotations

from elevshare.project.model import Project

#: Attribute of ``Papers`` → what it is called, in the order in which users are asked for it.
_NEEDED = {
    "payee": "收款户名",
    "bank": "开户银行",
    "account": "收款账号",
    "due_date": "截止日期",
    "estate": "小区",
    "building": "楼栋",
}


def lacking(project: Project) -> list[str]:
    """The Chinese names of what every bill has to tell and the project does not state.

    >>> from elevshare.rules.share import Method
    >>> from elevshare.schemes import find
    >>> lacking(Project(find("nanjing"), Method()))
    ['收款户名', '开户银行', '收款账号', '截止日期', '小区', '楼栋']
    """
    found = [name for key, name in _NEEDED.items() if not getattr(project.papers, key).strip()]
    running = project.upkeep.items and not project.upkeep.due_date
    return [*found, *(["运维缴款截止日期"] if running else [])]
