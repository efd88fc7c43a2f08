"""What an import has understood is shown place by place, and the clerk chooses what is taken over."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidgetItem
from pytestqt.qtbot import QtBot

import resources
from export.html import render
from intake.recognise import Recognition
from intake.taking_in import take_in_clipboard
from model.compose import compose
from model.file.office_content import Content
from model.report import Report, SlotKind
from tests.offices import put
from tests.ui.windows import GRANTED
from ui.tools.import_page import ImportPage

PARTIAL = "applications.partial.natural_person"


def sample() -> Report:
    return Content.read(resources.path("samples/示例.xxgk")).reports[2025]


@pytest.fixture
def found() -> Recognition:
    """What the sample's report as a web page is understood as."""
    return take_in_clipboard(render(compose(sample())), "")


@pytest.fixture
def page(qtbot: QtBot) -> ImportPage:
    made = ImportPage()
    qtbot.addWidget(made)
    made.show()
    return made


def leaves(page: ImportPage) -> dict[str, QTreeWidgetItem]:
    """The places that differ, by name."""
    groups = [page.view.tree.topLevelItem(n) for n in range(page.view.tree.topLevelItemCount())]
    items = [group.child(n) for group in groups if group is not None for n in range(group.childCount())]
    return {item.text(0): item for item in items}


def test_the_summary_stands_above_all(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(found, None)
    assert page.summary.text() == "\n".join(found.summary)
    assert "2025" in page.summary.text()
    assert page.take_button.text() == "采用"
    assert "尚未改动任何内容" in " ".join(label.text() for label in page.findChildren(QLabel))


def test_where_nothing_is_to_be_checked_it_may_be_taken(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(found, None)
    assert "没有需要核对的地方，可以采用" in " ".join(label.text() for label in page.findChildren(QLabel))
    page.show_recognition(replace(found, doubts=("数字看不清",)), None)
    assert "可以采用" not in " ".join(label.text() for label in page.findChildren(QLabel))


def test_only_what_differs_from_the_file_is_listed(page: ImportPage, found: Recognition) -> None:
    mine = sample()
    put(mine, SlotKind.CELL, GRANTED, 999)
    page.show_recognition(found, mine)
    (place,) = [item for name, item in leaves(page).items() if "予以公开" in name and "自然人" in name]
    assert place.text(1) == "999"
    assert place.text(2) == str(found.report.value(GRANTED))


def test_a_place_that_is_not_ticked_keeps_what_the_file_has(
    page: ImportPage, found: Recognition, qtbot: QtBot
) -> None:
    mine = sample()
    for key in (GRANTED, PARTIAL):
        put(mine, SlotKind.CELL, key, 999)
    page.show_recognition(found, mine)
    (place,) = [item for name, item in leaves(page).items() if "予以公开" in name and "自然人" in name]
    place.setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(page.taken) as told:
        page.take_button.click()
    assert told.args is not None
    taken = told.args[0]
    assert isinstance(taken, Report)
    assert taken.value(GRANTED) == 999
    assert taken.value(PARTIAL) == found.report.value(PARTIAL)


def test_an_office_of_another_name_is_pointed_out(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(found, None, office="云溪县林业局")
    assert page.other_office.isVisible()
    assert "机关名称与现在的文件（云溪县林业局）不同" in page.other_office.text()
    assert found.report.office in page.other_office.text()
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        assert page.other_office.isVisible()
    assert "没有需要核对的地方" not in " ".join(label.text() for label in page.findChildren(QLabel))


def test_an_office_of_the_same_name_is_no_doubt(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(found, None, office="云溪县林业局")
    page.show_recognition(found, None, office=found.report.office)
    assert page.other_office.isHidden()
    page.show_recognition(found, None)
    assert page.other_office.isHidden()


def test_what_was_not_understood_is_shown_where_there_is_any(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(replace(found, unread=("看不懂的一行",)), None)
    page.tabs.setCurrentIndex(0)
    assert page.unread.isVisible()
    assert page.unread.toPlainText() == "看不懂的一行"
    page.show_recognition(replace(found, unread=()), None)
    assert page.unread.isHidden()


def test_what_the_source_says_in_two_ways_is_told_above_all(page: ImportPage, found: Recognition) -> None:
    page.show_recognition(replace(found, doubts=("机关名称不一致",)), None)
    page.tabs.setCurrentIndex(0)
    assert page.doubts.isVisible()
    assert page.doubts.text() == "机关名称不一致"
    assert "有 1 处需要核对，见“概要”" in " ".join(label.text() for label in page.findChildren(QLabel))
    page.show_recognition(found, None)
    assert page.doubts.isHidden()


def test_the_files_own_office_is_kept_unless_it_is_ticked(page: ImportPage, found: Recognition) -> None:
    mine = sample()
    put(mine, SlotKind.FIELD, "office", "云溪县林业局")
    page.show_recognition(found, mine, office="云溪县林业局")
    assert leaves(page)["机关名称"].checkState(0) is Qt.CheckState.Unchecked
    page.take_button.click()
    assert page.result is not None
    assert page.result.office == "云溪县林业局"


def test_totals_that_follow_from_their_parts_are_no_places_to_choose(
    page: ImportPage, found: Recognition
) -> None:
    mine = sample()
    put(mine, SlotKind.CELL, GRANTED, 999)
    page.show_recognition(found, mine)
    assert [name for name in leaves(page) if "总计" in name] == []
    put(mine, SlotKind.DECLARED, "applications.granted.total", 5)
    page.show_recognition(found, mine)
    assert [name for name in leaves(page) if "总计" in name] == ["总计·予以公开"]


def test_an_import_that_says_the_same_says_so(page: ImportPage) -> None:
    page.show_recognition(Recognition(sample(), (), (), exact=True), sample())
    assert page.tabs.tabText(1) == "与现有内容相同"
    assert page.tabs.tabText(page.tabs.currentIndex()) == "概要"
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "没有不同，不必采用" in told
    assert "没有勾选" not in told


def test_nothing_is_taken_before_there_is_something(page: ImportPage) -> None:
    taken: list[object] = []
    page.taken.connect(taken.append)
    page.take_button.click()
    assert taken == []


def test_what_would_be_lost_is_listed_and_kept_unless_it_is_ticked(
    page: ImportPage, found: Recognition, qtbot: QtBot
) -> None:
    mine = sample()
    put(found.report, SlotKind.CELL, GRANTED, None)
    put(mine, SlotKind.EXPLANATION, "T2.4:x", {"text": "新划入", "values": {}})
    page.show_recognition(found, mine)
    (place,) = [item for name, item in leaves(page).items() if "予以公开" in name and "自然人" in name]
    assert place.checkState(0) is Qt.CheckState.Unchecked
    with qtbot.waitSignal(page.taken) as told:
        page.take_button.click()
    assert told.args is not None
    taken = told.args[0]
    assert isinstance(taken, Report)
    assert taken.value(GRANTED) == mine.value(GRANTED)
    assert taken.of_kind(SlotKind.EXPLANATION) == mine.of_kind(SlotKind.EXPLANATION)


def test_a_colleagues_explanations_and_totals_are_chosen_place_by_place(page: ImportPage) -> None:
    mine, theirs = sample(), sample()
    total = "applications.received.total"
    put(theirs, SlotKind.EXPLANATION, "T2.4:x", {"text": "新划入", "values": {}})
    put(theirs, SlotKind.CONTROL, total, 12_345)
    page.show_recognition(Recognition(theirs, (), (), exact=True), mine)
    assert leaves(page)["T2.4"].checkState(0) is Qt.CheckState.Checked
    (place,) = [item for item in leaves(page).values() if item.text(2) == "12345"]
    place.setCheckState(0, Qt.CheckState.Unchecked)
    page.take_button.click()
    assert page.result is not None
    assert page.result.get(SlotKind.CONTROL, total) == mine.get(SlotKind.CONTROL, total)
    assert "T2.4:x" in page.result.of_kind(SlotKind.EXPLANATION)
