"""What the program wrote itself is told from what somebody has worked on since."""

from pathlib import Path

import pytest

from export.output import WriteFailed, is_put_aside, put_aside_changes, save
from export.written import is_as_written, note_written


def test_what_was_written_is_known_by_place_and_content(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    note_written(path, b"ours")
    assert is_as_written(path, b"ours")
    assert not is_as_written(path, b"theirs")
    assert not is_as_written(tmp_path / "别处.docx", b"ours")


def test_a_file_that_nobody_has_touched_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    assert put_aside_changes(path) is None
    save(path, b"first")
    assert put_aside_changes(path) is None


def test_a_file_that_somebody_has_worked_on_is_kept_each_time(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    for words in (b"by hand", b"once more"):
        save(path, b"ours")
        path.write_bytes(words)
        kept = put_aside_changes(path)
        assert kept is not None
        assert is_put_aside(kept)
        assert kept.read_bytes() == words
    names = sorted(file.name for file in tmp_path.iterdir() if file.is_file())
    assert names == ["报告.docx", "报告（改动备份）.docx", "报告（改动备份）2.docx"]


def test_a_file_that_the_program_never_wrote_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_bytes(b"theirs")
    kept = put_aside_changes(path)
    assert kept is not None
    assert kept.read_bytes() == b"theirs"


def test_a_long_name_has_room_for_the_words(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 83 + ".docx")
    path.write_bytes(b"theirs")
    kept = put_aside_changes(path)
    assert kept is not None
    assert kept.name.endswith("（改动备份）.docx")


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "报告.docx").mkdir()
    with pytest.raises(WriteFailed, match="没有写出"):
        put_aside_changes(tmp_path / "报告.docx")


def test_a_note_that_cannot_be_kept_hinders_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "blocked").touch()
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "blocked"))
    save(tmp_path / "报告.docx", b"ours")
    assert put_aside_changes(tmp_path / "报告.docx") == tmp_path / "报告（改动备份）.docx"
