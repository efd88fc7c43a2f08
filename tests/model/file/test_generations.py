"""The last twenty saved states of a file are kept in the user's folder; they can be listed, opened and given back."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from model.file import user_folder
from model.file.generations import KEPT, Generations, newest_sound_generation
from model.file.office_content import compare
from model.file.office_file import OfficeFile
from model.file.safe_write import ending_in_the_making
from model.report import SlotKind
from tests.offices import RECEIVED, office_file, put, receive, received, save_with


@pytest.fixture
def opened(tmp_path: Path) -> OfficeFile:
    return office_file(tmp_path / "年报.xxgk")


def test_each_save_is_kept_newest_first(opened: OfficeFile) -> None:
    save_with(opened, 1, 2, 3)
    kept = [generation.open().reports[2024].value(RECEIVED) for generation in opened.generations[:3]]
    assert kept == [3, 2, 1]


def test_twenty_are_kept_and_the_oldest_go(opened: OfficeFile) -> None:
    save_with(opened, *range(30))
    kept = [generation.open().reports[2024].value(RECEIVED) for generation in opened.generations]
    assert kept == list(range(29, 29 - KEPT, -1))
    assert KEPT == 20


def test_the_oldest_go_from_the_disk_when_there_is_time(opened: OfficeFile) -> None:
    save_with(opened, *range(KEPT + 5))
    folder = opened.generations[0].path.parent
    opened.clear_up()
    assert len(list(folder.glob("*.xxgk"))) == KEPT


def test_saving_the_same_twice_keeps_it_once(opened: OfficeFile) -> None:
    save_with(opened, 1)
    before = opened.generations
    opened.save()
    assert opened.generations == before


def test_they_lie_in_the_users_folder_apart_for_each_file(opened: OfficeFile, tmp_path: Path) -> None:
    other = office_file(tmp_path / "别的.xxgk")
    folder = user_folder.user_folder()
    assert all(generation.path.is_relative_to(folder) for generation in opened.generations)
    assert not {g.path for g in opened.generations} & {g.path for g in other.generations}


def test_the_environment_can_name_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: OfficeFile
) -> None:
    monkeypatch.setenv(user_folder.VARIABLE, str(tmp_path / "elsewhere"))
    save_with(opened, 5)
    assert len(opened.generations) == 2, "that which was replaced, too"
    assert (tmp_path / "elsewhere" / "generations").is_dir()


def test_two_states_are_compared_slot_by_slot(opened: OfficeFile) -> None:
    save_with(opened, 7)
    put(opened.reports[2024], SlotKind.TEXT, "overview", "新的文字")
    opened.start_year(2025)
    save_with(opened, 9)
    new, old, *_ = opened.generations
    found = [
        (d.year, d.slot.kind, d.slot.key, d.old, d.new) for d in compare(old.open().slots, new.open().slots)
    ]
    assert found[:2] == [
        (2024, SlotKind.CELL, RECEIVED, 7, 9),
        (2024, SlotKind.TEXT, "overview", None, "新的文字"),
    ]
    assert (2025, SlotKind.FIELD, "year", None, 2025) in found


def test_a_state_is_restored_and_saved_as_the_newest(opened: OfficeFile) -> None:
    save_with(opened, 1, 2)
    opened.restore(opened.generations[1].open())
    assert received(opened) == 1
    assert opened.dirty
    opened.save()
    assert opened.path is not None
    assert received(OfficeFile.open(opened.path, read_only=True)) == 1
    assert opened.generations[1].open().reports[2024].value(RECEIVED) == 2, "what was replaced is kept too"


def spoil(opened: OfficeFile) -> Path:
    """Cut the file off; what is left still says whose it is."""
    path = opened.path
    assert path is not None
    opened.close()
    path.write_bytes(path.read_bytes()[:120])
    return path


def test_the_newest_sound_one_is_found_past_broken_ones(opened: OfficeFile) -> None:
    save_with(opened, 1, 2, 3)
    newest, second, third, *_ = opened.generations
    newest.path.write_bytes(b"")
    second.path.write_bytes(second.path.read_bytes()[:-20])
    assert newest_sound_generation(spoil(opened)) == third


def test_one_with_another_digit_in_it_is_not_sound(opened: OfficeFile) -> None:
    save_with(opened, 11, 12)
    newest, second, *_ = opened.generations
    newest.path.write_bytes(newest.path.read_bytes().replace(b'natural_person":12', b'natural_person":13'))
    assert newest_sound_generation(spoil(opened)) == second


def test_a_file_never_saved_here_has_none(tmp_path: Path) -> None:
    assert Generations(tmp_path / "x.xxgk", "ab" * 16).list() == ()
    assert newest_sound_generation(tmp_path / "x.xxgk") is None


def test_they_are_found_after_the_file_was_renamed_and_moved(opened: OfficeFile, tmp_path: Path) -> None:
    save_with(opened, 1, 2)
    before = opened.generations
    (tmp_path / "F盘").mkdir()
    assert opened.path is not None
    opened.close()
    moved = opened.path.rename(tmp_path / "F盘" / "改名.xxgk")
    with OfficeFile.open(moved) as again:
        assert again.generations == before
        save_with(again, 3)
        assert len(again.generations) == len(before) + 1


def test_a_damaged_file_that_no_longer_says_whose_it_is_is_known_by_its_place(opened: OfficeFile) -> None:
    save_with(opened, 1, 2)
    path = spoil(opened)
    path.write_bytes(b"{" + b"\x00" * 500)
    found = newest_sound_generation(path)
    assert found is not None
    assert found.open().reports[2024].value(RECEIVED) == 2


def test_a_damaged_file_is_offered_what_it_once_was_before_anything_newer(
    opened: OfficeFile, tmp_path: Path
) -> None:
    save_with(opened, 1)
    assert opened.path is not None
    old = opened.path.read_bytes()
    save_with(opened, 2)
    opened.close()
    opened.path.write_bytes(old.replace(b'natural_person":1', b'natural_person":7'))
    found = newest_sound_generation(opened.path)
    assert found is not None
    assert found.open().reports[2024].value(RECEIVED) == 1


def test_a_clock_that_falls_back_changes_nothing(opened: OfficeFile, monkeypatch: pytest.MonkeyPatch) -> None:
    save_with(opened, *range(25))
    monkeypatch.setattr("model.file.origin.now", lambda: "2009-01-01T00:01:00+08:00")
    save_with(opened, *range(100, 110))
    kept = [generation.open().reports[2024].value(RECEIVED) for generation in opened.generations]
    assert kept[:11] == [*range(109, 99, -1), 24]
    found = newest_sound_generation(spoil(opened))
    assert found is not None
    assert found.open().reports[2024].value(RECEIVED) == 109


def test_saved_states_of_the_earlier_format_are_listed_last(opened: OfficeFile, tmp_path: Path) -> None:
    save_with(opened, 4)
    path = opened.path
    assert path is not None
    former = user_folder.user_folder() / "generations" / sha256(str(path).encode()).hexdigest()[:16]
    former.mkdir(parents=True)
    fixture = Path(__file__).resolve().parents[2] / "fixtures" / "format2.xxgk"
    (former / "20250106T013000.000000Z.xxgk").write_bytes(fixture.read_bytes())
    last = opened.generations[-1]
    assert "2025-01-06" in last.name
    assert last.open().reports[2024].value(RECEIVED) == 31


def test_a_user_folder_that_is_full_does_not_keep_a_file_from_being_saved(
    opened: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("model.file.generations.write_whole", full)
    receive(opened, 4)
    assert opened.save() == "文件已保存，但历史版本没有保留：磁盘空间不足，请清理后再保存"
    assert opened.path is not None
    assert received(OfficeFile.open(opened.path, read_only=True)) == 4


def test_a_generation_is_named_by_its_number_and_the_time_of_day(opened: OfficeFile) -> None:
    save_with(opened, 1)
    generation = opened.generations[0]
    when = generation.open().origin.when
    assert when
    assert generation.name == f"{when} 保存的版本（第 {generation.number} 次）"
    assert generation.number == opened.content.origin.save


@pytest.mark.parametrize("head", [b"[" * 5000, b"[]", b'"x"', b'{"identity": 7}', b""])
def test_one_whose_head_says_nothing_of_the_kind_is_listed_all_the_same(
    opened: OfficeFile, head: bytes
) -> None:
    save_with(opened, 1)
    newest = opened.generations[0]
    newest.path.write_bytes(b'{"format":3,"origin":{"1":' + head)
    assert newest.name == f"时间不明 保存的版本（第 {newest.number} 次）"


def test_a_file_stays_who_it_is_when_states_of_it_are_put_back_elsewhere(
    opened: OfficeFile, tmp_path: Path
) -> None:
    """A copy that comes to stand beside it takes neither its place nor its history."""
    save_with(opened, 1)
    path, identity = opened.path, opened.content.origin.identity
    assert path is not None
    twin = tmp_path / "年报2.xxgk"
    twin.write_bytes(path.read_bytes())
    Generations(twin, identity).add(b"{}", opened.content.origin.saved(900, "", "", 0), "ab" * 16)
    save_with(opened, 2)
    assert opened.content.origin.identity == identity
    assert Generations(path, identity).place == path


def test_what_a_killed_writer_left_among_them_goes_with_the_next_save(opened: OfficeFile) -> None:
    folder = opened.generations[0].path.parent
    ending = ending_in_the_making()
    living = folder / f".~00000000-abcdef.{ending}"
    dead = folder / f".~00000000-abcdef.{ending.replace(str(os.getpid()), str(2**22 + 5), 1)}"
    for each in (dead, living):
        each.write_bytes(b"half")
    save_with(opened, 1)
    assert not dead.exists()
    assert living.exists(), "somebody is at it"


def test_what_somebody_else_put_there_is_neither_listed_nor_removed(opened: OfficeFile) -> None:
    folder = opened.generations[0].path.parent
    copy = folder / f"{opened.generations[0].path.stem} 的副本.xxgk"
    copy.write_bytes(b"x")
    save_with(opened, *range(KEPT + 1))
    assert len(opened.generations) == KEPT
    assert copy.exists()


@pytest.mark.skipif(os.name == "nt", reason="the user's folder is private by itself there")
def test_nobody_else_may_read_them(opened: OfficeFile) -> None:
    file = opened.generations[0].path
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0
