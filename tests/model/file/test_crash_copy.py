"""What was edited since the last save survives the end of the program and is offered at the next start."""

import errno
import os
from pathlib import Path

import pytest

from model.errors import CannotWrite
from model.file import crash_copy, safe_read
from model.file.crash_copy import CrashCopyWriter, find_crash_copy, unsaved_copies
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.safe_write import beside, ending_in_the_making
from model.file.user_folder import unsaved_folder
from model.report import SlotKind
from tests.children import kill, outcome, rights_bind, start
from tests.offices import RECEIVED, office_file, put, receive, received, report_on

EDITED_AND_LEFT = """
import sys
from pathlib import Path
from model.file.office_file import OfficeFile
from tests.offices import receive
opened = OfficeFile.open(Path(sys.argv[1]))
receive(opened, 77)
opened.write_crash_copy()
"""
EDITING = """
import sys
from pathlib import Path
from model.file.office_file import OfficeFile
from tests.offices import receive
opened = OfficeFile.open(Path(sys.argv[1]))
receive(opened, 77)
opened.write_crash_copy()
print("edited", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = office_file(tmp_path / "年报.xxgk")
    made.close()
    return tmp_path / "年报.xxgk"


def test_an_edit_survives_a_kill_and_is_offered(path: Path) -> None:
    child = start(EDITING, path)
    assert child.stdout is not None
    assert child.stdout.readline() == "edited\n"
    kill(child)
    with OfficeFile.open(path) as opened:
        assert not opened.read_only
        assert received(opened) is None, "the file itself is as it was saved"
        assert opened.recovery is not None
        opened.restore(opened.recovery.content)
        assert received(opened) == 77
        assert opened.dirty
        opened.save()
    assert find_crash_copy(path) is None, "a save discards it"
    assert not beside(path, "crash").exists()


def test_the_copy_of_a_living_window_is_not_offered_to_a_second_one(path: Path) -> None:
    child = start(EDITING, path)
    assert child.stdout is not None
    child.stdout.readline()
    with OfficeFile.open(path) as second:
        assert second.read_only
        assert second.recovery is None
    kill(child)


def test_a_copy_that_says_what_the_file_says_is_not_offered(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        opened.write_crash_copy()
    assert find_crash_copy(path) is None


@pytest.mark.parametrize("ahead", [-86400, 86400])
def test_no_clock_decides_what_is_offered(path: Path, ahead: int) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    when = path.stat().st_mtime + ahead
    os.utime(path, (when, when))
    with OfficeFile.open(path) as again:
        assert again.recovery is not None
        assert again.recovery.content.reports[2024].value(RECEIVED) == 5


def test_a_copy_that_a_later_save_goes_beyond_is_not_offered(path: Path) -> None:
    """Killed between a save and the removal of its crash copy: what is in the copy is in the file."""
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
        left = beside(path, "crash").read_bytes()
        receive(opened, 6)
        opened.save()
    beside(path, "crash").write_bytes(left)
    with OfficeFile.open(path) as again:
        assert again.recovery is None


SAVED_AND_KILLED = """
import os, signal, sys
from pathlib import Path
from model.file.office_file import OfficeFile
from tests.offices import receive
opened = OfficeFile.open(Path(sys.argv[1]))
receive(opened, 77)
opened.write_crash_copy()
receive(opened, 78)
opened.save()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_copy_that_was_saved_is_offered_nowhere_though_its_writer_had_no_time_to_remove_it(
    path: Path,
) -> None:
    outcome(SAVED_AND_KILLED, path)
    assert beside(path, "crash").exists()
    assert unsaved_copies() == ()
    with OfficeFile.open(path) as opened:
        assert received(opened) == 78
        assert opened.recovery is None
        receive(opened, 79)
        opened.save()
    assert not list(path.parent.glob(".~*"))


def test_a_copy_that_was_saved_is_offered_nowhere_though_its_file_has_another_name(path: Path) -> None:
    outcome(SAVED_AND_KILLED, path)
    path.rename(path.with_name("改名.xxgk"))
    assert unsaved_copies() == ()


def test_edits_after_a_save_that_was_not_cleared_up_are_offered(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        for number in (5, 6):
            receive(opened, number)
            opened.write_crash_copy()
            if number == 5:
                opened.save()
    (listed,) = unsaved_copies()
    assert listed.content.reports[2024].value(RECEIVED) == 6
    with OfficeFile.open(path) as again:
        assert again.recovery is not None
        assert again.recovery.content.reports[2024].value(RECEIVED) == 6


def test_a_copy_of_what_was_undone_before_the_save_goes_with_it(path: Path) -> None:
    """Nothing was saved that could tell that the copy is out of date."""
    with OfficeFile.open(path) as opened:
        receive(opened, 4)
        opened.save()
        receive(opened, 5)
        opened.write_crash_copy()
        receive(opened, 4)
        opened.save()
        assert not beside(path, "crash").exists()
        assert unsaved_copies() == ()


def test_a_copy_is_offered_though_somebody_else_has_saved_since(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
        left = beside(path, "crash").read_bytes()
    beside(path, "crash").unlink()
    with OfficeFile.open(path) as other:
        put(other.reports[2024], SlotKind.TEXT, "overview", "别人写的。")
        other.save()
    beside(path, "crash").write_bytes(left)
    with OfficeFile.open(path) as again:
        assert again.recovery is not None
        assert again.recovery.content.reports[2024].value(RECEIVED) == 5


def crashed(path: Path, number: int) -> None:
    """Leave a crash copy of the file, as a dead program does."""
    with OfficeFile.open(path) as opened:
        receive(opened, number)
        opened.write_crash_copy()


def test_a_copy_is_found_after_the_file_was_renamed(path: Path) -> None:
    crashed(path, 5)
    with OfficeFile.open(path.rename(path.with_name("改名.xxgk"))) as opened:
        assert opened.recovery is not None
        opened.restore(opened.recovery.content)
        opened.save()
        assert received(opened) == 5
    assert not list(path.parent.glob(".~*"))


def test_a_copy_is_not_offered_with_another_file_under_the_old_name(path: Path) -> None:
    crashed(path, 5)
    path.rename(path.with_name("改名.xxgk"))
    with office_file(path, 2024) as other:
        assert other.recovery is None
        receive(other, 1)
        other.write_crash_copy()
    with OfficeFile.open(path.with_name("改名.xxgk")) as renamed:
        assert renamed.recovery is not None, "the other one's crash copy has not taken its place"
        assert renamed.recovery.content.reports[2024].value(RECEIVED) == 5


def test_a_copy_of_the_original_is_not_offered_with_a_duplicate_of_the_file(path: Path) -> None:
    duplicate = path.with_name("复件.xxgk")
    duplicate.write_bytes(path.read_bytes())
    crashed(path, 5)
    with OfficeFile.open(duplicate) as opened:
        assert opened.recovery is None
    with OfficeFile.open(path) as opened:
        assert opened.recovery is not None


def test_edits_of_a_stick_that_was_pulled_are_found_where_it_comes_back(tmp_path: Path, path: Path) -> None:
    stick = tmp_path / "E"
    stick.mkdir()
    with office_file(stick / "年报.xxgk") as opened:
        receive(opened, 54)
        stick.rename(tmp_path / "F")
        opened.write_crash_copy()
    (kept,) = unsaved_copies()
    assert kept.file == stick / "年报.xxgk"
    with OfficeFile.open(tmp_path / "F" / "年报.xxgk") as again:
        assert again.recovery is not None
        assert again.recovery.content.reports[2024].value(RECEIVED) == 54


def test_a_copy_is_offered_where_the_file_itself_is_gone(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    path.unlink()
    found = find_crash_copy(path)
    assert found is not None
    assert found.content.reports[2024].value(RECEIVED) == 5
    assert found.name.endswith("自动保留的未保存内容")


def test_a_broken_copy_is_not_offered(path: Path) -> None:
    beside(path, "crash").write_bytes(path.read_bytes()[:100])
    assert find_crash_copy(path) is None


@pytest.mark.parametrize("deed", ["keep", "save"])
@pytest.mark.parametrize("for_good", [False, True])
def test_a_copy_that_could_not_be_read_when_it_should_have_been_offered_is_not_lost(
    path: Path, monkeypatch: pytest.MonkeyPatch, deed: str, *, for_good: bool
) -> None:
    """The disk or share fails for a moment, or for as long as the file is open."""
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    copy, read = beside(path, "crash"), safe_read.read_ordinary

    def failing(file: Path, most: int, *, follow: bool = False) -> bytes:
        if file == copy:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(file, most, follow=follow)

    monkeypatch.setattr(crash_copy, "read_ordinary", failing)
    opened = OfficeFile.open(path)
    assert opened.recovery is None
    if not for_good:
        monkeypatch.setattr(crash_copy, "read_ordinary", read)
    receive(opened, 6)
    opened.write_crash_copy() if deed == "keep" else opened.save()
    opened.close()
    monkeypatch.setattr(crash_copy, "read_ordinary", read)
    with OfficeFile.open(path) as again:
        kept = [each.open() for each in again.generations] + [each.content for each in unsaved_copies()]
        kept += [again.content] + ([again.recovery.content] if again.recovery else [])
    assert {5, 6} <= {each.reports[2024].value(RECEIVED) for each in kept if each.reports}


def test_a_copy_can_be_declined(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    found = find_crash_copy(path)
    assert found is not None
    found.discard()
    assert find_crash_copy(path) is None


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_a_copy_may_be_read_by_whom_the_file_may_be_read(path: Path) -> None:
    path.chmod(0o600)
    crashed(path, 5)
    assert beside(path, "crash").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_the_place_of_a_copy_holds_nobody_up(path: Path) -> None:
    os.mkfifo(beside(path, "crash"))
    with OfficeFile.open(path) as opened:
        assert opened.recovery is None


@pytest.mark.skipif(
    not rights_bind(), reason="the rights of folders do not bind this user, and no setpriv is there"
)
def test_where_the_folder_takes_no_copy_the_users_folder_does(path: Path) -> None:
    path.parent.chmod(0o555)
    code, _, complaint = outcome(EDITED_AND_LEFT, path, unprivileged=True)
    path.parent.chmod(0o755)
    assert code == 0, complaint
    assert not beside(path, "crash").exists()
    with OfficeFile.open(path) as opened:
        assert opened.recovery is not None
        assert opened.recovery.content.reports[2024].value(RECEIVED) == 77
        opened.decline_recovery()
    assert find_crash_copy(path) is None


def test_a_copy_that_finds_no_place_at_all_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.touch()
    monkeypatch.setenv("NIANBAO_DATA", str(blocked))
    with pytest.raises(CannotWrite, match="个人数据文件夹"):
        CrashCopyWriter(path.parent / "gone" / "年报.xxgk", unsaved_folder() / "x.xxgk", "ab" * 16).write(
            b"{}"
        )


UNNAMED = """
import sys
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from tests.offices import report_on
opened = OfficeFile.unsaved(Content({"office": "甲"}))
opened.add(report_on(2024, 12))
opened.write_crash_copy()
print("edited", flush=True)
sys.stdin.read()
"""


def test_a_report_that_never_had_a_file_is_offered_too_once_its_window_is_dead() -> None:
    child = start(UNNAMED)
    assert child.stdout is not None
    child.stdout.readline()
    assert unsaved_copies() == ()
    kill(child)
    (found,) = unsaved_copies()
    assert found.content.reports[2024].value(RECEIVED) == 12
    found.discard()
    assert unsaved_copies() == ()
    assert not list(unsaved_folder().iterdir()), "nor is anything else left of the dead window"


def test_what_killed_writers_left_in_the_users_folder_goes() -> None:
    unsaved_folder().mkdir(parents=True)
    ending = ending_in_the_making().replace(str(os.getpid()), str(2**22 + 5), 1)
    left = unsaved_folder() / f".~abc-123456.{ending}"
    left.write_bytes(b"half")
    with OfficeFile.unsaved(Content({"office": "甲"})) as opened:
        opened.add(report_on(2024, 3))
        opened.write_crash_copy()
    assert not left.exists()


def test_saving_an_unnamed_report_discards_its_copy(tmp_path: Path) -> None:
    with OfficeFile.unsaved(Content({"office": "甲"})) as opened:
        opened.add(report_on(2024, 3))
        opened.write_crash_copy()
        opened.save_as(tmp_path / "甲.xxgk")
    assert unsaved_copies() == ()
    assert find_crash_copy(tmp_path / "甲.xxgk") is None


def test_edits_in_a_read_only_window_never_touch_the_copy_of_the_one_who_writes(path: Path) -> None:
    with OfficeFile.open(path) as writer, OfficeFile.open(path) as reader:
        receive(writer, 1)
        writer.write_crash_copy()
        receive(reader, 2)
        reader.write_crash_copy()
        reader.save_as(path.with_name("另存.xxgk"))
    found = find_crash_copy(path)
    assert found is not None
    assert found.content.reports[2024].value(RECEIVED) == 1


def test_a_copy_that_was_offered_but_not_answered_is_kept_among_the_generations(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    with OfficeFile.open(path) as opened:
        offered = opened.recovery
        assert offered is not None
        receive(opened, 6)
        opened.write_crash_copy()
        kept = opened.generations[0]
        assert "未保存的修改" in kept.name
        assert kept.open().reports[2024].value(RECEIVED) == 5
        offered.discard()
    assert find_crash_copy(path) is not None, "declining the old copy leaves the new one"


def test_saving_without_an_answer_keeps_the_offered_copy_too(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    with OfficeFile.open(path) as opened:
        opened.save()
        kept = [generation.open().reports.get(2024) for generation in opened.generations]
        assert 5 in [report.value(RECEIVED) for report in kept if report is not None]


def test_a_declined_copy_goes_into_the_history(path: Path) -> None:
    crashed(path, 5)
    with OfficeFile.open(path) as opened:
        opened.decline_recovery()
        assert opened.generations[0].open().reports[2024].value(RECEIVED) == 5
    assert find_crash_copy(path) is None


def test_a_file_that_opens_for_reading_only_is_offered_its_copy_too(path: Path) -> None:
    crashed(path, 5)
    path.chmod(0o444)
    with OfficeFile.open(path) as opened:
        assert opened.read_only
        assert opened.recovery is not None
