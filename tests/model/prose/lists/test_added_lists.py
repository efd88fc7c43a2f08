"""What stands behind a total may be its list, whatever words open it."""

from model.prose.lists.added_lists import Row, rows_behind
from model.prose.lists.counted_lists import counted_in


def rows(text: str) -> list[Row]:
    """What may be the list of the first number."""
    whole, *behind = counted_in(text)
    return list(rows_behind(text, whole, behind))


def test_a_row_may_end_with_a_sentence_and_go_on_in_the_next() -> None:
    assert [row.counts for row in rows("发布信息95条,网站64条,公众号31条。转载3条。")] == [
        [64, 31],
        [64, 31, 3],
    ]


def test_it_goes_no_further_than_the_next_sentence() -> None:
    assert rows("发布信息95条。渠道畅通。网站64条,公众号31条。") == []


def test_the_sentence_behind_may_hold_it() -> None:
    row, *_ = rows("公开信息23条。发布动态9条,预算6条,其他类8条。")
    assert (row.counts, row.opened, row.closed) == ([9, 6, 8], False, True)


def test_what_makes_up_one_of_the_numbers_is_passed_by() -> None:
    assert [row.counts for row in rows("发布95条,其中网站64条,包括动态60条、公告4条;公众号31条。")] == [
        [64, 31]
    ]


def test_what_does_not_make_it_up_stays() -> None:
    assert [64, 60, 5, 31] in [
        row.counts for row in rows("发布95条,其中网站64条,包括动态60条、公告5条;公众号31条。")
    ]


def test_brackets_are_passed_by() -> None:
    assert [row.counts for row in rows("发布95条（含转载2条）,其中网站64条（均在首页）,公众号31条。")] == [
        [64, 31]
    ]


def test_a_bracket_right_behind_is_all_there_is() -> None:
    row, *_ = rows("建议提案13件（建议答复5件,提案答复8件）。")
    assert (row.counts, row.opened, row.closed) == ([5, 8], True, True)


def test_a_row_may_end_where_something_else_is_counted() -> None:
    first, second = rows("公开信息95条,其中动态60条,公告35条,在线访谈5期。")
    assert (first.counts, first.stopped) == ([60, 35], False)
    assert (second.counts, second.stopped) == ([60, 35, 5], True)


def test_marks_that_part_all_the_numbers_do_not_end_it() -> None:
    assert [20, 9, 4] not in [row.counts for row in rows("公开36条,其中:动态20条;公告9条;预算4条;指南3条。")]


def test_a_number_without_its_unit_is_one_of_the_list() -> None:
    row, *_ = rows("公开信息33条,其中动态20条,意见征集4、预算公开9条。")
    assert (row.counts, row.units) == ([20, 4, 9], {"条"})


def test_what_became_of_cases_is_no_list() -> None:
    assert rows("收到申请20件,办结18件,结转下年2件。") == []
    assert rows("行政复议19件,维持13件,纠正3件。") == []


def test_all_ways_in_which_applications_came_are_all_there_is() -> None:
    row, *_ = rows("收到申请20件,其中当面3件,网上17件。")
    assert row.closed
    row, *_ = rows("收到来信20件,其中当面3件,网上17件。")
    assert not row.closed


def test_a_way_is_no_total_of_the_ways_beside_it() -> None:
    row, *_ = rows("网上申请20件,信函申请8件,当面申请3件。")
    assert not row.closed


def test_nothing_is_the_list_of_the_last_number() -> None:
    assert rows("发布信息95条。") == []
