"""Office files in the window: saved, opened, read only, changed or gone underneath, damaged, recovered."""

from datetime import date
from errno import ENOSPC
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from model.errors import CannotWrite
from model.file import place
from model.file.crash_copy import CrashCopyWriter, unsaved_copies
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.report import Slot, SlotKind
from tests.offices import OFFICE, RECEIVED, of_another_office, report_on
from tests.ui.hands import type_words
from tests.ui.windows import GRANTED, desk_of, saved_words, session_of, workspace_of
from ui.desk.files import EditsNotKept
from ui.desk.settings import Settings
from ui.frame.main_window import MainWindow
from ui.report.table_page import TablePage
from ui.start.entry_button import EntryButton


@pytest.fixture
def desk_on_file(start_window: MainWindow, tmp_path: Path) -> Path:
    """A new report of an invented office in a file of its own, open in the window."""
    path = tmp_path / "林业局.xxgk"
    start_window.files.new("云溪县林业局", "department", 2025, path)
    return path


def grant(window: MainWindow, number: int) -> None:
    session_of(window).edit([(Slot(SlotKind.CELL, GRANTED), number)], "填写")


def granted_in(path: Path) -> object:
    """What the file on disk says."""
    return Content.read(path).reports[2025].value(GRANTED)


def table_page(window: MainWindow) -> TablePage:
    page = workspace_of(window).show_page("applications")
    assert isinstance(page, TablePage)
    return page


def test_the_sample_is_never_saved_over(start_window: MainWindow, qtbot: QtBot) -> None:
    start_window.start.deeds["sample"].click()
    assert start_window.desk is not None
    assert start_window.desk.path is None
    assert "示例" in start_window.messages.text
    qtbot.waitUntil(lambda: workspace_of(start_window).outline.verdict == "可以上报")


def test_what_is_said_of_an_unsaved_report_goes_once_it_is_saved(
    start_window: MainWindow, tmp_path: Path
) -> None:
    start_window.files.open_sample()
    start_window.files.save_as(tmp_path / "年报.xxgk")
    assert start_window.messages.text == ""
    session_of(start_window).edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    (tmp_path / "年报.xxgk").write_bytes(b"")
    start_window.files.save()
    assert "没有写入" in start_window.messages.text
    start_window.files.save_as(tmp_path / "另一份.xxgk")
    assert start_window.messages.text == ""


def test_saving_and_opening_again_brings_everything_back(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot
) -> None:
    workspace_of(start_window).session.edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    start_window.actions_of["save"].trigger()
    assert saved_words(start_window).startswith("已保存")
    start_window.actions_of["close"].trigger()
    assert start_window.desk is None
    start_window.files.open(desk_on_file)
    assert workspace_of(start_window).session.report.value(GRANTED) == 5


@pytest.mark.parametrize("is_linked", [False, True])
def test_the_file_on_the_desk_stays_there_when_it_is_opened_again(
    start_window: MainWindow, desk_on_file: Path, is_linked: bool
) -> None:
    start_window.files.open(desk_on_file)
    session = session_of(start_window)
    session.edit([(Slot(SlotKind.CELL, GRANTED), 7)], "填写")
    again = desk_on_file
    if is_linked:
        again = desk_on_file.with_name("快捷方式.xxgk")
        again.symlink_to(desk_on_file)
    start_window.files.open(again)
    assert session_of(start_window) is session
    assert not session.read_only
    assert session.journal.undo_label == "填写"
    assert start_window.messages.text == f"“{again.name}”已在本窗口中打开。"


def test_a_second_window_reads_only_and_says_who_writes(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    other = MainWindow(Settings(tmp_path / "other.ini"), date(2026, 1, 10))
    qtbot.addWidget(other)
    other.files.open(desk_on_file)
    assert "正在编辑此文件" in other.messages.text
    assert saved_words(other) == "只读"
    page = table_page(other)
    page.grid.focus_cell(GRANTED)
    type_words(page.grid, "1")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert workspace_of(other).session.report.value(GRANTED) is None


def test_a_damaged_file_is_offered_from_its_newest_generation(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    workspace_of(start_window).session.edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    start_window.actions_of["save"].trigger()
    start_window.actions_of["close"].trigger()
    desk_on_file.write_bytes(desk_on_file.read_bytes()[:300])
    start_window.files.open(desk_on_file)
    assert start_window.desk is None
    start_window.messages.take(
        next(words for words in start_window.messages.offers if words.startswith("恢复"))
    )
    assert workspace_of(start_window).session.report.value(GRANTED) == 5


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\xff" * 50, b'{"format": 99}'])
def test_a_file_that_is_not_ours_is_refused_in_a_line(
    start_window: MainWindow, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "别的.xxgk"
    path.write_bytes(content)
    start_window.files.open(path)
    assert start_window.desk is None
    assert start_window.messages.text
    assert path.read_bytes() == content


def test_a_file_changed_underneath_is_not_overwritten_unasked(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    theirs = of_another_office(desk_on_file, "云溪县水利局")
    desk_on_file.write_bytes(theirs)
    workspace_of(start_window).session.edit([(Slot(SlotKind.CELL, GRANTED), 5)], "填写")
    start_window.actions_of["save"].trigger()
    assert desk_on_file.read_bytes() == theirs
    assert "仍以本窗口内容覆盖" in start_window.messages.offers
    start_window.messages.take("仍以本窗口内容覆盖")
    assert desk_on_file.read_bytes() != theirs


def dialog(window: MainWindow) -> QFileDialog:
    (found,) = window.findChildren(QFileDialog)
    return found


def test_save_as_makes_another_file_and_works_on_it(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    grant(start_window, 5)
    other = tmp_path / "另一份"
    start_window.files.save_as(other)
    assert granted_in(tmp_path / "另一份.xxgk") == 5
    assert granted_in(desk_on_file) is None
    assert desk_of(start_window).path == tmp_path / "另一份.xxgk"
    assert start_window.settings.recent[0] == tmp_path / "另一份.xxgk"


def test_save_as_asks_with_a_name_that_fits_the_office(start_window: MainWindow) -> None:
    start_window.files.open_sample()
    start_window.actions_of["save"].trigger()
    asked = dialog(start_window)
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(asked.selectedFiles()[0]).name == "云溪县行政审批服务局政务公开年报.xxgk"


def test_the_file_chosen_in_the_dialog_is_opened(start_window: MainWindow, desk_on_file: Path) -> None:
    start_window.actions_of["close"].trigger()
    start_window.actions_of["open"].trigger()
    dialog(start_window).fileSelected.emit(str(desk_on_file))
    assert session_of(start_window).report.office == "云溪县林业局"


def test_last_years_file_begins_the_next_year(start_window: MainWindow, desk_on_file: Path) -> None:
    start_window.actions_of["close"].trigger()
    start_window.start.deeds["from_last_year"].click()
    dialog(start_window).fileSelected.emit(str(desk_on_file))
    assert session_of(start_window).report.year == 2026
    assert desk_of(start_window).years == (2025, 2026)


def test_a_read_only_report_is_edited_under_another_name(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    start_window.actions_of["close"].trigger()
    with OfficeFile.open(desk_on_file):
        start_window.files.open(desk_on_file)
        assert start_window.messages.offers == ("另存为…",)
        start_window.actions_of["save"].trigger()
        assert "另存为…" in start_window.messages.offers
        start_window.files.save_as(tmp_path / "副本.xxgk")
        grant(start_window, 5)
        start_window.actions_of["save"].trigger()
    assert granted_in(tmp_path / "副本.xxgk") == 5


def test_a_file_changed_underneath_can_be_read_anew(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot
) -> None:
    theirs = of_another_office(desk_on_file, "云溪县水利局")
    desk_on_file.write_bytes(theirs)
    start_window.deeds.look_at_disk()
    qtbot.waitUntil(lambda: "已被其他程序改动" in start_window.messages.text)
    start_window.messages.take("重新读入文件")
    assert session_of(start_window).report.office == "云溪县水利局"


def test_a_message_about_the_disk_does_not_chase_another_away(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot
) -> None:
    start_window.messages.show_message("先看这条")
    desk_on_file.write_bytes(b"another file")
    with qtbot.waitSignal(start_window.files.watch.looked):
        start_window.deeds.look_at_disk()
    assert start_window.messages.text == "先看这条"


def test_a_folder_that_is_gone_keeps_the_edits_in_the_window(
    start_window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "优盘"
    folder.mkdir()
    start_window.files.new("云溪县林业局", "department", 2025, folder / "年报.xxgk")
    grant(start_window, 5)
    folder.rename(tmp_path / "拔掉了")
    start_window.actions_of["save"].trigger()
    assert start_window.messages.text
    assert session_of(start_window).dirty
    assert session_of(start_window).report.value(GRANTED) == 5
    start_window.files.save_as(tmp_path / "别处.xxgk")
    assert granted_in(tmp_path / "别处.xxgk") == 5
    assert not session_of(start_window).dirty


def test_a_place_that_cannot_be_written_is_told(
    start_window: MainWindow, desk_on_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "占用").write_text("文件")
    start_window.files.save_as(tmp_path / "占用" / "年报.xxgk")
    assert "不能保存" in start_window.messages.text
    assert start_window.messages.offers == ("另存为…",)
    assert desk_of(start_window).path == desk_on_file


def test_a_save_that_failed_can_be_tried_again(
    start_window: MainWindow, desk_on_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grant(start_window, 5)

    def full(_path: Path, _target: Path) -> Path:
        raise OSError(ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(Path, "replace", full)
        start_window.actions_of["save"].trigger()
    assert "没有丢失" in start_window.messages.text
    assert session_of(start_window).dirty
    assert granted_in(desk_on_file) is None
    start_window.messages.take("重试")
    assert granted_in(desk_on_file) == 5
    assert start_window.messages.text == ""


def test_nothing_is_saved_into_the_folder_in_which_a_stick_was(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    grant(start_window, 5)
    on_the_stick = desk_on_file.read_bytes()
    with monkeypatch.context() as pulled:
        pulled.setattr(place, "_disk_of", lambda _folder: 99)
        desk_on_file.unlink()
        with qtbot.waitSignal(start_window.files.watch.gone):
            start_window.files.watch.look()
        assert "U 盘或磁盘已不在" in start_window.messages.text
        assert start_window.messages.offers == ("重试", "另存为…")
        start_window.messages.take("重试")
        assert "没有丢失" in start_window.messages.text
        assert session_of(start_window).dirty
        assert not desk_on_file.exists()
    desk_on_file.write_bytes(on_the_stick)
    start_window.messages.take("重试")
    assert granted_in(desk_on_file) == 5
    assert start_window.messages.text == ""


def test_a_file_that_was_renamed_is_saved_under_its_old_name_with_a_word(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    grant(start_window, 5)
    desk_on_file.rename(desk_on_file.with_name("改名.xxgk"))
    start_window.actions_of["save"].trigger()
    assert granted_in(desk_on_file) == 5
    assert "改名或移走的那份仍是旧内容" in start_window.messages.text


def test_leaving_saves_what_was_edited(start_window: MainWindow, desk_on_file: Path) -> None:
    grant(start_window, 5)
    start_window.actions_of["close"].trigger()
    assert granted_in(desk_on_file) == 5
    assert start_window.in_sight is start_window.start


def test_leaving_does_not_write_over_what_another_has_changed(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    grant(start_window, 5)
    theirs = of_another_office(desk_on_file, "云溪县水利局")
    desk_on_file.write_bytes(theirs)
    start_window.actions_of["close"].trigger()
    assert desk_on_file.read_bytes() == theirs
    start_window.files.open(desk_on_file)
    start_window.messages.take("恢复")
    assert session_of(start_window).report.value(GRANTED) == 5


def test_what_a_crash_has_left_goes_into_the_history_when_it_is_not_wanted(
    start_window: MainWindow, desk_on_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    grant(start_window, 5)
    desk_of(start_window).write_crash_copy()
    desk_of(start_window).office.close()
    other = MainWindow(Settings(tmp_path / "other.ini"), date(2026, 1, 10))
    qtbot.addWidget(other)
    other.files.open(desk_on_file)
    other.messages.take("不要了")
    assert "历史版本" in other.messages.text
    assert session_of(other).report.value(GRANTED) is None
    assert desk_of(other).office.generations[0].open().reports[2025].value(GRANTED) == 5
    other.actions_of["close"].trigger()
    other.files.open(desk_on_file)
    assert other.messages.text == ""
    other.close()


def test_what_a_crash_has_left_is_offered_until_it_is_answered(
    start_window: MainWindow, desk_on_file: Path
) -> None:
    grant(start_window, 5)
    desk_of(start_window).write_crash_copy()
    desk_of(start_window).office.close()
    start_window.files.desk = None
    for _ in range(2):
        start_window.files.open(desk_on_file)
        assert "恢复" in start_window.messages.offers
        start_window.actions_of["close"].trigger()
    start_window.files.open(desk_on_file)
    start_window.messages.take("恢复")
    assert session_of(start_window).report.value(GRANTED) == 5


def test_a_report_that_never_had_a_file_is_offered_on_the_start_page(
    start_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    content = Content({"office": "云溪县林业局", "level": "department"})
    made = OfficeFile.unsaved(content)
    made.start_year(2025)
    start_window.files.put_unsaved(made)
    grant(start_window, 5)
    desk_of(start_window).write_crash_copy()
    made.close()
    other = MainWindow(Settings(tmp_path / "other.ini"), date(2026, 1, 10))
    qtbot.addWidget(other)
    other.start.show_files((), unsaved_copies())
    (button,) = [b for b in other.start.findChildren(EntryButton) if b.property("copy") is not None]
    assert button.words[0] == "云溪县林业局　2025 年度"
    button.click()
    assert session_of(other).report.value(GRANTED) == 5
    assert "已找回未保存的报告" in other.messages.text
    other.close()


def test_a_new_report_in_a_place_that_is_taken_says_so(start_window: MainWindow, desk_on_file: Path) -> None:
    start_window.actions_of["new"].trigger()
    before = desk_on_file.read_bytes()
    start_window.files.new("云溪县水利局", "department", 2025, desk_on_file)
    assert start_window.start.form.refusal
    assert desk_on_file.read_bytes() == before
    assert start_window.desk is None


def test_a_year_beyond_the_forms_is_refused_in_a_line(start_window: MainWindow, tmp_path: Path) -> None:
    start_window.files.new("云溪县林业局", "department", 2099, tmp_path / "年报.xxgk")
    start_window.files.begin_next_year()
    assert start_window.messages.text
    assert desk_of(start_window).years == (2099,)


def test_an_office_file_without_a_report_says_what_to_do(start_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "空.xxgk"
    made = OfficeFile.unsaved(Content({"office": "云溪县林业局"}))
    made.save_as(path)
    made.close()
    start_window.files.open(path)
    assert start_window.desk is None
    assert start_window.messages.text == "“空.xxgk”中还没有年度报告，请新建"


def test_a_year_begun_and_left_at_once_is_in_the_file(start_window: MainWindow, desk_on_file: Path) -> None:
    start_window.files.begin_next_year()
    start_window.files.close()
    assert sorted(Content.read(desk_on_file).reports) == [2025, 2026]


def test_a_read_only_file_begins_no_year(start_window: MainWindow, desk_on_file: Path) -> None:
    start_window.files.close()
    with OfficeFile.open(desk_on_file):
        start_window.files.open(desk_on_file)
        start_window.files.begin_next_year()
        assert desk_of(start_window).years == (2025,)
        assert "只读" in start_window.messages.text


def test_a_report_without_a_file_is_offered_until_it_has_one(start_window: MainWindow) -> None:
    """Closed without a single edit, and recovered and closed again: it is still there."""
    start_window.files.put_unsaved(
        OfficeFile.unsaved(Content({"office": OFFICE}, {2024: report_on(2024, 7)}))
    )
    start_window.files.close()
    (copy,) = unsaved_copies()
    start_window.files.recover(copy)
    start_window.files.close()
    (again,) = unsaved_copies()
    assert again.content.reports[2024].value(RECEIVED) == 7


def test_what_was_found_stays_on_disk_while_no_new_copy_can_be_written(
    start_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_window.files.put_unsaved(
        OfficeFile.unsaved(Content({"office": OFFICE}, {2024: report_on(2024, 7)}))
    )
    start_window.files.close()
    (copy,) = unsaved_copies()

    def full(_writer: object, _content: bytes) -> None:
        raise CannotWrite("磁盘已满")

    with monkeypatch.context() as disk:
        disk.setattr(CrashCopyWriter, "write", full)
        start_window.files.recover(copy)
        start_window.files.close()
    assert [left.path for left in unsaved_copies()] == [copy.path]


@pytest.fixture
def full_disk(start_window: MainWindow, desk_on_file: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window with an edit that can be neither saved nor kept."""

    def full(*_: object, **__: object) -> str:
        raise CannotWrite("磁盘已满")

    grant(start_window, 5)
    monkeypatch.setattr(OfficeFile, "save", full)
    monkeypatch.setattr(CrashCopyWriter, "write", full)
    return start_window


def test_the_window_stays_open_while_edits_can_be_kept_nowhere(full_disk: MainWindow, tmp_path: Path) -> None:
    for leave in ("close", "new", "quit"):
        full_disk.actions_of[leave].trigger()
        assert full_disk.isVisible()
        assert session_of(full_disk).report.value(GRANTED) == 5
        assert full_disk.messages.offers == ("另存为…", "放弃修改并关闭")
    full_disk.files.save_as(tmp_path / "别处.xxgk")
    assert full_disk.close()
    assert granted_in(tmp_path / "别处.xxgk") == 5


def test_another_report_does_not_push_out_edits_that_can_be_kept_nowhere(full_disk: MainWindow) -> None:
    with pytest.raises(EditsNotKept):
        full_disk.files.open_sample()
    assert session_of(full_disk).report.value(GRANTED) == 5
    full_disk.messages.take("放弃修改并关闭")
    assert full_disk.desk is None
