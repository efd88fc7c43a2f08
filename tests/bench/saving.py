"""A durable save of an office with ten years of reports, beside writing and syncing the same bytes."""

import os
import tempfile
from collections.abc import Iterator
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


def measures() -> Iterator[Measure]:
    """Yield the lines of this subject."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NIANBAO_DATA"] = f"{folder}/user"
        path = Path(folder) / "示例.xxgk"
        opened = ten_years(path)
        report = opened.reports[YEARS[-1]]

        def edit() -> None:
            opened.clear_up()
            was = report.value(RECEIVED.key)
            report.set([(RECEIVED, int(was or 0) + 1)])
            opened.write_crash_copy()

        def write() -> None:
            with (Path(folder) / "plain").open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())

        def replace() -> None:
            new = Path(folder) / "new"
            with new.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            new.replace(Path(folder) / "other")
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)

        edit()
        opened.save()
        content = path.read_bytes()
        ours, plain = side_by_side(opened.save, write, 101, before=edit)
        size = f"{len(content) / 1024:.0f} KB, ten years, after one edit and its crash copy"
        yield Measure("durable save, raw", ours * 1e3, "ms", None, plain * 1e3, _YARDSTICK, note=size)
        ours, least = side_by_side(opened.save, replace, 101, before=edit)
        note = "the rest: is the file still as we left it, whose lock, the seal, the saved state in the user's folder"
        yield Measure("durable save", ours * 1e3, "ms", 2, least * 1e3, _LEAST, note=note)
        least, plain = side_by_side(replace, write, 101)
        yield Measure("durable replacement", least * 1e3, "ms", None, plain * 1e3, _YARDSTICK)

        def edit_and_save() -> None:
            edit()
            opened.save()

        cleared, plain = side_by_side(opened.clear_up, write, 101, before=edit_and_save)
        yield Measure(
            "what a save left over removed, when the window rests",
            cleared * 1e3,
            "ms",
            None,
            plain * 1e3,
            _YARDSTICK,
        )
        copy, plain = side_by_side(opened.write_crash_copy, write, 101)
        yield Measure("crash copy", copy * 1e3, "ms", None, plain * 1e3, _YARDSTICK)
        yield Measure("opening", median(lambda: Content.read(path)) * 1e3, "ms")
        opened.close()


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
