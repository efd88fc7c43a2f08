"""A page of prose: checklist, size, findings beside the text, last year's words, and numbers put right by one button."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from model.findings import Finding
from model.form_file import form_for
from model.next_year import start_year
from model.report import Report, Slot, SlotKind
from tests.ui.hands import type_words
from ui.desk.pages import pages_of
from ui.desk.session import Session
from ui.look.page_head import PageHead
from ui.prose.page import ProsePage
from ui.prose.side import FindingCard

TOLD = "全年收到政府信息公开申请8件。"


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ProsePage:
    """The page of section 一 of a report in which every cell is 1."""
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in session.report.form.entered], "填写")
    spec = next(spec for spec in pages_of(session.report) if spec.id == "overview")
    made = ProsePage(session, spec)
    qtbot.addWidget(made)
    made.show()
    return made


def cards(page: ProsePage) -> dict[str, FindingCard]:
    """The cards in sight by code."""
    QCoreApplication.processEvents()
    return {card.finding.code: card for card in page.findChildren(FindingCard) if card.isVisible()}


def button(card: FindingCard, words: str) -> QPushButton:
    return next(each for each in card.findChildren(QPushButton) if each.text().startswith(words))


def note(page: ProsePage) -> str:
    return "".join(label.text() for label in page.findChildren(QLabel) if "字" in label.text())


def test_typing_counts_characters_and_aspects(page: ProsePage) -> None:
    type_words(page.editor, "（一）主动公开\n工作平稳。")
    assert "12 字" in note(page)
    assert "写了 1 个" in note(page)


def test_a_number_that_differs_is_marked_beside_and_in_the_text(page: ProsePage) -> None:
    type_words(page.editor, TOLD)
    assert cards(page)["N1"].finding.quote in TOLD
    assert len(page.editor.extraSelections()) == len(page.editor.findings()) > 0


def test_one_button_puts_the_tables_number_into_the_text(page: ProsePage) -> None:
    type_words(page.editor, TOLD)
    button(cards(page)["N1"], "改为 6").click()
    assert page.session.report.text("overview") == TOLD.replace("8", "{收到申请总数}")
    assert page.editor.kept == page.session.report.text("overview")
    assert "N1" not in cards(page)


def test_the_number_follows_the_table_from_then_on(page: ProsePage) -> None:
    type_words(page.editor, TOLD)
    button(cards(page)["N1"], "改为").click()
    page.session.edit([(Slot(SlotKind.CELL, "applications.received.natural_person"), 100)], "填写")
    assert "N1" not in cards(page)


def test_one_undo_brings_the_typed_number_back(page: ProsePage) -> None:
    type_words(page.editor, TOLD)
    button(cards(page)["N1"], "改为").click()
    change = page.session.undo()
    assert change is not None
    assert change.label == "改用表中数字"
    assert page.editor.kept == TOLD
    assert "N1" in cards(page)


def test_the_place_of_a_finding_is_selected(page: ProsePage) -> None:
    type_words(page.editor, f"公开。\n{TOLD}")
    card = cards(page)["N1"]
    button(card, "看原文").click()
    assert page.editor.textCursor().selectedText() == card.finding.quote


def test_a_finding_is_handed_on_to_be_explained(page: ProsePage, qtbot: QtBot) -> None:
    type_words(page.editor, TOLD)
    with qtbot.waitSignal(page.explain) as told:
        button(cards(page)["N1"], "说明").click()
    assert told.args is not None
    finding = told.args[0]
    assert isinstance(finding, Finding)
    assert finding.code == "N1"


def test_last_years_words_stand_beside_with_their_numbers(qtbot: QtBot) -> None:
    before = Report(form_for(2023), "云溪县林业局", 2023)
    before.set([(Slot(SlotKind.TEXT, "overview"), "收到申请{自然人申请数}件。")])
    before.set([(Slot(SlotKind.CELL, "applications.received.natural_person"), 7)])
    session = Session(Report(form_for(2024), "云溪县林业局", 2024), before)
    page = ProsePage(session, pages_of(session.report)[1])
    qtbot.addWidget(page)
    page.show()
    page.compare_last_year(on=True)
    (text,) = (
        e for e in page.findChildren(QTextEdit) if e.accessibleName() == "上年的文字" and e.isVisible()
    )
    assert text.toPlainText() == "收到申请7件。"
    assert text.isReadOnly()


def test_the_status_line_tells_paragraph_and_line(page: ProsePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.hint) as told:
        type_words(page.editor, "一\n二")
    assert told.args is not None
    hints: list[str] = []
    page.hint.connect(hints.append)
    type_words(page.editor, "三")
    assert hints[-1].startswith("第 2 段 · 第 1 行")


def test_how_much_is_last_years_is_told_where_last_year_is_in_the_file(qtbot: QtBot) -> None:
    now, before = (Report(form_for(year), "云溪县林业局", year) for year in (2024, 2023))
    before.set([(Slot(SlotKind.TEXT, "overview"), "2023年收到申请8件。网站运行平稳。")])
    session = Session(now, before)
    spec = next(spec for spec in pages_of(now) if spec.id == "overview")
    made = ProsePage(session, spec)
    qtbot.addWidget(made)
    made.show()
    assert "重复" not in note(made)
    type_words(made.editor, "2024年收到申请9件。新开设了专栏内容。")
    assert "与上年重复 50%" in note(made)


@pytest.fixture
def next_page(qtbot: QtBot, session: Session) -> ProsePage:
    """The same section a year later, with last year's text beside."""
    session.edit([(Slot(SlotKind.TEXT, "overview"), "举办培训两次。接受监督。")], "修改文字")
    report = start_year(session.report, {}, session.report.year + 1)
    later = Session(report, session.report)
    spec = next(spec for spec in pages_of(report) if spec.id == "overview")
    made = ProsePage(later, spec)
    qtbot.addWidget(made)
    made.show()
    made.compare_last_year(on=True)
    return made


def marked(field: QTextEdit) -> list[str]:
    """The words marked as differing, by their dotted line."""
    return [words for mark in field.extraSelections() if (words := dotted_words(mark))]


def dotted_words(mark: object) -> str:
    """The words under a mark that is a dotted line; Qt's own description leaves out what a mark consists of."""
    place, look = (getattr(mark, name) for name in ("cursor", "format"))
    assert isinstance(look, QTextCharFormat)
    assert isinstance(place, QTextCursor)
    is_dotted = look.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    return place.selectedText() if is_dotted else ""


def test_words_that_differ_from_last_years_are_marked_in_both_texts(
    next_page: ProsePage, qtbot: QtBot
) -> None:
    last_year = next_page.findChild(QTextEdit, "lastYear")
    assert isinstance(last_year, QTextEdit)
    assert marked(last_year) == []
    type_words(next_page.editor, "举办培训三次。接受监督。")
    qtbot.waitUntil(lambda: marked(last_year) == ["两"])
    assert marked(next_page.editor) == ["三"]
    next_page.compare_last_year(on=False)
    assert marked(next_page.editor) == []


def test_the_years_that_were_moved_on_are_marked_beside_last_years_words(
    qtbot: QtBot, session: Session
) -> None:
    year = session.report.year
    session.edit([(Slot(SlotKind.TEXT, "overview"), f"{year}年举办培训，{year + 1}年继续。")], "修改文字")
    later = Session(start_year(session.report, {}, year + 1), session.report)
    made = ProsePage(later, next(spec for spec in pages_of(later.report) if spec.id == "overview"))
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.message, check_params_cb=lambda words: "年份已改" in words):
        made.begin_from_last_year.click()
    made.compare_last_year(on=True)
    qtbot.waitUntil(lambda: marked(made.editor) == [str(year + 1), str(year + 2)])


def test_a_card_follows_its_finding_to_another_place(page: ProsePage, session: Session) -> None:
    session.edit([(Slot(SlotKind.TEXT, "overview"), TOLD)], "修改文字")
    before = cards(page)["N1"]
    page.editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_words(page.editor, "另，")
    after = cards(page)["N1"]
    assert after is before
    assert after.finding.spot is not None
    assert session.report.text("overview")[after.finding.spot.start :].startswith(after.finding.quote)


def test_what_happens_out_of_sight_is_told_when_the_page_is_shown_again(
    page: ProsePage, session: Session
) -> None:
    page.hide()
    before = page.findChildren(FindingCard)
    session.edit([(Slot(SlotKind.TEXT, "overview"), TOLD)], "修改文字")
    assert page.findChildren(FindingCard) == before
    page.show()
    assert set(cards(page)) >= {"N1"}
    head = page.findChild(PageHead)
    assert head is not None
    assert head.note.startswith("15 字")
    assert len(page.editor.extraSelections()) == 1
