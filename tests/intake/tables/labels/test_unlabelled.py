"""Numbers that lost their label are placed by order, else by the sums; where neither tells, they stay open."""

from collections.abc import Mapping, Sequence

from intake.page.flow import Row
from intake.tables.labels.unlabelled import Unlabelled, reading_words, without_labels, words_of
from intake.tables.rows.readings import Reading, best_reading
from model.form import FormTable
from model.form_file import load_form
from model.values import Value
from tests.intake.tables.drawn import entry, grid, lines, table

HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def told(rows: Sequence[Row], of: FormTable | None = None) -> tuple[Reading, Unlabelled]:
    of = of or table()
    reading = best_reading(of, rows)

    def values_at(index: int, place: int) -> Mapping[str, Value] | None:
        keys, values = reading.targets[place].keys, reading.entries[index].values
        if len(keys) != len(values):
            return None
        return {key: int(piece.text) for key, piece in zip(keys, values, strict=True)}

    known: dict[str, Value] = {}
    for index, place in reading.pairs.items():
        known |= values_at(index, place) or {}
    return reading, without_labels(load_form("2021"), of, reading, known, values_at)


def places(rows: Sequence[Row]) -> list[str]:
    reading, found = told(rows)
    return [reading.targets[place].label for place in found.places.values()]


def test_as_many_rows_as_the_form_has_there_are_placed_by_their_order() -> None:
    rows = grid(HEAD, ("1.属于国家秘密", *"1000001"), ("", *"2000002"), ("3.危及“三安全一稳定”", *"3000003"))
    assert places(rows) == ["2.其他法律行政法规禁止公开"]


def test_rows_that_all_have_labels_leave_nothing_open() -> None:
    _, found = told(grid(HEAD, ("1.属于国家秘密", *"1000001"), ("2.其他法律行政法规禁止公开", *"2000002")))
    assert not found.places
    assert not found.ways
    assert not found.loose


def test_fewer_rows_than_the_form_has_and_no_sum_that_tells_stay_open() -> None:
    rows = grid(HEAD, ("1.属于国家秘密", *"1000001"), ("", *"2000002"), ("4.保护第三方合法权益", *"3000003"))
    reading, found = told(rows)
    assert not found.places
    labels = {reading.targets[place].label for place in found.open}
    assert {"2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”"} <= labels


def test_numbers_without_room_between_two_rows_leave_all_rows_open_that_are_not_found() -> None:
    rows = grid(HEAD, ("1.信访举报投诉类申请", *"1000001"), ("", *"2000002"), ("2.重复申请", *"3000003"))
    reading, found = told(rows)
    assert {"（一）予以公开", "4.无正当理由大量反复申请"} <= {reading.targets[at].label for at in found.open}


def test_more_rows_than_the_form_has_are_placed_nowhere() -> None:
    rows = grid(
        HEAD,
        ("1.属于国家秘密", *"1000001"),
        ("", *"2000002"),
        ("", *"4000004"),
        ("3.危及“三安全一稳定”", *"3000003"),
    )
    reading, found = told(rows)
    assert not found.places
    assert "2.其他法律行政法规禁止公开" in {reading.targets[place].label for place in found.open}


def test_numbers_are_told_as_the_source_has_them() -> None:
    assert words_of(entry("1", "", "2", label="")) == "1 □ 2"
    reading = best_reading(table(), grid(("（一）予以公开", *"7520000")))
    assert reading_words(reading, 0, ()) == words_of(reading.entries[0])
    assert "可能是（一）予以公开" in reading_words(reading, 0, (2,))


PRINTED = """申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计
一、本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t0\t5
{}
（一）予以公开\t4\t0\t0\t0\t0\t0\t4"""
"""Print without rules: between its rows one is to be found, and what stands there may be the half of one."""


def test_a_line_with_a_value_for_each_column_is_placed_by_its_order() -> None:
    reading, found = told(lines(PRINTED.format("2\t0\t0\t0\t0\t0\t2")))
    assert [reading.targets[place].label[:2] for place in found.places.values()] == ["二、"]


def test_a_line_with_fewer_values_is_not_placed_unless_sums_tell_it() -> None:
    reading, found = told(lines(PRINTED.format("2\t0\t2")))
    assert not found.places
    assert [reading.targets[place].label[:2] for place in found.open] == ["二、"]


def test_a_total_whose_parts_are_blank_is_not_told_by_any_sum() -> None:
    rows = grid(HEAD, ("3.其他", *"0000000"), ("", *"9000009"))
    reading, found = told(rows)
    assert not found.places
    assert {reading.targets[place].label for place in found.open} == {"（七）总计", "四、结转下年度继续办理"}


def test_a_label_that_ends_above_the_line_with_the_numbers_may_be_a_blank_rows() -> None:
    page = """1.属于国家秘密	1	0	0	0	0	0	1
1.本机关不掌握相关
政府信息
（四）无法提供	2	0	0	0	0	0	2
3.补正后申请内容仍不明确	3	0	0	0	0	0	3"""
    reading, found = told(lines(page))
    assert [reading.entries[index].words for index in found.loose] == [
        "1.本机关不掌握相关政府信息（四）无法提供"
    ]
    assert {"1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作"} <= {
        reading.targets[place].label for place in found.open
    }


def test_numbers_behind_heads_are_no_numbers_of_the_label_above_these() -> None:
    page = """行政许可
第二十条第（六）项
信息内容
本年处理决定数量
7
行政处罚
3"""
    reading, found = told(lines(page), table("disclosure"))
    labels = {index: reading.targets[place].label for index, place in reading.pairs.items()}
    assert [labels[index] for index in found.loose] == ["行政许可"]
    assert [labels[index] for index in found.unsure] == ["行政处罚"]


def test_a_row_below_numbers_that_no_row_is_left_for_is_not_sure() -> None:
    page = "规章\t1\t0\t2\n行政规范性文件\t1\t0\t2\n本年处理决定数量\n0\n行政许可\n3"
    reading, found = told(lines(page), table("disclosure"))
    labels = {index: reading.targets[place].label for index, place in reading.pairs.items()}
    assert "行政许可" in {labels[index] for index in found.unsure}
