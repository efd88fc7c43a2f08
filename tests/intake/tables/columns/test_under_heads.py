"""Numbers belong to the heads that they stand under; what stands under none leaves the others unsure."""

from dataclasses import replace

from intake.page.flow import Piece, Row
from intake.tables.columns.fit import Fit
from intake.tables.columns.heads import Heads
from intake.tables.columns.under_heads import under_heads, under_heads_of_line
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import targets_of
from model.form_file import load_form
from tests.intake.tables.drawn import GRANTED

WIDTH = len(GRANTED.columns) + 1
HEADS = Heads(
    {name: (place, 1) for place, name in enumerate(GRANTED.columns, 1)},
    order=GRANTED.columns,
    on_grid=True,
    table=0,
    width=WIDTH,
    reach=WIDTH,
)


def placed(
    *values: str, label: str = "（一）予以公开", heads: Heads = HEADS, columns: int = WIDTH
) -> Fit | None:
    pieces = tuple(Piece(text, column) for column, text in enumerate((label, *values)))
    row = Row(0, pieces, 0, "", columns=columns)
    values_of = [piece for piece in pieces[1 if label else 0 :] if piece.text != "√"]
    return under_heads(Entry([label], values_of, [row], placed=True), GRANTED, heads, adds_up=True)


def texts(fit: Fit | None) -> list[str | None] | None:
    return None if fit is None else [piece.text if piece else None for piece in fit.pieces]


def test_each_number_is_its_heads() -> None:
    found = placed(*"1200003")
    assert texts(found) == [*"1200003"]
    assert found is not None
    assert found.sure


def test_a_number_behind_all_heads_leaves_the_row_unsure_unless_it_adds_up() -> None:
    rows = [placed(*"1200004", "9", columns=WIDTH + 1), placed(*"1200003", "9", columns=WIDTH + 1)]
    assert [row is not None and row.sure for row in rows] == [False, True]
    assert texts(rows[0]) == [*"1200004"]


def test_a_row_shorter_than_its_heads_is_unsure_though_the_forms_own_end_before() -> None:
    heads = Heads(HEADS.places, HEADS.order, on_grid=True, table=0, width=WIDTH + 1, reach=WIDTH + 1)
    found = placed(*"1200004", heads=heads, columns=WIDTH + 1)
    assert found is not None
    assert not found.sure


def test_words_under_a_head_stand_for_its_number_though_they_look_like_the_labels() -> None:
    assert texts(placed("√", *"200002")) == ["√", *"200002"]


def test_a_mark_for_nothing_under_a_head_of_other_rows_is_no_number_of_this_one() -> None:
    heads = replace(
        HEADS, places={**HEADS.places, "本年处理决定数量": (WIDTH, 1)}, width=WIDTH + 1, reach=WIDTH + 1
    )
    fit = placed(*"1200003", "/", heads=heads, columns=WIDTH + 1)
    assert texts(fit) == [*"1200003"]
    assert fit is not None
    assert fit.sure
    under_none = placed(*"1200004", "/", heads=replace(heads, places=HEADS.places), columns=WIDTH + 1)
    assert under_none is None or not under_none.sure


RULES = targets_of(load_form("2019").table("disclosure"))[0]
"""A row of three columns that make no sum."""


def on_line(*values: str, heads: dict[str, tuple[int, int]]) -> Fit:
    pieces = tuple(Piece(text, column) for column, text in enumerate(("规章", *values)))
    row = Row(0, pieces, -1, "", columns=len(pieces))
    by_order = Fit(tuple(piece if piece.text else None for piece in pieces[1:4]))
    return under_heads_of_line(
        Entry(["规章"], list(pieces[1:]), [row], placed=True), RULES, Heads(heads), by_order
    )


def test_on_a_line_a_number_under_another_columns_head_is_that_columns_and_unsure() -> None:
    found = on_line("4", "12", "", "", heads={"对外公开总数量": (2, 1)})
    assert texts(found) == [None, None, "12"]
    assert not found.sure


def test_on_a_line_what_stands_under_its_own_heads_stays_as_it_is() -> None:
    found = on_line("4", "5", "12", heads={"本年新制作数量": (1, 1), "对外公开总数量": (3, 1)})
    assert texts(found) == ["4", "5", "12"]
    assert found.sure
