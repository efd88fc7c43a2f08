"""A table in lines that lacks no number: its sums tell each cell, and labels or heads that gainsay them are heard."""

from collections.abc import Iterator, Sequence

from intake.page.flow import rows_of
from intake.readers.text import read_text
from intake.tables.columns.heads import Heads
from intake.tables.labels.whole_order import WholeOrder, in_whole_order
from intake.tables.rows.readings import best_reading
from tests.intake.figures import balanced
from tests.intake.tables.drawn import table

REPORT = balanced(5)
FORM = REPORT.form
COLUMNS = tuple(column.id for column in table().bands[0].columns)


def told() -> list[tuple[str, list[str]]]:
    """Label and numbers of each row of the form."""
    rows = [row for band in table().bands for row in band.rows if row.id]
    return [
        (row.name, [str(REPORT.value(f"applications.{row.id}.{column}")) for column in COLUMNS])
        for row in rows
    ]


def read(lines: Iterator[str] | Sequence[str]) -> WholeOrder | None:
    rows = rows_of(read_text("\n".join(lines)))
    return in_whole_order(FORM, table(), best_reading(table(), rows))


def test_labels_below_their_numbers_do_not_matter() -> None:
    whole = read(f"{' '.join(numbers)}\n{label}" for label, numbers in told())
    assert whole is not None
    rows = {**whole.placed, **whole.reading.pairs}
    assert sorted(rows.values()) == list(range(len(told())))
    for index, place in rows.items():
        assert [piece.text for piece in whole.reading.entries[index].values] == told()[place][1]


def test_a_number_of_a_page_is_left_out() -> None:
    lines = [f"{label} {' '.join(numbers)}" for label, numbers in told()]
    assert read([*lines[:9], "3", *lines[9:]]) is not None


def test_a_number_that_lacks_leaves_all_open() -> None:
    lines = [f"{label} {' '.join(numbers)}" for label, numbers in told()]
    assert read([*lines[:9], lines[9].rsplit(" ", 1)[0], *lines[10:]]) is None


def test_rows_that_do_not_add_up_leave_all_open() -> None:
    lines = [f"{label} {' '.join(numbers)}" for label, numbers in told()]
    label, numbers = told()[0]
    assert read([f"{label} {' '.join([str(int(numbers[0]) + 1), *numbers[1:]])}", *lines[1:]]) is None


def test_labels_beside_their_numbers_in_another_order_leave_all_open() -> None:
    lines = [f"{label} {' '.join(numbers)}" for label, numbers in told()]
    assert read([lines[0], lines[1], lines[3], lines[2], *lines[4:]]) is None


def test_labels_of_siblings_in_another_order_leave_all_open_wherever_they_stand() -> None:
    rows = told()
    swapped = [*rows[:4], rows[5], rows[4], *rows[6:]]
    above = [line for label, numbers in swapped for line in (label, " ".join(numbers))]
    before = [*(label for label, _ in swapped), *(" ".join(numbers) for _, numbers in swapped)]
    assert read(above) is None
    assert read(before) is None


def test_labels_that_a_copy_has_moved_past_numbers_of_others_do_not_matter() -> None:
    rows = [[label, " ".join(numbers)] for label, numbers in told()]
    moved = [row.pop(0) for row in rows[2:4]]
    rows[9] = [*moved, *rows[9]]
    assert read([line for row in rows for line in row]) is not None


def test_a_row_of_the_offices_own_in_the_place_of_another_leaves_all_open() -> None:
    rows = [("7.涉及规划草案" if "执法案卷" in label else label, numbers) for label, numbers in told()]
    assert rows != told()
    assert read([line for label, numbers in rows for line in (label, " ".join(numbers))]) is None


def test_numbers_without_the_labels_of_a_table_are_none() -> None:
    assert read(" ".join(numbers) for _, numbers in told()) is None


def test_heads_in_another_order_are_heard_but_for_that_of_the_total() -> None:
    whole = read(f"{label} {' '.join(numbers)}" for label, numbers in told())
    assert whole is not None
    (index, place), *_ = whole.reading.pairs.items()
    entry, target = whole.reading.entries[index], whole.reading.targets[place]
    names = tuple(name.replace("法人或其他组织", "") for name in target.columns)
    total_first = Heads(order=(names[-1], *names[:-1]))
    assert whole.fit(entry, target, total_first) is not None
    assert whole.fit(entry, target, Heads(order=(names[1], names[0], *names[2:]))) is None


DISCLOSED = [
    "规章 1 0 5", "行政规范性文件 2 0 6", "行政许可 7", "行政处罚 8", "行政强制 9", "行政事业性收费 3",
]  # fmt: skip


def read_disclosed(page: Sequence[str]) -> WholeOrder | None:
    rows = rows_of(read_text("\n".join(page)))
    return in_whole_order(FORM, table("disclosure"), best_reading(table("disclosure"), rows))


def test_where_there_are_no_sums_each_label_stands_right_before_its_numbers() -> None:
    assert read_disclosed(DISCLOSED) is not None
    assert (
        read_disclosed([*DISCLOSED[:4], "行政强制", "本年收费金额（单位：万元）", "9", DISCLOSED[5]]) is None
    )


def test_a_number_in_a_sentence_makes_no_table_whole() -> None:
    assert read_disclosed([*DISCLOSED[:5], "行政事业性收费", "共 35 件，比上年增加 3 件"]) is None
