"""An office suite that is installed turns an old file into one that is read: in a profile of its own, for a limited time."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Final

from intake.errors import ReaderEnded, ReadingCancelled, SourceRefused

PATIENCE: Final = 120
"""Seconds by the clock; the suite's first start on an old PC takes half a minute."""
_LOOKED_AT: Final = 0.1
"""Seconds between two looks at whether the clerk has cancelled."""
_PROGRAMS: Final = ("soffice", "libreoffice")
_WINDOWS: Final = ("LibreOffice/program/soffice.exe", "OpenOffice 4/program/soffice.exe")
_WORDS: Final = ("docx", "MS Word 2007 XML")
_SHEETS: Final = ("xlsx", "Calc MS Excel 2007 XML")
"""Endings and the suite's names of what it makes."""
_SIGNS_OF_SHEETS: Final = (
    b'progid="Excel.Sheet"',
    b'mimetype="application/vnd.oasis.opendocument.spreadsheet"',
)
_HEAD: Final = 8192
"""Bytes in which a file of text tells what it is."""


def office_suite() -> str | None:
    """Return the program of an installed office suite that converts files, None where there is none."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return found
    folders = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)")]
    for folder in filter(None, folders):
        for place in _WINDOWS:
            if (Path(folder) / place).is_file():
                return str(Path(folder) / place)
    return None


def converted(data: bytes, name: str, cancelled: Event) -> bytes:
    """Return a file of an old kind as a .docx, or as an .xlsx where it is sheets.

    Raises SourceRefused where no suite is installed, there is no room for its work, or it makes nothing of the file in
    time, ReadingCancelled.
    """
    program = office_suite()
    if program is None:
        raise SourceRefused(f"没有找到可以转换“{name}”的办公软件；请用 Word 或 WPS 打开后另存为 .docx 再导入")
    try:
        return _converted(program, data, name, cancelled)
    except OSError as error:
        raise SourceRefused(
            f"转换“{name}”时不能写临时文件，多为磁盘已满；请清理磁盘后再导入，或打开后另存为 .docx"
        ) from error


def _converted(program: str, data: bytes, name: str, cancelled: Event) -> bytes:
    ending, filter_name = _SHEETS if any(sign in data[:_HEAD] for sign in _SIGNS_OF_SHEETS) else _WORDS
    with tempfile.TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        source = Path(folder) / f"source{Path(name).suffix or '.doc'}"
        source.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            f"{ending}:{filter_name}",
            "--outdir",
            str(Path(folder) / "made"),
            str(source),
        ]
        with _running(command, name) as process:
            _wait(process, name, cancelled)
        made = Path(folder) / "made" / f"source.{ending}"
        if not made.is_file():
            raise SourceRefused(
                f"办公软件没有能转换“{name}”；请用 Word 或 WPS 打开后另存为 .docx 再导入"
            ) from ReaderEnded(f"exit code {process.returncode}")
        return made.read_bytes()


@contextmanager
def _running(command: list[str], name: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The suite at work; at the end nothing of it is left running."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise SourceRefused(
            f"无法启动办公软件来转换“{name}”；请用 Word 或 WPS 打开后另存为 .docx 再导入"
        ) from error
    try:
        yield process
    finally:
        _end(process)


def _wait(process: "subprocess.Popen[bytes]", name: str, cancelled: Event) -> None:
    for _ in range(int(PATIENCE / _LOOKED_AT)):
        if process.poll() is not None:
            return
        if cancelled.wait(_LOOKED_AT):
            raise ReadingCancelled
    raise SourceRefused(
        f"办公软件用了 {PATIENCE} 秒还没有转换完“{name}”，已停止；请打开后另存为 .docx 再导入"
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the suite and what it has started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        import signal

        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
