"""A file is written whole or not at all, and what fails is told in words that help."""

import errno
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from model.errors import CannotWrite
from model.file import safe_write
from model.file.safe_write import beside, ending_in_the_making, remove_leftovers, write_durably, write_whole
from tests.children import outcome, rights_bind
from tests.on_windows import as_on_windows

OLD, NEW = b"old" * 1000, b"new" * 2000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "年报.xxgk"
    path.write_bytes(OLD)
    return path


def alone(path: Path) -> bool:
    """Whether nothing but the file stands in its folder."""
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_new_bytes_take_the_place_of_the_old(target: Path) -> None:
    write_durably(target, NEW)
    assert target.read_bytes() == NEW
    assert alone(target)


def test_a_file_keeps_its_permissions(target: Path) -> None:
    target.chmod(0o640)
    write_durably(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o640


def test_the_bytes_are_on_disk_before_they_take_the_files_place(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        fsync(handle)
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        steps.append(f"sync {kind}, target {'new' if target.read_bytes() == NEW else 'old'}")

    def replaced(source: Path, destination: Path) -> Path:
        steps.append("replace")
        return replace(source, destination)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    write_durably(target, NEW)
    assert steps == ["sync file, target old", "replace", "sync folder, target new"]


def failing(number: int) -> Callable[..., int]:
    def fail(*_arguments: object) -> int:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["write", "fsync"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘空间不足，请清理后再保存"),
        (errno.EDQUOT, "磁盘空间不足"),
        (errno.EIO, "请另存到其他位置"),
        (errno.EACCES, "没有写入权限"),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file_and_says_why(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    monkeypatch.setattr(os, step, failing(number))
    with pytest.raises(CannotWrite, match=words) as refused:
        write_durably(target, NEW)
    assert "“年报.xxgk”未能保存" in refused.value.message
    assert "没有丢失" in refused.value.message
    assert isinstance(refused.value.__cause__, OSError)
    assert target.read_bytes() == OLD
    assert alone(target)


def test_a_disk_that_fills_up_half_way_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    taken: list[int] = []

    def filling(handle: int, data: memoryview) -> int:
        if taken:
            raise OSError(errno.ENOSPC, "full")
        taken.append(write(handle, data[:100]))
        return 100

    monkeypatch.setattr(os, "write", filling)
    with pytest.raises(CannotWrite):
        write_durably(target, NEW)
    assert target.read_bytes() == OLD
    assert alone(target)


def test_a_folder_that_cannot_be_synced_is_no_failure(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def no_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "network folder")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", no_folders)
    write_durably(target, NEW)
    assert target.read_bytes() == NEW


def test_a_real_limit_of_the_system_is_told_as_a_full_disk(target: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from model.errors import CannotWrite
from model.file.safe_write import write_durably
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_durably(Path(sys.argv[1]), b"x" * 5000)
except CannotWrite as error:
    print(error.message)
"""
    code, said, complaint = outcome(program, target)
    assert code == 0, complaint
    assert "磁盘空间不足" in said
    assert target.read_bytes() == OLD
    assert alone(target)


@pytest.mark.skipif(
    not rights_bind(), reason="the rights of folders do not bind this user, and no setpriv is there"
)
def test_a_read_only_folder_is_told(target: Path) -> None:
    program = """
import sys
from pathlib import Path
from model.errors import CannotWrite
from model.file.safe_write import write_durably
try:
    write_durably(Path(sys.argv[1]), b"x")
except CannotWrite as error:
    print(error.message)
"""
    target.parent.chmod(0o555)
    code, said, complaint = outcome(program, target, unprivileged=True)
    target.parent.chmod(0o755)
    assert code == 0, complaint
    assert "没有写入权限，请另存到其他文件夹" in said
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone/年报.xxgk", "文件夹已不存在"),
        ("年报.xxgk/下级.xxgk", "文件夹已不存在"),
        ("长" * 90 + ".xxgk", "名称或路径太长"),
        ("a\0b.xxgk", "名称中有不能使用的字符"),
        ("half \ud800.xxgk", "名称中有不能使用的字符"),
        ("folder", "那里是一个文件夹"),
    ],
)
def test_places_that_take_no_file_are_told(target: Path, name: str, words: str) -> None:
    (target.parent / "folder").mkdir()
    with pytest.raises(CannotWrite, match=words):
        write_durably(target.parent / name, NEW)
    assert sorted(entry.name for entry in target.parent.iterdir()) == ["folder", "年报.xxgk"]


@pytest.mark.parametrize(
    "name",
    [
        "长" * 83 + ".xxgk",
        "a b'c\"d$e`f.xxgk",
        "换\n行\t.xxgk",
        "-rf.xxgk",
        "堃镕😀𠮷.xxgk",
        "..xxgk",
        "无后缀",
        "é́.xxgk",
    ],
)
def test_any_name_that_the_system_takes_is_good(tmp_path: Path, name: str) -> None:
    write_durably(tmp_path / name, NEW)
    assert (tmp_path / name).read_bytes() == NEW
    assert alone(tmp_path / name)


def test_a_path_of_250_characters_is_good(tmp_path: Path) -> None:
    folder = tmp_path / ("d" * 100)
    folder.mkdir()
    path = folder / ("f" * (250 - len(str(folder)) - 6) + ".xxgk")
    assert len(str(path)) == 250
    write_durably(path, NEW)
    assert path.read_bytes() == NEW


def test_names_beside_a_file_are_short_and_differ() -> None:
    long = Path("/x") / ("长" * 80 + ".xxgk")
    assert len(beside(long, "lock").name.encode()) < 60
    assert beside(Path("/x/甲.xxgk"), "lock") != beside(Path("/x/甲.json"), "lock")


def test_what_a_killed_writer_left_is_removed_and_nothing_else(target: Path) -> None:
    program = """
import os, signal, sys
from pathlib import Path
from model.file.safe_write import write_durably
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
write_durably(Path(sys.argv[1]), b"x" * 5000)
"""
    code, _, _ = outcome(program, target)
    assert code == -signal.SIGKILL
    assert not alone(target), "the killed writer left its file behind"
    other = target.parent / ".~other.tmp"
    other.touch()
    remove_leftovers(target)
    assert {entry.name for entry in target.parent.iterdir()} == {target.name, other.name}


def test_what_killed_writers_of_this_computer_left_of_other_files_goes_too(target: Path) -> None:
    """Of a report that was never finished under a new name, say: nothing else would ever remove it."""
    ending = ending_in_the_making()
    number, _, mark = ending.partition("-")
    living, dead, elsewhere = (
        target.with_name(f".~另一份-abcdef.{name}")
        for name in (ending, f"{2**22 + 5}-{mark}", f"{2**22 + 5}-{'0' * len(mark.removesuffix('.tmp'))}.tmp")
    )
    for each in (living, dead, elsewhere):
        each.write_bytes(b"half")
    remove_leftovers(target)
    assert int(number) == os.getpid()
    assert [each.exists() for each in (living, dead, elsewhere)] == [True, False, True]


def test_what_another_user_has_left_is_in_nobodys_way(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder where each may remove only his own."""
    left = [beside(target, f"{number}-ab.tmp") for number in (1, 2)]
    for each in left:
        each.touch()
    unlink = Path.unlink

    def of_another(path: Path, *, missing_ok: bool = False) -> None:
        if path == left[0]:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", of_another)
    remove_leftovers(target)
    assert [each.exists() for each in left] == [True, False]


def test_a_file_that_need_not_be_durable_is_whole_all_the_same(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    write_whole(target, NEW)
    assert target.read_bytes() == NEW


def _takes_attributes(path: Path) -> bool:
    try:
        os.setxattr(path, b"user.note", b"from the archive")
    except (AttributeError, OSError):
        return False
    return True


def test_a_file_keeps_its_attributes_those_that_are_refused_apart(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not _takes_attributes(target):
        pytest.skip("this drive has no extended attributes")
    names = os.listxattr
    monkeypatch.setattr(os, "listxattr", lambda path: ["trusted.nobody.has.it", *names(path)])
    write_durably(target, NEW)
    assert os.getxattr(target, b"user.note") == b"from the archive"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_that_the_administrator_saves_stays_its_owners(target: Path) -> None:
    os.chown(target, 1234, 2345)
    target.chmod(0o640)
    write_durably(target, NEW)
    after = target.stat()
    assert (after.st_uid, after.st_gid, after.st_mode & 0o777) == (1234, 2345, 0o640)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of this kind")
def test_who_may_not_keep_the_owner_keeps_the_group(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A colleague in the office's group saves the report of another: the group can still write it."""
    given: list[tuple[int, int]] = []

    def chown(_handle: int, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        given.append((owner, group))

    state = os.stat_result((stat.S_IFREG | 0o660, 1, 1, 1, 4321, os.getgid(), 0, 0, 0, 0))
    monkeypatch.setattr("model.file.safe_write._state_of", lambda _path: state)
    monkeypatch.setattr(os, "fchown", chown)
    write_durably(target, NEW)
    assert given == [(-1, os.getgid())]
    assert target.stat().st_mode & 0o777 == 0o660


@pytest.mark.skipif(os.name == "nt", reason="Windows has no groups of this kind")
@pytest.mark.parametrize(("mode", "kept"), [(0o660, 0o600), (0o664, 0o644), (0o640, 0o600)])
def test_a_group_that_may_not_be_kept_is_not_replaced_by_another(
    target: Path, monkeypatch: pytest.MonkeyPatch, mode: int, kept: int
) -> None:
    state = os.stat_result((stat.S_IFREG | mode, 1, 1, 1, os.getuid(), os.getgid() + 1, 0, 0, 0, 0))
    monkeypatch.setattr("model.file.safe_write._state_of", lambda _path: state)
    monkeypatch.setattr(os, "fchown", failing(errno.EPERM))
    write_durably(target, NEW)
    assert target.stat().st_mode & 0o777 == kept


def test_a_file_is_likened_before_anything_is_in_it(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    chmod = os.fchmod

    def noting(handle: int, mode: int) -> None:
        sizes.append(os.fstat(handle).st_size)
        chmod(handle, mode)

    target.chmod(0o755)
    monkeypatch.setattr(os, "fchmod", noting)
    write_durably(target, NEW)
    assert sizes == [0]


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are those of Linux")
def test_nothing_is_given_to_a_file_that_it_has_already(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_durably(target, b"as new")
    for name in ("fchown", "fchmod"):
        monkeypatch.setattr(os, name, failing(errno.EIO))
    write_durably(target, NEW)
    assert target.read_bytes() == NEW


def test_on_windows_a_file_is_written_whole_without_owners_and_folders_to_sync(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_on_windows(monkeypatch, safe_write)
    write_durably(target, NEW)
    assert target.read_bytes() == NEW
    assert alone(target)
