"""The PDF is a sound file that tells of nothing but the report, and what is copied from it is what was written."""

import re

import pytest

from export.pdf import PdfOptions, render
from export.typeset.drawing import draw
from export.typeset.pages import Mark, Page
from export.typeset.record import Record
from export.typeset.tagging import Node
from model.document import Document, Paragraph
from tests.export import reports
from tests.export.paper import read


def test_cross_references_point_at_the_objects() -> None:
    data = render(reports.document())
    start = int(data.rpartition(b"startxref\n")[2].split()[0])
    assert data[start : start + 4] == b"xref"
    offsets = [int(line[:10]) for line in data[start:].splitlines() if line.rstrip().endswith(b" n")]
    assert len(offsets) > 20
    for number, offset in enumerate(offsets, 1):
        assert data[offset:].startswith(b"%d 0 obj\n" % number)


def test_nothing_tells_of_time_or_machine() -> None:
    data = render(reports.document())
    assert set(re.findall(rb"Date \(D:(\d{8})", data)) == {b"20250120"}
    assert b"/home" not in data
    assert b".ttf" not in data


def test_another_office_is_another_file_id() -> None:
    first, second = (
        re.search(rb"/ID\s*\[<(\w+)>", render(reports.document(2024, office))) for office in ("甲局", "乙局")
    )
    assert first is not None
    assert second is not None
    assert first[1] != second[1]


def test_the_language_and_the_title_are_told_to_the_reader() -> None:
    data = render(reports.document(), PdfOptions())
    assert b"/Lang (zh-CN)" in data
    assert b"/DisplayDocTitle true" in data


@pytest.mark.parametrize(
    "text", ["“放管服”。（《条例》、《办法》）", "𬭎𠮷两字", "好😀𬭎", "：“《》”，；（）"]
)
def test_what_is_copied_is_what_was_written(text: str) -> None:
    assert read(render(Document((Paragraph(text),)))).text.startswith(text)


def test_the_same_mark_is_printed_for_every_missing_character() -> None:
    marks = read(render(Document((Paragraph("好😀😁"),)))).pages[0].of_size(16)[1:]
    assert len({round(mark.right - mark.left, 1) for mark in marks}) == 1
    assert len({mark.x for mark in marks}) == 2


def test_every_face_is_embedded() -> None:
    data = render(reports.document())
    assert data.count(b"/FontFile2") == data.count(b"/BaseFont") > 4


def test_what_is_no_text_does_not_stop_the_description() -> None:
    data = draw(
        [Page(1, (), (), (Mark(0, 0, "甲\ud800", 1), Mark(9, 1, "乙", 2)))],
        Record("年报\ud800", "甲局"),
        Node("Document"),
    )
    paper = read(data)
    assert paper.information["Title"] == "年报"
    assert [(level, title) for level, title, _ in paper.bookmarks] == [(0, "甲"), (1, "乙")]
