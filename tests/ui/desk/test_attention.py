"""A result is shown to who waits for it, and only told to who has typed on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.form_file import form_for
from model.report import Report, Slot, SlotKind
from ui.desk.attention import Attention
from ui.desk.session import Session
from ui.look.message_bar import MessageBar

SLOT = Slot(SlotKind.CELL, "disclosure.licences.decisions")


class OnDesk:
    """As much of a desk as is watched: the session of the report on it."""

    def __init__(self) -> None:
        self.session = Session(Report(form_for(2024), "云溪县林业局", 2024))


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def attention(page: QWidget, messages: MessageBar) -> Attention:
    return Attention(page, messages)


def watched(attention: Attention, desk: OnDesk) -> None:
    attention.watch(desk)  # type: ignore[arg-type]


def test_who_has_not_touched_the_report_is_shown_the_result(
    attention: Attention, messages: MessageBar
) -> None:
    shown: list[str] = []
    watched(attention, OnDesk())
    attention.show("统计好了", lambda: shown.append("page"))
    assert (shown, messages.text) == (["page"], "")


def test_who_has_typed_on_is_told_and_can_go_there(attention: Attention, messages: MessageBar) -> None:
    shown: list[str] = []
    desk = OnDesk()
    watched(attention, desk)
    desk.session.edit([(SLOT, 7)], "填写")
    attention.show("统计好了", lambda: shown.append("page"))
    assert (shown, messages.text) == ([], "统计好了")
    messages.take("查看")
    assert shown == ["page"]


def test_a_number_that_is_only_begun_counts_as_typing(attention: Attention) -> None:
    desk = OnDesk()
    watched(attention, desk)
    desk.session.note_typing(begun=True)
    assert not attention.waits
    watched(attention, desk)
    assert attention.waits, "what was typed before does not count"


def test_a_page_in_sight_is_waited_for_whatever_is_typed(attention: Attention, page: QWidget) -> None:
    desk = OnDesk()
    watched(attention, desk)
    desk.session.edit([(SLOT, 7)], "填写")
    page.show()
    assert attention.waits


def test_another_report_that_is_typed_into_disturbs_nobody(attention: Attention) -> None:
    before, now = OnDesk(), OnDesk()
    watched(attention, before)
    watched(attention, now)
    before.session.edit([(SLOT, 7)], "填写")
    assert attention.waits
    attention.watch(None)
    assert attention.waits


def test_who_has_left_the_page_is_told_and_is_not_taken_back(
    attention: Attention, messages: MessageBar, page: QWidget
) -> None:
    shown: list[str] = []
    page.show()
    watched(attention, OnDesk())
    page.hide()
    attention.show("统计好了", lambda: shown.append("page"))
    assert (shown, messages.text) == ([], "统计好了")
