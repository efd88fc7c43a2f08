"""Plain text line by line; what a browser copied of cells with paragraphs in them is a row again."""

from intake.readers.text import read_text


def lines(text: str) -> list[str]:
    return [block.text for block in read_text(text).paragraphs]


def test_every_line_is_a_paragraph_and_a_blank_one_stays() -> None:
    assert lines("一、总体情况\r\n\r\n全年公开三条。") == ["一、总体情况", "", "全年公开三条。"]


def test_tabs_on_lines_of_their_own_part_the_cells_of_a_row() -> None:
    copied = "规章\n\n\t\n\n3\n\n\t\n\n\u00a0\n\n\t\n\n12\n\n\n\n规范性文件\n\n\t\n\n5"
    assert [line for line in lines(copied) if line] == ["规章\t3\t\u00a0\t12", "规范性文件\t5"]


def test_a_tab_between_paragraphs_without_blank_lines_parts_no_cells() -> None:
    assert lines("第一段。\n\t\n\t第二段。") == ["第一段。", "\t", "\t第二段。"]
