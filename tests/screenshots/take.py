"""Takes the pictures of one look into a folder."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, qInstallMessageHandler
from PySide6.QtGui import QContextMenuEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QScrollArea

import resources
from model.file.crash_copy import unsaved_copies
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.levels import Level
from model.report import Slot, SlotKind
from model.stages import Stage
from tests.intake.edited_drafts import cell_with, edited, tracked
from tests.intake.ledger.files import workbook
from tests.intake.ledger.invented import random_applications, spoil
from tests.intake.ledger.layouts import LAYOUTS
from tests.model.review.test_read_back import place_of
from tests.screenshots.camera import Camera
from tests.screenshots.heavy import heavy
from tests.ui.windows import GRANTED, tool_of
from ui.ledger.ledgers import SAMPLE
from ui.look.message_bar import Offer
from ui.look.style import apply_style
from ui.prose.page import ProsePage
from ui.qt_words import speak_chinese
from ui.report.table_page import TablePage
from ui.tools.history_page import HistoryPage
from ui.tools.read_back_page import ReadBackPage
from ui.tools.read_out_page import ReadOutPage
from ui.tools.recheck_page import RecheckPage
from ui.tools.sign_off_page import SignOffPage
from ui.tools.submission_page import SubmissionPage

_SLIPS = {
    "applications.granted.natural_person": 31,
    "applications.carried_in.enterprise": 4,
    "disclosure.normative_documents.in_force": 70,
    "disputes.review.upheld": None,
}
_WRONG_WORDS = "全年收到政府信息公开申请66件，2023年共公开信息XX条。\n"


def start(camera: Camera) -> None:
    """The start page: empty, and with a file and the lines for a new report."""
    camera.take("start")
    for name, year in (("云溪县林业局", 2024), ("云溪县水利局", 2025)):
        camera.window.files.new(name, "department", year, camera.home / f"{name}.xxgk")
        camera.window.files.close()
    (camera.home / "坏.xxgk").write_bytes(b"{")
    camera.window.settings.opened(camera.home / "坏.xxgk")
    camera.window.show_start()
    camera.window.start.ask_new()
    QTest.qWait(800)
    camera.take("start-files")
    left = OfficeFile.unsaved(Content({"office": "云溪县林业局", "level": "department"}))
    left.start_year(2025)
    left.write_crash_copy()
    left.close()
    camera.window.show_start()
    QTest.qWait(800)
    camera.take("start-recovery")
    for copy in unsaved_copies():
        copy.discard()


def blank(camera: Camera) -> None:
    """A report just begun."""
    camera.window.files.new("云溪县农业农村局", "department", 2025, camera.home / "新.xxgk")
    camera.pages("blank")


def sample(camera: Camera) -> None:
    """The sample, finished; its years, its preview, its export."""
    camera.window.files.open_sample()
    camera.window.messages.clear()
    camera.pages("sample")
    actions = camera.window.actions_of
    actions["last_year"].trigger()
    for page in ("overview", "applications"):
        assert camera.window.workspace is not None
        camera.window.workspace.show_page(page).enter()
        camera.take(f"last-year-{page}")
    actions["last_year"].trigger()
    for name in ("years", "charts", "export", "sign_off", "submission"):
        actions[name].trigger()
        if name == "sign_off":
            camera.wait_until(lambda: bool(tool_of(camera.window, SignOffPage).sheets.pages))
        camera.take(name)
    _second_pair_of_eyes(camera)
    assert camera.window.workspace is not None
    camera.window.workspace.show_page("overview").enter()
    actions["preview"].trigger()
    preview = camera.window.tool_deeds.preview if camera.window.tool_deeds else None
    if preview is not None:
        camera.wait_until(lambda: bool(preview.pages))
    camera.take("preview")
    actions["preview"].trigger()


def _second_pair_of_eyes(camera: Camera) -> None:
    """The tables typed again, one number otherwise; then read out."""
    actions = camera.window.actions_of
    actions["recheck"].trigger()
    camera.take("recheck-name")
    again = tool_of(camera.window, RecheckPage)
    QTest.keyClicks(again.names["checker"], "Wang Fang")
    QTest.keyClick(again.names["checker"], Qt.Key.Key_Return)
    again.tabs.setCurrentIndex(1)
    again.grid.setFocus()
    for number in ("38", "2", "21", "40", "0"):
        QTest.keyClicks(again.grid, number)
        QTest.keyClick(QApplication.focusWidget() or again.grid, Qt.Key.Key_Return)
        if number == "40":
            camera.take("recheck-differs")
    camera.take("recheck")
    actions["read_out"].trigger()
    camera.take("read-out")
    read_out = tool_of(camera.window, ReadOutPage)
    read_out.tabs.setCurrentIndex(1)
    for _ in range(20):
        read_out.go_on()
    camera.take("read-out-applications")


def remarks(camera: Camera) -> None:
    """The chief's 意见 beside the findings, the line for one, what is looked for, a reason being written."""
    camera.window.files.open_sample()
    camera.window.messages.clear()
    workspace = camera.window.workspace
    assert workspace is not None
    workspace.session.edit([(Slot(SlotKind.CELL, k), v) for k, v in _SLIPS.items()], "填写")
    for page, words in (("applications", "请与台账核对"), ("overview", "这一段太长，压到二百字以内")):
        workspace.show_page(page).enter()
        camera.window.actions_of["add_remark"].trigger()
        workspace.remarks.line.who.setText("王主任")
        workspace.remarks.line.edit.setText(words)
        camera.take(f"remark-{page}")
        QTest.keyClick(workspace.remarks.line.edit, Qt.Key.Key_Return)
        workspace.open_find()
        workspace.find_bar.words.setText("公开")
        camera.take(f"find-{page}")
        workspace.find_bar.close_bar()
    camera.window.messages.show_message(
        "文件所在文件夹不能写入，改动没有保存；请用“另存为”保存到别处",
        Level.ERROR,
        (Offer("另存为…", _nothing),),
    )
    camera.take("message")
    camera.window.messages.clear()


def context_menus(camera: Camera) -> None:
    """What the right button offers in a cell, in a text, in the list of versions."""
    workspace = camera.window.workspace
    assert workspace is not None
    table = workspace.show_page("applications")
    text = workspace.show_page("overview")
    assert isinstance(table, TablePage)
    assert isinstance(text, ProsePage)
    for name, widget in (("cell", table.grid), ("text", text.editor.viewport())):
        workspace.show_page("applications" if name == "cell" else "overview").enter()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(60, 60), QPoint(60, 60))
        QApplication.sendEvent(widget, event)
        QTest.qWait(30)
        menu = QApplication.activePopupWidget()
        if menu is not None:
            camera.take(f"context-{name}", menu)
            menu.close()
    camera.take("context-numbers", text.editor.number_menu())


def imported(camera: Camera) -> None:
    """A published report beside the one on the desk: what was read, in the table's own shape."""
    camera.window.files.open_sample()
    camera.window.messages.clear()
    workspace = camera.window.workspace
    assert workspace is not None
    report = workspace.session.report
    path = camera.home / "去年公布的年报.docx"
    path.write_bytes(
        edited(report, cell_with(*place_of(report, GRANTED), "20"), tracked("全年", "本年度全年"))
    )
    camera.window.deeds.imports.read_file(path)
    camera.take("import-reading")
    page = camera.window.deeds.imports.page
    camera.wait_until(lambda: camera.window.in_sight is page)
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        camera.take(f"import-{at}")
    camera.window.show_work()
    camera.window.actions_of["read_back"].trigger()
    for dialog in camera.window.findChildren(QFileDialog):
        camera.take("dialog-open", dialog)
        dialog.reject()
    camera.take("read-back-empty")
    back = tool_of(camera.window, ReadBackPage)
    back.read_file(path)
    camera.wait_until(lambda: back.list.topLevelItemCount() > 0)
    camera.take("read-back")
    QTest.keyClick(back.list, Qt.Key.Key_End)
    camera.take("read-back-number")


def exported(camera: Camera) -> None:
    """Files written, and written again over one that somebody has changed."""
    camera.window.files.open_sample()
    camera.window.messages.clear()
    camera.window.actions_of["export"].trigger()
    page = camera.window.tool_deeds.export_page if camera.window.tool_deeds else None
    assert page is not None
    page.folder.setText(str(camera.home))
    for again in ("", "-again"):
        for file in camera.home.glob("*.docx"):
            file.write_bytes(file.read_bytes() + b" ")
        page.start_button.click()
        camera.take(f"exporting{again}")
        camera.wait_until(page.start_button.isEnabled)
        camera.take(f"exported{again}")


def signed(camera: Camera) -> None:
    """A signed report, protected; then opened again by 更正, with what was changed since."""
    camera.window.files.open_sample()
    camera.window.files.save_as(camera.home / "签发.xxgk")
    camera.window.messages.clear()
    workspace = camera.window.workspace
    assert workspace is not None
    camera.window.actions_of["submission"].trigger()
    page = tool_of(camera.window, SubmissionPage)
    page.take_stage(Stage.SIGNED)
    camera.take("signed")
    camera.pages("signed")
    page.take_stage(Stage.PUBLISHED)
    camera.window.actions_of["submission"].trigger()
    camera.take("published")
    page.correct()
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 22)], "填写")
    text = workspace.session.report.text("problems")
    workspace.session.edit([(Slot(SlotKind.TEXT, "problems"), "新写的第一句。" + text)], "修改文字")
    camera.window.actions_of["submission"].trigger()
    QTest.keyClick(page.changes.view.tree, Qt.Key.Key_Home)
    camera.take("corrected")
    page.take_stage(Stage.PUBLISHED)
    page.correct()
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 23)], "填写")
    camera.window.actions_of["submission"].trigger()
    [area] = page.findChildren(QScrollArea)
    QTest.qWait(100)  # until it has followed the keyboard
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    camera.take("corrected-again")


def history(camera: Camera) -> None:
    """A file saved more than once, an older generation of it selected."""
    path = camera.home / "历史.xxgk"
    camera.window.files.open_sample()
    camera.window.files.save_as(path)
    workspace = camera.window.workspace
    assert workspace is not None
    for key, value in list(_SLIPS.items())[:2]:
        workspace.session.edit([(Slot(SlotKind.CELL, key), value)], "填写")
        camera.window.files.save()
    workspace.session.edit([(Slot(SlotKind.TEXT, "problems"), _WRONG_WORDS)], "修改文字")
    camera.window.actions_of["history"].trigger()
    page = tool_of(camera.window, HistoryPage)
    assert page is not None
    page.list.setCurrentRow(page.list.count() - 1)
    camera.take("history")


def faulty(camera: Camera) -> None:
    """The sample with slips in tables and words."""
    camera.window.files.open_sample()
    camera.window.messages.clear()
    workspace = camera.window.workspace
    assert workspace is not None
    slips = [(Slot(SlotKind.CELL, key), value) for key, value in _SLIPS.items()]
    text = _WRONG_WORDS + workspace.session.report.text("overview")
    workspace.session.edit([*slips, (Slot(SlotKind.TEXT, "overview"), text)], "填写")
    camera.pages("faulty")
    camera.window.actions_of["next_finding"].trigger()
    camera.take("faulty-next")
    workspace.show_page("applications")
    explainable = next(f for f in workspace.session.outcome.findings if f.level.value == "X")
    workspace.findings.explain_finding(explainable)
    camera.take("faulty-explain")


def ledger(camera: Camera) -> None:
    """A ledger with faults beside the sample: its columns, its count, what has no place."""
    camera.window.files.close()
    camera.window.actions_of["ledger"].trigger()
    camera.take("ledger-begin")
    page = camera.window.deeds.ledgers.page
    camera.window.files.open_sample()
    camera.window.messages.clear()
    applications, spoilt = spoil(random_applications(300, seed=5), seed=6)
    layout = next(layout for layout in LAYOUTS if layout.name == "title and unit")
    camera.window.deeds.take_files(
        [workbook(camera.home / "2025年台账.xlsx", layout.sheets(applications, spoilt))]
    )
    camera.wait_until(lambda: page.step == 1)
    camera.take("ledger-columns")
    page.next_button.click()
    camera.wait_until(lambda: page.step == 2)
    for at in filter(page.result.sides.isTabVisible, range(page.result.sides.count())):
        page.result.sides.setCurrentIndex(at)
        camera.take(f"ledger-count-{at}")


def off_the_ledger(camera: Camera) -> None:
    """The sample's own ledger: its disputes, the rows behind a number; a cell off it after taking it over; the ledger gone."""
    camera.window.files.open_sample()
    camera.window.messages.clear()
    workspace, page = camera.window.workspace, camera.window.deeds.ledgers.page
    assert workspace is not None
    path = camera.home / "台账.xlsx"
    path.write_bytes(resources.path(SAMPLE).read_bytes())
    camera.window.deeds.take_files([path])
    camera.wait_until(lambda: camera.window.in_sight is page and page.step == 2)
    page.result.tables.setCurrentIndex(1)
    camera.take("ledger-disputes")
    page.show_cell(GRANTED)
    camera.take("ledger-behind")
    page.take_button.click()
    camera.take("ledger-taken")
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 20)], "填写")
    workspace.session.check()
    finding = next(each for each in workspace.session.outcome.findings if each.code == "L1")
    workspace.findings.go_to(finding)
    camera.take("ledger-differs")
    camera.window.actions_of["submission"].trigger()
    camera.take("ledger-submission")
    path.unlink()
    camera.window.actions_of["ledger_rows"].trigger()
    camera.take("ledger-gone")


def menus(camera: Camera) -> None:
    """Every menu, opened."""
    for number, action in enumerate(camera.window.header.menus.actions()):
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.popup(camera.window.mapToGlobal(camera.window.rect().topLeft()))
            camera.take(f"menu-{number}", menu)
            menu.hide()

    years = camera.window.header.year.menu()
    # Not by its command, which waits until a year is chosen.
    years.popup(camera.window.mapToGlobal(camera.window.rect().topLeft()))
    camera.take("menu-years", years)
    years.hide()
    camera.window.actions_of["recent"].trigger()
    recent = QApplication.activePopupWidget()
    if recent is not None:
        camera.take("menu-recent", recent)
        recent.hide()


def dialogs(camera: Camera) -> None:
    """Where to save, to pack, to export and to print to."""
    camera.window.files.open_sample()
    for command in ("save_as", "pack", "import", "print", "blank_ledger"):
        camera.window.actions_of[command].trigger()
        for dialog in camera.window.findChildren(QDialog):
            if dialog.isVisible():
                camera.take(f"dialog-{command}", dialog)
                dialog.reject()
        camera.window.show_work()


def help_pages(camera: Camera) -> None:
    """The manual, the rules, the shortcuts, about."""
    for name in ("manual", "rules", "shortcuts", "about"):
        camera.window.actions_of[name].trigger()
        camera.take(name)
        QTest.keyClick(camera.window, Qt.Key.Key_Escape)


def trouble(camera: Camera) -> None:
    """A file somebody else has open, a damaged one."""
    path = camera.home / "占用.xxgk"
    with OfficeFile.unsaved(Content.read(resources.path("samples/示例.xxgk"))) as other:
        other.save_as(path)
        camera.window.files.open(path)
        camera.take("read-only")
        camera.window.files.close()
        other.save()
    path.write_bytes(path.read_bytes()[:500])
    camera.window.files.open(path)
    camera.take("damaged")


SCENES: tuple[Callable[[Camera], None], ...] = (
    start,
    blank,
    sample,
    remarks,
    context_menus,
    history,
    imported,
    exported,
    signed,
    faulty,
    ledger,
    off_the_ledger,
    heavy,
    menus,
    dialogs,
    help_pages,
    trouble,
)


def _nothing() -> None:
    """What a button does in a picture."""


def main(folder: str, look: str, width: int, height: int) -> None:
    """Take all pictures of a look in a window of this size."""
    qInstallMessageHandler(lambda *_: None)
    app = QApplication([])
    speak_chinese(app)
    if look == "large":
        app.setFont(QFont(app.font().family(), 13))
    apply_style(app, dark=look == "dark", contrast=look == "contrast")
    home = Path(folder).parent / ".home"
    home.mkdir(parents=True, exist_ok=True)
    for file in home.iterdir():
        file.unlink()
    camera = Camera(Path(folder), home, (width, height))
    for scene in SCENES:
        scene(camera)
    camera.window.close()
    (Path(folder) / "faults.txt").write_text("".join(f"{line}\n" for line in camera.faults), encoding="utf-8")
    print(f"{Path(folder).name}: {len(camera.faults)} faults")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
