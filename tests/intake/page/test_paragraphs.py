"""Lines that a source has broken at a width go on with the paragraph above; lines that are paragraphs do not."""

import pytest

from intake.page.flow import Row, rows_of
from intake.page.paragraphs import goes_on, width_of
from intake.readers.text import read_text

FULL = "本年度围绕群众关心的事项公开信息并答疑解惑同"  # 22 characters, as on paper
SHORT = "时做好与申请人的沟通。"


def rows(*lines: str) -> list[Row]:
    return rows_of(read_text("\n".join(lines)))


def continues(above: str, below: str, *, width: float = 22, indents: bool = False) -> bool:
    first, second = rows(above, below)
    return goes_on(first, second, width, indents=indents)


def test_three_full_lines_that_end_amid_a_sentence_show_the_width() -> None:
    assert width_of(rows(FULL, FULL, FULL, SHORT)) == 22
    assert width_of(rows(FULL, FULL, SHORT)) == 0


def test_a_full_line_may_lack_two_characters() -> None:
    assert width_of(rows(FULL, FULL[:-2], FULL[:-1], SHORT)) == 22
    assert width_of(rows(FULL, FULL[:-3], FULL[:-1], SHORT)) == 0


def test_letters_and_digits_are_half_as_wide() -> None:
    line = f"{FULL[:-2]}2024"
    assert width_of(rows(line, line, line)) == 22


def test_lines_that_end_their_sentences_are_paragraphs() -> None:
    sentence = f"{FULL[:-1]}。"
    assert width_of(rows(sentence, sentence, sentence)) == 0
    assert width_of(rows(sentence, sentence, FULL, FULL, FULL)) == 22
    assert width_of(rows(sentence, sentence, FULL, FULL)) == 0, "half of them say nothing"


@pytest.mark.parametrize(("length", "width"), [(14, 0), (15, 15), (80, 80), (81, 0)])
def test_lines_narrower_or_wider_than_any_page_are_paragraphs(length: int, width: float) -> None:
    assert width_of(rows(*["字" * length] * 3)) == width


def test_the_rows_of_a_table_say_nothing_of_the_width() -> None:
    assert width_of([]) == 0
    table = [Row(row.number, row.pieces, 0, row.text) for row in rows(FULL, FULL, FULL)]
    assert width_of(table) == 0


def test_a_line_goes_on_after_a_full_one_that_is_open() -> None:
    assert continues(FULL, SHORT)
    assert continues(FULL[:-2], SHORT)
    assert not continues(FULL[:-3], SHORT)
    assert not continues(FULL, SHORT, width=0)


def test_after_a_full_line_that_ends_a_sentence_the_indents_tell() -> None:
    sentence = f"{FULL[:-1]}。"
    assert not continues(sentence, SHORT)
    assert continues(sentence, SHORT, indents=True)
    assert not continues(sentence, f"　　{SHORT}", indents=True)


def test_a_mark_that_begins_no_line_belongs_to_the_line_above_however_short() -> None:
    assert continues("公开信息", "，并答疑解惑。")
    assert not continues("公开信息", "“并答疑解惑。")


@pytest.mark.parametrize("below", ["二、主动公开", "（一）主动公开", "1.主动公开"])
def test_a_heading_begins_anew(below: str) -> None:
    assert not continues(FULL, below)


def test_a_blank_line_or_a_table_between_parts_two_lines() -> None:
    first, second = rows(FULL, "", SHORT)
    assert not goes_on(first, second, 22, indents=False)
    first, second = rows(FULL, SHORT)
    assert not goes_on(Row(0, first.pieces, 0, FULL), second, 22, indents=False)
    assert not goes_on(first, Row(1, second.pieces, 0, SHORT), 22, indents=False)
    assert not goes_on(first, Row(2, second.pieces, -1, SHORT), 22, indents=False)
