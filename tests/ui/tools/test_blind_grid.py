"""In 复核录入 only what was typed is seen, and of the report only what differs."""

import pytest
from pytestqt.qtbot import QtBot

from model.report import Slot, SlotKind
from model.review.recheck import recheck_of
from tests.ui.grid.desk import CARRIED_IN, GRANTED, RECEIVED, session
from ui.desk.session import Session
from ui.grid.marks import Mark
from ui.grid.reading import Look
from ui.tools.blind_grid import BlindGrid, BlindSession, compared_words


@pytest.fixture
def desk() -> Session:
    return session(filled=7)


@pytest.fixture
def blind(desk: Session) -> BlindSession:
    return BlindSession(desk, desk)


@pytest.fixture
def grid(blind: BlindSession, qtbot: QtBot) -> BlindGrid:
    made = BlindGrid(blind, blind.report.form.table("applications"))
    qtbot.addWidget(made)
    return made


def look(grid: BlindGrid, key: str) -> Look:
    return grid.look(grid.sheet.by_key[key])


def typed(blind: BlindSession, key: str, number: int | None) -> None:
    blind.edit([(Slot(SlotKind.CELL, key), number)], "")


def test_before_anything_is_typed_nothing_is_seen(grid: BlindGrid) -> None:
    assert {grid.look(tile).text for tile in grid.sheet.numbers} == {""}


def test_what_agrees_is_ticked_and_what_differs_shows_both(
    grid: BlindGrid, blind: BlindSession, desk: Session
) -> None:
    typed(blind, RECEIVED, 7)
    typed(blind, CARRIED_IN, 8)
    assert (look(grid, RECEIVED).text, look(grid, RECEIVED).mark) == ("7", Mark.TICKED)
    differing = look(grid, CARRIED_IN)
    assert (differing.text, differing.mark, differing.ghost) == ("8", Mark.DIFFERS, "7")
    assert compared_words(desk.report, CARRIED_IN).endswith("：原填 7，复核 8")
    assert desk.report.value(CARRIED_IN) == 7, "the report keeps its number"


def test_a_number_that_changes_afterwards_is_to_be_typed_again(
    grid: BlindGrid, blind: BlindSession, desk: Session
) -> None:
    typed(blind, RECEIVED, 7)
    desk.edit([(Slot(SlotKind.CELL, RECEIVED), 9)], "填写")
    assert (look(grid, RECEIVED).text, look(grid, RECEIVED).mark) == ("", Mark.AGAIN)


def test_a_blank_of_the_paper_is_kept_as_one(blind: BlindSession, desk: Session) -> None:
    blind.type_blank([RECEIVED])
    kept = recheck_of(desk.report, RECEIVED)
    assert kept is not None
    assert kept.value is None
    assert compared_words(desk.report, RECEIVED).endswith("原填 7，复核 空白")


def test_what_is_cleared_is_forgotten(blind: BlindSession, desk: Session) -> None:
    typed(blind, RECEIVED, 7)
    typed(blind, RECEIVED, None)
    assert recheck_of(desk.report, RECEIVED) is None


def test_either_number_can_be_taken_for_right(blind: BlindSession, desk: Session) -> None:
    for key in (RECEIVED, GRANTED):
        typed(blind, key, 8)
    blind.correct(RECEIVED)
    blind.uphold(GRANTED)
    assert (desk.report.value(RECEIVED), desk.report.value(GRANTED)) == (8, 7)
    desk.undo()
    desk.undo()
    assert desk.report.value(RECEIVED) == 7


def test_of_a_report_that_was_left_nothing_is_followed(
    grid: BlindGrid, blind: BlindSession, desk: Session, qtbot: QtBot
) -> None:
    typed(blind, RECEIVED, 7)
    blind.end()
    with qtbot.assertNotEmitted(blind.compared):
        desk.edit([(Slot(SlotKind.CELL, RECEIVED), 9)], "填写")
