"""Reports and office files of an invented office, as tests need them."""

from pathlib import Path

from model.form_file import form_for
from model.office_file import OfficeFile
from model.report import Report, Slot, SlotKind, SlotValue

OFFICE = "云溪县行政审批服务局"
RECEIVED = "applications.received.natural_person"


def put(report: Report, kind: SlotKind, key: str, value: SlotValue) -> None:
    """Set one slot."""
    report.set([(Slot(kind, key), value)])


def report_on(year: int, received: int | None = None) -> Report:
    """A report with one number in it, or none."""
    report = Report(form_for(year), OFFICE, year)
    put(report, SlotKind.CELL, RECEIVED, received)
    return report


def office_file(path: Path, *years: int) -> OfficeFile:
    """A saved office file with blank reports, open for writing."""
    made = OfficeFile.create(path, OFFICE)
    for year in years or (2024,):
        made.start_year(year)
    made.save()
    return made


def receive(opened: OfficeFile, number: int, year: int = 2024) -> None:
    """Enter how many applications natural persons made."""
    put(opened.reports[year], SlotKind.CELL, RECEIVED, number)


def received(opened: OfficeFile, year: int = 2024) -> object:
    """How many applications natural persons made, as the file says."""
    return opened.reports[year].value(RECEIVED)
