"""An edited Word file is read with all changes accepted, and its comments and tracked changes come to their places."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile

from intake.draft import take_in_draft_bytes
from intake.errors import NotUnderstood, SourceRefused
from intake.readers.word import read_word, read_word_with_notes
from model.compose import compose
from model.document import Table
from model.report import Report, Slot, SlotKind
from model.review.draft_notes import NoteKind
from tests.export.sample import FORMS, report_of
from tests.intake.edited_drafts import (
    CHIEF,
    DAY,
    commented,
    commented_cell,
    edited,
    joined_to_next,
    tracked,
    tracked_removal,
)

FIRST = "全年收到申请12件，均按时答复。"
SECOND = "完善制度，做好培训。"
CELL = "applications.granted.natural_person"


@pytest.fixture
def report() -> Report:
    made = report_of()
    made.set([(Slot(SlotKind.TEXT, "overview"), f"{FIRST}\n{SECOND}")])
    return made


def words_of(data: bytes) -> list[str]:
    return [block.text for block in read_word(data, "a.docx").paragraphs]


def test_a_tracked_change_reads_as_accepted_with_and_without_notes(report: Report) -> None:
    data = edited(report, tracked("均按时答复", "全部办结"))
    document, notes = read_word_with_notes(data, "a.docx")
    assert document == read_word(data, "a.docx")
    assert "全年收到申请12件，全部办结。" in words_of(data)
    [note] = notes
    assert (note.kind, note.who, note.when) == (NoteKind.CHANGE, CHIEF, DAY)
    assert (note.before, note.anchor) == (FIRST, "全年收到申请12件，全部办结。")


def test_a_paragraph_that_was_deleted_with_tracking_is_gone(report: Report) -> None:
    data = edited(report, tracked_removal(SECOND))
    assert SECOND not in "".join(words_of(data))
    assert FIRST in words_of(data)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(report: Report) -> None:
    assert FIRST + SECOND in words_of(edited(report, joined_to_next(FIRST)))


def test_comments_come_with_their_paragraph_and_cell(report: Report) -> None:
    data = edited(report, commented(SECOND, "写具体些"))
    [note] = take_in_draft_bytes(data, "a.docx").notes
    assert (note.kind, note.who, note.when, note.text) == (NoteKind.COMMENT, CHIEF, DAY, "写具体些")
    assert (note.anchor, note.cell) == (SECOND, "")


@pytest.mark.parametrize("form", FORMS)
def test_every_cell_with_a_comment_is_known_by_its_key(form: str) -> None:
    report = report_of(form)
    for number, table in enumerate(compose(report).tables):
        cells = [cell for cell in table.cells if cell.key][::7]
        edits = [commented_cell(number, cell.row, cell.column, cell.key or "") for cell in cells]
        notes = take_in_draft_bytes(edited(report, *edits), "a.docx").notes
        assert len(notes) == len(cells)
        assert [note.cell for note in notes] == [note.text for note in notes]


def test_a_cell_that_moved_down_with_its_row_is_still_known(report: Report) -> None:
    def add_row(file: WordFile) -> None:
        row = file.tables[-2].rows[3]._tr
        row.addnext(deepcopy(row))

    [index] = [
        n for n, table in enumerate(tables_of(report)) if any(cell.key == CELL for cell in table.cells)
    ]
    [cell] = [cell for cell in tables_of(report)[index].cells if cell.key == CELL]
    data = edited(report, commented_cell(index, cell.row, cell.column, "核对"), add_row)
    assert [note.cell for note in take_in_draft_bytes(data, "a.docx").notes] == [CELL]


def tables_of(report: Report) -> list[Table]:
    return list(compose(report).tables)


def test_what_is_no_word_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match=r"“改\.pdf”不是 Word 文件"):
        take_in_draft_bytes(b"%PDF-1.7\n", "改.pdf")


def test_a_file_without_a_report_is_no_draft() -> None:
    file = docx.Document()
    file.add_paragraph("会议通知：请各科室准时参加。")
    made = BytesIO()
    file.save(made)
    with pytest.raises(NotUnderstood, match="不是这份报告的修改稿"):
        take_in_draft_bytes(made.getvalue(), "通知.docx")
