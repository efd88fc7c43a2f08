"""What findings mark in a grid: the cells, the rows and columns that are wrong, and the cell that is suspect."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from model.check import check
from model.findings import Finding, Suggestion
from model.form_file import load_form
from model.levels import Level
from model.outcome import Outcome
from model.rules.rule import Case
from tests.ui.grid.desk import GRANTED, PARTIAL, RECEIVED, session
from ui.grid.marks import LONG_LINE, Mark, marks_of
from ui.grid.shapes import INKS, mark
from ui.grid.sheet import Sheet, sheet_of

FORM = load_form("2021")
SHEET: Sheet = sheet_of(FORM, FORM.table("applications"), controls=False)


def outcome(*findings: Finding) -> Outcome:
    """An outcome with these findings and no others."""
    return replace(check(Case(session(filled=0).report)), findings=findings)


def test_the_heavier_of_two_findings_is_shown() -> None:
    found = outcome(
        Finding("T3.4", Level.EXPLAIN, "", (GRANTED,)),
        Finding("C1", Level.ERROR, "", (GRANTED,)),
        Finding("W1", Level.WARNING, "", (PARTIAL,)),
    )
    assert marks_of(found, SHEET).cells == {GRANTED: Mark.ERROR, PARTIAL: Mark.WARNING}


def test_hints_blanks_and_what_was_explained_are_not_marked() -> None:
    found = outcome(
        Finding("I1", Level.HINT, "", (GRANTED,)),
        Finding("C3", Level.ERROR, "", (PARTIAL,)),
        Finding("T3.4", Level.EXPLAIN, "", (RECEIVED,), explanation="专项清理。"),
    )
    assert marks_of(found, SHEET).cells == {}


def test_of_a_long_line_only_the_total_is_marked() -> None:
    keys = tuple(tile.key for tile in SHEET.numbers[: LONG_LINE + 1])
    assert set(marks_of(outcome(Finding("T3.2", Level.ERROR, "", keys)), SHEET).cells) == {keys[0]}


def test_a_sum_along_one_line_marks_that_line() -> None:
    marks = marks_of(outcome(Finding("T3.3", Level.ERROR, "", (GRANTED, RECEIVED))), SHEET)
    assert marks.columns == {SHEET.by_key[GRANTED].column}
    assert marks.rows == frozenset()


def test_what_an_error_suggests_is_suspect_but_not_what_may_be_true() -> None:
    offers = (Suggestion(PARTIAL, 1, 2, "数字误录"),)
    found = outcome(Finding("T3.3", Level.ERROR, "", (GRANTED,), suggestions=offers))
    assert marks_of(found, SHEET).cells[PARTIAL] is Mark.SUSPECT
    found = outcome(Finding("T3.4", Level.EXPLAIN, "", (GRANTED,), suggestions=offers))
    assert PARTIAL not in marks_of(found, SHEET).cells


def test_only_what_differs_is_told() -> None:
    one = marks_of(outcome(Finding("C1", Level.ERROR, "", (GRANTED,))), SHEET)
    other = marks_of(outcome(Finding("C1", Level.ERROR, "", (GRANTED, PARTIAL))), SHEET)
    assert one.differing(other) == {PARTIAL}
    assert one.differing(one) == set()


def painted(kind: Mark) -> bytes:
    image = QImage(40, 24, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    mark(painter, QRect(0, 0, 40, 24), kind, QColor("black"), 8)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("kind", [Mark.READ, Mark.WARNING, Mark.EXPLAIN, Mark.ERROR, Mark.SUSPECT])
def test_marks_are_told_apart_by_shape_alone(qtbot: QtBot, kind: Mark) -> None:
    others = {Mark.READ, Mark.WARNING, Mark.EXPLAIN, Mark.ERROR, Mark.SUSPECT} - {kind}
    assert all(painted(kind) != painted(other) for other in others)


def test_every_mark_has_an_ink() -> None:
    assert set(INKS) == set(Mark) - {Mark.NONE}
