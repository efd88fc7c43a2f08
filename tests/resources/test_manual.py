"""The manual: every page of the window finds its place in it, and what it promises of keys is what the menus do."""

import pytest
from lxml import etree
from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

import resources
from export.products import PRODUCTS
from model.form_file import load_form
from model.import_state import ImportState
from model.levels import Level
from model.office_fields import OFFICE_FIELDS
from model.stages import Stage
from ui.frame.actions import MENUS
from ui.grid.command import Command
from ui.grid.keys import shortcut
from ui.tools.settle_card import SettleCard

PLACES = (
    *(
        "start",
        "cover",
        "findings",
        "remarks",
        "read_back",
        "recheck",
        "export",
        "submission",
        "read_out",
        "history",
    ),
    *("import", "ledger", "shortcuts"),
)
SHOWN_BY_QT = {
    *("html", "head", "title", "meta", "style", "body", "h1", "h2", "h3", "p", "br", "ul", "ol", "li"),
    *("table", "tr", "th", "td", "a", "img", "b", "i", "code", "kbd"),
}


@pytest.fixture(scope="module")
def manual() -> etree._Element:
    return etree.fromstring(resources.data("manual/manual.html"))


def table(manual: etree._Element, name: str) -> dict[str, str]:
    rows = manual.findall(f".//table[@id='{name}']/tr")
    return {row[0].text or "": row[1].text or "" for row in rows if row[0].tag == "td"}


def on_keyboard(keys: QKeySequence) -> str:
    """A shortcut in the words that stand on the keys."""
    return keys.toString().replace("Backtab", "Tab").replace("Return", "Enter")


@pytest.mark.parametrize("place", [*PLACES, *(section.id for section in load_form("2021").sections)])
def test_f1_finds_the_page(qtbot: QtBot, place: str) -> None:
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setSource(QUrl.fromLocalFile(str(resources.path("manual/manual.html"))))
    browser.resize(600, 300)
    browser.show()
    browser.scrollToAnchor(place)
    assert browser.verticalScrollBar().value() > 0


def test_links_lead_to_places_and_pictures_are_there(manual: etree._Element) -> None:
    places = {element.get("id") for element in manual.iter() if element.get("id")}
    assert {link.get("href", "") for link in manual.iter("a")} <= {f"#{place}" for place in places}
    for picture in manual.iter("img"):
        assert resources.path(f"manual/{picture.get('src')}").is_file()
        assert picture.get("alt")


def test_the_manual_uses_only_what_the_window_can_show(manual: etree._Element) -> None:
    assert {element.tag for element in manual.iter() if isinstance(element.tag, str)} <= SHOWN_BY_QT


def test_the_keys_of_the_menus_are_told_as_they_are(manual: etree._Element) -> None:
    commands = [command for menu in MENUS for command in menu.commands if command is not None]
    assert table(manual, "menu_shortcuts") == {
        command.text.rstrip("…"): "，".join(dict.fromkeys(map(_on_the_key, command.shortcuts)))
        for command in commands
    }


def _on_the_key(shortcut: str) -> str:
    """A shortcut by the names that stand on keyboards, as menus show it."""
    return shortcut.replace("Return", "Enter").replace("PgDown", "PgDn")


def test_the_keys_of_the_grid_are_told_as_they_are(manual: etree._Element) -> None:
    told = {key for keys in table(manual, "grid_shortcuts").values() for key in keys.split("／")}
    of_menus = {key for keys in table(manual, "menu_shortcuts").values() for key in keys.split("，")}
    keys = {command: on_keyboard(shortcut(command)) for command in Command}
    missing = {command for command, key in keys.items() if key and key not in told | of_menus}
    assert not missing


def test_no_key_means_one_thing_in_the_menus_and_another_in_the_grid(manual: etree._Element) -> None:
    menus = {
        key: words for words, keys in table(manual, "menu_shortcuts").items() for key in keys.split("，")
    }
    both = {command: menus[key] for command in Command if (key := on_keyboard(shortcut(command))) in menus}
    assert len(both) >= 2
    assert not {command: words for command, words in both.items() if command.value not in words}


def test_the_keys_of_settling_a_difference_are_told_as_they_are(qtbot: QtBot, manual: etree._Element) -> None:
    card = SettleCard()
    qtbot.addWidget(card)
    buttons = (card.correct_button, card.uphold_button, card.next_button, card.blank_button)
    assert table(manual, "recheck_shortcuts") == dict(button.text().split("　") for button in buttons)


def test_keys_named_in_the_text_are_in_the_tables(manual: etree._Element) -> None:
    tables = ("menu_shortcuts", "grid_shortcuts", "recheck_shortcuts", "read_out_shortcuts")
    told = {keys for name in tables for keys in table(manual, name).values()}
    known = {key for keys in told for part in keys.split("，") for key in part.split("／")}
    assert {key.text for key in manual.iter("kbd")} <= known


def words_of(manual: etree._Element, place: str) -> str:
    """What the part of the manual about a page says."""
    body = manual.find("body")
    assert body is not None
    said: dict[str, str] = {}
    part = ""
    for block in body.iterchildren("{*}*"):
        part = block.get("id", part) if block.tag == "h2" else part
        said[part] = said.get(part, "") + "".join(map(str, block.itertext()))
    return said[place]


def test_states_products_levels_stages_and_fields_are_called_as_in_the_window(manual: etree._Element) -> None:
    assert list(table(manual, "import_states")) == [state.words for state in ImportState]
    assert set(table(manual, "products")) == {product.title for product in PRODUCTS}
    levels = manual.xpath("//h2[@id='findings']/following-sibling::p[contains(., '分四级')]/b/text()")
    assert levels == [level.word for level in Level]
    assert "、".join(stage.words for stage in Stage) in words_of(manual, "submission")
    told = words_of(manual, "cover")
    assert not [field.words for field in OFFICE_FIELDS if field.asked and field.words not in told]


def test_the_year_before_is_called_by_one_name(manual: etree._Element) -> None:
    assert "去年" not in "".join(map(str, manual.itertext()))
    assert not [c.text for menu in MENUS for c in menu.commands if c is not None and "去年" in c.text]
