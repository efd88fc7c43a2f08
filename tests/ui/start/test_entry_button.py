"""An entry of the start page says in two lines what it does; names of files may be cut off, deeds may not."""

from pytestqt.qtbot import QtBot

from ui.start.entry_button import EntryButton

LONG = "很长的文件名" * 40


def test_a_screen_reader_hears_both_lines_and_the_tip_has_the_place_too(qtbot: QtBot) -> None:
    button = EntryButton("年报.xxgk", "2024 年度", "file", "entry", place="/某处")
    qtbot.addWidget(button)
    assert button.words == ("年报.xxgk", "2024 年度")
    assert (button.accessibleName(), button.accessibleDescription()) == ("年报.xxgk", "2024 年度")
    assert button.toolTip() == "年报.xxgk\n2024 年度\n/某处"
    button.say("年报.xxgk", "不见了", "warning")
    assert (button.words[1], button.accessibleDescription()) == ("不见了", "不见了")


def test_the_names_of_files_give_way_and_the_words_of_a_deed_do_not(qtbot: QtBot) -> None:
    entry, deed = EntryButton(LONG, LONG, "file", "entry"), EntryButton(LONG, "2024 年度", "file", "deed")
    for button in (entry, deed):
        qtbot.addWidget(button)
    assert entry.minimumSizeHint().width() == 160
    assert deed.minimumSizeHint().width() > 1000
    assert entry.minimumSizeHint().height() == entry.sizeHint().height()


def test_a_third_line_has_room_of_its_own(qtbot: QtBot) -> None:
    two, three = (EntryButton("年报", "2024", "file", "entry", place=place) for place in ("", "/某处"))
    for button in (two, three):
        qtbot.addWidget(button)
    assert three.sizeHint().height() > two.sizeHint().height()
