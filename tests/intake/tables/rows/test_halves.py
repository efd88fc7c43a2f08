"""A table whose second half stands beside the first is read as if it stood below."""

from collections.abc import Sequence

from intake.tables.placing import find
from intake.tables.rows.halves import one_below_the_other
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines, table

HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
LEFT = ("（一）予以公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开")
RIGHT = ("1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物")


def halves(values: Sequence[str] = "1000001") -> list[Sequence[str]]:
    pairs = zip(LEFT, RIGHT, strict=True)
    return [(*HEAD, *HEAD), *((left, *values, right, *"2000002") for left, right in pairs)]


def test_each_half_gives_its_rows() -> None:
    found = find(load_form("2021"), table(), grid(*halves()))
    assert found.values["applications.refused_state_secret.natural_person"] == 1
    assert found.values["applications.declined_repeat.total"] == 2
    assert {found.states[f"applications.{row}.total"] for row in ("granted", "declined_petition")} == {"read"}
    assert not found.unread


def test_the_second_half_stands_below_the_first_in_its_columns() -> None:
    rows = one_below_the_other(table(), grid(*halves()))
    assert [row.pieces[0].text for row in rows] == ["申请人情况", *LEFT, "申请人情况", *RIGHT]
    assert {row.columns for row in rows} == {len(HEAD)}
    assert rows[-1].pieces[-1].column == len(HEAD) - 1


def test_other_tables_and_lines_stay_as_they_are() -> None:
    whole = grid(HEAD, *((label, *"1000001") for label in LEFT))
    assert one_below_the_other(table(), whole) == whole
    text = lines("（一）予以公开 1 0 0 0 0 0 1")
    assert one_below_the_other(table(), text) == text


def test_the_same_heads_on_both_sides_make_halves_though_labels_are_lost() -> None:
    rows = grid((*HEAD, *HEAD), ("（一）予以公开", *"1000001", "", *"2000002"))
    assert [row.pieces[-1].text for row in one_below_the_other(table(), rows)] == ["总计", "1", "总计", "2"]


def test_merged_heads_written_into_each_of_their_places_are_one_on_both_sides() -> None:
    heads = (HEAD[0], HEAD[0], "自然人", *["法人或其他组织"] * 5, "总计")
    rows = one_below_the_other(
        table(), grid((*heads, *heads), ("", "", *"1000001", "", "2.重复申请", *"2000002"))
    )
    assert [[piece.text for piece in row.pieces[:2]] for row in rows][1::2] == [["", ""], ["", "2.重复申请"]]


def test_labels_beside_others_without_numbers_between_make_no_halves() -> None:
    rows = grid(*halves(values=[""] * 7)[1:])
    assert one_below_the_other(table(), rows) == rows


def test_a_page_in_halves_goes_on_so_where_it_has_other_columns_and_few_labels() -> None:
    on = grid(("5.属于三类内部事务信息", "", *"1000001", "3.其他", "", *"2000002"), number=1, start=9)
    rows = one_below_the_other(table(), [*grid(*halves()), *on])
    assert [row.pieces[0].text for row in rows[-2:]] == [RIGHT[-1], "3.其他"]
    assert {row.columns for row in rows if row.table == 1} == {9}
    lost = grid(("", "", *"1000001", "3.其他", "", *"2000002"), number=1, start=9)
    rows = one_below_the_other(table(), [*grid(*halves()), *lost])
    assert rows[-1].pieces[0].text == "3.其他"
    assert one_below_the_other(table(), lost) == lost


def test_a_page_that_is_narrower_has_its_second_half_where_labels_stand_behind_numbers() -> None:
    rows = halves()
    wide = [("", "", *row[:8], "", *row[8:]) for row in rows]
    on = [("", "5.属于三类内部事务信息", *"1000001", "3.其他", *"2000002")]
    found = find(load_form("2021"), table(), [*grid(*wide), *grid(*on, number=1, start=9)])
    assert found.values["applications.refused_internal_affairs.natural_person"] == 1
    assert found.values["applications.other_remaining.total"] == 2


def test_a_nought_that_lacks_in_a_narrower_half_leaves_its_row_doubtful() -> None:
    wide = [(*row, "") for row in halves()]
    on = [("5.属于三类内部事务信息", *"1000001", "3.其他", *"050005")]
    found = find(load_form("2021"), table(), [*grid(*wide), *grid(*on, number=1, start=9)])
    told = {state for key, state in found.states.items() if key.startswith("applications.other_remaining.")}
    assert told == {"doubtful"}


def test_serial_numbers_before_the_labels_of_a_page_begin_no_half() -> None:
    wide = [("序号", *HEAD, "序号", *HEAD), ("1", LEFT[0], *"1000001", "9", RIGHT[0], *"2000002")]
    on = [("2", "", "5.属于三类内部事务信息", *"1000001", "10", "", "3.其他", *"2000002")]
    rows = one_below_the_other(table(), [*grid(*wide), *grid(*on, number=1, start=9)])
    assert [row.pieces[2].text for row in rows if row.table == 1] == ["5.属于三类内部事务信息", "3.其他"]


def test_columns_of_two_years_beside_the_same_labels_are_no_halves() -> None:
    heads = ("", *HEAD[1:], *HEAD[1:])
    rows = grid(heads, *((label, *"1000001", *"2000002") for label in LEFT))
    assert one_below_the_other(table(), rows) == rows
    found = find(load_form("2021"), table(), rows)
    assert {found.states[f"applications.granted.{name}"] for name in ("natural_person", "total")} == {
        "doubtful"
    }
