"""Labels below their numbers are not those of the rows below them: where nothing tells which, every cell is doubtful."""

from collections.abc import Sequence

from intake.tables.placing import find
from model.form_file import load_form
from tests.intake.figures import balanced
from tests.intake.tables.drawn import lines, table

REPORT = balanced(4)
COLUMNS = tuple(column.id for column in table().bands[0].columns)
HEADS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
FAULT = "7654321"


def told() -> list[tuple[str, list[str]]]:
    """Label and numbers of each row of the form, one of them mistyped."""
    rows = [row for band in table().bands for row in band.rows if row.id]
    numbers = [[str(REPORT.value(f"applications.{row.id}.{column}")) for column in COLUMNS] for row in rows]
    numbers[5][0] = FAULT
    return [(row.name, values) for row, values in zip(rows, numbers, strict=True)]


def states(rows: Sequence[str]) -> set[str]:
    found = find(load_form("2021"), table(), lines("\n".join((HEADS, *rows))))
    return {state.value for key, state in found.states.items() if found.values.get(key)}


def test_labels_below_their_numbers_are_not_taken_for_those_of_the_rows_below_them() -> None:
    assert states([line for label, values in told() for line in (" ".join(values), label)]) == {"doubtful"}


def test_labels_above_their_numbers_are_heard_though_a_number_is_mistyped() -> None:
    assert "read" in states([line for label, values in told() for line in (label, " ".join(values))])


def test_a_blank_last_row_leaves_those_above_it_certain_where_their_sums_hold() -> None:
    five, none = "5 0 0 0 0 0 5", "0 0 0 0 0 0 0"
    labels = [label for label, _ in told()]
    values = [five if words in (labels[0], labels[2], labels[-2]) else none for words in labels[:-1]]
    shown = [line for pair in zip(labels, values, strict=False) for line in pair]
    assert states([*shown, labels[-1]]) == {"read"}
    assert states([*shown[:-1], none, labels[-1]]) == {"doubtful"}
