"""The list of findings: counts by level, filter, jump, explain in place, suggestions and rewordings taken."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from model.explanations import explain
from model.findings import Finding
from model.levels import Level
from model.report import Slot, SlotKind
from tests.ui.hands import type_words
from ui.desk.session import Session
from ui.findings.findings_model import Row, RowKind
from ui.findings.findings_panel import FindingsPanel
from ui.frame.main_window import MainWindow

TOLD = "全年收到政府信息公开申请8件。"
OVERVIEW = Slot(SlotKind.TEXT, "overview")


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> FindingsPanel:
    """The findings of a report in which every cell is 1 and the text tells another number."""
    session.edit([(Slot(SlotKind.CELL, key), 1) for key in session.report.form.entered], "填写")
    session.edit([(OVERVIEW, TOLD)], "修改文字")
    made = FindingsPanel(session)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def select(panel: FindingsPanel, code: str, kind: RowKind = RowKind.FINDING) -> Finding:
    rows = panel.list.rows
    number = next(n for n, r in enumerate(rows) if r.kind is kind and r.finding and r.finding.code == code)
    panel.list.select_row(number)
    finding = rows[number].finding
    assert finding is not None
    return finding


def filters(panel: FindingsPanel) -> dict[str, QToolButton]:
    return {button.text().split()[0]: button for button in panel.findChildren(QToolButton) if button.text()}


def codes(panel: FindingsPanel) -> set[str]:
    return {row.finding.code for row in panel.list.rows if row.finding}


def test_each_level_is_counted_and_can_be_looked_at_alone(panel: FindingsPanel, session: Session) -> None:
    every = codes(panel)
    explain = filters(panel)["需说明"]
    assert str(session.outcome.counts[Level.EXPLAIN]) in explain.text()
    explain.click()
    shown = {row.finding.level for row in panel.list.rows if row.finding}
    assert shown == {Level.EXPLAIN}
    explain.click()
    assert codes(panel) == every


def test_what_must_be_done_next_is_gone_to_though_another_level_is_looked_at(
    panel: FindingsPanel, session: Session, qtbot: QtBot
) -> None:
    filters(panel)["提醒"].click()
    explain = next(f for f in session.outcome.findings if f.level is Level.EXPLAIN)
    with qtbot.waitSignal(panel.jump) as gone_to:
        panel.go_to(explain)
    assert gone_to.args == [explain]
    assert panel.list.current is not None
    assert panel.list.current.finding == explain


def test_one_explanation_serves_all_findings_of_a_rule(panel: FindingsPanel, session: Session) -> None:
    session.edit([(OVERVIEW, f"{TOLD}\n截至年底，{TOLD.replace('8', '9')}")], "修改文字")
    alike = [f for f in session.outcome.findings if f.code == "N1"]
    assert len(alike) == 2
    panel.explain_finding(alike[0])
    panel.explanation.edit.setText("职责划入")
    panel.explanation.for_all.setChecked(True)
    QTest.keyClick(panel.explanation.edit, Qt.Key.Key_Return)
    assert {f.explanation for f in session.outcome.findings if f.code == "N1"} == {"职责划入"}
    session.undo()
    assert {f.explanation for f in session.outcome.findings if f.code == "N1"} == {""}


def test_the_tables_number_is_offered_below_the_finding(panel: FindingsPanel) -> None:
    rows = panel.list.rows
    number = next(n for n, row in enumerate(rows) if row.finding and row.finding.code == "N1")
    offer = rows[number + 1]
    assert offer.kind is RowKind.SUGGESTION
    assert offer.button == "改为 6"
    assert "可改用表中数字 6，以后随表格变化" in offer.text


def test_enter_on_the_offer_puts_the_number_into_the_text(panel: FindingsPanel, session: Session) -> None:
    select(panel, "N1", RowKind.SUGGESTION)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.report.text("overview") == TOLD.replace("8", "{收到申请总数}")
    assert "N1" not in codes(panel)
    session.undo()
    assert session.report.text("overview") == TOLD


def test_half_width_marks_of_all_texts_are_mended_in_one_step(panel: FindingsPanel, session: Session) -> None:
    other = Slot(SlotKind.TEXT, "other_matters")
    session.edit([(OVERVIEW, "栏目已改版,欢迎访问."), (other, "没有其他事项,未收取信息处理费.")], "修改文字")
    select(panel, "S12", RowKind.SUGGESTION)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.report.text("overview") == "栏目已改版，欢迎访问。"
    assert session.report.text("other_matters") == "没有其他事项，未收取信息处理费。"
    session.undo()
    assert session.report.text("overview") == "栏目已改版,欢迎访问."


def test_both_cells_of_a_number_in_the_wrong_column_are_changed_in_one_step(
    panel: FindingsPanel, session: Session
) -> None:
    entered = [key for key in session.report.form.entered if key.startswith("applications.")]
    session.edit([(Slot(SlotKind.CELL, key), 0) for key in entered], "清零")
    right, wrong = "applications.partial.enterprise", "applications.partial.research"
    numbers = {"applications.received.enterprise": 33, "applications.granted.enterprise": 10, wrong: 23}
    session.edit([(Slot(SlotKind.CELL, key), number) for key, number in numbers.items()], "填写")
    select(panel, "T3.3", RowKind.SUGGESTION)
    assert "一起改后" in next(row.text for row in panel.list.rows if row.button == "2 处一起改")
    panel.apply_current()
    assert (session.report.value(right), session.report.value(wrong)) == (23, 0)
    assert "T3.3" not in codes(panel)


def test_stepping_past_the_last_finding_says_that_it_begins_again(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.step(1)
    with qtbot.waitSignal(panel.said) as told:
        panel.step(-1)
    assert told.args == ["已到第一处，从末尾开始"]
    with qtbot.waitSignal(panel.said) as told:
        panel.step(1)
    assert told.args == ["已到最后一处，从头开始"]


def test_what_was_said_stands_below_the_finding_until_it_lapses(
    panel: FindingsPanel, session: Session
) -> None:
    finding = select(panel, "N1")
    session.edit(explain(session.report, finding, "口径不同。"), "填写说明")
    row, said, *_ = rows_of_code(panel, "N1")
    assert row.finding
    assert (row.finding.standing, row.button, said.text) == ("已说明", "改说明…", "已说明：口径不同。")
    session.edit([(Slot(SlotKind.CELL, "applications.received.other"), 7)], "填写")
    row, said, *_ = rows_of_code(panel, "N1")
    assert row.finding
    assert (row.finding.standing, row.button, said.text) == (
        "需说明",
        "重新说明…",
        "原说明已失效：口径不同。",
    )


def test_what_was_explained_no_longer_counts_as_waiting(panel: FindingsPanel, session: Session) -> None:
    waiting = session.outcome.counts[Level.EXPLAIN]
    finding = select(panel, "N1")
    session.edit(explain(session.report, finding, "口径不同。"), "填写说明")
    names = [button.accessibleName() for button in panel.filters.findChildren(QToolButton)]
    assert f"只看需说明，{waiting - 1} 条" in names
    assert any(label.text() == "已说明 1" for label in panel.findChildren(QLabel))


def test_what_is_not_shown_is_told_whole_where_keys_have_no_room(panel: FindingsPanel) -> None:
    explain_alone = filters(panel)["需说明"]
    explain_alone.click()
    told, keys = line_of(panel, "只看需说明，另有 "), line_of(panel, "F8 ")
    assert (told.accessibleName(), keys.accessibleName()) == ("", "按键提示")
    whole = told.fontMetrics().horizontalAdvance(told.text())
    panel.resize(panel.minimumSizeHint().width() + whole + 20, 400)
    QApplication.processEvents()
    assert told.contentsRect().width() >= whole
    assert keys.width() < keys.fontMetrics().horizontalAdvance(keys.text())
    explain_alone.click()
    QApplication.processEvents()
    assert told.width() == 0


def line_of(panel: FindingsPanel, start: str) -> QLabel:
    return next(label for label in panel.findChildren(QLabel) if label.text().startswith(start))


def rows_of_code(panel: FindingsPanel, code: str) -> list[Row]:
    """The finding's row and those below it."""
    return [row for row in panel.list.rows if row.finding and row.finding.code == code]


def test_a_click_on_its_button_does_the_same(panel: FindingsPanel, session: Session) -> None:
    select(panel, "N1", RowKind.SUGGESTION)
    rect = panel.list.visualRect(panel.list.currentIndex())
    place = rect.center()
    place.setX(rect.right() - 30)
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "{收到申请总数}" in session.report.text("overview")


def test_alt_enter_takes_the_number_in_the_window(sample_window: MainWindow) -> None:
    assert sample_window.workspace is not None
    session, panel = sample_window.workspace.session, sample_window.workspace.findings
    session.edit([(OVERVIEW, session.report.text("overview") + "\n" + TOLD)], "修改文字")
    select(panel, "N1")
    QTest.keyClick(sample_window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert session.report.text("overview").endswith("申请{收到申请总数}件。")
    assert sample_window.status.message == "已采纳建议，可用 Ctrl+Z 撤销"


def test_without_a_suggestion_it_says_so(panel: FindingsPanel, qtbot: QtBot) -> None:
    select(panel, next(code for code in codes(panel) if code.startswith("S")))
    with qtbot.waitSignal(panel.said) as told:
        panel.apply_current()
    assert told.args == ["所选的检查结果没有修改建议"]


def test_a_finding_is_explained_in_its_line_and_leaves_the_list(
    panel: FindingsPanel, session: Session
) -> None:
    select(panel, "N1")
    before = session.outcome.counts[Level.EXPLAIN]
    panel.explain_current()
    type_words(panel.explanation.edit, "口径不同\n")
    assert session.outcome.counts[Level.EXPLAIN] == before - 1
    assert panel.explanation.isHidden()
    session.undo()
    assert session.outcome.counts[Level.EXPLAIN] == before


def test_an_error_cannot_be_explained(panel: FindingsPanel, qtbot: QtBot) -> None:
    error = next(row.finding for row in panel.list.rows if row.finding and row.finding.level is Level.ERROR)
    with qtbot.waitSignal(panel.said) as told:
        panel.explain_finding(error)
    assert told.args == ["错误必须改正，不能说明"]
    assert panel.explanation.isHidden()


def test_esc_leaves_an_explanation_unwritten(panel: FindingsPanel, session: Session) -> None:
    finding = select(panel, "N1")
    panel.explain_finding(finding)
    type_words(panel.explanation.edit, "还没")
    QTest.keyClick(panel.explanation.edit, Qt.Key.Key_Escape)
    assert panel.explanation.isHidden()
    assert finding in session.outcome.findings


def test_stepping_goes_round_and_tells_where_to_jump(panel: FindingsPanel) -> None:
    jumped: list[Finding] = []
    panel.jump.connect(jumped.append)
    count = sum(row.kind is RowKind.FINDING for row in panel.list.rows)
    for _ in range(count + 1):
        panel.step(1)
    assert jumped[0] == jumped[-1]
    assert len(set(map(id, jumped[:-1]))) == count
    panel.step(-1)
    assert jumped[-1] == jumped[count - 1]


def test_where_nothing_is_selected_a_command_says_how_to(panel: FindingsPanel) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    panel.explain_current()
    panel.apply_current()
    assert said == ["请先选一条检查结果（F8）"] * 2


def test_all_findings_are_copied_as_text(panel: FindingsPanel, session: Session) -> None:
    panel.copy_all()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"云溪县林业局2024年度报告：{session.outcome.summary}"
    told = [finding for finding in session.outcome.findings if finding.code == "N1"]
    assert f"[需说明 N1] {told[0].message}" in lines


def test_nothing_jumps_while_typing(panel: FindingsPanel, session: Session) -> None:
    finding = select(panel, "N1")
    session.edit([(OVERVIEW, "新的第一段。\n" + TOLD)], "修改文字")
    current = panel.list.current
    assert current is not None
    assert current.finding is not None
    assert current.finding.subject == finding.subject


def test_a_report_without_a_fault_says_so(sample_window: MainWindow) -> None:
    assert sample_window.workspace is not None
    panel = sample_window.workspace.findings
    assert sample_window.workspace.session.outcome.ready
    panel.step(1)
    assert sample_window.status.message == "没有检查出问题"


def test_the_first_finding_of_the_page_in_sight_comes_into_sight(
    panel: FindingsPanel, session: Session
) -> None:
    session.edit([(Slot(SlotKind.CELL, key), 0) for key in session.report.form.entered], "填写")
    session.check()
    panel.list.clear_selected()
    panel.bring_page("applications")
    panel.resize(900, 120)
    QTest.qWait(0)
    assert not [r for r in panel.list.rows if r.finding and r.finding.page == "applications"]
    session.edit([(Slot(SlotKind.CELL, "applications.received.natural_person"), 7)], "填写")
    session.check()
    top = panel.list.rows[panel.list.indexAt(QPoint(0, 0)).row()]
    assert (top.kind, top.text) == (RowKind.PAGE, "三、依申请公开")


def test_the_findings_of_the_page_in_sight_stay_in_sight_when_others_come(
    panel: FindingsPanel, session: Session
) -> None:
    session.edit([(Slot(SlotKind.CELL, key), 0) for key in session.report.form.entered], "填写")
    session.edit([(Slot(SlotKind.CELL, "applications.received.natural_person"), 7)], "填写")
    panel.resize(900, 120)
    session.check()
    panel.list.clear_selected()
    panel.bring_page("applications")
    session.edit([(OVERVIEW, TOLD + "予以公开9件，部分公开5件，不予公开4件，无法提供3件。")], "修改文字")
    session.check()
    rows = panel.list.rows
    first = next(n for n, r in enumerate(rows) if r.finding and r.finding.page == "applications")
    assert first > 4
    assert panel.list.shows(first)
