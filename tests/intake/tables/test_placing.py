"""Rows find their cells by label, by order and by sums; what cannot be told is doubtful and listed, not missing."""

from collections.abc import Sequence

import pytest

from intake.page.flow import Row
from intake.tables.bars import with_true_cells
from intake.tables.found import Found
from intake.tables.placing import find
from model.form_file import load_form
from model.import_state import ImportState
from tests.intake.tables.drawn import grid, lines, table

HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def read(rows: Sequence[Row], name: str = "applications") -> Found:
    return find(load_form("2021"), table(name), rows)


def row(found: Found, name: str) -> list[object]:
    return [
        found.values.get(key) for key in load_form("2021").cells if key.startswith(f"applications.{name}.")
    ]


def test_a_cell_with_words_is_doubtful_and_told_with_its_place() -> None:
    found = read(grid(("信息内容", "本年处理决定数量"), ("行政许可", "约38")), "disclosure")
    key = "disclosure.licences.decisions"
    assert found.states[key] == "doubtful"
    assert any("行政许可" in line and "约38" in line for line in found.unread)


def test_columns_follow_their_heads() -> None:
    turned = (HEAD[0], HEAD[-1], *HEAD[1:-1])
    assert row(read(grid(turned, ("（一）予以公开", *"7520000"))), "granted") == [5, 2, 0, 0, 0, 0, 7]


def test_numbers_in_columns_of_the_offices_own_leave_a_row_sure_that_adds_up() -> None:
    rows = grid((*HEAD, "上年总计"), ("（一）予以公开", *"5200007", "9"), ("3.其他", *"5200008", "9"))
    found = read(rows)
    assert row(found, "granted") == [5, 2, 0, 0, 0, 0, 7]
    assert found.states["applications.granted.total"] == "read"
    assert found.states["applications.other_remaining.total"] == "doubtful"
    assert any("9" in line for line in found.unread)


def test_a_row_out_of_its_order_keeps_its_numbers_though_a_head_has_its_label() -> None:
    parties = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    found = read(
        grid(parties, ("（七）总计", *"5200007"), ("3.其他", *"1000001"), ("2.重复申请", *"4200006"))
    )
    assert row(found, "handled_total") == [5, 2, 0, 0, 0, 0, 7]
    assert row(found, "other_remaining") == [1, 0, 0, 0, 0, 0, 1]


def test_a_number_that_runs_on_behind_its_label_is_doubtful_and_not_missing() -> None:
    found = read(grid(("信息内容", "本年处理决定数量"), ("行政许可：45",), ("行政处罚", "3")), "disclosure")
    assert found.states["disclosure.licences.decisions"] == "doubtful"


@pytest.mark.parametrize("total", ["总计", "合计", "共计"])
@pytest.mark.parametrize("person", ["自然人", "公民", "个人"])
def test_columns_follow_their_heads_in_other_words_of_the_same(total: str, person: str) -> None:
    turned = (HEAD[0], total, person, *HEAD[2:-1])
    found = read(grid(turned, ("（一）予以公开", *"7520000"), ("3.其他", *"7520000")))
    assert row(found, "granted") == [5, 2, 0, 0, 0, 0, 7]


def test_a_row_without_a_label_is_placed_by_its_order() -> None:
    rows = grid(HEAD, ("1.属于国家秘密", *"1000001"), ("", *"2000002"), ("3.危及“三安全一稳定”", *"3000003"))
    found = read(rows)
    assert row(found, "refused_by_law") == [2, 0, 0, 0, 0, 0, 2]
    assert found.states["applications.refused_by_law.total"] == "placed"


def test_sums_tell_which_of_several_rows_a_label_was_lost_of() -> None:
    rows = grid(
        HEAD,
        ("一、本年新收政府信息公开申请数量", *"1000001"),
        ("", *"4000004"),
        ("3.其他", *"5000005"),
        ("（七）总计", *"5000005"),
        ("四、结转下年度继续办理", *"0000000"),
    )
    found = read(rows)
    assert row(found, "carried_in") == [4, 0, 0, 0, 0, 0, 4]
    assert found.states["applications.carried_in.total"] == "placed"


def test_where_sums_leave_several_rows_these_are_doubtful_and_told() -> None:
    rows = grid(
        HEAD, ("一、本年新收政府信息公开申请数量", *"5000005"), ("3.其他", *"5000005"), ("", *"5000005")
    )
    found = read(rows)
    assert found.states["applications.handled_total.total"] == "doubtful"
    assert any("可能是" in line for line in found.unread)
    assert "可能是" in found.sources["applications.handled_total.total"]


def test_a_doubtful_row_tells_which_numbers_may_be_its_own() -> None:
    page = """1.属于国家秘密\t1\t0\t0\t0\t0\t0\t1
1.本机关不掌握相关
政府信息
（四）无法提供\t2\t0\t0\t0\t0\t0\t2
3.补正后申请内容仍不明确\t3\t0\t0\t0\t0\t0\t3"""
    found = read(lines(page))
    key = "applications.unavailable_needs_creation.total"
    assert found.states[key] == "doubtful"
    assert "2 0 0 0 0 0 2" in found.sources[key]


def test_another_word_for_the_total_is_the_total() -> None:
    assert row(read(grid(HEAD, ("合计", *"5000005"))), "handled_total") == [5, 0, 0, 0, 0, 0, 5]


def test_a_row_is_doubtful_above_numbers_that_no_row_is_left_for() -> None:
    above = ("1.属于国家秘密", "12345", *"00000", "12345")
    below = ("2.其他法律行政法规禁止公开", *"1000001")
    found = read(grid(HEAD, above, ("", "67", *[""] * 5, "67"), below))
    assert found.states["applications.refused_state_secret.total"] == "doubtful"
    assert found.states["applications.refused_by_law.total"] == "read"


def test_the_label_of_an_amount_may_name_another_unit_than_the_form() -> None:
    name = "disclosure"
    cells = ("行政事业性收费", "5000")
    form = load_form("2021")
    (key,) = [key for key, cell in form.cells.items() if cell.kind.name == "MONEY" and key.startswith(name)]
    in_yuan = read(grid(("信息内容", "本年收费金额（单位：万元）"), ("行政事业性收费（元）", "5000")), name)
    as_printed = read(grid(("信息内容", "本年收费金额（单位：万元）"), cells), name)
    assert (str(in_yuan.values[key]), str(as_printed.values[key])) == ("0.5", "5000")


def test_a_row_of_lines_that_does_not_add_up_is_doubtful_and_one_of_a_table_is_left_to_the_rules() -> None:
    states = read(lines("（一）予以公开 5 2 0 0 0 0 8")).states
    assert {states[key] for key in states if key.startswith("applications.granted.")} == {"doubtful"}
    on_grid = read(grid(HEAD, ("（一）予以公开", *"5200008"))).states
    assert {on_grid[key] for key in on_grid if key.startswith("applications.granted.")} == {"read"}


def test_a_row_that_stands_elsewhere_is_known_by_its_label() -> None:
    head = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    rows = grid(("信息内容", "本年处理决定数量"), ("行政许可", "97"), head, ("规章", "3", "1", "12"))
    found = read(rows, "disclosure")
    assert found.values["disclosure.licences.decisions"] == 97
    assert [
        found.values[f"disclosure.regulations.{name}"] for name in ("issued", "repealed", "in_force")
    ] == [3, 1, 12]
    assert found.states["disclosure.regulations.issued"] == "read"


def test_a_label_that_two_rows_have_tells_neither_out_of_its_place() -> None:
    rows = grid(
        HEAD,
        ("四、结转下年度继续办理", *"1000001"),
        ("（一）予以公开", *"2000002"),
        ("（一）予以公开", *"3000003"),
    )
    assert row(read(rows), "granted") == [None] * 7


def test_in_bare_lines_a_label_out_of_its_order_may_be_another_rows() -> None:
    shown = "3.其他|0|0|0|0|0|0|0\n四、结转下年度继续办理|1|0|0|0|0|0|1\n（一）予以公开|2|0|0|0|0|0|2"
    assert row(read(lines(shown)), "granted") == [2, 0, 0, 0, 0, 0, 2]
    bare = read(lines(shown.replace("|", "  ")))
    assert row(bare, "granted") == [None] * 7
    assert bare.states["applications.granted.total"] == "doubtful"


def test_a_row_with_a_blank_whose_total_is_no_sum_of_the_others_is_doubtful() -> None:
    found = read(grid(HEAD, ("（一）予以公开", "7", "", *"00009"), ("（七）总计", "7", "", *"00007")))
    assert found.states["applications.granted.natural_person"] == "doubtful"
    assert found.states["applications.handled_total.natural_person"] == "read"


def test_a_row_out_of_its_order_that_is_not_sure_may_be_the_row_where_it_stands() -> None:
    rows = grid(
        HEAD, ("4.保护第三方合法权益", *"1000001"), ("3.其他", *"80000"), ("6.属于四类过程性信息", *"2000002")
    )
    states = read(rows).states
    stands_there = {states[key] for key in states if key.startswith("applications.refused_internal")}
    assert stands_there == {"doubtful"}


@pytest.mark.parametrize(("before", "between"), [("| ", " | "), ("", "\t")])
@pytest.mark.parametrize("told", [True, False])
def test_full_lines_with_labels_of_different_lengths_tell_where_all_lines_numbers_begin(
    before: str, between: str, told: bool
) -> None:
    texts = [
        "项目|||自然人|法人或其他组织|||||总计|2",
        "||||商业企业|科研机构|社会公益组织|法律服务机构|其他||2",
        "三、本年度办理结果|（一）予以公开||3||0||4|||见说明",
        "|（三）不予公开|1.属于国家秘密|1|0|2|0|0|0|3|含上年",
        "||2.其他法律行政法规禁止公开|1|0|2|0|0|0|3|",
        "||3.危及“三安全一稳定”|1|0|2|0|0|0|3|",
        "四、结转下年度继续办理|||||8|0|9|||见说明",
    ]
    texts[2:2] = ["二、上年结转政府信息公开申请数量|||1|0|2|0|0|0|3|"] if told else []
    text = "\n".join(before + line.replace("|", between) + before[::-1] for line in texts)
    found = read(list(with_true_cells(lines(text))))
    granted, carried_out = ([3, None, 0, None, 4, None, None], [None, None, 8, 0, 9, None, None])
    assert row(found, "granted") == (granted if told else [None] * 7)
    assert row(found, "carried_out") == (carried_out if told else [None] * 7)
    assert (found.states["applications.granted.total"] is ImportState.DOUBTFUL) is not told
