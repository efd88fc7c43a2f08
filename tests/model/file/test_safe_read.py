"""Only ordinary files are read, and no more of them than was asked for."""

import os
from pathlib import Path

import pytest

from model.file.safe_read import NotOrdinary, TooLarge, read_ordinary, read_start


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"words" * 1_000_000)
    assert read_ordinary(tmp_path / "x", 5_000_000) == b"words" * 1_000_000


def test_a_file_that_holds_more_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"words")
    with pytest.raises(TooLarge):
        read_ordinary(tmp_path / "x", 4)


def test_only_the_beginning_is_read_where_that_is_enough(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"words")
    assert read_start(tmp_path / "x", 2) == b"wo"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_pipes_devices_and_folders_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(NotOrdinary):
            read_ordinary(path, 10)
        with pytest.raises(NotOrdinary):
            read_start(path, 10)
    with pytest.raises(IsADirectoryError):
        read_ordinary(tmp_path, 10)


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_is_followed_only_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"words")
    (tmp_path / "link").symlink_to(tmp_path / "x")
    assert read_ordinary(tmp_path / "link", 10, follow=True) == b"words"
    with pytest.raises(NotOrdinary):
        read_ordinary(tmp_path / "link", 10)
