"""Reports and files of invented offices, as several tests need them."""

from collections.abc import Mapping
from pathlib import Path

from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.storage import OfficeStorage
from model.form_file import form_for, load_form
from model.report import Report, Slot, SlotKind, SlotValue
from model.values import Value

OFFICE = "云溪县行政审批服务局"
RECEIVED = "applications.received.natural_person"
OVERVIEW = "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障各项工作按规定开展。"
PROBLEMS = "存在的主要问题：解读不够生动。改进情况：逐件配发图解。"


def office(
    folder: Path, name: str, numbers: Mapping[str, Value], *, year: int = 2024, form: str = "2021"
) -> Path:
    """A file with one report, whose entered cells hold these numbers and otherwise 0, and words where there must be some."""
    report = Report(load_form(form), name, year)
    report.set((Slot(SlotKind.CELL, key), 0) for key in report.form.entered)
    report.set((Slot(SlotKind.CELL, key), value) for key, value in numbers.items())
    report.set([(Slot(SlotKind.TEXT, "overview"), OVERVIEW), (Slot(SlotKind.TEXT, "problems"), PROBLEMS)])
    path = folder / f"{name}.xxgk"
    with new_file(path, name) as file:
        file.add(report)
        file.save()
    return path


def of_another_office(path: Path, name: str) -> bytes:
    """What the file would hold if somebody else had saved it under another office's name."""
    content = Content.read(path)
    for report in content.reports.values():
        put(report, SlotKind.FIELD, "office", name)
    storage = OfficeStorage()
    Content(content.profile | {"office": name}, content.reports, content.origin).stage(storage)
    return storage.encode()


def put(report: Report, kind: SlotKind, key: str, value: SlotValue) -> None:
    """Set one slot."""
    report.set([(Slot(kind, key), value)])


def report_on(year: int, received: int | None = None) -> Report:
    """A report with one number in it, or none."""
    report = Report(form_for(year), OFFICE, year)
    put(report, SlotKind.CELL, RECEIVED, received)
    return report


def new_file(path: Path, name: str) -> OfficeFile:
    """A new file for an office, without a report, open for writing."""
    return OfficeFile.create(path, name)


def office_file(path: Path, *years: int) -> OfficeFile:
    """A saved office file with blank reports, open for writing."""
    made = new_file(path, OFFICE)
    for year in years or (2024,):
        made.start_year(year)
    made.save()
    return made


def receive(opened: OfficeFile, number: int, year: int = 2024) -> None:
    """Enter how many applications natural persons made."""
    put(opened.reports[year], SlotKind.CELL, RECEIVED, number)


def save_with(opened: OfficeFile, *numbers: int) -> None:
    """Enter and save one number after the other."""
    for number in numbers:
        receive(opened, number)
        opened.save()


def received(opened: OfficeFile, year: int = 2024) -> object:
    """How many applications natural persons made, as the file says."""
    return opened.reports[year].value(RECEIVED)
