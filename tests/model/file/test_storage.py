"""Tables are staged in memory, and one commit puts them on disk, never over somebody else's work unasked."""

import contextlib
import json
import os
from pathlib import Path

import pytest
from tinydb import TinyDB

from model.errors import CannotRead, CannotWrite, FileChanged, FileDamaged
from model.file.file_shape import MOST_BYTES
from model.file.storage import OfficeStorage, read_bytes
from tests.children import outcome, rights_bind
from tests.offices import office_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = office_file(tmp_path / "年报.xxgk", 2023, 2024)
    made.close()
    return tmp_path / "年报.xxgk"


def loaded(path: Path) -> OfficeStorage:
    storage = OfficeStorage(path)
    storage.load(read_bytes(path), path.name)
    return storage


def changed(storage: OfficeStorage) -> bool:
    return storage.changed_on_disk


def test_a_file_is_json_in_utf8_with_its_format_three_tables_and_a_seal(path: Path) -> None:
    data = json.loads(path.read_bytes().decode("utf-8"))
    assert list(data) == ["format", "origin", "office", "reports", "seal"]
    assert list(data["reports"]) == ["2023", "2024"]
    assert data["office"]["1"]["office"] == "云溪县行政审批服务局"


def test_tables_are_used_through_tinydb_and_reach_the_disk_only_by_commit(path: Path) -> None:
    before = path.read_bytes()
    storage = loaded(path)
    database = TinyDB(storage=lambda: storage)
    database.table("office").update({"phone": "0500-1"}, doc_ids=[1])
    database.table("reports").remove(doc_ids=[2023])
    assert path.read_bytes() == before
    storage.commit(path)
    assert list(json.loads(path.read_bytes())["reports"]) == ["2024"]


def test_what_was_written_is_read_back_the_same(path: Path) -> None:
    storage = loaded(path)
    assert storage.encode() == path.read_bytes()
    assert json.loads(storage.encode()) == json.loads(path.read_bytes())


def test_half_a_surrogate_pair_does_not_keep_a_file_from_being_saved(path: Path) -> None:
    storage = loaded(path)
    TinyDB(storage=lambda: storage).table("office").insert({"office": "\ud83d"})
    storage.commit(path)
    assert loaded(path).read()["office"]["2"]["office"] == "?"


def test_what_could_not_be_opened_again_is_not_saved(path: Path) -> None:
    storage = loaded(path)
    TinyDB(storage=lambda: storage).table("office").insert({"office": "长" * (MOST_BYTES // 3)})
    before = path.read_bytes()
    with pytest.raises(CannotWrite, match="内容超过 64 MB，请删减文字"):
        storage.commit(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("depth", [10, 300, 600, 900, 970, 990])
def test_values_nested_without_end_are_damage_or_data_but_no_accident(path: Path, depth: int) -> None:
    nested = '{"a":' * depth + "1" + "}" * depth
    fixture = Path(__file__).resolve().parents[2] / "fixtures" / "format2.xxgk"
    old = fixture.read_text(encoding="utf-8")
    harmed = old.replace('"text":{', f'"explanation":{{"T1:x":{{"text":"x","values":{nested}}}}},"text":{{')
    with contextlib.suppress(FileDamaged):
        OfficeStorage().load(harmed.encode(), path.name)


def test_a_digest_stands_for_what_was_loaded_or_saved(path: Path) -> None:
    storage = loaded(path)
    first = storage.digest
    TinyDB(storage=lambda: storage).table("reports").remove(doc_ids=[2023])
    assert storage.digest == first
    storage.commit(path)
    assert storage.digest not in ("", first)
    assert loaded(path).digest == storage.digest


def test_a_file_changed_underneath_is_never_overwritten_unasked(path: Path) -> None:
    storage = loaded(path)
    assert not changed(storage)
    theirs = path.read_bytes() + b"\n"
    path.write_bytes(theirs)
    assert changed(storage)
    with pytest.raises(FileChanged, match="已被其他程序改动，没有覆盖"):
        storage.commit(path)
    assert path.read_bytes() == theirs
    storage.commit(path, overwrite=True)
    assert not changed(storage)


def test_a_change_is_noticed_even_with_the_same_size_and_time(path: Path) -> None:
    storage = loaded(path)
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b"2023", b"2022"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert changed(storage)


def test_a_file_only_touched_is_not_changed(path: Path) -> None:
    storage = loaded(path)
    os.utime(path, (0, 0))
    assert not changed(storage)
    storage.commit(path)


def test_a_file_that_was_removed_is_written_again(path: Path) -> None:
    storage = loaded(path)
    path.unlink()
    assert not changed(storage)
    storage.commit(path)
    assert path.exists()


def test_a_save_that_was_broken_off_after_the_file_was_in_place_is_our_own_work(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = loaded(path)
    TinyDB(storage=lambda: storage).table("office").update({"phone": "1"}, doc_ids=[1])

    def broken(_folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("model.file.safe_write._sync_folder", broken)
        with pytest.raises(KeyboardInterrupt):
            storage.commit(path)
    assert not changed(storage)
    storage.commit(path)


def test_another_file_is_not_overwritten_unasked_either(path: Path) -> None:
    storage = loaded(path)
    other = path.with_name("别的.xxgk")
    other.write_bytes(b"theirs")
    with pytest.raises(FileChanged):
        storage.commit(other)
    assert other.read_bytes() == b"theirs"
    assert storage.path == path


@pytest.mark.parametrize(
    ("name", "words"), [("none", "没有找到“none”"), (".", "是文件夹"), ("a\0b", "不能使用的字符")]
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        read_bytes(tmp_path / name)


def test_a_folder_is_told_by_its_name_however_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotRead, match=f"“{tmp_path.name}”是文件夹"):
        read_bytes(Path())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_and_a_device_are_told_and_hold_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.xxgk")
    for path in (tmp_path / "管道.xxgk", Path("/dev/zero")):
        with pytest.raises(CannotRead, match="不是普通文件"):
            read_bytes(path)


@pytest.mark.skipif(
    not rights_bind(), reason="the rights of files do not bind this user, and no setpriv is there"
)
def test_a_file_that_may_not_be_read_is_told(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from model.errors import CannotRead
from model.file.storage import read_bytes
try:
    read_bytes(Path(sys.argv[1]))
except CannotRead as error:
    print(error.message)
"""
    path.chmod(0)
    assert "没有读取“年报.xxgk”的权限" in outcome(program, path, unprivileged=True)[1]
