"""What differs between two reports, group by group, with the texts of one place side by side."""

import pytest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from model.comparison import differences
from model.form_file import form_for
from model.office_fields import LEVELS
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


def test_two_equal_reports_differ_nowhere() -> None:
    assert list(differences(report(), report())) == []


def test_the_year_itself_is_no_difference() -> None:
    assert [d for d in differences(report(2023), report(2024)) if d.group == "机关信息"] == []


def test_a_cell_is_told_with_its_section_and_name_and_blank_is_not_zero() -> None:
    before, after = report(), report()
    put(after, SlotKind.CELL, GRANTED, 0)
    (found,) = [d for d in differences(before, after) if "合计" not in d.name and "总计" not in d.name]
    assert found.group == "三、收到和处理政府信息公开申请情况"
    assert (found.before, found.after) == ("空白", "0")


def test_office_data_are_told_in_the_words_of_the_cover() -> None:
    before, after = report(), report()
    put(before, SlotKind.FIELD, "level", "department")
    put(after, SlotKind.FIELD, "level", "government")
    (found,) = differences(before, after)
    assert (found.group, found.name) == ("机关信息", "机关类别")
    assert (found.before, found.after) == (LEVELS["department"], LEVELS["government"])


def test_texts_are_compared_as_they_are_printed() -> None:
    before, after = report(), report()
    put(before, SlotKind.TEXT, "overview", "收到申请〔未填〕件。")
    put(after, SlotKind.TEXT, "overview", "收到申请{收到申请总数}件。")
    assert list(differences(before, after)) == []


def test_reports_of_two_forms_are_compared_as_far_as_both_have_the_cells() -> None:
    found = list(differences(report(2019), report(2024)))
    assert {"—"} >= {d.before for d in found if d.after == "空白"}


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
