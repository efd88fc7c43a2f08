"""The session: every edit is journalled and checked at once."""

import pytest
from pytestqt.qtbot import QtBot

from model.findings import Finding, Suggestion
from model.form_file import form_for
from model.import_state import ImportState
from model.levels import Level
from model.outcome import Outcome
from model.report import Change, Report, Slot, SlotKind
from ui.desk.session import ReadOnly, Session

LICENCES = Slot(SlotKind.CELL, "disclosure.licences.decisions")


def session(*, read_only: bool = False) -> Session:
    return Session(Report(form_for(2024), "云溪县林业局", 2024), read_only=read_only)


def test_an_edit_is_told_and_checked_at_once(qtbot: QtBot) -> None:
    desk = session()
    heard: list[Change | Outcome] = []
    desk.changed.connect(heard.append)
    desk.checked.connect(heard.append)
    blanks = desk.outcome.blanks
    change = desk.edit([(LICENCES, 7)], "填写")
    assert heard == [change, desk.outcome]
    assert desk.outcome.blanks == blanks - 1
    assert desk.dirty


def test_a_report_is_checked_when_its_outcome_is_first_asked_for(qtbot: QtBot) -> None:
    desk = session()
    assert not desk.is_checked
    assert desk.outcome.blanks == 166
    assert desk.is_checked


def test_the_first_edit_is_judged_by_what_held_before_it(qtbot: QtBot) -> None:
    checked, unchecked = session(), session()
    assert checked.outcome
    for desk in (checked, unchecked):
        desk.edit([(LICENCES, 7)], "填写")
        assert desk.undo() is not None
    assert unchecked.outcome == checked.outcome


def test_undo_and_redo_are_checked_too(qtbot: QtBot) -> None:
    desk = session()
    desk.edit([(LICENCES, 7)], "填写")
    desk.undo()
    assert desk.report.value(LICENCES.key) is None
    assert desk.outcome.blanks == 166
    desk.redo()
    assert desk.report.value(LICENCES.key) == 7
    assert desk.outcome.blanks == 165


def test_a_report_opened_for_reading_refuses_edits(qtbot: QtBot) -> None:
    desk = session(read_only=True)
    with pytest.raises(ReadOnly, match="只读"):
        desk.edit([(LICENCES, 7)], "填写")
    assert desk.report.value(LICENCES.key) is None


def test_another_report_brings_its_own_journal(qtbot: QtBot) -> None:
    desk = session()
    desk.edit([(LICENCES, 7)], "填写")
    with qtbot.waitSignal(desk.report_switched):
        desk.switch(Report(form_for(2023), "云溪县林业局", 2023), None)
    assert desk.report.year == 2023
    assert desk.undo() is None


def test_dirty_ends_with_a_save(qtbot: QtBot) -> None:
    desk = session()
    desk.edit([(LICENCES, 7)], "填写")
    with qtbot.waitSignal(desk.file_changed):
        desk.mark_saved()
    assert not desk.dirty


def test_a_change_that_a_finding_offers_is_one_deed_wherever_it_is_asked_for(qtbot: QtBot) -> None:
    """What a page, the list below and the menu of a cell ask for cannot differ: neither marks nor the name of the step."""
    first, second = (Suggestion(LICENCES.key, 7, new, "易混数字") for new in (1, 9))
    finding = Finding("T2.1", Level.EXPLAIN, "", (LICENCES.key,), suggestions=(first, second))
    steps = []
    for asked in ("finding", "one of two", "cell"):
        desk = session()
        state = Slot(SlotKind.STATE, LICENCES.key)
        desk.edit([(LICENCES, 7), (state, ImportState.DOUBTFUL.value)], "导入报告")
        chosen = second if asked == "one of two" else first
        step = (
            desk.adopt(chosen) if asked == "cell" else desk.mend(finding, None if chosen is first else chosen)
        )
        assert desk.report.value(LICENCES.key) == chosen.new
        assert desk.report.get(SlotKind.STATE, LICENCES.key) is None
        steps.append((step.label, set(step.slots)))
    assert steps[0] == steps[1] == steps[2]


def test_a_suggestion_that_is_adopted_settles_how_the_cell_was_imported(qtbot: QtBot) -> None:
    desk = session()
    state = Slot(SlotKind.STATE, LICENCES.key)
    desk.edit([(LICENCES, 7), (state, ImportState.DOUBTFUL.value)], "导入报告")
    desk.adopt(Suggestion(LICENCES.key, 7, 1, "易混数字"))
    assert desk.report.value(LICENCES.key) == 1
    assert desk.report.get(SlotKind.STATE, LICENCES.key) is None
    desk.undo()
    assert desk.report.value(LICENCES.key) == 7
    assert desk.report.get(SlotKind.STATE, LICENCES.key) == ImportState.DOUBTFUL
