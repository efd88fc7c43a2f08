"""The words of a cell: numbers whole, labels in the shapes that official tables have."""

import pytest

from export.typeset.cells import LEADING, PADDING, TIGHT, CellWords, set_cell
from export.typeset.faces import Style, embedded_faces
from export.typeset.fonts import font_book
from model.document import CellRole, TableCell


def cell(
    text: str, width: float, role: CellRole = CellRole.LABEL, rowspan: int = 1, indent: int = 0
) -> CellWords:
    made = TableCell(0, 0, text, role=role, rowspan=rowspan, indent=indent)
    return set_cell(made, width, 10.5, font_book(embedded_faces()))


def told(words: CellWords) -> list[str]:
    return [line.text for line in words.lines]


@pytest.mark.parametrize("number", ["0", "123456", "999999999999", "1208.50"])
@pytest.mark.parametrize("width", [20, 30, 60])
def test_a_number_is_set_smaller_rather_than_broken(number: str, width: float) -> None:
    words = cell(number, width, CellRole.VALUE)
    assert told(words) == [number]
    assert words.lines[0].width <= width - 2 * TIGHT + 0.02
    assert words.size <= 10.5


def test_a_number_that_has_room_keeps_its_size() -> None:
    assert cell("12", 60, CellRole.VALUE).size == 10.5


def test_an_empty_cell_takes_no_room() -> None:
    assert cell("", 40).height == 0


def test_a_narrow_label_down_many_rows_stands_one_character_under_the_other() -> None:
    words = cell("三、本年度办理结果", 20, rowspan=18)
    assert told(words) == ["三、", *"本年度办理结果"]
    assert words.left == pytest.approx((20 - 10.5) / 2 - PADDING)
    assert told(cell("三、办理", 20, rowspan=2)) != told(cell("三、办理", 20, rowspan=18))


def test_an_even_word_in_a_column_of_three_characters_is_broken_in_pairs() -> None:
    room = 3.5 * 10.5 + 2 * TIGHT
    assert told(cell("法律服务机构", room, CellRole.HEAD)) == ["法律", "服务", "机构"]
    assert told(cell("商业企业等", room, CellRole.HEAD)) == ["商业企", "业等"]


def test_a_groups_label_too_long_for_its_line_has_its_number_on_a_line_of_its_own() -> None:
    assert told(cell("（四）无法提供", 4.2 * 10.5 + 2 * PADDING, rowspan=3)) == ["（四）", "无法提供"]
    assert told(cell("（四）无法提供", 8 * 10.5 + 2 * PADDING, rowspan=3)) == ["（四）无法提供"]


def test_an_entry_of_a_list_stands_flush_left_and_tells_a_character_left_alone() -> None:
    words = cell("1.属于国家秘密", 7 * 10.5)
    assert words.left == 0
    narrow = next(
        made for made in (cell("1.属于国家秘密", width) for width in range(90, 40, -1)) if len(made.lines) > 1
    )
    assert narrow.lonely == (len(told(narrow)[-1]) == 1)
    assert narrow.lonely


def test_a_centred_label_may_end_in_one_character() -> None:
    words = cell("行政许可处理", 5 * 10.5 + 2 * PADDING)
    assert told(words)[-1] == "理"
    assert words.left is None
    assert not words.lonely


def test_lines_that_the_form_breaks_are_kept() -> None:
    words = cell("本年\n收到", 200)
    assert told(words) == ["本年", "收到"]
    assert words.height == 2 * 10.5 * LEADING


def test_a_number_wider_than_its_column_fills_it() -> None:
    book = font_book(embedded_faces())
    words = cell("999999999999", 30, CellRole.VALUE)
    assert book.width("999999999999", Style.SONG, words.size) == pytest.approx(30 - 2 * TIGHT)
