"""Whatever is done with a text, by whomever and whatever is selected meanwhile: what is shown is what is kept."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.number_fields import expand, fields_in
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from tests.ui.windows import session_of, workspace_of
from ui.desk.session import Session
from ui.frame.main_window import MainWindow
from ui.prose.editor import ProseEditor
from ui.prose.number_chip import ChipPainter, chip_name
from ui.prose.page import ProsePage
from ui.prose.text_map import FIELD_CHARACTER

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
STRANGE = "\ufffc\ufffb\x00\u2028\u2029\ufdd0\u200b\ufeff"
WRONG = "作出行政许可19867件。"


def shown(editor: ProseEditor) -> str:
    """The words in sight, read character by character, with what each chip says."""
    document, painter, words = editor.document(), editor.findChild(ChipPainter), b""
    assert painter is not None
    cursor = QTextCursor(document)
    for place in range(document.characterCount() - 1):
        cursor.setPosition(place + 1)
        character = "\n" if document.characterAt(place) == "\u2029" else document.characterAt(place)
        is_chip = character == FIELD_CHARACTER and chip_name(cursor.charFormat())
        said = painter.words(chip_name(cursor.charFormat())) if is_chip else character
        words += said.encode("utf-16-le", "surrogatepass")
    return words.decode("utf-16-le", "surrogatepass")


def assert_one(editor: ProseEditor, session: Session) -> None:
    """The report has what is in sight, each field as a field and each character at its place."""
    kept = session.report.text("overview")
    assert editor.kept == kept
    assert shown(editor) == expand(session.report, kept)
    assert len(list(fields_in(session.report, kept))) == editor.toPlainText().count(FIELD_CHARACTER)
    assert editor.places.size == editor.document().characterCount() - 1


def editor_of(window: MainWindow) -> ProseEditor:
    page = workspace_of(window).show_page("overview")
    assert isinstance(page, ProsePage)
    window.activateWindow()
    page.enter()
    return page.editor


def paste(editor: ProseEditor, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)


class Hands:
    """Does at random what can be done with the text of a section, by its own keys or from elsewhere in the window."""

    def __init__(self, window: MainWindow, dice: Random) -> None:
        self.window, self.dice = window, dice
        self.editor, self.session = editor_of(window), session_of(window)
        self.before = self.session.report.text("overview")

    def select(self) -> None:
        """Everything, a stretch in either direction, or nothing: a cursor somewhere."""
        last = self.editor.document().characterCount() - 1
        ends = [0, last] if self.dice.random() < 0.3 else [self.dice.randint(0, last) for _ in range(2)]
        self.dice.shuffle(ends)
        cursor = self.editor.textCursor()
        cursor.setPosition(ends[0])
        if self.dice.random() < 0.8:
            cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def write(self) -> None:
        """Words by keys."""
        type_words(self.editor, self.dice.choice(["好", "𠮷。", "a,b", WRONG, "{收到申请总数}", "\n"]))

    def commit(self) -> None:
        """Words of an input method, with what should not be among them."""
        committed = QInputMethodEvent()
        committed.setCommitString("公" + self.dice.choice(STRANGE) + "开")
        QApplication.sendEvent(self.editor, committed)

    def press(self) -> None:
        """A key that takes something out, breaks a line, or moves words."""
        key, held = self.dice.choice(
            [
                (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
                (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
                (Qt.Key.Key_Return, SHIFT),
                (Qt.Key.Key_X, CTRL),
                (Qt.Key.Key_V, CTRL),
                (Qt.Key.Key_Return, ALT),
            ]
        )
        QTest.keyClick(self.editor, key, held)

    def bring(self) -> None:
        """Words from elsewhere, with what other programs put between them."""
        paste(self.editor, "公开,信息" + self.dice.choice(STRANGE) + "𠮷{办结申请总数}")

    def drop(self) -> None:
        """Words dragged with the mouse: the selected ones to another place, or some of another program."""
        view, data, action = self.editor.viewport(), QMimeData(), Qt.DropAction.CopyAction
        data.setText("拖" + self.dice.choice(STRANGE) + "入𠮷")
        if self.editor.textCursor().hasSelection():
            data, action = self.editor.createMimeDataFromSelection(), Qt.DropAction.MoveAction
        place = QPoint(self.dice.randrange(view.width()), self.dice.randrange(view.height()))
        button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(view, QDragEnterEvent(place, action, data, button, held))
        QApplication.sendEvent(view, QDropEvent(QPointF(place), action, data, button, held))

    def insert(self) -> None:
        """A number of the tables, or drafted sentences."""
        page = workspace_of(self.window).show_page("overview")
        assert isinstance(page, ProsePage)
        if self.dice.random() < 0.5:
            self.editor.insert_kept("{予以公开数}")
        else:
            page.offer_drafts()
            page.drafts.insert()

    def mend(self) -> None:
        """What a finding offers, from its card or its row of the list."""
        offered = [each for each in self.session.outcome.findings if each.rewording or each.respelling]
        if offered:
            self.session.mend(self.dice.choice(offered))

    def replace(self) -> None:
        """All places of some words in all texts."""
        bar = workspace_of(self.window).find_bar
        bar.words.setText(self.dice.choice(["公开", "件", "，"]))
        bar.instead.setText(self.dice.choice(["公布", "𠮷", "", "{收到申请总数}"]))
        bar.replace_all()

    def go_back(self) -> None:
        """Undo and redo."""
        self.window.actions_of[self.dice.choice(["undo", "undo", "redo"])].trigger()

    def put(self) -> None:
        """The whole text as it was, as reading back and taking back put it; or a number of the tables."""
        text, cell = Slot(SlotKind.TEXT, "overview"), Slot(SlotKind.CELL, "applications.granted.enterprise")
        setting = (text, self.before) if self.dice.random() < 0.5 else (cell, self.dice.randint(0, 99999))
        self.session.edit([setting], "修改")

    def deeds(self) -> list[Callable[[], None]]:
        """All of it."""
        return [
            self.write, self.drop, self.commit, self.press, self.bring, self.insert,
            self.mend, self.replace, self.go_back, self.put,
        ]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_after_each_of_many_deeds_the_report_has_what_is_in_sight(
    sample_window: MainWindow, seed: int
) -> None:
    hands = Hands(sample_window, Random(seed))
    for _ in range(60):
        hands.select()
        hands.dice.choice(hands.deeds())()
        assert_one(hands.editor, hands.session)


def test_numbers_stay_while_all_is_selected_and_undone(sample_window: MainWindow) -> None:
    editor, session = editor_of(sample_window), session_of(sample_window)
    before = shown(editor)
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    type_words(editor, "好")
    QTest.keyClick(editor, Qt.Key.Key_A, CTRL)
    sample_window.actions_of["undo"].trigger()
    assert shown(editor) == before
    type_words(editor, "好")
    assert_one(editor, session)


def test_the_number_that_a_finding_offers_is_shown_where_its_words_are_selected(
    sample_window: MainWindow,
) -> None:
    editor, session = editor_of(sample_window), session_of(sample_window)
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    type_words(editor, "\n" + WRONG)
    QTest.keyClick(editor, Qt.Key.Key_F8)
    assert "19867" in editor.textCursor().selectedText()
    QTest.keyClick(editor, Qt.Key.Key_Return, ALT)
    assert shown(editor).endswith("作出行政许可19876件。")
    type_words(editor, "好")
    assert session.report.text("overview").endswith("好件。")
    assert_one(editor, session)


@pytest.mark.parametrize("stray", STRANGE)
def test_after_a_strange_character_was_pasted_what_is_offered_is_put_at_its_place(
    sample_window: MainWindow, stray: str
) -> None:
    editor, session = editor_of(sample_window), session_of(sample_window)
    paste(editor, f"见图{stray}。")
    QTest.keyClick(editor, Qt.Key.Key_End, CTRL)
    type_words(editor, "\n" + WRONG)
    QTest.keyClick(editor, Qt.Key.Key_F8)
    QTest.keyClick(editor, Qt.Key.Key_Return, ALT)
    assert shown(editor).endswith("\n作出行政许可19876件。")
    assert_one(editor, session)
