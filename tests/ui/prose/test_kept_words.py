"""What stands in the editor is kept with its number fields by name, all of it and any part."""

import pytest
from pytestqt.qtbot import QtBot

from tests.export.sample import report_of
from ui.prose.editor import ProseEditor
from ui.prose.kept_words import as_kept, kept_of, whole
from ui.prose.text_marks import cursor_over

KEPT = "全年𠮷收到{收到申请总数}件，\n\n办结{办结申请总数}件。"


@pytest.fixture
def editor(qtbot: QtBot) -> ProseEditor:
    made = ProseEditor(report_of())
    qtbot.addWidget(made)
    made.load(report_of(), KEPT)
    return made


def test_the_whole_text_comes_back_as_it_was_kept(editor: ProseEditor) -> None:
    assert whole(editor.document()) == KEPT


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        (0, 4, "全年𠮷"),
        (4, 7, "收到{收到申请总数}"),
        (7, 12, "件，\n\n办"),
        (12, 15, "结{办结申请总数}件"),
        (5, 5, ""),
    ],
)
def test_a_part_is_kept_with_the_fields_that_lie_in_it(
    editor: ProseEditor, start: int, end: int, kept: str
) -> None:
    assert kept_of(cursor_over(editor, start, end)) == kept


def test_lines_and_paragraphs_end_alike() -> None:
    assert as_kept("一\u2029二\u2028三") == "一\n二\n三"
