"""A file that vanished under the program: with its disk, renamed, or parted from its other name by a save."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.errors import CannotWrite
from model.file import place
from model.file.crash_copy import unsaved_copies
from model.file.office_file import OfficeFile
from model.file.place import Place
from tests.offices import RECEIVED, office_file, receive, received


class Disks:
    """Says on which disk a folder is: a stick lies on another one than the folder in which it was put."""

    def __init__(self, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._stick = stick
        self._number = 7
        monkeypatch.setattr(place, "_disk_of", self._of)

    def pull(self) -> None:
        """Leave the folder empty, as a system does that takes a stick away but not the folder in which it was."""
        self._stick.rename(self._stick.with_name("pulled"))
        self._stick.mkdir()
        self._number = 1

    def put_back(self) -> None:
        """Bring the stick back, under another number."""
        self._stick.rmdir()
        self._stick.with_name("pulled").rename(self._stick)
        self._number = 9

    def _of(self, folder: Path) -> int | None:
        return self._number if folder == self._stick else 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "U盘").mkdir()
    with office_file(tmp_path / "U盘" / "年报.xxgk") as made:
        assert made.path is not None
        return made.path


@pytest.fixture
def disks(path: Path, monkeypatch: pytest.MonkeyPatch) -> Disks:
    return Disks(path.parent, monkeypatch)


@pytest.fixture
def opened(path: Path, disks: Disks) -> Iterator[OfficeFile]:
    with OfficeFile.open(path) as made:
        receive(made, 5)
        yield made


def test_nothing_is_put_into_the_folder_in_which_a_stick_was(
    opened: OfficeFile, path: Path, disks: Disks
) -> None:
    opened.write_crash_copy()
    disks.pull()
    receive(opened, 6)
    with pytest.raises(CannotWrite, match=r"U 盘或磁盘已不在，请插回后重试，或另存"):
        opened.save()
    opened.write_crash_copy()
    opened.clear_up()
    assert list(path.parent.iterdir()) == []
    assert opened.dirty


def test_what_is_typed_after_a_stick_was_pulled_is_offered(
    opened: OfficeFile, path: Path, disks: Disks
) -> None:
    disks.pull()
    receive(opened, 6)
    opened.write_crash_copy()
    opened.close()
    (copy,) = unsaved_copies()
    assert copy.content.reports[2024].value(RECEIVED) == 6
    assert copy.file == path


def test_a_stick_that_is_back_takes_the_next_save(opened: OfficeFile, path: Path, disks: Disks) -> None:
    disks.pull()
    with pytest.raises(CannotWrite):
        opened.save()
    disks.put_back()
    assert opened.save() == ""
    with OfficeFile.open(path, read_only=True) as again:
        assert received(again) == 5
    disks.pull()
    assert opened.is_gone, "under its new number, too"


def test_it_can_be_saved_elsewhere(opened: OfficeFile, tmp_path: Path, disks: Disks) -> None:
    disks.pull()
    assert opened.save_as(tmp_path / "本机.xxgk") == ""
    assert not opened.is_gone
    with OfficeFile.open(tmp_path / "本机.xxgk", read_only=True) as again:
        assert received(again) == 5


def test_a_file_that_was_renamed_is_saved_anew_and_that_is_told(opened: OfficeFile, path: Path) -> None:
    path.rename(path.with_name("改名.xxgk"))
    assert "重新存了一份" in opened.save()
    assert received(OfficeFile.open(path, read_only=True)) == 5
    receive(opened, 6)
    assert opened.save() == "", "it is said once"


@pytest.mark.skipif(os.name == "nt", reason="files are taken to have one name there")
def test_a_name_given_to_the_file_meanwhile_is_told_to_keep_what_was(opened: OfficeFile, path: Path) -> None:
    os.link(path, path.with_name("另名.xxgk"))
    assert "硬链接" in opened.save()
    receive(opened, 6)
    assert opened.save() == "", "from now on they are two files"


@pytest.mark.skipif(os.name == "nt", reason="files are taken to have one name there")
def test_whoever_edits_a_file_of_two_names_knows_already(path: Path) -> None:
    os.link(path, path.with_name("另名.xxgk"))
    with OfficeFile.open(path, insist=True) as opened:
        receive(opened, 5)
        assert opened.save() == ""


def test_a_report_without_a_file_is_nowhere() -> None:
    nowhere = Place(None)
    assert not nowhere.is_gone
    assert not nowhere.remark
    nowhere.check()


def test_a_folder_that_is_gone_is_told_when_it_is_written_to(tmp_path: Path) -> None:
    there = Place(tmp_path / "甲" / "年报.xxgk")
    assert not there.is_gone
