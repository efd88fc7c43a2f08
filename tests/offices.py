"""Files of invented offices, as several tests need them."""

from collections.abc import Mapping
from pathlib import Path

from model.form_file import load_form
from model.office_file import OfficeFile
from model.report import Report, Slot, SlotKind
from model.values import Value


def office(
    folder: Path, name: str, numbers: Mapping[str, Value], *, year: int = 2024, form: str = "2021"
) -> Path:
    """A file with one report, whose entered cells hold these numbers and otherwise 0."""
    report = Report(load_form(form), name, year)
    report.set((Slot(SlotKind.CELL, key), 0) for key in report.form.entered)
    report.set((Slot(SlotKind.CELL, key), value) for key, value in numbers.items())
    path = folder / f"{name}.xxgk"
    with OfficeFile.create(path, name) as file:
        file.add(report)
        file.save()
    return path
