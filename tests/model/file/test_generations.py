"""The last twenty saved states of a file are kept in the user's folder; they can be listed, opened and given back."""

import errno
import os
from pathlib import Path

import pytest

from model.file import user_folder
from model.file.generations import KEPT, Generations
from model.file.office_content import compare
from model.file.office_file import OfficeFile
from model.report import SlotKind
from tests.offices import RECEIVED, office_file, put, receive, received


@pytest.fixture
def opened(tmp_path: Path) -> OfficeFile:
    return office_file(tmp_path / "年报.xxgk")


def save_with(opened: OfficeFile, *numbers: int) -> None:
    for number in numbers:
        receive(opened, number)
        opened.save()


def test_each_save_is_kept_newest_first(opened: OfficeFile) -> None:
    save_with(opened, 1, 2, 3)
    kept = [generation.open().reports[2024].value(RECEIVED) for generation in opened.generations[:3]]
    assert kept == [3, 2, 1]


def test_twenty_are_kept_and_the_oldest_go(opened: OfficeFile) -> None:
    save_with(opened, *range(30))
    kept = [generation.open().reports[2024].value(RECEIVED) for generation in opened.generations]
    assert kept == list(range(29, 29 - KEPT, -1))
    assert KEPT == 20


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
    assert len(opened.generations) == 1
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
    opened.save("恢复")
    assert opened.path is not None
    assert received(OfficeFile.open(opened.path, read_only=True)) == 1
    assert opened.history[-1].label == "恢复"
    assert opened.generations[1].open().reports[2024].value(RECEIVED) == 2, "what was replaced is kept too"


def test_the_newest_sound_one_is_found_past_broken_ones(opened: OfficeFile) -> None:
    save_with(opened, 1, 2, 3)
    newest, second, third, *_ = opened.generations
    newest.path.write_bytes(b"")
    second.path.write_bytes(second.path.read_bytes()[:-20])
    assert opened.path is not None
    assert Generations(opened.path).newest_sound() == third


def test_a_file_never_saved_here_has_none(tmp_path: Path) -> None:
    assert Generations(tmp_path / "x.xxgk").list() == ()
    assert Generations(tmp_path / "x.xxgk").newest_sound() is None


def test_a_user_folder_that_is_full_does_not_keep_a_file_from_being_saved(
    opened: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("model.file.generations.write_whole", full)
    receive(opened, 4)
    assert opened.save() == "文件已保存，但历史版本没有保留：磁盘空间不足，请清理后再保存"
    assert opened.path is not None
    assert received(OfficeFile.open(opened.path, read_only=True)) == 4


def test_a_generation_is_named_by_its_time(opened: OfficeFile) -> None:
    generation = opened.generations[0]
    assert generation.name == f"{generation.saved.astimezone():%Y-%m-%d %H:%M:%S} 保存的版本"


def test_what_somebody_else_put_there_is_neither_listed_nor_removed(opened: OfficeFile) -> None:
    folder = opened.generations[0].path.parent
    copy = folder / "20250101T080000.000000Z 的副本.xxgk"
    copy.write_bytes(b"x")
    save_with(opened, *range(KEPT + 1))
    assert len(opened.generations) == KEPT
    assert copy.exists()
