"""An edited draft that is read in a process of its own arrives with its notes."""

import json
from pathlib import Path

import pytest

from intake.apart.draft_apart import DraftApart, line_of
from intake.apart.wire import BytesSource, FileSource, Request, read, refused
from intake.draft import Draft, take_in_draft_bytes
from intake.errors import ReaderEnded, SourceRefused
from intake.recognise import Recognition
from model.report import Report, Slot, SlotKind
from model.review.draft_notes import Note, NoteKind
from tests.export.sample import report_of
from tests.intake.edited_drafts import cell_with, commented, edited

FIRST = "全年收到申请12件，均按时答复。"
SECOND = "完善制度，做好培训。"
NOTES = (
    Note(NoteKind.COMMENT, "王主任", "2025-01-12", "核对", "5", "4", 1, 2, 3, "a.b.c", "applications"),
    Note(NoteKind.CHANGE, "", "", "", "如今的段落", "从前的段落"),
)


@pytest.fixture
def report() -> Report:
    made = report_of()
    made.set([(Slot(SlotKind.TEXT, "overview"), f"{FIRST}\n{SECOND}")])
    return made


@pytest.fixture
def apart() -> DraftApart:
    return DraftApart(Request(BytesSource(b"", "改.docx"), draft=True))


def test_every_note_arrives_as_it_was_found(report: Report, apart: DraftApart) -> None:
    got = apart.understood(line_of(Draft(Recognition(report, (), ()), NOTES)))
    assert isinstance(got, Draft)
    assert got.notes == NOTES
    assert got.found.report.slots == report.slots


def test_progress_and_refusals_are_heard_and_a_report_is_no_draft(report: Report, apart: DraftApart) -> None:
    assert apart.understood(b'{"progress": "1"}') == "1"
    with pytest.raises(SourceRefused, match="不行"):
        apart.understood(refused(SourceRefused("不行")))
    with pytest.raises(ReaderEnded):
        apart.understood(read(Recognition(report, (), ())))


@pytest.mark.parametrize("spoilt", [{"kind": "other"}, {"row": "x"}, {"nobody": "knows"}])
def test_a_note_that_is_none_ends_the_reading(
    report: Report, apart: DraftApart, spoilt: dict[str, object]
) -> None:
    told = json.loads(line_of(Draft(Recognition(report, (), ()), NOTES)))
    told["draft"]["notes"][0].update(spoilt)
    with pytest.raises(ReaderEnded):
        apart.understood(json.dumps(told).encode())


def test_a_draft_is_read_in_a_process_of_its_own(report: Report, tmp_path: Path) -> None:
    data = edited(report, commented(SECOND, "写具体些"), cell_with(0, 2, 1, "77"))
    path = tmp_path / "改.docx"
    path.write_bytes(data)
    here = take_in_draft_bytes(data, "改.docx")
    for source in (FileSource(path), BytesSource(data, "改.docx")):
        got = DraftApart(Request(source, draft=True)).result()
        assert got.notes == here.notes
        assert got.found.report.values() == here.found.report.values()
        assert got.found.sources == here.found.sources
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(SourceRefused, match="不是 Word 文件"):
        DraftApart(Request(FileSource(path), draft=True)).result()
