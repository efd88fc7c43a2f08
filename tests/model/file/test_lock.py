"""One writer a file: the second is told who the first is, and the dead hold nothing."""

import json
import os
import platform
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from model.file.lock import Holder, Lock, live_holder
from model.file.safe_write import beside
from tests.children import kill, start

HOLDING = """
import sys
from pathlib import Path
from model.file.lock import Lock
print(Lock(Path(sys.argv[1])).take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年报.xxgk"


def write_lock(path: Path, holder: Holder) -> None:
    beside(path, "lock").write_text(json.dumps(asdict(holder)), encoding="utf-8")


@pytest.fixture
def elsewhere() -> Holder:
    return Holder("办公室二", "王芳", 4711, "99", "2025-01-06T09:30:00+08:00", "a1")


def test_a_free_file_is_taken_and_given_back(path: Path) -> None:
    lock = Lock(path)
    assert lock.take() is None
    holder = live_holder(beside(path, "lock"))
    assert holder is not None
    assert (holder.host, holder.pid) == (platform.node(), os.getpid())
    lock.release()
    assert not list(path.parent.iterdir())


def test_a_second_taker_is_told_who_holds_the_file(path: Path) -> None:
    child = start(HOLDING, path)
    assert child.stdout is not None
    assert child.stdout.readline() == "None\n"
    holder = Lock(path).take()
    assert holder is not None
    assert holder.pid == child.pid
    kill(child)


def test_two_windows_of_one_process_are_two_takers(path: Path) -> None:
    first = Lock(path)
    assert first.take() is None
    assert Lock(path).take() is not None
    first.release()
    assert Lock(path).take() is None


def test_the_lock_of_a_killed_process_is_taken_over(path: Path) -> None:
    child = start(HOLDING, path)
    assert child.stdout is not None
    child.stdout.readline()
    kill(child)
    assert beside(path, "lock").exists()
    assert Lock(path).take() is None


def test_a_later_process_with_the_same_number_is_not_the_holder(path: Path) -> None:
    lock = Lock(path)
    lock.take()
    mine = live_holder(beside(path, "lock"))
    assert mine is not None
    write_lock(path, replace(mine, started="1"))
    assert Lock(path).take() is None


def test_a_lock_from_another_computer_is_always_believed(path: Path, elsewhere: Holder) -> None:
    write_lock(path, elsewhere)
    assert Lock(path).take() == elsewhere
    assert "王芳（计算机 办公室二）自 2025-01-06 09:30 起正在编辑此文件" in elsewhere.sentence


def test_a_lock_that_was_taken_over_is_not_given_back_by_its_old_holder(
    path: Path, elsewhere: Holder
) -> None:
    lock = Lock(path)
    lock.take()
    write_lock(path, elsewhere)
    lock.release()
    assert live_holder(beside(path, "lock")) == elsewhere


@pytest.mark.parametrize("content", ["", "{", "[]", '{"host": "x"}', '{"since": "gestern"}'])
def test_a_lock_that_says_nothing_is_believed_while_it_is_young(path: Path, content: str) -> None:
    file = beside(path, "lock")
    file.write_text(content)
    assert Lock(path).take() is not None
    os.utime(file, (0, 0))
    assert Lock(path).take() is None


def test_a_folder_that_takes_no_lock_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "gone" / "年报.xxgk").take()
