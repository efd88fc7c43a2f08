"""What may be asked for on the command line: the usage for people, and the parser of the arguments."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from export.products import PRODUCTS
from model.errors import AssistantError
from model.pattern import Pattern

_FORMATS: Final = ",".join(product.name for product in PRODUCTS if product.usual)
_ON_REQUEST: Final = "、".join(f"{product.name} {product.title}" for product in PRODUCTS if not product.usual)
_USAGES: Final = {
    "": (("[文件]", "打开窗口"),),
    "new": (("文件 --office 单位 --year 年度", "新建年度报告"),),
    "import": (
        (
            "来源 --into 文件 [--office 单位] [--year 年度] [--convert]",
            "读入已有的年度报告（docx、xlsx、xls、ods、pdf、html、mht、txt、csv、xxgk，- 为标准输入；"
            "doc、wps 等可加 --convert，用本机的办公软件转换）",
        ),
    ),
    "show": (("文件 [--year 年度] [--json]", "显示报告内容"),),
    "check": (
        ("文件 [--year 年度] [--json]", "检查报告"),
        ("文件 [--year 年度] --code 校验码", "核对打印件与文件是否一致"),
        ("文件 [--year 年度] --before-filing [--json]", "上报前检查：列出到上报、公布为止各项办了没有"),
    ),
    "export": (
        (
            f"文件 --to 文件夹 [--year 年度] [--formats {_FORMATS}] [--code] [--installed-faces] [--save-paper] "
            "[--with-charts] [--with-comments]",
            f"导出（另有 {_ON_REQUEST}；PDF 可加 --code 印校验码、--installed-faces 用本机字体、"
            "--save-paper 节约页面；网页可加 --with-charts 附图表，Word 可加 --with-comments 附批注）",
        ),
    ),
    "merge": (
        (
            "下级文件… --into 文件 --year 年度 [--office 单位] [--with-errors]",
            "汇总各单位的报告（本级机关自己的报告也作为一份下级文件；表格不平衡的不计入，除非加 --with-errors）",
        ),
    ),
    "count": (
        (
            "台账… --into 文件 --year 年度 [--map 对应关系.toml] [--office 单位] [--json]",
            "由申请登记台账统计表三、表四（xlsx、xls、ods、csv、docx、html）",
        ),
    ),
    "sample": (("[--to 文件夹]", "打开示例"),),
}
"""Command → its ways of being called, each with what it does; "" is the program without a command."""
NAMED: Final = tuple(name for name in _USAGES if name)
SAMPLE: Final = "sample"
"""The one that opens the window."""
COMMANDS: Final = tuple(name for name in NAMED if name != SAMPLE)


def _lines(name: str) -> str:
    called = f"main.py {name}".strip()
    return "\n".join(f"  {called} {arguments}\n      {does}" for arguments, does in _USAGES[name])


def usage_of(name: str) -> str:
    """Return how one command is called."""
    return f"用法：\n{_lines(name)}"


USAGE: Final = "用法：\n" + "\n".join(map(_lines, _USAGES))


class Refused(AssistantError):
    """The command cannot be done with these arguments."""


_TOLD: Final = (
    (Pattern(r"the following arguments are required: (?P<name>.+)"), "缺少 {name}"),
    (
        Pattern(r"argument (?P<name>\S+): invalid int value: '(?P<value>.*)'"),
        "{name} 后面应写数字，不能是“{value}”",
    ),
    (Pattern(r"argument (?P<name>\S+): expected .*"), "{name} 后面没有写内容"),
    (
        Pattern(r"argument (?P<name>\S+): ignored explicit argument '(?P<value>.*)'"),
        "{name} 后面不写“{value}”",
    ),
)
"""What argparse says of an argument → what it means; argparse itself speaks English."""


def refusal(why: str, usage: str) -> Refused:
    """Return the refusal of arguments: what is the matter with which of them ("" where nobody knows), and the usage."""
    return Refused(f"命令的参数不对{'：' if why else ''}{why}。\n{usage}")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Refuse the arguments in Chinese, naming the one that is wrong, with this command's usage."""
        name = self.prog.rpartition(" ")[2]
        found = ((words, pattern.fullmatch(message)) for pattern, words in _TOLD)
        why = next((words.format(**match.groupdict()) for words, match in found if match), "")
        raise refusal(why.replace(", ", "、"), usage_of(name) if name in COMMANDS else USAGE)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what a command line asks for. Raises Refused, naming the argument that is wrong or that nobody knows."""
    options, unknown = parser().parse_known_args(arguments)
    if unknown:
        raise refusal(f"不认识“{' '.join(unknown)}”", usage_of(options.command))
    return options


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands. It raises Refused."""
    whole = _Parser(add_help=False, allow_abbrev=False)
    commands = whole.add_subparsers(dest="command", required=True)
    for name in COMMANDS:
        command = commands.add_parser(name, add_help=False, allow_abbrev=False)
        command.add_argument("--year", type=int, required=name in ("new", "merge", "count"))
        if name in ("import", "merge", "count"):
            command.add_argument("--into", dest="file", type=Path, required=True)
            command.add_argument("--office", default="")
        if name == "import":
            command.add_argument("source", type=Path, metavar="来源")
            command.add_argument("--convert", action="store_true")
        elif name == "merge":
            command.add_argument("children", type=Path, nargs="+", metavar="下级文件")
            command.add_argument("--with-errors", action="store_true")
        elif name == "count":
            command.add_argument("ledgers", type=Path, nargs="+", metavar="台账")
            command.add_argument("--map", type=Path)
        else:
            command.add_argument("file", type=Path, metavar="文件")
        if name == "new":
            command.add_argument("--office", required=True)
        if name in ("show", "check", "count"):
            command.add_argument("--json", action="store_true")
        if name == "check":
            command.add_argument("--code", default="")
            command.add_argument("--before-filing", action="store_true")
        if name == "export":
            command.add_argument("--to", type=Path, required=True)
            command.add_argument("--formats", default=_FORMATS)
            command.add_argument("--code", action="store_true")
            command.add_argument("--installed-faces", action="store_true")
            command.add_argument("--save-paper", action="store_true")
            command.add_argument("--with-charts", action="store_true")
            command.add_argument("--with-comments", action="store_true")
    return whole
