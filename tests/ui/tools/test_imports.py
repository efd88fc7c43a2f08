"""Importing: a report is shown before it is taken over, wherever it came from, and nothing is changed till then."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake.apart.office_suite import PATIENCE
from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from tests.office_suite import OfficeSuite
from tests.ui.tools.importing import SAMPLE, of_a_colleague, published, shown
from tests.ui.windows import GRANTED, OTHER, export_page_of, session_of
from ui.frame.main_window import MainWindow
from ui.start.start_page import StartPage
from ui.tools.import_page import ImportPage


def test_a_published_report_is_shown_before_it_is_taken_over(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = export_page_of(sample_window, "docx")
    page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    values = session_of(sample_window).report.values()
    sample_window.actions_of["close"].trigger()
    with qtbot.waitSignal(sample_window.deeds.imports.show_wanted, timeout=60_000):
        sample_window.deeds.take_file(page.written[0])
    assert sample_window.desk is None
    assert sample_window.in_sight is sample_window.deeds.imports.page
    sample_window.deeds.imports.page.take_button.click()
    assert session_of(sample_window).report.values() == values
    assert "新增下一年度报告" in sample_window.messages.offers


def test_who_types_on_meanwhile_is_told_and_finds_no_other_page_under_the_keys(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    work = sample_window.in_sight
    sample_window.deeds.take_file(published(tmp_path))
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 22)], "填写")
    qtbot.waitUntil(lambda: "查看" in sample_window.messages.offers, timeout=60_000)
    assert sample_window.in_sight is work
    sample_window.messages.take("查看")
    assert sample_window.in_sight is sample_window.deeds.imports.page


def test_an_import_into_a_year_that_is_there_is_one_step_to_undo(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = export_page_of(sample_window, "xlsx")
    page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    with qtbot.waitSignal(sample_window.deeds.imports.show_wanted, timeout=60_000):
        sample_window.deeds.take_file(page.written[0])
    sample_window.deeds.imports.page.take_button.click()
    assert session_of(sample_window).report.value(GRANTED) != 999
    sample_window.actions_of["undo"].trigger()
    assert session_of(sample_window).report.value(GRANTED) == 999


def test_a_copied_report_is_pasted_on_the_start_page(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.actions_of["close"].trigger()
    QGuiApplication.clipboard().setText("今天天气很好，没有什么可以报告的内容。")
    QTest.keyClick(sample_window.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "正在读取" not in sample_window.messages.text, timeout=60_000)
    assert sample_window.messages.text
    assert sample_window.desk is None


def test_a_file_that_is_not_taken_over_leaves_everything_as_it_was(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = published(tmp_path)
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), 999)], "填写")
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.take_file(path)
    assert "用勾选的更新文件中的 2025 年度报告" in page.take_button.text()
    page.left.emit()
    assert sample_window.in_sight is sample_window.workspace
    assert session_of(sample_window).report.value(GRANTED) == 999


def test_what_is_not_ticked_stays_as_it_is_in_the_file(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = published(tmp_path, "xlsx")
    before = session_of(sample_window).report.value(OTHER)
    numbers = [(Slot(SlotKind.CELL, GRANTED), 999), (Slot(SlotKind.CELL, OTHER), 888)]
    session_of(sample_window).edit(numbers, "填写")
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.take_file(path)
    [place] = page.view.tree.findItems("自然人·予以公开", Qt.MatchFlag.MatchRecursive)
    place.setCheckState(0, Qt.CheckState.Unchecked)
    page.take_button.click()
    assert session_of(sample_window).report.value(GRANTED) == 999
    assert session_of(sample_window).report.value(OTHER) == before != 888


def test_a_report_of_an_office_with_another_name_is_pointed_out(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    start_window.files.new("云溪县林业局", "department", 2023, tmp_path / "年报.xxgk")
    with shown(start_window, qtbot) as page:
        start_window.deeds.take_file(published(tmp_path))
    assert isinstance(page, ImportPage)
    assert page.other_office.isVisible()
    assert "机关名称与现在的文件（云溪县林业局）不同" in page.other_office.text()


def test_a_report_in_another_form_takes_the_place_of_the_one_in_sight(sample_window: MainWindow) -> None:
    assert sample_window.workspace is not None
    assert sample_window.desk is not None
    sample_window.workspace.show_page("applications")
    sample_window.desk.take_report(Report(form_for(2016), session_of(sample_window).report.office, 2016))
    assert session_of(sample_window).report.form.id == "2014"
    assert sample_window.workspace.show_page("statistics").isVisible()


def test_a_year_that_is_not_there_is_added(start_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    start_window.files.new("云溪县行政审批服务局", "department", 2025, tmp_path / "年报.xxgk")
    path = published(tmp_path, year=2024)
    with shown(start_window, qtbot) as page:
        start_window.deeds.take_file(path)
    assert page.take_button.text() == "采用"
    page.take_button.click()
    assert start_window.desk is not None
    assert start_window.desk.years == (2024, 2025)
    assert session_of(start_window).report.values() == SAMPLE[2024].values()


def test_a_copied_web_page_is_read_from_the_clipboard(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setHtml(published(tmp_path).read_text(encoding="utf-8"))
    QGuiApplication.clipboard().setMimeData(data)
    with shown(start_window, qtbot) as page:
        QTest.keyClick(start_window.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.take_button.click()
    assert session_of(start_window).report.values() == SAMPLE[2025].values()


def test_an_empty_clipboard_is_told(start_window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(start_window.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert start_window.messages.text.startswith("剪贴板里没有文字")


def drop(widget: QWidget, path: Path) -> bool:
    """Drag a file over a widget and drop it there; return whether it was let in."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(50, 50), *held)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, QDropEvent(QPointF(50, 50), *held))
    return enter.isAccepted()


@pytest.mark.parametrize("on_start_page", [True, False])
def test_a_report_is_dropped_into_the_window(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path, on_start_page: bool
) -> None:
    path = published(tmp_path)
    with shown(start_window, qtbot) as page:
        assert drop(start_window.start if on_start_page else start_window, path)
    assert "云溪县行政审批服务局" in page.summary.text()


def test_an_office_file_dropped_is_opened(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "年报.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    start_window.actions_of["close"].trigger()
    assert drop(start_window.start, path)
    assert session_of(start_window).report.office == "云溪县林业局"


def test_a_file_copied_in_a_file_manager_is_pasted(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(published(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(data)
    with shown(start_window, qtbot) as page:
        QTest.keyClick(start_window.start, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "云溪县行政审批服务局" in page.summary.text()


def test_the_address_of_a_page_is_no_file(start_window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("http://example.invalid/年报.html")])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for widget in (start_window, start_window.start):
        enter = QDragEnterEvent(QPoint(50, 50), *held)
        enter.ignore()
        QApplication.sendEvent(widget, enter)
        assert not enter.isAccepted()


def test_words_dragged_over_the_start_page_are_not_let_in(start_window: MainWindow) -> None:
    data = QMimeData()
    data.setText("几句话")
    enter = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(start_window.start, enter)
    assert isinstance(start_window.start, StartPage)
    assert not enter.isAccepted()


@pytest.mark.parametrize(
    ("name", "content"), [("坏.docx", b"PK"), ("坏.xlsx", b"no"), ("坏.pdf", b"%PDF-1.4")]
)
def test_a_file_that_cannot_be_read_is_told_in_a_line(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    start_window.deeds.take_file(path)
    qtbot.waitUntil(lambda: "正在读取" not in start_window.messages.text, timeout=60_000)
    assert start_window.messages.text
    assert start_window.in_sight is start_window.start


def test_where_nothing_tells_the_year_the_clerk_does(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = published(tmp_path)
    nameless = tmp_path / "报告.html"
    nameless.write_text(
        path.read_text(encoding="utf-8").replace("2025", "").replace("2026", ""), encoding="utf-8"
    )
    start_window.deeds.take_file(nameless)
    qtbot.waitUntil(
        lambda: any(offer.startswith("这是") for offer in start_window.messages.offers), timeout=60_000
    )
    years = [offer for offer in start_window.messages.offers if offer.startswith("这是")]
    assert years == [f"这是 {year} 年度报告" for year in (2025, 2024, 2023)], "years that are over"
    with shown(start_window, qtbot) as page:
        start_window.messages.take("这是 2025 年度报告")
    page.take_button.click()
    assert session_of(start_window).report.year == 2025


def test_a_report_open_for_reading_is_not_written_into(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    report = Report(SAMPLE[2025].form, "云溪县林业局", 2025)
    start_window.files.new(report.office, "department", 2025, tmp_path / "年报.xxgk")
    session_of(start_window).switch(report, None, read_only=True)
    with shown(start_window, qtbot) as page:
        start_window.deeds.take_file(published(tmp_path))
    page.take_button.click()
    assert start_window.desk is not None
    assert start_window.desk.path is None
    assert session_of(start_window).report.values() == SAMPLE[2025].values()
    assert report.values() != SAMPLE[2025].values()


def test_the_way_through_a_file_is_told_in_the_line(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    imports = start_window.deeds.imports
    with qtbot.waitSignal(imports._told, timeout=60_000), shown(start_window, qtbot):
        start_window.deeds.take_file(published(tmp_path, "pdf"))
        assert start_window.messages.text.startswith("正在读取“")
        imports._tell("第 2 页，共 9 页")
        assert start_window.messages.text.endswith("”：第 2 页，共 9 页")
        assert start_window.messages.offers == ("取消",)


def test_a_reading_is_cancelled_at_once(start_window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    start_window.deeds.take_file(published(tmp_path, "pdf"))
    start_window.messages.take("取消")
    qtbot.waitUntil(lambda: "已取消读取" in start_window.messages.text, timeout=60_000)
    assert start_window.in_sight is start_window.start


def test_another_source_takes_the_place_of_the_one_being_read(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    start_window.deeds.take_file(published(tmp_path, "pdf", 2025))
    with shown(start_window, qtbot) as page:
        start_window.deeds.take_file(published(tmp_path, "html", 2024))
    assert "2024" in page.summary.text()


def test_an_old_kind_of_file_is_converted_with_one_key(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    suite = OfficeSuite.at_hand(tmp_path)
    (tmp_path / "old").mkdir()
    old = suite.convert(published(tmp_path, "docx"), "doc", tmp_path / "old")
    start_window.deeds.take_file(old)
    qtbot.waitUntil(lambda: "用本机的办公软件转换后导入" in start_window.messages.offers, timeout=60_000)
    button = start_window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "用本机的办公软件转换后导入"
    with shown(start_window, qtbot, PATIENCE) as page:
        QTest.keyClick(button, Qt.Key.Key_Return)
    page.take_button.click()
    assert session_of(start_window).report.values() == SAMPLE[2025].values()


def test_a_colleagues_file_is_chosen_from_place_by_place(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = of_a_colleague(tmp_path, [(Slot(SlotKind.CELL, GRANTED), 777), (Slot(SlotKind.CELL, OTHER), None)])
    before = session_of(sample_window).report.value(OTHER)
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.imports.read_file(path)
    page.take_button.click()
    assert session_of(sample_window).report.value(GRANTED) == 777
    assert session_of(sample_window).report.value(OTHER) == before


def test_where_nothing_is_taken_it_is_said_that_nothing_has_changed(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = of_a_colleague(tmp_path)
    before = dict(session_of(sample_window).report.slots)
    with shown(sample_window, qtbot) as page:
        sample_window.deeds.imports.read_file(path)
    page.take_button.click()
    assert sample_window.messages.text == "没有勾选要采用的内容，报告没有变化"
    assert dict(session_of(sample_window).report.slots) == before


def test_the_dialog_shows_every_kind_that_reports_are_kept_in(start_window: MainWindow) -> None:
    start_window.deeds.imports.ask_file()
    (dialog,) = start_window.findChildren(QFileDialog)
    shown_endings = dialog.nameFilters()[0]
    for ending in (".doc", ".wps", ".xls", ".ods", ".mht", ".ofd", ".xxgk", ".csv"):
        assert f"*{ending}" in shown_endings
    assert dialog.nameFilters()[1] == "所有文件 (*)"
    dialog.reject()
