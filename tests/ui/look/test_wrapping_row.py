"""A row of buttons that goes on in a second line where the first has no room."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.look.buttons import Button
from ui.look.wrapping_row import WrappingRow


def row_of(qtbot: QtBot, *words: str) -> tuple[QWidget, list[Button]]:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = WrappingRow(8)
    buttons = [Button(each, whole) for each in words]
    for button in buttons:
        row.addWidget(button)
    whole.setLayout(row)
    return whole, buttons


def lay_out(whole: QWidget, width: int) -> None:
    whole.resize(width, whole.heightForWidth(width))
    whole.show()


def test_with_room_all_stand_in_one_line(qtbot: QtBot) -> None:
    whole, buttons = row_of(qtbot, "改为复核数", "原数无误", "下一处")
    lay_out(whole, whole.sizeHint().width())
    assert len({button.y() for button in buttons}) == 1
    assert [button.x() for button in buttons] == sorted(button.x() for button in buttons)
    assert buttons[-1].geometry().right() < whole.width()


def test_without_room_the_rest_goes_on_below_and_nothing_is_cut(qtbot: QtBot) -> None:
    whole, buttons = row_of(qtbot, "改为复核数", "原数无误", "下一处")
    lay_out(whole, whole.minimumSizeHint().width())
    assert len({button.y() for button in buttons}) == 3
    for button in buttons:
        assert whole.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    whole, buttons = row_of(qtbot, "改为复核数", "原数无误")
    all_of_it = whole.sizeHint().width()
    buttons[0].hide()
    assert whole.sizeHint().width() == buttons[1].sizeHint().width() < all_of_it
    lay_out(whole, all_of_it)
    assert buttons[1].x() == 0


def test_a_button_wider_than_the_row_is_made_narrower(qtbot: QtBot) -> None:
    whole, [button] = row_of(qtbot, "表上空白")
    row = whole.layout()
    assert isinstance(row, WrappingRow)
    whole.show()
    row.setGeometry(whole.rect().adjusted(0, 0, 30 - whole.width(), 0))
    assert button.width() == 30


def test_an_empty_row_has_no_size(qtbot: QtBot) -> None:
    whole, _ = row_of(qtbot)
    row = whole.layout()
    assert row is not None
    assert (row.count(), row.sizeHint().width()) == (0, 0)
    assert not row.itemAt(0)
    assert not row.takeAt(0)
