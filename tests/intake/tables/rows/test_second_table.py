"""A second table begins where rows of the form come again above those that have been."""

from intake.tables.rows.entries import Entry
from intake.tables.rows.second_table import begin_of_second, rows_like
from intake.tables.vocabulary import targets_of
from tests.intake.tables.drawn import entry, table

TARGETS = targets_of(table())
LABELS = tuple(target.label for target in TARGETS)


def rows(*labels: str) -> list[Entry]:
    return [entry("1", label=label) for label in labels]


def test_where_the_rows_come_again_from_the_top_a_second_table_begins() -> None:
    assert begin_of_second(rows(*LABELS[:5], *LABELS[:5]), TARGETS) == 5


def test_one_table_has_no_second() -> None:
    assert begin_of_second(rows(*LABELS), TARGETS) == len(LABELS)


def test_two_rows_that_come_again_are_no_table() -> None:
    assert begin_of_second(rows(*LABELS[:5], *LABELS[:2]), TARGETS) == 7


def test_rows_that_each_come_twice_are_one_table() -> None:
    twice = [label for label in LABELS[:5] for _ in range(2)]
    assert begin_of_second(rows(*twice), TARGETS) == len(twice)


def test_a_label_names_its_row_wherever_it_stands() -> None:
    assert rows_like(entry("1", label=LABELS[7]), TARGETS) == [7]
    assert rows_like(entry("1", label=""), TARGETS) == []


def test_blank_rows_that_come_again_are_a_second_tables_too() -> None:
    again = [entry("", label=label) for label in LABELS[:5]]
    assert begin_of_second([*rows(*LABELS[:9]), *again], TARGETS) == 9


def test_heads_are_no_rows_that_come_again() -> None:
    heads = [Entry(["自然人", "总计"]), Entry(["商业企业", "其他"])]
    assert begin_of_second([*heads, *rows(*LABELS)], TARGETS) == len(heads) + len(LABELS)


def test_heads_that_come_again_behind_the_last_row_begin_a_second_table() -> None:
    heads = "申请人情况 自然人 商业企业 科研机构 其他 总计"
    first = rows(*LABELS)
    second = [entry("3", label=""), *rows("3.要求提供公开出版物")]
    assert begin_of_second([*first, Entry([heads, "附表"]), *second], TARGETS) == len(first)
    on_the_next_page = [*first[:-3], Entry([heads]), *first[-3:]]
    assert begin_of_second(on_the_next_page, TARGETS) == len(on_the_next_page)
