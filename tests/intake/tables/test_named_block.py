"""A block of a table with names in it: what it says by them, whatever of the form's names it lacks."""

from collections.abc import Sequence

import pytest

from intake.tables.found import Found
from intake.tables.named_block import read_block
from model.form_file import load_form
from model.import_state import ImportState

FORM = load_form("2021")
COLUMNS = ("natural_person", "enterprise", "research", "nonprofit", "legal_service", "other", "total")
HEADS = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
GRANTED = ["（一）予以公开", "7", "1", "0", "2", "0", "3", "13"]
PARTIAL = ["部分公开", "5", "0", "1", "0", "0", "0", "6"]


def read(*rows: Sequence[str], table: str = "applications") -> Found:
    found = read_block(FORM, FORM.table(table), rows)
    assert found is not None
    return found


def told(found: Found, row: str) -> list[object]:
    return [found.values.get(f"applications.{row}.{column}") for column in COLUMNS]


@pytest.mark.parametrize("order", [range(8), (0, 7, 1, 2, 3, 4, 5, 6), (0, 3, 2, 1, 6, 5, 4, 7)])
def test_numbers_go_under_the_heads_above_them(order: Sequence[int]) -> None:
    found = read(*([row[place] for place in order] for row in (HEADS, PARTIAL, GRANTED)))
    assert told(found, "granted") == [7, 1, 0, 2, 0, 3, 13]
    assert told(found, "partial") == [5, 0, 1, 0, 0, 0, 6]
    assert set(found.states.values()) == {ImportState.READ}


@pytest.mark.parametrize("width", [8, 7], ids=["with totals", "without"])
def test_rows_without_heads_are_in_the_forms_columns(width: int) -> None:
    found = read(PARTIAL[:width], GRANTED[:width])
    assert told(found, "granted")[: width - 1] == [7, 1, 0, 2, 0, 3, 13][: width - 1]
    assert ImportState.DOUBTFUL not in found.states.values()


def test_rows_without_heads_that_do_not_add_up_are_doubtful() -> None:
    found = read([GRANTED[0], GRANTED[7], *GRANTED[1:7]], PARTIAL)
    assert found.states["applications.granted.natural_person"] is ImportState.DOUBTFUL
    assert found.states["applications.partial.natural_person"] is ImportState.READ


@pytest.mark.parametrize("gone", [1, 3, 6])
def test_rows_without_heads_that_end_with_their_totals_lack_another_column(gone: int) -> None:
    found = read(*([*row[:gone], *row[gone + 1 :]] for row in (PARTIAL, GRANTED)))
    told = {found.states[key] for key, value in found.values.items() if value is not None}
    assert told == {ImportState.DOUBTFUL}


@pytest.mark.parametrize("columns", [(0, 1, 2, 3, 5, 6, 7), (0, 6, 2), (0, 4)])
def test_columns_that_are_not_there_stay_without_a_number(columns: Sequence[int]) -> None:
    row = ["予以公开", "7", "1", "0", "0", "0", "3", "11"]
    found = read([HEADS[place] for place in columns], [row[place] for place in columns])
    assert found.values == {
        f"applications.granted.{COLUMNS[place - 1]}": int(row[place]) for place in columns[1:]
    }


def test_a_blank_row_or_column_beside_its_name_is_no_name() -> None:
    found = read(
        ["项目", "科研机构", "社会公益组织"],
        ["一、本年新收政府信息公开申请数量", "", ""],
        ["予以公开", "", "5"],
    )
    assert found.values == {"applications.granted.nonprofit": 5}


def test_a_single_column_under_its_head_has_the_forms_rows() -> None:
    rows = [row for band in FORM.table("applications").bands for row in band.rows if row.id]
    found = read(["法律服务机构"], *([str(number)] for number in range(len(rows))))
    assert [found.values[f"applications.{row.id}.legal_service"] for row in rows] == list(range(len(rows)))


ROWS = [row.id for band in FORM.table("applications").bands for row in band.rows if row.id]


def column() -> dict[str, int]:
    """The numbers of one column that adds up and balances, by rows."""
    rows = dict.fromkeys(ROWS, 0) | {"received": 9, "granted": 4, "refused_by_law": 2, "carried_out": 3}
    return rows | {"handled_total": 6}


@pytest.mark.parametrize("gone", ["carried_in", "partial", "refused_by_law"])
def test_a_column_without_labels_that_lacks_a_row_which_is_no_total_is_doubtful(gone: str) -> None:
    numbers = column()
    del numbers[gone]
    found = read(["法律服务机构"], *([str(number)] for number in numbers.values()))
    assert found.states["applications.carried_out.legal_service"] is ImportState.DOUBTFUL
    assert found.states["applications.granted.legal_service"] is ImportState.DOUBTFUL


def test_a_column_without_labels_and_without_its_total_is_sure_where_it_balances() -> None:
    numbers = column()
    del numbers["handled_total"]
    found = read(["法律服务机构"], *([str(number)] for number in numbers.values()))
    assert found.values["applications.carried_out.legal_service"] == 3
    assert ImportState.DOUBTFUL not in found.states.values()


@pytest.mark.parametrize("beside", [[], [["五、行政诉讼数量", "件", "4"]]], ids=["alone", "below its own"])
def test_a_label_that_several_rows_share_is_sure_only_beside_one_that_is_one_rows(
    beside: list[list[str]],
) -> None:
    form = load_form("2014")
    found = read_block(form, form.table("statistics"), [*beside, ["（二）被依法纠错数", "件", "2"]])
    assert found is not None
    states = {found.states[key] for key, value in found.values.items() if value is not None}
    assert states == {ImportState.READ if beside else ImportState.DOUBTFUL}
    assert not beside or found.values["statistics.suit_corrected.count"] == 2


def test_columns_under_heads_of_another_kind_come_to_no_cell() -> None:
    months = ["单位", "1月", "2月", "3月", "4月", "5月", "6月", "累计"]
    assert not read(months, GRANTED, PARTIAL).values


@pytest.mark.parametrize(
    "block",
    [
        [["1", "2"], ["3", "4"]],
        [["云溪镇", "3"], ["河口镇", "4"]],
        [["", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"]],
    ],
    ids=["numbers", "names of offices", "another table"],
)
def test_a_block_without_names_of_the_table_says_nothing_by_names(block: Sequence[Sequence[str]]) -> None:
    assert read_block(FORM, FORM.table("applications"), block) is None


def test_a_whole_sheet_is_no_table_of_a_report() -> None:
    assert read_block(FORM, FORM.table("applications"), [GRANTED] * 1000) is None


def _numbered(rows: Sequence[Sequence[str]], head: str) -> list[list[str]]:
    return [[head, *rows[0]], *([str(number), *row] for number, row in enumerate(rows[1:], 1))]


@pytest.mark.parametrize("head", ["序号", "编号", ""])
@pytest.mark.parametrize("rows", [(GRANTED, PARTIAL), (PARTIAL, GRANTED), (PARTIAL,)])
def test_numbers_before_the_labels_leave_the_rows_where_these_tell(
    head: str, rows: Sequence[Sequence[str]]
) -> None:
    found = read(*_numbered([HEADS, *rows], head))
    assert told(found, "partial") == [5, 0, 1, 0, 0, 0, 6]
    assert told(found, "granted") == ([7, 1, 0, 2, 0, 3, 13] if GRANTED in rows else [None] * 7)
    assert not found.unread
    assert ImportState.DOUBTFUL not in {found.states[key] for key in found.values}


def test_numbers_before_the_labels_count_up_without_heads_as_well() -> None:
    found = read(["6", *PARTIAL], ["7", *GRANTED])
    assert told(found, "granted") == [7, 1, 0, 2, 0, 3, 13]


def test_numbers_before_the_labels_of_all_rows_but_one_leave_that_one_out() -> None:
    rows = [row for band in FORM.table("applications").bands for row in band.rows if row.id]
    block = [[row.label[-1], *str(number).zfill(2), *"00000", "0"] for number, row in enumerate(rows)]
    kept = [texts for row, texts in zip(rows, block, strict=True) if row.id != "declined_repeat"]
    found = read(*_numbered([HEADS, *kept], "序号"))
    assert told(found, "declined_repeat") == [None] * 7
    assert told(found, "declined_publication")[0] == int(
        block[[r.id for r in rows].index("declined_publication")][1]
    )
