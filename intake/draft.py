"""Takes an edited Word file of a report in: what it says now, and the comments and tracked changes at their places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from intake.errors import NotUnderstood, SourceRefused, YearNotTold
from intake.plain_words import without_spaces
from intake.progress import Tell, silent
from intake.readers.kinds import Kind, kind_of
from intake.readers.limits import read_bounded
from intake.recognise import Recognition, recognise
from model.document import CellRole, Document, Table
from model.form import Form, FormTable
from model.layout import Layout, PrintedCell, layout_of
from model.review.draft_notes import Note

_LIKE: Final = 0.5
"""A table with fewer of a form's labels than this part is another one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What came back: the report as the file has it, and what stands beside its words."""

    found: Recognition
    notes: tuple[Note, ...]


def take_in_draft(path: Path, tell: Tell = silent, *, year: int | None = None) -> Draft:
    """Return what an edited file says; `year` where it does not tell it. Raises SourceRefused and NotUnderstood."""
    return take_in_draft_bytes(read_bounded(path), path.name, tell, year=year)


def take_in_draft_bytes(data: bytes, name: str, _tell: Tell = silent, *, year: int | None = None) -> Draft:
    """Return what an edited file's bytes say. Raises SourceRefused for any other kind, and NotUnderstood."""
    if kind_of(data, name) is not Kind.WORD:
        raise SourceRefused(
            f"“{name}”不是 Word 文件，不能对照修改；请选择改过的 .docx，整份报告请用“导入已有报告”"
        )
    # Loaded here: the reader's process reads other things as well.
    from intake.readers.border import border
    from intake.readers.word import read_word_with_notes

    with border(name, " Word 或 WPS "):
        document, notes = read_word_with_notes(data, name)
    try:
        found = _recognised(document, name, year)
    except NotUnderstood as error:
        raise NotUnderstood(
            f"“{name}”中没有找到年度报告，不是这份报告的修改稿；请选择由“导出”得到、再修改过的 Word 文件"
        ) from error
    return Draft(found, tuple(_placed(found.report.form, document, notes)))


def _recognised(document: Document, name: str, year: int | None) -> Recognition:
    try:
        return recognise(document, name=name)
    except YearNotTold:
        return recognise(document, name=name, year=year)


def _placed(form: Form, document: Document, notes: Sequence[Note]) -> Iterator[Note]:
    """The notes, those in tables with the keys of their cells."""
    tables = list(document.tables)
    for note in notes:
        table = tables[note.table] if 0 <= note.table < len(tables) else None
        known = _form_table(form, table) if table is not None else None
        if table is None or known is None:
            yield note
        else:
            yield replace(note, cell=_key_at(known, table, note.row, note.column), page=known.section)


def _form_table(form: Form, table: Table) -> FormTable | None:
    """The form's table whose labels the file's table has."""
    words = {without_spaces(cell.text) for cell in table.cells}
    shares = {}
    for known in form.tables:
        labels = {without_spaces(place.text) for place in layout_of(known).places if place.text}
        shares[known.id] = len(labels & words) / len(labels)
    best = max(form.tables, key=lambda known: shares[known.id])
    return best if shares[best.id] > _LIKE else None


def _key_at(known: FormTable, table: Table, row: int, column: int) -> str:
    """The key of a cell: in its column, and in the row that has the same labels, the nearest where several have."""
    layout = layout_of(known)
    values = [place for place in layout.places if place.key and place.column == column]
    labels = _labels_in_file(table, row)
    alike = [place for place in values if _labels_in_form(layout, place) == labels]
    nearest = min(alike, key=lambda place: abs(place.row - row), default=None)
    return nearest.key or "" if nearest is not None else ""


def _labels_in_file(table: Table, row: int) -> tuple[str, ...]:
    """The words in a row of the file's table, numbers left out."""
    cells = table.grid()[row] if row < table.rows else []
    words = (without_spaces(cell.text) for cell in dict.fromkeys(cells) if cell is not None)
    return tuple(word for word in words if word and not word.strip("+-−.,，%").replace(".", "").isdigit())


def _labels_in_form(layout: Layout, value: PrintedCell) -> tuple[str, ...]:
    """The labels of the row that a value of the form stands in."""
    labels = (
        place
        for place in layout.places
        if place.role is not CellRole.VALUE and place.row <= value.row < place.row + place.rowspan
    )
    return tuple(without_spaces(place.text) for place in labels if place.text)
