"""How products reach the disk: text that XML can hold, archives without a time of day, files that are whole or not there."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

from export.written import is_as_written, note_written
from model.errors import AssistantError, CannotWrite
from model.file.safe_read import read_ordinary
from model.file.safe_write import free_name, remove_leftovers, why, write_durably, write_whole
from model.pattern import Pattern

_LONE: Final = Pattern("[\ud800-\udfff]")
_CONTROL: Final = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


_MOST_BYTES: Final = 1 << 30
_MOST_NAME: Final = 200
_CHANGED: Final = "（改动备份）"


class WriteFailed(AssistantError):
    """A product could not be written."""


def clean(text: str) -> str:
    """Return the text as XML can hold it: without control characters, and � for half a surrogate pair."""
    return _CONTROL.sub("", _LONE.sub("\ufffd", text))


def put_aside_changes(path: Path) -> Path | None:
    """Keep what stands at `path` under another name, where it is not as this program wrote it there last.

    Somebody may have worked on it by hand. Returns where it is kept, None where there was nothing to keep.
    Raises WriteFailed.
    """
    try:
        there = read_ordinary(path, _MOST_BYTES)
        if is_as_written(path, there):
            return None
        kept = free_name(path.with_name(f"{_shortened(path.stem)}{_CHANGED}{path.suffix}"))
        write_durably(kept, there, of=path)
    except FileNotFoundError:
        return None
    except (OSError, CannotWrite) as error:
        raise WriteFailed(
            f"“{path.name}”没有写出：那里已有的文件不能另存为备份，请改名或移走后再导出。"
        ) from error
    return kept


def is_put_aside(path: Path) -> bool:
    """Whether a file is one that was kept since somebody had worked on it."""
    return _CHANGED in path.stem


def save(path: Path, data: bytes) -> None:
    """Write the file whole. Raises WriteFailed; what stood at its place then still stands."""
    try:
        remove_leftovers(path, sole=False)
        write_whole(path, data)
        note_written(path, data)
    except OSError as error:
        # Windows refuses so what another program has open, too.
        held = "。如该文件正被其他程序打开，请先关闭" if isinstance(error, PermissionError) else ""
        raise WriteFailed(f"“{path.name}”未能写出：{why(error)}{held}。") from error


def _shortened(stem: str) -> str:
    """The name so far that what is added still fits."""
    while len(stem.encode(errors="surrogateescape")) > _MOST_NAME:
        stem = stem[:-1]
    return stem


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
