"""The open office file behind the session: years, generations, imports, the crash copy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.errors import OfficeFileError
from model.file.generations import Generations
from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from model.form_file import load_form
from model.report import Report, Slot, SlotKind
from tests.offices import OFFICE, RECEIVED, office_file, report_on
from ui.desk.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A saved file with blank reports on 2023 and 2024, the newest on the desk."""
    made = Desk(office_file(tmp_path / "年报.xxgk", 2023, 2024))
    yield made
    made.close(keep_copy=False)


def receive(desk: Desk, number: int) -> None:
    desk.session.edit([(Slot(SlotKind.CELL, RECEIVED), number)], "填写")


def test_the_newest_year_lies_on_the_desk_with_the_year_before(desk: Desk) -> None:
    assert desk.session.report.year == 2024
    assert desk.session.last_year is desk.report_of(2023)
    assert desk.years == (2023, 2024)


def test_edits_reach_the_crash_copy_by_themselves(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.copied):
        receive(desk, 1)
        receive(desk, 2)
    desk.office.close()
    with OfficeFile.open(tmp_path / "年报.xxgk") as other:
        assert other.recovery is not None
        assert other.recovery.content.reports[2024].value(RECEIVED) == 2


def test_a_crash_copy_that_cannot_be_written_is_told(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> None:
        raise OfficeFileError("磁盘已满")

    monkeypatch.setattr(desk.office, "write_crash_copy", refused)
    receive(desk, 1)
    with qtbot.waitSignal(desk.failed) as told:
        desk.write_crash_copy()
    assert told.args == ["磁盘已满"]


def test_after_a_save_there_is_nothing_to_recover(desk: Desk, tmp_path: Path) -> None:
    receive(desk, 1)
    desk.write_crash_copy()
    desk.save()
    assert not desk.session.dirty
    with OfficeFile.open(tmp_path / "年报.xxgk", read_only=True) as other:
        assert other.recovery is None
        assert other.reports[2024].value(RECEIVED) == 1


def test_what_a_save_left_over_goes_by_itself(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    receive(desk, 1)
    desk.write_crash_copy()
    desk.save()
    qtbot.waitUntil(lambda: not beside(tmp_path / "年报.xxgk", "crash").exists())


def test_another_year_has_its_own_steps_to_undo(desk: Desk) -> None:
    receive(desk, 1)
    desk.switch_year(2023)
    assert desk.session.undo() is None
    assert desk.session.last_year is None
    desk.switch_year(2024)
    assert desk.session.report.value(RECEIVED) == 1
    assert desk.session.undo() is not None, "after a look at the other year"
    assert desk.session.report.value(RECEIVED) is None
    assert desk.session.redo() is not None


def test_a_step_is_undone_once_and_told_once_after_a_look_at_another_year(desk: Desk) -> None:
    receive(desk, 1)
    receive(desk, 2)
    desk.switch_year(2023)
    desk.switch_year(2024)
    heard: list[object] = []
    desk.session.changed.connect(heard.append)
    desk.session.undo()
    assert desk.session.report.value(RECEIVED) == 1
    assert len(heard) == 1


def test_a_new_year_is_not_saved_until_it_is(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(desk.years_changed):
        desk.add_year(2025)
    assert desk.session.report.year == 2025
    with OfficeFile.open(tmp_path / "年报.xxgk", read_only=True) as other:
        assert list(other.reports) == [2023, 2024]


def test_an_imported_year_that_is_there_is_one_step(desk: Desk) -> None:
    receive(desk, 1)
    desk.take_report(report_on(2024, 7))
    assert desk.session.report.value(RECEIVED) == 7
    desk.session.undo()
    assert desk.session.report.value(RECEIVED) == 1


def test_an_imported_year_that_is_not_there_is_added(desk: Desk) -> None:
    desk.take_report(report_on(2022, 7))
    assert desk.years == (2022, 2023, 2024)
    assert desk.session.report.year == 2022


def test_an_imported_year_in_another_form_takes_the_place(desk: Desk) -> None:
    older = Report(load_form("2019"), OFFICE, 2023)
    desk.take_report(older)
    assert desk.session.report.form.id == "2019"
    assert desk.years == (2023, 2024)


def test_a_generation_restored_is_what_it_was(desk: Desk) -> None:
    receive(desk, 1)
    desk.save()
    receive(desk, 2)
    desk.restore(desk.office.generations[0].open())
    assert desk.session.report.value(RECEIVED) == 1


def test_what_was_restored_has_no_steps_of_what_it_took_the_place_of(desk: Desk) -> None:
    receive(desk, 1)
    desk.restore(desk.office.generations[0].open())
    assert desk.session.undo() is None


def test_what_was_not_saved_goes_into_the_history_before_another_state_takes_its_place(desk: Desk) -> None:
    receive(desk, 2)
    desk.restore(desk.office.generations[0].open())
    left = [each for each in desk.office.generations if each.copy]
    assert [each.open().reports[2024].value(RECEIVED) for each in left] == [2]
    desk.restore(left[0].open())
    assert desk.session.report.value(RECEIVED) == 2


def test_going_through_the_saved_states_leaves_nothing_more_in_the_history(desk: Desk) -> None:
    for number in (1, 2):
        receive(desk, number)
        desk.save()
    states = desk.office.generations
    for state in (*states[:2], *states[:2]):
        desk.restore(state.open())
    assert desk.office.generations == states


def test_nothing_is_restored_over_what_cannot_be_put_by(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    older = desk.office.generations[0].open()
    receive(desk, 2)
    monkeypatch.setattr(Generations, "add", full)
    with pytest.raises(OfficeFileError, match="请先保存"):
        desk.restore(older)
    assert desk.session.report.value(RECEIVED) == 2


def test_a_year_that_the_generation_has_not_gives_way_to_its_newest(desk: Desk) -> None:
    desk.add_year(2025)
    desk.restore(desk.office.generations[0].open())
    assert desk.session.report.year == 2024
    assert desk.years == (2023, 2024)


def test_a_second_desk_on_the_file_is_for_reading(desk: Desk, tmp_path: Path) -> None:
    other = Desk(OfficeFile.open(tmp_path / "年报.xxgk"))
    assert other.session.read_only
    other.write_crash_copy()
    other.save_as(tmp_path / "副本.xxgk")
    other.session.edit([(Slot(SlotKind.CELL, RECEIVED), 2)], "填写")
    assert desk.session.report.value(RECEIVED) is None
    other.close(keep_copy=False)


def changed(desk: Desk) -> bool:
    return desk.changed_on_disk


def test_it_is_noticed_when_the_file_was_changed_but_one_that_is_gone_is_written_anew(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "年报.xxgk"
    assert not changed(desk)
    content = path.read_bytes()
    path.write_bytes(content + b" ")
    assert changed(desk)
    path.unlink()
    assert not changed(desk)
    desk.save()
    assert path.read_bytes()
