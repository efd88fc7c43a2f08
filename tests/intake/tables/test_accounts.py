"""A number that has not surely found its cell leaves open the cells that it may belong to: none of them is missing."""

from intake.tables.placing import find
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines, table

HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def states(rows: str, row: str) -> set[str]:
    found = find(load_form("2021"), table(), lines(rows))
    return {state.value for key, state in found.states.items() if key.split(".")[1] == row}


def test_beside_numbers_that_do_not_fill_their_row_in_lines_the_next_row_is_open() -> None:
    rows = f"""{"  ".join(HEAD)}
（一）予以公开  1  0  0  0  0  0  1
1.属于国家秘密  0  2  约
4  0  0  3
3.危及“三安全一稳定”  0  0  0  0  0  0  0"""
    assert states(rows, "refused_state_secret") == {"doubtful"}
    assert states(rows, "refused_by_law") == {"doubtful"}
    assert states(rows, "granted") == {"read"}


def test_where_all_numbers_have_their_rows_what_the_source_lacks_is_missing() -> None:
    found = find(
        load_form("2021"), table(), grid(HEAD, ("（一）予以公开", *"1000001"), ("1.属于国家秘密", *[""] * 7))
    )
    missing = {key.split(".")[1] for key, state in found.states.items() if state == "missing"}
    assert missing == {"refused_state_secret"}


def test_a_number_behind_a_label_without_a_place_leaves_the_cell_open() -> None:
    found = find(load_form("2021"), table("disclosure"), lines("行政许可 5\n行政强制 0\n行政事业性收费 (3)"))
    assert found.states["disclosure.fees.amount"] == "doubtful"
    assert any("3" in line for line in found.unread)


def test_a_number_of_the_line_below_does_not_stand_for_one_behind_a_label() -> None:
    page = "行政许可 (0)\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 0\n行政强制 0"
    found = find(load_form("2021"), table("disclosure"), lines(page))
    assert found.states["disclosure.licences.decisions"] == "doubtful"
    assert found.states["disclosure.coercive_measures.decisions"] == "read"


def test_two_whole_labels_above_one_row_of_numbers_leave_both_rows_open() -> None:
    rows = f"""{"  ".join(HEAD)}
3.危及“三安全一稳定”
0  0  0  0  0  0  0
（三） 4.保护第三方合法权益
不予公开 5.属于三类内部事务信息
5  0  0  0  0  0  5
6.属于四类过程性信息
0  0  2  0  0  0  2"""
    assert states(rows, "refused_third_party") == {"doubtful"}
    assert states(rows, "refused_internal_affairs") == {"doubtful"}
