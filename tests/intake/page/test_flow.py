"""A page as rows of pieces: a line of text and a row of a table are the same from here on."""

import pytest

from intake.figures import FigureKind
from intake.page.flow import Piece, pieces_of, rows_of
from intake.readers.limits import LONGEST_LINE
from intake.readers.text import read_text
from model.document import Document, Paragraph, Table, TableCell


def texts(line: str) -> list[str]:
    return [piece.text for piece in pieces_of(line)]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("规章\t3\t1\t12", ["规章", "3", "1", "12"]),
        ("规章  3   1　　12", ["规章", "3", "1", "12"]),
        ("规章 3 1 12", ["规章", "3", "1", "12"]),
        ("行政 规范性文件 3 / 12 件", ["行政 规范性文件", "3", "/", "12", "件"]),
        ("收到申请 12 件  答复 8 件", ["收到申请", "12 件", "答复", "8 件"]),
        ("3 1 12", ["3", "1", "12"]),
        ("3 √ 12 0 7 √", ["3", "√", "12", "0", "7", "√"]),
        ("（计 1 条） 3 12 √ 0", ["（计 1 条）", "3", "12", "√", "0"]),
        ("收到 3 件 答复 2 件", ["收到 3 件 答复", "2", "件"]),
        ("规章  3 1", ["规章", "3 1"]),
        ("做好 信息 公开", ["做好 信息 公开"]),
        ("12", ["12"]),
        ("|规章|3||12|", ["规章", "3", "", "12"]),
        ("规章｜3│1┃12", ["规章", "3", "1", "12"]),
        ("规章 | 3 1 | 12", ["规章", "3 1", "12"]),
        ("规章：3，1，12", ["规章", "3", "1", "12"]),
        ("规章：3，，12件", ["规章", "3", "", "12件"]),
        ("行政许可：1,234", ["行政许可", "1,234"]),
        ("规章 A:3，1", ["规章 A", "3", "1"]),
        ("：3，1", ["", "3", "1"]),
        ("A:3，1", ["A:3，1"]),
        ("规章：详见附件", ["规章：详见附件"]),
        ("收到申请：其中规章：3", ["收到申请：其中规章：3"]),
        ("||", ["", ""]),
        ("|", [""]),
    ],
)
def test_a_line_is_parted_at_bars_else_at_gaps_with_the_numbers_at_its_end_apart(
    line: str, pieces: list[str]
) -> None:
    assert texts(line) == pieces
    assert [piece.column for piece in pieces_of(line)] == list(range(len(pieces)))


def test_a_line_too_long_for_a_row_is_one_paragraph() -> None:
    assert len(pieces_of("字 1 " * (LONGEST_LINE // 4))) > 1
    assert len(pieces_of("字 1 " * (LONGEST_LINE // 4 + 1))) == 1


@pytest.mark.parametrize("line", ["|---|:-:|", "+----+----+", "├──┼──┤", "————————", "= = = ==="])
def test_a_line_that_only_draws_is_no_row(line: str) -> None:
    assert [row.text for row in rows_of(read_text(f"甲 1\n{line}\n乙 2"))] == ["甲 1", "乙 2"]


@pytest.mark.parametrize("line", ["— —", "-", "| - | - |"])
def test_a_dash_or_two_are_cells(line: str) -> None:
    assert len(rows_of(read_text(f"甲 1\n{line}"))) == 2


def test_marks_of_markdown_are_no_words() -> None:
    (heading, bold) = rows_of(read_text("## 一、总体情况\n**重点**工作"))
    assert (heading.text, bold.text) == ("一、总体情况", "重点工作")


def test_a_number_in_a_labels_remark_is_no_value() -> None:
    assert [piece.text for piece in pieces_of("主动公开数（相同的信息计 1 条） 条 103")] == [
        "主动公开数（相同的信息计 1 条）", "条", "103",
    ]  # fmt: skip
    assert [piece.text for piece in pieces_of("重大舆情数（同一舆情计 1 次） 次")] == [
        "重大舆情数（同一舆情计 1 次）", "次",
    ]  # fmt: skip
    assert [piece.text for piece in pieces_of("重大舆情数（同一舆情计 1 次）")] == [
        "重大舆情数（同一舆情计 1 次）"
    ]


def test_blank_lines_are_counted_on_both_sides() -> None:
    first, second, third = rows_of(read_text("一\n\n\n二\n三"))
    assert (first.blanks, first.after) == (0, 2)
    assert (second.blanks, second.after) == (2, 0)
    assert third.blanks == 0


@pytest.mark.parametrize(
    ("line", "indented"), [("　　文字", True), ("  文字", True), ("文字", False), (" 文字", False)]
)
def test_a_line_that_begins_with_blanks_is_indented(line: str, *, indented: bool) -> None:
    (row,) = rows_of(Document((Paragraph(line),)))
    assert (row.indented, row.text) == (indented, "文字")


def test_rows_of_a_table_keep_their_places_and_count_on_with_the_lines() -> None:
    table = Table(
        2,
        3,
        (
            TableCell(0, 0, "规章", rowspan=2),
            TableCell(0, 1, "3\n件", colspan=2),
            TableCell(1, 1, "", doubt="图片"),
        ),
    )
    before, upper, lower, after = rows_of(
        Document((Paragraph("表"), table, Paragraph(""), Paragraph("下文")))
    )
    assert [row.number for row in (before, upper, lower, after)] == [0, 1, 2, 3]
    assert [row.table for row in (before, upper, lower, after)] == [-1, 0, 0, -1]
    assert upper.text == "规章　3 件"
    assert upper.pieces == (Piece("规章"), Piece("3\n件", 1, 2))
    assert (upper.columns, after.blanks) == (3, 1)
    assert lower.pieces[0].column == 1
    (second,) = rows_of(
        Document((Table(1, 1, (TableCell(0, 0, "甲"),)), Table(1, 1, (TableCell(0, 0, "乙"),))))
    )[1:]
    assert second.table == 1


def test_a_piece_that_holds_no_text_is_not_blank() -> None:
    assert Piece("").kind is FigureKind.BLANK
    assert Piece("", doubt="图片").kind is FigureKind.MARK
    assert Piece("5", doubt="图片").kind is FigureKind.NUMBER


def test_what_stands_in_a_piece_is_told_short_with_its_doubt() -> None:
    assert Piece("3\n 件", doubt="隐藏行").told == "3 件，隐藏行"
    assert Piece("字" * 80).told == "字" * 80
    assert Piece("字" * 81).told == f"{'字' * 80}…"


def test_a_row_with_one_text_or_a_line_without_bars_may_be_a_heading() -> None:
    table = Table(
        2,
        2,
        (TableCell(0, 0, "一、总体情况"), TableCell(0, 1, ""), TableCell(1, 0, "甲"), TableCell(1, 1, "乙")),
    )
    heading, cells = rows_of(Document((table,)))
    assert heading.is_line
    assert not cells.is_line
    plain, barred = rows_of(read_text("总体 情况  如下\n总体 | 情况"))
    assert plain.is_line
    assert not barred.is_line


def test_a_break_in_a_cell_of_markdown_parts_words_and_numbers() -> None:
    (row,) = rows_of(Document((Paragraph("| 商业<br>企业 | 36<br/>38 |"),)))
    assert [piece.text for piece in row.pieces] == ["商业 企业", "36 38"]


def test_a_number_in_a_cell_over_several_rows_is_doubtful_in_each_of_them() -> None:
    cells = (
        TableCell(0, 0, "规章"), TableCell(0, 1, "3", rowspan=2), TableCell(0, 2, "4"),
        TableCell(1, 0, "行政规范性文件"), TableCell(1, 2, "5"),
    )  # fmt: skip
    first, second = rows_of(Document((Table(2, 3, cells),)))
    assert [piece.told for piece in first.pieces] == ["规章", "3，几行合并的格", "4"]
    assert [piece.told for piece in second.pieces] == ["行政规范性文件", "几行合并的格‘3’", "5"]


def test_words_in_a_numbers_place_over_several_rows_are_doubtful_and_labels_are_not() -> None:
    cells = (
        TableCell(0, 0, "结果", rowspan=3), TableCell(0, 1, "公开", rowspan=2), TableCell(0, 2, "4"), TableCell(0, 3, "5"),
        TableCell(1, 2, "3"), TableCell(1, 3, "见表", rowspan=2), TableCell(2, 1, "不公开"), TableCell(2, 2, "7"),
        TableCell(3, 0, "结转"), TableCell(3, 2, "0"), TableCell(3, 3, "0"),
    )  # fmt: skip
    rows = rows_of(Document((Table(4, 4, cells),)))
    assert [piece.told for row in rows for piece in row.pieces if piece.doubt] == [
        "见表，几行合并的格",
        "几行合并的格‘见表’",
    ]


def test_words_in_the_first_place_of_numbers_over_several_rows_are_doubtful() -> None:
    cells = (
        TableCell(0, 0, "规章"), TableCell(0, 1, "√", rowspan=2), TableCell(0, 2, "4"),
        TableCell(1, 0, "规范性文件"), TableCell(1, 2, "5"),
        TableCell(2, 0, "行政许可"), TableCell(2, 1, "7"), TableCell(2, 2, "5"),
        TableCell(3, 0, "行政处罚"), TableCell(3, 1, "0"), TableCell(3, 2, "0"),
    )  # fmt: skip
    rows = rows_of(Document((Table(4, 3, cells),)))
    assert [piece.told for row in rows for piece in row.pieces if piece.doubt] == [
        "√，几行合并的格",
        "几行合并的格‘√’",
    ]


def test_a_serial_number_over_several_rows_is_plain() -> None:
    cells = (TableCell(0, 0, "1", rowspan=2), TableCell(0, 1, "规章"), TableCell(1, 1, "行政规范性文件"))
    assert not any(piece.doubt for row in rows_of(Document((Table(2, 2, cells),))) for piece in row.pieces)


def test_a_bracket_that_goes_on_in_the_line_below_leaves_a_rows_numbers_to_it() -> None:
    assert [piece.text for piece in pieces_of("（区分处理的，只计这一情形 4 0 1")] == [
        "（区分处理的，只计这一情形",
        "4",
        "0",
        "1",
    ]
    assert [piece.text for piece in pieces_of("收费（同类计 1 次） 4")][-1] == "4"
    assert len(pieces_of("收费（同类计 1 次） 4")) == 2


def test_a_style_that_never_ends_is_words_in_no_time() -> None:
    line = "[规章]{" + "=" * 200_000
    (row,) = rows_of(Document((Paragraph(line),)))
    assert row.text == line


def test_a_tab_before_a_cell_on_a_line_of_its_own_is_no_blank_cell() -> None:
    copied = rows_of(read_text("规章\n\t3\n\t0\n\t12"))
    filled_up = rows_of(read_text("规章\t3\t0\t12\n\t4\t0\t12\n\t5"))
    assert [len(row.pieces) for row in copied] == [1, 1, 1, 1]
    assert [len(row.pieces) for row in filled_up] == [4, 4, 2]
