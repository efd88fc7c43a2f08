"""The rows behind a number are listed with their places and what counts in them, as many as anybody reads."""

import pytest
from pytestqt.qtbot import QtBot

from intake.ledger.columns import Field
from intake.ledger.ledger import Ledger
from intake.ledger.sheets import Row
from intake.ledger.words import words_of
from model.errors import AssistantError
from tests.intake.ledger.rows import ledger_of
from ui.ledger import rows_list
from ui.ledger.rows_list import RowsList

ROW: Row = ["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"]


@pytest.fixture
def ledger() -> Ledger:
    return ledger_of(*[ROW] * 5)


def shown(qtbot: QtBot, ledger: Ledger, *places: int, reasons: bool = False) -> RowsList:
    made = RowsList("行", reasons=reasons)
    qtbot.addWidget(made)
    made.show_rows(ledger, dict(words_of(ledger.form).heads), [(place, f"因{place}") for place in places])
    return made


def line(rows: RowsList, at: int) -> list[str]:
    item = rows.topLevelItem(at)
    assert item is not None
    return [item.text(column) for column in range(item.columnCount())]


def test_a_row_is_listed_by_its_place_with_the_columns_that_count(qtbot: QtBot, ledger: Ledger) -> None:
    rows = shown(qtbot, ledger, 2, 4)
    assert rows.topLevelItemCount() == 2
    assert line(rows, 0)[:5] == ["第 2 行", "1", "2024-3-8", "2024-3-18", "赵某"]
    assert line(rows, 1)[0] == "第 4 行"


def test_why_a_row_is_here_is_told_where_that_is_asked(qtbot: QtBot, ledger: Ledger) -> None:
    assert line(shown(qtbot, ledger, 3, reasons=True), 0)[:3] == ["第 3 行", "因3", "1"]
    assert "因3" not in line(shown(qtbot, ledger, 3), 0)


def test_only_some_columns_may_be_wanted_and_two_of_one_kind_stand_together(qtbot: QtBot) -> None:
    ledger = ledger_of(ROW)
    ledger.use(0, 2, Field.OUTCOME)
    rows = RowsList("行", reasons=False)
    qtbot.addWidget(rows)
    rows.show_rows(ledger, dict(words_of(ledger.form).heads), [(2, "")], [Field.OUTCOME])
    assert line(rows, 0) == ["第 2 行", "赵某＋予以公开"]


def test_of_many_rows_the_first_are_listed_and_how_many_more_there_are(
    qtbot: QtBot, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_list, "MOST_SHOWN", 2)
    rows = shown(qtbot, ledger, 2, 3, 4, 5)
    assert rows.topLevelItemCount() == 3
    assert line(rows, 2)[0] == "……另有 2 行"


def test_rows_that_cannot_be_had_are_told(
    qtbot: QtBot, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_places: object) -> list[Row]:
        raise AssistantError("台账已不在原处")

    monkeypatch.setattr(ledger, "rows_at", gone)
    assert line(shown(qtbot, ledger, 2), 0) == ["台账已不在原处"]


def test_why_a_row_is_here_is_read_without_scrolling_sideways(qtbot: QtBot, ledger: Ledger) -> None:
    rows = RowsList("行", reasons=True)
    qtbot.addWidget(rows)
    rows.resize(400, 300)
    rows.show()
    why = "可能是几种情形，看不出是哪一种，请指明一次；" * 4
    rows.show_rows(ledger, dict(words_of(ledger.form).heads), [(2, why), (3, "没有收到日期")])
    qtbot.waitExposed(rows)
    place = rows.visualRect(rows.model().index(0, 1))
    assert place.right() <= rows.viewport().width()
    assert place.height() > 2 * rows.fontMetrics().height()
    assert rows.visualRect(rows.model().index(1, 1)).height() < place.height()
