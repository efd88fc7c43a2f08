"""Help inside the window: the manual at the place and searchable, all shortcuts, what the program is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from model.form_file import form_ids, load_form
from model.program import FOLDER
from model.rules.catalogue import RULES
from tests.ui.hands import type_words
from tests.ui.windows import deeds_of, session_of, workspace_of
from ui.desk.pages import pages_of
from ui.desk.tool_page import TOOLS
from ui.frame.actions import MENUS
from ui.frame.help_pages import AboutPage, ManualPage, RulesPage, ShortcutsPage
from ui.frame.main_window import MainWindow


def test_help_comes_at_the_place_and_esc_leads_back(sample_window: MainWindow) -> None:
    assert sample_window.workspace is not None
    sample_window.workspace.show_page("applications")
    for name in ("manual", "shortcuts", "about"):
        sample_window.actions_of[name].trigger()
        assert sample_window.in_sight is not sample_window.workspace
        QTest.keyClick(sample_window, Qt.Key.Key_Escape)
        assert sample_window.in_sight is sample_window.workspace


@pytest.fixture
def manual(qtbot: QtBot) -> ManualPage:
    made = ManualPage()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


def test_the_manual_opens_at_the_part_about_a_page(manual: ManualPage) -> None:
    manual.open_at("start")
    top = manual.browser.verticalScrollBar().value()
    manual.open_at("applications")
    assert manual.browser.verticalScrollBar().value() > top


def test_the_manual_has_a_part_about_every_page(manual: ManualPage, sample_window: MainWindow) -> None:
    html = manual.browser.toHtml()
    for page in pages_of(session_of(sample_window).report):
        assert f'name="{page.id}"' in html, page.id


@pytest.mark.parametrize("tool", [tool.id for tool in TOOLS])
def test_the_manual_has_a_part_about_every_page_of_the_file(
    manual: ManualPage, sample_window: MainWindow, tool: str
) -> None:
    assert f'name="{tool}"' in manual.browser.toHtml()
    deeds_of(sample_window).show_tool(tool)
    sample_window.actions_of["manual"].trigger()
    shown = sample_window.in_sight
    assert isinstance(shown, ManualPage)
    assert shown.browser.verticalScrollBar().value() > 0


def test_words_are_found_one_place_after_the_other_and_round(manual: ManualPage) -> None:
    type_words(manual.search, "撤销")
    places = []
    for _ in range(manual.browser.toPlainText().count("撤销") + 1):
        QTest.keyClick(manual.search, Qt.Key.Key_Return)
        assert manual.browser.textCursor().selectedText() == "撤销"
        places.append(manual.browser.textCursor().position())
    assert places[0] == places[-1]
    assert places[:-1] == sorted(places[:-1])


@pytest.mark.parametrize("has_report", [False, True])
def test_the_keys_to_find_on_find_in_the_manual_while_it_is_in_sight(
    start_window: MainWindow, has_report: bool
) -> None:
    if has_report:
        start_window.files.open_sample()
    start_window.activateWindow()
    start_window.actions_of["manual"].trigger()
    shown = start_window.in_sight
    assert isinstance(shown, ManualPage)
    start_window.actions_of["find_next"].trigger()
    assert shown.focusWidget() is shown.search
    type_words(shown.search, "撤销")
    places = []
    for name in ("find_next", "find_next", "find_previous"):
        start_window.actions_of[name].trigger()
        places.append(shown.browser.textCursor().position())
    assert places[0] == places[2] < places[1]
    start_window.go_back()
    assert start_window.actions_of["find_next"].isEnabled() is has_report


def test_words_that_are_not_in_it_are_told(manual: ManualPage) -> None:
    type_words(manual.search, "没有的话")
    manual.find_next()
    assert "手册中没有“没有的话”" in [label.text() for label in manual.findChildren(QLabel)]
    manual.search.setText("报告")
    manual.find_next()
    assert not any("手册中没有" in label.text() for label in manual.findChildren(QLabel))


def test_the_manual_finds_again_after_another_page_has_covered_it(start_window: MainWindow) -> None:
    for page in ("manual", "shortcuts"):
        start_window.actions_of[page].trigger()
    assert not start_window.actions_of["find_next"].isEnabled()
    QTest.keyClick(start_window, Qt.Key.Key_Escape)
    assert start_window.actions_of["find_next"].isEnabled()


def test_the_shortcuts_page_lists_every_command_of_the_menus(qtbot: QtBot) -> None:
    page = ShortcutsPage()
    qtbot.addWidget(page)
    text = page.browser.toPlainText()
    for menu in MENUS:
        for command in menu.commands:
            if command is not None:
                assert command.text.rstrip("…") in text
    assert "Ctrl+" in text


def test_the_shortcuts_page_lists_the_keys_of_single_pages(qtbot: QtBot) -> None:
    page = ShortcutsPage()
    qtbot.addWidget(page)
    text = page.browser.toPlainText()
    for heading, deed in (
        ("表格", "修改格内的数字"),
        ("复核录入", "改为复核数"),
        ("读数视图", "打勾并到下一格"),
    ):
        assert heading in text
        assert deed in text


def test_the_rules_page_tells_of_every_rule_what_it_compares_and_what_it_rests_on(qtbot: QtBot) -> None:
    page = RulesPage()
    qtbot.addWidget(page)
    text = page.browser.toPlainText()
    for rule in RULES:
        assert rule.title in text
        assert rule.formula in text
        assert rule.source in text


def test_the_about_page_names_forms_and_their_sources(qtbot: QtBot) -> None:
    page = AboutPage()
    qtbot.addWidget(page)
    text = page.browser.toPlainText()
    for form in (load_form(name) for name in form_ids()):
        assert form.name in text
        assert form.authority in text


def test_the_about_page_names_every_typeface_and_the_licence_of_qt(qtbot: QtBot) -> None:
    page = AboutPage()
    qtbot.addWidget(page)
    text = page.browser.toPlainText().replace(" ", "")
    families = [path.stem.split("-")[1] for path in (FOLDER / "resources" / "fonts").glob("LICENSE-*.txt")]
    assert len(families) > 3
    assert not [family for family in families if family not in text]
    assert "Qt（PySide6，LGPL-3）" in text


def test_ctrl_f_searches_the_manual_while_it_is_in_sight(sample_window: MainWindow) -> None:
    sample_window.activateWindow()
    sample_window.actions_of["manual"].trigger()
    manual = sample_window.in_sight
    assert isinstance(manual, ManualPage)
    sample_window.actions_of["find"].trigger()
    assert manual.focusWidget() is manual.search
    assert not workspace_of(sample_window).find_bar.isVisible()


def test_the_manual_offers_a_way_back(sample_window: MainWindow) -> None:
    sample_window.actions_of["manual"].trigger()
    [back] = [b for b in sample_window.in_sight.findChildren(QPushButton) if b.accessibleName() == "返回"]
    back.click()
    assert sample_window.in_sight is workspace_of(sample_window)


@pytest.mark.parametrize("name", ["manual", "shortcuts", "about", "rules"])
def test_a_help_page_shows_its_words(sample_window: MainWindow, name: str) -> None:
    sample_window.actions_of[name].trigger()
    browser = sample_window.in_sight.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    assert browser.isVisible()
    assert browser.height() > sample_window.height() // 2
    assert len(browser.toPlainText()) > 100


def test_a_second_page_over_the_first_leads_back_to_it(sample_window: MainWindow) -> None:
    """The manual opened while an import is looked through must not lose it."""
    sample_window.actions_of["rules"].trigger()
    first = sample_window.in_sight
    sample_window.actions_of["manual"].trigger()
    sample_window.actions_of["manual"].trigger()
    assert sample_window.in_sight is not first
    QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    assert sample_window.in_sight is first
    QTest.keyClick(sample_window, Qt.Key.Key_Escape)
    assert sample_window.in_sight is workspace_of(sample_window)
