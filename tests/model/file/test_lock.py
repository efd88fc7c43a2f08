"""One writer a file: the second is told who the first is, and the dead hold nothing."""

import json
import os
import platform
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from model.file import lock as module
from model.file.lock import Holder, Lock, live_holder
from model.file.safe_write import beside
from tests.children import kill, start
from tests.on_windows import as_on_windows

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


def lock_words(holder: Holder, **changes: object) -> str:
    return json.dumps(asdict(holder) | changes)


ODD = (
    *("", "{", "[]", '{"host": "x"}', '{"since": "gestern"}', "[" * 100_000, "x" * 100_000),
    *(json.dumps({"pid": pid}) for pid in ("x", None, 1.5, [1], 10**400)),
)


@pytest.mark.parametrize("content", ODD)
def test_a_lock_that_says_nothing_is_nobodys(path: Path, content: str, elsewhere: Holder) -> None:
    if content.startswith('{"pid"'):
        content = lock_words(elsewhere, **json.loads(content))
    beside(path, "lock").write_text(content)
    assert Lock(path).take() is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_or_a_link_in_the_place_of_a_lock_holds_nobody_up(path: Path, tmp_path: Path) -> None:
    private = tmp_path / "私人文件"
    private.write_text("words")
    for make in (os.mkfifo, lambda lock: lock.symlink_to(private)):
        make(beside(path, "lock"))
        lock = Lock(path)
        assert lock.take() is None
        lock.release()
    assert private.read_text() == "words"


def test_a_folder_in_the_place_of_a_lock_is_an_error(path: Path) -> None:
    beside(path, "lock").mkdir()
    with pytest.raises(OSError, match="ordinary"):
        Lock(path).take()


def test_a_computer_of_the_same_name_is_another_one(path: Path, elsewhere: Holder) -> None:
    twin = replace(elsewhere, host=platform.node(), pid=999_999, machine="its own", boot="its own")
    write_lock(path, twin)
    assert Lock(path).take() == twin


def test_what_was_locked_before_this_computer_was_started_anew_is_free(path: Path) -> None:
    lock = Lock(path)
    lock.take()
    mine = live_holder(beside(path, "lock"))
    assert mine is not None
    if mine.boot:
        write_lock(path, replace(mine, boot="an earlier run", started="1"))
        assert Lock(path).take() is None


def test_a_lock_that_this_process_has_given_up_is_free(path: Path) -> None:
    """A stick was pulled while the file was open, and put back after it was closed."""
    lock = Lock(path)
    lock.take()
    left = beside(path, "lock").read_bytes()
    lock.release()
    beside(path, "lock").write_bytes(left)
    assert Lock(path).take() is None


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not tell")
def test_a_process_that_has_ended_and_was_not_fetched_holds_nothing(path: Path) -> None:
    child = start(HOLDING, path)
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert Lock(path).take() is None
    kill(child)


TAKING = """
import sys
from pathlib import Path
from model.file.lock import Lock
sys.stdin.readline()
lock = Lock(Path(sys.argv[1]))
print(lock.take() is None, flush=True)
sys.stdin.read()
"""


def test_of_several_that_want_a_stale_lock_one_gets_it(path: Path, elsewhere: Holder) -> None:
    for round_ in range(5):
        write_lock(path, replace(elsewhere, host=platform.node(), pid=999_999, token=str(round_)))
        takers = [start(TAKING, path) for _ in range(3)]
        for taker in takers:
            assert taker.stdin is not None
            taker.stdin.write("\n")
            taker.stdin.flush()
        told = [taker.stdout.readline() for taker in takers if taker.stdout is not None]
        for taker in takers:
            kill(taker)
        assert told.count("True\n") == 1


def test_a_lock_is_taken_over_only_from_whom_it_was_asked_for(path: Path, elsewhere: Holder) -> None:
    write_lock(path, elsewhere)
    other = Holder("办公室三", "李明", 12, "1", elsewhere.since, "b2")
    assert Lock(path).take(over=other) == elsewhere
    mine = Lock(path)
    assert mine.take(over=elsewhere) is None
    assert mine.held


def test_whose_lock_was_taken_over_finds_that_out(path: Path, elsewhere: Holder) -> None:
    lock = Lock(path)
    lock.take()
    assert lock.held
    write_lock(path, elsewhere)
    assert not lock.held


def test_no_lock_is_ever_half_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("model.file.lock._encoded", full)
    with pytest.raises(OSError, match="space"):
        Lock(path).take()
    assert not list(path.parent.iterdir())


def test_a_drive_without_links_takes_locks_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_arguments: object, **_more: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    first = Lock(path)
    assert first.take() is None
    assert Lock(path).take() is not None
    first.release()
    assert not list(path.parent.iterdir())


def test_a_folder_that_takes_no_lock_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "gone" / "年报.xxgk").take()


def test_on_windows_a_second_taker_is_told_who_holds_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_on_windows(monkeypatch, module)
    first, second = Lock(path), Lock(path)
    assert first.take() is None
    holder = second.take()
    assert holder is not None
    assert holder.pid == os.getpid()
    first.release()
    assert second.take() is None
    second.release()
    assert not list(path.parent.iterdir())


def test_on_windows_the_lock_of_one_who_is_gone_is_taken_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = start(HOLDING, path)
    assert child.stdout is not None
    assert child.stdout.readline() == "None\n"
    kill(child)
    as_on_windows(monkeypatch, module)
    lock = Lock(path)
    assert lock.take() is None
    holder = live_holder(beside(path, "lock"))
    assert holder is not None
    assert holder.pid == os.getpid()
    lock.release()
