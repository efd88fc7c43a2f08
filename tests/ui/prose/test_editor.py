"""The prose editor: plain words with number fields that follow the tables; undo belongs to the report."""

from random import Random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.report import Report, Slot, SlotKind
from tests.ui.hands import type_words
from ui.desk.session import Session
from ui.look.style import apply_style
from ui.prose.editor import ProseEditor
from ui.prose.number_chip import ChipPainter
from ui.prose.text_map import FIELD_CHARACTER, tokens_of

FIELD = "收到申请总数"
KEPT = "全年收到申请{收到申请总数}件。"


def editor(qtbot: QtBot, report: Report, kept: str = "") -> ProseEditor:
    made = ProseEditor(report)
    qtbot.addWidget(made)
    made.load(report, kept)
    made.show()
    return made


def test_a_field_is_one_character_and_comes_back_as_it_was(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report, KEPT)
    assert made.toPlainText() == f"全年收到申请{FIELD_CHARACTER}件。"
    made.moveCursor(QTextCursor.MoveOperation.End)
    type_words(made, "x")
    assert made.kept == KEPT + "x"


def test_a_chip_says_the_number_of_the_tables(qtbot: QtBot, session: Session) -> None:
    painter = editor(qtbot, session.report, KEPT).findChild(ChipPainter)
    assert painter is not None
    report = session.report
    assert painter.words(FIELD) == "〔未填〕"
    cells = [key for key in report.form.entered if key.startswith("applications.received.")]
    report.set([(Slot(SlotKind.CELL, key), 3) for key in cells])
    assert painter.words(FIELD) == str(3 * len(cells))


def test_an_inserted_field_is_told_at_once(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report)
    with qtbot.waitSignal(made.typed) as told:
        made.insert_kept("{" + FIELD + "}")
    assert told.args == ["{收到申请总数}"]


def test_words_typed_after_a_field_are_no_field(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report)
    made.insert_kept("{" + FIELD + "}")
    type_words(made, "7")
    assert made.kept == "{收到申请总数}7"


def test_two_paragraphs_and_a_rare_character_keep_their_places(qtbot: QtBot, session: Session) -> None:
    kept = "一\U00020bb7{收到申请总数}\n二{收到申请总数}{收到申请总数}三"
    made = editor(qtbot, session.report, kept)
    made.moveCursor(QTextCursor.MoveOperation.End)
    type_words(made, "四")
    assert made.kept == kept + "四"


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_typed_or_taken_out_the_kept_text_is_that_which_is_shown(
    qtbot: QtBot, session: Session, seed: int
) -> None:
    dice, tokens = Random(seed), ["收", "{收到申请总数}", "件", "\n", "\U00020bb7", "{办结申请总数}"]
    made = editor(qtbot, session.report, "".join(tokens))
    for _ in range(60):
        start = dice.randint(0, len(tokens))
        end = dice.choice([start, min(len(tokens), start + dice.randint(0, 3))])
        new = dice.choice([["办"], ["a", "b"], ["\n"], ["\U00020bb7"], ["{收到申请总数}"], []])
        cursor = made.textCursor()
        cursor.setPosition(_positions(tokens[:start]))
        cursor.setPosition(_positions(tokens[:end]), QTextCursor.MoveMode.KeepAnchor)
        made.setTextCursor(cursor)
        if new and new[0].startswith("{"):
            made.insert_kept("".join(new))
        else:
            made.textCursor().insertText("".join(new))
        tokens[start:end] = new
        assert made.kept == "".join(tokens)


def _positions(tokens: list[str]) -> int:
    """How many places tokens take in the editor: a field one, a rare character two."""
    return sum(1 if len(token) > 1 else len(token.encode("utf-16-le")) // 2 for token in tokens)


def test_copying_gives_numbers_to_others_and_fields_to_ourselves(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report, KEPT)
    made.selectAll()
    made.copy()
    assert QGuiApplication.clipboard().text() == "全年收到申请〔未填〕件。"
    made.moveCursor(QTextCursor.MoveOperation.End)
    made.paste()
    assert made.kept == KEPT + KEPT


def test_pasted_words_come_in_clean(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report)
    data = QMimeData()
    data.setText("  我局 2024 年主动公开信息 12 条,\r\n\r\n均按时公开 ")
    made.insertFromMimeData(data)
    assert made.kept == "我局2024年主动公开信息12条，\n均按时公开"


def test_undo_is_left_to_the_window(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report)
    type_words(made, "abc")
    QTest.keyClick(made, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert made.kept == "abc"


def test_a_run_of_typing_ends_where_the_cursor_jumps_or_a_paragraph_begins(
    qtbot: QtBot, session: Session
) -> None:
    made = editor(qtbot, session.report)
    runs = []
    made.typed.connect(lambda _text: runs.append(made.run))
    type_words(made, "ab")
    made.moveCursor(QTextCursor.MoveOperation.Start)
    type_words(made, "c")
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert [runs[0] == runs[1], runs[1] == runs[2], runs[2] == runs[3]] == [True, False, False]


def test_a_text_changed_elsewhere_keeps_what_is_the_same(qtbot: QtBot, session: Session) -> None:
    made = editor(qtbot, session.report, KEPT)
    told: list[str] = []
    made.typed.connect(told.append)
    made.show_text("全年共收到申请{收到申请总数}件。")
    assert made.kept == "全年共收到申请{收到申请总数}件。"
    assert made.textCursor().position() == 3
    made.show_text("全年共收到申请件。")
    made.moveCursor(QTextCursor.MoveOperation.End)
    assert told == []
    type_words(made, "x")
    assert made.kept == "全年共收到申请件。x"


@pytest.mark.parametrize("contrast", [False, True])
def test_another_look_leaves_the_letters_as_large_as_they_were(
    qtbot: QtBot, qapp: QApplication, session: Session, contrast: bool
) -> None:
    made = editor(qtbot, session.report, "工作平稳有序")
    before = made.document().defaultFont().pointSizeF()
    apply_style(qapp, dark=True, contrast=contrast)
    assert made.document().defaultFont().pointSizeF() == before == made.font().pointSizeF() + 1


@pytest.mark.parametrize("width", [500, 2400])
def test_lines_end_at_the_edge_and_are_never_too_long_to_read(
    qtbot: QtBot, session: Session, width: int
) -> None:
    made = editor(qtbot, session.report, "工作平稳有序" * 80)
    made.resize(width, 400)
    layout = made.document().firstBlock().layout()
    longest = max(layout.lineAt(n).textLength() for n in range(layout.lineCount()))
    assert longest <= 56
    assert layout.lineAt(0).naturalTextWidth() <= made.viewport().width()


def test_what_is_kept_is_what_is_shown_wherever_the_text_is_edited(qtbot: QtBot, session: Session) -> None:
    chance = Random(7)
    pieces = ["甲", "乙，", "\n", "x", "𠮷", "丙\n丁", "{" + FIELD + "}", "。" * 40]
    made = editor(qtbot, session.report, "第一段。\n第二段。")
    wanted = list(tokens_of(session.report, made.kept))
    for _ in range(400):
        start = chance.randint(0, len(wanted))
        end = min(len(wanted), start + chance.choice((0, 0, 1, 3)))
        words = chance.choice(pieces) if chance.random() < 0.7 else ""
        cursor = made.textCursor()
        cursor.setPosition(place_of(wanted[:start]))
        cursor.setPosition(place_of(wanted[:end]), QTextCursor.MoveMode.KeepAnchor)
        made.setTextCursor(cursor)
        made.insert_kept(words)
        wanted[start:end] = tokens_of(session.report, words)
        assert made.kept == "".join(wanted)


def place_of(tokens: list[str]) -> int:
    """Where the editor has what comes after these tokens."""
    return sum(1 if token.startswith("{") else len(token.encode("utf-16-le")) // 2 for token in tokens)
