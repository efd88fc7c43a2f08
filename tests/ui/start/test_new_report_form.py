"""The few lines that a new report needs, filled in as far as can be guessed."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hands import type_words
from ui.start.new_report_form import NewReportForm

FOLDER = Path("/文档")


def form(qtbot: QtBot, today: date = date(2026, 1, 10)) -> NewReportForm:
    made = NewReportForm(FOLDER, today)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("today", "year"), [(date(2026, 1, 10), 2025), (date(2026, 11, 3), 2026)])
def test_the_year_is_the_one_that_is_due(qtbot: QtBot, today: date, year: int) -> None:
    assert form(qtbot, today).year.value() == year


def test_the_file_is_named_after_the_office(qtbot: QtBot) -> None:
    made = form(qtbot)
    type_words(made.office, "云溪县林业局")
    assert made.path.text() == str(FOLDER / "云溪县林业局政务公开年报.xxgk")
    made.office.clear()
    assert made.path.text() == ""


def test_what_no_file_system_takes_is_left_out_of_the_name(qtbot: QtBot) -> None:
    made = form(qtbot)
    type_words(made.office, "甲/乙:局")
    assert not set("/:") & set(Path(made.path.text()).name)


def test_a_place_of_the_clerks_own_is_kept(qtbot: QtBot) -> None:
    made = form(qtbot)
    type_words(made.path, "/我的/年报.xxgk")
    type_words(made.office, "云溪县林业局")
    assert made.path.text() == "/我的/年报.xxgk"


def test_a_place_chosen_in_the_dialog_is_kept(qtbot: QtBot) -> None:
    made = form(qtbot)
    type_words(made.office, "甲局")
    next(b for b in made.findChildren(QPushButton) if b.accessibleName() == "更改保存位置").click()
    (dialog,) = made.findChildren(QFileDialog)
    dialog.fileSelected.emit("/别处/甲.xxgk")
    type_words(made.office, "改")
    assert made.path.text() == "/别处/甲.xxgk"


def test_all_is_given_at_once(qtbot: QtBot) -> None:
    made = form(qtbot)
    type_words(made.office, "云溪县人民政府")
    made.path.setText("/文档/年报")
    with qtbot.waitSignal(made.given) as told:
        QTest.keyClick(made.office, Qt.Key.Key_Return)
    assert told.args == ["云溪县人民政府", "government", 2025, Path("/文档/年报.xxgk")]


def test_a_name_alone_is_a_file_in_the_folder_that_was_offered(qtbot: QtBot) -> None:
    made = form(qtbot)
    type_words(made.office, "甲局")
    offered = Path(made.path.text()).parent
    made.path.setText("年报")
    with qtbot.waitSignal(made.given) as told:
        QTest.keyClick(made.path, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[3] == offered / "年报.xxgk"


def test_what_is_missing_is_told_and_gone_to(qtbot: QtBot) -> None:
    made = form(qtbot)
    made.confirm.click()
    assert made.refusal == "请先填写机关名称"
    type_words(made.office, "甲局")
    assert made.refusal == ""
    made.path.clear()
    made.confirm.click()
    assert made.refusal == "请选择保存位置"
