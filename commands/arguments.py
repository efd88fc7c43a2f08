"""What may be asked for on the command line: the usage for people, and the parser of the arguments."""

import argparse
from pathlib import Path
from typing import Final, NoReturn

from export.products import FORMATS
from model.errors import AssistantError

COMMANDS: Final = ("new", "import", "show", "check", "export", "merge")

USAGE: Final = """\
用法：
  main.py [文件]                                打开窗口
  main.py new 文件 --office 单位 --year 年度    新建年度报告
  main.py import 来源 --into 文件 [--office 单位] [--year 年度]
                                                读入已有的年度报告（txt、html、docx、xlsx、pdf，- 为标准输入）
  main.py show 文件 [--year 年度] [--json]      显示报告内容
  main.py check 文件 [--year 年度] [--json]     核对报告
  main.py check 文件 [--year 年度] --code 校验码 核对打印件与文件是否一致
  main.py export 文件 --to 文件夹 [--year 年度] [--formats pdf,docx,xlsx,html] [--code]
                                                导出（另有 signoff 审签单、charts 图表等；PDF 可加
                                                --code 印校验码、--installed-faces 用本机字体）
  main.py merge 下级文件… --into 文件 --year 年度 [--office 单位]
                                                汇总各单位的报告（本级机关自己的报告也作为一份下级文件）
  main.py sample [--to 文件夹]                  打开示例"""


class Refused(AssistantError):
    """The command cannot be done with these arguments."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Refuse the arguments in Chinese; argparse itself speaks English."""
        raise Refused(f"命令的参数不对。\n{USAGE}") from argparse.ArgumentTypeError(message)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands. It raises Refused."""
    whole = _Parser(add_help=False, allow_abbrev=False)
    commands = whole.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        command = commands.add_parser(name, add_help=False, allow_abbrev=False)
        command.add_argument("--year", type=int, required=name in ("new", "merge"))
        if name in ("import", "merge"):
            command.add_argument("--into", dest="file", type=Path, required=True)
            command.add_argument("--office", default="")
        if name == "import":
            command.add_argument("source", type=Path)
        elif name == "merge":
            command.add_argument("children", type=Path, nargs="+")
        else:
            command.add_argument("file", type=Path)
        if name == "new":
            command.add_argument("--office", required=True)
        if name in ("show", "check"):
            command.add_argument("--json", action="store_true")
        if name == "check":
            command.add_argument("--code", default="")
        if name == "export":
            command.add_argument("--to", type=Path, required=True)
            command.add_argument("--formats", default=",".join(FORMATS))
            command.add_argument("--code", action="store_true")
            command.add_argument("--installed-faces", action="store_true")
    return whole
