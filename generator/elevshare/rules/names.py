"""Names as they may hang in public: the surname stays, the given name is hidden."""

from __future__ import annotations

#: The usual surnames of two characters.
DOUBLE_SURNAMES = tuple(
    "欧阳 上官 司马 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 东方 独孤 南宫 轩辕 端木 百里 呼延 "
    "闻人 澹台 濮阳 淳于 申屠 钟离 鲜于 司空 赫连 万俟 拓跋 西门".split()
)
#: A name with one of these is that of a company or an office, which is no person and is not hidden.
UNIT_WORDS = tuple("公司 有限 中心 集团 委员会 委会 学校 大学 中学 小学 医院 银行 街道".split())
#: What such a name may end with; a shorter name with it is that of a person.
UNIT_ENDS, LONGEST_PERSON = tuple("所处站队院社部厂店行局校馆会室园"), 4
#: What separates the parts of a name of another language: only the first stays.
DOT = "·"


def masked(name: str) -> str:
    """A name as it may hang in public.

    >>> [masked(name) for name in ("张三丰", "王五", "欧阳锋", "阿迪力·买买提", "")]
    ['张**', '王*', '欧阳**', '阿迪力**', '']
    >>> [masked(name) for name in ("南京梅苑物业有限公司", "房产管理所", "第九中学", "王建行")]
    ['南京梅苑物业有限公司', '房产管理所', '第九中学', '王**']
    """
    if not name or is_unit(name):
        return name
    double = len(name) > 2 and name[:2] in DOUBLE_SURNAMES
    shown = name.split(DOT)[0] if DOT in name else name[: 1 + double]
    return shown + ("*" if len(name) == 2 else "**")


def is_unit(name: str) -> bool:
    """Whether a name is that of a company or an office."""
    ends = len(name) > LONGEST_PERSON and name[-1] in UNIT_ENDS
    return ends or any(word in name for word in UNIT_WORDS)
