"""A table that a source has twice, with other numbers: the first is read, doubtful, and it is said that there are two."""

import pytest

from intake.page.flow import Piece
from intake.readers.html import read_html
from intake.readers.text import read_text
from intake.recognise import Recognition, recognise
from intake.tables.rows.entries import Entry
from intake.tables.rows.readings import Reading, best_reading
from intake.tables.rows.told_again import are_a_table, is_a_table, told_again
from intake.tables.vocabulary import targets_of
from model.compose import compose
from model.document import Document, Paragraph, Table
from model.report import SlotKind
from tests.intake import layouts
from tests.intake.figures import balanced, misread
from tests.intake.tables.drawn import grid, lines, table

WANTED, OTHER = balanced(7), balanced(99)


def page(*tables: str, other: Document | None = None) -> str:
    """The report, behind each of these tables the same of another report."""
    again = {block.id: block for block in (other or compose(OTHER)).blocks if isinstance(block, Table)}
    blocks = []
    for block in compose(WANTED).blocks:
        blocks.append(block)
        if isinstance(block, Table) and block.id in tables:
            blocks += [Paragraph("上一年的情况如下"), again[block.id]]
    return layouts.html(Document(tuple(blocks)))


def doubtful(found: Recognition) -> set[str]:
    states = found.report.of_kind(SlotKind.STATE)
    return {key for key, state in states.items() if state == "doubtful"}


@pytest.mark.parametrize("twice", ["disclosure", "applications"])
def test_the_first_of_two_tables_is_read_and_doubtful(twice: str) -> None:
    found = recognise(read_html(page(twice)))
    told = [doubt for doubt in found.doubts if "不止一张" in doubt]
    assert len(told) == 1
    assert not misread(WANTED, found.report)
    differing = {key for key in misread(WANTED, OTHER) if key.startswith(f"{twice}.")}
    assert differing <= doubtful(found) <= {key for key in WANTED.form.cells if key.startswith(f"{twice}.")}


def test_the_same_table_twice_is_no_other() -> None:
    found = recognise(read_html(page("disclosure", "applications", other=compose(WANTED))))
    assert not found.doubts
    assert not doubtful(found)


def test_one_row_told_twice_is_doubtful_and_no_table() -> None:
    lines = layouts.page(compose(WANTED), layouts.row_a_line)
    row = next(line for line in lines.split("\n") if line.startswith("行政强制"))
    found = recognise(read_text(lines.replace(row, f"{row}\n行政强制 | 40404 ||")))
    assert not found.doubts
    assert doubtful(found) == {"disclosure.coercive_measures.decisions"}
    assert any("40404" in line for line in found.unread)


def test_a_row_that_only_the_second_table_names_may_be_its_own() -> None:
    lines = layouts.page(compose(WANTED), layouts.row_a_line).split("\n")
    end = next(place for place, line in enumerate(lines) if line.startswith("四、结转下年度"))
    others = layouts.page(compose(OTHER), layouts.row_a_line).split("\n")
    begin = next(place for place, line in enumerate(others) if line.startswith("一、本年新收"))
    last = next(place for place, line in enumerate(others) if line.startswith("四、结转下年度"))
    both = [*lines[:end], *others[begin : last + 1], *lines[end + 1 :]]
    found = recognise(read_text("\n".join(both)))
    carried = {key for key in WANTED.form.cells if key.startswith("applications.carried_out.")}
    assert carried <= doubtful(found)


def test_rows_told_twice_are_a_second_table_though_neither_has_a_place() -> None:
    targets = targets_of(table("applications"))
    labels = (["2.重复申请"], ["3.要求提", "供公开出版物"], ["4.无正当理", "由大量反复申请"])
    first = [Entry(label, [Piece("1")]) for label in labels]
    second = [Entry(["".join(label)], [Piece("2")]) for label in labels]
    again = told_again(Reading([*first, *second], targets, {}), {})
    assert is_a_table(again)
    assert set(again) == set(range(len(targets)))
    assert not told_again(Reading([*first, *first], targets, {}), {})


SEVEN = ("1", "0", "0", "0", "0", "0", "1")
BLANK = ("",) * 7


@pytest.mark.parametrize("rows", [(SEVEN, BLANK), (BLANK, SEVEN)])
def test_a_row_that_is_there_again_without_a_number_is_doubtful(rows: tuple[tuple[str, ...], ...]) -> None:
    reading = best_reading(
        table(), grid(("（一）予以公开", *SEVEN), *[("2.重复申请", *values) for values in rows])
    )
    (place,) = told_again(reading, reading.pairs)
    assert reading.targets[place].label == "2.重复申请"


def test_in_lines_a_label_that_stands_twice_above_one_row_of_numbers_is_doubtful() -> None:
    reading = best_reading(
        table(), lines("（一）予以公开 1 0 0 0 0 0 1\n2.重复申请\n2.重复申请 1 0 0 0 0 0 1")
    )
    assert [reading.targets[place].label for place in told_again(reading, reading.pairs)] == ["2.重复申请"]


def test_a_label_of_a_blank_row_that_stands_once_is_not_told_again() -> None:
    reading = best_reading(
        table(), lines("（一）予以公开 1 0 0 0 0 0 1\n1.信访举报投诉类申请\n2.重复申请 1 0 0 0 0 0 1")
    )
    assert not told_again(reading, reading.pairs)


def test_rows_of_no_table_that_name_several_of_its_rows_with_their_numbers_are_the_table_again() -> None:
    labels = ("一、本年新收政府", "二、上年结转政府", "2.其他法律行政法规", "2.重复申请")
    rows = lines("\n".join(f"{label} 1 0 0 0 0 0 1" for label in labels))
    assert are_a_table(rows, table())
    assert not are_a_table(rows[:2], table())
    assert not are_a_table(lines("\n".join(f"{label} 35" for label in labels)), table())
