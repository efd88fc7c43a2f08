"""Serial numbers that an office puts before the labels are no numbers of the table."""

from collections.abc import Sequence

from intake.page.flow import Row
from intake.tables.placing import find
from intake.tables.rows.serials import without_serials
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines, table

HEAD = (
    "序号",
    "申请人情况",
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
)
LABELS = (
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "",
    "4.保护第三方合法权益",
    "5.属于三类内部事务信息",
)


def shown(rows: Sequence[Row]) -> list[list[str]]:
    return [[piece.text for piece in row.pieces] for row in without_serials(rows)]


def test_numbers_that_count_the_rows_are_left_out() -> None:
    assert shown(lines("5  甲项  1\n6  乙项  0\n9  丙项  2")) == [["甲项", "1"], ["乙项", "0"], ["丙项", "2"]]


def test_a_row_among_them_without_a_label_has_its_number_left_out_too() -> None:
    assert shown(lines("5  甲项  1\n6  4  0\n7  乙项  0\n8  丙项  2"))[1] == ["4", "0"]


def test_numbers_that_do_not_count_the_rows_stay() -> None:
    for text in ("5  甲项  1\n6  乙项  0", "1  甲项  1\n2  乙项  0\n1  丙项  2\n2  丁项  2"):
        assert shown(lines(text)) == [[piece.text for piece in row.pieces] for row in lines(text)]
    assert shown(lines("5  甲项  1\n8  4  0\n9  乙项  0\n11  丙项  2"))[1] == ["8", "4", "0"]


def test_a_blank_row_that_lost_its_label_has_no_number_in_a_cell() -> None:
    rows = [
        (str(number), label, *(["", *"000002"] if label else [""] * 7))
        for number, label in enumerate(LABELS, 5)
    ]
    found = find(load_form("2021"), table(), grid(HEAD, *rows))
    keys = [key for key in found.values if key.startswith("applications.refused_security_stability.")]
    assert not [found.values[key] for key in keys if found.values[key] is not None]
