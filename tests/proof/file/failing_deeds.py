"""The disk fails while a report is saved under another name, packed, restored, mended, or what was left is declined."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from model.errors import AssistantError, OfficeFileError
from model.file.crash_copy import unsaved_copies
from model.file.generations import Generation
from model.file.office_content import Content
from model.file.office_file import OfficeFile, newest_sound_generation
from model.file.pack import pack, unpack
from model.file.user_folder import user_folder
from tests.offices import RECEIVED, receive
from tests.proof.file.failing_disk import count_of, outcome_of, refusing, tried
from tests.proof.file.line import Line, Tally
from tests.proof.file.worker import Told, desk, keep, renew

_LEFT: Final = 777
"""What an earlier session has left unsaved."""
_EDITED: Final = 888
_YEAR: Final = 2024
_DAMAGED: Final = "损坏备份"
"""What the name of a damaged file says that was put aside."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a clerk does with a report: what must be there before, and the work itself."""

    name: str
    work: Callable[[Path, Callable[[str], None]], None]
    prepare: Callable[[Path], object] = Path.exists


def lines() -> Iterator[Line]:
    """Yield what was proved."""
    for deed in DEEDS:
        yield refused(deed)


def refused(deed: Deed, every: int = 1) -> Line:
    """Refuse each `every`th call of a deed with each error, once, and from then on."""
    tally = Tally(f"a call to the disk refused, once or from then on, at every call of {deed.name}")
    with desk() as path:
        _leave_unsaved(path)
        kept = keep(path)
        deed.prepare(path)
        job = partial(deed.work, path)
        for disk in refusing(count_of(job), every):
            renew(path, kept)
            deed.prepare(path)
            told = tried(job, disk)
            tally.add(outcome_of(told), *_faults(path, told))
    return tally.line


def _leave_unsaved(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, _LEFT)
        opened.write_crash_copy()


def _save_elsewhere(path: Path, tell: Callable[[str], None]) -> None:
    """Edit and save under another name; what cannot be saved is kept."""
    opened = _opened(path, tell)
    if opened is None:
        return
    receive(opened, _EDITED)
    if not _done(partial(opened.save_as, path.with_name("另一份.xxgk")), tell):
        _done(opened.write_crash_copy, tell, f"copied {_EDITED}")
    opened.close()


def _pack_and_restore(path: Path, tell: Callable[[str], None]) -> None:
    packed, settings = path.with_name("备份.zip"), user_folder() / "settings.ini"
    if _done(partial(pack, path, settings, packed), tell):
        _done(partial(unpack, packed, path.parent), tell)


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def _mend(path: Path, tell: Callable[[str], None]) -> None:
    sound = newest_sound_generation(path)
    if sound is None:
        tell("refused")
    else:
        _done(partial(_mended, path, sound), tell)


def _mended(path: Path, sound: Generation) -> None:
    OfficeFile.mend(path, sound).close()


def _decline(path: Path, tell: Callable[[str], None]) -> None:
    opened = _opened(path, tell)
    if opened is not None:
        _done(opened.decline_recovery, tell)
        opened.close()


def _opened(path: Path, tell: Callable[[str], None]) -> OfficeFile | None:
    try:
        return OfficeFile.open(path)
    except AssistantError:
        tell("refused")
        return None


def _done(deed: Callable[[], object], tell: Callable[[str], None], word: str = "") -> bool:
    """Do it; what the program refuses in its own words is told as refused."""
    try:
        deed()
    except AssistantError:
        tell("refused")
        return False
    if word:
        tell(word)
    return True


def _faults(path: Path, told: Told) -> list[str]:
    """What is wrong afterwards: with the report itself, with any other that lies there, with what was left unsaved."""
    found = [f"unexpected: {error}" for error in told.errors]
    if not _opens(path):
        sound = newest_sound_generation(path)
        if sound is None:
            return [*found, "the damaged file has no sound version any more"]
        OfficeFile.mend(path, sound).close()
    others = [each for each in path.parent.glob("*.xxgk") if _DAMAGED not in each.name]
    found += [f"{each.name} does not open" for each in others if not _opens(each)]
    with OfficeFile.open(path) as opened:
        found += [f"locked out: {opened.reason}"] if opened.read_only else []
        known = {_number(content) for content in _all_of(opened)}
    found += [f"{number} is lost" for number in {0, _LEFT, told.copied} - known]
    return found + (["something is left over"] if list(path.parent.glob(".~*.tmp")) else [])


def _opens(path: Path) -> bool:
    try:
        Content.read(path)
    except OfficeFileError:
        return False
    return True


def _all_of(opened: OfficeFile) -> Iterator[Content]:
    """What is in a report, offered with it, or listed among its versions."""
    yield opened.content
    yield from (version.open() for version in opened.generations)
    if opened.recovery is not None:
        yield opened.recovery.content
    yield from (copy.content for copy in unsaved_copies())


def _number(content: Content) -> object:
    return content.reports[_YEAR].value(RECEIVED) if _YEAR in content.reports else None


DEEDS: Final = (
    Deed("Save As under another name", _save_elsewhere),
    Deed("backup and restoring from it", _pack_and_restore),
    Deed("putting a sound version in the place of a damaged file", _mend, _cut_off),
    Deed("declining what was left unsaved", _decline),
)
