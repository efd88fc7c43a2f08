"""The export page remembers how the PDF is wanted, and says which faces this machine has."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

import resources
from export.products import Printing
from export.typeset.faces import FaceFile, Style
from intake.taking_in import take_in
from model.report import Slot, SlotKind
from tests.export.paper import read
from tests.ui.windows import GRANTED, export_page_of, session_of
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.tools import export_page
from ui.tools.export_page import ExportPage
from ui.tools.paper import printing_of
from ui.tools.preview import Sheets


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window with a new office file opened."""
    path = tmp_path / "年报.xxgk"
    path.write_bytes(resources.data("samples/示例.xxgk"))
    made = MainWindow(Settings(tmp_path / "window.ini"), date(2025, 1, 10))
    qtbot.addWidget(made)
    made.show()
    made.files.open(path)
    yield made
    made.close()


def shown(window: MainWindow) -> ExportPage:
    window.actions_of["export"].trigger()
    assert window.tool_deeds is not None
    page = window.tool_deeds.export_page
    assert page is not None
    return page


def export_pdf(page: ExportPage, folder: Path, qtbot: QtBot) -> bytes:
    page.choose("pdf")
    page.folder.setText(str(folder))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    (path,) = page.written
    return path.read_bytes()


def test_the_check_code_is_printed_when_it_is_wanted_and_the_wish_remembered(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = shown(window)
    assert not page.coded.isChecked()
    page.coded.setChecked(True)
    assert "校验码：" in read(export_pdf(page, tmp_path / "导出", qtbot)).pages[0].text
    assert shown(window).coded.isChecked()


def test_without_faces_of_its_own_the_machine_offers_no_choice(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_page, "installed_faces", dict)
    page = shown(window)
    assert not page.own_faces.isEnabled()
    assert "内嵌字体" in page.own_faces.text()


def test_installed_faces_are_named_and_can_be_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {Style.FANGSONG: FaceFile(Path("/fonts/simfang.ttf"))}
    monkeypatch.setattr(export_page, "installed_faces", lambda: found)
    page = shown(window)
    assert page.own_faces.isEnabled()
    assert page.own_faces.text() == "PDF 用本机字体：仿宋"
    assert page.own_faces.toolTip() == f"仿宋：{Path('/fonts/simfang.ttf')}"


def test_chosen_formats_are_written_and_remembered(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = export_page_of(sample_window, "docx", "xlsx")
    page.folder.setText(str(tmp_path / "交件"))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    assert sorted(path.suffix for path in page.written) == [".docx", ".xlsx"]
    values = session_of(sample_window).report.values()
    assert all(take_in(path).report.values() == values for path in page.written)
    assert sample_window.settings.text("formats") == "docx,xlsx"


def test_what_was_written_comes_into_sight_on_a_small_screen(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sample_window.resize(911, 512)
    page = export_page_of(sample_window, "html")
    page.folder.setText(str(tmp_path))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    written = next(label for label in page.findChildren(QLabel) if label.text() == page.written[0].name)
    qtbot.waitUntil(lambda: not written.visibleRegion().isEmpty())


def test_an_export_that_cannot_be_written_says_so(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    blocked = tmp_path / "占用"
    blocked.write_text("文件")
    page = export_page_of(sample_window, "docx", "html")
    page.folder.setText(str(blocked / "下级"))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    assert page.written == ()
    told = [label.text() for label in page.findChildren(QLabel) if label.objectName() == "refusal"]
    assert told == [f"文件夹“{blocked / '下级'}”不能使用，请另选一个"], "of a folder it is said once"
    assert "已导出 0 个文件" in sample_window.status.message


def test_a_folder_named_alone_is_made_beside_the_report(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    page = export_page_of(sample_window, "docx")
    page.folder.setText("交件")
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    assert [path.parent for path in page.written] == [tmp_path / "交件"]
    assert page.folder.text() == str(tmp_path / "交件")


def test_without_a_format_nothing_is_begun(sample_window: MainWindow) -> None:
    page = export_page_of(sample_window)
    page.start()
    assert "请至少选择一种格式" in sample_window.status.message
    page = export_page_of(sample_window, "docx")
    page.folder.setText(" ")
    page.start()
    assert "请写明导出到哪个文件夹" in sample_window.status.message


def test_an_export_tells_which_character_no_face_has_and_where(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    session_of(window).edit([(Slot(SlotKind.TEXT, "overview"), "联系人：\ue123某。")], "修改文字")
    page = shown(window)
    export_pdf(page, tmp_path / "导出", qtbot)
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "印不出的字：U+E123（一、总体情况" in told


def test_a_cancelled_export_finishes_what_it_has_begun_and_nothing_else(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()

    def slow(
        name: str, _reports: object, _year: int, folder: Path, *_: object, **__: object
    ) -> Iterator[Path]:
        begun.set()
        go_on.wait()
        (folder / name).write_text("写完")
        yield folder / name

    monkeypatch.setattr(export_page, "produce", slow)
    page = export_page_of(sample_window, "pdf", "docx", "xlsx", "html")
    page.folder.setText(str(tmp_path))
    page.start_button.click()
    assert begun.wait(60)
    assert not page.start_button.isEnabled()
    next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "取消导出").click()
    with qtbot.waitSignal(page.exported, timeout=60_000):
        go_on.set()
    assert [path.name for path in page.written] == ["pdf"]
    assert sample_window.status.message == "已取消，已导出 1 个文件；没有导出：Word、Excel、网页"
    assert page.start_button.isEnabled()


def test_a_report_that_is_not_ready_is_exported_as_a_draft(sample_window: MainWindow) -> None:
    page = export_page_of(sample_window, "pdf")
    notes = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "可以上报" in notes
    session_of(sample_window).edit([(Slot(SlotKind.CELL, GRANTED), None)], "清除")
    notes = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "导出的文件会注明“草稿”" in notes


def test_each_file_written_can_be_opened_with_its_folder(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = export_page_of(sample_window, "xlsx")
    page.folder.setText(str(tmp_path / "交件"))
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
    for button in page.findChildren(QPushButton):
        if button.text() in ("打开", "打开所在文件夹"):
            button.click()
    (path,) = page.written
    assert [Path(url.toLocalFile()) for url in opened] == [path, path.parent]


def test_the_progress_is_in_sight_only_while_there_is_some(
    sample_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = export_page_of(sample_window, "xlsx")
    page.folder.setText(str(tmp_path))
    bar = page.findChild(QProgressBar)
    assert bar is not None
    assert bar.isHidden()
    with qtbot.waitSignal(page.exported, timeout=60_000):
        page.start_button.click()
        assert not bar.isHidden()
        assert sample_window.status.message == "正在导出…"
    assert bar.isHidden()
    assert bar.value() == bar.maximum() == 1


def test_the_choice_rules_preview_and_printing_at_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_page, "installed_faces", lambda: {Style.KAI: FaceFile(Path("/fonts/kai.ttf"))})
    page = shown(window)
    for box in (page.coded, page.own_faces):
        with qtbot.waitSignal(page.printing_changed):
            box.click()
    assert printing_of(window.settings) == Printing(coded=True, installed_faces=True)


def test_the_preview_shows_the_check_code_as_soon_as_it_is_wanted(window: MainWindow, qtbot: QtBot) -> None:
    page = shown(window)
    assert window.tool_deeds is not None
    window.actions_of["preview"].trigger()
    preview = window.tool_deeds.preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages > 0, timeout=60_000)
    sheets = preview.findChild(Sheets)
    assert sheets is not None
    plain = sheets.pages[0]
    with qtbot.waitSignal(preview.shown, timeout=60_000):
        page.coded.click()
    assert sheets.pages[0] != plain


def test_after_an_error_that_nobody_expected_one_can_export_again(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(export_page, "produce", broken)
    page = export_page_of(window, "html")
    page.folder.setText(str(tmp_path))
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(page.exported):
        page.start_button.click()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert page.start_button.isEnabled()


def test_the_keyboard_stays_on_the_page_while_it_exports(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    sample_window.activateWindow()
    sample_window.files.save_as(tmp_path / "年报.xxgk")
    page = export_page_of(sample_window, "html")
    with qtbot.waitSignal(page.exported, timeout=60_000):
        QTest.keyClick(page.start_button, Qt.Key.Key_Return)
        held = QApplication.focusWidget()
        assert held is not None
        assert page.isAncestorOf(held)
    qtbot.waitUntil(page.start_button.hasFocus)
