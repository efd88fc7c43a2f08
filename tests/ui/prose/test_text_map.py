"""Places in the kept text and places in the editor are told apart, to the character."""

import pytest

from ui.desk.session import Session
from ui.prose.text_map import pieces_of, shown_range, tokens_of

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


def test_an_empty_text_has_one_place(session: Session) -> None:
    assert shown_range(session.report, "", 0, 0) == (0, 0)
