"""Two years of a file stand beside each other: the cells that differ, and the texts."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.ui.windows import desk_of, tool_of
from ui.frame.main_window import MainWindow
from ui.tools.years_page import YearsPage


def shown(window: MainWindow) -> YearsPage:
    window.actions_of["years"].trigger()
    page = tool_of(window, YearsPage)
    assert page is not None
    return page


def test_two_years_stand_beside_each_other(sample_window: MainWindow) -> None:
    sample_window.actions_of["years"].trigger()
    page = tool_of(sample_window, YearsPage)
    assert page is not None
    assert [page.before.currentData(), page.after.currentData()] == [2024, 2025]
    groups = [page.view.tree.topLevelItem(n) for n in range(page.view.tree.topLevelItemCount())]
    assert any(group is not None and "申请情况" in group.text(0) for group in groups)


def note(page: YearsPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_the_places_that_differ_are_counted(sample_window: MainWindow) -> None:
    page = shown(sample_window)
    tree = page.view.tree
    groups = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    count = sum(group.childCount() for group in groups if group is not None)
    assert f"{count} 处不同" in note(page)
    assert [tree.headerItem().text(column) for column in (1, 2)] == ["2024 年度", "2025 年度"]


def test_another_year_is_chosen_from_the_list(sample_window: MainWindow) -> None:
    page = shown(sample_window)
    page.before.setCurrentIndex(page.before.findData(2025))
    assert "0 处不同" in note(page)
    assert page.view.tree.topLevelItemCount() == 0


def test_a_year_added_meanwhile_can_be_chosen(sample_window: MainWindow) -> None:
    page = shown(sample_window)
    desk_of(sample_window).add_year(2026)
    assert [page.after.itemData(number) for number in range(page.after.count())] == [2024, 2025, 2026]
    assert page.after.currentData() == 2026
    assert page.before.currentData() == 2025


def test_a_file_with_one_year_says_how_to_come_by_another(start_window: MainWindow, tmp_path: Path) -> None:
    start_window.files.new("云溪县林业局", "department", 2025, tmp_path / "年报.xxgk")
    assert "只有一个年度" in note(shown(start_window))
