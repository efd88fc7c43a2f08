"""Places on lines count only where the sums would not hold with a number in another column."""

from collections.abc import Sequence

from intake.page.flow import rows_of
from intake.readers.text import read_text
from intake.tables.whole_table import read_table
from model.form_file import load_form
from model.import_state import ImportState
from tests.intake.tables.drawn import table

FORM = load_form("2021")


def line(label: str, *numbers: str) -> str:
    """A label and its numbers, one in each column of nine characters."""
    return label + " " * (30 - len(label)) + "".join(f"{number:<9}" for number in numbers)


def states(lines: Sequence[str]) -> dict[str, ImportState]:
    return read_table(FORM, table(), rows_of(read_text("\n".join(lines)))).states


LINES = (
    line("", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"),
    line("一、本年新收政府信息公开申请数量", *"3111118"),
    line("二、上年结转政府信息公开申请数量", "1", "", "", "2", "", "", "3"),
    line("（一）予以公开", "4", "1", "1", "3", "1", "1", "11"),
    line("（七）总计", "4", "1", "1", "3", "1", "1", "11"),
)
KEY = "applications.carried_in.nonprofit"


def test_a_blank_cell_is_told_where_the_columns_add_up() -> None:
    assert states(LINES)[KEY] is ImportState.READ
    assert states(LINES)["applications.carried_in.enterprise"] is ImportState.MISSING


def test_a_number_in_a_column_that_does_not_add_up_is_doubtful() -> None:
    moved = line("二、上年结转政府信息公开申请数量", "1", "", "2", "", "", "", "3")
    found = states([*LINES[:2], moved, *LINES[3:]])
    assert found["applications.carried_in.research"] is ImportState.DOUBTFUL
    assert found[KEY] is ImportState.DOUBTFUL
