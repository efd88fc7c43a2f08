"""Rows go to the table whose words they hold; sentences and other sections' figures go to none."""

from intake.page.flow import Row
from intake.tables.owners import Claims, claimed
from model.form_file import load_form
from tests.intake.tables.drawn import grid, lines

FORM = load_form("2021")
HEAD = ("申请人情况", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
APPLICATIONS = (HEAD, ("（一）予以公开", *"7520000"), ("（七）总计", *"7520000"))
LICENCES = (("信息内容", "本年处理决定数量"), ("行政许可", "38"))


def claims(rows: list[Row], sections: dict[int, str] | None = None) -> Claims:
    return claimed(rows, FORM.tables, sections or {})


def numbers(found: Claims, name: str) -> list[int]:
    return [row.number for row in found.rows[name]]


def test_each_table_gets_its_own_rows_wherever_they_stand() -> None:
    rows = [*grid(*LICENCES), *grid(*APPLICATIONS, number=1, start=2)]
    found = claims(rows)
    assert numbers(found, "disclosure") == [0, 1]
    assert numbers(found, "applications") == [2, 3, 4]
    assert numbers(found, "disputes") == []


def test_a_sentence_with_the_form_s_words_is_no_table() -> None:
    found = claims(lines("全年予以公开7件，其中自然人7件，总计7件。\n本机关严格办理政府信息公开申请。"))
    assert not any(found.rows.values())


def test_a_heading_belongs_to_no_table() -> None:
    section = next(table.section for table in FORM.tables if table.id == "applications")
    rows = [*lines("三、收到和处理政府信息公开申请情况"), *grid(*APPLICATIONS, start=1)]
    assert numbers(claims(rows, {0: section}), "applications") == [1, 2, 3]


def test_a_table_over_a_page_break_is_one() -> None:
    rows = [*grid(*APPLICATIONS[:2]), *grid(APPLICATIONS[2], number=1, start=2)]
    assert numbers(claims(rows), "applications") == [0, 1, 2]


def test_figures_of_a_table_s_section_that_are_not_taken_for_it_are_its_loose_rows() -> None:
    section = next(table.section for table in FORM.tables if table.id == "applications")
    rows = [*lines("三、申请情况"), *grid(("窗口接待", "12"), start=1)]
    found = claims(rows, {0: section})
    assert numbers(found, "applications") == []
    assert [row.number for row in found.loose["applications"]] == [1]
    assert not found.loose["disputes"]


def test_words_that_two_tables_have_belong_to_that_whose_heads_stand_around_them() -> None:
    section = next(table.section for table in FORM.tables if table.id == "disputes")
    heads = "四、复议、诉讼情况\n行政复议\t行政诉讼\n结果 其他 结果 尚未\n总计\t其他\t结果 结果 尚未\n维持 结果 纠正 审结"
    found = claims(lines(f"{heads}\n10\t0\t0\t4\t6"), {0: section})
    assert numbers(found, "disputes") == [1, 2, 3, 4, 5]
    assert not found.rows["applications"]


def test_a_page_without_tables_gives_each_table_nothing() -> None:
    found = claims([])
    assert set(found.rows) == set(found.loose) == {table.id for table in FORM.tables}
    assert not any(found.rows.values())


def test_within_one_table_a_row_of_other_short_words_goes_on_with_it() -> None:
    assert numbers(claims(grid(*LICENCES, ("别的事项", "未统计"))), "disclosure") == [0, 1, 2]


def test_words_behind_the_blank_cells_of_the_last_label_stand_in_a_numbers_place() -> None:
    rows = lines(
        "信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n行政许可 |\n3 |\n0 |\n5 |\n"
        "信息内容 |\n采购项目数量 |\n采购总金额 |\n政府集中采购 |\n|\n见附表 |"
    )
    assert "见附表" in claimed(rows, load_form("2019").tables, {}).rows["disclosure"][-1].text
