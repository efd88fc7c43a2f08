"""A durable save of an office with ten years of reports, beside writing and syncing the same bytes."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import resources
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Report, Slot, SlotKind
from tests.bench.measure import Measure, median, side_by_side

YEARS = range(2021, 2031)
_YARDSTICK: Final = "write and fsync the same bytes"
_LEAST: Final = "the least that replaces a file durably: write, fsync, rename, fsync of the folder"
RECEIVED = Slot(SlotKind.CELL, "applications.received.natural_person")


@dataclass(frozen=True)
class _Plain:
    """The same bytes on the same disk, with nothing that a file of an office promises beside."""

    folder: Path
    content: bytes

    def write(self) -> None:
        """Write the bytes and wait until they are on the disk."""
        self._write("plain")

    def replace(self) -> None:
        """Put the bytes durably in the place of another file."""
        self._write("new").replace(self.folder / "other")
        handle = os.open(self.folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)

    def _write(self, name: str) -> Path:
        path = self.folder / name
        with path.open("wb") as file:
            file.write(self.content)
            file.flush()
            os.fsync(file.fileno())
        return path


@dataclass(frozen=True)
class _Office:
    """An open office whose newest report is edited again and again."""

    file: OfficeFile

    def edit(self) -> None:
        """Change one number and write the crash copy of it."""
        report = self.file.reports[YEARS[-1]]
        self.file.clear_up()
        report.set([(RECEIVED, int(report.value(RECEIVED.key) or 0) + 1)])
        self.file.write_crash_copy()

    def edit_and_save(self) -> None:
        """Leave what a save leaves to be removed."""
        self.edit()
        self.file.save()


def measures() -> Iterator[Measure]:
    """Yield the lines of this subject."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NIANBAO_DATA"] = f"{folder}/user"
        path = Path(folder) / "示例.xxgk"
        office = _Office(ten_years(path))
        office.edit_and_save()
        yield from _saved(office, _Plain(Path(folder), path.read_bytes()))
        yield Measure("opening", median(lambda: Content.read(path)) * 1e3, "ms")
        office.file.close()


def _saved(office: _Office, plain: _Plain) -> Iterator[Measure]:
    """A save, the copy before it and what goes after it, each beside what it cannot do without."""
    file = office.file
    ours, least = side_by_side(file.save, plain.write, 101, before=office.edit)
    size = f"{len(plain.content) / 1024:.0f} KB, ten years, after one edit and its crash copy"
    yield _line("durable save, raw", ours, None, least, _YARDSTICK, size)
    ours, least = side_by_side(file.save, plain.replace, 101, before=office.edit)
    note = "the rest: is the file still as we left it, whose lock, the seal, the saved state in the user's folder"
    yield _line("durable save", ours, 2, least, _LEAST, note)
    ours, least = side_by_side(plain.replace, plain.write, 101)
    yield _line("durable replacement", ours, None, least, _YARDSTICK)
    ours, least = side_by_side(file.clear_up, plain.write, 101, before=office.edit_and_save)
    yield _line("what a save left over removed, when the window rests", ours, None, least, _YARDSTICK)
    ours, least = side_by_side(file.write_crash_copy, plain.write, 101)
    yield _line("crash copy", ours, None, least, _YARDSTICK)


def _line(
    name: str, ours: float, budget: float | None, yardstick: float, against: str, note: str = ""
) -> Measure:
    return Measure(name, ours * 1e3, "ms", budget, yardstick * 1e3, against, note=note)


def ten_years(path: Path) -> OfficeFile:
    """The sample's newest report on ten years, saved."""
    sample = Content.read(resources.path("samples/示例.xxgk")).reports[2025].to_json()
    opened = OfficeFile.unsaved(Content())
    for year in YEARS:
        report = Report.from_json(sample)
        report.set([(Slot(SlotKind.FIELD, "year"), year)])
        opened.add(report)
    opened.save_as(path)
    return opened
