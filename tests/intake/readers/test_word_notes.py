"""Comments and tracked changes come with their paragraph or cell, each once."""

import pytest
from lxml import etree

from intake.readers import word_notes
from intake.readers.word_notes import NoteTaker
from model.review.draft_notes import Note, NoteKind

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="王主任" w:date="2025-01-12T09:30:00Z"'
BEGIN = '<w:commentRangeStart w:id="1"/>'


def element(xml: str) -> etree._Element:
    return etree.fromstring(f"<x {NAMES}>{xml}</x>")[0]


def comment(words: str, number: int = 1, by: str = BY) -> str:
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in words.split("\n"))
    return f'<w:comment w:id="{number}" {by}>{lines}</w:comment>'


def text(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def taker(*comments: str) -> NoteTaker:
    return NoteTaker(element(f"<w:comments>{''.join(comments)}</w:comments>"))


def notes(paragraph: str, *comments: str) -> tuple[Note, ...]:
    taken = taker(*comments)
    taken.paragraph((element(f"<w:p>{paragraph}</w:p>"),), "如今的段落")
    return taken.notes


def test_a_comment_comes_with_who_made_it_when_and_the_paragraph_it_is_on() -> None:
    assert notes(BEGIN + text("段落"), comment("写具体些")) == (
        Note(NoteKind.COMMENT, "王主任", "2025-01-12", "写具体些", "如今的段落", "段落"),
    )


def test_a_comment_that_is_only_referred_to_or_begins_before_its_paragraph_is_found() -> None:
    assert len(notes(text("段落") + '<w:r><w:commentReference w:id="1"/></w:r>', comment("改"))) == 1
    taken = taker(comment("改"), comment("不在这里", 2))
    body = element(f'<w:body><w:commentRangeStart w:id="2"/><w:p/>{BEGIN}<w:p>{text("段落")}</w:p></w:body>')
    taken.paragraph((body[-1],), "段落")
    assert [note.text for note in taken.notes] == ["改"]


def test_a_comment_over_several_paragraphs_is_told_once() -> None:
    taken = taker(comment("改"))
    for _ in range(2):
        taken.paragraph((element(f"<w:p>{BEGIN}{text('段落')}</w:p>"),), "段落")
    assert len(taken.notes) == 1


def test_lines_of_a_comment_stay_and_blank_ones_go() -> None:
    [note] = notes(BEGIN, comment("写具体些\n\n附上数字"))
    assert note.text == "写具体些\n附上数字"
    assert notes(BEGIN, comment(" ")) == ()


def test_a_comment_without_a_sound_day_has_none() -> None:
    [note] = notes(BEGIN, comment("改", by='w:author=" 李 " w:date="2025-02-30T00:00:00Z"'))
    assert (note.who, note.when) == ("李", "")


def test_what_a_program_writes_for_who_has_no_name_is_no_name() -> None:
    [note] = notes(BEGIN, comment("改", by='w:author="Unknown Author" w:date="2025-01-12T09:30:00Z"'))
    assert (note.who, note.when) == ("", "2025-01-12")


INSERTED = f"<w:ins {BY}>{text('全部办结')}</w:ins>"
DELETED = (
    '<w:del w:author="李" w:date="2025-01-14T08:00:00Z"><w:r><w:delText>均已答复</w:delText></w:r></w:del>'
)


def test_tracked_changes_of_a_paragraph_are_one_note_with_all_who_made_them_and_the_last_day() -> None:
    assert notes(text("申请") + DELETED + INSERTED) == (
        Note(NoteKind.CHANGE, "李、王主任", "2025-01-14", "", "如今的段落", "申请均已答复"),
    )


@pytest.mark.parametrize("name", ["ins", "del", "moveTo", "moveFrom"])
def test_each_kind_of_tracked_change_is_one(name: str) -> None:
    [note] = notes(f"<w:{name} {BY}>{text('字')}</w:{name}>")
    assert note.kind is NoteKind.CHANGE
    assert note.before == ("" if name in ("ins", "moveTo") else "字")


def test_a_paragraph_without_either_has_no_note() -> None:
    assert notes(text("段落"), comment("别处的")) == ()


def test_a_cell_is_told_by_its_table_row_and_column() -> None:
    taken = taker()
    cell = element(f"<w:tc><w:p>{INSERTED}</w:p></w:tc>")
    taken.cell(cell, 2, 3, "5")
    taken.end_table()
    taken.cell(cell, 4, 5, "6")
    taken.paragraph((cell[0],), "段落")
    assert [(note.table, note.row, note.column, note.anchor) for note in taken.notes] == [
        (0, 2, 3, "5"),
        (1, 4, 5, "6"),
        (-1, -1, -1, "段落"),
    ]


def test_neither_endless_comments_nor_endless_words_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_notes, "_MOST_NOTES", 2)
    monkeypatch.setattr(word_notes, "_LONGEST", 4)
    taken = taker(*(comment("写具体一些", number) for number in range(5)))
    for number in range(5):
        taken.paragraph((element(f'<w:p><w:commentRangeStart w:id="{number}"/></w:p>'),), "段落")
    assert [note.text for note in taken.notes] == ["写具体一"] * 2


def test_a_change_that_names_nobody_adds_no_name() -> None:
    [note] = notes(INSERTED + "<w:ins><w:r><w:t>字</w:t></w:r></w:ins>")
    assert (note.who, note.when) == ("王主任", "2025-01-12")
