"""备份包: one file with a report, its saved states and the user's settings, for a new computer and for the archive.

It is a plain zip: what is in it can be taken out without this program, too.
"""

import io
import json
import zipfile
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from model.errors import CannotRead, CannotWrite, OfficeFileError
from model.file.file_shape import MOST_BYTES
from model.file.generations import Generation, Generations
from model.file.names import ENDING, report_path
from model.file.office_content import Content
from model.file.origin import Origin, new_token, now
from model.file.safe_read import read_ordinary
from model.file.safe_write import free_name, why, write_durably
from model.file.storage import OfficeStorage, is_elsewhere, read_bytes

ENDS_IN: Final = ".zip"
_ABOUT: Final = "备份包.json"
_REPORT: Final = "报告/"
_STATES: Final = "历史版本/"
_SETTINGS: Final = "设置/window.ini"
_FORMAT: Final = 1
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError),
    *(ValueError, KeyError, TypeError),
)
"""What is raised about an archive that is not whole, or has other things in it than ours."""
_MOST_BYTES: Final = 1 << 31
_MOST_FILES: Final = 200
_MOST_NAME: Final = 255
"""The longest name that Linux file systems take, in bytes."""
_MOST_SETTINGS: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What came of a backup: where the report stands now, how many saved states are back, and the settings' words.

    `lost` is how many states were not whole; `instead` is the one that took the report's place, where that was not.
    """

    report: Path
    states: int
    settings: str
    lost: int = 0
    instead: str = ""


def pack(report: Path, settings: Path, target: Path) -> Path:
    """Write the saved report with its states and the settings into one file; return it.

    `settings` may not exist. Raises CannotRead where the report cannot be read, CannotWrite.
    """
    content = read_bytes(report)
    origin = Content.decode(content, report.name).origin
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        about = {
            "format": _FORMAT,
            "report": _written(report.name),
            "identity": origin.identity,
            "time": now(),
        }
        archive.writestr(_ABOUT, json.dumps(about, ensure_ascii=False, indent=1))
        archive.writestr(_REPORT + _written(report.name), content)
        for state in _states(report, origin.identity):
            archive.writestr(_STATES + state.path.name, read_bytes(state.path))
        kept = _settings(settings)
        if kept is not None:
            archive.writestr(_SETTINGS, kept)
    write_durably(target, made.getvalue(), of=report)
    return target


def unpack(source: Path, folder: Path) -> Unpacked:
    """Put a backup's report into a folder, under a name that is free, and its saved states where they are kept.

    What is not whole in it is left out; where that is the report, its newest sound state takes its place. Nothing is
    written before all of it was looked at. Raises CannotRead, CannotWrite, and FileDamaged where no report is whole.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            return _unpack(archive, source.name, folder)
    except _BROKEN as error:
        raise CannotRead(f"“{source.name}”不是完好的备份包，没有恢复任何内容") from error


def _unpack(archive: zipfile.ZipFile, name: str, folder: Path) -> Unpacked:
    entries = {entry.filename: entry for entry in archive.infolist() if not entry.is_dir()}
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries.values()) > _MOST_BYTES:
        raise ValueError("too large")
    about = json.loads(_read(archive, entries[_ABOUT]))
    if about["format"] > _FORMAT:
        raise CannotRead(f"“{name}”由更新版本的年报助手制作，请升级程序后再恢复")
    (report,) = (each for each in entries if each.startswith(_REPORT))
    states = [_sound(archive, entries[each]) for each in entries if each.startswith(_STATES)]
    sound = [state for state in states if state is not None]
    content, instead = _report_of(archive, entries[report], sound)
    settings = _settings_of(archive, entries)
    place = free_name(report_path(folder / Path(report).name))
    content, identity = _beside_the_original(content, report, place)
    try:
        write_durably(place, content)
    except CannotWrite as error:
        words = why(error.__cause__) if isinstance(error.__cause__, OSError | ValueError) else error.message
        raise CannotWrite(
            f"没有恢复任何内容：备份包所在的文件夹写不进去（{words}）。请把备份包复制到别处再恢复"
        ) from error
    kept = Generations(place, identity)
    for state in sound:
        try:
            kept.add(state.content, state.origin, state.digest)
        except OSError as error:
            raise CannotWrite(f"报告已恢复到“{place}”，但历史版本没有恢复：{why(error)}") from error
    return Unpacked(place, len(sound), settings, len(states) - len(sound), instead)


@dataclass(frozen=True, slots=True)
class _State:
    """A saved state that was found whole: its bytes, which save it is, its digest, what the clerk calls it."""

    content: bytes
    origin: Origin
    digest: str
    name: str


def _sound(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> _State | None:
    """A saved state of an archive, None where it is not whole."""
    storage = OfficeStorage()
    try:
        content = _read(archive, entry)
        storage.load(content, entry.filename)
    except (OfficeFileError, *_BROKEN):
        return None
    origin = Content.unstage(storage).origin
    return _State(
        content, origin, storage.digest, f"第 {origin.save} 次保存的版本（{origin.when or '时间不明'}）"
    )


def _report_of(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, states: list[_State]) -> tuple[bytes, str]:
    """The report of an archive, or else its newest saved state and what that is called."""
    saved = [state for state in states if not state.origin.copy]
    newest = max(saved, key=lambda state: state.origin.save, default=None)
    try:
        content = _read(archive, entry)
        Content.decode(content, entry.filename)
    except (OfficeFileError, *_BROKEN):
        if newest is None:
            raise
        return newest.content, newest.name
    return content, ""


def _settings_of(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    """The words of the settings, "" where there are none or they are not whole."""
    try:
        return _read(archive, entries[_SETTINGS]).decode()
    except _BROKEN:
        return ""


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What is packed in an archive. Raises ValueError where it would come to more than any file of ours."""
    if entry.file_size > MOST_BYTES:
        raise ValueError("too large")
    return archive.read(entry)


def _beside_the_original(content: bytes, name: str, place: Path) -> tuple[bytes, str]:
    """The report as it is put at `place`, and its identity: a new one where its original is on this computer.

    Each of the two then has a history of its own, and none pushes the other's states out.
    """
    read = Content.decode(content, name)
    identity = read.origin.identity
    original = Generations(place, identity).place
    if original is None or not is_elsewhere(identity, original, place):
        return content, identity
    storage = OfficeStorage()
    storage.load(content, name)
    origin = replace(read.origin, identity=new_token())
    Content(read.profile, read.reports, origin).stage(storage)
    return storage.encode(), origin.identity


def _written(name: str) -> str:
    """A file's name as an archive can hold it."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _states(report: Path, identity: str) -> list[Generation]:
    """The saved states that are whole. Raises CannotRead where one of them cannot be read now."""
    found: list[Generation] = []
    try:
        for state in Generations(report, identity).list():
            try:
                state.open()
            except CannotRead:
                raise
            except OfficeFileError:
                continue
            found.append(state)
    except OSError as error:
        raise CannotRead(f"历史版本读不出来：{why(error)}") from error
    return found


def _settings(file: Path) -> bytes | None:
    try:
        return read_ordinary(file, _MOST_SETTINGS)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise CannotRead(f"程序设置读不出来：{why(error)}") from error


def proposed_name(report: Path) -> str:
    """Return what a backup of a report is called unless the clerk says otherwise."""
    rest = f"备份包{ENDS_IN}"
    stem = report.name.removesuffix(ENDING)
    while len((stem + rest).encode(errors="surrogatepass")) > _MOST_NAME:
        stem = stem[:-1]
    return stem + rest
