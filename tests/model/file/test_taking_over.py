"""An office file that somebody else has, or had: taken over when the clerk says so, never two writers."""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from model.errors import CannotRead, FileReadOnly
from model.file.lock import Holder
from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from tests.offices import office_file, receive, received


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = office_file(tmp_path / "年报.xxgk", 2023, 2024)
    made.close()
    return tmp_path / "年报.xxgk"


def reread(path: Path) -> OfficeFile:
    return OfficeFile.open(path, read_only=True)


def foreign_lock(path: Path) -> Holder:
    """A lock that another computer has left beside the file."""
    holder = Holder("办公室二", "王芳", 4711, "99", "2025-01-06T09:30:00+08:00", "a1", "another", "run")
    beside(path, "lock").write_text(json.dumps(asdict(holder)), encoding="utf-8")
    return holder


def test_a_lock_of_another_computer_is_taken_over_when_the_clerk_says_so(path: Path) -> None:
    foreign_lock(path)
    with OfficeFile.open(path) as opened:
        assert opened.read_only
        assert opened.access.can_insist
        assert "对方若还在编辑，将不能再保存" in opened.access.warning
        holder = opened.holder
    assert holder is not None
    with OfficeFile.open(path, insist=holder) as mine:
        assert not mine.read_only
        mine.save()


def test_who_works_on_this_computer_is_not_pushed_aside(path: Path) -> None:
    with OfficeFile.open(path), OfficeFile.open(path) as second:
        assert not second.access.can_insist


def test_whose_lock_was_taken_over_saves_no_more_but_loses_nothing(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        beside(path, "lock").unlink()
        foreign_lock(path)
        with pytest.raises(FileReadOnly, match=r"王芳.*没有覆盖"):
            opened.save()
        assert opened.read_only
        opened.write_crash_copy()
        assert not beside(path, "crash").exists(), "that place is the other one's now"
        opened.save_as(path.with_name("我的.xxgk"))
    assert received(reread(path)) is None
    assert received(reread(path.with_name("我的.xxgk"))) == 5


@pytest.mark.parametrize("saved", [False, True])
def test_who_goes_leaves_the_copy_of_whoever_has_taken_the_file_over(path: Path, *, saved: bool) -> None:
    """Each on a computer of its own: the copies of both have the same place, beside the file."""
    with OfficeFile.open(path) as gone:
        if saved:
            receive(gone, 5)
            gone.write_crash_copy()
            gone.save()
        beside(path, "lock").unlink()
        with OfficeFile.open(path) as working:
            receive(working, 7)
            working.write_crash_copy()
            gone.discard_edits()
            gone.clear_up()
            assert working.edits.session in beside(path, "crash").read_text(encoding="utf-8")


def test_a_lock_that_somebody_has_swept_away_is_taken_again(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        beside(path, "lock").unlink()
        receive(opened, 5)
        opened.save()
        assert beside(path, "lock").exists()


def test_it_is_noticed_when_the_file_is_free_again(path: Path) -> None:
    holding = OfficeFile.open(path)
    with OfficeFile.open(path) as second:
        assert not second.is_free_again
        holding.close()
        assert second.is_free_again


@pytest.mark.skipif(os.name == "nt", reason="links are not told there")
def test_a_file_with_a_second_name_is_told_and_edited_only_when_the_clerk_says_so(path: Path) -> None:
    other = path.with_name("另一个名称.xxgk")
    other.hardlink_to(path)
    with OfficeFile.open(path) as opened:
        assert "硬链接" in opened.reason
        assert opened.access.can_insist
    with OfficeFile.open(path, insist=True) as opened:
        receive(opened, 5)
        opened.save()
    assert received(reread(path)) == 5
    assert received(reread(other)) is None


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    (tmp_path / "甲.xxgk").symlink_to(tmp_path / "乙.xxgk")
    (tmp_path / "乙.xxgk").symlink_to(tmp_path / "甲.xxgk")
    with pytest.raises(CannotRead):
        OfficeFile.open(tmp_path / "甲.xxgk")
