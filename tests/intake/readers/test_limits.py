"""No file, however made, costs more than a report could: it is refused before it is unpacked or read."""

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest

from intake.errors import SourceRefused
from intake.readers import limits
from intake.readers.limits import MOST_BYTES, open_office_file, read_bounded
from intake.readers.reading import read, read_bytes


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def word(name: str, part: bytes) -> bytes:
    """A Word file with one of its parts replaced."""
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped({**parts, name: part})


def test_a_file_is_read_up_to_the_bound_and_not_beyond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(b"12345")
    monkeypatch.setattr(limits, "MOST_BYTES", 5)
    assert read_bounded(path) == b"12345"
    path.write_bytes(b"123456")
    with pytest.raises(SourceRefused, match="上限"):
        read_bounded(path)


def test_blanks_alone_are_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_bytes(b" \r\n\t")
    with pytest.raises(SourceRefused, match="空文件"):
        read_bounded(tmp_path / "空.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(SourceRefused, match="管道或设备"):
        read_bounded(tmp_path / "管道")


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceRefused, match="无法打开"):
        read_bounded(tmp_path / "年\0报")


BOUNDS = {"MOST_PARTS": 2, "MOST_UNPACKED": 40, "MOST_XML": 20}


@pytest.mark.parametrize("bound", BOUNDS)
def test_parts_are_unpacked_up_to_each_bound_and_not_beyond(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = {"a": b"<" + b"a" * 19, "b": b"b" * 20}
    monkeypatch.setattr(limits, bound, BOUNDS[bound])
    assert open_office_file(zipped(parts), "年报.docx").namelist() == ["a", "b"]
    grown = {
        "MOST_PARTS": parts | {"c": b""},
        "MOST_UNPACKED": parts | {"b": b"b" * 21},
        "MOST_XML": parts | {"a": b"<" + b"a" * 20},
    }
    with pytest.raises(SourceRefused, match="展开后过大"):
        open_office_file(zipped(grown[bound]), "年报.docx")


def test_a_part_of_a_megabyte_may_grow_as_it_likes_and_a_larger_one_may_not() -> None:
    assert open_office_file(zipped({"a": b" " * 2**20}), "年报.docx")
    with pytest.raises(SourceRefused, match="展开后过大"):
        open_office_file(zipped({"a": b" " * (2**20 + 1)}), "年报.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused_in_every_encoding(encoding: str) -> None:
    part = "<?xml version='1.0'?><!DOCTYPE a><a/>".encode(encoding)
    with pytest.raises(SourceRefused, match="不安全"):
        open_office_file(zipped({"a.bin": part}), "年报.docx")
    assert open_office_file(zipped({"a.bin": b"1" + part}), "年报.docx"), "what is not parsed may say so"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 broken", zipped({"a": b"1" * 99})[:60]],
    ids=["empty", "no archive", "cut off"],
)
def test_a_torn_archive_is_refused(data: bytes) -> None:
    with pytest.raises(SourceRefused, match="已损坏或加了密码"):
        open_office_file(data, "年报.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = word("word/document.xml", b" " * 3_000_000)
    with pytest.raises(SourceRefused, match="展开后过大"):
        read_bytes(bomb, "年报.docx")


def test_a_part_is_known_by_how_it_begins_and_not_by_its_name() -> None:
    with pytest.raises(SourceRefused, match="不安全"):
        read_bytes(word("word/main.bin", b"\xef\xbb\xbf <!DOCTYPE a><a/>"), "年报.docx")


@pytest.mark.parametrize(
    "entity", ['<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">', '<!ENTITY a SYSTEM "file:///etc/passwd">']
)
def test_an_office_file_with_entities_is_refused(entity: str) -> None:
    part = f"<!DOCTYPE w:document [{entity}]><w:document>&a;</w:document>".encode()
    with pytest.raises(SourceRefused, match="不安全"):
        read_bytes(word("word/document.xml", part), "年报.docx")


def test_missing_empty_and_huge_files_and_folders_are_refused(tmp_path: Path) -> None:
    empty, huge = tmp_path / "空.txt", tmp_path / "大.txt"
    empty.write_bytes(b"")
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    for path, reason in (
        (tmp_path / "无.txt", "无法打开"),
        (empty, "空文件"),
        (huge, "上限"),
        (tmp_path, "文件夹"),
    ):
        with pytest.raises(SourceRefused, match=reason):
            read(path)
