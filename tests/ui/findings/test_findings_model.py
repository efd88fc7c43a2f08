"""The findings as rows: grouped by page in the report's order, blank cells left to the verdict, advice told once."""

from model.levels import Level
from model.outcome import BLANK
from model.report import Slot, SlotKind
from tests.ui.windows import GRANTED, session_of
from ui.desk.session import Session
from ui.findings.findings_model import RowKind, as_text, listed, rows_of
from ui.frame.main_window import MainWindow


def rows(session: Session, *levels: Level) -> list[tuple[RowKind, str]]:
    return [(row.kind, row.text) for row in rows_of(session.report, session.outcome, levels or tuple(Level))]


def test_blank_cells_are_no_rows(session: Session) -> None:
    assert any(finding.code == BLANK for finding in session.outcome.findings)
    assert not [finding for finding in listed(session.outcome, Level) if finding.code == BLANK]


def test_pages_are_named_where_there_are_several(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    assert RowKind.PAGE not in {kind for kind, _ in rows(session, Level.ERROR)}
    text = session.report.text("overview") + "收到政府信息公开申请3218件。"
    session.edit([(Slot(SlotKind.TEXT, "overview"), text)], "修改文字")
    named = [text for kind, text in rows(session) if kind is RowKind.PAGE]
    assert named == ["一、总体情况", "三、依申请公开"]


def test_only_the_levels_asked_for_are_listed(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    assert {f.level for f in listed(session.outcome, (Level.ERROR,))} == {Level.ERROR}


def test_the_same_advice_is_told_once(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    offers = [text for kind, text in rows(session) if kind is RowKind.SUGGESTION]
    assert len(offers) == len(set(offers)) >= 1


def test_all_of_it_as_text_begins_with_the_verdict(sample_window: MainWindow) -> None:
    session = session_of(sample_window)
    session.edit([(Slot(SlotKind.CELL, GRANTED), 900)], "填写")
    lines = as_text(session.report, session.outcome).splitlines()
    assert lines[0] == f"云溪县行政审批服务局2025年度报告：{session.outcome.summary}"
    assert any(line.startswith("[错误 T3.") for line in lines)
