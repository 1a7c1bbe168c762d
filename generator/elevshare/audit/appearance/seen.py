"""Whether what a cell holds is seen as the program wrote it."""

from __future__ import annotations

from elevshare.audit.appearance.colours import BLACK, WHITE, contrast, near
from elevshare.audit.appearance.look_parts import OF_SIGNS
from elevshare.audit.appearance.looks import Look
from elevshare.audit.appearance.numbers import shows_the_same, shows_truly

#: The look of a cell of which nobody knows how it was made.
UNKNOWN = Look()
#: Below this contrast a text is hard to see; below this size (points) and this part of the original's;
#: above this part it does not fit its cell.
_FAINT, _SMALL, _SHRUNK, _GROWN = 2.5, 8, 0.75, 1.6
#: Sizes differ by rounding when programs save.
_ROUNDED = 0.75
#: Fonts that programs put in the place of ours, which are not on every computer.
_TEXT_FONTS = (
    "宋体", "新宋体", "黑体", "楷体", "仿宋", "微软雅黑", "等线", "simsun", "nsimsun", "simhei", "kaiti",
    "fangsong", "microsoft yahei", "dengxian", "noto s", "source han", "wenquanyi", "pingfang",
    "songti", "heiti", "arial", "calibri", "cambria", "times", "verdana", "tahoma", "liberation",
    "dejavu", "sans", "serif", "helvetica", "aptos", "carlito", "方正", "华文", "思源",
)  # fmt: skip
#: Patterns that are one colour, or none.
_PLAIN = {"none", "", "solid"}
#: Alignments that put a text where its kind lies anyway.
_NATURAL = ("general", "left", "right", "")


def hides(was: Look, now: Look, value: object, typed: bool = False) -> str:
    """Return in words what makes a cell's content unseen or seen wrongly; empty where nothing does.

    Args:
        was, now: how the program wrote the cell, and how it is now.
        value: what the cell holds.
        typed: it is an input, whose format may come from where the number was copied.
    """
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    codes = was.code or "", now.code or ""
    alone = typed or was == UNKNOWN
    if not (shows_truly(codes[1], number) if alone else shows_the_same(*codes, number)):
        return f"显示格式被改成 {now.code}，看到的不是格子里的数"
    if _faint(now) and not _faint(was):
        return "字的颜色和底色差不多，看不见"
    if (now.size or 11) < min(_SMALL, _SHRUNK * (was.size or 11)):
        return f"字缩小到 {now.size or 11:g} 磅"
    if was != UNKNOWN and (now.size or 11) > _GROWN * (was.size or 11):
        return f"字放大到 {now.size or 11:g} 磅，格子里放不下"
    if now.signs or OF_SIGNS.search(now.font or ""):
        return f"字体 {now.font} 把字显示成别的样子"
    if now.struck and not was.struck:
        return "字上加了删除线"
    if (now.raised or "baseline") not in ("baseline", was.raised):
        return "字被改成上标或下标"
    if _crossed(now) and not _crossed(was):
        return "格子上画了斜线，把字划掉"
    return ""


def lies_badly(was: Look, now: Look) -> str:
    """Return in words how the way that a text lies in its cell hides it; empty where it does not."""
    if now.rotated != was.rotated:
        return "字被转了方向"
    if now.across in ("fill", "distributed", "justify") and now.across != was.across:
        return "改成了重复填满的对齐，6 会显示成 666666" if now.across == "fill" else "字被拉开"
    if now.indent > was.indent + (1 if was != UNKNOWN else 4):
        return f"缩进 {now.indent} 格，字会被推出格子"
    if now.direction == 2 and was.direction != 2:
        return "改成了从右到左"
    return ""


def differs(was: Look, now: Look) -> str:
    """Return in words how a look differs without hiding anything; empty where it does not."""
    if (now.font or was.font) != was.font and not _text_font(now.font or ""):
        return f"字体改成 {now.font}"
    if abs((now.size or 11) - (was.size or 11)) > _ROUNDED:
        return f"字号改成 {now.size or 11:g}"
    if bool(now.bold) != bool(was.bold) or bool(now.italic) != bool(was.italic):
        return "改了粗体或斜体"
    if (now.underline or "none") != (was.underline or "none"):
        return "改了下划线"
    if not near(now.ink, was.ink, BLACK):
        return "改了字的颜色"
    if _filled_otherwise(was, now):
        return "改了底色"
    if now.drawn and not was.drawn:
        return "字被改成空心或带阴影"
    if now.shrinks and not was.shrinks:
        return "改成了缩小字体填充，字会变小"
    if was.wraps and not now.wraps:
        return "取消了自动换行，长的字会被截掉"
    if now.across != was.across and not {now.across, was.across} <= set(_NATURAL):
        return "改了对齐"
    return ""


def empty_differs(was: Look, now: Look) -> str:
    """Return in words how an empty cell differs; empty where it does not, but for its lines."""
    if _crossed(now) and not _crossed(was):
        return "空格子上画了斜线"
    if _filled_otherwise(was, now):
        return "改了空格子的底色"
    return ""


def _filled_otherwise(was: Look, now: Look) -> bool:
    """Return whether another colour or pattern is behind the text."""
    patterned = now.pattern != was.pattern and not {now.pattern, was.pattern} <= _PLAIN
    return patterned or not near(_ground(now), _ground(was), WHITE)


def _crossed(look: Look) -> bool:
    """Return whether a line is drawn across the cell."""
    return any(where in ("rising", "falling") for where, _, _ in look.lines)


def _text_font(name: str) -> bool:
    """Return whether a font shows texts as they are, as far as its name tells."""
    return any(word in name.casefold() for word in _TEXT_FONTS)


def _faint(look: Look) -> bool:
    """Return whether texts can hardly be seen."""
    if look.pattern in ("none", "", "solid"):
        return contrast(look.ink or BLACK, _ground(look) or WHITE) < _FAINT
    return look.pattern not in ("gray0625", "gray125", "lightGray")


def _ground(look: Look) -> tuple[int, int, int] | None:
    """The colour behind a text; a solid pattern whose colour is the system's is as dark as its ink."""
    if look.pattern == "solid":
        return look.ground or BLACK
    return look.ground if look.pattern not in ("none", "") else None
