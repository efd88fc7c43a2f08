"""The log: steps, kinds and places; never a name, a number or a word of a report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.errors import AssistantError
from model.file.logbook import LOG, MOST_BYTES, begin, last_lines, log_file, note_error
from model.file.user_folder import VARIABLE


@pytest.fixture(autouse=True)
def _log_of_its_own() -> Iterator[None]:
    former = LOG.handlers[:]
    yield
    for handler in set(LOG.handlers) - set(former):
        handler.close()
    LOG.handlers[:] = former


def refused() -> AssistantError:
    try:
        raise AssistantError("云溪县林业局的 3119 件")
    except AssistantError as error:
        return error


def test_before_it_is_begun_the_log_goes_nowhere() -> None:
    LOG.warning("nothing")
    assert last_lines() == ""


def test_steps_are_logged_with_their_time() -> None:
    begin()
    LOG.info("start: %s", "1.0")
    assert last_lines().endswith("INFO start: 1.0")


def test_an_error_is_told_by_kind_and_place_without_its_words() -> None:
    begin()
    note_error(refused())
    assert "AssistantError" in last_lines()
    assert "tests/model/file/test_logbook.py" in last_lines()
    assert "云溪" not in last_lines()
    assert "3119" not in last_lines()
    assert str(Path.home()) not in last_lines()


def test_a_long_log_is_put_aside_when_the_program_starts() -> None:
    begin()
    LOG.info("x" * MOST_BYTES)
    begin()
    LOG.info("anew")
    assert last_lines().endswith("anew")
    assert len(last_lines()) < 100
    assert log_file().with_suffix(".old.log").stat().st_size > MOST_BYTES


def test_where_the_users_folder_takes_no_file_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    monkeypatch.setenv(VARIABLE, str(taken))
    begin()
    LOG.info("nowhere")
    assert last_lines() == ""
