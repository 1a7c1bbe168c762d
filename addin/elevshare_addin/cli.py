"""The command ``elevshare-addin``: build, install, doctor, remove. Messages are in Chinese."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from elevshare.console import prepare
from elevshare.errors import InputError
from elevshare.files import check_target, refused, write_whole

_ABOUT = {
    "build": "做出加载项文件，在任何电脑上都能运行",
    "install": "装到这台电脑的 Excel 里，然后检查一遍",
    "doctor": "检查加载项为什么不能用，并说明怎么办",
    "remove": "卸载，恢复原来的样子",
}


class _AddinParser(argparse.ArgumentParser):
    """argparse that refuses in Chinese."""

    def error(self, message: str) -> NoReturn:
        """Whatever argparse has against a call."""
        raise InputError(f"{self.prog} 后面写得不对", todo="用法请看 elevshare-addin --help")


def run(arguments: Sequence[str] | None = None) -> None:
    """Entry point of the command; exits with its status."""
    prepare()
    sys.exit(main(sys.argv[1:] if arguments is None else arguments))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status: 0 done, 1 found something wrong, 2 bad input."""
    try:
        if not arguments or arguments[0] in ("-h", "--help"):
            print(_usage())
            return 0 if arguments else 2
        name, *rest = arguments
        if name not in _COMMANDS:
            raise InputError(f"没有「{name}」这个命令", todo=f"可用的命令：{'、'.join(_COMMANDS)}")
        return _COMMANDS[name](rest)
    except InputError as error:
        print(f"错误：{error}", file=sys.stderr)
    except OSError as error:
        print(f"错误：{refused(Path(error.filename or '文件'), error)}", file=sys.stderr)
    return 2


def _usage() -> str:
    """All commands, a line each."""
    lines = [f"  {name:<9}{text}" for name, text in _ABOUT.items()]
    first = ["加梯分摊的 Excel 加载项", "", "用法：elevshare-addin 命令", ""]
    return "\n".join([*first, *lines, "", "例：elevshare-addin build -o elevshare.xlam [--force]"])


def _build(arguments: Sequence[str]) -> int:
    """Write the add-in file."""
    parser = _AddinParser("elevshare-addin build", add_help=False, allow_abbrev=False)
    parser.add_argument("-o", dest="file", type=Path)
    parser.add_argument("--force", action="store_true")
    given = parser.parse_args(arguments)
    if given.file is None:
        raise InputError("没有说写到哪里", todo="请加 -o elevshare.xlam")
    check_target(given.file, force=given.force, suffix=".xlam")
    from elevshare_addin.packing.package import build

    write_whole(given.file, build())
    print(f"已写入：{given.file}")
    return 0


def _install(arguments: Sequence[str]) -> int:
    """Install, then look whether it will work."""
    _AddinParser("elevshare-addin install", add_help=False).parse_args(arguments)
    from elevshare_addin.windows.install import install
    from elevshare_addin.windows.places import here

    print("\n".join(install(here())))
    print("请关闭并重新打开 Excel；在单元格里输入 =RMBUPPER(1) 试一试。")
    return _doctor([])


def _doctor(arguments: Sequence[str]) -> int:
    """Say everything that is wrong."""
    _AddinParser("elevshare-addin doctor", add_help=False).parse_args(arguments)
    from elevshare_addin.windows.doctor import examine
    from elevshare_addin.windows.places import here

    findings = examine(here())
    print("\n".join(map(str, findings)) or "没有发现问题。")
    return 1 if any(finding.fatal for finding in findings) else 0


def _remove(arguments: Sequence[str]) -> int:
    """Undo the install."""
    _AddinParser("elevshare-addin remove", add_help=False).parse_args(arguments)
    from elevshare_addin.windows.install import remove
    from elevshare_addin.windows.places import here

    print("\n".join(remove(here())))
    return 0


_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "build": _build,
    "install": _install,
    "doctor": _doctor,
    "remove": _remove,
}


if __name__ == "__main__":
    run()
