"""What an open file keeps of its saved states, before a save replaces what is there."""

import signal
from pathlib import Path

import pytest

from model.file import user_folder
from model.file.generations import KEPT
from model.file.history import History
from model.file.office_file import OfficeFile
from tests.children import outcome
from tests.offices import RECEIVED, office_file, receive, received, save_with


@pytest.fixture
def opened(tmp_path: Path) -> OfficeFile:
    return office_file(tmp_path / "年报.xxgk")


def test_the_folder_is_looked_at_anew_only_after_somebody_else_was_there(opened: OfficeFile) -> None:
    path, history, identity = opened.path, History(), opened.content.origin.identity
    assert path is not None
    seen = history.at(path, identity, path)
    last = seen.last_number
    assert history.at(path, identity, path) is seen
    save_with(opened, 1)
    looked = history.at(path, identity, path)
    assert looked is not seen
    assert looked.last_number == last + 1
    assert history.at(path, "0" * len(identity), path) is not looked


def test_a_moved_file_keeps_its_states_and_a_copy_beside_it_begins_with_none(
    opened: OfficeFile, tmp_path: Path
) -> None:
    path, identity = opened.path, opened.content.origin.identity
    assert path is not None
    copy = tmp_path / "复件.xxgk"
    copy.write_bytes(path.read_bytes())
    assert History().at(copy, identity, path).identity != identity
    assert History().at(copy, identity, None).identity == identity
    path.unlink()
    assert History().at(copy, identity, path).identity == identity


def test_before_a_folder_was_looked_at_there_is_nothing_to_clear_up(opened: OfficeFile) -> None:
    save_with(opened, *range(KEPT + 2))
    folder = opened.generations[0].path.parent
    History().clear_up()
    assert len(list(folder.glob("*.xxgk"))) > KEPT


def test_a_copy_made_in_the_file_manager_gets_a_history_of_its_own(
    opened: OfficeFile, tmp_path: Path
) -> None:
    save_with(opened, 1)
    assert opened.path is not None
    (tmp_path / "复件.xxgk").write_bytes(opened.path.read_bytes())
    with OfficeFile.open(tmp_path / "复件.xxgk") as copy:
        save_with(copy, 50)
        assert len(copy.generations) == 1
    assert [g.open().reports[2024].value(RECEIVED) for g in opened.generations[:1]] == [1]


def test_a_state_from_another_computer_is_kept_before_it_is_replaced(
    opened: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_with(opened, 5)
    assert opened.path is not None
    opened.close()
    monkeypatch.setenv(user_folder.VARIABLE, str(tmp_path / "another computer"))
    with OfficeFile.open(opened.path) as here:
        save_with(here, 6, 7)
        kept = [generation.open().reports[2024].value(RECEIVED) for generation in here.generations]
    assert kept == [7, 6, 5]


def test_a_state_whose_saver_was_killed_before_it_was_kept_is_kept_by_the_next(
    opened: OfficeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_with(opened, 1)
    assert opened.path is not None
    program = """
import os, signal, sys
from pathlib import Path
from model.file.generations import Generations
from model.file.office_file import OfficeFile
from model.file.safe_write import ending_in_the_making
from tests.children import outcome
from tests.offices import receive
add = Generations.add
def killed(self, content, origin, digest):
    if origin.save > int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    add(self, content, origin, digest)
Generations.add = killed
opened = OfficeFile.open(Path(sys.argv[1]))
receive(opened, 2)
opened.save()
"""
    opened.close()
    code, _, _ = outcome(program, opened.path, str(opened.content.origin.save))
    assert code == -signal.SIGKILL
    with OfficeFile.open(opened.path) as again:
        assert received(again) == 2
        save_with(again, 3)
        kept = [generation.open().reports[2024].value(RECEIVED) for generation in again.generations[:3]]
    assert kept == [3, 2, 1]


def test_what_somebody_else_has_saved_meanwhile_is_kept_when_it_is_written_over(
    opened: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another computer, say, on which the file went forward by several saves."""
    path = opened.path
    assert path is not None
    carried = tmp_path / "U盘.xxgk"
    carried.write_bytes(path.read_bytes())
    with monkeypatch.context() as there:
        there.setenv("NIANBAO_DATA", str(tmp_path / "other computer"))
        with OfficeFile.open(carried) as other:
            for number in (40, 41, 42):
                receive(other, number)
                other.save()
    path.write_bytes(carried.read_bytes())
    receive(opened, 5)
    opened.save(overwrite=True)
    kept = [version.open().reports[2024].value(RECEIVED) for version in opened.generations[:2]]
    assert kept == [5, 42]
