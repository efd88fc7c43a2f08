"""What stands of a label below its numbers is read with it, and no part of the next one's."""

from intake.tables.placing import find
from intake.tables.rows.label_ends import with_ends_of_labels
from intake.tables.rows.lines import from_lines
from model.form_file import load_form
from tests.intake.tables.drawn import lines, table


def labels(text: str) -> list[list[str]]:
    return [entry.label for entry in with_ends_of_labels(table(), from_lines(lines(text), -1, 1))]


def test_the_rest_of_a_label_belongs_to_the_row_above_it() -> None:
    text = "2.其他法律行  1  0  0  0  0  0  1\n政法规禁止公开\n4.保护第  2  0  0  0  0  0  2\n三方合法权益"
    assert labels(text) == [["2.其他法律行", "政法规禁止公开"], ["4.保护第", "三方合法权益"]]


def test_a_label_may_stand_on_three_lines_around_its_numbers() -> None:
    text = "5.要求行政机关\n确认或重新  1  0  0  0  0  0  1\n出具已获取信息"
    assert labels(text) == [["5.要求行政机关", "确认或重新", "出具已获取信息"]]


def test_an_open_bracket_is_closed_below() -> None:
    text = "（二）部分公开（区分处理的，  1  0  0  0  0  0  1\n只计这一情形，不计其他情形）"
    assert [len(label) for label in labels(text)] == [2]


def test_a_whole_label_takes_nothing_from_below() -> None:
    text = "（一）予以公开  1  0  0  0  0  0  1\n（三）不予公开\n1.属于国家秘密  2  0  0  0  0  0  2"
    assert labels(text) == [["（一）予以公开"], ["（三）不予公开", "1.属于国家秘密"]]


def test_a_row_without_a_label_behind_the_rest_of_one_has_none() -> None:
    text = "4.保护第  2  0  0  0  0  0  2\n三方合法权益\n3  0  0  0  0  0  3\n6.属于四类过程性信息  4  0  0  0  0  0  4"
    found = find(load_form("2021"), table(), lines(text))
    assert found.values["applications.refused_third_party.total"] == 2
    assert found.values["applications.refused_internal_affairs.total"] == 3
    assert found.values["applications.refused_process_information.total"] == 4


def test_words_for_numbers_do_not_part_a_label_from_its_rest() -> None:
    text = "4.保护第 | 见附表 | 2 | 0 | 0 | 0 | 0 | 2 |\n三方合法权益"
    assert labels(text) == [["4.保护第", "见附表", "三方合法权益"]]
