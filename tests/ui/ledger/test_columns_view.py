"""What each column of a ledger is for is shown above it, and changed with two keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.ledger.columns import Field
from intake.ledger.ledger import BEGINNING, Ledger
from intake.ledger.memory import Memory
from intake.ledger.reading import LedgerFile
from intake.ledger.sheets import Row, Sheet, squared
from model.form_file import form_for
from tests.intake.ledger.rows import HEAD, YEAR
from ui.ledger.columns_view import ColumnsView

FIRST: Row = ["1", "2024-3-8", "赵某", "公民", "予以公开", "2024-3-18"]


def ledger(*names: str, head: Row = HEAD) -> Ledger:
    sheets = tuple(Sheet(name, squared([list(head), *(list(FIRST) for _ in range(20))])) for name in names)
    return Ledger.of([LedgerFile("台账.xlsx", sheets)], form_for(YEAR), YEAR, Memory({}))


@pytest.fixture
def view(qtbot: QtBot) -> ColumnsView:
    made = ColumnsView()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    return made


def uses(view: ColumnsView) -> list[str]:
    items = (view.table.horizontalHeaderItem(at) for at in range(view.table.columnCount()))
    return [item.text() for item in items if item is not None]


def choose(view: ColumnsView, column: int, words: str) -> None:
    """Open the uses of a column and take one."""
    view.table.setCurrentCell(0, column)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert view.table.menu is not None
    action = next(action for action in view.table.menu.actions() if words in action.text())
    action.trigger()
    view.table.menu.close()


def test_the_first_rows_stand_below_what_each_column_is_for(view: ColumnsView) -> None:
    view.show_ledger(ledger("台账"))
    assert uses(view) == ["编号", "收到日期", "申请人", "申请人类型", "办理结果", "答复日期"]
    assert view.table.rowCount() == 1 + BEGINNING
    item = view.table.item(1, 2)
    assert item is not None
    assert item.text() == "赵某"


def test_a_column_is_used_otherwise_and_what_is_lacking_then_is_told(view: ColumnsView, qtbot: QtBot) -> None:
    made = ledger("台账")
    view.show_ledger(made)
    assert view.lacking.text() == ""
    with qtbot.waitSignal(view.edited):
        choose(view, 4, "不统计")
    assert uses(view)[4] == "—"
    assert made.parts[0].layout.of(Field.OUTCOME) == ()
    assert "办理结果" in view.lacking.text()
    assert view.table.currentColumn() == 4, "the cursor stays on the column"
    choose(view, 4, "办理结果")
    assert list(made.parts[0].layout.of(Field.OUTCOME)) == [4]
    assert view.lacking.isHidden()


def test_of_several_sheets_each_is_counted_or_left_out(view: ColumnsView, qtbot: QtBot) -> None:
    made = ledger("上半年", "下半年")
    view.show_ledger(made)
    assert [view.tabs.tabText(at) for at in range(view.tabs.count())] == ["上半年", "下半年"]
    view.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(view.edited):
        view.counted.click()
    assert [part.counted for part in made.parts] == [True, False]
    view.tabs.setCurrentIndex(0)
    assert view.counted.isChecked()


def test_a_single_sheet_needs_no_tabs(view: ColumnsView) -> None:
    view.show_ledger(ledger("台账"))
    assert view.tabs.isHidden()
    assert view.counted.isHidden()


def test_a_column_without_a_head_is_called_by_its_letter(view: ColumnsView) -> None:
    view.show_ledger(ledger("台账", head=["", *HEAD[1:]]))
    item = view.table.item(0, 0)
    assert item is not None
    assert item.text() == "A"


def cases(*heads: str) -> Sheet:
    """A sheet of reviews and suits with these columns."""
    told = {"案件类型": "行政复议", "受理日期": "2024-3-8", "审理结果": "维持"}
    case: Row = [told.get(head, "1") for head in heads]
    return Sheet("复议诉讼", squared([list(heads), *(list(case) for _ in range(3))]))


def with_cases(*heads: str) -> Ledger:
    sheets = (*(part.sheet for part in ledger("台账").parts), cases(*heads))
    return Ledger.of([LedgerFile("台账.xlsx", sheets)], form_for(YEAR), YEAR, Memory({}))


def test_cases_without_closing_dates_hinder_nothing_and_what_is_supposed_is_told(view: ColumnsView) -> None:
    view.show_ledger(with_cases("案号", "案件类型", "受理日期", "审理结果"))
    assert not view.lacking.isVisible()
    assert view.assumed.isVisible()
    assert "没有“审结日期”一列" in view.assumed.text()
    view.tabs.setCurrentIndex(1)
    view.counted.click()
    assert not view.assumed.isVisible()


def test_of_several_sheets_one_that_lacks_a_column_says_how_to_go_on_without_it(view: ColumnsView) -> None:
    made = with_cases("案号", "案件类型", "审结日期", "审理结果")
    view.show_ledger(made)
    assert "看不出哪一列是“受理日期”" in view.lacking.text()
    assert "取消它的“统计这个工作表”" in view.lacking.text()
    view.tabs.setCurrentIndex(1)
    view.counted.click()
    assert not view.lacking.isVisible()
    assert not made.missing
