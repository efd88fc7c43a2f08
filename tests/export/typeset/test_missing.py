"""What cannot be printed is told with its place, before somebody signs a paper with a mark in a name."""

from export.products import PLAIN, unprintable
from export.typeset.faces import embedded_faces
from export.typeset.missing import missing_in
from model.document import Document, Paragraph, Role, Table, TableCell
from model.report import Slot, SlotKind
from tests.export import reports


def test_each_character_is_told_once_with_heading_and_words() -> None:
    blocks = (
        Paragraph("一、总体情况", Role.HEADING1),
        Paragraph("群众点赞👍，满意度高，再点赞👍。"),
        Table(1, 1, (TableCell(0, 0, "要点\uf06c"),)),
    )
    first, second = missing_in(Document(blocks), embedded_faces())
    assert (first.character, first.heading, first.words) == ("👍", "一、总体情况", "群众点赞👍，满意度高，")
    assert "U+F06C" in second.line
    assert "一、总体情况“群众点赞👍" in first.line


def test_what_can_be_printed_is_not_told() -> None:
    blocks = (Paragraph("陈𠮷、王喆，1200m²，⾏政许可，−5℃，✓①⑳\u200b"),)
    assert missing_in(Document(blocks), embedded_faces()) == ()


def test_a_report_tells_what_of_it_will_not_be_on_paper() -> None:
    report = reports.report()
    report.set([(Slot(SlotKind.TEXT, "problems"), "存在的问题：😀。")])
    (line,) = unprintable(report, PLAIN)
    assert "😀" in line
    assert "五、存在的主要问题及改进情况" in line
