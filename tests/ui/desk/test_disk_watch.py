"""The open file's place on disk is looked at: changed by another program, gone, or given free by whoever had it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.file import place
from model.file.office_file import OfficeFile
from tests.offices import of_another_office, office_file
from ui.desk.desk import Desk
from ui.desk.disk_watch import DiskWatch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年报.xxgk"


@pytest.fixture
def desk(qtbot: QtBot, path: Path) -> Iterator[Desk]:
    made = Desk(office_file(path))
    yield made
    made.close(keep_copy=False)


@pytest.fixture
def watch(qtbot: QtBot, desk: Desk) -> Iterator[DiskWatch]:
    made = DiskWatch(desk)
    made.begin(desk)
    yield made
    made.end()


def test_a_file_that_nobody_touches_gives_nothing_to_tell(watch: DiskWatch, qtbot: QtBot) -> None:
    with (
        qtbot.assertNotEmitted(watch.changed),
        qtbot.assertNotEmitted(watch.freed),
        qtbot.waitSignal(watch.looked),
    ):
        watch.look()


def test_a_change_by_another_program_is_told_with_the_desk(
    watch: DiskWatch, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    path.write_bytes(of_another_office(path, "云溪县水利局"))
    with qtbot.waitSignal(watch.changed) as told:
        watch.look()
    assert told.args == [desk]


def test_a_file_that_is_gone_is_no_change_since_nothing_is_lost(
    watch: DiskWatch, path: Path, qtbot: QtBot
) -> None:
    path.unlink()
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(watch.looked):
        watch.look()


def test_a_file_whose_disk_is_gone_is_told(
    watch: DiskWatch, desk: Desk, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.unlink()
    monkeypatch.setattr(place, "_disk_of", lambda _folder: 99)
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(watch.gone) as told:
        watch.look()
    assert told.args == [desk]


def test_a_place_that_can_no_longer_be_read_is_told_as_a_change(
    watch: DiskWatch, path: Path, qtbot: QtBot
) -> None:
    path.unlink()
    path.mkdir()
    with qtbot.waitSignal(watch.changed):
        watch.look()


def test_what_was_seen_before_a_save_is_not_told_after_it(
    watch: DiskWatch, desk: Desk, path: Path, qtbot: QtBot
) -> None:
    path.write_bytes(of_another_office(path, "云溪县水利局"))
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(watch.looked):
        watch.look()
        desk.save(overwrite=True)


def test_a_desk_that_is_left_is_told_of_no_more(watch: DiskWatch, path: Path, qtbot: QtBot) -> None:
    path.write_bytes(of_another_office(path, "云溪县水利局"))
    with qtbot.assertNotEmitted(watch.changed), qtbot.waitSignal(watch.looked):
        watch.look()
        watch.end()


def test_a_file_that_somebody_else_closes_is_told_to_be_free(desk: Desk, path: Path, qtbot: QtBot) -> None:
    other = Desk(OfficeFile.open(path))
    assert other.office.holder is not None
    watch = DiskWatch(other)
    watch.begin(other)
    desk.office.close()
    with qtbot.waitSignal(watch.freed) as told:
        watch.look()
    assert told.args == [other]
    watch.end()
    other.close(keep_copy=False)
