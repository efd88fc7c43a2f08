"""What was edited since the last save survives the end of the program and is offered at the next start."""

from pathlib import Path

import pytest

from model.errors import CannotWrite
from model.file.crash_copy import CrashCopyWriter, find_crash_copy, unsaved_copies
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from tests.children import kill, outcome, rights_bind, start
from tests.offices import RECEIVED, office_file, receive, received, report_on

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


def test_a_copy_older_than_the_file_is_not_offered(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    assert find_crash_copy(path) is not None
    path.write_bytes(path.read_bytes() + b" ")
    assert find_crash_copy(path) is None


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


def test_a_copy_can_be_declined(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    found = find_crash_copy(path)
    assert found is not None
    found.discard()
    assert find_crash_copy(path) is None


@pytest.mark.skipif(
    not rights_bind(), reason="the rights of folders do not bind this user, and no setpriv is there"
)
def test_where_the_folder_takes_no_copy_the_users_folder_does(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from model.file.crash_copy import CrashCopyWriter
CrashCopyWriter(Path(sys.argv[1])).write(Path(sys.argv[2]).read_bytes())
"""
    newer = office_file(path.with_name("新.xxgk"), 2023)
    path.parent.chmod(0o555)
    code, _, complaint = outcome(program, path, newer.path or "", unprivileged=True)
    path.parent.chmod(0o755)
    assert code == 0, complaint
    assert not beside(path, "crash").exists()
    found = find_crash_copy(path)
    assert found is not None
    assert list(found.content.reports) == [2023]
    CrashCopyWriter(path).discard()
    assert find_crash_copy(path) is None


def test_a_copy_that_finds_no_place_at_all_is_told(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.touch()
    monkeypatch.setenv("NIANBAO_DATA", str(blocked))
    with pytest.raises(CannotWrite, match="个人数据文件夹"):
        CrashCopyWriter(path.parent / "gone" / "年报.xxgk").write(b"{}")


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
        kept = opened.generations[0].open()
        assert kept.reports[2024].value(RECEIVED) == 5
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


def test_a_declined_copy_is_not_kept(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        receive(opened, 5)
        opened.write_crash_copy()
    with OfficeFile.open(path) as opened:
        before = opened.generations
        assert opened.recovery is not None
        opened.recovery.discard()
        opened.write_crash_copy()
        assert opened.generations == before
