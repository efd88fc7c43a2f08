"""What differs between two reports is listed group by group, the texts of one place side by side."""

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

import resources
from model.file.office_content import Content
from model.form_file import form_for
from model.report import Report, SlotKind
from tests.offices import put
from tests.ui.windows import GRANTED
from ui.tools.compare_view import CompareView


def report(year: int = 2024) -> Report:
    return Report(form_for(year), "云溪县林业局", year)


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    made = CompareView()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_groups_are_counted(view: CompareView) -> None:
    before, after = report(), report()
    put(after, SlotKind.CELL, GRANTED, 1)
    put(after, SlotKind.FIELD, "phone", "1")
    count = view.compare(before, after, ("前", "后"))
    groups = [view.tree.topLevelItem(number) for number in range(view.tree.topLevelItemCount())]
    assert sum(group.childCount() for group in groups if group is not None) == count
    assert groups[0] is not None
    assert groups[0].text(0) == "机关信息（1 处）"


def test_the_texts_of_the_place_selected_stand_below(view: CompareView) -> None:
    before, after = report(), report()
    put(before, SlotKind.TEXT, "overview", "旧的文字")
    put(after, SlotKind.TEXT, "overview", "新的全部文字")
    view.compare(before, after, ("前", "后"))
    group = view.tree.topLevelItem(0)
    assert group is not None
    assert [group.child(0).text(column) for column in (1, 2)] == ["4 字", "6 字，改 1 处"]
    texts = {text.accessibleName(): text for text in view.findChildren(QTextEdit)}
    assert not texts["前一份的文字"].isVisible()
    view.tree.setCurrentItem(group.child(0))
    assert texts["前一份的文字"].toPlainText() == "旧的文字"
    assert texts["后一份的文字"].toPlainText() == "新的全部文字"
    assert texts["前一份的文字"].isVisible()
    view.tree.setCurrentItem(group)
    assert not texts["前一份的文字"].isVisible()


@pytest.mark.parametrize("width", [600, 1100, 2200])
def test_numbers_stand_close_to_their_names_and_in_sight(qtbot: QtBot, width: int) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show()
    reports = Content.read(resources.path("samples/示例.xxgk")).reports
    view.compare(reports[2024], reports[2025], ("2024", "2025"))
    header = view.tree.header()
    numbers = header.sectionPosition(2) + header.sectionSize(2)
    assert numbers <= view.tree.viewport().width()
    assert numbers < 1100
    assert not view.tree.horizontalScrollBar().isVisible()
