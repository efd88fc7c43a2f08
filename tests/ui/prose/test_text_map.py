"""Places in the kept text and places in the editor are told apart, to the character."""

import pytest

from model.report import Slot, SlotKind
from ui.desk.session import Session
from ui.prose.text_map import TextMap, pieces_of, shown_range, shown_ranges, tokens_of

KEPT = "收到{收到申请总数}件，\U00020bb7办结{办结申请总数}件{没有此项}"


def test_a_text_falls_into_words_and_fields(session: Session) -> None:
    assert [(piece.text, piece.name) for piece in pieces_of(session.report, KEPT)] == [
        ("收到", ""),
        ("{收到申请总数}", "收到申请总数"),
        ("件，\U00020bb7办结", ""),
        ("{办结申请总数}", "办结申请总数"),
        ("件{没有此项}", ""),
    ]


def test_tokens_hold_a_field_together(session: Session) -> None:
    assert tokens_of(session.report, "共{收到申请总数}件") == ("共", "{收到申请总数}", "件")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("收到", (0, 2)),
        ("{收到申请总数}", (2, 3)),
        ("收到申请", (2, 3)),
        ("件，", (3, 5)),
        ("办结", (7, 9)),
        ("件{没", (10, 13)),
        (KEPT, (0, 17)),
    ],
)
def test_a_range_is_found_again_in_the_editor(session: Session, words: str, shown: tuple[int, int]) -> None:
    start = KEPT.index(words) if words != "件{没" else KEPT.rindex(words)
    assert shown_range(session.report, KEPT, start, start + len(words)) == shown


def test_a_place_in_the_editor_is_a_character_of_the_kept_text(session: Session) -> None:
    places = TextMap(session.report, KEPT)
    assert places.size == 17
    found = [places.kept_place(shown) for shown in (0, 2, 3, 5, 7, 9, 10, 17)]
    assert [KEPT[place:][:2] for place in found] == [
        "收到",
        "{收",
        "件，",
        "\U00020bb7办",
        "办结",
        "{办",
        "件{",
        "",
    ]


def test_an_empty_text_has_one_place(session: Session) -> None:
    assert shown_range(session.report, "", 0, 0) == (0, 0)


def test_ranges_of_the_printed_text_are_found_in_the_editor_a_field_being_one_place(session: Session) -> None:
    report = session.report
    report.set((Slot(SlotKind.CELL, key), 100) for key in report.form.entered)
    kept = "𠮷共{收到申请总数}件，新"
    # Printed: 𠮷共600件，新; in the editor 𠮷 takes two places and the field one.
    assert list(shown_ranges(report, kept, [(0, 1), (3, 4), (5, 8)])) == [(0, 2), (3, 4), (4, 7)]
    assert list(shown_ranges(report, kept, [(0, 2)])) == [(0, 3)]
