"""A damaged file is told, and its newest sound state offered in its place; nothing is overwritten that can be read."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.errors import FileDamaged
from model.file.office_file import OfficeFile
from tests.offices import office_file, receive, received
from ui.desk.mending import Mending
from ui.look.message_bar import MessageBar


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file with 7 applications received, cut off in the middle."""
    path = tmp_path / "年报.xxgk"
    office = office_file(path)
    receive(office, 7)
    office.save()
    office.close()
    path.write_bytes(path.read_bytes()[:300])
    return path


def error_of(path: Path) -> FileDamaged:
    with pytest.raises(FileDamaged) as told:
        OfficeFile.open(path)
    return told.value


def test_the_damage_is_told_and_the_newest_sound_state_offered(messages: MessageBar, damaged: Path) -> None:
    error = error_of(damaged)
    Mending(messages, messages).offer(damaged, error)
    assert messages.text == error.message
    (words,) = messages.offers
    assert words.startswith("恢复 ")


def test_taken_it_takes_the_file_s_place_and_the_damaged_one_is_put_aside(
    messages: MessageBar, damaged: Path, qtbot: QtBot
) -> None:
    remains = damaged.read_bytes()
    mending = Mending(messages, messages)
    mending.offer(damaged, error_of(damaged))
    with qtbot.waitSignal(mending.mended) as told:
        messages.take(messages.offers[0])
    office, words = told.args
    assert received(office) == 7
    assert "已恢复" in words
    assert remains in [path.read_bytes() for path in damaged.parent.iterdir() if path.is_file()]
    office.close()


def test_a_file_without_a_sound_state_is_told_and_nothing_offered(
    messages: MessageBar, tmp_path: Path
) -> None:
    path = tmp_path / "孤本.xxgk"
    path.write_bytes(b"\x00" * 100)
    Mending(messages, messages).offer(path, FileDamaged("文件不完整", "第 1 个字节"))
    assert messages.text == "文件不完整"
    assert messages.offers == ()


def test_what_is_gone_in_the_meantime_is_told_and_the_file_left_alone(
    messages: MessageBar, damaged: Path, qtbot: QtBot
) -> None:
    mending = Mending(messages, messages)
    mending.offer(damaged, error_of(damaged))
    error = messages.text
    damaged.unlink()
    with qtbot.assertNotEmitted(mending.mended):
        messages.take(messages.offers[0])
    assert messages.text not in ("", error)
    assert not damaged.exists()
