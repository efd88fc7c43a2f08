"""A file is written only where permissions, folder and lock allow it, and the clerk is told what is in the way."""

from pathlib import Path

import pytest

from model.file import access
from model.file.access import Access, acquire, mode_of, true_path
from model.file.lock import Lock
from tests.on_windows import as_on_windows


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "年报.xxgk"
    file.write_bytes(b"{}")
    return file


def test_a_file_of_ones_own_may_be_written(path: Path) -> None:
    assert acquire(Lock(path), path) == Access(writable=True)


def test_a_write_protected_file_is_not_locked(path: Path) -> None:
    path.chmod(0o444)
    assert acquire(Lock(path), path).reason == "文件的属性为只读"
    path.chmod(0o644)
    assert acquire(Lock(path), path).writable


def test_who_holds_the_file_is_told(path: Path) -> None:
    acquire(Lock(path), path)
    second = acquire(Lock(path), path)
    assert second.holder is not None
    assert (second.writable, second.reason) == (False, second.holder.sentence)


def test_a_folder_that_is_gone_takes_no_lock(tmp_path: Path) -> None:
    gone = tmp_path / "没有" / "年报.xxgk"
    assert acquire(Lock(gone), gone).reason.startswith("文件所在文件夹不能写入（文件夹已不存在")


def test_a_lock_is_given_back_when_the_folder_cannot_be_tidied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "refused")

    with monkeypatch.context() as patched:
        patched.setattr(access, "remove_leftovers", refuse)
        assert not acquire(Lock(path), path).writable
    assert acquire(Lock(path), path).writable


@pytest.mark.parametrize("name", ["没有.xxgk", "a\0b.xxgk"])
def test_no_file_has_no_permissions(tmp_path: Path, name: str) -> None:
    assert mode_of(tmp_path / name) is None


def test_a_folder_that_cannot_be_listed_hides_no_file_that_is_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(_folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", forbidden)
    assert true_path(path) == path


def test_on_windows_a_second_name_is_not_told_and_stands_in_nobodys_way(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.with_name("副本.xxgk").hardlink_to(path)
    assert not acquire(Lock(path), path).writable
    as_on_windows(monkeypatch, access)
    assert acquire(Lock(path), path).writable
