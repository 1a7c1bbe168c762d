"""The inputs of the seal, the last section of 参数: ``elevshare seal`` writes them, no one else does."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from elevshare.workbook.field import Field

#: The title of the section without its number, and the label of the code.
SECTION, LABEL = "封签", "封签"
#: The defined names of the cell with the code, of the facts beside it and of the facts as they are now.
CODE_NAME, FACTS_NAME, NOW_NAME = "seal_code", "seal_facts", "seal_now"
#: What papers show before the code, and where the book was altered after it.
SHOWN, VOID = "封签 ", "封签已作废，封后有改动"
#: Key of a fact → what it is called.
FACTS: Mapping[str, str] = MappingProxyType({
    "sum": "金额", "payee": "收款户名", "bank": "开户银行", "account": "收款账号",
    "due_date": "截止日期", "contact": "咨询与异议联系",
})  # fmt: skip
_BY_HAND = "由封签命令填写，不要手填；改过簿子就要重新封"
#: The inputs: the code, and every fact as it was sealed.
FIELDS = (
    Field("seal", LABEL, "text", _BY_HAND),
    *(
        Field(f"sealed_{key}", f"封签时的{name}", "text", "由封签命令填写")
        for key, name in FACTS.items()
    ),
)
