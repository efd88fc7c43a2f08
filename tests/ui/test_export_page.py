"""The export page remembers how the PDF is wanted, and says which faces this machine has."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import resources
from export.typeset.faces import FaceFile, Style
from tests.export.paper import read
from ui import export_page
from ui.export_page import ExportPage
from ui.main_window import MainWindow
from ui.settings import Settings


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
    assert window.file_actions is not None
    page = window.file_actions.export_page
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
    assert page.own_faces.text() == "PDF 用本机字体：仿宋 simfang.ttf"
