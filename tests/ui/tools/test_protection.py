"""A signed report says that it is protected, when it comes on the desk and when a key meets it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.levels import Level
from model.report import Slot, SlotKind
from model.stages import NOW
from tests.offices import office_file
from ui.desk.desk import Desk
from ui.look.message_bar import MessageBar
from ui.tools.protection import Protection

SIGNED = [(Slot(SlotKind.STAGE, NOW), "signed"), (Slot(SlotKind.DEED, "signed.day"), "2025-01-20")]
TOLD = "2024 年度报告已签，受保护；确需修改的，请先“更正”。"


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A file whose report on 2024 is signed."""
    office = office_file(tmp_path / "年报.xxgk", 2023, 2024)
    office.reports[2024].set(SIGNED)
    made = Desk(office)
    yield made
    made.close(keep_copy=False)


def test_it_is_told_when_a_signed_report_comes_and_leads_to_where_it_is_opened(
    desk: Desk, messages: MessageBar, qtbot: QtBot
) -> None:
    protection = Protection(desk, messages)
    assert messages.text == TOLD
    with qtbot.waitSignal(protection.leads):
        messages.take("到上报前检查")


def test_an_unsigned_report_has_nothing_to_say(desk: Desk, messages: MessageBar) -> None:
    desk.switch_year(2023)
    Protection(desk, messages)
    assert messages.text == ""


def test_it_goes_with_the_report(desk: Desk, messages: MessageBar) -> None:
    protection = Protection(desk, messages)
    desk.switch_year(2023)
    assert (messages.text, protection.parent()) == ("", desk)
    desk.switch_year(2024)
    assert messages.text == TOLD


def test_what_waits_for_an_answer_is_not_pushed_aside(desk: Desk, messages: MessageBar) -> None:
    messages.show_message("文件被别的程序改动", Level.WARNING)
    protection = Protection(desk, messages)
    protection.tell()
    assert messages.text == "文件被别的程序改动"
    desk.session.refused.emit("报告已签发")
    assert messages.text == "文件被别的程序改动"


def test_a_key_that_meets_it_is_answered(desk: Desk, messages: MessageBar) -> None:
    protection = Protection(desk, messages)
    messages.clear()
    desk.session.refused.emit("报告已签发，不能修改")
    assert (messages.text, messages.offers) == ("报告已签发，不能修改", ("到上报前检查",))
    assert protection.parent() is desk
