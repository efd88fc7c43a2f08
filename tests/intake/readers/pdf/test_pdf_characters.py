"""Which characters are one word is told by how the file sets them, however far apart, and whatever rules they cross."""

import pytest

from intake.readers.pdf.pdf_characters import Glyph, with_runs

SIZE = 10.0


def words(*pieces: tuple[str, float], gap: float = 0.0, spaced: int = -1) -> list[str]:
    """The words of a line: each piece of text at its place, its characters `gap` of the type size apart.

    `spaced`: the character that the file has a blank before.
    """
    glyphs: list[Glyph] = []
    numbers: list[int] = []
    for number, (text, left) in enumerate(pieces):
        for place, character in enumerate(text):
            begin = left + place * (0.5 + gap) * SIZE
            blank = len(glyphs) == spaced
            glyphs.append(Glyph(character, begin, begin + SIZE / 2, 0, SIZE, SIZE, SIZE, spaced=blank))
            numbers.append(number)
    runs: dict[int, str] = {}
    for glyph in with_runs(glyphs, numbers):
        runs[glyph.run] = runs.get(glyph.run, "") + glyph.text
    return list(runs.values())


@pytest.mark.parametrize("gap", [0.0, 0.3, 1.0, 2.0])
def test_what_is_drawn_at_once_is_one_word_however_far_apart(gap: float) -> None:
    assert words(("1234", 0), gap=gap) == ["1234"]


def test_a_blank_in_the_file_ends_a_word() -> None:
    assert words(("1234", 0), gap=0.5, spaced=2) == ["12", "34"]


def test_digits_farther_apart_than_any_letters_are_no_word() -> None:
    assert words(("12", 0), gap=2.6) == ["1", "2"]


def test_pieces_with_one_gap_throughout_are_one_word() -> None:
    assert words(("1", 0), ("23", 8), ("4", 24), gap=0.3) == ["1234"]
    assert words(("1", 0), ("2", 8), ("3", 16)) == ["123"]


def test_pieces_farther_apart_than_their_own_characters_are_words_of_their_own() -> None:
    assert words(("12", 0), ("34", 14)) == ["12", "34"]
    assert words(("12", 0), ("34", 22), gap=0.3) == ["12", "34"]


def test_single_digits_as_far_apart_as_columns_are_no_word() -> None:
    assert words(*[("0", 20.0 * column) for column in range(7)]) == ["0"] * 7


def test_two_characters_drawn_one_by_one_do_not_show_that_they_are_a_word() -> None:
    assert words(("1", 0), ("2", 8)) == ["1", "2"]
