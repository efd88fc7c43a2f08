"""Takes a source in: a file, bytes or the clipboard becomes a report with its summary, to be looked at before use."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake.errors import NotUnderstood, SourceRefused
from intake.progress import Tell, silent
from intake.readers.kinds import SHEETS, Kind, kind_of
from intake.readers.limits import read_bounded
from intake.readers.reading import read_bytes, read_clipboard
from intake.recognise import Recognition, recognise
from model.document import Document
from model.errors import FileDamaged
from model.import_state import ImportState
from model.preamble import draft_preamble, level_of
from model.report import OF_THE_FILE, Report, Slot, SlotKind

if TYPE_CHECKING:
    from model.file.office_content import Difference

_COMPARED: Final = (
    SlotKind.CELL,
    SlotKind.DECLARED,
    SlotKind.FIELD,
    SlotKind.TEXT,
    SlotKind.HEADING,
    SlotKind.ORDER,
)


def take_in(
    path: Path, tell: Tell = silent, *, office: str | None = None, year: int | None = None
) -> Recognition:
    """Return what a file says. Raises SourceRefused and NotUnderstood."""
    return take_in_bytes(read_bounded(path), path.name, tell, office=office, year=year)


def take_in_bytes(
    data: bytes, name: str, tell: Tell = silent, *, office: str | None = None, year: int | None = None
) -> Recognition:
    """Return what a file's bytes say; a workbook of the program's own is read back exactly.

    Raises SourceRefused and NotUnderstood.
    """
    return _settled(_taken_in(data, name, tell, office, year))


def _taken_in(data: bytes, name: str, tell: Tell, office: str | None, year: int | None) -> Recognition:
    kind = kind_of(data, name)
    if kind is Kind.OFFICE:
        return _from_office_file(data, name, office, year)
    document = read_bytes(data, name, tell)
    if kind in SHEETS:
        from intake.own_workbook import own_report

        own = own_report(data)
        if own is not None:
            return _checked(own, document, office, year)
    return recognise(document, office=office, year=year, name=name)


def take_in_clipboard(
    html: str, text: str, *, office: str | None = None, year: int | None = None
) -> Recognition:
    """Return what was copied says. Raises SourceRefused and NotUnderstood."""
    return _settled(recognise(read_clipboard(html, text), office=office, year=year))


def _settled(found: Recognition) -> Recognition:
    """What follows from what was read: the office's kind, which sets the deadline, and whose words the preamble has."""
    report = found.report
    if report.office and not report.field("level") and not found.exact:
        report.set([(Slot(SlotKind.FIELD, "level"), level_of(report.office))])
    if report.text("preamble") == draft_preamble(report):
        # The program's own words: they go on following what they are drafted from.
        report.set([(Slot(SlotKind.TEXT, "preamble"), None)])
    return found


def _from_office_file(data: bytes, name: str, office: str | None, year: int | None) -> Recognition:
    """A report out of another file of the program's, as a colleague has sent it: the year asked for, or the newest."""
    # Loaded here and below: a reader's process starts anew for each source, and hardly one needs it.
    from model.file.office_content import Content

    try:
        reports = Content.decode(data, name).reports
    except FileDamaged as error:
        raise SourceRefused(
            f"“{name}”已损坏（{error.place}）；请让同事用“备份包”或“另存为”再发一份，重新导入"
        ) from error
    if not reports:
        raise NotUnderstood(f"“{name}”中还没有年度报告，请选择另一个文件")
    report = reports.get(year or 0) or reports[max(reports)]
    report.forget(OF_THE_FILE)
    if office is not None:
        report.set([(Slot(SlotKind.FIELD, "office"), office)])
    summary = [_heading(report), "这是年报助手的文件，已逐处读出"]
    if len(reports) > 1:
        summary.append(f"文件中有 {'、'.join(map(str, reports))} 年度，这里是 {report.year} 年度")
    elif year is not None and report.year != year:
        summary.append(f"文件中没有 {year} 年度，这里是 {report.year} 年度")
    return Recognition(report, tuple(summary), (), exact=True)


def _checked(own: Report, document: Document, office: str | None, year: int | None) -> Recognition:
    """The report at the places noted, unless rows were moved: then the labels tell another story."""
    by_label = recognise(document, office=office or own.office, year=year or own.year)
    states = by_label.report.of_kind(SlotKind.STATE)
    sure = [key for key in own.form.entered if states.get(key) == ImportState.READ.value]
    moved = by_label.report.form is not own.form or any(
        own.value(key) != by_label.report.value(key) for key in sure
    )
    if moved:
        return by_label
    overruled: Iterable[tuple[str, str | int | None]] = (("office", office), ("year", year))
    own.set((Slot(SlotKind.FIELD, name), value) for name, value in overruled if value is not None)
    return Recognition(own, (_heading(own), "这是本程序导出的表格，已逐格读回"), (), exact=True)


def _heading(report: Report) -> str:
    return f"机关：{report.office or '（没有填写）'}；年度：{report.year}；格式：{report.form.name}"


def differences(existing: Report, imported: Report) -> "tuple[Difference, ...]":
    """Return the slots that an import would change in the year that is there: numbers, words and office data."""
    from model.file.office_content import compare

    year = existing.year
    found = compare({year: dict(existing.slots)}, {year: dict(imported.slots)})
    return tuple(difference for difference in found if difference.slot.kind in _COMPARED)
