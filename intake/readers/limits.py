"""Bounds on what is read, so that no file, however made, costs more than a report could."""

import io
import os
import stat
import zipfile
import zlib
from pathlib import Path
from typing import Final

from intake.errors import SourceRefused

MOST_BYTES: Final = 64 * 1024 * 1024
"""Of a file; the largest report seen has under 5 MB."""
MOST_CHARACTERS: Final = 3_000_000
MOST_UNPACKED: Final = 200 * 1024 * 1024
MOST_XML: Final = 64 * 1024 * 1024
"""Of one part of an office file that is parsed."""
MOST_PARTS: Final = 5_000
MOST_RATIO: Final = 200
"""A part of an office file that grows more than this, and beyond a megabyte, is a bomb."""
MOST_PAGES: Final = 300
MOST_ROWS: Final = 20_000
MOST_LINES: Final = 2_000
"""Of text and rows of tables that are looked through for a report; with one cell a line a report has some 500."""
LONGEST_LINE: Final = 2_000
"""Characters; a longer line is a paragraph and no row of a table."""
MOST_COLUMNS: Final = 256
LOWEST_ROW: Final = 3
"""Points; a row of a sheet that low, or a column that narrow, shows no figure: it is closed, as a hidden one is."""
MOST_DEPTH: Final = 200
"""Of nested elements in a web page."""

BROKEN_ARCHIVE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What the library raises of an archive that is torn, protected or packed in a way that it does not know."""

_READING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bounded(path: Path) -> bytes:
    """Return the file's bytes. Raises SourceRefused where it cannot be opened, is no file, empty or too large."""
    try:
        if path.is_dir():
            raise SourceRefused(f"“{path.name}”是文件夹，请选择其中的年度报告文件")
        # A pipe without a writer would keep an opening that waits for ever.
        with os.fdopen(os.open(path, _READING), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise SourceRefused(f"“{path.name}”不是文件，而是管道或设备；请选择年度报告文件")
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise SourceRefused(f"无法打开“{path.name}”，请确认文件存在并且没有被其他程序占用") from error
    if len(data) > MOST_BYTES:
        raise SourceRefused(
            f"“{path.name}”超过 {MOST_BYTES // 2**20} MB，超过可读取的上限；请只保留年度报告正文后再导入"
        )
    if not data.strip():
        raise SourceRefused(
            f"“{path.name}”是空文件，可能没有下载完；请重新下载，或在网盘中让它“始终保留在此设备上”，再导入"
        )
    return data


def open_office_file(data: bytes, name: str) -> zipfile.ZipFile:
    """Return the archive of a Word or Excel file after looking at what it would unpack to.

    Raises SourceRefused for a damaged or protected file, a bomb, and for one whose parts define entities.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _refuse_bomb(archive, name)
        for part in archive.infolist():
            if _is_xml(archive, part):
                _refuse_entities(archive.read(part), name)
    except BROKEN_ARCHIVE as error:
        raise SourceRefused(
            f"“{name}”已损坏或加了密码；请用 Word、WPS 打开后另存一份（不设密码）再导入"
        ) from error
    return archive


def _refuse_bomb(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    swollen = any(
        part.file_size > 2**20 and part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in parts
    )
    parsed = max((part.file_size for part in parts if _is_xml(archive, part)), default=0)
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or parsed > MOST_XML or swollen:
        raise SourceRefused(f"“{name}”展开后过大，不像是年度报告；请只保留年度报告的内容，另存一份再导入")


def _is_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part is parsed, by how it begins: its name is no sign of what it is taken for."""
    with archive.open(part) as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")


def _refuse_entities(part: bytes, name: str) -> None:
    """Office programs never write a document type; whoever does means entities or files from elsewhere."""
    if (
        b"<!DOCTYPE" in part
        or "<!DOCTYPE".encode("utf-16-le") in part
        or "<!DOCTYPE".encode("utf-16-be") in part
    ):
        raise SourceRefused(f"“{name}”含有不安全的内容，没有读取；请用 Word、WPS 打开后另存一份再导入")
