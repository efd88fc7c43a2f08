"""What a report's file may be called: it ends in .xxgk, and its name is good on Windows and Linux alike.

A file travels, on a stick or a share; a name is settled before anybody is asked about it, and written as it was asked.
"""

import re
from pathlib import Path
from typing import Final

from model.errors import NameRefused
from model.pattern import Pattern

ENDING: Final = ".xxgk"
"""What a report file's name ends in."""
ILLEGAL: Final = Pattern(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
"""What Windows or Linux do not take in a name."""
_RESERVED: Final = Pattern(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\..*)?", re.IGNORECASE
)
"""Names that Windows keeps for devices, whatever they end in."""


def report_path(path: Path) -> Path:
    """Return the path under which a report's file is made when it is asked for as `path`.

    Raises NameRefused where no file should be called so.
    """
    name = path.name.rstrip(". ")
    name = name if name.lower().endswith(ENDING) else name + ENDING
    stem = name[: -len(ENDING)]
    if not stem.strip(". "):
        raise NameRefused("请填写文件的名称")
    if ILLEGAL.search(name):
        raise NameRefused('名称中不能有 \\ / : * ? " < > | 和换行，请换一个名称')
    if _RESERVED.fullmatch(name):
        raise NameRefused(f"“{stem}”是 Windows 留作他用的名称，请换一个名称")
    return path.with_name(name)
