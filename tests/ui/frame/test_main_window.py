"""The window as a whole: start page, pages, findings, undo over the whole report, files and what can go wrong."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from model.file.crash_copy import unsaved_copies
from model.file.office_file import OfficeFile
from model.report import Slot, SlotKind
from model.stages import NOW, Stage
from tests.ui.hands import type_words
from tests.ui.windows import session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.settings import Settings
from ui.desk.tool_page import TOOLS
from ui.frame.main_window import MainWindow
from ui.look.style import CONTRAST, DARK, LIGHT, theme
from ui.prose.page import ProsePage
from ui.report.cover_page import CoverPage
from ui.report.table_page import TablePage
from ui.report.workspace import Workspace

GRANTED = "applications.granted.natural_person"


@pytest.fixture
def window(start_window: MainWindow) -> MainWindow:
    return start_window


@pytest.fixture
def desk_on_file(window: MainWindow, tmp_path: Path) -> Path:
    """A new report of an invented office in a file of its own, open in the window."""
    path = tmp_path / "林业局.xxgk"
    window.files.new("云溪县林业局", "department", 2025, path)
    return path


def space(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def table_page(window: MainWindow, page: str = "applications") -> TablePage:
    shown = space(window).show_page(page)
    assert isinstance(shown, TablePage)
    return shown


def test_the_start_page_offers_everything_by_keyboard(window: MainWindow) -> None:
    assert list(window.start.deeds) == ["from_last_year", "open", "new", "import", "ledger", "sample"]
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in window.start.deeds.values())


def test_a_new_report_is_made_from_office_and_year(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.start.deeds["new"].click()
    form = window.start.form
    type_words(form.office, "云溪县林业局")
    form.path.setText(str(tmp_path / "年报.xxgk"))
    QTest.keyClick(form.office, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.session.report.office == "云溪县林业局"
    assert window.desk.session.report.year == 2025
    qtbot.waitUntil(lambda: space(window).outline.states()["applications"] == "未开始")
    assert (tmp_path / "年报.xxgk").exists()


def test_without_an_office_the_form_says_what_is_missing(window: MainWindow) -> None:
    window.start.deeds["new"].click()
    window.start.form.confirm.click()
    assert window.start.form.refusal == "请先填写机关名称"
    assert window.desk is None


def test_typing_in_the_grid_changes_states_and_verdict(window: MainWindow, desk_on_file: Path) -> None:
    page = table_page(window)
    page.grid.focus_cell(GRANTED)
    type_words(page.grid, "12")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.session.report.value(GRANTED) == 12
    assert space(window).outline.states()["applications"] == "143 格未填"
    assert space(window).outline.verdict == "还有 165 格未填"


def test_undo_goes_over_the_whole_report_and_shows_where(window: MainWindow, desk_on_file: Path) -> None:
    page = table_page(window)
    page.grid.focus_cell(GRANTED)
    type_words(page.grid, "12")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    prose = space(window).show_page("overview")
    assert isinstance(prose, ProsePage)
    type_words(prose.editor, "全年工作平稳")
    cover = space(window).show_page("cover")
    assert isinstance(cover, CoverPage)
    type_words(cover.fields["phone"], "0500-1")
    session = space(window).session
    assert session.report.field("phone") == "0500-1"
    window.actions_of["undo"].trigger()
    assert session.report.field("phone") == ""
    window.actions_of["undo"].trigger()
    assert session.report.text("overview") == ""
    assert space(window).page is prose
    window.actions_of["undo"].trigger()
    assert session.report.value(GRANTED) is None
    assert space(window).page is page
    for _ in range(3):
        window.actions_of["redo"].trigger()
    assert session.report.field("phone") == "0500-1"
    assert session.report.text("overview") == "全年工作平稳"


def test_f8_goes_from_finding_to_finding(window: MainWindow) -> None:
    window.files.open_sample()
    session = space(window).session
    session.edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    assert "处必须改正" in space(window).outline.verdict
    window.actions_of["next_finding"].trigger()
    page = space(window).page
    assert isinstance(page, TablePage)
    assert page.spec.id == "applications"
    assert space(window).findings.list.current is not None


def test_a_script_finds_the_deeds_of_a_report_by_both_names(window: MainWindow) -> None:
    assert window.file_actions is None
    window.deeds.files.open_sample()
    assert window.file_actions is window.tool_deeds is not None


def test_a_year_is_added_from_the_one_before(window: MainWindow) -> None:
    window.files.open_sample()
    window.actions_of["next_year"].trigger()
    assert window.desk is not None
    session = window.desk.session
    assert session.report.year == 2026
    assert session.last_year is not None
    before = session.last_year.value("applications.carried_out.natural_person")
    assert session.report.value("applications.carried_in.natural_person") == before
    assert window.desk.years[-1] == 2026


def test_another_year_brings_its_pages(window: MainWindow) -> None:
    window.files.open_sample()
    space(window).show_page("overview")
    assert window.desk is not None
    first = window.desk.years[0]
    window.header.year_chosen.emit(first)
    page = space(window).page
    assert isinstance(page, ProsePage)
    assert page.editor.kept == window.desk.session.report.text("overview")
    assert window.desk.session.report.year == first


def test_an_edit_reaches_the_crash_copy_and_is_offered_again(
    window: MainWindow, desk_on_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    assert window.desk is not None
    with qtbot.waitSignal(window.desk.copied, timeout=5000):
        space(window).session.edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    window.desk.office.close()
    other = MainWindow(Settings(tmp_path / "other.ini"), date(2026, 1, 10))
    qtbot.addWidget(other)
    other.files.open(desk_on_file)
    assert "未保存的修改" in other.messages.text
    other.messages.take("恢复")
    assert space(other).session.report.value(GRANTED) == 5


def test_every_action_has_a_shortcut_of_its_own(window: MainWindow) -> None:
    from ui.frame.actions import MENUS

    commands = [command for menu in MENUS for command in menu.commands if command is not None]
    keys = [key for command in commands for key in command.shortcuts]
    assert all(command.shortcuts for command in commands)
    assert len(keys) == len(set(keys))
    assert QApplication.activeModalWidget() is None


def reopened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window as it stands at the next start."""
    window.close()
    made = MainWindow(window.settings, date(2026, 1, 10))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_window_comes_back_in_its_size(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(640, 500)
    again = reopened(window, qtbot)
    assert (again.width(), again.height()) == (640, 500)
    again.close()


def test_the_preview_and_the_splitters_come_back(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(790, 600)
    window.files.open_sample()
    window.actions_of["preview"].trigger()
    space(window).across.setSizes([230, 290, 270])
    sizes = space(window).across.sizes()
    again = reopened(window, qtbot)
    again.files.open_sample()
    assert again.actions_of["preview"].isChecked()
    assert space(again).across.widget(2).isVisible()
    assert [space(again).across.sizes()[place] for place in (0, 2)] == [sizes[place] for place in (0, 2)]
    again.close()


def test_a_preview_opened_later_has_the_width_that_it_had_before(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1300, 700)
    window.files.open_sample()
    window.actions_of["preview"].trigger()
    space(window).across.setSizes([230, 700, 370])
    width = space(window).across.sizes()[2]
    window.actions_of["preview"].trigger()
    again = reopened(window, qtbot)
    again.files.open_sample()
    assert not again.actions_of["preview"].isChecked()
    again.actions_of["preview"].trigger()
    assert space(again).across.sizes()[2] == width
    again.close()


def test_the_dark_look_is_chosen_at_once_and_remembered(window: MainWindow) -> None:
    assert theme() is LIGHT
    window.files.open_sample()
    window.actions_of["dark"].trigger()
    assert theme() is DARK
    assert window.settings.dark is True
    window.actions_of["dark"].trigger()
    assert theme() is LIGHT
    assert window.settings.dark is False


def test_high_contrast_goes_before_light_and_dark_and_is_remembered(window: MainWindow) -> None:
    window.files.open_sample()
    window.actions_of["contrast"].trigger()
    assert theme() is CONTRAST
    assert window.settings.flag("contrast")
    assert window.settings.dark is None
    window.actions_of["dark"].trigger()
    assert theme() is DARK
    assert not window.settings.flag("contrast")
    assert not window.actions_of["contrast"].isChecked()
    window.actions_of["contrast"].trigger()
    window.actions_of["contrast"].trigger()
    assert theme() is DARK


def test_commands_that_need_a_report_wait_for_one(window: MainWindow) -> None:
    needing = ("save", "export", "print", "find", "next_finding", "preview")
    assert not any(window.actions_of[name].isEnabled() for name in needing)
    window.files.open_sample()
    assert all(window.actions_of[name].isEnabled() for name in needing)
    window.actions_of["close"].trigger()
    assert not any(window.actions_of[name].isEnabled() for name in needing)


def test_the_undo_command_names_the_step(window: MainWindow) -> None:
    window.files.open_sample()
    space(window).session.edit([(Slot(SlotKind.FIELD, "fax"), "1")], "修改传真")
    assert window.actions_of["undo"].text() == "撤销“修改传真”"
    window.actions_of["undo"].trigger()
    assert window.actions_of["undo"].text() == "撤销"
    assert window.actions_of["redo"].text() == "重做“修改传真”"


def test_esc_closes_a_message_before_anything_else(window: MainWindow) -> None:
    window.files.open_sample()
    assert window.messages.text
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.messages.text == ""
    assert window.in_sight is window.workspace


def test_closing_the_window_saves_what_was_edited(
    window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    space(window).session.edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    window.close()
    with OfficeFile.open(desk_on_file) as again:
        assert again.reports[2025].value(GRANTED) == 5
        assert again.recovery is None


def test_nothing_of_the_sample_is_left_behind(window: MainWindow) -> None:
    window.files.open_sample()
    space(window).session.edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    assert window.desk is not None
    window.desk.write_crash_copy()
    window.close()
    assert unsaved_copies() == ()


def test_another_report_takes_the_place_of_the_one_before(window: MainWindow, desk_on_file: Path) -> None:
    first = space(window)
    window.files.open_sample()
    assert space(window) is not first
    assert space(window).session.report.office == "云溪县行政审批服务局"
    with OfficeFile.open(desk_on_file) as freed:
        assert not freed.read_only


def test_a_screen_of_1366_at_150_percent_holds_every_page_beside_the_preview(
    sample_window: MainWindow,
) -> None:
    sample_window.resize(911, 512)
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.STAGE, NOW), Stage.SIGNED.value)], "已签")
    sample_window.actions_of["preview"].trigger()
    for tool in TOOLS:
        sample_window.actions_of[tool.id].trigger()
        for dialog in sample_window.findChildren(QFileDialog):
            dialog.reject()
        QApplication.processEvents()
        assert sample_window.minimumSizeHint().width() <= 911, tool.words
    for spec in pages_of(session.report):
        workspace_of(sample_window).show_page(spec.id).enter()
        QApplication.processEvents()
        assert sample_window.minimumSizeHint().width() <= 911, spec.id
    assert sample_window.width() == 911
