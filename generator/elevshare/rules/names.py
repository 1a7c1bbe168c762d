"""Names as they may hang in public: the surname stays, the given name is hidden."""

from __future__ import annotations

#: The usual surnames of two characters.
DOUBLE_SURNAMES = tuple(
    "欧阳 上官 司马 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 东方 独孤 南宫 轩辕 端木 百里 呼延 "
    "闻人 澹台 濮阳 淳于 申屠 钟离 鲜于 司空 赫连 万俟 拓跋 西门".split()
)
#: A name with one of these is that of a company or an office, which is no person and is not hidden.
UNIT_WORDS = tuple("公司 有限 中心 集团 委员会 居委会 学校 大学 医院 银行 厂 局".split())
#: What separates the parts of a name of another language: only the first stays.
DOT = "·"


def masked(name: str) -> str:
    """A name as it may hang in public.

    >>> [masked(name) for name in ("张三丰", "王五", "欧阳锋", "阿迪力·买买提", "")]
    ['张**', '王*', '欧阳**', '阿迪力**', '']
    >>> masked("南京梅苑物业有限公司")
    '南京梅苑物业有限公司'
    """
    if not name or any(word in name for word in UNIT_WORDS):
        return name
    double = len(name) > 2 and name[:2] in DOUBLE_SURNAMES
    shown = name.split(DOT)[0] if DOT in name else name[: 1 + double]
    return shown + ("*" if len(name) == 2 else "**")
