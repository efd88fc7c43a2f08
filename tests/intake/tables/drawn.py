"""Rows and entries as a page gives them, for tests of what is made of them."""

from collections.abc import Sequence

from intake.page.flow import Piece, Row, pieces_of
from intake.tables.rows.entries import Entry
from intake.tables.vocabulary import targets_of
from model.form import FormTable
from model.form_file import load_form


def table(name: str = "applications") -> FormTable:
    return load_form("2021").table(name)


def lines(text: str) -> list[Row]:
    found = []
    for number, line in enumerate(text.split("\n")):
        pieces = pieces_of(line)
        found.append(Row(number, pieces, -1, line, columns=len(pieces), line=line))
    return found


def grid(*rows: Sequence[str], number: int = 0, start: int = 0) -> list[Row]:
    return [
        Row(start + place, tuple(Piece(text, column) for column, text in enumerate(texts)), number, " ".join(texts),
            columns=len(texts))
        for place, texts in enumerate(rows)
    ]  # fmt: skip


def entry(*values: str, label: str = "（一）予以公开", on_grid: bool = False) -> Entry:
    pieces = tuple(Piece(text, column) for column, text in enumerate(values, 1))
    row = Row(0, pieces, 0 if on_grid else -1, "| " + " | ".join(values), columns=len(values) + 1)
    return Entry([label] if label else [], list(pieces), [row], placed=on_grid)


GRANTED = targets_of(table())[2]
"""The row （一）予以公开, of seven columns, the last of which is the sum of the others."""
