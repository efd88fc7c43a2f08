"""What every reader of sheets hands on: merged cells as one, what is hidden told, what looks otherwise as it looks."""

import pytest

from intake.errors import SourceRefused
from intake.readers.marks import Gathered
from intake.readers.sheets import MOST_MERGES, MOST_SHEET_ROWS, Area, Sheet, shown


def test_places_of_a_merged_cell_are_covered_but_for_its_corner() -> None:
    sheet = Sheet([(1, 0, 2, 1)])
    assert [place for row in range(4) for place in ((row, 0), (row, 1)) if sheet.covers(*place)] == [
        (1, 1),
        (2, 0),
        (2, 1),
    ]


def test_a_vast_merged_area_costs_no_more_than_a_sheet() -> None:
    sheet = Sheet([(0, 0, 2**20, 2**14)])
    assert sheet.covers(MOST_SHEET_ROWS, 0)
    assert not sheet.covers(MOST_SHEET_ROWS + 1, 0)


@pytest.mark.parametrize(
    "areas",
    [[(row, 0, row, 1) for row in range(MOST_MERGES + 1)], [(0, 0, 2**16, 2**8), (1, 1, 2**16, 2**8)]],
    ids=["many", "one upon the other"],
)
def test_merged_areas_beyond_measure_are_refused(areas: list[Area]) -> None:
    with pytest.raises(SourceRefused, match="合并单元格过多"):
        Sheet(areas)


def test_as_many_merged_areas_as_a_sheet_may_have_are_taken() -> None:
    assert Sheet([(row, 0, row, 1) for row in range(MOST_MERGES)]).covers(0, 1)


def test_of_hidden_cells_words_are_read_and_numbers_told() -> None:
    sheet = Sheet((), {0}, {1})
    sheet.put(0, 0, "规章")
    sheet.put(0, 2, "3")
    sheet.put(1, 1, "5")
    sheet.put(1, 2, "7")
    table = sheet.table()
    assert table is not None
    assert [(cell.text, cell.doubt) for cell in table.cells] == [
        ("规章", ""),
        ("", "隐藏行中的“3”"),
        ("", "隐藏列中的“5”"),
        ("7", ""),
    ]


def test_words_that_may_not_be_seen_are_told_beside_them() -> None:
    assert shown(Gathered(["12"]), 12, "General", unseen=True) == ("12", "可能不显示的“12”")
    assert shown(Gathered(["12"]), 12, "0.0%", unseen=False) == ("12（按百分比显示）", "")
    assert shown(Gathered([], struck=["12"]), "12", "General", unseen=False) == ("", "划去的“12”")
