"""``elevshare page``: the page that does everything in a browser, without Python and without a network."""

from __future__ import annotations

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

PAGE = "加梯分摊.html"
_ELEVSHARE = Path(__file__).parents[1]
#: Where a wheel of a release has the page, and where a checkout of the project has what builds it.
PACKED = _ELEVSHARE / "page" / PAGE
BUILDER = _ELEVSHARE.parent / "page" / "build.py"
#: The builder's exit status where Node.js is not there or too old.
_NO_NODE = 3
_ELSEWHERE = f"请从发布这个程序的地方下载 {PAGE}，双击就能用"


def options(parser: ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument(
        "-o", "--output", metavar="文件", help="写成哪个文件（不写则是当前文件夹里的“加梯分摊”）"
    )
    parser.add_argument("--open", action="store_true", help="用浏览器打开；没有写 -o 的不另存")
    parser.add_argument("--force", action="store_true", help="文件已存在时覆盖")


def run(options: Namespace) -> int:
    """Write the page, or show it."""
    from elevshare.files import check_target, write_whole

    if options.open and options.output is None:
        return _show(_kept())
    output = Path(PAGE if options.output is None else options.output)
    check_target(output, force=options.force, suffix=".html")
    write_whole(output, _kept().read_bytes())
    print(f"已写出 {output}，双击就能用；可以用 U 盘、微信、邮件给别人")
    return _show(output) if options.open else 0


def _kept() -> Path:
    """A file with the page that stays where it is, so that a browser can show it.

    Raises:
        InputError: it is not there, and cannot be built.
    """
    from elevshare.errors import InputError

    if PACKED.is_file():
        return PACKED
    if not BUILDER.is_file():
        raise InputError("安装的这一份里没有网页", todo=_ELSEWHERE)
    target = BUILDER.parent / "build" / PAGE
    print("正在做网页，要一两分钟……", file=sys.stderr)
    done = subprocess.run([sys.executable, BUILDER, "-o", target], capture_output=True, check=False)
    if done.returncode == _NO_NODE:
        raise InputError("做网页要用 Node.js 20 或更新的版本（连同 npm），这里没有",
                         todo=f"请装好 Node.js 再运行一次；或者{_ELSEWHERE}")  # fmt: skip
    if done.returncode:
        raise InputError(f"网页没有做成{_said(done.stderr)}", todo=_ELSEWHERE)
    return target


def _said(stderr: bytes) -> str:
    """The last that a program said of what went wrong."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return f"（{lines[-1].strip()}）" if lines else ""


def _show(path: Path) -> int:
    """Open a file in the browser; 1 where there is none."""
    import webbrowser

    if webbrowser.open(path.resolve().as_uri()):
        print(f"已用浏览器打开 {path}")
        return 0
    print(f"没有找到浏览器。请自己用浏览器打开 {path.resolve()}", file=sys.stderr)
    return 1
