"""备份包: a report goes to another computer with all its saved states, and nothing is overwritten there."""

import os
import zipfile
from pathlib import Path

import pytest

from model.errors import CannotRead, CannotWrite
from model.file.file_shape import MOST_BYTES
from model.file.office_file import OfficeFile
from model.file.pack import pack, proposed_name, unpack
from tests.offices import RECEIVED, office_file, receive, received


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A backup of a report that was saved three times, made on another computer."""
    with office_file(tmp_path / "年报.xxgk") as made:
        for number in (1, 2, 3):
            receive(made, number)
            made.save()
    (tmp_path / "window.ini").write_text("[flags]\npreview=true\n", encoding="utf-8")
    return pack(tmp_path / "年报.xxgk", tmp_path / "window.ini", tmp_path / "年报备份包.zip")


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a computer that has never seen the report."""
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "new computer"))
    folder = tmp_path / "文档"
    folder.mkdir()
    return folder


def test_report_states_and_settings_are_back_on_another_computer(packed: Path, elsewhere: Path) -> None:
    back = unpack(packed, elsewhere)
    assert back.report == elsewhere / "年报.xxgk"
    assert "preview=true" in back.settings
    with OfficeFile.open(back.report) as opened:
        assert received(opened) == 3
        kept = [state.open().reports[2024].value(RECEIVED) for state in opened.generations[:3]]
        assert kept == [3, 2, 1]
        assert len(opened.generations) == back.states
        receive(opened, 4)
        opened.save()
        assert opened.generations[0].open().reports[2024].value(RECEIVED) == 4


def test_a_report_that_stands_there_is_left_alone(packed: Path, elsewhere: Path) -> None:
    (elsewhere / "年报.xxgk").write_bytes(b"another one")
    assert unpack(packed, elsewhere).report == elsewhere / "年报2.xxgk"
    assert (elsewhere / "年报.xxgk").read_bytes() == b"another one"


def test_a_backup_can_be_taken_apart_without_the_program(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
    assert "报告/年报.xxgk" in names
    assert sum(name.startswith("历史版本/") for name in names) > 3


def test_a_broken_backup_restores_nothing(packed: Path, elsewhere: Path) -> None:
    whole = packed.read_bytes()
    for broken in (whole[: len(whole) // 2], b"", b"PK\x03\x04", whole.replace(b"PK", b"\0\0")):
        packed.write_bytes(broken)
        with pytest.raises(CannotRead, match=r"没有恢复任何内容|已损坏"):
            unpack(packed, elsewhere)
        assert not list(elsewhere.iterdir())


def harmed(packed: Path, starts: str, count: int = 1) -> None:
    """Damage what lies first in an archive under names that start so, as a worn disk does."""
    data = bytearray(packed.read_bytes())
    with zipfile.ZipFile(packed) as archive:
        places = [entry.header_offset for entry in archive.infolist() if entry.filename.startswith(starts)]
    for place in places[:count]:
        data[place + 200 : place + 260] = bytes(60)
    packed.write_bytes(data)


def test_a_state_that_is_not_whole_is_left_out_and_told(packed: Path, elsewhere: Path) -> None:
    whole = unpack(packed, elsewhere).states
    harmed(packed, "历史版本/", 2)
    back = unpack(packed, elsewhere)
    assert (back.states, back.lost, back.instead) == (whole - 2, 2, "")
    with OfficeFile.open(back.report) as opened:
        assert received(opened) == 3


def test_the_newest_whole_state_takes_the_place_of_a_report_that_is_not(
    packed: Path, elsewhere: Path
) -> None:
    harmed(packed, "报告/")
    back = unpack(packed, elsewhere)
    assert back.instead.startswith("第 5 次保存的版本（")
    with OfficeFile.open(back.report) as opened:
        assert received(opened) == 3


def test_where_nothing_is_whole_nothing_is_restored(packed: Path, elsewhere: Path) -> None:
    harmed(packed, "报告/")
    harmed(packed, "历史版本/", 99)
    with pytest.raises(CannotRead, match="不是完好的备份包，没有恢复任何内容"):
        unpack(packed, elsewhere)
    assert not list(elsewhere.iterdir())


def test_what_would_unpack_to_more_than_a_file_of_ours_is_not_unpacked(packed: Path, elsewhere: Path) -> None:
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("历史版本/000000009.000000000-abcdef01.xxgk", b"{" + b" " * MOST_BYTES)
    assert unpack(packed, elsewhere).lost == 1


def test_a_zip_that_is_no_backup_is_refused(tmp_path: Path, elsewhere: Path) -> None:
    with zipfile.ZipFile(tmp_path / "照片.zip", "w") as archive:
        archive.writestr("../报告.xxgk", "x")
    with pytest.raises(CannotRead, match="不是完好的备份包"):
        unpack(tmp_path / "照片.zip", elsewhere)
    assert not list(elsewhere.iterdir())


def test_beside_its_original_a_restored_report_has_a_history_of_its_own(packed: Path, tmp_path: Path) -> None:
    original = tmp_path / "年报.xxgk"
    with OfficeFile.open(original) as opened:
        before = opened.generations
        back = unpack(packed, tmp_path)
        with OfficeFile.open(back.report) as restored:
            assert received(restored) == 3
            assert len(restored.generations) == back.states
            for number in range(100, 125):
                receive(restored, number)
                restored.save()
        assert opened.generations == before
        receive(opened, 4)
        opened.save()
        assert len(opened.generations) == len(before) + 1


def test_a_folder_that_takes_nothing_is_told(packed: Path, elsewhere: Path) -> None:
    folder = elsewhere / "没有这个文件夹"
    with pytest.raises(CannotWrite, match="没有恢复任何内容：备份包所在的文件夹写不进去（文件夹已不存在"):
        unpack(packed, folder)


@pytest.mark.skipif(os.name == "nt", reason="names there are characters, never bytes")
def test_a_report_whose_name_is_no_text_is_packed_too(tmp_path: Path, elsewhere: Path) -> None:
    odd = tmp_path / os.fsdecode(b"\xc4\xea\xb1\xa8.xxgk")
    with office_file(tmp_path / "年报.xxgk") as made:
        made.save()
    (tmp_path / "年报.xxgk").rename(odd)
    packed = pack(odd, tmp_path / "window.ini", tmp_path / "备份包.zip")
    assert unpack(packed, elsewhere).report.exists()


def test_a_backup_is_named_after_its_report() -> None:
    assert proposed_name(Path("/x/林业局.xxgk")) == "林业局备份包.zip"
    assert len(proposed_name(Path("/x") / ("长" * 83 + ".xxgk")).encode()) <= 255
