"""The office file: whole after any kill, one writer at a time, and nothing lost when a save fails."""

import errno
import itertools
import os
import signal
from pathlib import Path

import pytest

import resources
from model.check import check
from model.errors import (
    CannotRead,
    CannotWrite,
    FileChanged,
    FileDamaged,
    FileReadOnly,
    FileTaken,
    OfficeFileError,
    YearTaken,
)
from model.file.office_content import Content
from model.file.office_file import OfficeFile, newest_sound_generation
from model.file.origin import MOST
from model.office_fields import OFFICE_FIELDS
from model.preamble import preamble_of
from model.report import SlotKind
from model.rules.rule import Case
from tests.children import kill, outcome, rights_bind, start
from tests.offices import OFFICE, RECEIVED, new_file, office_file, put, receive, received, report_on


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = office_file(tmp_path / "年报.xxgk", 2023, 2024)
    made.close()
    return tmp_path / "年报.xxgk"


def reread(path: Path) -> OfficeFile:
    return OfficeFile.open(path, read_only=True)


@pytest.mark.parametrize("name", [name for name in (field.name for field in OFFICE_FIELDS) if name != "year"])
def test_a_file_opens_again_whatever_of_the_offices_data_was_cleared(path: Path, name: str) -> None:
    with OfficeFile.open(path) as opened:
        put(opened.reports[2024], SlotKind.FIELD, name, "")
        opened.save()
    assert reread(path).reports[2024].field(name) == ""


SAVING = """
import sys
from pathlib import Path
from model.file.office_file import OfficeFile
from tests.offices import receive
opened = OfficeFile.open(Path(sys.argv[1]))
for number in range(200):
    receive(opened, number)
    opened.save()
    print(number, flush=True)
"""


@pytest.mark.parametrize("saves", [1, 2, 3, 10, 31, 64, 99, 150])
def test_killed_in_the_middle_of_200_saves_the_file_is_the_old_or_the_new_one_whole(
    path: Path, saves: int
) -> None:
    child = start(SAVING, path)
    assert child.stdout is not None
    told = [int(line) for line in itertools.islice(child.stdout, saves)]
    # A busy moment of a length of its own puts each kill at another point of a save.
    sum(range(saves * 3001))
    kill(child)
    number = received(reread(path))
    assert isinstance(number, int)
    assert told[-1] <= number, "a save that was told is on disk"
    with OfficeFile.open(path) as again:
        assert not again.read_only, "the lock of the killed process is taken over"
        again.save()
    assert not list(path.parent.glob(".~*"))


KILLED_AT = {
    "half the bytes are written": "w = os.write; os.write = lambda h, d: (w(h, d[: len(d) // 2]), die())",
    "all bytes are written": "os.fsync = lambda handle: die()",
    "the bytes are synced": "Path.replace = lambda *_: die()",
    "the new file is in place": "r = Path.replace; Path.replace = lambda s, t: (r(s, t), die())",
}


@pytest.mark.parametrize("moment", KILLED_AT)
def test_killed_when(path: Path, moment: str) -> None:
    program = f"""
import os, signal, sys
from pathlib import Path
from model.file.office_file import OfficeFile
from tests.offices import receive
def die():
    os.kill(os.getpid(), signal.SIGKILL)
opened = OfficeFile.open(Path(sys.argv[1]))
receive(opened, 5)
{KILLED_AT[moment]}
opened.save()
"""
    assert outcome(program, path)[0] == -signal.SIGKILL
    assert received(reread(path)) == (5 if moment == "the new file is in place" else None)


def test_what_is_saved_is_what_is_read(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 31)
        put(opened.reports[2024], SlotKind.TEXT, "overview", "全年收到{收到申请总数}件。\n“引号” <b>&")
        put(opened.reports[2024], SlotKind.EXPLANATION, "T3.4:x", {"text": "合并", "values": {"a": 1}})
        assert opened.dirty
        assert opened.save() == ""
        assert not OfficeFile.open(path, read_only=True).dirty
        saved = {year: report.to_json() for year, report in opened.reports.items()}
    assert {year: report.to_json() for year, report in reread(path).reports.items()} == saved
    assert list(saved) == [2023, 2024]


HOLDING = """
import sys
from pathlib import Path
from model.file.office_file import OfficeFile
opened = OfficeFile.open(Path(sys.argv[1]))
print(opened.read_only, flush=True)
sys.stdin.read()
"""


def test_a_second_window_reads_only_and_is_told_who_writes(path: Path) -> None:
    holding = start(HOLDING, path)
    assert holding.stdout is not None
    assert holding.stdout.readline() == "False\n"
    with OfficeFile.open(path) as second:
        assert second.read_only
        assert second.holder is not None
        assert second.holder.pid == holding.pid
        assert second.reason == second.holder.sentence
        receive(second, 8)
        with pytest.raises(FileReadOnly, match="另存为"):
            second.save()
        second.save_as(path.with_name("第二份.xxgk"))
        assert received(second) == 8
        second.save()
    kill(holding)
    assert received(reread(path)) is None


def test_saving_without_a_change_is_no_new_save(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        before = path.read_bytes()
        number = opened.content.origin.save
        opened.save()
        assert opened.content.origin.save == number
        assert path.read_bytes() == before
        receive(opened, 5)
        opened.save()
        assert opened.content.origin.save == number + 1


def test_what_could_not_be_opened_again_is_not_saved(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        before = path.read_bytes()
        put(opened.reports[2024], SlotKind.FIELD, "address", "长" * 1001)
        with pytest.raises(CannotWrite, match="单位资料“地址”超出限度，请改正"):
            opened.save()
        assert path.read_bytes() == before
        put(opened.reports[2024], SlotKind.FIELD, "address", "青石大道18号")
        opened.save()
    assert reread(path).reports[2024].field("address") == "青石大道18号"


def test_closing_gives_the_file_free(path: Path) -> None:
    with OfficeFile.open(path):
        pass
    with OfficeFile.open(path) as again:
        assert not again.read_only


def test_a_file_changed_underneath_is_overwritten_only_when_asked(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 9)
        path.write_bytes(path.read_bytes() + b"\n")
        assert opened.changed_on_disk
        with pytest.raises(FileChanged):
            opened.save()
        assert received(opened) == 9
        opened.save(overwrite=True)
    assert received(reread(path)) == 9


def test_a_full_disk_loses_nothing_and_the_next_save_works(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with OfficeFile.open(path) as opened:
        before = path.read_bytes()
        receive(opened, 6)
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            with pytest.raises(CannotWrite, match="磁盘空间不足"):
                opened.save()
        assert path.read_bytes() == before
        assert received(opened) == 6
        assert opened.dirty
        opened.save()
    assert received(reread(path)) == 6


def test_an_edit_undone_after_a_failed_save_does_not_come_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 6)
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", lambda _handle: os.close(-1))
            with pytest.raises(CannotWrite):
                opened.save()
        put(opened.reports[2024], SlotKind.CELL, RECEIVED, None)
        opened.save()
    assert received(reread(path)) is None


def test_a_removed_folder_is_told_and_another_place_can_be_chosen(tmp_path: Path) -> None:
    folder = tmp_path / "U盘"
    folder.mkdir()
    with office_file(folder / "年报.xxgk") as opened:
        receive(opened, 4)
        for entry in folder.iterdir():
            entry.unlink()
        folder.rmdir()
        with pytest.raises(CannotWrite, match="文件夹已不存在，或存储设备已拔出"):
            opened.save()
        opened.save_as(tmp_path / "年报.xxgk")
    assert received(reread(tmp_path / "年报.xxgk")) == 4


def test_a_file_marked_read_only_is_opened_as_such(path: Path) -> None:
    path.chmod(0o444)
    with OfficeFile.open(path) as opened:
        assert opened.read_only
        assert opened.reason == "文件的属性为只读"
        with pytest.raises(FileReadOnly, match="文件的属性为只读"):
            opened.save()


@pytest.mark.skipif(
    not rights_bind(), reason="the rights of folders do not bind this user, and no setpriv is there"
)
def test_a_file_in_a_read_only_folder_is_opened_for_reading(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from model.file.office_file import OfficeFile
opened = OfficeFile.open(Path(sys.argv[1]))
print(opened.read_only, opened.reason, len(opened.reports))
"""
    path.parent.chmod(0o555)
    code, said, complaint = outcome(program, path, unprivileged=True)
    path.parent.chmod(0o755)
    assert code == 0, complaint
    assert said == "True 文件所在文件夹不能写入（没有写入权限，请另存到其他文件夹） 2"


def test_a_path_of_250_characters_and_a_long_name_work_throughout(tmp_path: Path) -> None:
    folder = tmp_path / ("d" * (249 - len(str(tmp_path)) - 90))
    folder.mkdir()
    for name in ("f" * 84 + ".xxgk", "长" * 83 + ".xxgk"):
        with office_file(folder / name) as opened:
            receive(opened, 2)
            opened.write_crash_copy()
            opened.save()
        assert received(reread(folder / name)) == 2


def test_a_link_is_followed_and_stays_a_link(path: Path) -> None:
    link = path.with_name("快捷.xxgk")
    link.symlink_to(path)
    with OfficeFile.open(link) as opened:
        receive(opened, 3)
        opened.save()
    assert link.is_symlink()
    assert received(reread(path)) == 3


def test_a_new_file_takes_no_other_files_place(path: Path) -> None:
    with pytest.raises(FileTaken):
        new_file(path, OFFICE)
    with office_file(path.with_name("另一个.xxgk")) as other:
        with pytest.raises(FileTaken):
            other.save_as(path)
        other.save_as(path, overwrite=True)
        assert list(reread(path).reports) == [2024]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("长" * 90 + ".xxgk", "名称或路径太长"),
        ("a\0b.xxgk", "名称中有不能使用的字符"),
        ("\ud800.xxgk", "名称中有不能使用的字符"),
        ("gone/年报.xxgk", "文件夹已不存在"),
        ("folder", "那里是一个文件夹|文件的属性为只读"),
    ],
)
@pytest.mark.parametrize("overwrite", [True, False])
def test_a_name_that_cannot_be_is_told_and_leaves_nothing(
    path: Path, name: str, words: str, overwrite: bool
) -> None:
    (path.parent / "folder").mkdir()
    before = sorted(path.parent.iterdir())
    with OfficeFile.unsaved(Content({"office": OFFICE})) as opened:
        opened.add(report_on(2024, 3))
        with pytest.raises(OfficeFileError, match=words + "|已有名为“folder”的文件"):
            opened.save_as(path.parent / name, overwrite=overwrite)
        assert received(opened) == 3
    assert sorted(path.parent.iterdir()) == before


def test_saving_over_a_file_that_somebody_has_open_is_refused(path: Path) -> None:
    with OfficeFile.open(path), office_file(path.with_name("另一个.xxgk")) as other:
        with pytest.raises(FileReadOnly, match="正在编辑"):
            other.save_as(path, overwrite=True)
        assert other.path == path.with_name("另一个.xxgk")
        assert not other.read_only


def test_saving_under_another_name_moves_the_lock(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        opened.save_as(path.with_name("另存.xxgk"))
        with OfficeFile.open(path) as old, OfficeFile.open(path.with_name("另存.xxgk")) as new:
            assert not old.read_only
            assert new.read_only


def test_saving_under_a_name_that_fails_keeps_the_old_one(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        with pytest.raises(OfficeFileError):
            opened.save_as(path.parent / "gone" / "年报.xxgk")
        opened.save()
    assert received(reread(path)) == 5


def test_a_report_without_a_file_needs_a_name_first() -> None:
    with (
        OfficeFile.unsaved(Content({"office": OFFICE})) as opened,
        pytest.raises(FileReadOnly, match="另存为"),
    ):
        opened.save()


def test_a_damaged_file_is_refused_and_mended_from_the_newest_sound_generation(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 12)
        opened.save()
    damaged = path.read_bytes()[:-40]
    path.write_bytes(damaged)
    with pytest.raises(FileDamaged, match="第 "):
        OfficeFile.open(path)
    generation = newest_sound_generation(path)
    assert generation is not None
    with OfficeFile.mend(path, generation) as mended:
        assert received(mended) == 12
        assert mended.path == path
    assert received(reread(path)) == 12
    assert path.with_name("年报（损坏备份）.xxgk").read_bytes() == damaged


def test_a_second_damaged_file_is_put_aside_beside_the_first(path: Path) -> None:
    generation = newest_sound_generation(path)
    assert generation is not None
    for remains in (b"{", b"{ "):
        path.write_bytes(remains)
        OfficeFile.mend(path, generation).close()
    assert path.with_name("年报（损坏备份）.xxgk").read_bytes() == b"{"
    assert path.with_name("年报（损坏备份）2.xxgk").read_bytes() == b"{ "


def test_a_refused_file_leaves_no_lock_behind(path: Path) -> None:
    path.write_bytes(b"{")
    with pytest.raises(FileDamaged):
        OfficeFile.open(path)
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="没有找到"):
        OfficeFile.open(tmp_path / "没有.xxgk")


def test_years_are_added_once_removed_and_listed_in_order(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        opened.add(report_on(2021))
        assert list(opened.reports) == [2021, 2023, 2024]
        with pytest.raises(YearTaken, match="已有 2021 年度报告"):
            opened.add(report_on(2021))
        removed = opened.remove(2023)
        opened.save()
        assert list(reread(path).reports) == [2021, 2024]
        opened.add(removed)
        opened.save()
    assert list(reread(path).reports) == [2021, 2023, 2024]


def test_a_year_that_is_corrected_moves_its_report(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        put(opened.reports[2024], SlotKind.FIELD, "year", 2025)
        opened.save()
        assert list(reread(path).reports) == [2023, 2025]
        put(opened.reports[2025], SlotKind.FIELD, "year", 2023)
        with pytest.raises(YearTaken, match="两份报告的年度都是 2023 年"):
            opened.save()
    assert list(reread(path).reports) == [2023, 2025]


def test_the_offices_data_are_kept_for_new_years(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        put(opened.reports[2024], SlotKind.FIELD, "phone", "0500-6812345")
        opened.save()
        opened.remove(2023)
        opened.remove(2024)
        opened.save()
    with OfficeFile.open(path) as opened:
        assert opened.profile["phone"] == "0500-6812345"
        assert opened.start_year(2025).field("phone") == "0500-6812345"


def test_the_sample_may_be_filed_in_both_years() -> None:
    opened = OfficeFile.open(resources.path("samples/示例.xxgk"))
    assert list(opened.reports) == [2024, 2025]
    for year, report in opened.reports.items():
        outcome = check(Case(report, opened.reports.get(year - 1)))
        assert outcome.verdict == "可以上报", [finding.message for finding in outcome.findings]
        assert str(year) in preamble_of(report)


def test_the_sample_is_never_saved_over() -> None:
    sample = resources.path("samples/示例.xxgk")
    before, beside = sample.read_bytes(), sorted(sample.parent.iterdir())
    with OfficeFile.open(sample) as opened:
        receive(opened, 1000)
        assert opened.path is None
        assert not opened.read_only, "it is there to play with"
        with pytest.raises(FileReadOnly):
            opened.save()
        opened.write_crash_copy()
        opened.crash_copy.discard()
    assert sample.read_bytes() == before
    assert sorted(sample.parent.iterdir()) == beside


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_that_leads_nowhere_is_a_name_that_is_taken(path: Path) -> None:
    """Whoever put it there would have the report written where nobody meant it to be."""
    link, nowhere = path.with_name("另存.xxgk"), path.with_name("别处.xxgk")
    link.symlink_to(nowhere)
    with OfficeFile.open(path) as opened, pytest.raises(FileTaken):
        opened.save_as(link)
    assert not nowhere.exists()


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
@pytest.mark.parametrize("way", ["年报.xxgk", "下级/../年报.xxgk", "链接/年报.xxgk"])
def test_saving_as_itself_by_whatever_way_is_a_save(path: Path, way: str) -> None:
    (path.parent / "下级").mkdir()
    (path.parent / "链接").symlink_to(path.parent)
    with OfficeFile.open(path) as opened:
        receive(opened, 44)
        opened.save_as(path.parent / way)
        assert (opened.path, opened.read_only) == (path, False)
        receive(opened, 45)
        opened.save()
    assert received(OfficeFile.open(path, read_only=True)) == 45


def test_a_file_with_the_highest_number_of_a_save_is_saved_and_opened_again(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        opened.content.origin = opened.content.origin.saved(MOST + 5, "", "", 0)
        for number in (1, 2):
            receive(opened, number)
            opened.save()
    again = OfficeFile.open(path, read_only=True)
    assert (received(again), again.content.origin.save) == (2, MOST)
