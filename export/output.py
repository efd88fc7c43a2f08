"""How products reach the disk: text that XML can hold, archives without a time of day, files that are whole or not there."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from model.errors import AssistantError
from model.file.safe_write import why, write_whole

_LONE: Final = re.compile("[\ud800-\udfff]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


class WriteFailed(AssistantError):
    """A product could not be written."""


def clean(text: str) -> str:
    """Return the text as XML can hold it: without control characters, and � for half a surrogate pair."""
    return _CONTROL.sub("", _LONE.sub("\ufffd", text))


def save(path: Path, data: bytes) -> None:
    """Write the file whole. Raises WriteFailed; what stood at its place then still stands."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise WriteFailed(
            f"“{path.name}”未能写出：{why(error)}。如该文件正被其他程序打开，请先关闭。"
        ) from error


def timeless(archive: BytesIO, mend: Callable[[str, bytes], bytes] = lambda _, data: data) -> bytes:
    """Return a zip archive anew, all members dated 1980-01-01: its bytes depend on their content alone.

    `mend` may change a member on its way: it is called with the member's name and bytes.
    """
    import zipfile

    made = BytesIO()
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 0
            target.writestr(member, mend(name, source.read(name)), zipfile.ZIP_DEFLATED)
    return made.getvalue()
