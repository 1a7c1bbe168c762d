"""The command line. Every message is in Chinese; heavy imports wait for the command."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from elevshare import __version__
from elevshare.console import prepare
from elevshare.errors import InputError
from elevshare.text import shown

#: Command → what it does. The modules are imported only when asked for.
COMMANDS = {
    "schemes": "列出全部方案",
    "roster": "看看名册读成了什么：哪一栏当作什么，哪些行没有列入",
    "make": "生成一本分摊簿；不给住户则生成空白模板",
    "compare": "一栋楼按几个方案并排比较，生成一本比较簿",
    "shares": "只算出各户金额，不生成簿子",
    "page": "写出“加梯分摊”网页：一个文件，双击打开，不装软件、不联网就能用",
    "templates": "写出全部现成模板",
    "batch": "一批楼：照清单每栋楼生成一本",
    "check": "核对收回来的簿子：改过哪里，金额是否可信",
    "seal": "封签：给填好的簿子算一个短码，印在公示和每张账单上，之后改没改一查就知道",
    "bills": "把填好的簿子里的账单打印成 PDF，每户一个文件",
    "collect": "把收回来的许多簿子合成一本汇总簿",
    "collect-payments": "把银行流水里的收款对到各户，记进一本新簿子的台账",
}

#: How many characters of a wrong call are repeated.
_SAID = 200
#: What argparse says in English, and how we say it.
_SAYINGS = (
    (r"the following arguments are required: (.*)", r"缺少：\1"),
    (r"unrecognized arguments: (.*)", r"不认识的选项或多余的内容：\1"),
    (r"argument (\S+): expected one argument", r"选项 \1 后面要有一个值"),
    (r"argument (\S+): ignored explicit argument (.*)", r"选项 \1 后面不要值：\2"),
)


class _Formatter(argparse.HelpFormatter):
    """Help with a Chinese 用法, of a fixed width: asking the terminal takes a long import."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=78)

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """Put the usage under a Chinese word."""
        super().add_usage(usage, actions, groups, "用法：")


class _Parser(argparse.ArgumentParser):
    """argparse in Chinese, with errors as ``InputError``."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what argparse found wrong."""
        for english, chinese in _SAYINGS:
            if match := re.fullmatch(english, message, re.DOTALL):
                message = match.expand(chinese)
                break
        raise InputError(shown(message, _SAID), todo=f"用法请看 {self.prog} --help")


def run(arguments: Sequence[str] | None = None) -> None:
    """Entry point of the command ``elevshare``; exits with its status."""
    prepare()
    gc.set_threshold(100_000)  # a short process: looking for garbage often is a tenth of its time
    sys.exit(main(sys.argv[1:] if arguments is None else arguments))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status: 0 done, 1 found something wrong, 2 bad input."""
    try:
        status = _dispatch(list(arguments))
        if sys.stdout:
            sys.stdout.flush()  # a reader that has gone is found out here, not at exit
        return status
    except InputError as error:
        print(f"错误：{error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader has gone; what is left must not fail once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("已中止。", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"错误：{_of_system(error)}", file=sys.stderr)
        return 2


def _of_system(error: OSError) -> InputError:
    """What the system has against a file that a user named, or against showing the result."""
    if error.filename is None:
        return InputError("结果显示不出来", todo="请检查输出的去处")
    return InputError(
        "这个文件名用不了，可能太长", where=str(error.filename), todo="请检查文件名和所在文件夹"
    )


def _dispatch(arguments: list[str]) -> int:
    """Import the module of the command and run it."""
    listed = f"可用的命令：{'、'.join(COMMANDS)}"
    if not arguments:
        raise InputError("没有给出命令", todo=f"{listed}；用法请看 elevshare --help")
    name = arguments[0]
    if name in ("-h", "--help"):
        print(_overview())
        return 0
    if name == "--version":
        print(f"elevshare {__version__}")
        return 0
    if name not in COMMANDS:
        raise InputError(f"没有「{name}」这个命令", todo=listed)
    module = import_module(f"elevshare.commands.{name.replace('-', '_')}")
    parser = _Parser(f"elevshare {name}", COMMANDS[name])
    module.options(parser)
    status: int = module.run(parser.parse_args(arguments[1:]))
    return status


def _overview() -> str:
    """All commands, a line each."""
    lines = [f"  {name:<18}{text}" for name, text in COMMANDS.items()]
    return "\n".join(
        ["加梯分摊：老旧住宅加装电梯费用分摊", "", "用法：elevshare 命令 …", "", *lines, "",
         "每个命令的用法：elevshare 命令 --help", "例：elevshare make 南京 --storeys 7 "
         "--areas 80,100 --cost 600000 -o 南京.xlsx"]
    )  # fmt: skip


if __name__ == "__main__":
    run()
