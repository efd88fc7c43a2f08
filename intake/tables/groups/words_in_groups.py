"""Words in a number's place of a table of groups in lines of text: they are told, and no other number takes the place."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from intake.figures import FigureKind
from intake.page.flow import Row, is_number


def with_words_marked(
    rows: Sequence[Row], count: int, is_head: Callable[[str], bool], is_strange: Callable[[str], bool]
) -> Sequence[Row]:
    """Return the rows with a doubt for words where one of `count` numbers should be: behind all heads, or behind a number.

    Where the page has all its numbers, or more words than numbers are missing, words are remarks.
    """
    pieces = [piece for row in rows for piece in row.filled]
    if any(row.table >= 0 for row in rows):
        return rows
    first = next((place for place, piece in enumerate(pieces) if is_number(piece)), len(pieces))
    heads = [
        place for place, piece in enumerate(pieces[:first]) for word in piece.text.split() if is_head(word)
    ]
    start = heads[-1] + 1 if len(heads) == count else first
    strange = [piece for piece in pieces[start:] if piece.kind is FigureKind.WORDS and is_strange(piece.text)]
    numbers = sum(map(is_number, pieces))
    if not strange or not numbers or numbers + len(strange) > count:
        return rows
    marked = {id(piece) for piece in strange}
    return [
        replace(
            row,
            pieces=tuple(
                replace(piece, text="", doubt=piece.text) if id(piece) in marked else piece
                for piece in row.pieces
            ),
        )
        for row in rows
    ]
