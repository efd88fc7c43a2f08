"""The same files give the same bytes, whoever packs them, where and when."""

import os
import tarfile
import zipfile
from pathlib import Path

from release.archive import pack_tar, pack_zip
from release.folder import settle

EPOCH = 1_700_000_001


def folder(parent: Path, *, time: int, mode: int) -> Path:
    """A folder laid at some time, with some rights."""
    made = parent / "年报助手-1"
    (made / "子 文件夹").mkdir(parents=True)
    for name in ("b", "子 文件夹/a", "starter"):
        (made / name).write_text(f"{name}\n", encoding="utf-8")
        (made / name).chmod(mode)
        os.utime(made / name, (time, time))
    (made / "starter").chmod(mode | 0o100)
    settle(made, EPOCH)
    return made


def test_bytes_repeat(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", time=1_600_000_000, mode=0o600)
    two = folder(tmp_path / "two", time=1_650_000_000, mode=0o664)
    for name, pack in (("a.tar.xz", pack_tar), ("a.zip", pack_zip)):
        pack(one, tmp_path / f"1{name}", EPOCH)
        pack(two, tmp_path / f"2{name}", EPOCH)
        assert (tmp_path / f"1{name}").read_bytes() == (tmp_path / f"2{name}").read_bytes()


def test_nobody_in_particular_owns_what_is_packed(tmp_path: Path) -> None:
    pack_tar(folder(tmp_path, time=1, mode=0o644), tmp_path / "a.tar.xz", EPOCH)
    with tarfile.open(tmp_path / "a.tar.xz") as tar:
        members = tar.getmembers()
    assert {(member.uid, member.uname, member.mtime) for member in members} == {(0, "root", EPOCH)}
    modes = {member.name: member.mode for member in members}
    assert modes["年报助手-1/starter"] == 0o755
    assert modes["年报助手-1/b"] == 0o644


def test_chinese_names_are_kept_in_a_zip(tmp_path: Path) -> None:
    pack_zip(folder(tmp_path, time=1, mode=0o644), tmp_path / "a.zip", EPOCH)
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        assert packed.namelist() == ["年报助手-1/b", "年报助手-1/starter", "年报助手-1/子 文件夹/a"]
        assert packed.read("年报助手-1/子 文件夹/a").decode() == "子 文件夹/a\n"
