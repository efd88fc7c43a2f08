"""The preview: real pages beside the editor, following edits, a click on a line leading to its place."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from export.products import PLAIN
from model.report import Slot, SlotKind
from tests.ui.windows import deeds_of, session_of, workspace_of
from ui.frame.main_window import MainWindow
from ui.prose.page import ProsePage
from ui.report.table_page import TablePage
from ui.tools.paper import line_at, paper_of
from ui.tools.preview import ZOOMS, Preview, Sheets, section_of


def test_the_preview_shows_real_pages_and_follows_edits(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_of["preview"].trigger()
    preview = deeds_of(sample_window).preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages > 0, timeout=60_000)
    before = preview.pages
    text = session_of(sample_window).report.text("overview")
    with qtbot.waitSignal(preview.shown, timeout=60_000):
        session_of(sample_window).edit(
            [(Slot(SlotKind.TEXT, "overview"), text + "\n增加一段。" * 60)], "修改文字"
        )
    assert preview.pages > before


def test_the_preview_tells_which_character_no_face_has_and_where(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    session_of(sample_window).edit([(Slot(SlotKind.TEXT, "overview"), "联系人：\ue123某。")], "修改文字")
    sample_window.actions_of["preview"].trigger()
    preview = deeds_of(sample_window).preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages > 0, timeout=60_000)
    told = " ".join(label.text() for label in preview.findChildren(QLabel))
    assert "印不出的字：U+E123（一、总体情况" in told


def test_a_line_of_the_preview_leads_to_its_section(sample_window: MainWindow) -> None:
    report = session_of(sample_window).report
    assert section_of(report, "三、收到和处理政府信息公开申请情况") == "applications"
    words = report.text("problems").splitlines()[0][:12]
    assert section_of(report, words) == "problems"
    assert section_of(report, "— 3 —") == ""


def test_a_line_of_the_preview_leads_to_its_words_and_to_its_row(sample_window: MainWindow) -> None:
    workspace = workspace_of(sample_window)
    workspace.show_line("applications", "1.属于国家秘密 2 0 0 0 0 0 2")
    page = workspace.page
    assert isinstance(page, TablePage)
    assert page.grid.current_key.startswith("applications.refused_state_secret.")
    line = session_of(sample_window).report.text("problems").splitlines()[0]
    workspace.show_line("problems", line)
    prose = workspace.page
    assert isinstance(prose, ProsePage)
    assert prose.editor.textCursor().selectedText() == line[:12]


@pytest.fixture
def sheets(qtbot: QtBot, sample_window: MainWindow) -> Sheets:
    """The sample's pages, made at once."""
    made = Sheets()
    qtbot.addWidget(made)
    made.resize(400, 4000)
    made.show_paper(paper_of(session_of(sample_window).report, made.page_width(), PLAIN))
    return made


def test_pages_are_as_wide_as_the_room_and_of_a4s_shape(sheets: Sheets) -> None:
    page = sheets.pages[0]
    assert page.width() == sheets.page_width()
    assert abs(page.height() / page.width() - 297 / 210) < 0.01
    assert sheets.minimumHeight() > len(sheets.pages) * page.height()


def test_every_line_of_a_page_is_told_when_it_is_clicked(sheets: Sheets, qtbot: QtBot) -> None:
    lines: list[str] = []
    sheets.clicked.connect(lines.append)
    height = sheets.pages[0].height()
    for y in range(20, height, 4):
        QTest.mouseClick(sheets, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
    told = "".join(lines)
    assert "云溪县行政审批服务局" in told
    assert "一、总体情况" in told


def test_a_click_between_two_pages_is_nothing(sheets: Sheets) -> None:
    lines: list[str] = []
    sheets.clicked.connect(lines.append)
    QTest.mouseClick(sheets, Qt.MouseButton.LeftButton, pos=QPoint(2, 100))
    assert lines == []


def test_a_click_on_a_heading_brings_its_page_into_sight(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_of["preview"].trigger()
    preview = deeds_of(sample_window).preview
    assert preview is not None
    paper = paper_of(session_of(sample_window).report, 300, PLAIN)
    page, y = next(
        (number, y / 100)
        for number in range(len(paper.pages))
        for y in range(100)
        if line_at(paper.pdf, number, y / 100).startswith("五、")
    )
    with qtbot.waitSignal(preview.shown, timeout=60_000):
        session_of(sample_window).edit([(Slot(SlotKind.FIELD, "fax"), "1")], "修改传真")
    shown = preview.findChild(Sheets)
    assert shown is not None
    width = shown.page_width()
    top = 6 + page * (round(width * 297 / 210) + 12)
    place = QPoint(width // 2, top + round(y * width * 297 / 210))
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place)
    current = workspace_of(sample_window).page
    assert current is not None
    assert current.spec.id == "problems"


def test_what_is_typed_while_pages_are_made_is_shown_next(sample_window: MainWindow, qtbot: QtBot) -> None:
    session = session_of(sample_window)
    preview = Preview(session, sample_window.settings)
    qtbot.addWidget(preview)
    preview.resize(400, 600)
    preview.show()
    counts: list[int] = []
    preview.shown.connect(counts.append)
    qtbot.waitUntil(lambda: len(counts) == 1, timeout=60_000)
    text = session.report.text("overview")
    for times in (20, 60):
        session.edit([(Slot(SlotKind.TEXT, "overview"), text + "\n增加一段。" * times)], "修改文字")
        preview.refresh()
    qtbot.waitUntil(lambda: len(counts) == 3, timeout=60_000)
    assert counts[2] > counts[1] > counts[0]
    preview.close_down()


def test_a_preview_out_of_sight_does_no_work(sample_window: MainWindow, qtbot: QtBot) -> None:
    preview = Preview(session_of(sample_window), sample_window.settings)
    qtbot.addWidget(preview)
    preview.refresh()
    assert preview.pages == 0
    preview.close_down()


@pytest.fixture
def preview(sample_window: MainWindow, qtbot: QtBot) -> Preview:
    sample_window.activateWindow()
    sample_window.actions_of["preview"].trigger()
    shown = deeds_of(sample_window).preview
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pages > 0, timeout=60_000)
    return shown


def sheets_of(preview: Preview) -> Sheets:
    sheets = preview.findChild(Sheets)
    assert isinstance(sheets, Sheets)
    return sheets


def turn_wheel(sheets: Sheets, steps: int, held: Qt.KeyboardModifier) -> None:
    place = QPointF(sheets.rect().center())
    event = QWheelEvent(
        place, sheets.mapToGlobal(place), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(sheets, event)


def test_the_wheel_with_ctrl_makes_the_pages_larger_and_draws_them_anew(
    preview: Preview, qtbot: QtBot
) -> None:
    sheets = sheets_of(preview)
    fitting = sheets.page_width()
    with qtbot.waitSignal(preview.shown, timeout=60_000):
        turn_wheel(sheets, 1, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == 1.25
    assert sheets.page_width() == sheets.pages[0].width() == round(fitting * 1.25)
    assert sheets.width() > preview.width()
    turn_wheel(sheets, 1, Qt.KeyboardModifier.NoModifier)
    assert preview.zoom == 1.25


def test_keys_and_buttons_change_the_size_between_bounds(preview: Preview, qtbot: QtBot) -> None:
    area = preview.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == 0.75
    QTest.keyClick(area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == 1.0
    larger = next(b for b in preview.findChildren(QPushButton) if b.accessibleName() == "放大预览")
    for _ in ZOOMS:
        larger.click()
    assert preview.zoom == ZOOMS[-1]
    assert not larger.isEnabled()


def test_a_window_of_1024_holds_outline_table_and_preview(
    preview: Preview, sample_window: MainWindow
) -> None:
    workspace_of(sample_window).show_page("applications")
    QApplication.processEvents()
    assert sample_window.minimumSizeHint().width() <= 1024
    assert preview.isVisible()


@pytest.mark.parametrize("page", ["applications", "disputes"])
@pytest.mark.parametrize("width", [1366, 1280, 1093, 1024])
def test_the_widest_tables_beside_the_preview_do_not_scroll_sideways(
    sample_window: MainWindow, page: str, width: int
) -> None:
    sample_window.resize(width, 768)
    QApplication.processEvents()
    sample_window.actions_of["preview"].trigger()
    shown = workspace_of(sample_window).show_page(page)
    assert isinstance(shown, TablePage)
    QApplication.processEvents()
    assert shown.grid.horizontalScrollBar().maximum() == 0


def test_the_preview_gives_way_where_the_window_gets_narrower(sample_window: MainWindow) -> None:
    sample_window.resize(1700, 768)
    QApplication.processEvents()
    sample_window.actions_of["preview"].trigger()
    shown = workspace_of(sample_window).show_page("applications")
    assert isinstance(shown, TablePage)
    QApplication.processEvents()
    wide = workspace_of(sample_window).across.sizes()[2]
    sample_window.resize(1024, 768)
    QApplication.processEvents()
    assert shown.grid.horizontalScrollBar().maximum() == 0
    assert 0 < workspace_of(sample_window).across.sizes()[2] < wide
