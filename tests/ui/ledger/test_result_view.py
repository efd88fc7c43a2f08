"""Beside the table of a count stand the rows behind its numbers, and what a clerk has to look at first."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.ledger.ledger import Count, Ledger
from intake.ledger.memory import Memory
from intake.ledger.sheets import Row
from model.report import Report, Slot, SlotKind
from tests.intake.ledger.rows import TODAY, YEAR, ledger_of
from ui.ledger.result_view import ResultView, notes_on

SOUND: Row = ["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"]
UNKNOWN: Row = ["2", "2024-3-9", "钱某", "公民", "酌情处置", "2024-3-18"]
NO_DAY: Row = ["3", "不详", "孙某", "公民", "予以公开", "2024-3-18"]
GUESSED: Row = ["4", "2024-3-9", "清源建材有限公司", "", "予以公开", "2024-3-18"]
RECEIVED = "applications.received.natural_person"


def counted(*rows: Row) -> tuple[Ledger, Count]:
    ledger = ledger_of(*rows)
    return ledger, ledger.count(Memory({}), TODAY)


def notes(rows: Sequence[Row], present: Report | None = None, last_year: Report | None = None) -> list[str]:
    return list(notes_on(*counted(*rows), present, last_year))


def report(kind: SlotKind, key: str, number: int) -> Report:
    made = Report(ledger_of(SOUND).form, "云溪县林业局", YEAR)
    made.set([(Slot(kind, key), number)])
    return made


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ResultView]:
    made = ResultView()
    qtbot.addWidget(made)
    made.resize(1200, 600)
    made.show()
    yield made
    made.hide()


def sides(view: ResultView) -> list[str]:
    """The lists in sight."""
    shown = (at for at in range(view.sides.count()) if view.sides.isTabVisible(at))
    return [view.sides.tabText(at) for at in shown]


def test_a_sound_ledger_has_nothing_to_look_at_but_the_rows_behind_a_number(view: ResultView) -> None:
    view.show_count(*counted(SOUND), None, None)
    assert sides(view) == ["本格的行 1"]
    assert list(view.grids) == ["applications"]


def test_words_come_first_then_rows_without_a_place_then_what_to_know(view: ResultView) -> None:
    view.show_count(*counted(SOUND, UNKNOWN, NO_DAY, GUESSED), None, None)
    assert sides(view) == ["本格的行 1", "未能归类 2", "请指明 1", "说明 1"]
    assert view.sides.tabText(view.sides.currentIndex()) == "请指明 1"
    view.show_count(*counted(SOUND, NO_DAY, GUESSED), None, None)
    assert view.sides.tabText(view.sides.currentIndex()) == "未能归类 1"
    view.show_count(*counted(SOUND, GUESSED), None, None)
    assert view.sides.tabText(view.sides.currentIndex()) == "说明 1"


def test_why_a_row_has_no_place_is_told_after_what_stands_there(view: ResultView) -> None:
    view.show_count(*counted(SOUND, NO_DAY), None, None)
    item = view.unplaced.topLevelItem(0)
    assert item is not None
    assert item.text(1).startswith("“不详”")


def test_a_number_is_brought_into_sight_with_its_rows_and_help(view: ResultView, qtbot: QtBot) -> None:
    view.show_count(*counted(SOUND, [*SOUND[:4], "部分公开", "2024-3-18"]), None, None)
    with qtbot.waitSignal(view.hint) as told:
        view.show_cell("applications.partial.natural_person")
    assert view.grid is not None
    assert view.grid.current_key == "applications.partial.natural_person"
    assert view.sides.tabText(view.sides.currentIndex()) == "本格的行 1"
    assert told.args[0].startswith("自然人·")
    assert view.behind.topLevelItemCount() == 1


def test_a_kind_of_applicant_that_was_told_by_the_name_is_to_be_checked() -> None:
    (told,) = notes([SOUND, GUESSED])
    assert told.startswith("1 行没有写明申请人类型")
    assert told.endswith("第 3 行")


def test_rows_that_are_no_applications_are_told() -> None:
    assert notes([SOUND, ["合计", 1, "", "", "", ""]]) == ["1 行是空行、小计或表尾，没有统计"]


def test_what_has_changed_since_the_last_count_is_told() -> None:
    assert notes([SOUND], report(SlotKind.LEDGER, RECEIVED, 1)) == []
    (told,) = notes([SOUND], report(SlotKind.LEDGER, RECEIVED, 5))
    assert told.startswith("与上次统计相比，1 格有变化")
    assert told.endswith("5 → 1")


def test_what_last_year_carried_over_is_compared_with_what_the_ledger_carries_in() -> None:
    carried: Row = ["5", "2023-12-20", "李某", "公民", "予以公开", "2024-1-8"]
    last = report(SlotKind.CELL, "applications.carried_out.natural_person", 2)
    (told,) = notes([SOUND, carried], None, last)
    assert told == "自然人：上年报告结转 2 件，台账中上年结转 1 件，台账中是第 3 行，请核对"
    last.set([(Slot(SlotKind.CELL, "applications.carried_out.natural_person"), 1)])
    assert notes([SOUND, carried], None, last) == []


def test_what_looks_entered_twice_is_listed_with_all_its_rows(view: ResultView) -> None:
    view.show_count(*counted(SOUND, ["1", "2024-5-6", *SOUND[2:]]), None, None)
    assert "可能重复 2" in sides(view)
    rows = (view.doubles.topLevelItem(at) for at in range(view.doubles.topLevelItemCount()))
    assert [row.text(0) for row in rows if row is not None] == ["第 2 行", "第 3 行"]


def test_the_rows_behind_a_number_come_into_sight_with_it(view: ResultView) -> None:
    view.show_count(*counted(SOUND, UNKNOWN), None, None)
    assert view.sides.tabText(view.sides.currentIndex()) == "请指明 1"
    view.show_cell(RECEIVED)
    assert view.sides.tabText(view.sides.currentIndex()).startswith("本格的行")


def test_on_a_narrow_screen_a_row_behind_a_number_is_named_with_its_day(view: ResultView) -> None:
    view.resize(900, 600)
    view.show_count(*counted(SOUND), None, None)
    view.show_cell(RECEIVED)
    QApplication.processEvents()
    heads = view.behind.header()
    assert heads.sectionViewportPosition(2) + heads.sectionSize(2) <= view.behind.viewport().width()
