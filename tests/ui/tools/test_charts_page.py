"""The charts are drawn in the window as they are printed, from the numbers of the tables."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from tests.ui.windows import deeds_of, tool_of
from ui.frame.main_window import MainWindow
from ui.tools.charts_page import ChartsPage


def test_charts_are_drawn_of_this_year_and_the_years_before(sample_window: MainWindow) -> None:
    sample_window.actions_of["charts"].trigger()
    page = tool_of(sample_window, ChartsPage)
    assert page is not None
    titles = [picture.accessibleName() for picture in page.pictures]
    assert titles[0] == "2025年申请办理结果（件）"
    assert "历年政府信息公开申请（件）" in titles
    assert all(picture.renderer().isValid() for picture in page.pictures)
    paper = page.pictures[0].grab().toImage()
    assert paper.pixelColor(paper.width() - 3, paper.height() - 3).lightness() > 200, "no black box behind"
    QTest.mouseClick(page.export_button, Qt.MouseButton.LeftButton)
    exports = deeds_of(sample_window).export_page
    assert exports is not None
    assert [name for name, box in exports.formats.items() if box.isChecked()] == ["charts"]


def test_the_first_picture_of_the_page_has_the_charts_below_one_another(sample_window: MainWindow) -> None:
    sample_window.actions_of["charts"].trigger()
    page = tool_of(sample_window, ChartsPage)
    # What the screen shows first: nothing has been waited for.
    page.grab()
    places = [picture.geometry() for picture in page.pictures]
    assert all(above.bottom() < below.top() for above, below in pairwise(places))


def test_a_report_without_numbers_has_nothing_to_draw(start_window: MainWindow, tmp_path: Path) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    start_window.actions_of["charts"].trigger()
    page = tool_of(start_window, ChartsPage)
    assert page is not None
    assert page.pictures == []
    assert not page.export_button.isEnabled()
    assert "还没有可以画成图表的数字" in " ".join(label.text() for label in page.findChildren(QLabel))


def test_in_a_narrow_window_the_charts_are_drawn_as_wide_as_there_is_room(sample_window: MainWindow) -> None:
    sample_window.resize(911, 512)
    sample_window.actions_of["charts"].trigger()
    page = tool_of(sample_window, ChartsPage)
    QApplication.processEvents()
    [area] = page.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert {picture.width() for picture in page.pictures} < {*range(360, 620)}
