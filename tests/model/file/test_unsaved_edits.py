"""What is edited between two saves: numbered copies that name the save they stand on, and what was left before."""

from pathlib import Path

import pytest

from model.errors import CannotWrite
from model.file.generations import Generations
from model.file.office_content import Content
from model.file.office_file import OfficeFile
from model.file.safe_write import beside
from tests.offices import RECEIVED, office_file, receive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with office_file(tmp_path / "甲.xxgk") as opened:
        return opened.path or tmp_path


def leave_unsaved(path: Path, number: int) -> None:
    """A session ends without a save and without an answer."""
    with OfficeFile.open(path) as opened:
        receive(opened, number)
        opened.write_crash_copy()


def histories(path: Path) -> list[object]:
    identity = Content.read(path).origin.identity
    kept = [generation.open() for generation in Generations(path, identity).list()]
    return [report.value(RECEIVED) for content in kept for report in content.reports.values()]


def test_the_copies_of_a_session_are_counted_and_name_the_save_they_stand_on(path: Path) -> None:
    with OfficeFile.open(path) as opened:
        copies = []
        for number in (1, 2):
            receive(opened, number)
            opened.write_crash_copy()
            copies.append(Content.read(beside(path, "crash")).origin)
    assert [copy.copy for copy in copies] == [1, 2]
    assert copies[0].base == copies[1].base != ""
    assert {copy.session for copy in copies} == {copies[0].session}
    assert copies[0].path == str(path)


def test_each_opening_is_a_session_of_its_own(path: Path) -> None:
    with OfficeFile.open(path) as first:
        session = first.edits.session
    with OfficeFile.open(path) as second:
        assert second.edits.session != session


def test_what_is_declined_goes_into_the_history(path: Path) -> None:
    leave_unsaved(path, 7)
    with OfficeFile.open(path) as opened:
        opened.edits.decline()
        assert opened.recovery is None
    assert 7 in histories(path)


def test_what_was_left_goes_into_the_history_before_it_is_written_over(path: Path) -> None:
    leave_unsaved(path, 7)
    leave_unsaved(path, 8)
    assert 7 in histories(path)
    with OfficeFile.open(path) as opened:
        assert opened.recovery is not None
        assert opened.recovery.content.reports[2024].value(RECEIVED) == 8


def test_what_cannot_be_put_into_the_history_is_offered_still(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_unsaved(path, 7)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Generations, "add", full)
    with OfficeFile.open(path) as opened:
        with pytest.raises(CannotWrite, match="没有转存到历史版本"):
            opened.edits.decline()
        assert opened.recovery is not None
