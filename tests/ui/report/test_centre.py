"""Page and findings share the height as the clerk has it; bars at the foot take theirs from the findings."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, workspace_of
from ui.findings.findings_list import row_height
from ui.frame.main_window import MainWindow
from ui.look.elided import ElidedLabel
from ui.look.passing_bar import PassingBar
from ui.look.style import apply_style
from ui.report.centre import Centre


@pytest.fixture
def centre(sample_window: MainWindow) -> Centre:
    sample_window.resize(1366, 768)
    sample_window.messages.clear()
    workspace_of(sample_window).show_page("applications")
    QApplication.processEvents()
    return workspace_of(sample_window).centre


def test_a_bar_takes_its_room_from_the_findings_and_gives_it_back(
    centre: Centre, sample_window: MainWindow
) -> None:
    page, below = centre.sizes()
    sample_window.messages.show_message("已导入")
    QApplication.processEvents()
    bar = sample_window.messages.height()
    assert centre.sizes() == [page, below - bar]
    sample_window.messages.clear()
    QApplication.processEvents()
    assert centre.sizes() == [page, below]


def test_two_bars_take_the_room_of_both(centre: Centre) -> None:
    page, below = centre.sizes()
    one, other = PassingBar(), PassingBar()
    centre.make_room(one, 20)
    centre.make_room(other, 30)
    assert centre.sizes() == [page + 50, below - 50]
    centre.make_room(one, 0)
    assert centre.sizes() == [page + 30, below - 30]


def test_the_height_chosen_while_a_bar_is_in_sight_is_that_without_it(
    centre: Centre, sample_window: MainWindow
) -> None:
    findings = workspace_of(sample_window).findings
    sample_window.messages.show_message("已导入")
    QApplication.processEvents()
    page, below = centre.sizes()
    centre.moveSplitter(page - 40, 1)
    QTest.qWait(0)
    assert findings.open_height == below + 40 + sample_window.messages.height()


def test_where_the_page_is_none_of_the_report_it_has_all_the_height(
    centre: Centre, sample_window: MainWindow
) -> None:
    sample_window.actions_of["years"].trigger()
    QApplication.processEvents()
    assert not workspace_of(sample_window).findings.isVisible()
    assert centre.sizes()[0] == centre.height()


def test_in_a_low_window_the_page_has_the_larger_part_unless_the_clerk_takes_it(
    centre: Centre, sample_window: MainWindow
) -> None:
    usual = centre.sizes()[1]
    sample_window.resize(1366, 420)
    QApplication.processEvents()
    page, below = centre.sizes()
    assert below < usual
    assert page > 2 * below
    centre.moveSplitter(page - 60, 1)
    QTest.qWait(0)
    taken = centre.sizes()[1]
    assert taken > below
    sample_window.resize(1300, 420)
    QApplication.processEvents()
    assert centre.sizes()[1] == taken


def test_in_a_low_window_a_table_shows_rows_and_the_findings_one_of_the_page(
    centre: Centre, sample_window: MainWindow
) -> None:
    sample_window.resize(911, 472)
    workspace = workspace_of(sample_window)
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 99)], "填写")
    workspace.session.check()
    workspace.show_page("disclosure")
    workspace.show_page("applications")
    QApplication.processEvents()
    page, below = centre.sizes()
    assert page > 4 * below
    listed = workspace.findings.list
    top = listed.rows[listed.indexAt(QPoint(0, 0)).row()]
    assert top.finding is not None
    assert top.finding.page == "applications"


def test_what_is_due_is_seen_selected_also_from_a_page_without_findings(
    centre: Centre, sample_window: MainWindow
) -> None:
    workspace = workspace_of(sample_window)
    for key in ("applications.granted.natural_person", "disclosure.normative_documents.issued"):
        workspace.session.edit([(Slot(SlotKind.CELL, key), 999)], "填写")
    overview = Slot(SlotKind.TEXT, "overview")
    told = "全年收到政府信息公开申请66件，办结99件，予以公开98件，部分公开97件。"
    workspace.session.edit([(overview, told)], "修改文字")
    workspace.session.check()
    sample_window.actions_of["export"].trigger()
    QApplication.processEvents()
    workspace.next_due()
    QApplication.processEvents()
    listed = workspace.findings.list
    assert listed.current is not None
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()))


def test_where_only_the_findings_head_has_room_nothing_is_said_below_it(
    centre: Centre, sample_window: MainWindow
) -> None:
    labels = workspace_of(sample_window).findings.findChildren(ElidedLabel)
    [nothing] = [label for label in labels if label.accessibleName() == "没有检查结果"]
    assert nothing.isVisible()
    centre.moveSplitter(centre.height(), 1)
    QApplication.processEvents()
    assert not nothing.isVisible()


def test_a_bar_in_a_low_window_leaves_the_finding_gone_to_in_sight(
    centre: Centre, sample_window: MainWindow
) -> None:
    sample_window.resize(911, 472)
    workspace = workspace_of(sample_window)
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 99)], "填写")
    workspace.session.check()
    workspace.findings.step(1)
    sample_window.messages.show_message("已导入")
    QApplication.processEvents()
    listed = workspace.findings.list
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()))


def test_a_bar_takes_nothing_from_findings_that_have_only_their_head(
    centre: Centre, sample_window: MainWindow
) -> None:
    findings = workspace_of(sample_window).findings
    findings.open_height = findings.minimumSizeHint().height()
    bar = PassingBar()
    centre.make_room(bar, 0)
    below = centre.sizes()[1]
    centre.make_room(bar, 20)
    assert centre.sizes()[1] == below
    assert findings.open_height == below


def test_one_row_of_room_shows_a_finding_and_not_the_name_of_its_page(
    centre: Centre, sample_window: MainWindow
) -> None:
    sample_window.resize(911, 472)
    workspace = workspace_of(sample_window)
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 99)], "填写")
    workspace.session.check()
    workspace.show_page("cover")
    QApplication.processEvents()
    listed = workspace.findings.list
    assert listed.rows[listed.indexAt(QPoint(0, 0)).row()].finding is not None


def test_a_bar_leaves_a_row_also_where_letters_need_more_room(
    centre: Centre, sample_window: MainWindow
) -> None:
    findings = workspace_of(sample_window).findings
    font = findings.list.font()
    font.setPointSizeF(2 * font.pointSizeF())
    findings.list.setFont(font)
    sample_window.resize(911, 472)
    sample_window.messages.show_message("已导入")
    QApplication.processEvents()
    assert centre.sizes()[1] >= findings.minimumSizeHint().height() + findings.list.fontMetrics().height()


@pytest.mark.parametrize("contrast", [False, True])
def test_in_every_look_a_bar_leaves_a_finding_to_be_read(
    centre: Centre, sample_window: MainWindow, qapp: QApplication, contrast: bool
) -> None:
    apply_style(qapp, dark=False, contrast=contrast)
    QApplication.processEvents()
    workspace = workspace_of(sample_window)
    workspace.session.edit([(Slot(SlotKind.CELL, GRANTED), 99)], "填写")
    workspace.session.check()
    sample_window.resize(911, 472)
    sample_window.messages.show_message("已导入")
    QApplication.processEvents()
    listed = workspace.findings.list
    assert listed.viewport().height() > 0.75 * row_height(listed)
    assert listed.rows[listed.indexAt(QPoint(0, 0)).row()].finding is not None
