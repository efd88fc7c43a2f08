"""What a crash has left is offered, brought back on request, or put into the history; it is never thrown away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.errors import OfficeFileError
from model.file.office_file import OfficeFile
from tests.offices import RECEIVED, office_file, receive
from ui.desk.desk import Desk
from ui.desk.recovery import Recovery
from ui.look.message_bar import MessageBar


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A file that was left by a crash with 7 applications received and not saved."""
    path = tmp_path / "年报.xxgk"
    office = office_file(path)
    receive(office, 7)
    office.write_crash_copy()
    office.close()
    made = Desk(OfficeFile.open(path))
    yield made
    made.close(keep_copy=False)


def offer(messages: MessageBar, desk: Desk) -> None:
    assert desk.recovery is not None
    Recovery(messages, messages).offer(desk, desk.recovery)


def test_the_clerk_is_asked_before_anything_happens(desk: Desk, messages: MessageBar) -> None:
    offer(messages, desk)
    assert messages.text.startswith("上次退出时有未保存的修改：")
    assert messages.offers == ("恢复", "不要了")
    assert desk.session.report.value(RECEIVED) is None


def test_taken_it_lies_on_the_desk_unsaved(desk: Desk, messages: MessageBar) -> None:
    offer(messages, desk)
    messages.take("恢复")
    assert desk.session.report.value(RECEIVED) == 7
    assert desk.session.dirty
    assert messages.text == ""


def test_declined_it_is_found_again_in_the_history(desk: Desk, messages: MessageBar) -> None:
    offer(messages, desk)
    messages.take("不要了")
    assert desk.session.report.value(RECEIVED) is None
    assert "历史版本" in messages.text
    states = [generation.open().reports.get(2024) for generation in desk.office.generations]
    assert 7 in [report.value(RECEIVED) for report in states if report is not None]


def test_where_it_cannot_be_put_into_the_history_it_stays_and_that_is_told(
    desk: Desk, messages: MessageBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OfficeFileError("磁盘已满")

    monkeypatch.setattr(desk.office, "decline_recovery", full)
    offer(messages, desk)
    messages.take("不要了")
    assert messages.text == "磁盘已满"
    assert desk.recovery is not None
